"""The house keeps its own rules."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, pytest_make_parametrize_id

SOURCE = ROOT / "src" / "allokera"
OUTSIDE_THE_CORE = {"cli", "render", "source", "usecases"}
CORE = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if path.relative_to(SOURCE).parts[0] not in OUTSIDE_THE_CORE and path.name != "__main__.py"
)
INEXACT = {"float", "round", "Decimal", "sqrt"}


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_core_is_exact(path: Path) -> None:
    """No float is written, made or rounded to, and no slash divides."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        line = getattr(node, "lineno", 0)
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), line
        if isinstance(node, ast.Name):
            assert node.id not in INEXACT, line
        if isinstance(node, ast.alias):
            assert node.name not in INEXACT, line
        assert not isinstance(node, ast.Div), f"line {line}: divide by //, or make a Fraction"


NAMES_OF_SEVERAL_WORDS = {
    "apportionment/methods.py",  # where a method comes from: people, laws, books
    "apportionment/promises/properties.py",  # what is typed
    "kronor/money_words.py",  # words that are looked for in amounts
    "kronor/keying.py",  # slips, as JSON has them
    "source/layout/headings.py",  # words that are looked for in tables
    "source/population.py",  # the title of the statistics
}


PYTHONS_OWN = ("raise AssertionError", "raise AttributeError")


@pytest.mark.slow
def test_words_are_made_in_render_alone() -> None:
    """No room below has a text of three words, but for docstrings, asserts and names."""
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE)
        if room.parts[0] in {"cli", "render"} or str(room) in NAMES_OF_SEVERAL_WORDS:
            continue
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        for_programmers = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for_programmers |= {id(node.msg) for node in nodes if isinstance(node, ast.Assert)}
        for_programmers |= {
            id(part)
            for node in nodes
            if isinstance(node, ast.Raise) and ast.unparse(node).startswith(PYTHONS_OWN)
            for part in ast.walk(node)
        }
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = [word for word in node.value.split() if word.strip(",.:;").isalpha()]
                assert len(words) < 3 or id(node) in for_programmers, f"{room}:{node.lineno}"


def test_no_file_is_longer_than_a_person_reads() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py")}
    assert {path.name: length for path, length in lengths.items() if length > 300} == {}


def test_names_of_tests_hold_no_bytes() -> None:
    """A workbook's hold the time of day, and two processes would collect different tests."""
    named = {val: pytest_make_parametrize_id(val, "content") for val in (b"PK", "a" * 61, "a", 1)}
    assert named == {b"PK": "content", "a" * 61: "content", "a": None, 1: None}


@pytest.mark.slow
def test_nothing_but_the_command_line_prints() -> None:
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", path


def modules_after(*imports: str) -> set[str]:
    """What a fresh interpreter has loaded after some imports."""
    code = f"import sys, {', '.join(imports)}; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", code], text=True).split())


LIBRARIES = {"typer", "rich", "pydantic", "yaml"}


def test_importing_allokera_brings_in_nothing_else() -> None:
    modules = modules_after("allokera")
    assert not modules & LIBRARIES
    assert {name for name in modules if name.startswith("allokera")} == {
        "allokera",
        "allokera.version",
    }


def test_the_core_brings_in_no_library() -> None:
    modules = modules_after(
        "allokera.audit.verify", "allokera.sharing.grant", "allokera.explanation.explain"
    )
    assert not modules & (LIBRARIES | {"allokera.source", "allokera.render", "allokera.cli"})


def test_every_public_name_is_there() -> None:
    import allokera

    for name in allokera.__all__:
        value = getattr(allokera, name)
        assert value.__doc__ or name == "METHODS"
        assert getattr(value, "__module__", "allokera.").startswith("allokera.")
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        allokera.nonsense  # noqa: B018


def test_no_module_is_a_catch_all() -> None:
    names = {path.stem for path in SOURCE.rglob("*.py")}
    assert not names & {"utils", "helpers", "common", "core", "manager", "process", "info", "misc"}
