"""How much memory an answer takes at most: in a process of its own, its weights included.

Linux says it in `/proc`.
"""

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.contest import MANY
from benchmarks.sharing import METHODS

_PROGRAM = f"""
import random
from pathlib import Path
from allokera import apportion

source = random.Random(2018)
weights = [source.randrange(1_000, 1_000_000) for _ in range({MANY})]
house = 2_175_000_000
limits = {{"lower": [1] * {MANY}, "upper": [5_000] * {MANY}}} if LIMITED else {{}}
apportion(weights, house, METHOD, **limits)
status = Path("/proc/self/status").read_text().splitlines()
peak = next(line for line in status if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""


def measure() -> Iterator[tuple[str, int, int]]:
    """Give the peak of every method, in MiB, alone and with limits for all."""
    for method in METHODS:
        yield method, _peak(method, limited=False), _peak(method, limited=True)


def _peak(method: str, *, limited: bool) -> int:
    program = _PROGRAM.replace("METHOD", repr(method)).replace("LIMITED", repr(limited))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return int(done.stdout)
