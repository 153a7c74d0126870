"""The pictures in the documents are real output: `pytest --golden` draws them anew."""

import io
import re
import shlex
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.console import Console
from rich.text import Text

from conftest import ROOT, Program
from cut import cut

DOCS = ROOT / "docs"
HANDLAGGARE = DOCS / "handlaggare.md"


class Picture(NamedTuple):
    name: str
    command: str
    language: str = "en"
    prompt: str = "$"
    says: str = "What {} prints"
    shown: str | None = None
    status: int = 0


THREE = "--year 2019 --only Stockholm --only Malm\u00f6 --only Trollh\u00e4ttan"
SWEDISH = ("sv", "PS>", "Vad {} skriver")
PICTURES = (
    Picture("compute", f"allokera compute {THREE}"),
    Picture("handlaggare-compute", f"allokera compute {THREE}", *SWEDISH),
    Picture("handlaggare-verify", "allokera verify tabell.csv", *SWEDISH, "3 4 5 -1", 1),
)
TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"
 aria-label="COMMAND">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace;
 font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


@pytest.mark.slow
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_what_the_program_prints(
    allokera: Program,
    monkeypatch: pytest.MonkeyPatch,
    picture: Picture,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLOKERA_LANG", picture.language)
    table = re.search(r"```csv\n(.*?)```", HANDLAGGARE.read_text("utf-8"), flags=re.DOTALL)
    assert table
    Path("tabell.csv").write_text(table[1], encoding="utf-8")
    told = allokera(*shlex.split(picture.command)[1:], "--color", "always")
    assert told.status == picture.status
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"{picture.prompt} {picture.command}\n", style="bold"))
    console.print(Text.from_ansi(cut(told.out, picture.shown) if picture.shown else told.out))
    drawn = console.export_svg(
        title=picture.command,
        code_format=TEMPLATE.replace("COMMAND", picture.says.format(picture.command)),
        unique_id="allokera",
    )
    file = DOCS / f"{picture.name}.svg"
    if request.config.getoption("--golden"):
        file.write_text(drawn, encoding="utf-8")
    assert drawn == file.read_text(encoding="utf-8")
    assert "@font-face" not in drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
