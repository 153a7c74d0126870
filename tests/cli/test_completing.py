"""What a shell offers: by what is typed, whatever its case and accents."""

import os
import subprocess
import sys

import pytest

from allokera.cli.completing import findings, formats, methods, recipients, years
from conftest import ROOT


class Typed:
    """As much of a context as is asked for."""

    def __init__(self, grant: str | None = None) -> None:
        self.params = {"grant": grant}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("malm", ["Malm\u00f6"]),
        ("VA", ["V\u00e4xj\u00f6", "V\u00e4ster\u00e5s"]),
        ("018", ["0180", "0181"]),
        ("x", []),
    ],
)
def test_recipients(typed: str, offered: list[str]) -> None:
    found = recipients(Typed(), typed)  # type: ignore[arg-type] # its parameters are enough
    assert found == offered
    assert all(each.startswith(typed) for each in found), "the shell's filter lets them through"


def test_of_a_grant_of_ones_own() -> None:
    schools = Typed(str(ROOT / "examples" / "schools"))
    assert recipients(schools, "bj") == ["Bj\u00f6rkskolan"]  # type: ignore[arg-type]
    assert recipients(Typed("nowhere"), "") == []  # type: ignore[arg-type]


def test_years_methods_codes_and_formats() -> None:
    assert years(Typed(), "201") == ["2018", "2019"]  # type: ignore[arg-type]
    assert methods("hil") == ["hill"]
    assert "malformed-grouping" in findings("mal")
    assert formats("csv") == ["csv", "csv-excel"]


@pytest.mark.slow
def test_a_shell_is_told() -> None:
    words = {"COMP_WORDS": "allokera compute --only malm", "COMP_CWORD": "3"}
    told = subprocess.run(
        [sys.executable, "-m", "allokera"],
        env={**os.environ, "_ALLOKERA_COMPLETE": "complete_bash", "PYTHONUTF8": "1", **words},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert told.stdout.split() == ["Malm\u00f6"]
