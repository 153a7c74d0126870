"""Audits of correct tables: `python -m benchmarks.silence`. Errors and warnings must be none."""

import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from random import Random

from allokera import audit_file
from allokera.render.language import word
from benchmarks.silence.drawing import Table
from benchmarks.silence.shapes import SHAPES

_SHAPES = {shape.__name__: shape for shape in SHAPES}


def text_of(table: Table) -> str:
    """Write a table as text with semicolons."""
    return "".join(";".join(row) + "\n" for row in table)


def weighty(name: str, seed: int) -> list[tuple[str, str]]:
    """Audit one table: what is found that is no note, and how it is put."""
    table = _SHAPES[name](Random(f"{name} {seed}"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text_of(table), encoding="utf-8")
        report = audit_file(path)
    return [
        (str(finding.severity), f"{finding.code}: {word(finding.message)}")
        for finding in report.findings
        if finding.severity != "note"
    ]


def _cases(names: list[str], each: int, first: int) -> Iterator[tuple[str, int]]:
    return ((name, seed) for seed in range(first, first + each) for name in names)


def _try(case: tuple[str, int]) -> tuple[str, int, list[tuple[str, str]]]:
    return *case, weighty(*case)


def main() -> int:
    """Audit so many tables of each shape, and show what is said of them."""
    parser = ArgumentParser(prog="python -m benchmarks.silence", description=__doc__)
    parser.add_argument("--each", type=int, default=200, help="tables of each shape")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--shape", choices=_SHAPES, help="one shape alone")
    arguments = parser.parse_args()
    names = [arguments.shape] if arguments.shape else list(_SHAPES)
    said: Counter[tuple[str, str]] = Counter()
    with Pool() as pool:
        cases = _cases(names, arguments.each, arguments.seed)
        for name, seed, findings in pool.imap(_try, cases, 8):
            for severity in {severity for severity, _ in findings}:
                said[name, severity] += 1
            for severity, text in findings[:2]:
                print(f"{name} {seed}: {severity}: {text}")
    print(f"\n{len(names) * arguments.each} tables")
    for (name, severity), count in sorted(said.items()):
        print(f"{name}: {severity}s in {count} of {arguments.each}")
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
