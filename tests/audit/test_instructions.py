"""What an auditor says besides the table: what is settled by it, and what is taken for granted."""

from collections.abc import Mapping

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.instructions import Instructions, Printed, prepare
from allokera.errors import Message, RequestError
from allokera.model import Aside, Basis, Column, Population, Recipient, Source
from allokera.terms.keys import inhabitants_of

WHO = tuple(Recipient(code=f"00{at}", name=name) for at, name in enumerate(("Ale", "Bor", "Cis")))
NOBODY = Population(
    date="2020-12-31",
    municipalities=WHO,
    counties=(Recipient(code="9", name="D"),),
    inhabitants={"000": 5},
    source=Source(file="x.csv", sha256="0"),
)


def column(name: str, *cells: str, **more: object) -> Column:
    return Column(name=name, heading=name, cells=cells, **more)  # type: ignore[arg-type]


A = column("alfa", "1 000", "2 000", "3 000")
B = column("beta", "10 000", "20 000", "30 000")
C = column("gamma", "7", "8", "9")
TABLE = Printed(WHO, (A, B, C), ("alfa", "beta"), {"beta": 90_000})


def settled(said: Mapping[str, object], table: Printed = TABLE) -> tuple[list[str], Brief]:
    columns, brief = prepare(table, Instructions(**said), NOBODY)  # type: ignore[arg-type]
    return [each.name for each in columns], brief


def assumed(brief: Brief) -> list[tuple[str, Basis]]:
    """The assumptions by the codes of their subjects."""
    return [
        (each.subject.code if isinstance(each.subject, Message) else each.subject, each.basis)
        for each in brief.given
    ]


def test_where_nothing_is_said_the_amounts_are_audited_and_the_rest_stands_beside() -> None:
    names, brief = settled({})
    assert names == ["alfa", "beta"]
    assert brief.base is None
    assert [each.name for each in brief.beside] == ["gamma"]
    assert brief.envelopes == {"beta": 90_000}
    assert assumed(brief) == [("envelope_of", Basis.STATED)]
    assert (brief.is_base_exact, brief.rule, brief.eligible) == (False, None, ())
    assert brief.known == (*WHO, *NOBODY.counties)
    assert brief.figures == inhabitants_of(NOBODY)
    assert brief.sources == (NOBODY.source,)


@pytest.mark.parametrize(
    ("said", "names", "beside"),
    [
        ({"base": "beta"}, ["beta", "alfa"], ["gamma"]),
        ({"base": "gamma"}, ["gamma", "alfa", "beta"], []),
        ({"base": "GAM", "columns": ("alf",)}, ["gamma", "alfa"], ["beta"]),
        ({"columns": ("gamma", "alfa")}, ["gamma", "alfa"], ["beta"]),
        ({"base": "alfa", "columns": ("alfa", "gamma")}, ["alfa", "gamma"], ["beta"]),
    ],
)
def test_the_base_comes_first_and_then_the_columns_that_are_named(
    said: Mapping[str, object], names: list[str], beside: list[str]
) -> None:
    found, brief = settled(said)
    assert (found, [each.name for each in brief.beside]) == (names, beside)
    told = dict(assumed(brief))
    assert (told.get("base_column") is Basis.GIVEN) is ("base" in said)
    assert (told.get("audited_columns") is Basis.GIVEN) is ("columns" in said)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"rule": "sideways"}, "no_such_rule"),
        ({"base": "delta"}, "no_such_column"),
        ({"columns": ("a",)}, "could_be_columns"),
        ({"envelopes": {"delta": 5}}, "no_such_column"),
        ({"units": {"delta": 5}}, "no_such_column"),
        ({"base": "alfa", "columns": ("alfa",)}, "no_column_beside"),
        ({"base": "alfa", "weights": ((WHO[0], "5"),)}, "base_and_weights"),
        ({"weights": ((Recipient(code="", name="Xyz"), "5"),)}, "nobody_weighed"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused(said: Mapping[str, object], code: str) -> None:
    with pytest.raises(RequestError) as refused:
        settled(said)
    assert refused.value.message.code == code


@pytest.mark.parametrize("rule", ["half-up", "hill", "largest-remainder", "residual-to-largest"])
def test_any_rule_may_be_told(rule: str) -> None:
    assert settled({"rule": rule})[1].rule == rule


def test_weights_are_put_in_the_order_of_the_rows_under_a_name_of_their_own() -> None:
    weights = ((WHO[2], "30"), (Recipient(code="", name="Ale"), "10"))
    columns, brief = prepare(TABLE, Instructions(weights=weights, weights_name="beta"), NOBODY)
    assert columns[0].name == brief.base == "beta (weights)"
    assert (columns[0].heading, columns[0].cells) == ("beta", ("10", "", "30"))
    assert brief.is_base_exact
    columns, brief = prepare(TABLE, Instructions(weights=weights, weights_name="w"), NOBODY)
    assert columns[0].name == brief.base == "w"


def test_what_is_said_goes_before_what_the_table_states() -> None:
    _, brief = settled({"envelopes": {"BETA": 80_000, "gamma": 7}})
    assert brief.envelopes == {"beta": 80_000, "gamma": 7}
    assert assumed(brief) == [("envelope_of", Basis.GIVEN)] * 2
    # what is stated of a column that is not audited is left out
    _, brief = settled({"columns": ("alfa",)})
    assert brief.envelopes == {}


@pytest.mark.parametrize(
    ("cells", "unit", "near", "expected"),
    [
        (("164 000", "12 000"), 1_000, None, (1_000, 1)),
        (("164", "12"), 1_000, None, (None, 1_000)),
        (("164", "12 000"), 1_000, None, (None, 1_000)),
        (("164", "12 000", "13 000"), 1_000, None, (1_000, 1)),
        (("53,5", "12,0"), 1_000, None, (None, 1_000)),
        (("164 000", "12 000", ""), 1_000, None, (1_000, 1)),
        (("164 000", "12 000"), 1_000, 176_000, (1_000, 1)),
        (("164 000", "12 000"), 1_000, 176_000_000, (None, 1_000)),
        # nearer by its square: 176 000 times the root of a thousand is 5 565 608
        (("164 000", "12 000"), 1_000, 5_565_608, (1_000, 1)),
        (("164 000", "12 000"), 1_000, 5_565_609, (None, 1_000)),
        (("164 000,5", "12 000,5"), 1_000, None, (None, 1_000)),
    ],
)
def test_a_unit_is_what_amounts_are_multiples_of_or_what_a_printed_one_is_worth(
    cells: tuple[str, ...], unit: int, near: int | None, expected: tuple[int | None, int]
) -> None:
    table = Printed(WHO[: len(cells)], (column("x", *cells),), ("x",), {})
    envelopes = {} if near is None else {"x": near}
    columns, _ = prepare(table, Instructions(units={"x": unit}, envelopes=envelopes), NOBODY)
    assert (columns[0].unit, columns[0].worth) == expected
    # what the table itself states is as good
    table = table._replace(envelopes=envelopes)
    columns, brief = prepare(table, Instructions(units={"x": unit}), NOBODY)
    assert (columns[0].unit, columns[0].worth) == expected
    worths = [each for each in brief.given if each.basis is Basis.GIVEN]
    assert len(worths) == (expected[1] != 1)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(("53,5", "12,0"), (None, 1_000)), (("164 000", "12 000"), (1_000, 1))],
)
def test_a_unit_that_is_said_takes_back_what_the_table_states(
    cells: tuple[str, ...], expected: tuple[int | None, int]
) -> None:
    """Of printed ones that are thousands, it is no more said what they are multiples of."""
    stated = column("x", *cells, unit=100, worth=100)
    table = Printed(WHO[:2], (stated,), ("x",), {})
    (found,), _ = prepare(table, Instructions(units={"x": 1_000}), NOBODY)
    assert (found.unit, found.worth) == expected


