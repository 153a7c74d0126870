"""What is promised of an answer."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from signal import SIGALRM
from typing import NamedTuple

from allokera.source.grant_files.strict_yaml import MOST_MISTAKES
from benchmarks.hostile import LONGEST_REFUSAL, MOST_MEBIBYTES, MOST_SECONDS

_ENDS = {
    "verify": re.compile("^Verdict: ", re.MULTILINE),
    "compute": re.compile(r"^ *(?:Total|All [\d ]+ rows?)  ", re.MULTILINE),
}
"""What the whole page of a command holds near its end."""


class Answer(NamedTuple):
    """What a process said, and what it took.

    Attributes:
        status: its exit status; minus the signal that ended it.
        mebibytes: the most that it held at a time.
    """

    status: int
    out: str
    err: str
    seconds: float
    mebibytes: float


def judge(asked: Sequence[str], answer: Answer) -> Iterator[str]:
    """Yield what is wrong with an answer."""
    if answer.status == -SIGALRM or answer.seconds > MOST_SECONDS:
        yield f"takes more than {MOST_SECONDS} s"
    elif answer.status < 0:
        yield f"is ended by signal {-answer.status}"
    elif answer.status not in {0, 1, 2}:
        yield f"ends with status {answer.status}: {answer.err.strip().splitlines()[-2:]}"
    elif answer.out:
        yield from _judge_report(asked, answer)
    else:
        yield from _judge_refusal(answer)
    if answer.mebibytes > MOST_MEBIBYTES:
        yield f"takes {answer.mebibytes:.0f} MiB"


def _judge_refusal(answer: Answer) -> Iterator[str]:
    if answer.status != 2:
        yield f"says nothing, with status {answer.status}"
    *lines, last = answer.err.split("\n")
    if not lines or last or not all(line.startswith("allokera: ") for line in lines):
        yield f"is refused in other words than lines of its own: {answer.err[:300]!r}"
    elif max(map(len, lines)) > LONGEST_REFUSAL:
        yield f"is refused in {len(answer.err)} characters: {answer.err[:100]!r}"
    elif len(lines) > MOST_MISTAKES + 1 or not "".join(lines).isprintable():
        yield f"is refused in too many lines, or unprintable characters: {answer.err[:300]!r}"


def _judge_report(asked: Sequence[str], answer: Answer) -> Iterator[str]:
    if answer.err:
        yield f"has a report, and says besides: {answer.err[:300]!r}"
    if "--json" in asked:
        try:
            json.loads(answer.out)
        except ValueError as error:
            yield f"has a report that is no JSON: {error}"
        return
    if not answer.out.endswith("\n") or not _ENDS[asked[0]].search(answer.out):
        yield f"has a report that is not whole: {answer.out[-100:]!r}"
    controls = {each for each in answer.out if unicodedata.category(each) == "Cc"} - {"\n"}
    if controls:
        yield f"has a report with control characters: {sorted(controls)}"
