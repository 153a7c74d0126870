"""Next year's decision: a copy of a grant, all notes kept, with one more year."""

import re
import shutil
from pathlib import Path

import pytest

from allokera import compute, load_grant
from allokera.errors import AllokeraError, SourceError
from allokera.model import Basis
from allokera.render.language import word
from allokera.source.files.bundled import data_directory
from allokera.source.grant_files.adding import add_entry
from allokera.source.grant_files.strict_yaml import parse_bytes
from allokera.usecases.next_year import next_year
from allokera.usecases.write_grant import YearsMoney
from conftest import ROOT, Golden, Program, Shown

MONEY = YearsMoney("2028", "2 300 mnkr")
BUNDLED = data_directory()


def added_to(old: bytes, new: bytes) -> str:
    """The lines that were put into a file; all others are as they were."""
    start = next(
        (place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old)
    )
    end = len(old) - start
    assert new[:start] + new[len(new) - end :] == old
    return new[start : len(new) - end].decode()


def test_the_bundled_grant_gets_another_year(tmp_path: Path) -> None:
    told = next_year(tmp_path / "new", None, MONEY, word)
    table, budgets = (tmp_path / "new" / name for name in ("kommuner_2018.yaml", "budgets.yaml"))
    assert table.read_bytes() == (BUNDLED / table.name).read_bytes()
    assert added_to((BUNDLED / budgets.name).read_bytes(), budgets.read_bytes())
    *before, last = load_grant(tmp_path / "new").budgets
    assert tuple(before) == load_grant().budgets
    assert (last.year, last.envelope, last.unit) == (2028, 2_300_000_000, 1_000_000)
    assert (last.basis, last.status, last.source) == (Basis.GIVEN, None, None)
    kept = last.administration
    assert (kept.amount, kept.basis) == (25_000_000, Basis.INFERRED)
    assert "2027" in word(kept.reason)
    assert [subject for subject, _ in told] == [
        str(table), str(budgets), "administration", "next",
    ]  # fmt: skip


def test_a_person_says_what_is_kept_and_in_which_unit(tmp_path: Path) -> None:
    money = YearsMoney("2029-2030,2028", "2 200 mnkr", "30 mnkr", "tkr")
    next_year(tmp_path / "new", BUNDLED, money, word)
    grant = load_grant(tmp_path / "new")
    added = grant.budgets[-3:]
    assert [each.year for each in added] == [2028, 2029, 2030]
    assert {(each.pool, each.unit) for each in added} == {(2_170_000_000, 1_000)}
    assert {each.administration.basis for each in added} == {Basis.GIVEN}
    assert compute(grant, year=2030).allocated == 2_170_000_000


def test_a_year_may_follow_another(tmp_path: Path) -> None:
    next_year(tmp_path / "1", None, MONEY, word)
    next_year(tmp_path / "2", tmp_path / "1", YearsMoney("2029", "5 mnkr", "0"), word)
    next_year(tmp_path / "3", tmp_path / "2", YearsMoney("2030", "6 mnkr"), word)
    last = load_grant(tmp_path / "3").budgets[-1]
    assert (last.year, last.pool, last.administration.amount) == (2030, 6_000_000, 0)


@pytest.mark.parametrize(
    ("money", "problem"),
    [
        ((), "nothing new"),
        (("2028",), "year and envelope"),
        ((None, "5"), "year and envelope"),
        (("2026-2028", "5mdkr"), "--year: year there: year=2026"),
        (("2028", "5 mnkr"), "administration above envelope"),
        (("all", "5 mnkr"), "--year: no years"),
    ],
)
def test_a_year_that_cannot_be_added_is_refused(
    money: tuple[str, ...], problem: str, tmp_path: Path
) -> None:
    with pytest.raises(AllokeraError, match=re.escape(problem)):
        next_year(tmp_path / "new", None, YearsMoney(*money), word)
    assert not (tmp_path / "new").exists()