@pytest.mark.parametrize(("first", "worth"), [("176 000", 1), ("176 000 000", 1_000)])
def test_without_an_envelope_a_unit_is_what_brings_a_column_near_the_first(
    first: str, worth: int
) -> None:
    table = Printed(WHO[:1], (column("x", first), column("y", "170 000")), ("x", "y"), {})
    columns, _ = prepare(table, Instructions(units={"y": 1_000}), NOBODY)
    assert columns[1].worth == worth
    # the first is near nothing but itself
    columns, _ = prepare(table, Instructions(units={"x": 1_000}), NOBODY)
    assert (columns[0].unit, columns[0].worth) == (1_000, 1)


def test_a_worth_that_the_table_states_is_stated() -> None:
    table = Printed(WHO, (column("x", "1", "2", "3", worth=1_000),), ("x",), {})
    _, brief = settled({}, table)
    (told,) = brief.given
    assert told.basis is Basis.STATED
    assert isinstance(told.value, Message)
    assert dict(told.value.facts)["amount"] == 1_000


@pytest.mark.parametrize(
    ("columns", "expected"),
    [((), [("gamma", True), ("delta", False)]), (("gamma",), [("delta", False)])],
)
def test_columns_that_are_left_aside_are_told_unless_they_are_audited(
    columns: tuple[str, ...], expected: list[tuple[str, bool]]
) -> None:
    table = TABLE._replace(
        asides=(Aside("gamma", "x", is_by_word=True), Aside("delta", "y")),
        decisions=(("z", "decided"),),
    )
    _, brief = settled({"columns": columns}, table)
    assert [(each.column, each.is_by_word) for each in brief.asides] == expected
    assert assumed(brief)[0] == ("z", Basis.INFERRED)


@pytest.mark.parametrize(
    ("decimal", "cells", "expected"),
    [
        (None, ("1.234", "5.678"), ("decimal_mark", Basis.INFERRED)),
        (".", ("1.234", "5.678"), ("decimal_mark", Basis.GIVEN)),
        (None, ("1234", "5678"), None),
    ],
)
def test_what_a_mark_means_is_told_where_it_is_said_or_could_be_otherwise(
    decimal: str | None, cells: tuple[str, ...], expected: tuple[str, Basis] | None
) -> None:
    table = Printed(WHO[:2], (column("x", *cells),), ("x",), {})
    _, brief = settled({"decimal": decimal}, table)
    assert assumed(brief) == ([] if expected is None else [expected])
    assert brief.decimal == decimal
