"""The shares that a fixed amount and a factor come to, and who follows a key."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.keys import HeldKey, _simple, affine_shares
from allokera.audit.shares.trial import Standing
from allokera.audit.survey.found import Survey, sheet_of
from allokera.kronor.notation import UNDECIDED
from allokera.model import Basis
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.fitted import Fitted
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import case_of, table_of
from audit.findings.small import opened


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        # a half is one of four so simple, or simpler: it is no accident within a 400th
        ("0.499", "0.501", Fraction(1, 2)),
        ("0.49875", "0.50125", Fraction(1, 2)),
        ("0.49874", "0.50125", None),
        ("0.4", "0.6", None),
        # a third is one of six
        ("0.3333", "0.3334", Fraction(1, 3)),
        ("0.6666", "0.6667", Fraction(2, 3)),
        ("0.3333", "0.3350", None),
        ("0.7499", "0.7501", Fraction(3, 4)),
        ("0.2", "0.2", Fraction(1, 5)),
        ("0.8333", "0.8334", Fraction(5, 6)),
        ("0.1249", "0.1251", Fraction(1, 8)),
        ("0.3", "0.3", Fraction(3, 10)),
        ("0.15", "0.15", Fraction(3, 20)),
        # a 20th is one of forty, and no accident within a 4000th; a 100th in a 20000th
        ("0.15", "0.1502", Fraction(3, 20)),
        ("0.15", "0.15025", Fraction(3, 20)),
        ("0.15", "0.15026", None),
        ("0.17", "0.17006", None),
        ("0.17", "0.17", Fraction(17, 100)),
        ("0.17", "0.17005", Fraction(17, 100)),
        ("0.17", "0.1701", None),
        # the simpler, the wider it may lie: a third in a 600th, a sixth in a 1200th
        ("0.3325", "0.334", Fraction(1, 3)),
        ("0.2495", "0.2505", Fraction(1, 4)),
        ("0.1996", "0.2004", Fraction(1, 5)),
        ("0.2998", "0.3002", Fraction(3, 10)),
        # no simple one lies between
        ("0.171", "0.172", None),
        # all, or nothing, is no share
        ("0.9999", "1", None),
        ("0", "0.0001", None),
        ("0.99", "0.99", Fraction(99, 100)),
        ("0.01", "0.01", Fraction(1, 100)),
    ],
)
def test_a_share_is_one_that_people_decide_on_and_no_accident(
    least: str, most: str, expected: Fraction | None
) -> None:
    assert _simple(Fraction(least), Fraction(most)) == expected


def held(suspects: int, rows: int, standing: Standing) -> HeldKey:
    trial = opened().trials[0]._replace(accused=tuple(range(suspects)), standing=standing)
    return HeldKey((), Basis.INFERRED, rows, trial)


@pytest.mark.parametrize(
    ("suspects", "rows", "standing", "expected"),
    [
        (0, 6, Standing.CONSISTENT, True),
        (1, 8, Standing.ACCUSED, True),
        (1, 7, Standing.ACCUSED, False),
        (2, 16, Standing.ACCUSED, True),
        (2, 15, Standing.ACCUSED, False),
        (0, 16, Standing.OPEN, False),
        (0, 16, Standing.UNCHECKED, False),
    ],
)
def test_one_row_in_eight_may_depart_from_a_key(
    suspects: int, rows: int, standing: Standing, expected: bool
) -> None:
    assert held(suspects, rows, standing).is_followed is expected


FIGURES = (100, 200, 300, 400)


def shares(
    fixed: Sequence[int], factor: Sequence[Fraction | int], figures: Sequence[object] = FIGURES
) -> list[tuple[str, str, Fraction]]:
    """What a law of fixed amounts and factors comes to, for four recipients, or a few of them."""
    table = table_of({"Elever": figures, "Bidrag": [7 + 3 * each for each in FIGURES]})
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,))
    corners = tuple((Fraction(2 * a), Fraction(f)) for a, f in zip(fixed, factor, strict=True))
    pattern = Fitted(2, (1,), corners, has_fixed=True)
    law = law_told(weigh(sheet.views()[0], pattern, 0))
    return [*affine_shares(Survey(sheet, printed, [law]), range(4))]


def test_equal_shares_are_what_all_fixed_amounts_come_to_of_everything() -> None:
    """Of four 250 each is a thousand, beside a thousand for as many heads; then three times."""
    assert shares([250, 250], [1, 1]) == [("Bidrag", "Elever", Fraction(1, 2))]
    assert shares([750, 750], [1, 1]) == [("Bidrag", "Elever", Fraction(3, 4))]
    assert shares([250, 250], [3, 3]) == [("Bidrag", "Elever", Fraction(1, 4))]


@pytest.mark.parametrize(
    ("fixed", "factor"),
    [([0, 0], [1, 1]), ([-250, -250], [3, 3]), ([250, 250], [0, 0]), ([250, 250], [1, -1])],
)
def test_less_than_nothing_is_no_share(fixed: Sequence[int], factor: Sequence[int]) -> None:
    assert shares(fixed, factor) == []


def test_between_the_ends_of_what_was_fitted_a_simple_share_must_lie() -> None:
    assert shares([250, 251], [1, 1]) == [("Bidrag", "Elever", Fraction(1, 2))]
    assert shares([251, 250], [1, 1]) == [("Bidrag", "Elever", Fraction(1, 2))]
    assert shares([250, 255], [1, 1]) == []
    assert shares([251, 252], [1, 1]) == []


def test_who_has_no_heads_shares_in_the_equal_part() -> None:
    """Of four 250 each is a thousand, beside as much for a thousand heads of three of them."""
    assert shares([250, 250], [1, 1], (0, 200, 300, 500)) == [("Bidrag", "Elever", Fraction(1, 2))]


@pytest.mark.parametrize("figure", ["x", "-300", "-1", ""])
def test_who_has_no_figure_has_no_share(figure: str) -> None:
    assert shares([250, 250], [1, 1], (100, 200, figure, 400)) == []


def test_less_than_nobody_is_no_figure_and_completes_no_sum() -> None:
    assert shares([250, 250], [1, 1], (100, 500, 0, 400)) != []
    assert shares([250, 250], [1, 1], (100, 501, -1, 400)) == []


def test_a_plain_factor_or_three_recipients_are_no_key() -> None:
    table = table_of({"Elever": FIGURES, "Bidrag": [7 + 3 * each for each in FIGURES]})
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,))
    corner = (Fraction(500), Fraction(1))
    fitted = Fitted(2, (1,), (corner, corner), has_fixed=True)
    for pattern, rows, count in (
        (fitted, range(4), 1),
        (fitted, range(3), 0),
        (replace(fitted, has_fixed=False), range(4), 0),
        (replace(fitted, floor=30), range(4), 0),
    ):
        law = law_told(weigh(sheet.views()[0], pattern, 0))
        assert len([*affine_shares(Survey(sheet, printed, [law]), rows)]) == count
    down = law_told(weigh(sheet.views()[1], replace(fitted, target=1, parts=(0,)), 0))
    assert [*affine_shares(Survey(sheet, printed, [down]), range(4))] == []


def test_the_key_of_a_case_is_one_that_its_base_follows() -> None:
    case = opened()
    assert case.base is not None
    of_one = case.trials[0]
    of_base = of_one._replace(sheet=case.base)
    wrong = of_base._replace(standing=Standing.OPEN)
    for trials, expected in (
        ([of_one], None),
        ([of_base], of_base),
        ([of_one, wrong], None),
        ([wrong, of_one, of_base], of_base),
        ([], None),
    ):
        keys = tuple(HeldKey((), Basis.STATED, 6, each) for each in trials)
        held = case._replace(keys=keys)
        assert held.key is expected
        assert held._replace(base=None).key is None
        assert held.follows_stated_key is any(each is not wrong for each in trials)
        inferred = tuple(each._replace(basis=Basis.INFERRED) for each in keys)
        assert not case._replace(keys=inferred).follows_stated_key


def test_a_case_without_keys_follows_none() -> None:
    case = opened()
    assert (case.key, case.follows_stated_key) == (None, False)
    assert case_of(table_of({"a": FIGURES}), case.brief._replace(base=None)).keys == ()
