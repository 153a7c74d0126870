"""What decides in a file: its own evidence, and what a person chooses."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from allokera.audit.messages import AuditMessages
from allokera.errors import AllokeraError
from allokera.source.choices import Choices
from allokera.source.messages import SourceMessages
from allokera.source.table import read_table
from conftest import Program, worded
from written import KNOWN, read, workbook

WEIGHTS = b"Namn;A;B\nx;1;30\ny;2;20\nz;3;10\n"


def chosen(content: bytes, **choices: Any) -> list[str]:
    table = read_table("t", content, KNOWN, Choices(**choices))
    return [each.name for each in table.recipients]


def amounts(allokera: Program, table: bytes, *options: str) -> dict[str, int]:
    answer = allokera("compute", "--weights", "-", *options, "--json", stdin=table)
    return {row["name"]: row["amount"] for row in json.loads(answer.out)["rows"]}


def reason(allokera: Program, table: bytes, *options: str) -> str:
    """What the shares are made of, as it is said."""
    answer = allokera("compute", "--weights", "-", *options, "--json", stdin=table)
    return str(json.loads(answer.out)["shares"]["reason"])


def weights_of(column: str, without: tuple[str, ...] = (), per_cent: Fraction | None = None) -> str:
    return worded(
        SourceMessages.weights_of,
        file="stdin",
        column=column,
        without=without,
        per_cent=per_cent,
        assumed="",
    )


def test_a_column_of_weights_is_chosen_by_its_name(allokera: Program) -> None:
    asked = ["--total", "60", "--unit", "1"]
    assert amounts(allokera, WEIGHTS, *asked, "--column", "B") == {"x": 30, "y": 20, "z": 10}
    assert amounts(allokera, WEIGHTS, *asked, "--column", "a") == {"x": 10, "y": 20, "z": 30}
    refused = allokera("compute", "--weights", "-", *asked, stdin=WEIGHTS)
    assert refused.status == 2


def test_a_scenario_file_chooses_too(allokera: Program, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_bytes(WEIGHTS)
    (tmp_path / "s.yaml").write_text(
        'total: "60"\nunit: "1"\nweights: "w.csv"\ncolumn: "B"\n', encoding="utf-8"
    )
    answer = allokera("compute", "--scenario", str(tmp_path / "s.yaml"), "--json")
    assert [row["amount"] for row in json.loads(answer.out)["rows"]] == [30, 20, 10]


def test_sums_and_parts_have_no_weight_and_are_said(allokera: Program) -> None:
    table = b"Namn;Vikt\nNord;50\n- varav Norra byn;20\nSyd;50\nSumma;100\n"
    asked = ["--total", "100", "--unit", "1"]
    assert amounts(allokera, table, *asked) == {"Nord": 50, "Syd": 50}
    assert reason(allokera, table, *asked) == weights_of(
        "Vikt", without=("- varav Norra byn", "Summa")
    )


def test_shares_that_come_to_more_than_a_hundred_are_said(allokera: Program) -> None:
    table = b"Namn;Andel (%)\nNord;48,22\nMitt;41,03\nSyd;11,00\n"
    over = weights_of("Andel (%)", per_cent=Fraction(10025, 100))
    assert reason(allokera, table, "--total", "1000") == over
    shown = b"Namn;Vikt\nNord;48,22 %\nMitt;51,78 %\n"
    assert amounts(allokera, shown, "--total", "10000", "--unit", "1") == {
        "Nord": 4822,
        "Mitt": 5178,
    }
    assert reason(allokera, shown, "--total", "9") == weights_of("Vikt")


def test_a_wrong_mark_beside_grouped_millions_makes_no_small_number(allokera: Program) -> None:
    table = b"Namn;Vikt\nA;6,100,000\nB;7,250,000\nC;725.000\n"
    answer = allokera("compute", "--weights", "-", "--total", "9", stdin=table)
    assert answer.status == 2
    given = [*["compute", "--weights", "-", "--total", "9", "--json"], "--decimal", "."]
    rows = json.loads(allokera(*given, stdin=table).out)["rows"]
    assert [row["weight"] for row in rows] == [6_100_000, 7_250_000, 725]


@pytest.mark.parametrize(
    ("cells", "decimal", "weights"),
    [
        (("1.500", "2.250"), None, [1500, 2250]),
        (("1,500", "2.25"), None, [150000, 225]),
        (("1.500", "2,25"), None, [150000, 225]),
        (("1.500", "950"), ".", [15, 9500]),
        (("1.500", "2.250"), ",", [1500, 2250]),
    ],
)
def test_one_mark_decides_for_the_other(
    allokera: Program, cells: tuple[str, str], decimal: str | None, weights: list[int]
) -> None:
    table = f"Namn;Vikt\nA;{cells[0]}\nB;{cells[1]}\n".encode()
    options = [] if decimal is None else ["--decimal", decimal]
    answer = allokera("compute", "--weights", "-", "--total", "9", *options, "--json", stdin=table)
    assert [row["weight"] for row in json.loads(answer.out)["rows"]] == weights


def test_a_lone_number_that_could_be_two_is_refused(allokera: Program) -> None:
    table = b"Namn;Vikt\nA;12.345\nB;7250\n"
    asked = ["compute", "--weights", "-", "--total", "9", "--json"]
    assert allokera(*asked, stdin=table).status == 2
    answer = allokera(*asked, "--decimal", ".", stdin=table)
    assert [row["weight"] for row in json.loads(answer.out)["rows"]] == [12345, 7250000]


def test_typographic_quotes_quote() -> None:
    table = read("Kommun,2018,2019\nAle,“6,100”,„9,000”\nKil,«7,250»,“10,000” x\n")
    assert [each.cells for each in table.columns] == [("6,100", "7,250"), ("9,000", "10,000 x")]
    assert table.document.write
    written = table.document.write({(1, 1): "5,000"})
    assert "Ale,“5,000”,„9,000”" in written.decode()


@pytest.mark.parametrize(
    "text",
    ["Namn,Vikt\nA,1,200\nB,1,800\n", "Namn,Vikt\nA,1\nB,1,800\n", "Kommun,2018\nAle,1,200\n"],
)
def test_rows_wider_than_the_heading_are_refused(text: str) -> None:
    with pytest.raises(AllokeraError, match=r"^t:[23]: row too long: cells=3, usual=2$"):
        read(text)


def test_empty_cells_make_no_row_wider() -> None:
    assert len(read("Kommun;2018\nAle;1;\nKil;2;;\n").columns) == 1


SHEETS: dict[str, list[list[object]]] = {
    "Beslut": [["Kommun", "2018"], ["Ale", 5], ["Kil", 6]],
    "Underlag": [["Kommun", "2017"], ["Borås", 5], ["Lund", 6], ["Malmö", 7]],
}


def two_sheets() -> bytes:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS["Beslut"], "Beslut")))
    sheet = book.create_sheet("Underlag")
    for row in SHEETS["Underlag"]:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_sheet_or_a_table_is_chosen() -> None:
    book = two_sheets()
    assert chosen(book) == ["Borås", "Lund", "Malmö"]
    assert chosen(book, sheet="beslut") == ["Ale", "Kil"]
    assert chosen(book, table=1) == ["Ale", "Kil"]
    with pytest.raises(AllokeraError, match="no such sheet: name='Blad', names="):
        chosen(book, sheet="Blad")
    with pytest.raises(AllokeraError, match="no such table: number=3, count=2"):
        chosen(book, table=3)
    with pytest.raises(AllokeraError, match="no sheets"):
        chosen(WEIGHTS, sheet="Blad")


def test_the_other_tables_are_listed_with_what_takes_them(
    allokera: Program, tmp_path: Path
) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(two_sheets())
    document = json.loads(allokera("verify", str(path), "--json").out)
    (other,) = (each for each in document["not_checked"] if each["check"] == "table")
    assert other["text"] == worded(AuditMessages.other_table, number=1, name="Beslut")


def test_two_columns_name_the_recipients_together() -> None:
    rows = "Stat;Ort;Belopp\nAlabama;Washington;1\nAlabama;Lee;2\nIowa;Lee;3\nIowa;Washington;4\n"
    assert chosen(rows.encode()) == [
        "Alabama, Washington",
        "Alabama, Lee",
        "Iowa, Lee",
        "Iowa, Washington",
    ]
    assert chosen(rows.encode(), names=("Ort", "Stat"))[0] == "Washington, Alabama"
    assert chosen(rows.encode(), names=("ort",))[0] == "Washington"
    with pytest.raises(AllokeraError, match="no such column: text='Län'"):
        chosen(rows.encode(), names=("Län",))


def test_a_known_name_that_stands_twice_is_a_mistake() -> None:
    rows = "Kommun;Ansvarig;Belopp\nAle;Bo;1\nAle;Eva;2\nKil;Ulf;3\n"
    assert chosen(rows.encode()) == ["Ale", "Ale", "Kil"]
    more = rows + "Kil;Åke;4\n"
    assert chosen(more.encode()) == ["Ale, Bo", "Ale, Eva", "Kil, Ulf", "Kil, Åke"]


def test_rows_that_stand_twice_stay_so() -> None:
    rows = "Kommun;Anm;Belopp\nAle;ny;1\nAle;;2\nKil;ny;3\n"
    assert chosen(rows.encode()) == ["Ale", "Ale", "Kil"]


def test_a_part_of_another_row_stands_apart(allokera: Program) -> None:
    rows = "Kommun;2018;2019\n" + "".join(
        f"Ort {n};{n}{n}7000;{3 * (n * 10 + n)}21000\n" for n in range(1, 9)
    )
    rows += "varav Ort 9;700000;100000\n"
    document = json.loads(allokera("verify", "-", "--json", stdin=rows.encode()).out)
    assert document["verdict"] == "clean"
    assert {each["check"] for each in document["not_checked"]} >= {"row"}
