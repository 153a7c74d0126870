"""The language: how it is chosen, and that help and refusals are in it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest
from typer.main import get_command

from allokera.cli.helping import set_help, speak_typer
from allokera.cli.output import OutputOptions
from allokera.cli.run import COMMANDS, _application
from allokera.cli.speaking import apart, language, locale_language
from allokera.errors import RequestError
from allokera.render.language import ENGLISH, LANGUAGES, Language, speak
from allokera.render.view import View
from allokera.render.words.help import HelpWords
from conftest import Program, Refused, Shown

HELP = [["--help"], *([command, "--help"] for command in COMMANDS)]
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ALLOKERA_LANG", *LOCALE):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_no_language")
@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({}, "en"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_FI@euro"}, "sv"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "svx_XX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "sv_SE", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "", "LC_ALL": "sv_SE"}, "sv"),
        ({"LANG": "sv_SE", "LC_ALL": ""}, "sv"),
        ({"LANG": "sv_SE", "ALLOKERA_LANG": "en"}, "en"),
        ({"LANG": "en_GB", "ALLOKERA_LANG": "SV"}, "sv"),
        ({"LANG": "sv_SE", "ALLOKERA_LANG": ""}, "sv"),
    ],
    ids=str,
)
def test_the_environment_says_which_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], code: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language(None).code == code
    for typed in LANGUAGES:
        assert language(typed).code == typed


@pytest.mark.parametrize(
    "arguments",
    [
        ["compute", "--help", "--lang", "sv"],
        ["compute", "--lang=SV", "-h"],
        ["--lang", "sv", "compute", "--help"],
        ["--lang=sv", "help", "compute"],
        ["help", "compute", "--lang", "sv"],
    ],
    ids=" ".join,
)
def test_the_option_may_stand_anywhere(allokera: Program, arguments: list[str]) -> None:
    told = allokera(*arguments)
    assert (told.status, told.err) == (0, "")
    assert told.out == allokera("compute", "--help", "--lang", "sv").out
    assert "Flaggor" in told.out


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "sv"], ["--lang=sv"], ["help", "--lang", "sv"], ["--lang", "sv", "--help"]],
    ids=" ".join,
)
def test_a_language_alone_is_a_call_for_help(allokera: Program, arguments: list[str]) -> None:
    assert allokera(*arguments) == allokera("--help", "--lang", "sv")


def test_what_is_no_language_is_left_as_it_is() -> None:
    assert apart([]) == (None, [])
    assert apart(["compute", "--lang"]) == (None, ["compute", "--lang"])
    assert apart(["a", "--lang=", "b"]) == ("", ["a", "b"])
    assert apart(["a", "--lang=sv", "--", "--lang", "b"]) == ("sv", ["a", "--", "--lang", "b"])


def test_a_language_is_given_once(allokera: Program) -> None:
    told = allokera("--lang", "sv", "budgets", "--lang=en")
    assert (told.status, told.out) == (2, "")
    assert told.err == "allokera: --lang is given 2 times: give it once\n"


@pytest.mark.parametrize("command", ["compute", "schema", "new", "nothing"])
@pytest.mark.usefixtures("_no_language")
def test_a_language_that_there_is_not_is_refused(
    allokera: Program, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    told = allokera(command, "--lang", "fr")
    assert (told.status, told.out) == (2, "")
    assert told.err == "allokera: --lang: there is no language 'fr'; there are sv and en\n"
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    told = allokera(command, "--lang", "fr")
    assert told.err == "allokera: --lang: det finns inget språk ”fr”; välj sv eller en\n"


@pytest.mark.usefixtures("_no_language")
@pytest.mark.parametrize("value", ["fr", "sv_SE", "x y"])
def test_a_variable_with_no_language_is_refused(
    allokera: Program, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("ALLOKERA_LANG", value)
    told = allokera("--help")
    assert (told.status, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith(f"allokera: ALLOKERA_LANG: there is no language {value!r}")
    assert allokera("--help", "--lang", "en").status == 0


def test_a_page_is_made_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    class Page:
        def page(self, say: Language) -> Sequence[Any]:
            spoken.append(say.code)
            return ()

    spoken: list[str] = []
    for typed in ("sv", "en", None):
        OutputOptions(lang=typed).delivery()(cast(View, Page()))
    assert spoken == ["sv", "en", "en"]
    with pytest.raises(RequestError):
        OutputOptions(lang="fr").delivery()
    assert capsys.readouterr().out.strip() == ""


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_scripts_read_is_the_same_in_every_language(allokera: Program, form: str) -> None:
    command = ["compute", "--year", "2020", "--format", form]
    assert allokera(*command, "--lang", "sv") == allokera(*command, "--lang", "en")


def test_help_in_english(shown: Shown) -> None:
    shown("help-en", *HELP)


def test_help_in_swedish(shown: Shown) -> None:
    shown("help-sv", *([*each, "--lang", "sv"] for each in HELP))


ENGLISH_WORDS = re.compile(
    r"\b(usage|options?|arguments|commands?|default|required|show|examples?|file|amount|years?"
    r"|directory|table|name|the|and|or|of|is|this|that)\b",
    re.IGNORECASE,
)
CODES = re.compile(r"'.*?'|<\S+|--[a-z-]+|\ballokera [a-z]+ .*|table, json|\(table\)|: amount\]")


@pytest.mark.parametrize("arguments", HELP, ids=" ".join)
def test_swedish_help_has_no_english_word_and_fits(allokera: Program, arguments: list[str]) -> None:
    told = allokera(*arguments, "--lang", "sv")
    assert max(map(len, told.out.splitlines())) <= 80
    assert "--help" in told.out
    lines = [CODES.sub("", line) for line in told.out.splitlines()]
    assert [line for line in lines if ENGLISH_WORDS.search(line)] == []
    assert "[OPTIONS]" in allokera(*arguments).out, "nothing stays"


class Heard:
    """Words that remember which of them were asked for."""

    def __init__(self, words: HelpWords) -> None:
        self.words, self.asked = words, set[str]()

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.words, name)
        self.asked.add(name)
        return value


class Said:
    """A language whose help remembers."""

    def __init__(self, say: Language) -> None:
        self.help, self.either = Heard(say.help), say.either


SAID_WHEN_RUNNING = {"at_work", "bug"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_option_has_a_text_and_no_text_lacks_its_option(code: str) -> None:
    said = Said(speak(code))
    program = get_command(_application(["--help"]))
    set_help(program, cast(Language, said))
    for option in _options(program):
        assert option.help, option.name
    program.get_usage(program.context_class(program))
    speak_typer(cast(HelpWords, said.help))
    speak_typer(ENGLISH.help)
    assert set(HelpWords.__annotations__) == said.help.asked | SAID_WHEN_RUNNING
    texts = {name: getattr(said.help.words, name) for name in HelpWords.__annotations__}
    assert [name for name, text in texts.items() if "  " in text or text != text.strip()] == [
        "usage"
    ]


def _options(program: Any) -> Iterator[Any]:
    for command in (program, *program.commands.values()):
        yield from command.params
        yield command.get_help_option(command.context_class(command, **command.context_settings))


REFUSED = (
    "compute --yaer 2020",
    "compute --xyzzy",
    "compute --year",
    "compute --lang",
    "compute --json=x",
    "compte",
    "xyzzy",
    "explain",
    "schema",
    "new",
    "schema compute verify",
    "compute --year 2020 --with shares",
    "compare --sort x",
    "verify --ignore-relation x",
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_typer_refuses_is_said_in_the_language(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("ALLOKERA_LANG", code)
    refused(f"typed-{code}", {each: [*each.split()] for each in REFUSED})


def test_what_is_not_foreseen_is_said_as_typer_says_it(allokera: Program) -> None:
    assert allokera("--").err == "allokera: Missing command.\n"


@pytest.mark.slow
def test_help_survives_a_python_that_strips_docstrings(allokera: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-OO", "-m", "allokera", "compute", "--help"],
        capture_output=True,
        check=True,
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        encoding="utf-8",
    )
    assert done.stdout == allokera("compute", "--help").out


@pytest.mark.usefixtures("_no_language")
def test_windows_is_asked_where_no_locale_says_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allokera.cli.speaking._of_windows", lambda: "sv")
    assert locale_language().code == "sv"
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert locale_language().code == "en"
