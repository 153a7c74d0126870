"""Reports and lists in Swedish: every name is there, and one agrees as many do."""

import pytest

from allokera.apportionment import METHODS, Method
from allokera.apportionment.promises.properties import PROPERTIES
from allokera.audit.report.report import Severity, Tried, Verdict
from allokera.model import Basis, Status
from allokera.render.language import ENGLISH, speak

SWEDISH = speak("sv")


def test_every_property_status_basis_and_verdict_has_a_name_of_its_own() -> None:
    names = [SWEDISH.lists.property_name(each.name) for each in PROPERTIES]
    statuses = [SWEDISH.lists.status(each) for each in Status]
    bases = [SWEDISH.report.basis(each) for each in Basis]
    verdicts = [SWEDISH.report.verdict(each) for each in Verdict]
    for words in (names, statuses, bases, verdicts):
        assert len({*words}) == len(words)


def test_properties_stand_side_by_side_in_80_columns() -> None:
    headings = [SWEDISH.lists.property_in_lines(each.name) for each in PROPERTIES]
    columns = [max(map(len, heading.split("\n"))) for heading in headings]
    assert max(len(each.name) for each in METHODS) + sum(columns) + 2 * len(columns) <= 80


@pytest.mark.parametrize("method", METHODS, ids=lambda each: each.name)
def test_origins_are_swedish(method: Method) -> None:
    assert not {"ch.", "sec.", "elections"} & {*SWEDISH.lists.origin(method).split()}


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 notering, varav 1 godtagen"),
        (2, "2 noteringar, varav 2 godtagna"),
        (0, "inga iakttagelser"),
    ],
)
def test_findings_are_counted(count: int, said: str) -> None:
    counts = [(Severity.NOTE, count)] if count else []
    assert SWEDISH.report.counts(counts, count) == said


def test_one_and_many_agree() -> None:
    one, many = (SWEDISH.report.keystrokes(Tried(n, n, n), 1000, n) for n in (1, 2))
    assert "1 av dem är en multipel" in one and one.endswith("med den andra raden")
    assert "2 av dem är multiplar" in many and many.endswith("med de 2 andra raderna")
    assert "1 är tryckt så att det" in SWEDISH.report.held_to_relations(3, 2, 1)
    assert "2 är tryckta så att de" in SWEDISH.report.held_to_relations(4, 2, 2)


def test_of_very_many_findings_the_first_are_named() -> None:
    assert ENGLISH.report.wrong(3, ["a", "b"]) == "3 are wrong: a; b; and 1 more."
    assert SWEDISH.report.wrong(3, ["a", "b"]) == "Granskningen visar 3 fel: a; b; och 1 till."
