"""Damaged and hostile files: a sample of those of `python -m benchmarks.hostile`, by its judge."""

import os
import subprocess
import sys
from random import Random

import pytest
from benchmarks.hostile.judging import Answer, judge
from benchmarks.hostile.spelling import SPELLINGS
from benchmarks.hostile.tables import sound

from conftest import ROOT
from written import read

pytestmark = pytest.mark.slow

GOOD = Answer(status=2, out="", err="allokera: t: no table\n", seconds=1, mebibytes=50)
PAGE = GOOD._replace(out="1 error\nVerdict: open\n", err="", status=1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is read in a forked process")
@pytest.mark.parametrize("each", ["3", pytest.param("10", marks=pytest.mark.slow)])
def test_a_sample_gets_one_clear_line_or_a_whole_report(each: str) -> None:
    command = [sys.executable, "-m", "benchmarks.hostile", "--quick", "--each", each, "--seed", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for form in SPELLINGS:
        assert f"| {form} | {each} |" in done.stdout


@pytest.mark.parametrize("form", SPELLINGS)
def test_what_is_damaged_was_sound(form: str) -> None:
    """Were sound tables refused, so would be whatever is made of them, and nothing be tried."""
    rows = sound(Random(1), 2)
    content = SPELLINGS[form](rows, Random(1))
    assert [each.name for each in read(content).recipients] == [row[0] for row in rows[1:]]


@pytest.mark.parametrize(
    ("answer", "offence"),
    [
        (GOOD._replace(status=3), "ends with status 3"),
        (GOOD._replace(status=-9), "is ended by signal 9"),
        (GOOD._replace(status=-14), "takes more than 60 s"),
        (GOOD._replace(seconds=61), "takes more than 60 s"),
        (GOOD._replace(mebibytes=501), "takes 501 MiB"),
        (GOOD._replace(status=0), "says nothing, with status 0"),
        (GOOD._replace(err=""), "is refused in other words than lines of its own"),
        (GOOD._replace(err="no\n"), "is refused in other words than lines of its own"),
        (GOOD._replace(err="allokera: a\nb\n"), "is refused in other words than lines of its own"),
        (GOOD._replace(err=f"allokera: {'a' * 999}\n"), "is refused in 1010 characters"),
        (GOOD._replace(err="allokera: \x1b\n"), "is refused in too many lines, or unprintable"),
        (GOOD._replace(err="allokera: a\n" * 22), "is refused in too many lines, or unprintable"),
        (PAGE._replace(err="warning"), "has a report, and says besides"),
        (PAGE._replace(out="Verdict"), "has a report that is not whole"),
        (PAGE._replace(out="\x07\nVerdict: open\n"), "has a report with control characters"),
    ],
)
def test_the_judge_sees(answer: Answer, offence: str) -> None:
    (found,) = judge(["verify", "t"], answer)
    assert found.startswith(offence)


def test_the_judge_lets_pass() -> None:
    assert not [*judge(["verify", "t"], GOOD), *judge(["verify", "t"], PAGE)]
    assert not list(judge(["verify", "t", "--json"], PAGE._replace(out="{}")))
    (found,) = judge(["verify", "t", "--json"], PAGE._replace(out='{"a": '))
    assert found.startswith("has a report that is no JSON")
