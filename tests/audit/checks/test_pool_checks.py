"""What the rows say of the pool: deductions, residues, rules, ties, the key behind the base."""

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

import pytest

from allokera.apportionment import apportion
from allokera.audit.case.case import Brief, Case
from allokera.audit.outcome import Inapplicable, Unchecked
from allokera.audit.rounding.interval import Interval
from allokera.kronor import rounding
from allokera.model import INHABITANTS as PEOPLE
from allokera.model import Basis, Indicator, Key, KeyPart, Recipient, Source
from allokera.terms.keys import Figures
from audit.cases import case_of, findings, outcomes, rows_found, table_of
from tables import shared

WEIGHTS = [1_000_003 + 97_001 * at * at for at in range(16)]
POOLS = {"one": 900_000_000, "two": 701_000_000}


def amounts(pool: int, unit: int = 1_000_000) -> list[int]:
    return shared(WEIGHTS, pool, unit, rounding.half_up)


def opened(kept: Sequence[int], changes: object = None, **told: object) -> Case:
    """Two columns whose envelopes hold so much besides."""
    columns = {name: amounts(pool) for name, pool in POOLS.items()}
    if isinstance(changes, dict):
        for (name, row), amount in changes.items():
            columns[name][row] = amount
    envelopes = {name: pool + more for (name, pool), more in zip(POOLS.items(), kept, strict=False)}
    brief = Brief(base="base", envelopes=envelopes, rule="half-up")._replace(**told)  # type: ignore[arg-type]
    return case_of(table_of({"base": WEIGHTS, **columns}), brief)


def test_a_deduction_that_fits_both_columns_is_the_simplest() -> None:
    case = opened([20_000_000, 20_000_000])
    assert [each.column for each in case.deductions] == ["one", "two"]
    assert all(each.amount.holds(20_000_000) for each in case.deductions)
    assert case.administration == 20_000_000
    (found,) = findings("administration-inferred", case)
    facts = dict(found.message.facts)
    assert (found.message.code, facts["amount"]) == ("administration_inferred", 20_000_000)
    assert facts["share_fits"] is False
    deductions = facts["deductions"]
    assert isinstance(deductions, tuple)
    assert [name for _, name in deductions] == ["one", "two"]


def test_a_share_may_fit_both_where_no_amount_does() -> None:
    case = opened([45_000_000, 35_000_000])
    assert case.administration is None
    (found,) = findings("administration-inferred", case)
    facts = dict(found.message.facts)
    assert (facts["amount"], facts["share_fits"]) == (None, True)


def test_one_envelope_tells_no_common_deduction() -> None:
    case = opened([20_000_000])
    assert len(case.deductions) == 1
    assert case.administration is None
    (found,) = findings("administration-inferred", case)
    assert found.message.code == "envelopes_hold_more"
    assert [type(each) for each in outcomes("rounding-residual", case)] == [Inapplicable]
    bare = opened([])
    assert [type(each) for each in outcomes("administration-inferred", bare)] == [Unchecked]


