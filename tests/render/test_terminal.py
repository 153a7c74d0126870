"""Pages on a screen: what a terminal is shown, and what goes into a pipe."""

import io

import pytest

from allokera.render.forms.terminal import terminal
from allokera.render.page import Heading, TableBlock, cells


class Screen(io.StringIO):
    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    def isatty(self) -> bool:
        return self.is_terminal


@pytest.mark.parametrize(("count", "left"), [(400, ""), (401, "1 more"), (1_500, "1 100 more")])
def test_a_long_table_is_cut_on_a_terminal_alone(
    count: int, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    rows = tuple(cells(f"row{number}") for number in range(count))
    page = (TableBlock((Heading("Name"),), rows),)
    shown, piped = (terminal(page, Screen(is_terminal=each)) for each in (True, False))
    assert piped.count("row") == count
    assert shown.replace("rows are", "").count("row") == min(count, 400)
    assert left in shown
    assert ("left out here" in shown) == (count > 400)
