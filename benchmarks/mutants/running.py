"""Running tests on mutants: a process for each, forked from one that has loaded the libraries."""

import ast
import contextlib
import importlib
import os
import resource
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from benchmarks.mutants.covering import copy_tree, environment
from benchmarks.mutants.drawing import Mutant

_LIBRARIES = ("hypothesis", "jsonschema", "lxml.html", "openpyxl", "pydantic", "rich", "typer")
_FORK = get_context("fork")
_MEMORY = 4 << 30
_NO_TESTS = 5

Task = tuple[Mutant, Sequence[str], float]
"""A mutant, tests or whole files of them, and after how many seconds it counts as hanging."""


def run_all(root: Path, trees: Path, tasks: Sequence[Task], jobs: int) -> Iterator[bool]:
    """Say of every mutant, in order, whether a test fails.

    Raises:
        RuntimeError: one of the first's fails without it.
    """
    for library in _LIBRARIES:
        importlib.import_module(library)
    worker = partial(_is_killed, root, trees)
    with ProcessPoolExecutor(jobs, mp_context=_FORK) as pool:
        untouched = tasks[0][0]._replace(after=tasks[0][0].before)
        if worker((untouched, *tasks[0][1:])):
            raise RuntimeError("a test fails without any mutant")
        yield from pool.map(worker, tasks)


def _is_killed(root: Path, trees: Path, task: Task) -> bool:
    mutant, tests, patience = task
    tree = trees / str(os.getpid())
    if not tree.exists():
        copy_tree(root, tree)
    path = tree / mutant.file
    text = mutant.applied((root / mutant.file).read_bytes())
    ast.parse(text)  # a mutant that is no Python would be no fault of the tests
    path.write_bytes(text)
    process = _FORK.Process(target=_test, args=(tree, tests))
    process.start()
    process.join(patience)
    if process.is_alive():
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
    path.write_bytes((root / mutant.file).read_bytes())
    return bool(tests) and process.exitcode not in {0, _NO_TESTS}


class _Selection:
    """Runs some tests only, or whole files, in order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._places = {test: place for place, test in enumerate(tests, 1)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(filter(self._place, items), key=self._place)

    def _place(self, item: pytest.Item) -> int:
        """Its place from 1, or 0."""
        file = item.nodeid.split("::")[0]
        return self._places.get(item.nodeid, 0) or self._places.get(file, 0)


def _test(tree: Path, tests: Sequence[str]) -> None:
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(tree)
    os.environ.update(environment(tree))
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(tree / "src"))
    files = dict.fromkeys(test.split("::")[0] for test in tests)
    options = ["-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider"]
    sys.exit(pytest.main([*options, *files], plugins=[_Selection(tests)]))
