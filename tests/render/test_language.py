"""The words: every message of every room has them, and what they are stands in one file."""

import importlib
import inspect
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from allokera.apportionment import METHODS, Method
from allokera.apportionment.promises.properties import PROPERTIES
from allokera.audit.checks import CHECKS
from allokera.audit.instructions import RULE_NAMES
from allokera.audit.report.relation import Standing
from allokera.audit.report.report import Severity, Tried
from allokera.audit.rounding.interval import Interval
from allokera.errors import RequestError, SourceError, Text, message
from allokera.kronor.amount import Amount
from allokera.kronor.currency import KRONA, Currency
from allokera.kronor.keying import Slip
from allokera.model import Recipient, Source, TableInFile
from allokera.render.language import Language, speak, word, word_error
from allokera.sharing.allocation import Side
from allokera.sharing.publication import Departure
from allokera.source.formats.delimited import DELIMITERS
from allokera.source.layout.headings import NO_AMOUNTS
from allokera.source.messages import SourceMessages
from allokera.terms.messages import TermsMessages
from conftest import ROOT

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
    Side | None: (None, *Side),
    int | None: (None, 40),
    Method: METHODS,
    TableInFile: (TableInFile(), TableInFile(2, 3, "<sheet>")),
    Tried: (Tried(161, 2, 30), Tried(2, 1, 1)),
    Interval: (CLOSED, OPEN),
    Source: (Source(file="<file>", sha256="<sha>"),),
    Amount | None: (None, 5),
    Sequence[tuple[Severity, int]]: ([], [(Severity.ERROR, 1), (Severity.NOTE, 2)]),
    Sequence[tuple[str, str]]: ([("en", "<en>"), ("sv", "<sv>")], [("fi", "<fi>")]),
    Sequence[tuple[str, int]]: ([("A", 1)], [("A", 1), ("B", 2)]),
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
        "share",
        "constant",
    ]
    * 3,
    "relation_holds.standing": list(Standing),
    "relation.lag": [0, 1, -1],
    "relation.factor": [1, 100, 1_000],
    "relation.slope": [Fraction(401, 4), Fraction(401, 4), Fraction(1), None],
    "other_rule.more": [0, 0, 1_234],
    "report.gives.numbers": [[], ["<one>"], ["<one>", "<two>"]],
    "report.gives.more": [0, 1_234],
    "report.gives.ends": [("1", "1"), ("1", "2"), (None, "2"), ("1", None)],
    "amounts.status": ["indicative", "worked example", "<status>"],
    "amounts.departure": [each for each in Departure if each.value.startswith("other")],
    "files.field": ["code", "sha256", "recipient_code", "2020"],
    "files.document": ["allocation", "audit"],
    "lists.name": [each.name for each in PROPERTIES],
    "lists.has.name": ["A"],
    "lists.had_and_has.name": ["A"],
    "lists.also.name": ["webster"],
    "lists.check.code": [check.code for check in CHECKS],
    **{
        f"{code}.places": [0, 2]
        for code in (
            "relation_fails",
            "relation_nearly",
            "relations_tell",
            "print_number",
            "look_up_within",
        )
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


Form: typing.TypeAlias = Callable[..., object] | None
"""What takes the facts of a message; a word without facts has none."""


def messages() -> Iterator[tuple[str, str, Form]]:
    """Every message that some room has, and every word of a page: the room, its code, its form."""
    for room, member in sorted(vars(Language).items()):
        if not isinstance(member, property):
            continue
        protocol = typing.get_type_hints(member.fget, globalns=_PROTOCOLS)["return"]
        forms: dict[str, Form] = dict(inspect.getmembers(protocol, inspect.isfunction))
        forms |= dict.fromkeys(typing.get_type_hints(protocol))
        yield from (
            (room, code, form) for code, form in sorted(forms.items()) if not code.startswith("_")
        )


_ROOMS = "kronor render usecases apportionment sharing terms source audit".split()
_PAGES = "amounts steps report lists files help".split()
_PROTOCOLS = {
    name: form
    for module in (
        "allokera.names",
        *(f"allokera.{room}.messages" for room in _ROOMS),
        *(f"allokera.render.words.{page}" for page in _PAGES),
    )
    for name, form in vars(importlib.import_module(module)).items()
    if name.endswith(("Messages", "Words"))
}


def facts(room: str, code: str, name: str, of_type: object) -> Sequence[object]:
    of_room = CLOSED_LISTS.get(f"{room}.{code}.{name}") or CLOSED_LISTS.get(f"{room}.{name}")
    if found := of_room or CLOSED_LISTS.get(f"{code}.{name}"):
        return found
    if isinstance(of_type, type) and issubclass(of_type, Enum):
        return [*of_type]
    return [f"<{name}>"] if of_type is str else BY_TYPE[of_type]


def worded(say: Language, room: str, code: str, form: Form) -> Iterator[str]:
    """One message in words: with the first of each of its facts, with the second, and so on."""
    saying = getattr(getattr(say, room), code)
    if form is None:
        yield from map(str, saying.values() if isinstance(saying, Mapping) else [saying])
        return
    types = {name: each for name, each in typing.get_type_hints(form).items() if name != "return"}
    every = {name: facts(room, code, name, each) for name, each in types.items()}
    for turn in range(max(map(len, every.values()), default=1)):
        said = {name: values[turn % len(values)] for name, values in every.items()}
        yield str(saying(**said))


@pytest.mark.parametrize(("lang", "file"), [("en", "messages.txt"), ("sv", "messages-sv.txt")])
def test_every_message_has_words(lang: str, file: str, golden: Callable[[str, str], None]) -> None:
    lines = [
        f"{room}.{code}: {text}"
        for room, code, form in messages()
        for text in dict.fromkeys(worded(speak(lang), room, code, form))
    ]
    golden(file, "\n".join(lines) + "\n")


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
    said = word_error(RequestError(TermsMessages.key_shares, parts=(reason, "a part", reason)))
    assert said == f"{word(reason)}, a part, {word(reason)}"


def test_every_message_is_said_by_somebody() -> None:
    """A message that no room makes is a sentence that nobody reads, in every language."""
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src").rglob("*.py")
        if "language" not in path.parts and path.name != "messages.py"
    )
    assert [
        f"{room}.{code}"
        for room, code, _ in messages()
        if room in {*_ROOMS, "names"} and not re.search(rf"Messages\.{code}\b", text)
    ] == []


def test_swedish_quotes_show_no_more_than_letters() -> None:
    told = word_error(SourceError(SourceMessages.number_expected, column="a", text="1\x07\u00a02"))
    swedish = word_error(
        SourceError(SourceMessages.number_expected, column="a", text="1\x07\u00a02"), speak("sv")
    )
    assert "1\\x07\\xa02" in told
    assert "\u201d1\\x07\u00a02\u201d" in swedish
