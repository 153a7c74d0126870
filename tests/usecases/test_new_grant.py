"""A grant of one's own in one command: what is written of a table, and what is read back of it."""

import io
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

import written
from allokera import Grant, audit_file, compute, load_grant
from allokera.errors import AllokeraError
from allokera.model import Basis, Column, Recipient, Source
from allokera.render.language import word
from allokera.source.grant_files.grant import read_grant
from allokera.source.grant_files.strict_yaml import parse_yaml
from allokera.source.grant_files.writing import BudgetEntry, Draft, write_budgets, write_table
from allokera.usecases.audit_grant import audit_grant
from allokera.usecases.new_grant import new_grant
from allokera.usecases.write_grant import YearsMoney
from conftest import Golden, Program
from written import Rows

NOTHING = YearsMoney()
MONEY = YearsMoney("2020-2027", "2,2 mdkr", "25mnkr", "mnkr")
FORMS: dict[str, Callable[[Rows], str | bytes]] = {
    **written.TEXTS,
    "pasted": written.pasted,
    "fixed width": written.fixed_width,
    "workbook": written.workbook,
}


def bundled(grant: Grant) -> Rows:
    return (
        ("Kommun", *(column.heading for column in grant.columns)),
        *(
            (recipient.name, *(column.cells[row] for column in grant.columns))
            for row, recipient in enumerate(grant.recipients)
        ),
    )


