"""Whole processes, against an empty Typer program that imports the same libraries."""

import sys
from pathlib import Path

from benchmarks.timing import process, ratios

EMPTY = """\
import pydantic, rich, typer, yaml

app = typer.Typer()


@app.command()
def main() -> None:
    pass


app()
"""
COMMANDS = (
    ("compute", "--year", "2020"),
    ("compute", "--year", "2020", "--json"),
    ("verify",),
    ("verify", "--json"),
)


def measure(directory: Path, rounds: int) -> list[tuple[str, float]]:
    """Give every command's time over the empty program's.

    Args:
        directory: a place for the empty program.
    """
    empty = directory / "empty.py"
    empty.write_text(EMPTY, encoding="utf-8")
    script = str(Path(sys.executable).with_name("allokera"))
    tasks = {" ".join(command): process([script, *command]) for command in COMMANDS}
    tasks["empty"] = process([sys.executable, str(empty)])
    for task in tasks.values():
        task()
    found = ratios(tasks, "empty", rounds)
    return [(f"allokera {name}", ratio) for name, ratio in found.items() if name != "empty"]
