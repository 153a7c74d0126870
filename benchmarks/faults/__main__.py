"""Audits of tables with faults: `python -m benchmarks.faults`. What is found, named, mended."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Mapping
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple

from allokera.errors import AllokeraError
from benchmarks.faults.judging import Outcome, judge
from benchmarks.faults.seeding import Fault, is_number, seed_block, seed_fault
from benchmarks.faults.sources import Source, shapes, sheets

SECTION = "\n## Any table\n\n"
"""The heading of the section of `docs/power.md` that this command writes."""

_COLUMNS = ("seeded", "found", "named", "told", "error", "proven", "innocent", "false value")


class Tried(NamedTuple):
    """A table with faults, and what came out."""

    name: str
    seed: int
    kind: str
    is_slight: bool
    outcome: Outcome


def seed_and_judge(case: tuple[Source, int, int]) -> Tried | None:
    """Put faults into a table, and audit it.

    Args:
        case: where the table is from, a seed, how many faults; none for a block.

    Returns:
        None where there is no number to change, or the table is refused.
    """
    source, seed, count = case
    random = Random(f"fault {source.name} {seed}")
    right = table = source.table(seed)
    faults: list[Fault] = []
    for _ in range(max(count, 1)):
        seeded = seed_fault(table, random) if count else seed_block(table, random)
        if seeded is None:
            return None
        table, made = seeded
        if {(fault.row, fault.column) for fault in faults} & {(m.row, m.column) for m in made}:
            return None
        faults += made
    if not all(is_number(table[fault.row][fault.column]) for fault in faults):
        return None
    is_slight = all(fault.is_slight for fault in faults)
    try:
        outcome = judge(source.audit(right), source.audit(table), table, faults)
    except AllokeraError:
        return None  # a sheet that is refused
    return Tried(source.name, seed, faults[0].kind, is_slight, outcome)


def _row(title: str, counts: Counter[str]) -> str:
    seeded = counts["seeded"]
    shares = [f"{100 * counts[name] / seeded:6.1f}" for name in _COLUMNS[1:]] if seeded else []
    return f"{title:28}{seeded:7}" + "".join(f"{share:>12}" for share in shares)


def _page(told: Mapping[str, Counter[str]], command: str) -> str:
    """Write the figures as a section of Markdown."""
    lines = [
        "Faults put into correct tables of many shapes. What covers the cell, and its role, are",
        "taken from the table before; as audited, what covers it by the report, for a fault in few",
        "rows takes away the relation by which it would be found. Found: a warning or an error",
        "holds the cell. Named: it, and no other is. Told: so is the right number. Error, proven:",
        "beyond doubt. In per cent.",
        f"What writes this section anew: `{command}`.",
        "",
        "| | faults | found | named | told | error | proven | innocent called wrong |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for title in sorted(told):
        counts = told[title]
        shares = [100 * counts[name] / counts["seeded"] for name in _COLUMNS[1:-1]]
        cells = " | ".join(f"{share:.1f}" for share in shares)
        lines.append(f"| {title} | {counts['seeded']} | {cells} |")
    return "\n".join(lines) + "\n"


def _write_page(path: Path, told: Mapping[str, Counter[str]], command: str) -> None:
    """Put the section in its place in a page: after its heading, to the end."""
    head, _, _ = path.read_text(encoding="utf-8").partition(SECTION)
    path.write_text(f"{head}{SECTION}{_page(told, command)}", encoding="utf-8")


def main() -> int:
    """Seed faults, audit, and show what came out by shape, by kind and by what covers the cell."""
    parser = ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--each", type=int, default=200, help="tables of each shape")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--shape", help="one shape alone")
    parser.add_argument("--sheets", metavar="ANNOTATED", help="real sheets instead of shapes")
    parser.add_argument("--faults", type=int, default=1, help="faults in each table")
    parser.add_argument("--blocks", action="store_true", help="a block of wrong cells instead")
    parser.add_argument("--page", type=Path, help="a page whose last section is written anew")
    parser.add_argument("--show", action="store_true", help="name the tables that go wrong")
    arguments = parser.parse_args()
    sources = sheets(arguments.sheets) if arguments.sheets else shapes()
    chosen = [each for each in sources if arguments.shape in {None, each.name}]
    seeds = range(arguments.seed, arguments.seed + arguments.each)
    count = 0 if arguments.blocks else arguments.faults
    cases = [(source, seed, count) for seed in seeds for source in chosen]
    told: dict[str, Counter[str]] = {}
    is_false = False
    with Pool() as pool:
        for result in pool.imap(seed_and_judge, cases, 8):
            if result is None:
                continue
            name, seed, kind, is_slight, outcome = result
            is_false |= outcome.innocent or outcome.false_value
            if arguments.show and (outcome.innocent or outcome.false_value or not outcome.told):
                print(name, seed, kind, "slight" if is_slight else "", outcome)
            groups = ["one unit"] if is_slight else ["all", kind]
            groups += [] if is_slight else [outcome.before, f"as audited: {outcome.audited}"]
            groups += [] if is_slight else [f"role: {outcome.role}"]
            groups += [] if is_slight or arguments.sheets else [f"shape {name}"]
            for group in groups:
                counts = told.setdefault(group, Counter())
                counts["seeded"] += 1
                for column, value in zip(_COLUMNS[1:], outcome[3:], strict=True):
                    counts[column] += bool(value)
    print(f"{'':28}{'seeded':>7}" + "".join(f"{name:>12}" for name in _COLUMNS[1:]))
    for title in sorted(told, key=lambda title: (title.startswith("shape"), title)):
        print(_row(title, told[title]))
    if arguments.page:
        given = f"--each {arguments.each} --seed {arguments.seed} --page {arguments.page}"
        shown = {title: told[title] for title in told if not title.startswith("shape")}
        _write_page(arguments.page, shown, f"python -m benchmarks.faults {given}")
    return int(is_false)


if __name__ == "__main__":
    sys.exit(main())
