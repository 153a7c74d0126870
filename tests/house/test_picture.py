"""The picture in the README is real output: `pytest --golden` draws it anew."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from conftest import ROOT, Program

PICTURE = ROOT / "docs" / "compute.svg"
COMMAND = "allokera compute --year 2019 --only Stockholm --only Malm\u00f6 --only Trollh\u00e4ttan"
TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"
 aria-label="What COMMAND prints">
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
def test_the_picture_is_what_the_program_prints(
    allokera: Program, request: pytest.FixtureRequest
) -> None:
    told = allokera(*COMMAND.split()[1:], "--color", "always")
    assert told.status == 0
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {COMMAND}\n", style="bold"))
    console.print(Text.from_ansi(told.out))
    picture = console.export_svg(
        title=COMMAND, code_format=TEMPLATE.replace("COMMAND", COMMAND), unique_id="allokera"
    )
    if request.config.getoption("--golden"):
        PICTURE.write_text(picture, encoding="utf-8")
    assert picture == PICTURE.read_text(encoding="utf-8")
    assert "@font-face" not in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
