"""Measure, and print the tables that docs/costs.md shows.

python -m benchmarks                 everything, some minutes
python -m benchmarks --part start    whole processes only
python -m benchmarks --write         and put the tables into docs/costs.md
"""

import argparse
import platform
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks import auditing, memory, reading, sharing, start
from benchmarks.contest import Result

COSTS = Path(__file__).parents[1] / "docs" / "costs.md"
DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"
PARTS = ("start", "reading", "auditing", "sharing", "memory")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this; may be repeated")
    parser.add_argument("--rounds", type=int, default=41, help="timings of each task")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/costs.md")
    options = parser.parse_args()
    for part in options.part or PARTS:
        table = "\n".join(TABLES[part](options.rounds))
        print(table, end="\n\n")
        if options.write:
            put(part, table)


def start_table(rounds: int) -> Iterator[str]:
    """Whole processes over the empty program."""
    yield f"Python {platform.python_version()}; medians of {rounds} ratios, taken in turn."
    yield ""
    yield "| whole process | over an empty Typer program |"
    yield "|---|---:|"
    with tempfile.TemporaryDirectory() as directory:
        for name, ratio in start.measure(Path(directory), rounds):
            yield f"| `{name}` | {ratio:.2f} |"


def reading_table(rounds: int) -> Iterator[str]:
    """Weights from large tables."""
    yield "`allokera compute --weights FILE --format csv`, processor time without the start:"
    yield ""
    yield "| | over a bare read, `int` and write | four times the rows |"
    yield "|---|---:|---:|"
    with tempfile.TemporaryDirectory() as directory:
        for suffix, rows, cost in reading.measure(Path(directory), max(rounds // 5, 3)):
            count = f"{rows:,}".replace(",", " ")
            yield f"| {suffix}, {count} rows | {cost.over_bare:.1f} | {cost.growth:.1f} |"
        yield ""
        yield f"A million rows of CSV take {reading.peak(Path(directory))} MiB at most."


def auditing_table(rounds: int) -> Iterator[str]:
    """The auditor on large tables."""
    with tempfile.TemporaryDirectory() as directory:
        ratio = auditing.measure_process(Path(directory), rounds)
    yield (
        f"`allokera verify` on a CSV of {auditing.ROWS} rows and 3 columns, {auditing.FAULTS} of "
        f"them wrong: {ratio:.1f} times the empty program, whole process. One fit, its time over "
        "n log n against that of the smallest table:"
    )
    yield ""
    found = auditing.measure_sweep(max(rounds // 8, 3))
    yield f"| rows | {' | '.join(f'{size:,}'.replace(',', ' ') for size in found)} |"
    yield f"|---|{'---:|' * len(found)}"
    yield f"| over n log n | {' | '.join(f'{each:.2f}' for each in found.values())} |"


def sharing_table(rounds: int) -> Iterator[str]:
    """Every method over one pass: all contestants in a page of their own, the best here."""
    pages = {method: sharing.contest(method, rounds) for method in sharing.METHODS}
    DOCS.write_text("\n".join(_page(pages, rounds)) + "\n", encoding="utf-8")
    yield (
        "Time over `[w * total // s for w in weights]`, for a house of 2 175 and one of "
        "2 175 000 000; in brackets, the fastest of the packages from PyPI that finish and are "
        "written in Python alone. All of them, and where they are wrong: "
        "[docs/benchmarks.md](docs/benchmarks.md)."
    )
    yield ""
    yield from sharing.summary(pages)


def memory_table(_: int) -> Iterator[str]:
    """How much memory a million weights take."""
    peaks = list(memory.measure())
    yield "At a million weights, MiB that a whole process takes at most, the weights included:"
    yield ""
    yield f"| | {' | '.join(method for method, _, _ in peaks)} |"
    yield f"|---|{'---:|' * len(peaks)}"
    yield f"| alone | {' | '.join(str(alone) for _, alone, _ in peaks)} |"
    yield f"| within a least and a most each | {' | '.join(str(most) for _, _, most in peaks)} |"


def _page(pages: Mapping[str, Mapping[str, Result]], rounds: int) -> Iterator[str]:
    yield "# What sharing out costs, beside other packages"
    yield ""
    yield (
        f"Made by `python -m benchmarks --part sharing --write` on Python "
        f"{platform.python_version()}. Each figure is the median of {rounds} ratios, taken in "
        "turn, of the time of an answer over that of `[w * total // s for w in weights]`; a dash "
        "where no answer came. The first figure is for a house of 2 175, the second for one of "
        "2 175 000 000; a single one is for the latter. Every answer is checked: by largest "
        "remainder no row may be more than a unit further from its quota than another, by a "
        "divisor method no claim to one more greater than one by which a unit is held."
    )
    for method, results in pages.items():
        yield f"\n## {method}\n"
        yield from sharing.table(method, results)


def put(part: str, table: str) -> None:
    """Put a table between its marks in the page."""
    text = COSTS.read_text(encoding="utf-8")
    marks = f"<!-- benchmark {part} -->", f"<!-- end {part} -->"
    pattern = f"{re.escape(marks[0])}.*?{re.escape(marks[1])}"
    new = f"{marks[0]}\n{table}\n{marks[1]}"
    COSTS.write_text(re.sub(pattern, lambda _: new, text, flags=re.DOTALL), encoding="utf-8")


TABLES = {
    "start": start_table,
    "reading": reading_table,
    "auditing": auditing_table,
    "sharing": sharing_table,
    "memory": memory_table,
}

if __name__ == "__main__":
    main()
