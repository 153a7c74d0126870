"""The same question is answered with the same bytes, whatever order a process keeps its sets in."""

import os
import subprocess
import sys

import pytest

from conftest import ROOT

COMMANDS = [
    ["compute", "--year", "2020", "--json"],
    ["compute", "--year", "all", "--method", "webster", "--format", "csv"],
    ["compute", "--year", "2020", "--without", "Malmö", "--min", "45mnkr", "--with", "change"],
    ["verify"],
    ["verify", "--json"],
    ["verify", "tests/data/transcription.csv", "--format", "markdown"],
    ["explain", "Malmö", "--year", "2018-2027", "--carry"],
    ["compare", "published", "--year", "2020", "--method", "hill", "--json"],
    ["methods", "hill"],
    ["schema", "verify"],
    ["compute", "--yaer", "2020"],
]


def answered(command: list[str], seed: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "allokera", *command],
        env={**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "80"},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_hash_seed_changes_no_byte(command: list[str]) -> None:
    first = answered(command, "0")
    assert first[1] or first[2]
    assert b"Traceback" not in first[2]
    assert answered(command, "1") == answered(command, "2026") == first
