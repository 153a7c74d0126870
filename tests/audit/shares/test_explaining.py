"""Which explanation of a column is taken, what rivals it, and how its rows stand by it."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.rounding.fit import Entry, fit
from allokera.audit.rounding.reconciled import LARGEST_REMAINDER_RULE, RESIDUAL_RULE
from allokera.audit.rounding.rules import RULES
from allokera.audit.shares.explaining import Setting, best_of, explain, rivals_of
from allokera.audit.shares.sheet import read_sheet
from allokera.audit.shares.trial import Standing, Trial, try_column
from allokera.kronor import rounding
from allokera.model import Column

WEIGHTS = tuple(1_000 + 397 * at * at + 11 * at for at in range(20))
FACTOR = Fraction(317, 1_009)
NEAREST = [rounding.half_up(weight * FACTOR) for weight in WEIGHTS]


def entries_of(units: Sequence[int], weights: Sequence[int] = WEIGHTS) -> list[Entry]:
    return [Entry(row, w, n) for row, (w, n) in enumerate(zip(weights, units, strict=True))]


def off(units: Sequence[int], *rows: int) -> list[int]:
    return [each + 31 * (row + 1) * (row in rows) for row, each in enumerate(units)]


def test_every_rule_is_tried_or_the_one_that_is_told() -> None:
    names = set(explain(entries_of(NEAREST), Setting(WEIGHTS)))
    assert {"half-up", "floor", "hill", LARGEST_REMAINDER_RULE} <= names
    assert RESIDUAL_RULE not in names
    for rule in ("floor", LARGEST_REMAINDER_RULE):
        assert set(explain(entries_of(NEAREST), Setting(WEIGHTS, rule=rule))) == {rule}
    # rows that are rounded together are so only where all weights are known
    partly = explain(entries_of(NEAREST), Setting(WEIGHTS, is_whole=False))
    assert not {LARGEST_REMAINDER_RULE, RESIDUAL_RULE} & set(partly)


def test_the_rest_to_the_largest_is_tried_where_rows_are_left_out_and_all_are_there() -> None:
    units = off(NEAREST, 3)
    assert RESIDUAL_RULE in explain(entries_of(units), Setting(WEIGHTS))
    assert RESIDUAL_RULE not in explain(entries_of(units)[1:], Setting(WEIGHTS))


def test_of_explanations_that_explain_as_much_the_likeliest_is_taken() -> None:
    setting = Setting(WEIGHTS)
    entries = entries_of(NEAREST)
    best = best_of(explain(entries, setting), entries, setting)
    assert best is not None
    assert (best.rule.name, best.suspects, best.slack) == ("half-up", 0, 0)
    floors = entries_of([rounding.floor(weight * FACTOR) for weight in WEIGHTS])
    best = best_of(explain(floors, setting), floors, setting)
    assert best is not None
    assert (best.rule.name, best.suspects) == ("floor", 0)


def test_what_explains_as_many_rows_by_an_everyday_rule_is_a_rival_where_a_row_is_left_out() -> (
    None
):
    """Half up or half down: no row is a tie. Where all rows are explained, the likeliest stands."""
    setting = Setting(WEIGHTS)
    for units, names in (
        (NEAREST, ["half-up"]),
        (off(NEAREST, 3), ["half-up", "half-even", "half-down", "half-away", "nearest"]),
    ):
        entries = entries_of(units)
        fits = explain(entries, setting)
        best = best_of(fits, entries, setting)
        assert best is not None
        assert [each.rule.name for each in rivals_of(best, fits, entries, setting)] == names


@pytest.mark.parametrize(
    ("count", "rival", "possible", "is_alone"),
    [
        (16, 14, (), False),
        (16, 15, (), False),
        (16, 13, (), True),
        (16, 0, (), True),
        (16, 0, (5,), False),
        # sixteen that agree are plenty, where one alone is left out
        (17, 15, (), True),
        (17, 16, (), True),
        (17, 15, (5,), False),
        (20, 18, (), True),
    ],
)
def test_one_row_fewer_rivals_an_explanation_unless_plenty_agree(
    count: int, rival: int, possible: tuple[int, ...], is_alone: bool
) -> None:
    setting = Setting(WEIGHTS[:count], rule="half-up")
    entries = entries_of(off(NEAREST, 3)[:count], WEIGHTS[:count])
    fits = explain(entries, setting)
    best = best_of(fits, entries, setting)
    assert best is not None
    assert (best.depth, best.suspects) == (count - 1, 1)
    told = best._replace(rival=rival, possible=possible)
    (near,) = rivals_of(told, {"half-up": told}, entries, setting)
    assert (near is told) is is_alone
    # two that are left out are no single one
    two = told._replace(depth=count - 2)
    assert (rivals_of(two, {"half-up": two}, entries, setting)[0] is two) is (
        not possible and rival < count - 3
    )


def test_the_weights_rounding_is_counted_in_where_it_explains_more_rows() -> None:
    exact = [weight * 1_000 + 137 * at * at % 997 - 500 for at, weight in enumerate(WEIGHTS)]
    units = [rounding.half_up(weight * FACTOR) for weight in exact]
    printed = tuple(1_000 * weight for weight in WEIGHTS)
    for base_unit, slack in ((0, 0), (1_000, 1_000)):
        setting = Setting(printed, base_unit=base_unit, rule="half-up")
        entries = entries_of(units, printed)
        best = best_of(explain(entries, setting), entries, setting)
        assert best is not None
        assert best.slack == slack
        assert (best.suspects == 0) is (slack > 0)
    # a row that is wrong stays wrong
    setting = Setting(WEIGHTS, base_unit=1, rule="half-up")
    entries = entries_of(off(NEAREST, 3))
    best = best_of(explain(entries, setting), entries, setting)
    assert best is not None
    assert (best.slack, best.certain) == (0, (3,))


@pytest.mark.parametrize(
    ("rule", "depth", "is_loose"),
    [
        ("floor", 20, True),
        ("floor", 21, False),
        # rows that are rounded together may come out otherwise: as many are not enough
        (LARGEST_REMAINDER_RULE, 19, True),
        (LARGEST_REMAINDER_RULE, 20, False),
    ],
)
def test_the_weights_rounding_must_explain_as_many_rows_as_a_rule_or_more_than_a_house(
    rule: str, depth: int, is_loose: bool
) -> None:
    exact = [weight * 1_000 + 137 * at * at % 997 - 500 for at, weight in enumerate(WEIGHTS)]
    printed = tuple(1_000 * weight for weight in WEIGHTS)
    entries = entries_of([rounding.half_up(weight * FACTOR) for weight in exact], printed)
    loose, strict = (fit(RULES[0], entries, slack=slack) for slack in (1_000, 0))
    assert loose is not None and strict is not None
    assert strict.depth < 19 and loose.depth == 20
    other = strict._replace(rule=strict.rule._replace(name=rule), entries=22, depth=depth)
    fits = {"half-up": strict, rule: other}
    best = best_of(fits, entries, Setting(printed, base_unit=1_000))
    assert best == (loose if is_loose else other)


def test_what_a_less_likely_rule_explains_by_exact_weights_needs_no_rounding_of_theirs() -> None:
    """Half up would explain all rows as well, if weights were rounded to tens."""
    floors = entries_of([rounding.floor(weight * FACTOR) for weight in WEIGHTS])
    setting = Setting(WEIGHTS, base_unit=10)
    loose = fit(RULES[0], floors, slack=10)
    assert loose is not None
    assert (RULES[0].name, loose.suspects) == ("half-up", 0)
    fits = explain(floors, setting)
    assert fits["half-up"] is not None and fits["half-up"].suspects
    best = best_of(fits, floors, setting)
    assert best is not None
    assert (best.rule.name, best.slack) == ("floor", 0)


@pytest.mark.parametrize("base_unit", [0, 10])
def test_where_no_rule_explains_anything_there_is_no_best(base_unit: int) -> None:
    setting = Setting(WEIGHTS, base_unit=base_unit)
    assert best_of({"half-up": None, "floor": None}, [], setting) is None


def trial_of(units: Sequence[object], setting: Setting | None = None) -> Trial:
    column = Column(name="a", heading="a", cells=tuple(map(str, units)), unit=1)
    return try_column(read_sheet(column), setting or Setting(WEIGHTS, rule="half-up"))


@pytest.mark.parametrize(
    ("count", "wrong", "standing", "accused"),
    [
        (1, (), Standing.UNCHECKED, ()),
        (2, (), Standing.OPEN, ()),
        (3, (), Standing.OPEN, ()),
        (4, (), Standing.CONSISTENT, ()),
        (20, (), Standing.CONSISTENT, ()),
        (20, (3,), Standing.ACCUSED, (3,)),
        (20, (3, 7, 11), Standing.ACCUSED, (3, 7, 11)),
        (20, tuple(range(9)), Standing.ACCUSED, tuple(range(9))),
        (20, tuple(range(10)), Standing.OPEN, ()),
        (4, (3,), Standing.OPEN, ()),
        (7, (0, 2), Standing.ACCUSED, (0, 2)),
    ],
)
def test_more_than_half_and_four_at_least_must_agree_for_others_to_be_accused(
    count: int, wrong: Sequence[int], standing: Standing, accused: Sequence[int]
) -> None:
    found = trial_of(off(NEAREST, *wrong)[:count], Setting(WEIGHTS[:count], rule="half-up"))
    assert (found.standing, found.accused) == (standing, tuple(accused))
    if standing is Standing.OPEN and wrong:
        assert found.doubtful
    assert found.is_one_place is (standing in {Standing.CONSISTENT, Standing.ACCUSED})


def test_cells_that_cannot_be_read_are_bounded_and_those_that_say_nothing_of_nothing_are_not() -> (
    None
):
    found = trial_of(["x", *NEAREST[1:]])
    assert (found.standing, set(found.mendings)) == (Standing.CONSISTENT, {0})
    assert NEAREST[0] in found.mendings[0].allowed
    tiny = Setting((1, *WEIGHTS[1:]), rule="half-up")
    assert set(trial_of(["-", *NEAREST[1:]], tiny).mendings) == set()
    assert set(trial_of(["x", *NEAREST[1:]], tiny).mendings) == {0}


@pytest.mark.parametrize(
    ("weight", "amount", "is_accused"), [(0, 5, True), (0, 0, False), (None, 5, False)]
)
def test_an_amount_for_no_weight_is_impossible(
    weight: int | None, amount: int, is_accused: bool
) -> None:
    found = trial_of([amount, *NEAREST[1:]], Setting((weight, *WEIGHTS[1:]), rule="half-up"))
    assert found.accused == ((0,) if is_accused else ())
