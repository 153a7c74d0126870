"""The bundled data: what was printed, character for character, and nothing else."""

import csv

from allokera import Basis, Grant, Status
from conftest import ROOT

HERE = ROOT / "tests"


def test_the_table_is_the_one_that_was_keyed_a_second_time(grant: Grant) -> None:
    with (HERE / "data" / "transcription.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert [column.name for column in grant.columns] == rows[0][1:]
    assert [recipient.name for recipient in grant.recipients] == [row[0] for row in rows[1:]]
    for place, column in enumerate(grant.columns, 1):
        for recipient, cell, row in zip(grant.recipients, column.cells, rows[1:], strict=True):
            keyed = row[place]
            plain = cell if " " in keyed else cell.replace("\u00a0", " ").replace(" ", "")
            assert plain == keyed, f"{recipient.name} {column.name}"


def test_every_separator_is_a_space_but_one(grant: Grant) -> None:
    odd = [
        (recipient.name, column.name, cell)
        for column in grant.columns
        for recipient, cell in zip(grant.recipients, column.cells, strict=True)
        if set(cell) - set("0123456789 ")
    ]
    assert odd == [("Järfälla", "2019", "32\u00a0000 000")]


def test_every_cell_but_two_has_groups_of_three(grant: Grant) -> None:
    malformed = [
        (recipient.name, column.name, cell)
        for column in grant.columns
        for recipient, cell in zip(grant.recipients, column.cells, strict=True)
        if any(len(group) != 3 for group in cell.replace("\u00a0", " ").split(" ")[1:])
    ]
    assert malformed == [("Stockholm", "2019", "164 000 00"), ("Göteborg", "2019", "106 000 00")]


def test_codes_are_the_municipalities_own_and_in_order(grant: Grant) -> None:
    codes = [recipient.code for recipient in grant.recipients]
    assert codes == sorted(codes)
    assert all(len(code) == 4 and code.isdecimal() for code in codes)
    by_name = {recipient.name: recipient.code for recipient in grant.recipients}
    assert by_name["Stockholm"] == "0180"
    assert by_name["Malmö"] == "1280"
    assert by_name["Göteborg"] == "1480"
    assert by_name["Sandviken"] == "2181"


def test_those_who_may_apply_are_those_in_the_table(grant: Grant) -> None:
    assert len(grant.eligible) == 32
    assert set(grant.eligible) == {recipient.name for recipient in grant.recipients}
    assert grant.eligible[0] == "Borlänge"
    assert grant.eligible[-1] == "Örebro"


def test_every_year_has_its_money(grant: Grant) -> None:
    money = {
        budget.year: (budget.envelope, budget.administration.amount, budget.administration.basis)
        for budget in grant.budgets
    }
    assert money == {
        2018: (425_000_000, 14_604_000, Basis.DERIVED),
        2019: (1_350_000_000, 25_000_000, Basis.INFERRED),
        **dict.fromkeys(range(2020, 2028), (2_200_000_000, 25_000_000, Basis.INFERRED)),
    }
    for budget in grant.budgets:
        assert budget.basis is Basis.STATED
        assert budget.unit == (1_000 if budget.year == 2018 else 1_000_000)
        assert budget.agency == (
            "Tillväxtverket" if budget.year == 2018 else "Delegationen mot segregation"
        )
        expected = Status.INDICATIVE if budget.year == 2018 else Status.WORKED_EXAMPLE
        assert budget.status is expected


def test_columns_say_what_was_printed_above_and_below_them(grant: Grant) -> None:
    assert [column.heading for column in grant.columns] == [
        "Belopp 2018*",
        "Belopp 2019**",
        "Belopp per år 2020\u20132027***",
    ]
    assert [column.quotation.split(" ")[0] for column in grant.columns] == ["*", "**", "***"]
    assert all("administrativa kostnader" in column.quotation for column in grant.columns)
    assert grant.base == "2018"


def test_sources_are_named_with_their_digests(grant: Grant) -> None:
    assert [source.file for source in grant.files] == ["kommuner_2018.yaml", "budgets.yaml"]
    assert [source.file for source in grant.sources] == [
        "002_507c521a376d14b6.txt",
        "004_a53335e50cd41adc.txt",
    ]
    assert all(len(source.sha256) == 64 for source in (*grant.files, *grant.sources))
