"""Who waits for more than a second on a terminal is told that work goes on."""

import io
import sys
import time

import pytest

from allokera.cli import output
from allokera.render.language import ENGLISH
from conftest import Golden

pytestmark = pytest.mark.slow


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "SECONDS", 0.01)


def waited(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with output.patience(ENGLISH):
        time.sleep(seconds)
        output.answer_follows()
        stream.write("<answer>")
    return stream.getvalue()


@pytest.mark.usefixtures("impatient")
def test_it_is_said_and_gone_before_the_answer(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden("patience.txt", waited(monkeypatch, Terminal(), 0.3).replace("\r\x1b[K", "\n") + "\n")


@pytest.mark.usefixtures("impatient")
def test_nothing_is_said_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert waited(monkeypatch, io.StringIO(), 0.1) == "<answer>"


def test_nothing_is_said_of_quick_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert waited(monkeypatch, Terminal(), 0) == "<answer>"