def made(
    folder: Path, content: str | bytes, money: YearsMoney = NOTHING, **said: Any
) -> tuple[Grant, dict[str, str]]:
    """The grant that is made of a table, and what is told of it."""
    (folder / "t.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    told = new_grant(folder / "new", str(folder / "t.csv"), money, word, **said)
    return load_grant(folder / "new"), {subject: word(text) for subject, text in told}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_bundled_table_comes_back_from_every_format(
    form: Callable[[Rows], str | bytes], grant: Grant, tmp_path: Path
) -> None:
    own, _ = made(tmp_path, form(bundled(grant)), MONEY)
    assert own.recipients == grant.recipients
    assert [each.years for each in own.columns] == [each.years for each in grant.columns]
    assert {each.unit for each in own.columns} == {None}  # no table says it
    cells = [tuple(map(str.strip, each.cells)) for each in own.columns]
    plain = [[cell.replace("\u00a0", " ") for cell in each] for each in cells]
    kept = [[cell.replace("\u00a0", " ") for cell in each.cells] for each in grant.columns]
    assert plain == kept
    for year in (2020, 2027):
        mine, theirs = compute(own, year=year), compute(grant, year=year)
        assert [row.amount for row in mine.rows] == [row.amount for row in theirs.rows]
        assert [row.published for row in mine.rows] == [row.published for row in theirs.rows]


def test_codes_that_the_table_does_not_print_are_told(grant: Grant, tmp_path: Path) -> None:
    _, told = made(tmp_path, written.separated(";")(bundled(grant)))
    assert "32" in told["codes"]


def test_the_grant_is_audited_as_its_table_is(grant: Grant, tmp_path: Path) -> None:
    made(tmp_path, written.separated(";")(bundled(grant)))
    of_file, of_grant = audit_file(tmp_path / "t.csv"), audit_grant(tmp_path / "new")
    assert [(each.code, each.recipient, each.suggestion) for each in of_grant.findings] == [
        (each.code, each.recipient, each.suggestion) for each in of_file.findings
    ]
    assert of_grant.verdict == of_file.verdict


def test_the_base_is_the_column_that_others_follow(grant: Grant, tmp_path: Path) -> None:
    own, told = made(tmp_path, written.separated(";")(bundled(grant)))
    assert own.base == "Belopp 2018"
    text = (tmp_path / "new" / "table.yaml").read_text(encoding="utf-8")
    assert told["base"].startswith("Belopp 2018. ")
    assert told["base"].removeprefix("Belopp 2018. ") in " ".join(text.replace("#", "").split())
    assert "Belopp 2019" in told["base"]


TABLE = """\
Mottaker;Kommunenr;Tilskudd 2025;Tilskudd 2026
Bodø;1804;1 250;1 300
Moss;3002;700;800
Hamar;3403;500;600
Sum;;2 450;2 700
"""


def test_sums_are_left_aside_and_codes_are_kept(tmp_path: Path) -> None:
    own, told = made(tmp_path, TABLE)
    assert own.recipients == (
        Recipient("1804", "Bodø"),
        Recipient("3002", "Moss"),
        Recipient("3403", "Hamar"),
    )
    assert "Sum" in told["left aside"]
    assert own.budgets == ()
    assert own.title == "t"
    (source,) = own.sources
    content = TABLE.encode()
    assert (source.file, source.sha256) == ("t.csv", sha256(content).hexdigest())
    assert compute(own, total=2_450).rows[0].amount == 1_250


@pytest.mark.parametrize(
    ("said", "base", "columns"),
    [
        ({}, "Tilskudd 2025", ["Tilskudd 2025", "Tilskudd 2026"]),
        ({"base": "2026"}, "Tilskudd 2026", ["Tilskudd 2025", "Tilskudd 2026"]),
        ({"columns": "2026"}, "Tilskudd 2026", ["Tilskudd 2026"]),
        ({"columns": "2026", "base": "2025"}, "Tilskudd 2025", ["Tilskudd 2025", "Tilskudd 2026"]),
    ],
)
def test_a_person_chooses_columns_and_base(
    said: dict[str, Any], base: str, columns: list[str], tmp_path: Path
) -> None:
    own, _ = made(tmp_path, TABLE, **said)
    assert (own.base, [each.name for each in own.columns]) == (base, columns)


def test_a_heading_alone_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(AllokeraError, match="no table"):
        made(tmp_path, "Kommun;2024;2025\n")
    own, _ = made(tmp_path, "Kommun;2024;2025\nAle;2024;2025\n")
    assert [each.name for each in own.recipients] == ["Ale"]


def test_what_is_paid_back_is_no_envelope(tmp_path: Path) -> None:
    with pytest.raises(AllokeraError, match="envelope below zero"):
        made(tmp_path, TABLE, YearsMoney("2027", "-9 000"))


def test_a_workbooks_numbers_have_no_spare_noughts(tmp_path: Path) -> None:
    """Three decimals would be a group of thousands."""
    path = tmp_path / "t.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Kommun", "Bidrag"], ["Ale", 1250000.5], ["Boden", 7.125], ["Eda", 3]):
        sheet.append(row)
    book.save(path)
    grant = tmp_path / "own"
    new_grant(grant, str(path), YearsMoney(), word)
    assert load_grant(grant).columns[0].cells == ("1250000.5", "7.1250", "3")


@pytest.mark.parametrize("columns", ["Stöd, kr", "stöd, kr,2032", "2032,Stöd, kr"])
def test_a_heading_with_a_comma_can_be_chosen(columns: str, tmp_path: Path) -> None:
    own, _ = made(tmp_path, "Kommun;Stöd, kr;2032\nAle;5;6\nKil;7;1\n", columns=columns)
    assert [each.name for each in own.columns] == ["Stöd, kr", "2032"][: 1 + ("2032" in columns)]


def test_what_a_person_says_of_a_year_is_given(tmp_path: Path) -> None:
    own, _ = made(tmp_path, TABLE, YearsMoney("2027-2028", "9 000", "1 000"), title='Et "stipend"')
    assert own.title == 'Et "stipend"'
    assert [each.year for each in own.budgets] == [2027, 2028]
    budget = own.budgets[0]
    assert (budget.envelope, budget.pool, budget.unit, budget.basis) == (
        9_000,
        8_000,
        1,
        Basis.GIVEN,
    )
    assert (budget.administration.basis, budget.source, budget.status) == (Basis.GIVEN, None, None)


