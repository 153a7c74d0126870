"""Relations put into a report: what is reckoned from what, which lines agree, what was fitted."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.findings.reporting import coverage_of, relation_reports, relation_words
from allokera.audit.messages import AuditMessages
from allokera.audit.report.relation import Coverage, Parameters, RelationReport, Side, Standing
from allokera.audit.rounding.interval import Interval
from allokera.audit.survey.found import Survey, sheet_of
from allokera.diagnosis.solving import Freedom
from allokera.errors import Message, message
from allokera.kronor.notation import UNDECIDED
from allokera.model import Aside
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.constants import Constant
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.ratios import CHANGE, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law, law_told
from allokera.relations.sheet.reading import Sheet, read_sheet
from audit.cases import case_of, table_of

COLUMNS: dict[str, Sequence[object]] = {
    "A": [310, 833, 515, 77, 1_204],
    "B": [220, 744, 906, 41, 350],
    "C": [530, 1_577, 1_521, 118, 1_554],
    "D": [90, 89, 391, 36, 854],
}
"""C is what A and B come to, but in the third row; D what is left of A without B, in the last."""

TABLE = table_of(COLUMNS)
PRINTED = sheet_of(TABLE.recipients, TABLE.columns)


def read() -> Sheet:
    sheet = read_sheet(PRINTED.texts, UNDECIDED, without=(0,), names=["", *COLUMNS])
    return sheet._replace(labels=[each.name for each in TABLE.recipients])


def claimed(pattern: Pattern, *, is_across: bool = True, lag: int = 0) -> Claim:
    across, down = read().views()
    view = across if is_across else down
    return weigh(view.lagged(lag) if lag else view, pattern, 0)


def survey(*found: Law | Claim) -> Survey:
    return Survey(read(), PRINTED, found)


def words(
    operator: str, target: str, parts: tuple[tuple[int, str], ...], **changes: object
) -> Message:
    facts: dict[str, object] = {"factor": 1, "lag": 0, "fixed": None, "slope": None}
    return message(
        AuditMessages.relation,
        operator=operator,
        target=target,
        parts=parts,
        **facts | changes,  # type: ignore[arg-type]
    )


TOTAL = Sum(3, (1, 2))


def test_of_a_law_its_lines_are_told_and_how_far_it_holds() -> None:
    law = law_told(claimed(TOTAL))
    assert law.broken == {2}
    (found,) = relation_reports(survey(law))
    assert found == RelationReport(
        number=1,
        family="sum",
        standing=Standing.TOLD,
        is_across=True,
        target=Side(3, "C", 1, 0),
        parts=(Side(1, "A", 1, 0), Side(2, "B", 1, 0)),
        factor=1,
        is_exact=False,
        agreeing=(0, 1, 3, 4),
        broken=(2,),
        nearly=(),
        silent=(),
        parameters=None,
        holds=message(
            AuditMessages.relation_holds,
            relation=words("sum", "C", ((1, "A"), (1, "B"))),
            agreeing=4,
            lines=5,
            is_across=True,
            is_exact=False,
            standing="told",
        ),
    )


def test_a_law_is_told_stated_or_found_and_what_looks_like_one_is_likely() -> None:
    claim = claimed(TOTAL)
    told = law_told(claim)
    stated = replace(told, is_told=False)
    plain = replace(
        stated,
        is_stated=False,
        is_exact=True,
        broken=frozenset(),
        slight=frozenset({2}),
        doubtful=frozenset({4, 1}),
        good=frozenset({3, 0}),
    )
    found = relation_reports(survey(told, stated, plain, replace(claim, silent=frozenset({4, 3}))))
    assert [each.number for each in found] == [1, 2, 3, 4]
    assert [each.standing for each in found] == [*Standing]
    assert [dict(each.holds.facts)["standing"] for each in found] == [*map(str, Standing)]
    law, likely = found[2:]
    assert (law.agreeing, law.broken, law.nearly) == ((0, 3), (), (1, 2, 4))
    assert (law.is_exact, dict(law.holds.facts)["is_exact"]) == (True, True)
    assert (dict(law.holds.facts)["agreeing"], dict(law.holds.facts)["lines"]) == (2, 5)
    assert (likely.agreeing, likely.broken, likely.nearly) == ((0, 1, 3, 4), (), ())
    assert (likely.silent, likely.is_exact) == ((3, 4), False)


def test_parts_may_be_taken_away_or_stand_in_another_row() -> None:
    (less,) = relation_reports(survey(law_told(claimed(Sum(4, (1, 2), frozenset({2}))))))
    assert less.parts == (Side(1, "A", 1, 0), Side(2, "B", -1, 0))
    assert dict(less.holds.facts)["relation"] == words("sum", "D", ((1, "A"), (-1, "B")))
    width = len(COLUMNS) + 1
    (running,) = relation_reports(survey(law_told(claimed(Sum(3, (1, 3 + width)), lag=1))))
    assert running.parts == (Side(1, "A", 1, 0), Side(3, "C", 1, 1))
    assert dict(running.holds.facts)["relation"] == words("sum", "C", ((1, "A"), (1, "C")), lag=1)


def test_down_a_sheet_rows_are_called_by_their_recipients() -> None:
    (found,) = relation_reports(survey(law_told(claimed(Sum(4, (0, 1)), is_across=False))))
    assert not found.is_across
    assert (found.target, found.parts) == (
        Side(4, "E", 1, 0),
        (Side(0, "A", 1, 0), Side(1, "B", 1, 0)),
    )
    assert dict(found.holds.facts)["is_across"] is False


def test_a_quotient_tells_its_kind_and_its_factor() -> None:
    (found,) = relation_reports(survey(law_told(claimed(Ratio(4, (1, 2), CHANGE, 100)))))
    assert (found.family, found.factor) == ("change", 100)
    assert dict(found.holds.facts)["relation"] == words(
        "change", "D", ((1, "A"), (1, "B")), factor=100
    )


def corners(*pairs: tuple[int, Fraction]) -> tuple[tuple[Fraction, Fraction], ...]:
    return tuple((Fraction(fixed), factor) for fixed, factor in pairs)


def test_what_was_fitted_is_told_in_printed_numbers() -> None:
    """In the sheet fixed amounts and bounds are doubled."""
    plain = Fitted(3, (1,), corners((0, Fraction(2)), (0, Fraction(3))))
    fixed = replace(plain, corners=corners((14, Fraction(2)), (20, Fraction(1))), has_fixed=True)
    bound = replace(plain, floor=30, cap=5_000)
    found = relation_reports(survey(*(law_told(claimed(each)) for each in (plain, fixed, bound))))
    assert [each.family for each in found] == ["proportional", "affine", "bounded"]
    assert [each.parameters for each in found] == [
        Parameters(Interval(Fraction(2), Fraction(3)), None, None, None),
        Parameters(
            Interval(Fraction(1), Fraction(2)), Interval(Fraction(7), Fraction(10)), None, None
        ),
        Parameters(Interval(Fraction(2), Fraction(3)), None, Fraction(15), Fraction(2_500)),
    ]
    assert [dict(each.holds.facts)["relation"] for each in found] == [
        words("proportional", "C", ((1, "A"),), slope=Fraction(5, 2)),
        words("affine", "C", ((1, "A"),), fixed=Fraction(17, 2), slope=Fraction(3, 2)),
        words("bounded", "C", ((1, "A"),), slope=Fraction(5, 2)),
    ]


def test_of_columns_whose_signs_were_turned_what_was_fitted_is_turned_back() -> None:
    plain = Fitted(3, (1,), corners((14, Fraction(2)), (20, Fraction(3))), has_fixed=True)
    law = law_told(claimed(replace(plain, floor=30)))
    for turned, sign, own in (({1}, -1, 1), ({3}, -1, -1), ({1, 3}, 1, -1)):
        sheet = read()._replace(turned=frozenset(turned))
        (found,) = relation_reports(Survey(sheet, PRINTED, [law]))
        assert found.parameters is not None
        assert found.parameters.factor == Interval(Fraction(2), Fraction(3)).times(sign)
        assert found.parameters.fixed == Interval(Fraction(7), Fraction(10)).times(own)
        assert found.parameters.floor == 15 * own
        assert found.parameters.cap is None


def test_a_fixed_amount_to_each_is_told() -> None:
    claim = claimed(Constant(3, (), 530))
    assert relation_words(survey(claim), claim) == words("constant", "C", (), fixed=Fraction(530))
    down = claimed(Constant(0, (), 530), is_across=False)
    assert relation_words(survey(down), down) == words("constant", "A", (), fixed=Fraction(530))


def covered(*found: Law | Claim, **told: object) -> tuple[Coverage, ...]:
    brief = Brief(base=None, envelopes={})._replace(**told)  # type: ignore[arg-type]
    laws = [each for each in found if isinstance(each, Law)]
    case = case_of(TABLE, brief, laws)
    case = case._replace(survey=survey(*found))
    return coverage_of(case, relation_reports(case.survey))


def test_a_column_is_covered_by_the_laws_that_speak_of_it() -> None:
    total = law_told(claimed(TOTAL))
    last = law_told(claimed(Sum(4, (0, 1)), is_across=False))
    found = {each.column: each for each in covered(total, last)}
    assert [*found] == ["A", "B", "C", "D"]
    assert [found[name].relations for name in "ABCD"] == [(1, 2), (1, 2), (1, 2), (2,)]
    # rows A, B and E of D; elsewhere all five, the row that is off among them
    assert [(found[name].cells, found[name].covered) for name in "ABCD"] == [
        (5, 5),
        (5, 5),
        (5, 5),
        (5, 3),
    ]
    assert not any(each.is_base or each.is_needless for each in found.values())
    # of two wide checks in one row three or four numbers may stand; what nothing holds is not asked
    assert {each.row for each in found["C"].freedoms} <= {0, 1, 2, 3, 4}
    assert found["C"].freedoms != ()


def test_what_looks_like_a_relation_covers_nothing() -> None:
    assert covered(claimed(TOTAL)) == tuple(
        Coverage(name, 5, 0, (), (), is_base=False, is_needless=False) for name in "ABCD"
    )


def test_a_line_that_lacks_its_numbers_is_not_covered() -> None:
    law = law_told(claimed(TOTAL))
    short = replace(
        law, good=frozenset({0, 1}), broken=frozenset(), slight=frozenset({3}), doubtful=frozenset()
    )
    found = covered(short)
    assert [each.covered for each in found] == [3, 3, 3, 0]
    assert [each.freedoms for each in found][3] == ()
    # three numbers in each, by their rounding, and none below nothing
    assert found[0].freedoms == (Freedom(0, 3), Freedom(1, 3))


def test_a_column_is_the_base_or_needs_no_check_by_its_name() -> None:
    who = covered(
        asides=(
            Aside("A", message(AuditMessages.look_up), is_name=True),
            Aside("B", message(AuditMessages.look_up), is_name=False),
        ),
        base="C",
    )
    assert [each.is_needless for each in who] == [True, False, False, False]
    assert [each.is_base for each in who] == [False, False, True, False]


@pytest.mark.parametrize(
    ("values", "pinned", "bounded"), [([1, 1, 2, None], 2, 1), ([3, 4], 0, 2), ([None], 0, 0)]
)
def test_a_cell_is_pinned_bounded_or_free(
    values: Sequence[int | None], pinned: int, bounded: int
) -> None:
    freedoms = tuple(Freedom(row, each) for row, each in enumerate(values))
    found = Coverage("A", 5, 5, (1,), freedoms, is_base=False, is_needless=False)
    assert (found.pinned, found.bounded) == (pinned, bounded)
    assert found.is_checked
    assert not found._replace(relations=()).is_checked
    assert found._replace(relations=(), is_base=True).is_checked
    assert found._replace(relations=(), is_needless=True).is_checked
