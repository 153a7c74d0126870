"""Change the program a little, one change at a time, and see whether a test notices.

python -m benchmarks.mutants                    200 changes of the rooms that pyproject.toml names
python -m benchmarks.mutants --room sharing     of one room
python -m benchmarks.mutants --seed 2           200 others

What changes the code and runs the tests that reach the changed function is mutmut; here a sample is
drawn. It needs half an hour on two cores, and writes to mutants/. Functions with a decorator are
left alone by mutmut, and so are constants.
"""

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

MUTANTS = Path("mutants") / "src"
STATISTICS = Path("mutants") / "mutmut-stats.json"
SURVIVED, NO_TESTS = 0, 33
"""What mutmut notes of a change that no test noticed, and of one that no test reaches."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants")
    parser.add_argument("--sample", type=int, default=200, help="how many changes")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--room", help="of this room alone")
    parser.add_argument("--least", type=int, help="fail where fewer per cent are noticed")
    options = parser.parse_args()
    said = mutmut("run", "none", quietly=True)  # makes the changes, notes which test reaches what
    if not STATISTICS.exists():
        raise SystemExit(said)
    names = [name for name in sorted(noted()) if f".{options.room or ''}" in name]
    sample = random.Random(options.seed).sample(names, min(options.sample, len(names)))
    mutmut("run", *sample)
    verdicts = noted()
    survivors = [name for name in sorted(sample) if verdicts[name] in {SURVIVED, NO_TESTS, None}]
    for name in survivors:
        print(mutmut("show", name))
    noticed = 100 * (len(sample) - len(survivors)) / len(sample)
    print(f"{noticed:.1f} % of {len(sample)} changes out of {len(names)} are noticed")
    sys.exit(options.least is not None and noticed < options.least)


def mutmut(*arguments: str, quietly: bool = False) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and not quietly:
        raise SystemExit(done.stdout + done.stderr)
    return done.stdout


def noted() -> dict[str, int | None]:
    """What mutmut has noted of every change: the exit status of the tests, or None before."""
    found: dict[str, int | None] = {}
    for file in MUTANTS.rglob("*.meta"):
        notes: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        found |= notes["exit_code_by_key"]
    return found


if __name__ == "__main__":
    main()