def test_a_years_unit_is_that_of_its_column_and_else_of_the_last(
    grant: Grant, tmp_path: Path
) -> None:
    for year, unit in ((2018, 1_000), (2019, 1_000_000), (2031, 1_000_000)):
        folder = tmp_path / str(year)
        folder.mkdir()
        rows = written.separated(";")(bundled(grant))
        own, _ = made(folder, rows, YearsMoney(str(year), "425 mnkr"))
        assert [(each.year, each.unit) for each in own.budgets] == [(year, unit)]


def test_what_the_table_states_in_total_is_a_years_money(tmp_path: Path) -> None:
    own, _ = made(tmp_path, written.text_of("markdown"), YearsMoney("2033", "5 mnkr"))
    assert [(each.year, each.envelope, each.basis) for each in own.budgets] == [
        (2031, 425_000_000, Basis.STATED),
        (2032, 1_350_000_000, Basis.STATED),
        (2033, 5_000_000, Basis.GIVEN),
        (2034, 1_350_000_000, Basis.STATED),
    ]
    first = own.budgets[0]
    assert first.quotation == written.NOTES[0]
    assert first.source
    assert first.source.file == "t.csv"


def test_amounts_printed_in_thousands_are_worth_as_much(tmp_path: Path) -> None:
    own, _ = made(tmp_path, "Kommun;Belopp 2031 (tkr)\nAle;5 000\nKil;7 000,5\n")
    (column,) = own.columns
    assert (column.worth, column.cells) == (1_000, ("5 000", "7 000,5"))
    assert [row.weight for row in compute(own, total=1).rows] == [5_000_000, 7_000_500]


def test_two_columns_of_one_year_have_none(tmp_path: Path) -> None:
    own, told = made(tmp_path, "Kommun;Förslag 2031;Beslut 2031;2032\nAle;5;6;7\nKil;7;8;1\n")
    assert [each.years for each in own.columns] == [(), (), (2032,)]
    assert "Förslag 2031 and Beslut 2031" in told["years"]


def test_shares_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    own, told = made(tmp_path, "Kommun;2031;2032\nAle;5 000;6 000\nKil;7 00 0;1 000\n")
    assert own.columns[0].cells[1] == "7 00 0"
    assert "Kil" in told["shares"]
    assert told["next"].startswith("allokera verify")


def test_what_is_no_amount_is_left_aside(tmp_path: Path) -> None:
    own, told = made(tmp_path, "Kommun;Andel %;2031\nAle;40 %;6 000\nKil;60 %;9 000\n")
    assert [each.name for each in own.columns] == ["2031"]
    assert "Andel %" in told["left aside"]


def test_a_grants_own_table_is_a_table(grant: Grant, tmp_path: Path) -> None:
    first, _ = made(tmp_path, written.separated(";")(bundled(grant)), MONEY)
    new_grant(tmp_path / "2", str(tmp_path / "new" / "table.yaml"), MONEY, word)
    again = load_grant(tmp_path / "2")
    assert (again.recipients, again.base) == (first.recipients, first.base)
    assert [each.cells for each in again.columns] == [each.cells for each in first.columns]


def test_a_table_comes_from_standard_input(tmp_path: Path) -> None:
    new_grant(tmp_path / "new", "-", YearsMoney(), word, stdin=io.BytesIO(TABLE.encode()))
    assert load_grant(tmp_path / "new").sources[0].file == "stdin"


