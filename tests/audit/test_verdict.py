"""What an audit comes to, what it took for granted, and what it says of columns and relations."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest

from allokera import Report
from allokera.audit.case.case import Brief
from allokera.audit.report.column import State
from allokera.audit.report.relation import Standing
from allokera.audit.report.report import Severity, Verdict
from allokera.audit.rounding.interval import Interval, point
from allokera.audit.verify import verify_table
from allokera.errors import Message
from allokera.model import Aside, Basis, Recipient
from audit.cases import table_of

Columns = dict[str, Sequence[object]]
WEIGHTS = [10_007 + 1_013 * at * at for at in range(12)]
ONE, TWO = [7 * each for each in WEIGHTS], [3 * each for each in WEIGHTS]
RANDOM = Random("strangers")
STRANGERS = [RANDOM.randrange(10_000, 99_999) for _ in WEIGHTS]
NOTHING = Brief(base=None, envelopes={})
TOLD = Brief(base="base", envelopes={}, rule="half-up")


def report(columns: Columns, brief: Brief = TOLD, names: Sequence[str] = ()) -> Report:
    table = table_of(columns, names)
    return verify_table(table.recipients, table.columns, brief)


def off(numbers: Sequence[int], *rows: int) -> list[int]:
    return [each + 40_000_007 * (at in rows) for at, each in enumerate(numbers)]


@pytest.mark.parametrize(
    ("columns", "brief", "verdict"),
    [
        ({"base": WEIGHTS, "one": ONE}, TOLD, Verdict.CLEAN),
        ({"base": WEIGHTS, "one": off(ONE, 3)}, TOLD, Verdict.FINDINGS),
        ({"base": WEIGHTS, "one": off(ONE, 0, 1, 2, 3, 4, 5, 6)}, TOLD, Verdict.OPEN),
        ({"base": WEIGHTS[:3], "one": ONE[:3]}, TOLD, Verdict.OPEN),
        ({"base": WEIGHTS[:1], "one": ONE[:1]}, TOLD, Verdict.NOT_CHECKED),
        ({"one": STRANGERS, "two": WEIGHTS}, NOTHING, Verdict.NOT_CHECKED),
        ({"base": WEIGHTS, "one": ONE}, NOTHING, Verdict.CLEAN),
        ({"base": WEIGHTS, "one": ONE, "x": STRANGERS}, NOTHING, Verdict.PARTLY),
    ],
    ids=["clean", "a row", "most rows", "three rows", "one row", "nothing", "found", "a part"],
)
def test_an_audit_comes_to_a_verdict(columns: Columns, brief: Brief, verdict: Verdict) -> None:
    found = report(columns, brief)
    assert found.verdict is verdict
    assert (found.worst() in {Severity.ERROR, Severity.WARNING}) is (
        verdict is Verdict.FINDINGS or (len(columns["one"]) == 12 and verdict is Verdict.OPEN)
    )


def codes(found: Report, basis: Basis | None = None) -> list[str]:
    return [
        each.subject.code
        for each in found.assumptions
        if isinstance(each.subject, Message) and basis in {None, each.basis}
    ]


def test_what_was_taken_for_granted_is_told_with_how_it_is_known() -> None:
    columns: Columns = {"base": WEIGHTS, "one": ONE, "two": TWO}
    plain = codes(report(columns, NOTHING))
    assert plain == ["base_column", "unit_of", "unit_of", "relations_found", "rounding"]
    told = report(columns)
    assert codes(told) == ["unit_of", "unit_of", "relations_found", "rounding"]
    assert codes(told, Basis.GIVEN) == ["rounding"]
    listed = TOLD._replace(eligible=tuple(Recipient(code="", name=c) for c in "ABCDEFGHIJKL"))
    assert codes(report(columns, listed), Basis.STATED) == ["recipients"]
    few: Columns = {"base": STRANGERS, "one": WEIGHTS}
    assert "relations_found" not in codes(report(few))


def test_what_a_person_says_of_relations_is_given() -> None:
    columns: Columns = {"base": WEIGHTS, "one": ONE, "x": STRANGERS}
    brief = NOTHING._replace(relations=("x = base + one",), ignored=frozenset({2, 7}))
    found = report(columns, brief)
    assert codes(found, Basis.GIVEN) == ["relation_between_columns", "relations_set_aside"]
    (given,) = (each for each in found.assumptions if each.value == "x = base + one")
    assert given.basis is Basis.GIVEN
    (aside,) = (
        each.value
        for each in found.assumptions
        if isinstance(each.subject, Message) and each.subject.code == "relations_set_aside"
    )
    assert isinstance(aside, Message)
    assert dict(aside.facts)["names"] == ("2", "7")
    # only what a person says is known: nothing was found
    assert "relations_found" not in codes(found)
    assert [each.standing for each in found.relations] == [Standing.TOLD]
    assert [each.code for each in found.findings if each.severity is Severity.ERROR]


def test_columns_that_nothing_covers_are_told_unless_they_were_left_aside() -> None:
    columns: Columns = {"base": WEIGHTS, "one": ONE, "x": STRANGERS, "y": STRANGERS[::-1]}
    asides = (Aside("y", "a word"), Aside("one", "another word"))
    found = report(columns, NOTHING._replace(asides=asides, other_tables=((2, "Blad"),)))
    said = [
        (each.check, each.text.code if isinstance(each.text, Message) else "")
        for each in found.not_checked
        if each.check in {"column", "table", "row", "relations"}
    ]
    assert said == [("column", "aside"), ("column", "no_law_covers"), ("table", "other_table")]
    nothing = report({"x": STRANGERS, "y": WEIGHTS}, NOTHING)
    assert "relations" in [each.check for each in nothing.not_checked]


def test_how_each_column_was_covered() -> None:
    columns: Columns = {
        "base": WEIGHTS,
        "one": [*ONE[:11], "x"],
        "x": STRANGERS,
        "y": STRANGERS[::-1],
    }
    brief = NOTHING._replace(asides=(Aside("y", "codes", is_name=True),))
    found = {each.column: each for each in report(columns, brief).coverage}
    assert [each.cells for each in found.values()] == [12, 11, 12, 12]
    assert [each.covered for each in found.values()] == [11, 11, 0, 0]
    assert [each.is_base for each in found.values()] == [True, False, False, False]
    assert [each.is_needless for each in found.values()] == [False, False, False, True]
    assert [each.is_checked for each in found.values()] == [True, True, False, True]


def test_a_relation_is_reported_with_its_lines_and_parameters() -> None:
    columns: Columns = {"base": WEIGHTS, "one": off(ONE, 3)}
    (found,) = report(columns, NOTHING).relations
    assert (found.number, found.family, found.standing) == (1, "proportional", Standing.LAW)
    assert (found.target.name, [part.name for part in found.parts]) in [
        ("one", ["base"]),
        ("base", ["one"]),
    ]
    assert found.broken == (3,)
    assert len(found.agreeing) == 11
    assert (found.silent, found.nearly, found.factor) == ((), (), 1)
    assert found.parameters is not None
    factor = 7 if found.target.name == "one" else Fraction(1, 7)
    assert found.parameters.factor.holds(factor)
    assert (found.parameters.fixed, found.parameters.floor, found.parameters.cap) == (None,) * 3


@pytest.mark.parametrize(
    ("amounts", "family", "bound"),
    [
        ([max(400_003, each) for each in ONE], "bounded", "floor"),
        ([min(400_003, each) for each in ONE], "bounded", "cap"),
        ([each + 300_007 for each in ONE], "affine", "fixed"),
    ],
)
def test_what_was_fitted_is_told_in_printed_numbers(
    amounts: Sequence[int], family: str, bound: str
) -> None:
    found = [
        each
        for each in report({"base": WEIGHTS, "one": amounts}, NOTHING).relations
        if each.family == family and each.target.name == "one"
    ]
    assert found
    parameters = found[0].parameters
    assert parameters is not None
    assert parameters.factor.holds(7)
    if bound == "fixed":
        assert parameters.fixed is not None and parameters.fixed.holds(300_007)
    else:
        bounds = {"floor": parameters.floor, "cap": parameters.cap}
        assert bounds == {"floor": None, "cap": None, bound: 400_003}


def test_the_base_column_is_reported_by_its_sum() -> None:
    brief = TOLD._replace(envelopes={"base": sum(WEIGHTS) + 5_000})
    base, one = report({"base": WEIGHTS, "one": ONE}, brief).columns
    assert (base.state, base.rows, base.agreeing, base.consistent) == (
        State.NOT_APPLICABLE,
        12,
        12,
        True,
    )
    assert (base.sum, base.mended_sum, base.pinned) == (sum(WEIGHTS), sum(WEIGHTS), 0)
    assert base.administration == point(5_000)
    assert (one.state, one.rule, one.rows, one.agreeing) == (State.CHECKED, "half-up", 12, 12)
    assert one.administration is None
    assert one.pool is not None and one.pool.holds(sum(ONE))
    assert one.pinned == 11


def test_a_column_with_a_wrong_row_is_reported_with_it_and_without() -> None:
    brief = TOLD._replace(envelopes={"one": sum(ONE) + 9_000})
    _, one = report({"base": WEIGHTS, "one": off(ONE, 3)}, brief).columns
    assert (one.rows, one.agreeing, one.consistent) == (12, 11, False)
    assert [each.name for each in one.certain] == ["D"]
    assert one.possible == ()
    assert one.sum == sum(off(ONE, 3))
    assert one.pool is not None and one.pool.holds(sum(ONE))
    assert one.administration is not None and one.administration.holds(9_000)
    assert not one.administration.meet(Interval(Fraction(8_900), Fraction(9_100))).is_empty


def test_where_rows_contradict_each_other_nobody_is_named() -> None:
    _, one = report({"base": WEIGHTS, "one": off(ONE, *range(7))}).columns
    assert (one.state, one.consistent, one.certain, one.possible) == (State.CHECKED, False, (), ())
    assert (one.pool, one.binding, one.pinned) == (None, (), 0)
    assert one.rows == 12
    assert 0 < one.agreeing < 12


def test_a_column_without_two_rows_is_not_checked() -> None:
    _, one = report({"base": WEIGHTS, "one": [ONE[0], *["x"] * 11]}).columns
    assert (one.state, one.rows, one.agreeing, one.sum) == (State.NOT_CHECKED, 1, 1, ONE[0])
    _, none = report({"base": WEIGHTS, "one": ["x"] * 12}).columns
    assert (none.state, none.rows, none.sum, none.mended_sum) == (State.NOT_CHECKED, 0, None, None)
