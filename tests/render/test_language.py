"""The words: every message of every room has them, and what they are stands in one file."""

import importlib
import inspect
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from allokera.audit.checks import CHECKS
from allokera.audit.instructions import RULE_NAMES
from allokera.audit.messages import AuditMessages
from allokera.audit.report.relation import Standing
from allokera.audit.rounding.interval import Interval
from allokera.errors import RequestError, SourceError, Text, message
from allokera.kronor.amount import Amount
from allokera.kronor.currency import KRONA, Currency
from allokera.kronor.keying import Slip
from allokera.model import Recipient
from allokera.render.language import ENGLISH, Language, word, word_error
from allokera.source.formats.delimited import DELIMITERS
from allokera.source.layout.headings import NO_AMOUNTS
from allokera.source.messages import SourceMessages

ALE, KIL = Recipient(name="Ale", code="1440"), Recipient(name="Kil", code="")
CLOSED = Interval(Fraction(1), Fraction(2))
OPEN = Interval(Fraction(1), Fraction(2), lower_closed=False, upper_closed=False)
BY_TYPE: dict[Any, Sequence[object]] = {
    bool: (False, True),
    int: (1, 1_234_567),
    int | None: (None, 40),
    str | None: (None, "some"),
    Fraction: (Fraction(1), Fraction(50, 3)),
    Path: (Path("a"), Path("b.csv")),
    tuple[Amount, Amount]: ((7, 7), (1, 8)),
    Recipient: (KIL, ALE),
    Text: ("<text>", "<text>"),
    tuple[int, int]: ((1, 4), (2, 4)),
    Iterable[str]: (["a"], ["a", "b", "c"]),
    Sequence[str]: (["a"], ["a", "b", "c"]),
    Sequence[int]: ([1], [1, 2, 2_000]),
    Sequence[int | Fraction]: ([1, 2], [1, Fraction(5, 2)]),
    Sequence[Recipient]: ([ALE], [ALE, KIL]),
    Sequence[tuple[int, str]]: ([(1, "a")], [(1, "a"), (2, "b")]),
    Sequence[tuple[str, Text]]: ([], [("a", "<text>"), ("b", "<text>")]),
    Sequence[Text]: (["<text>"], ["<text>", "<text>"]),
    Amount: (5, Fraction(1_234_565, 100)),
    Currency | None: (None, KRONA),
    Fraction | None: (None, Fraction(401, 4)),
    Sequence[tuple[str, Amount]]: ([("a", 1)], [("a", 1), ("b", -2)]),
    Sequence[tuple[Interval, str]]: ([(CLOSED, "a")], [(CLOSED, "a"), (OPEN, "b")]),
}
"""Facts of every type: of one thing, and of many."""


@pytest.mark.parametrize(("length", "quoted"), [(180, 180), (181, 120 + 5 + 60)])
def test_a_refusal_quotes_as_much_as_a_line_holds(length: int, quoted: int) -> None:
    inner = message(SourceMessages.number_expected, column="k", text="q" * length)
    error = SourceError(SourceMessages.no_amounts_in, column="k", reason=inner).at("t:1")
    said = word_error(error)
    assert said.startswith("t:1: ")
    assert said.count("q") + 5 * (length > 180) == quoted


CLOSED_LISTS: dict[str, Sequence[object]] = {
    "rounded_otherwise.rule": RULE_NAMES,
    "looked_for.code": [check.code for check in CHECKS],
    "mended.slip": list(Slip),
    "relations_tell.slip": [None, Slip.REPLACED],
    "relations_tell.follows": [Fraction(1234), None],
    "one_is_wrong.cells": [[("<name>", "<column>", "<printed>")] * 2],
    "relation.operator": [
        "sum",
        "mean",
        "division",
        "change",
        "product",
        "affine",
        "bounded",
        "constant",
    ],
    "relation_holds.standing": list(Standing),
    "relation.lag": [0, 1, -1],
    **{
        f"{code}.places": [0, 2]
        for code in ("relation_fails", "relation_nearly", "relations_tell", "print_number")
    },
    "delimiter.mark": list(DELIMITERS),
    "encoding.codec": [
        each
        for unmarked in ("cp1252", "cp850", "cp437", "mac_roman", "latin-1")
        for each in (unmarked, "utf-16-le")
    ],
    "not_as_marked.codec": ["utf-8", "utf-16-le", "utf-16-be"],
    "held_by_word.what": list(NO_AMOUNTS),
    "held_by_cells.what": ["per cent", "years", "no numbers", "parts of one", "parts of a hundred"],
}
"""Facts of which there are only some, by the message and the fact."""


