"""What do damaged and hostile files do? Hundreds of each format are made and read, one at a time.

python -m benchmarks.hostile                            300 of each format, some half an hour
python -m benchmarks.hostile --format xlsx --each 50 --seed 2
python -m benchmarks.hostile --format xlsx --at 17 --keep out     one again, and its files kept

`tables` makes tables that no publisher prints, `spelling` writes them in every format, and `damage`
spoils bytes. `pages`, `sheets`, `archives`, `nesting` and `texts` make what only one format has.
`drawing` says which file has which number, `running` reads it in a process of its own, `judging`
holds the answer against what is promised.
"""

from collections.abc import Callable
from random import Random

MOST_MEBIBYTES = 500
MOST_SECONDS = 60
LONGEST_REFUSAL = 1_000
"""Characters of one clear line."""

Rows = list[list[str]]
"""A table as printed."""

Make = Callable[[Random], bytes]
"""Makes a file."""
