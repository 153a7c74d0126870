"""The process: what is done before the first command, and how it ends."""

import io
import os
import runpy
import sys

import pytest

from allokera import __version__
from allokera.cli import main


class EndedError(Exception):
    """A process that is over."""


@pytest.fixture(autouse=True)
def _no_process_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def end(status: int) -> None:
        raise EndedError(status)

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr("gc.set_threshold", lambda _: None)


def written(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["allokera", *arguments])
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(EndedError) as ended:
        main()
    return ended.value.args[0], out.buffer.getvalue().decode()


def test_a_process_ends_with_the_status_of_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(monkeypatch, "--version") == (0, f"allokera {__version__}\n")
    assert written(monkeypatch, "verify", "--format", "csv")[0] == 1


def test_arguments_in_utf_8_are_read_on_a_terminal_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = "Malmö".encode().decode("ascii", "surrogateescape")
    status, out = written(monkeypatch, "compute", "--year", "2020", "--only", typed, "--json")
    assert status == 0
    assert '"Malmö"' in out


def test_without_a_place_to_write_to_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(EndedError) as ended:
        main()
    assert ended.value.args == (2,)
    assert sys.stderr
    sys.stderr.close()


def test_python_runs_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["allokera", "--version"])
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8"))
    with pytest.raises(EndedError) as ended:
        runpy.run_module("allokera", run_name="__main__")
    assert ended.value.args == (0,)
