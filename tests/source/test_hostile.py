"""Damaged and hostile files: a sample of those of `python -m benchmarks.hostile`, by its judge."""

import os
import subprocess
import sys

import pytest

from conftest import ROOT

FORMATS = ("csv", "text", "markdown", "html", "xlsx", "yaml")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is read in a forked process")
@pytest.mark.parametrize("form", FORMATS)
def test_a_sample_gets_one_clear_line_or_a_whole_report(form: str) -> None:
    command = [sys.executable, "-m", "benchmarks.hostile", "--quick", "--each", "12", "--seed", "7"]
    done = subprocess.run(
        [*command, "--jobs", "1", "--format", form],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"| {form} | 12 |" in done.stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is read in a forked process")
@pytest.mark.parametrize("form", FORMATS)
def test_a_sound_table_is_read(form: str) -> None:
    """Were the sound ones refused, whatever is made of them would be, and nothing be tried."""
    command = [sys.executable, "-m", "benchmarks.hostile", "--each", "70", "--seed", "7"]
    done = subprocess.run(
        [*command, "--kind", "sound", "--format", form, "--show", "--jobs", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"| {form} |" in done.stdout
