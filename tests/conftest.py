"""What the tests share: the grant, the program as a function, and golden files."""

import io
import json
import os
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec

import pytest
from hypothesis import settings

from allokera import Grant, load_grant
from allokera.cli.run import run
from allokera.errors import Form, message
from allokera.render.language import word

settings.register_profile("allokera", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("quick", settings.get_profile("allokera"), max_examples=30)
settings.load_profile("allokera")

_Facts = ParamSpec("_Facts")

ROOT = Path(__file__).parents[1]


def worded(form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs) -> str:
    """A message as it is said: what it says is held by `golden/messages.txt` alone."""
    return word(message(form, *args, **facts))


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Program = Callable[..., Outcome]
Golden = Callable[[str, str], None]
Shown = Callable[..., None]
Refused = Callable[..., None]


@pytest.fixture(scope="session")
def grant() -> Grant:
    return load_grant()


@pytest.fixture
def allokera(monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program: arguments in, exit status and what it wrote out, 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "NO_COLOR", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, encoding: str = "utf-8", stdin: bytes = b"") -> Outcome:
        streams = [io.TextIOWrapper(io.BytesIO(), encoding) for _ in ("out", "err")]
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", streams[0])
            patched.setattr(sys, "stderr", streams[1])
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            status = run(arguments)
        texts = []
        for stream in streams:
            stream.flush()
            texts.append(stream.buffer.getvalue().decode(encoding))
        return Outcome(status, *texts)

    return call


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Hold a text against a file; `pytest --golden` writes it anew, for a person to review."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def refused(allokera: Program, golden: Golden, tmp_path: Path) -> Refused:
    """Hold commands that are refused, each in one line, against a file of such lines."""

    def check(name: str, commands: Mapping[str, Sequence[str]], stdin: bytes = b"") -> None:
        lines = []
        for shown, arguments in commands.items():
            done = allokera(*arguments, stdin=stdin)
            assert (done.status, done.out) == (2, ""), shown
            assert done.err.startswith("allokera: "), shown
            assert done.err.count("\n") == 1, shown
            lines.append(f"{shown!r}\n    {done.err}")
        text = "".join(lines)
        for place in (tmp_path, ROOT):
            text = text.replace(f"{place}{os.sep}", "")
        golden(f"refused-{name}.txt", text)

    return check


@pytest.fixture
def shown(allokera: Program, golden: Golden, tmp_path: Path) -> Shown:
    """Hold the pages of commands, one under another, against a file."""

    def check(name: str, *commands: Sequence[str], stdin: bytes = b"") -> None:
        pages = []
        for arguments in commands:
            done = allokera(*arguments, stdin=stdin)
            assert (done.status, done.err) == (0, ""), arguments
            pages.append(f"$ allokera {shlex.join(arguments)}\n{done.out}")
        text = "\n".join(pages)
        for place in (tmp_path, ROOT):
            text = text.replace(f"{place}{os.sep}", "")
        golden(f"{name}.txt", text)

    return check


def by_name(allokera: Program, *arguments: str) -> dict[str, dict[str, Any]]:
    """The rows of what `allokera compute` answers."""
    document = json.loads(allokera("compute", *arguments, "--json").out)
    return {row["name"]: row for row in document["rows"]}


def examples(count: int) -> settings:
    """So many examples of a property; fewer where the slow tests are left out, as for all."""
    default = settings.default
    assert default
    return settings(max_examples=count * default.max_examples // 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Without the slow tests, properties are tried on smaller samples; those of all tests hold."""
    if config.option.markexpr == "not slow":
        settings.load_profile("quick")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    os.environ["ALLOKERA_LANG"] = "en"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Names what is bytes or long by its argument: a workbook's bytes hold the time of day, and two
    processes that collect the tests must give them the same names."""
    too_long = isinstance(val, str) and len(val) > 60
    return argname if too_long or isinstance(val, bytes) else None
