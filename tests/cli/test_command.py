"""A command reads what was typed as Typer would, and leaves out what nobody typed."""

import shlex

import pytest
from typer.core import TyperCommand
from typer.main import get_command

from allokera.cli.command import Command
from allokera.cli.run import COMMANDS, _application

TYPED = [
    "compute",
    "compute --year 2020 --json --color never",
    "compute --total 1000 --unit 1 --min 5 --min Malmö=7 --gross --carry -o plan.csv",
    "compute --year 2020 --with change --with per-capita --sort name --by lan --grant data",
    "compute --year=2020 --without Ale --without Bor --weights -",
    "explain Malmö --year 2019",
    "compare a.yaml published --year 2019 --year 2020 --sort change",
    "compare",
    "verify",
    "verify table.csv --base 2018 --corrected b.csv --fail-on warning --statement --visible",
    "verify - --relation 'A = B' --relation 'C = D' --ignore-relation 2",
    "new there --from t.csv --year 2026 --envelope 5",
    "budgets --format json",
    "methods webster",
    "methods",
    "schema verify",
]


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_read_as_typer_reads_it(typed: str) -> None:
    arguments = shlex.split(typed)
    command = get_command(_application(arguments)).commands[arguments[0]]  # type: ignore[attr-defined]
    assert isinstance(command, Command)
    ours = command.make_context(arguments[0], arguments[1:])
    theirs = command.context_class(command, info_name=arguments[0])
    TyperCommand.parse_args(command, theirs, arguments[1:])
    assert ours.params == {
        # Typer's empty tuple is None to the function that is called
        name: None if value == () else value
        for name, value in theirs.params.items()
    }
    assert {*ours.params} == {each.name for each in command.params}


def test_every_command_is_tried() -> None:
    assert {typed.split()[0] for typed in TYPED} == {*COMMANDS}