@pytest.mark.parametrize(("kept", "count"), [(-300_000_000, 0), (20_000_000, 1)])
def test_an_envelope_that_holds_no_more_than_the_pool_has_no_deduction(
    kept: int, count: int
) -> None:
    assert len(findings("administration-inferred", opened([kept, kept]))) == count


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (None, {"one", "two"}),
        ({("one", 15): "x"}, {"two"}),
        ({("one", 15): "x", ("two", 3): "x"}, set()),
    ],
)
def test_what_a_sum_misses_its_pool_by_is_told_where_all_rows_can_be_read(
    changes: object, expected: set[str]
) -> None:
    case = opened([20_000_000, 20_000_000], changes)
    assert case.administration is not None
    off = {name for name, pool in POOLS.items() if sum(amounts(pool)) != pool}
    found = findings("rounding-residual", case)
    assert off == {"one", "two"}
    assert {each.column for each in found} == expected
    for each in found:
        facts = dict(each.message.facts)
        assert facts["pool"] == POOLS[each.column or ""]
        assert facts["total"] == each.read == sum(amounts(POOLS[each.column or ""]))
        assert facts["deviation"] == isqrt(16 * 10**12 // 12)


def test_a_pool_is_what_the_factor_gives_for_all_weights() -> None:
    case = opened([20_000_000, 20_000_000])
    for trial, pool in zip(case.trials, POOLS.values(), strict=True):
        found = case.pool(trial)
        assert found is not None and found.holds(pool)
        wider = case.pool_by_base(trial)
        assert wider is not None
        assert wider.lower <= found.lower <= found.upper <= wider.upper


@pytest.mark.parametrize("cell", ["x", ""])
def test_without_all_weights_or_one_factor_there_is_no_pool(cell: str) -> None:
    columns: dict[str, Sequence[object]] = {
        "base": [cell, *WEIGHTS[1:]],
        "one": amounts(POOLS["one"]),
    }
    case = case_of(table_of(columns), Brief(base="base", envelopes={}, rule="half-up"))
    assert not case.is_weighed
    assert case.pool(case.trials[0]) is None
    assert case.pool_by_base(case.trials[0]) is None


def test_rows_that_were_rounded_together_come_from_less_than_a_unit_more() -> None:
    units = [each * 1_000_000 for each in apportion(WEIGHTS, 900).units]
    table = table_of({"base": WEIGHTS, "one": units})
    case = case_of(table, Brief(base="base", envelopes={}, rule="largest-remainder"))
    found = case.pool(case.trials[0])
    assert found == Interval(
        Fraction(900_000_000), Fraction(901_000_000), lower_closed=True, upper_closed=False
    )


@pytest.mark.parametrize(
    ("rule", "is_found"), [("half-up", False), ("floor", True), ("ceiling", True)]
)
def test_a_column_that_is_rounded_otherwise_than_to_the_nearest_is_told(
    rule: str, is_found: bool
) -> None:
    how = {"half-up": rounding.half_up, "floor": rounding.floor, "ceiling": rounding.ceiling}[rule]
    one = shared(WEIGHTS, 900_000_000, 1_000_000, how)
    table = table_of({"base": WEIGHTS, "one": one})
    found = findings("rounding-rule", case_of(table, Brief(base="base", envelopes={})))
    assert [dict(each.message.facts)["rule"] for each in found] == [rule] * is_found
    for each in found:
        facts = dict(each.message.facts)
        assert (facts["explained"], facts["rows"], facts["moved"]) == (16, 16, ())
        usual = facts["usual"]
        assert isinstance(usual, int) and usual < 16
        assert (each.recipient, each.column) == (None, "one")
    told = case_of(table, Brief(base="base", envelopes={}, rule=rule))
    assert [type(each) for each in outcomes("rounding-rule", told)] == [Inapplicable]


def ties(*more: int) -> Case:
    """Every row is an exact tie, of even and odd numbers in turn; some are rounded up."""
    weights = list(range(1, 24, 2))
    exact = [rounding.half_even(Fraction(weight, 2)) * 1_000 for weight in weights]
    for row in more:
        exact[row] += 1_000
    table = table_of({"base": weights, "one": exact})
    return case_of(table, Brief(base="base", envelopes={}))


def test_ties_that_go_up_and_down_leave_the_rule_open() -> None:
    assert rows_found("tie-rule-open", ties(0)) == [(None, "one")]
    assert rows_found("tie-rule-open", ties()) == []
    case = opened([20_000_000, 20_000_000])
    assert [type(each) for each in outcomes("tie-rule-open", case)] == [Inapplicable]


INHABITANTS = [10_007 + 3_001 * at * at for at in range(16)]
WHO = [Recipient(code=f"{at:04}", name=chr(ord("A") + at)) for at in range(16)]


HALF = Fraction(1, 2)
HALVES = (KeyPart(HALF), KeyPart(HALF, (Indicator(PEOPLE),)))


def by_key(
    wrong: int = 0, rows: int = 16, known: int = 16, basis: Basis | None = Basis.INFERRED
) -> Case:
    base = [rounding.half_up(share * 400_000) * 1_000 for share in shares_by_key(rows)]
    for row in range(wrong):
        base[row] += 77_000
    return held_to_key(base, known, basis)


def shares_by_key(rows: int) -> list[Fraction]:
    total = sum(INHABITANTS[:rows])
    return [HALF * Fraction(1, rows) + HALF * Fraction(own, total) for own in INHABITANTS[:rows]]


def held_to_key(base: list[int], known: int, basis: Basis | None) -> Case:
    table = table_of({"base": base, "one": [3 * each for each in base]})
    people = {each.code: count for each, count in zip(WHO[:known], INHABITANTS, strict=False)}
    source = Source(file="scb.csv", sha256="0")
    brief = Brief(
        base="base",
        envelopes={},
        known=tuple(WHO),
        key=Key(parts=HALVES, basis=basis, reason="so it is") if basis else None,
        figures={("", PEOPLE): Figures("inhabitants", people, source)},
    )
    return case_of(table, brief)


@pytest.mark.parametrize("house", range(300, 340))
def test_a_stated_key_may_be_rounded_by_any_rule(house: int) -> None:
    """By largest remainder a row is not always the nearest; no row departs all the same."""
    shares = shares_by_key(16)
    times = 2 * 16 * sum(INHABITANTS)
    units = apportion([(share * times).numerator for share in shares], house).units
    case = held_to_key([1_000 * each for each in units], 16, Basis.STATED)
    assert findings("key-departure", case) == []
    (found,) = findings("key-recovered", case)
    facts = dict(found.message.facts)
    assert (facts["right"], facts["rows"]) == (16, 16)
    assert (facts["unit"], facts["column"]) == (1_000, "base")
    assert len(case.keys[0].trial.fits) > 1
    assert facts.get("rule") in {None, "largest-remainder"}
    assert ("pools" in facts) is ("rule" not in facts)


@pytest.mark.parametrize(
    ("wrong", "rows", "known", "is_found"),
    [
        (0, 16, 16, True),
        (2, 16, 16, True),
        (3, 16, 16, False),
        (0, 16, 15, False),
        (0, 4, 16, True),
        (0, 3, 16, False),
    ],
)
def test_an_inferred_key_is_said_where_it_gives_seven_rows_of_eight(
    wrong: int, rows: int, known: int, is_found: bool
) -> None:
    case = by_key(wrong, rows, known)
    found = findings("key-recovered", case)
    assert len(found) == is_found
    assert [type(each) for each in outcomes("key-recovered", case)].count(Unchecked) != is_found
    for each in found:
        facts = dict(each.message.facts)
        assert (facts["right"], facts["rows"]) == (rows - wrong, rows)
        pools = facts["pools"]
        assert isinstance(pools, tuple)
        assert wrong or pools[0] <= 400_000_000 <= pools[1]

    assert findings("key-departure", case) == []


@pytest.mark.parametrize(
    ("wrong", "known", "is_found"), [(0, 16, True), (1, 16, True), (5, 16, False), (0, 15, False)]
)
def test_where_none_is_stated_a_key_of_inhabitants_is_found(
    wrong: int, known: int, is_found: bool
) -> None:
    case = by_key(wrong, 16, known, None)
    assert len(findings("key-recovered", case)) == is_found
    for held in case.keys:
        assert [part.share for part in held.parts] == [HALF, HALF]
    assert [type(each) for each in outcomes("key-departure", case)] == [Inapplicable]


def test_rows_that_depart_from_a_stated_key_are_named() -> None:
    assert findings("key-departure", by_key(0, basis=Basis.STATED)) == []
    assert rows_found("key-departure", by_key(2, basis=Basis.STATED)) == [
        ("A", "base"),
        ("B", "base"),
    ]
    for each in findings("key-departure", by_key(2, basis=Basis.STATED)):
        assert each.read is not None
        assert dict(each.message.facts)["amounts"] == (each.read - 77_000,)
    assert rows_found("key-departure", by_key(9, basis=Basis.STATED)) == [(None, "base")]


def test_without_inhabitants_no_key_is_looked_for() -> None:
    assert [type(each) for each in outcomes("key-recovered", opened([]))] == [Unchecked]