def messages() -> Iterator[tuple[str, str, Callable[..., object]]]:
    """Every message that some room has: the room, its code, its form."""
    for room, member in sorted(vars(Language).items()):
        if isinstance(member, property):
            where = "allokera.names" if room == "names" else f"allokera.{room}.messages"
            forms = getattr(importlib.import_module(where), f"{room.capitalize()}Messages")
            for code, form in inspect.getmembers(forms, inspect.isfunction):
                if not code.startswith("_"):
                    yield room, code, form


def facts(code: str, name: str, of_type: object) -> Sequence[object]:
    if found := CLOSED_LISTS.get(f"{code}.{name}"):
        return found
    return [f"<{name}>"] if of_type is str else BY_TYPE[of_type]


def worded(room: str, code: str, form: Callable[..., object]) -> Iterator[str]:
    """One message in words: with the first of each of its facts, with the second, and so on."""
    types = {name: each for name, each in typing.get_type_hints(form).items() if name != "return"}
    every = {name: facts(code, name, each) for name, each in types.items()}
    for turn in range(max(map(len, every.values()), default=1)):
        said = {name: values[turn % len(values)] for name, values in every.items()}
        yield str(getattr(getattr(ENGLISH, room), code)(**said))


def test_every_message_has_words(golden: Callable[[str, str], None]) -> None:
    lines = [
        f"{room}.{code}: {text}"
        for room, code, form in messages()
        for text in dict.fromkeys(worded(room, code, form))
    ]
    golden("messages.txt", "\n".join(lines) + "\n")


def test_a_refusal_quotes_no_more_than_one_line_holds() -> None:
    error = SourceError(
        SourceMessages.number_expected, column="1" + "2" * 180, text="3" * 120 + "x" + "4" * 60
    )
    said = word_error(error.at("5" * 180))
    column, text = "1" + "2" * 119 + " ... " + "2" * 60, "3" * 120 + " ... " + "4" * 60
    short = SourceError(SourceMessages.number_expected, column="<column>", text="<text>")
    expected = word_error(short).replace("<column>", column).replace("<text>", text)
    assert said == f"{'5' * 180}: {expected}"
    nested = SourceError(SourceMessages.bad_value, key="k", reason=error.message)
    assert column in word_error(nested)


def test_of_very_many_names_the_first_are_listed() -> None:
    names = (*(f"column {number}" for number in range(990)), "x" * 99)
    said = word_error(SourceError(SourceMessages.several_columns, names=names))
    assert re.findall("'(.*?)'", said) == [f"column {number}" for number in range(12)]
    assert " 979 " in said
    said = word_error(SourceError(SourceMessages.several_columns, names=names[-2:]))
    assert re.findall("'(.*?)'", said) == ["column 989", f"{'x' * 40} ... {'x' * 20}"]


def test_a_message_within_a_list_is_worded() -> None:
    reason = message(SourceMessages.column_counts_rows, column=2)
    few, many = (("2018", reason),), (("2018", reason),) * 11
    said = word_error(RequestError(AuditMessages.no_amounts, asides=few))
    assert said.count(f"2018: {word(reason)}") == 1
    said = word_error(RequestError(AuditMessages.no_amounts, asides=many))
    assert said.count(word(reason)) == 8
    assert re.findall("; ([0-9]+) ", said) == ["3"]
