"""Large tables of weights, whole processes: against a bare read, `int` and write of the same file.

From either side the start of the program is taken off: that of a table of two rows.
"""

import csv
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROWS = {"csv": 100_000, "xlsx": 15_000}
MANY = 1_000_000

_BARE = {
    "csv": """\
import csv, sys
with open(sys.argv[1], newline="") as file:
    rows = list(csv.reader(file, delimiter=";"))
csv.writer(sys.stdout).writerows((name, int(weight)) for name, weight in rows[1:])
""",
    "xlsx": """\
import csv, sys
from openpyxl import load_workbook
rows = list(load_workbook(sys.argv[1], read_only=True).active.values)
csv.writer(sys.stdout).writerows((name, int(weight)) for name, weight in rows[1:])
""",
}


class Cost(NamedTuple):
    """What a format costs.

    Attributes:
        over_bare: the time over a bare round trip's.
        growth: the time of four times the rows over that of these.
    """

    over_bare: float
    growth: float


def measure(directory: Path, rounds: int) -> Iterator[tuple[str, int, Cost]]:
    """Give the cost of each format, with the rows of its table."""
    for suffix, count in ROWS.items():
        files = [_table(directory, suffix, rows) for rows in (2, count, 4 * count)]
        bare = [[sys.executable, "-c", _BARE[suffix], str(file)] for file in files[:2]]
        commands = [*bare, *map(_compute, files)]
        took = [[_run(command)[0] for command in commands] for _ in range(rounds)]
        costs = [
            Cost((many - start) / (once - none), (more - start) / (many - start))
            for none, once, start, many, more in took
        ]
        yield suffix, count, Cost(*map(statistics.median, zip(*costs, strict=True)))


def peak(directory: Path) -> int:
    """Give the MiB that a million weights of a CSV take at most."""
    return _run(_compute(_table(directory, "csv", MANY)))[1]


def _compute(file: Path) -> list[str]:
    script = str(Path(sys.executable).with_name("allokera"))
    return [script, "compute", "--weights", str(file), "--total", "1000000000", "--format", "csv"]


def _table(directory: Path, suffix: str, count: int) -> Path:
    path, source = directory / f"{count}.{suffix}", random.Random(count)
    rows = [
        ("name", "weight"),
        *((f"R{row:07d}", source.randint(1, 10**6)) for row in range(count)),
    ]
    if suffix == "csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return path
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def _run(command: Sequence[str]) -> tuple[float, int]:
    """Run a command to its end, and say its seconds of processor, and its MiB at most."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024
