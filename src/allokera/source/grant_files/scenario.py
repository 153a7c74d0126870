"""Reading a scenario from a file: a request in YAML, by the names of the options of `compute`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, create_model

from allokera.errors import message
from allokera.source.grant_files.grant_schema import Schema, fill
from allokera.source.grant_files.scalars import BadValueError, Switch, Words
from allokera.source.grant_files.strict_yaml import TreePath, YamlFile, read_yaml
from allokera.source.messages import SourceMessages
from allokera.terms.request import (
    ALL,
    ENTRIES,
    OPTIONS,
    POPULATION,
    STDIN,
    SWITCHES,
    Request,
    SourcedText,
    is_day,
)


def _entries(value: object) -> tuple[tuple[TreePath, str], ...]:
    """Read one text, a list of texts, or amounts by name; each with its place."""
    if isinstance(value, str):
        return (((), value),)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(((place,), each) for place, each in enumerate(value))
    if isinstance(value, dict) and all(isinstance(each, str) for each in value.values()):
        return tuple(
            ((name,), amount if name == ALL else f"{name}={amount}")
            for name, amount in value.items()
        )
    raise BadValueError(message(SourceMessages.entries_expected))


Entries = Annotated[tuple[tuple[TreePath, str], ...], BeforeValidator(_entries)]


_KINDS: dict[str, Any] = dict.fromkeys(("title", *OPTIONS), (Words, ""))
_KINDS |= dict.fromkeys(SWITCHES, (Switch, "")) | dict.fromkeys(ENTRIES, (Entries, ()))
ScenarioSchema = create_model("ScenarioSchema", __base__=Schema, **_KINDS)
"""A scenario: the keys are the options of `compute`, and a title."""


def load_scenario(path: Path) -> Request:
    """Load a scenario from a file.

    A file of weights or of inhabitants that it names is looked for beside it.

    Raises:
        SourceError: the file cannot be read, or is not of that form.
    """
    document = read_yaml(path)
    form = fill(ScenarioSchema, document)
    texts = {name: getattr(form, name) for name in form.model_fields_set}
    title = " ".join(texts.pop("title", "").split())
    request = Request(title=title, **dict(_sourced(texts, document)))
    files = {name: getattr(request, name) for name in ("weights", "inhabitants")}
    for name, sourced in files.items():
        if sourced and not (sourced.text in {STDIN, POPULATION} or is_day(sourced.text)):
            beside = path.parent / sourced.text
            if not beside.exists():
                raise document.error((name,), SourceMessages.no_file, key=name, path=beside)
            request = request._replace(**{name: sourced._replace(text=str(beside))})
    return request


def _sourced(texts: Mapping[str, Any], document: YamlFile) -> Iterator[tuple[str, Any]]:
    for name, value in texts.items():
        if name in ENTRIES:
            yield name, tuple(_at(document, (name, *at), text) for at, text in value)
        elif value:
            yield name, _at(document, (name,), value)


def _at(document: YamlFile, place: TreePath, text: str) -> SourcedText:
    return SourcedText(text=text, where=f"{document.where(place)}: {place[0]}")
