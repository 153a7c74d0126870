"""Audits of tables with faults: `python -m benchmarks.faults`. What is found, named, mended."""

import sys
from argparse import ArgumentParser
from collections import Counter
from multiprocessing import Pool
from random import Random

from allokera.errors import AllokeraError
from benchmarks.faults.judging import Outcome, judge
from benchmarks.faults.seeding import Fault, is_number, seed_fault
from benchmarks.faults.sources import Source, shapes, sheets

_COLUMNS = ("seeded", "found", "named", "told", "error", "proven", "innocent", "false value")


def _try(case: tuple[Source, int, int]) -> tuple[str, int, str, bool, Outcome] | None:
    source, seed, count = case
    random = Random(f"fault {source.name} {seed}")
    right = table = source.table(seed)
    faults: list[Fault] = []
    for _ in range(count):
        seeded = seed_fault(table, random)
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
    return source.name, seed, faults[0].kind, is_slight, outcome


def _row(title: str, counts: Counter[str]) -> str:
    seeded = counts["seeded"]
    shares = [f"{100 * counts[name] / seeded:6.1f}" for name in _COLUMNS[1:]] if seeded else []
    return f"{title:28}{seeded:7}" + "".join(f"{share:>12}" for share in shares)


def main() -> int:
    """Seed faults, audit, and show what came out by shape, by kind and by what covers the cell."""
    parser = ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--each", type=int, default=200, help="tables of each shape")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--shape", help="one shape alone")
    parser.add_argument("--sheets", metavar="ANNOTATED", help="real sheets instead of shapes")
    parser.add_argument("--faults", type=int, default=1, help="faults in each table")
    parser.add_argument("--show", action="store_true", help="name the tables that go wrong")
    arguments = parser.parse_args()
    sources = sheets(arguments.sheets) if arguments.sheets else shapes()
    chosen = [each for each in sources if arguments.shape in {None, each.name}]
    seeds = range(arguments.seed, arguments.seed + arguments.each)
    cases = [(source, seed, arguments.faults) for seed in seeds for source in chosen]
    told: dict[str, Counter[str]] = {}
    is_false = False
    with Pool() as pool:
        for result in pool.imap(_try, cases, 8):
            if result is None:
                continue
            name, seed, kind, is_slight, outcome = result
            is_false |= outcome.innocent or outcome.false_value
            if arguments.show and (outcome.innocent or outcome.false_value or not outcome.told):
                print(name, seed, kind, "slight" if is_slight else "", outcome)
            groups = ["one unit"] if is_slight else ["all", kind, outcome.group]
            groups += [] if is_slight else [f"role: {outcome.role}"]
            groups += [] if is_slight or arguments.sheets else [f"shape {name}"]
            for group in groups:
                counts = told.setdefault(group, Counter())
                counts["seeded"] += 1
                for column, value in zip(_COLUMNS[1:], outcome[2:], strict=True):
                    counts[column] += bool(value)
    print(f"{'':28}{'seeded':>7}" + "".join(f"{name:>12}" for name in _COLUMNS[1:]))
    for title in sorted(told, key=lambda title: (title.startswith("shape"), title)):
        print(_row(title, told[title]))
    return int(is_false)


if __name__ == "__main__":
    sys.exit(main())
