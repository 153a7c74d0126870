"""A grant's key, as its table file states it."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from allokera.model import INHABITANTS, Indicator, Key, KeyPart, Source
from allokera.source.grant_files.grant_schema import IndicatorSchema, KeyPartSchema, KeySchema
from allokera.source.grant_files.strict_yaml import TreePath, YamlFile
from allokera.source.messages import SourceMessages

_OF_SCB = re.compile(rf"{INHABITANTS} [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")


def read_key(form: KeySchema, table: YamlFile, pages: Mapping[str, Source]) -> Key:
    """Read a key; files that it names are looked for beside the grant's.

    Raises:
        SourceError: its parts do not sum to one, or name a file that is not there.
    """
    parts = tuple(_parts(form, table))
    total = sum((part.share for part in parts), Fraction(0))
    if total != 1:
        raise table.error(("key", "parts"), SourceMessages.parts_not_one, total=total)
    return Key(
        parts=parts,
        basis=form.basis,
        reason=form.reason,
        source=pages[form.source] if form.source else None,
    )


def _parts(form: KeySchema, table: YamlFile) -> Iterator[KeyPart]:
    for place, part in enumerate(form.parts):
        at: TreePath = ("key", "parts", place)
        if bool(part.equally) == bool(part.by):
            raise table.error(at, SourceMessages.equally_or_by)
        yield KeyPart(part.share, tuple(_indicators(form, part, table, at)))


def _indicators(
    form: KeySchema, part: KeyPartSchema, table: YamlFile, at: TreePath
) -> Iterator[Indicator]:
    for place, each in enumerate(part.by):
        here = (*at, "by", place)
        if each.floor is not None and each.cap is not None and each.floor > each.cap:
            raise table.error(here, SourceMessages.floor_above_cap, floor=each.floor, cap=each.cap)
        yield Indicator(
            column=each.column,
            file=_file(form, each, table, here),
            factor=each.factor,
            floor=each.floor,
            cap=each.cap,
            place=table.where(here),
        )


def _file(form: KeySchema, indicator: IndicatorSchema, table: YamlFile, at: TreePath) -> str:
    """Say which file holds a column; "" for SCB's inhabitants, which are bundled."""
    if not indicator.file and _OF_SCB.fullmatch(indicator.column):
        return ""
    named = indicator.file or form.file
    if not named:
        raise table.error(at, SourceMessages.column_without_file, column=indicator.column)
    path = Path(table.file).parent / named
    if not path.is_file():
        raise table.error(at, SourceMessages.no_figures_file, path=path)
    return str(path)
