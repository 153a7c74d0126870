"""Draw mutants, run the tests on them, and list those that no test notices."""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.mutants import ROOMS
from benchmarks.mutants.covering import Covering, find_covering
from benchmarks.mutants.drawing import Mutant, draw, mutants_of
from benchmarks.mutants.running import Task, run_all

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "mutants"
MOST, PATIENCE = 500, 40.0
"""Tests that are run on one mutant, and seconds that they may take."""
HANGING, HANGING_ALL = 30.0, 900.0
"""Seconds after which they hang, besides three times what they take; and all tests of a room."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants")
    parser.add_argument("--sample", type=int, default=200, help="how many, as many from each room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=ROOMS, action="append", help="may be repeated")
    parser.add_argument("--at", action="append", help="FILE:LINE, or FILE: all that begin there")
    parser.add_argument("--tests", nargs="+", help="run these files instead of what covers")
    parser.add_argument("--thorough", action="store_true", help="then all tests of the room")
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
        tasks: list[Task] = [(mutant, options.tests, HANGING_ALL) for mutant in mutants]
    else:
        covering = find_covering(ROOT, CACHE, options.jobs)
        tasks = [_task(covering, mutant) for mutant in mutants]
    if not mutants:
        parser.error("nothing can be changed there")
    with tempfile.TemporaryDirectory() as trees:
        alive = list(_survivors(Path(trees), tasks, options.jobs))
        if options.thorough and alive:
            print("\nAfter all tests of their rooms, slow ones, too:", flush=True)
            again = [(mutant, _tests_of_room(mutant), HANGING_ALL) for mutant in alive]
            alive = list(_survivors(Path(trees), again, options.jobs))
    killed = [mutant not in alive for mutant in mutants]
    _print_score(mutants, killed)


def _task(covering: Covering, mutant: Mutant) -> Task:
    tests = covering.tests_of(mutant, most=MOST, patience=PATIENCE)
    return mutant, tests, HANGING + 3 * sum(covering.seconds[test] for test in tests)


def _survivors(trees: Path, tasks: Sequence[Task], jobs: int) -> Iterator[Mutant]:
    """Yield the mutants that no test notices, and print them."""
    for (mutant, _, _), is_killed in zip(tasks, run_all(ROOT, trees, tasks, jobs), strict=True):
        if not is_killed:
            print(mutant, flush=True)
            yield mutant


def _tests_of_room(mutant: Mutant) -> list[str]:
    room = ROOT / "tests" / Path(mutant.file).parts[2]
    return [str(path.relative_to(ROOT)) for path in sorted(room.rglob("test_*.py"))]


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
