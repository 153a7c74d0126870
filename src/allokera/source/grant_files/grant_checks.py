"""What is wrong in a grant's files though every part is of its form: all of it, with its line.

The checks look at the texts as they stand, and pass over whatever cannot be read: what is wrong
with its form is found by the form itself, and both are told at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import TypeVar

from allokera.errors import AllokeraError
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.source.grant_files.strict_yaml import Mistake, TreePath, YamlFile
from allokera.source.messages import SourceMessages
from allokera.terms.years import parse_years

_Value = TypeVar("_Value")
_Placed = Iterable[tuple[TreePath, _Value]]


def table_mistakes(file: YamlFile) -> Iterator[Mistake]:
    """Find what is wrong in the table of a grant: names that stand again, cells that lack."""
    named = file.texts("table", "rows", None, "code") + file.texts("table", "rows", None, "name")
    for place, text in _again(sorted(named)):
        yield file.mistake(place, SourceMessages.stands_again, text=text)
    names = dict(file.texts("table", "rows", None, "name"))
    columns = file.parts("table", "columns", None)
    for place, cells in file.parts("table", "rows", None, "printed"):
        if columns and isinstance(cells, list) and len(cells) != len(columns):
            yield file.mistake(
                place,
                SourceMessages.cells_for_columns,
                name=names.get((*place[:-1], "name"), ""),
                cells=len(cells),
                columns=len(columns),
            )
    headed = file.texts("table", "columns", None, "name")
    for place, name in _again(headed):
        yield file.mistake(place, SourceMessages.column_twice, name=name)
    years = _read(file.texts("table", "columns", None, "years"), parse_years)
    for place, _ in _again((place, year) for place, each in years for year in each):
        yield file.mistake(place, SourceMessages.years_twice)
    sources = [text for _, text in file.texts("sources", None, "id")]
    yield from _unlisted(file, file.texts("table", "source"), sources)
    yield from _unlisted(file, file.texts("eligible", "source"), sources)
    yield from _unlisted(file, file.texts("key", "source"), sources)
    if columns:
        yield from _unlisted(file, file.texts("table", "weights"), [name for _, name in headed])
    elif file.parts("table", "columns"):
        yield file.mistake(("table",), SourceMessages.nothing_in_table)


def budget_mistakes(file: YamlFile) -> Iterator[Mistake]:
    """Find what is wrong in the budgets of a grant: years that stand again, too little money."""
    sources = [text for _, text in file.texts("sources", None, "id")]
    yield from _unlisted(file, file.texts("budgets", None, "source"), sources)
    years = _read(file.texts("budgets", None, "years"), parse_years)
    for place, year in _again((place, year) for place, each in years for year in each):
        yield file.mistake(place, SourceMessages.budget_twice, year=year)
    envelopes = _read(file.texts("budgets", None, "envelope"), parse_amount)
    by_entry = {place[:2]: envelope for place, envelope in envelopes}
    yield from _parts(file)
    kept = _read(file.texts("budgets", None, "administration", "amount"), parse_amount)
    for place, amount in kept:
        envelope = by_entry.get(place[:2])
        if envelope is not None and amount > envelope:
            yield file.mistake(
                place,
                SourceMessages.administration_above_envelope,
                administration=amount,
                envelope=envelope,
            )


def _parts(file: YamlFile) -> Iterator[Mistake]:
    """Find amounts with parts of one where the unit is whole."""
    units = _read(file.texts("budgets", None, "unit"), parse_unit)
    by_entry = {place[:2]: unit for place, unit in units}
    for key in (("envelope",), ("administration", "amount")):
        for place, text in file.texts("budgets", None, *key):
            unit = by_entry.get(place[:2], 1)
            for _, amount in _read([(place, text)], parse_amount):
                if isinstance(amount, Fraction) and not isinstance(unit, Fraction):
                    yield file.mistake(place, SourceMessages.parts_of_no_unit, text=text, unit=unit)


def _again(values: _Placed[_Value]) -> Iterator[tuple[TreePath, _Value]]:
    """List the values that stand a second time, and where; nothing may stand often."""
    known: set[_Value] = set()
    for place, value in values:
        if value in known:
            yield place, value
        elif value != "":
            known.add(value)


def _read(texts: _Placed[str], read: Callable[[str], _Value]) -> Iterator[tuple[TreePath, _Value]]:
    """Read texts by a grammar; those that are not of it are passed over."""
    for place, text in texts:
        with suppress(AllokeraError):
            yield place, read(text)


def _unlisted(file: YamlFile, texts: _Placed[str], choices: Sequence[str]) -> Iterator[Mistake]:
    """Find names that stand for nothing that the file lists."""
    for place, text in texts:
        if text not in choices:
            yield file.mistake(place, SourceMessages.none_of, name=text, choices=tuple(choices))
