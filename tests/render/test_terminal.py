"""Pages on a screen: what a terminal is shown, and what goes into a pipe."""

import io
import re

import pytest

from allokera.audit.report.report import Severity
from allokera.render.forms.terminal import terminal
from allokera.render.language import ENGLISH
from allokera.render.page import Heading, TableBlock, cells
from allokera.render.views.report import ReportView
from allokera.usecases.audit_grant import audit_grant
from conftest import Golden


class Screen(io.StringIO):
    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    def isatty(self) -> bool:
        return self.is_terminal


def test_a_long_table_is_cut_on_a_terminal_alone(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    ends = []
    for count in (400, 401, 1_500):
        names = [f"row{number}" for number in range(count)]
        page = (TableBlock((Heading("Name"),), tuple(cells(name) for name in names)),)
        shown, piped = (terminal(page, Screen(is_terminal=each)) for each in (True, False))
        assert re.findall(r"^row[0-9]+", piped, re.MULTILINE) == names
        assert re.findall(r"^row[0-9]+", shown, re.MULTILINE) == names[:400]
        ends.append(f"of {count}:{shown.partition('row399')[2]}")
    golden("cut-tables.txt", "".join(ends))


def test_an_audit_fits_one_screen_and_a_pipe_holds_all_of_it(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    page = ReportView(audit_grant()).page(ENGLISH)
    shown, piped = (
        terminal(page, Screen(is_terminal=each), is_colored=False) for each in (True, False)
    )
    assert len(shown.splitlines()) <= 40
    first, *lines = shown.splitlines()
    assert {*lines} - {*piped.splitlines()} == {*lines[-5:-2]}
    assert first == "kommuner_2018.yaml, table 1 of 1"
    golden("verify-screen.txt", shown)


def test_a_screen_shows_what_makes_an_audit_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    report = audit_grant()
    told = {
        least: terminal(ReportView(report, least=least).page(ENGLISH), Screen(is_terminal=True))
        for least in Severity
    }
    assert "note[odd-separator]" in told[Severity.NOTE]
    assert told[Severity.WARNING] == told[Severity.ERROR]
    assert "note[odd-separator]" not in told[Severity.ERROR]
    assert "4 notes (odd-separator" in told[Severity.ERROR]
    assert "4 notes (odd-separator" not in told[Severity.NOTE]
