"""Which tests run which line: the quick ones are run once, in a copy, and what they ran is kept.

The slow ones would take longer here than all mutants do by the others.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutants import ROOMS, SOURCE
from benchmarks.mutants.drawing import Mutant

_LEAST = 0.01
"""Seconds that a test takes, at least: less is not measured."""

_LEFT_OUT = (".git", ".venv", ".cache", "*_cache", ".hypothesis", ".coverage", "build", "dist")
_DURATION = re.compile(r"([0-9.]+)s (?:setup|call|teardown) +(.+)")


class Covering(NamedTuple):
    """What the tests ran.

    Attributes:
        seconds: what each test takes, by its name.
        lines: who ran each line, by file and line; nobody named runs it when a module loads.
    """

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def tests_of(self, mutant: Mutant, *, most: int, patience: float) -> list[str]:
        """Choose tests for a mutant: none where no test runs it.

        They are those that run its statement, and after them, as a module or a cache may have run
        it once for all, those that run anything in its file; of each the quickest first, and of
        one function with many parameters each as if it took longer than the one before: forty cases
        of one are much alike.

        Args:
            most: how many there may be.
            patience: seconds that they may take together.
        """
        lines = self.lines.get(mutant.file, {})
        ran = [lines[each] for each in range(mutant.span[0], mutant.span[1] + 1) if each in lines]
        if not ran:
            return []
        ordered = [
            *self._sorted(chain.from_iterable(ran)),
            *self._sorted(chain.from_iterable(lines.values())),
        ]
        chosen: list[str] = []
        left = patience
        for test in dict.fromkeys(ordered or self._sorted(self.seconds)):
            left -= self.seconds[test]
            if len(chosen) < most and left > 0:
                chosen.append(test)
        return chosen

    def _sorted(self, tests: Iterable[str]) -> list[str]:
        known = {test for test in tests if test in self.seconds}
        turns: Counter[str] = Counter()
        costs: dict[str, float] = {}
        for test in sorted(known, key=lambda test: (self.seconds[test], test)):
            function = test.partition("[")[0]
            turns[function] += 1
            costs[test] = turns[function] * max(self.seconds[test], _LEAST)
        return sorted(costs, key=lambda test: (costs[test], test))


def find_covering(root: Path, cache: Path, jobs: int) -> Covering:
    """Run the tests, or read what an earlier run of the same files gave."""
    kept = cache / f"{_digest(root)}.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        copied = copy_tree(root, cache / "tree")
        kept.write_text(json.dumps(_run(copied, jobs)), encoding="utf-8")
        shutil.rmtree(copied)
    seconds, lines = json.loads(kept.read_text(encoding="utf-8"))
    names = list(seconds)
    return Covering(
        seconds,
        {
            file: {int(line): [names[each] for each in tests] for line, tests in by_line.items()}
            for file, by_line in lines.items()
        },
    )


def copy_tree(root: Path, to: Path) -> Path:
    """Copy what the tests need, with the times of the files, for the compiled ones to fit."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(root, to, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return to


def environment(tree: Path) -> dict[str, str]:
    """Make an environment in which a copy is imported, by the tests and by what they start."""
    return os.environ | {"PYTHONPATH": str(tree / "src"), "PYDANTIC_DISABLE_PLUGINS": "1"}


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for folder in ("src", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


_Ran = tuple[dict[str, float], dict[str, dict[int, list[int]]]]


def _run(tree: Path, jobs: int) -> _Ran:
    options = f"-n {jobs} -q -vv -p no:cacheprovider --durations=0 --durations-min=0"
    options += " --cov --cov-context=test --cov-report="
    print("running the quick tests once, to see which of them run which lines", file=sys.stderr)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-m", "not slow", *options.split()],
        cwd=tree,
        env=environment(tree),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout[-4000:]}\na test fails: mutants would tell nothing")
    return read_run(tree, done.stdout)


def read_run(tree: Path, output: str) -> _Ran:
    """Read what a run left: what it printed, and its file of coverage."""
    from coverage import CoverageData

    seconds: dict[str, float] = defaultdict(float)
    for line in output.splitlines():
        if match := _DURATION.fullmatch(line):
            seconds[match[2].rstrip()] += float(match[1])
    places = {name: place for place, name in enumerate(seconds)}
    ran = CoverageData(str(tree / ".coverage"))
    ran.read()
    lines = {}
    for file in sorted(ran.measured_files()):
        name = str(Path(file).relative_to(tree))
        if name.startswith(tuple(f"{SOURCE}/{room}/" for room in ROOMS)):
            lines[name] = {
                line: sorted(_tests(contexts, places))
                for line, contexts in ran.contexts_by_lineno(file).items()
            }
    return dict(seconds), lines


def _tests(contexts: Sequence[str], places: dict[str, int]) -> set[int]:
    names = (each.rpartition("|")[0] for each in contexts)
    return {places[name] for name in names if name in places}
