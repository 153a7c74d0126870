"""Checks at the bounds of what they look at: just below, and just above."""

from collections.abc import Sequence
from itertools import combinations, pairwise, product

import pytest

from allokera.apportionment import apportion
from allokera.audit.case.case import Brief, Case
from allokera.audit.checks.order_broken import _out_of_order
from allokera.audit.checks.rounding_rule import _named
from allokera.audit.outcome import Inapplicable
from allokera.audit.shares.trial import Standing
from allokera.model import Recipient
from audit.cases import case_of, findings, outcomes, rows_found, table_of
from audit.findings.small import THRICE, WEIGHTS, opened, with_row


@pytest.mark.parametrize(("rows", "are_few"), [(2, True), (3, True), (4, False), (6, False)])
def test_a_column_of_four_rows_is_compared_whether_they_agree_or_not(
    rows: int, are_few: bool
) -> None:
    blank = [""] * (6 - rows)
    agreeing = [*THRICE[:rows], *blank]
    apart = [*((3 + at) * each for at, each in enumerate(WEIGHTS[:rows])), *blank]
    case = opened(agreeing, apart)
    assert case.trials[1].standing is Standing.OPEN
    expected = ["one", "two"] if are_few else []
    assert [column for _, column in rows_found("not-checked", case)] == expected


def ascends(keys: Sequence[int]) -> bool:
    return all(one <= other for one, other in pairwise(keys))


def fewest(keys: Sequence[int]) -> int:
    """How many places must go for the rest to ascend, by trying all."""
    return next(
        len(keys) - kept
        for kept in range(len(keys), 0, -1)
        if any(ascends(some) for some in combinations(keys, kept))
    )


def test_as_few_places_as_can_be_are_out_of_order() -> None:
    for keys in product(range(5), repeat=5):
        out = _out_of_order(keys)
        assert ascends([key for place, key in enumerate(keys) if place not in out])
        assert (len(out), out) == (fewest(keys), sorted({*out}))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((1, 3, 5, 2, 6), [3]),
        ((2, 1), [0]),
        ((1, 1, 1), []),
        ((4, 1, 2, 3), [0]),
        ((1, 4, 2, 3), [1]),
        ((7,), []),
    ],
)
def test_who_stands_out_of_order_is_who_the_others_go_around(
    keys: Sequence[int], expected: list[int]
) -> None:
    assert _out_of_order(keys) == expected


def named(names: str) -> Case:
    table = table_of({"a": [7 * at for at in range(len(names))]}, [*names])
    return case_of(table, Brief(base=None, envelopes={}))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("FBCDE", None),
        ("FBCDEG", ["F"]),
        ("ABCDEF", []),
        # two rows in twelve, and not in eleven
        ("CBEDFGHIJKL", None),
        ("CBEDFGHIJKLM", ["C", "E"]),
    ],
)
def test_one_row_in_six_may_stand_out_of_an_order_and_six_rows_have_one(
    names: str, expected: list[str] | None
) -> None:
    case = named(names)
    if expected is None:
        assert [type(each) for each in outcomes("order-broken", case)] == [Inapplicable]
        return
    assert [name for name, _ in rows_found("order-broken", case)] == expected


def test_codes_tell_an_order_where_all_are_known() -> None:
    """These go up in the rows that are known; the names do not."""
    names = [*"ACBDEF"]
    known = tuple(Recipient(code=f"0{at}", name=name) for at, name in enumerate(names))
    table = table_of({"a": [7 * at for at in range(6)]}, names)
    for some, expected in ((known, []), (known[1:], ["out_of_order_by_name"]), ((), None)):
        case = case_of(table, Brief(base=None, envelopes={}, known=some))
        found = [each.message.code for each in findings("order-broken", case)]
        assert found == (["out_of_order_by_name"] if expected is None else expected)


def test_the_nearest_is_looked_for_of_ten_unknown_names_and_not_of_the_eleventh() -> None:
    """Each is one letter from a name on the list."""
    known = [f"{letter * 3}torp" for letter in "BCDFGHKLMNPR"]
    table = table_of({"a": [7] * 12}, [f"{name}p" for name in known])
    eligible = tuple(Recipient(code="", name=name) for name in known)
    case = case_of(table, Brief(base=None, envelopes={}, eligible=eligible))
    near = [dict(each.message.facts)["near"] for each in findings("unknown-name", case)]
    assert near == [*known[:10], None, None]


APART = (600, 9_001, 8_003, 7_013, 12_011, 15_013, 3_001, 2_003)


def shared(house: int) -> Case:
    """Thousands that were rounded together."""
    units = apportion(APART, house).units
    table = table_of({"base": APART, "one": [1_000 * each for each in units]})
    return case_of(table, Brief(base="base", envelopes={}))


@pytest.mark.parametrize(
    ("house", "moved"),
    [
        (27, [("G", 2_000)]),
        (24, [("C", 4_000), ("F", 6_000)]),
        # who got nothing so, too
        (54, [("A", 0)]),
        (50, [("A", 0), ("E", 11_000)]),
    ],
)
def test_who_has_another_amount_by_rounding_together_is_told_with_it(
    house: int, moved: list[tuple[str, int]]
) -> None:
    case = shared(house)
    (found,) = findings("rounding-rule", case)
    facts = dict(found.message.facts)
    assert (facts["rule"], facts["moved"]) == ("largest-remainder", tuple(moved))
    assert facts["column"] == found.column == "one"
    name = None if found.recipient is None else found.recipient.name
    assert name == (moved[0][0] if len(moved) == 1 else None)


def test_three_who_have_another_amount_are_named_and_four_are_not() -> None:
    case = opened(with_row(THRICE, 2, 9_210))
    (trial, _) = case.trials
    assert _named(case, trial, ()) == ()
    three = (("A", 303), ("B", 609), ("D", 1_203))
    assert _named(case, trial, (0, 1, 3)) == three
    # who is called wrong is not among them
    assert _named(case, trial, (0, 1, 2, 3)) == three
    assert _named(case, trial, (0, 1, 3, 4)) == ()
    assert _named(case, trial, (2,)) == ()