def test_the_grant_itself_is_never_written_to(tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(BUNDLED, old)
    with pytest.raises(AllokeraError, match="directory taken"):
        next_year(old, old, MONEY, word)
    with pytest.raises(AllokeraError, match="one table expected"):
        next_year(tmp_path / "new", tmp_path, MONEY, word)


ENTRY = ['- years: "2031"', '  envelope: "5"']
ITEM = 'years: "2030"'


@pytest.mark.parametrize(
    ("before", "added", "after"),
    [
        (f"budgets:\n  - {ITEM}\n    envelope: '4'\n", "\n  {}\n  {}\n", ""),
        (f"budgets:\n  - {ITEM}\n    envelope: '4'", "\n\n  {}\n  {}\n", ""),
        (f"budgets:\n- {ITEM}\n  envelope: 4 # four\n", "\n{}\n{}\n", "sources: []\n"),
        (f"budgets:\n- {ITEM}\n  envelope: 4\n", "\n{}\n{}\n", "\n# the end\n"),
        (f"budgets:\r\n    - {ITEM}\r\n      envelope: 4\r\n",
         "\r\n    {}\r\n    {}\r\n", "# x\r\n"),
        (f"# å\nbudgets:\n  - {{{ITEM}, envelope: 4}}\n", "\n  {}\n  {}\n", "sources: []\n"),
        (f"budgets:\n  - {{{ITEM},\n     envelope: 4\n    }} # x\n", "\n  {}\n  {}\n", ""),
        (f"budgets:\n  - envelope: 4\n    quotation: |\n      a\n      b\n    {ITEM}\n",
         "\n  {}\n  {}\n", ""),
        (f"budgets:\n  - {ITEM}\n    envelope: 4\n    quotation: |\n      a\n",
         "\n  {}\n  {}\n", "sources: []\n"),
        (f"\ufeffbudgets:\n  - {ITEM}\n    envelope: 4\n", "\n  {}\n  {}\n", ""),
    ],
)  # fmt: skip
def test_all_else_stays_byte_for_byte(before: str, added: str, after: str) -> None:
    content = (before + after).encode()
    new = add_entry("b.yaml", content, ENTRY)
    assert new.decode() == before + added.format(*ENTRY) + after
    tree = parse_bytes("b.yaml", new)
    assert tree.texts("budgets", None, "years")[-1][1] == "2031"
    assert len(tree.parts("budgets", None)) == 2


def test_the_first_entry_takes_the_place_of_nothing() -> None:
    new = add_entry("b.yaml", b"a: b\nbudgets: [] # none\nc: d\n", ENTRY)
    assert new.decode() == f"a: b\nbudgets: # none\n  {ENTRY[0]}\n  {ENTRY[1]}\nc: d\n"
    assert parse_bytes("b.yaml", new).texts("budgets", None, "years")[0][1] == "2031"


def test_entries_in_brackets_are_not_added_to() -> None:
    with pytest.raises(SourceError, match="entries in brackets"):
        add_entry("b.yaml", f"budgets: [{{{ITEM}}}]\n".encode(), ENTRY)


def test_the_years_stand_side_by_side(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    shown(
        "next-year",
        ["new", "next", "--year", "2028", "--envelope", "2 300 mnkr"],
        ["compare", "--year", "2027", "--year", "2028", "--grant", "next"],
    )


def test_the_entry_as_it_is_written(
    allokera: Program, golden: Golden, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert allokera("new", "next", "--year", "2028", "--envelope", "2 300 mnkr").status == 0
    old, new = (path / "budgets.yaml" for path in (BUNDLED, Path("next")))
    golden("next-year.yaml", added_to(old.read_bytes(), new.read_bytes()))


def test_the_figures_of_a_key_go_with_the_copy(tmp_path: Path) -> None:
    schools = ROOT / "examples" / "schools"
    next_year(tmp_path / "new", schools, YearsMoney("2031", "50 mnkr"), word)
    new = load_grant(tmp_path / "new")
    assert new.key is not None
    assert [each.share for each in new.key.parts] == [
        each.share for each in (load_grant(schools).key or new.key).parts
    ]
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        path.name for path in schools.iterdir()
    }


def test_figures_outside_the_directory_are_not_lost_in_silence(tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(ROOT / "examples" / "schools", old)
    shutil.move(old / "indicators.csv", tmp_path / "indicators.csv")
    table = next(path for path in old.glob("*.yaml") if path.name != "budgets.yaml")
    text = table.read_text(encoding="utf-8").replace("indicators.csv", "../indicators.csv")
    table.write_text(text, encoding="utf-8")
    with pytest.raises(AllokeraError, match="figures elsewhere"):
        next_year(tmp_path / "new", old, YearsMoney("2031", "50 mnkr"), word)
    assert not (tmp_path / "new").exists()
