"""Hold the coverage of every room, lines and branches together, against a floor.

`pytest --cov --cov-report=json && python .ci/floor.py coverage.json`
"""

import json
import sys
from collections import Counter
from pathlib import Path

FLOOR = 95
"""Per cent, a room."""


def main(report: Path) -> int:
    """Print each room's coverage; 1 where one is below the floor."""
    covered: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for file, measured in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        room, *inside = Path(file).relative_to("src/allokera").parts
        name = room if inside else "allokera"
        figures = measured["summary"]
        covered[name] += figures["covered_lines"] + figures["covered_branches"]
        there[name] += figures["num_statements"] + figures["num_branches"]
    low = [room for room in there if covered[room] * 100 < FLOOR * there[room]]
    for room in sorted(there):
        print(f"{room:16}{covered[room] * 100 / there[room]:6.1f} %  {'TOO LOW' * (room in low)}")
    return bool(low)


sys.exit(main(Path(sys.argv[1])))