@pytest.mark.parametrize(
    ("content", "money", "said", "problem"),
    [
        ("Kommun;2031\nAle;5\nKil;6\nAle;7\n", (), {}, "t.csv:4: recipient twice: key='Ale'"),
        (
            "Namn;Kod;2031\nA;0301;5\nB;0301;6\nC;0302;6\n",
            (),
            {},
            "t.csv:3: recipient twice: key='0301'",
        ),
        ("nothing here", (), {}, "no table"),
        (TABLE, ("2027",), {}, "year and envelope"),
        (TABLE, (None, "5"), {}, "year and envelope"),
        (TABLE, (None, None, "5"), {}, "year and envelope"),
        (TABLE, (None, None, None, "5"), {}, "year and envelope"),
        (TABLE, ("27", "5"), {}, "--year: no years"),
        (TABLE, ("2027", "5,5,5"), {}, "--envelope: "),
        (TABLE, ("2027", "5", "x"), {}, "--administration: "),
        (TABLE, ("2027", "5", "6"), {}, "administration above envelope"),
        (TABLE, ("2027", "5", "4", "0"), {}, "--unit: zero unit"),
        (TABLE, (), {"base": "x"}, "no such column"),
        (TABLE, (), {"columns": "2025,x"}, "no such column"),
        (TABLE, (), {"table": "2"}, "no such table"),
        (TABLE, (), {"sheet": "x"}, "no sheets"),
        (TABLE, (), {"names": "x"}, "no such column"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    content: str, money: tuple[str, ...], said: dict[str, str], problem: str, tmp_path: Path
) -> None:
    with pytest.raises(AllokeraError, match=re.escape(problem)):
        made(tmp_path, content, YearsMoney(*money), **said)
    assert not (tmp_path / "new").exists()


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    full, file, empty = tmp_path / "full", tmp_path / "file", tmp_path / "empty"
    full.mkdir()
    (full / "x").touch()
    file.touch()
    empty.mkdir()
    for taken in (full, file):
        with pytest.raises(AllokeraError, match="directory taken"):
            new_grant(taken, str(tmp_path / "t.csv"), YearsMoney(), word)
    with pytest.raises(AllokeraError, match="no directory"):
        new_grant(tmp_path / "a" / "b", str(tmp_path / "t.csv"), YearsMoney(), word)
    new_grant(empty, str(tmp_path / "t.csv"), YearsMoney(), word)
    assert sorted(path.name for path in empty.iterdir()) == ["budgets.yaml", "table.yaml"]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: text.strip() or "x"
)


@given(names=st.lists(TEXT, min_size=1, max_size=4, unique=True), cell=st.text(), title=TEXT)
def test_whatever_a_table_says_reads_back(names: list[str], cell: str, title: str) -> None:
    cell = cell.encode("utf-8", "ignore").decode()
    draft = Draft(
        title=title,
        source=Source(file=title, sha256="0" * 64),
        recipients=[Recipient("", name) for name in names],
        columns=[Column(name=title, heading=title, cells=(cell,) * len(names), quotation=cell)],
        base=title,
        reason=title.replace("\n", " "),
        budgets=[BudgetEntry((2031,), 5, 1, is_printed=True, quotation=cell)],
    )
    table, money = (
        parse_yaml(name, write(draft, word), "")
        for name, write in (("table.yaml", write_table), ("budgets.yaml", write_budgets))
    )
    grant = read_grant(table, money)
    assert [each.name for each in grant.recipients] == names
    assert (grant.title, grant.base) == (title, title)
    assert grant.columns[0].cells == (cell,) * len(names)
    assert grant.budgets[0].quotation == cell


def test_the_files_as_they_are_written(
    allokera: Program, golden: Golden, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Every key, and every note, once."""
    monkeypatch.chdir(tmp_path)
    notes = '* Totalt 3 mnkr, "foreløpig".;;\n'
    table = "Mottaker;Tilskudd 2025*;2026\nBodø;1\u00a0250 000;13 00 000\nMoss \\ Rygge;700 000;-\n"
    (tmp_path / "stipend.csv").write_text(table + notes, encoding="utf-8")
    asked = ["--from", "stipend.csv", "--base", "2025", "--columns", "2025,2026"]
    money = ["--year", "2026", "--envelope", "4 mnkr", "--administration", "100tkr"]
    done = allokera("new", "stipend", *asked, *money)
    assert (done.status, done.err) == (0, "")
    files = [
        f"# {path.as_posix()}\n\n{path.read_text(encoding='utf-8')}"
        for path in (Path("stipend/table.yaml"), Path("stipend/budgets.yaml"))
    ]
    golden("new-grant.yaml", "\n".join(files))
    golden("new-grant.txt", done.out)
