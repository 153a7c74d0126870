"""Help by every name that people try, and colour where somebody says so."""

import pytest

from allokera.cli.run import COMMANDS
from conftest import Program

ESCAPE = "\x1b["


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_three_names_and_calls_no_switch_a_type(allokera: Program, command: str) -> None:
    told = allokera(command, "--help")
    assert told.status == 0
    assert f"Usage: allokera {command}" in told.out
    assert "bool" not in told.out
    for typed in ([command, "-h"], ["help", command]):
        assert allokera(*typed) == told


def test_help_alone_lists_the_commands(allokera: Program) -> None:
    told = allokera()
    assert all(f" {command} " in told.out for command in COMMANDS)
    assert allokera("help") == allokera("-h") == allokera("--help") == told
    assert allokera("help", "nothing").status == 2


@pytest.mark.parametrize(
    ("color", "is_colored"), [("always", True), ("never", False), (None, False)]
)
def test_colour_is_as_it_is_asked_for(
    allokera: Program, color: str | None, is_colored: bool
) -> None:
    options = ["compute", "--year", "2020", *(["--color", color] if color else [])]
    assert (ESCAPE in allokera(*options).out) is is_colored
    assert ESCAPE not in allokera(*options, "--json").out
    assert ESCAPE not in allokera("compute", "--year", "2020").out, "nothing stays"
