"""The auditor on large tables: whole processes, and how the sweep grows with the rows."""

import math
import random
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from allokera.audit.rounding.fit import Entry, fit
from allokera.audit.rounding.rules import RULES
from benchmarks.start import EMPTY
from benchmarks.timing import process, ratios

ROWS = 3_000
SIZES = (1_000, 10_000, 100_000)
FAULTS = 3


def measure_process(directory: Path, rounds: int) -> float:
    """Give the time of `verify` on a CSV of 3 000 rows and 3 columns, over the empty program's."""
    table, empty = directory / "table.csv", directory / "empty.py"
    table.write_text("\n".join(_lines(ROWS)) + "\n", encoding="utf-8")
    empty.write_text(EMPTY, encoding="utf-8")
    script = str(Path(sys.executable).with_name("allokera"))
    tasks = {
        "verify": process([script, "verify", str(table)]),
        "empty": process([sys.executable, str(empty)]),
    }
    return ratios(tasks, "empty", rounds)["verify"]


def measure_sweep(rounds: int) -> dict[int, float]:
    """Give the time of one fit a row, over n log n, and over that of the smallest table."""
    entries = {size: _entries(size) for size in SIZES}
    tasks = {str(size): partial(fit, RULES[0], rows) for size, rows in entries.items()}
    found = ratios(tasks, str(SIZES[0]), rounds)
    first = SIZES[0] * math.log(SIZES[0])
    return {size: found[str(size)] * first / (size * math.log(size)) for size in SIZES}


def _weights(rows: int) -> list[int]:
    chance = random.Random(rows)
    return [chance.randrange(100, 90_000) * 1_000 for _ in range(rows)]


def _entries(rows: int) -> list[Entry]:
    weights = _weights(rows)
    units = [(2 * weight * 7 + 1_000) // 2_000 for weight in weights]
    for fault in range(FAULTS):
        units[fault * rows // FAULTS] *= 10
    return [Entry(row, *pair) for row, pair in enumerate(zip(weights, units, strict=True))]


def _lines(rows: int) -> Iterator[str]:
    weights = _weights(rows)
    total = sum(weights)
    yield "Mottagare;2030;2031;2032"
    for row, weight in enumerate(weights):
        amounts = [
            (2 * weight * pool + total * 1_000) // (2 * total * 1_000) * 1_000
            for pool in (5_000_000_000, 35_000_000_000)
        ]
        if row % (rows // FAULTS) == 7:
            amounts[row % 2] *= 10
        cells = (f"{amount:,}".replace(",", " ") for amount in (weight, *amounts))
        yield ";".join([f"Förening {row}", *cells])
