"""`docs/handlaggare.md` does what it says, in Swedish; `pytest --golden` writes it anew.

Above a block stands, unseen by a reader, what is shown of the answer: `<!-- visas: 1 2:1-6 -1 -->`,
as `cut` reads it. A table or a scenario stands under its name, `<!-- fil: tabell.csv -->`.
"""

import os
import re
import shlex
from pathlib import Path

import openpyxl
import pytest

from conftest import ROOT, Program
from cut import cut

pytestmark = pytest.mark.slow

PAGE = ROOT / "docs" / "handlaggare.md"
_PIECE = re.compile(
    r"<!-- fil: (?P<name>\S+) -->\n```\w+\n(?P<file>.*?)```"
    r"|(?:<!-- visas: (?P<shown>[^>]*) -->\n)?```console\n(?P<asked>.*?)```"
    r"|```powershell\n(?P<typed>.*?)```"
    r"|`(?P<inline>allokera [^`]*)`",
    flags=re.DOTALL,
)
_SPECIAL = re.compile(r"[',;(){}@$&|<>#`]")
_OPEN_IN_EXCEL = "allokera compute --year 2020 --output fordelning.xlsx"
_MENDED_BY_HAND = "allokera verify rattad.csv"
_WRITTEN = {
    "fordelning.csv",
    "fordelning.html",
    "fordelning.xlsx",
    "granskning.xlsx",
    "jamforelse.xlsx",
    "malmo.html",
    "rapport.html",
    "rattad.csv",
    "tabell.csv",
    "ungdom",
    "utan.yaml",
}


class Reader:
    """Does what the page says, from its first line to its last, and keeps what it was told."""

    def __init__(self, allokera: Program, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.allokera = allokera
        self.page = page
        self.monkeypatch = monkeypatch
        self.answers: list[str] = []

    def piece(self, found: re.Match[str]) -> str:
        """A piece of the page, as it ought to be."""
        if found["asked"]:
            return self.block(found)
        if found["name"]:
            Path(found["name"]).write_text(found["file"], encoding="utf-8")
        for line in (found["inline"] or found["typed"] or "").splitlines():
            if line.startswith("allokera "):
                self.run(line)
        return found[0]

    def block(self, found: re.Match[str]) -> str:
        commands = re.findall(r"^PS> (.*)$", found["asked"], flags=re.MULTILINE)
        refused = "\n## 5. " in self.page[: found.start()]
        told = "\n\n".join(self.ask(each, found["shown"], refused=refused) for each in commands)
        return f"{found[0].partition('PS> ')[0]}{told}\n```"

    def ask(self, command: str, shown: str | None, *, refused: bool) -> str:
        if command == _MENDED_BY_HAND:
            copy = Path("rattad.csv")
            copy.write_text(copy.read_text("utf-8").replace("OOO", "000"), encoding="utf-8")
        with self.monkeypatch.context() as patched:
            if command == _OPEN_IN_EXCEL:
                patched.setattr(os, "access", lambda *_: False)
            answer = self.run(command, refused=refused).strip("\n")
        return f"PS> {command}\n{cut(answer, shown) if shown else answer}"

    def run(self, command: str, *, refused: bool = False) -> str:
        plain = re.sub(r'"[^"$`]*"', "", command)
        assert not _SPECIAL.search(plain), f"PowerShell takes it otherwise: {command}"
        done = self.allokera(*shlex.split(command.removeprefix("allokera ")))
        assert done.status in ({2} if refused else {0, 1}), command
        assert bool(done.err) is refused, done.err
        self.answers.append(done.out)
        return done.out + done.err


def words_of(workbook: Path) -> str:
    book = openpyxl.load_workbook(workbook)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    return "\n".join([*book.sheetnames, *cells])


def test_the_page_does_what_it_says(
    allokera: Program,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLOKERA_LANG", "sv")
    reader = Reader(allokera, PAGE.read_text(encoding="utf-8"), monkeypatch)
    told = _PIECE.sub(reader.piece, reader.page)
    if request.config.getoption("--golden"):
        PAGE.write_text(told, encoding="utf-8")
    assert told == PAGE.read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == _WRITTEN
    helped = [allokera(name, "--help").out for name in ("compute", "verify", "new")]
    said = "\n".join([*reader.answers, *helped, *map(words_of, tmp_path.glob("*.xlsx"))])
    prose = re.sub(r"```.*?```", "", told, flags=re.DOTALL)
    named = [f" {option} " for option in re.findall(r"`(--[a-z-]+)", prose)]
    named += re.findall("”([^”]+)”", prose)
    named += [
        f"{severity}[" for severity in re.findall(r"^- \*\*(\w+)\*\*: ", prose, flags=re.MULTILINE)
    ]
    missing = [name for name in named if name.casefold() not in said.casefold()]
    assert not missing, "the program never says this"


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("1 2 3", "a\n\nb\nc\nd\n\ne"),
        ("1", "a\n\n…"),
        ("-1", "…\n\ne"),
        ("1 3", "a\n\n…\n\ne"),
        ("2:1-2 -1", "…\n\nb\nc\n…\n\ne"),
        ("1 2:2", "a\n\nc\n…"),
    ],
)
def test_an_answer_is_cut_by_paragraphs(shown: str, text: str) -> None:
    assert cut("a\n\nb\nc\nd\n\ne\n", shown) == text


@pytest.mark.parametrize("shown", ["3 1", "2 -2", "1:4"])
def test_a_cut_that_cannot_be_made_is_refused(shown: str) -> None:
    with pytest.raises(AssertionError):
        cut("a\n\nb\n\nc\n", shown)
