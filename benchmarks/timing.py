"""Timing side by side."""

import signal
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

Task = Callable[[], object]

LONG_ENOUGH = 0.004
"""Seconds that one timing takes at least, by repeating the task: the clock is no finer."""


def ratios(tasks: Mapping[str, Task], baseline: str, rounds: int) -> dict[str, float]:
    """Time tasks in turn, and give each one's median ratio to the baseline in the same round."""
    repeats = {name: _repeats(task) for name, task in tasks.items()}
    found: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        took = {name: _time(task, repeats[name]) for name, task in tasks.items()}
        for name, seconds in took.items():
            found[name].append(seconds / took[baseline])
    return {name: statistics.median(values) for name, values in found.items()}


def process(command: Sequence[str]) -> Task:
    """Make a task that runs a command from its start to its exit."""

    def run() -> None:
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)

    return run


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Stop what takes longer.

    Raises:
        TimeoutError: it did.
    """

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _repeats(task: Task) -> int:
    count = 1
    while (took := _time(task, count) * count) < LONG_ENOUGH:
        count = max(count + 1, int(count * LONG_ENOUGH / max(took, 1e-9)) + 1)
    return count


def _time(task: Task, repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        task()
    return (time.perf_counter() - start) / repeats
