"""Who the rows are: on the list, missing from it, written otherwise, twice."""

from collections.abc import Sequence

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.outcome import Unchecked
from allokera.audit.report.report import Severity
from allokera.model import Recipient
from audit.cases import case_of, findings, outcomes, rows_found, table_of

NAMES = ("Ale", "Alingsås", "Bengtsfors", "Bollebygd", "Borås", "Dals-Ed", "Essunga", "Falköping")
KNOWN = tuple(Recipient(code=f"14{at:02}", name=name) for at, name in enumerate(NAMES, 40))
LISTED = tuple(Recipient(code="", name=name) for name in NAMES[:4])


def brief(*, listed: bool) -> Brief:
    return Brief(base=None, envelopes={}, eligible=LISTED if listed else (), known=KNOWN)


@pytest.mark.parametrize(
    ("names", "listed", "expected"),
    [
        (("Ale", "Alingsås", "Bengtsfors", "Bollebygd"), True, []),
        (("Ale", "Alingsås", "Bengtsfors", "Borås"), True, [("Borås", Severity.ERROR)]),
        (("Ale", "Alingsås", "Bengtsfors", "Xyz"), False, [("Xyz", Severity.NOTE)]),
        (("Ale", "Alingsås", "Bengtsfors", "Essuunga"), False, [("Essuunga", Severity.WARNING)]),
        (("Ale", "Alingsås", "Xyz", "Zyx"), False, None),
        (("Ale", "Alingsås", "Bengtsfors", "Summa"), False, []),
    ],
    ids=str,
)
def test_who_is_on_no_list_is_wrong_and_who_is_no_municipality_may_be_misspelt(
    names: Sequence[str], listed: bool, expected: list[tuple[str, Severity]] | None
) -> None:
    """Where no list is given, three in four must be municipalities for the others to be odd."""
    case = case_of(table_of({"a": [7] * len(names)}, names), brief(listed=listed))
    if expected is None:
        assert [type(each) for each in outcomes("unknown-name", case)] == [Unchecked]
        return
    found = [
        (each.recipient.name, each.severity)
        for each in findings("unknown-name", case)
        if each.recipient is not None
    ]
    assert found == expected


def test_the_nearest_is_looked_for_of_ten_unknown_names() -> None:
    misspelt = [f"{name}{more}" for name in ("Bengtsforss", "Essungaa") for more in ("", *"abcde")]
    case = case_of(table_of({"a": [7] * 12}, misspelt), brief(listed=True))
    near = [dict(each.message.facts)["near"] for each in findings("unknown-name", case)]
    assert len(near) == 12
    assert near[0] == "Bengtsfors"
    assert near[10:] == [None, None]
    remedies = [each.remedy.code for each in findings("unknown-name", case)]
    assert [code == "write_if_meant" for code in remedies] == [each is not None for each in near]


@pytest.mark.parametrize("listed", [True, False])
def test_who_is_on_the_list_and_has_no_row_is_missing(listed: bool) -> None:
    names = ("Ale", "Bollebygd kommun", "Alingsås")
    case = case_of(table_of({"a": [7] * 3}, names), brief(listed=listed))
    assert rows_found("missing-row", case) == ([("Bengtsfors", None)] if listed else [])
    is_unchecked = [type(each) for each in outcomes("missing-row", case)] == [Unchecked]
    assert is_unchecked is not listed
    assert rows_found("variant-name", case) == [("Bollebygd kommun", None)]


def test_without_any_list_no_name_is_written_otherwise() -> None:
    case = case_of(table_of({"a": [7, 8]}), Brief(base=None, envelopes={}))
    assert [type(each) for each in outcomes("variant-name", case)] == [Unchecked]


@pytest.mark.parametrize(
    ("amounts", "code"),
    [((7, 8, 7), "row_twice_alike"), ((7, 8, 9), "row_twice_differing")],
)
def test_a_second_row_of_the_same_is_alike_or_not(amounts: Sequence[int], code: str) -> None:
    table = table_of({"b": [5, 5, 5], "a": amounts}, ["Ale", "Borås", "Ale kommun"])
    (found,) = findings("duplicate-row", case_of(table, brief(listed=False)))
    assert found.recipient is not None
    assert (found.recipient.name, found.message.code) == ("Ale kommun", code)
    assert dict(found.message.facts)["rows"] == (1, 3)


@pytest.mark.parametrize(
    ("name", "remedy"), [("Summa", "nothing_if_sum"), ("Hela riket", "nothing_if_sum")]
)
def test_a_row_that_is_called_a_sum_needs_nothing(name: str, remedy: str) -> None:
    table = table_of({"a": [7, 8, 15]}, ["Ale", "Borås", name])
    (found,) = findings("total-row", case_of(table, brief(listed=False)))
    assert found.remedy.code == remedy


@pytest.mark.parametrize("is_by_size", [True, False])
def test_numbers_in_names_may_be_ordered_by_size_or_letter_by_letter(is_by_size: bool) -> None:
    names = [f"Distrikt {number}" for number in range(1, 13)]
    ordered = names if is_by_size else sorted(names)
    amounts = [1_000 + 7 * place * place for place in range(12)]

    def out_of_order(names: list[str]) -> list[str | None]:
        case = case_of(table_of({"A": amounts}, names), Brief(base=None, envelopes={}))
        return [name for name, _ in rows_found("order-broken", case)]

    assert out_of_order(ordered) == []
    moved = [*ordered[1:10], ordered[0], *ordered[10:]]
    assert out_of_order(moved) == [ordered[0]]
