"""Draw mutants, run the tests on them, and list those that no test notices."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.mutants import ROOMS
from benchmarks.mutants.covering import Covering, find_covering
from benchmarks.mutants.drawing import Mutant, draw, mutants_of
from benchmarks.mutants.running import Task, run_all

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "mutants"
MOST, PATIENCE, HANGING = 500, 40.0, 30.0
"""Tests that are run on one mutant, seconds that they may take, and after which they hang."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants")
    parser.add_argument("--sample", type=int, default=200, help="how many, as many from each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=ROOMS, action="append", help="may be repeated")
    parser.add_argument("--at", action="append", help="FILE:LINE, or FILE: all that begin there")
    parser.add_argument("--tests", nargs="+", help="run these files instead of what covers")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    rooms = options.room or ROOMS
    if options.at:
        every = (mutant for room in ROOMS for mutant in mutants_of(ROOT, room))
        mutants = [
            each for each in every if {each.file, f"{each.file}:{each.line}"} & {*options.at}
        ]
    else:
        mutants = draw(ROOT, rooms, options.sample, options.seed)
    if options.tests:
        tasks: list[Task] = [(mutant, options.tests, HANGING) for mutant in mutants]
    else:
        covering = find_covering(ROOT, CACHE, options.jobs)
        tasks = [_task(covering, mutant) for mutant in mutants]
    if not mutants:
        parser.error("nothing can be changed there")
    with tempfile.TemporaryDirectory() as trees:
        killed = []
        results = run_all(ROOT, Path(trees), tasks, options.jobs)
        for mutant, is_killed in zip(mutants, results, strict=True):
            killed.append(is_killed)
            if not is_killed:
                print(mutant, flush=True)
    _print_score(mutants, killed)


def _task(covering: Covering, mutant: Mutant) -> Task:
    tests = covering.tests_of(mutant, most=MOST, patience=PATIENCE)
    return mutant, tests, HANGING + 3 * sum(covering.seconds[test] for test in tests)


def _print_score(mutants: Sequence[Mutant], killed: Sequence[bool]) -> None:
    print()
    for room in ROOMS:
        of_room = [
            dead for each, dead in zip(mutants, killed, strict=True) if f"/{room}/" in each.file
        ]
        if of_room:
            print(f"{room:15}{sum(of_room):4} of {len(of_room)}")
    print(f"{'killed':15}{sum(killed):4} of {len(killed)}: {100 * sum(killed) // len(killed)} %")


if __name__ == "__main__":
    main()
