"""Make files, read them, judge the answers, and print a table by format."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile.drawing import SUFFIXES, Specimen, draw
from benchmarks.hostile.judging import Answer, judge
from benchmarks.hostile.running import run_all


class Judged(NamedTuple):
    """A file, the answer, and what is wrong with it."""

    specimen: Specimen
    answer: Answer
    offences: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile")
    parser.add_argument("--format", choices=SUFFIXES, action="append", help="may be repeated")
    parser.add_argument("--each", type=int, default=300, help="how many of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at", type=int, help="only the one with this number")
    parser.add_argument("--kind", help="only those of this kind")
    parser.add_argument("--keep", type=Path, help="write the files there as well")
    parser.add_argument("--quick", action="store_true", help="without the kinds that take seconds")
    parser.add_argument("--show", action="store_true", help="show every answer")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    forms = options.format or list(SUFFIXES)
    specimens = [
        specimen
        for form in forms
        for specimen in draw(form, options.each, options.seed, quick=options.quick)
        if options.at in {None, specimen.number} and options.kind in {None, specimen.kind}
    ]
    if options.keep:
        for specimen in specimens:
            directory = options.keep / f"{specimen.form}-{specimen.seed}-{specimen.number}"
            directory.mkdir(parents=True)
            specimen.write(directory)
    judged = list(_judged(specimens, options.jobs, is_shown=options.show))
    print(_table(forms, judged))
    sys.exit(any(each.offences for each in judged))


def _judged(specimens: Sequence[Specimen], jobs: int, *, is_shown: bool) -> Iterator[Judged]:
    for specimen, answer in run_all(specimens, jobs):
        offences = tuple(judge(specimen.asked, answer))
        for offence in offences:
            print(f"{specimen}\n    {offence}", flush=True)
        if is_shown:
            said = answer.err.strip() or answer.out.strip().split("\n")[-1]
            took = f"{answer.seconds:.1f} s, {answer.mebibytes:.0f} MiB"
            print(f"{specimen}\n    {answer.status}, {took}: {said[:200]}", flush=True)
        yield Judged(specimen, answer, offences)


def _table(forms: Sequence[str], judged: Sequence[Judged]) -> str:
    lines = ["| format | files | refused | read | slowest | largest | offences |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|")
    for form in forms:
        ours = [each for each in judged if each.specimen.form == form]
        if not ours:
            continue
        slowest = max(ours, key=lambda each: each.answer.seconds)
        largest = max(ours, key=lambda each: each.answer.mebibytes)
        refused = sum(not each.answer.out for each in ours)
        cells = [
            form,
            str(len(ours)),
            str(refused),
            str(len(ours) - refused),
            f"{slowest.answer.seconds:.1f} s, {slowest.specimen.kind}",
            f"{largest.answer.mebibytes:.0f} MiB, {largest.specimen.kind}",
            str(sum(bool(each.offences) for each in ours)),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
