"""Reading files, each in a process of its own, forked from one that has loaded the libraries."""

import importlib
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.hostile import MOST_SECONDS
from benchmarks.hostile.drawing import Specimen
from benchmarks.hostile.judging import Answer

_LIBRARIES = (
    "allokera.cli.compute",
    "allokera.cli.verify",
    "lxml.html",
    "openpyxl",
    "pydantic",
    "rich",
    "typer",
    "yaml",
)
_ADDRESSES = 4 << 30
"""Bytes of addresses that a process may have, so that none takes the machine down; what it holds of
them at a time is measured."""

_FORK = get_context("fork")


def run_all(specimens: Sequence[Specimen], jobs: int) -> Iterator[tuple[Specimen, Answer]]:
    """Make and read every file, some at a time; give the answers in order."""
    for library in _LIBRARIES:
        importlib.import_module(library)
    with ProcessPoolExecutor(jobs, mp_context=_FORK) as pool:
        yield from zip(specimens, pool.map(answer, specimens), strict=True)


def answer(specimen: Specimen) -> Answer:
    """Make a file and read it.

    What is made takes memory, too, which the process that reads must not inherit: each is a child.
    """
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        made, _ = _in_child(lambda: specimen.write(directory))
        if made != 0:
            raise RuntimeError(f"cannot be made: {specimen}")
        began = time.monotonic()
        status, usage = _in_child(lambda: _read(directory, specimen.arguments))
        return Answer(
            status=status,
            out=(directory / "out").read_text("utf-8", "surrogateescape"),
            err=(directory / "err").read_text("utf-8", "surrogateescape"),
            seconds=time.monotonic() - began,
            mebibytes=usage.ru_maxrss / 1024,
        )


def _in_child(work: Callable[[], None]) -> tuple[int, resource.struct_rusage]:
    sys.stdout.flush()
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(99)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage


def _read(directory: Path, arguments: Sequence[str]) -> None:
    """Be the program."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(MOST_SECONDS)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(directory / name, os.O_WRONLY | os.O_CREAT), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(directory)
    sys.argv = ["allokera", *arguments]
    from allokera.cli import main

    main()
