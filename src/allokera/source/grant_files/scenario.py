"""Reading a scenario from a file: a request in YAML, by the names of the options of `compute`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, create_model

from allokera.errors import message
from allokera.source.grant_files.grant_schema import BadValueError, Schema, Words, fill
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
)

_YES, _NO = frozenset({"yes", "true", "ja"}), frozenset({"no", "false", "nej"})


def _switch(value: object) -> str:
    """Read yes or no: what is switched off is as if it were not there."""
    if not isinstance(value, str):
        raise BadValueError(message(SourceMessages.list_for_yes_or_no))
    text = value.casefold()
    if text not in _YES | _NO:
        raise BadValueError(message(SourceMessages.neither_yes_nor_no, text=text))
    return "yes" if text in _YES else ""


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


Switch = Annotated[str, BeforeValidator(_switch)]
Entries = Annotated[tuple[tuple[TreePath, str], ...], BeforeValidator(_entries)]


_KINDS: dict[str, Any] = dict.fromkeys(("title", *OPTIONS), (Words, ""))
_KINDS |= dict.fromkeys(SWITCHES, (Switch, "")) | dict.fromkeys(ENTRIES, (Entries, ()))
ScenarioSchema = create_model("ScenarioSchema", __base__=Schema, **_KINDS)
"""A scenario: the keys are the options of `compute`, and a title."""


def load_scenario(path: Path) -> Request:
    """Load a scenario from a file.

    A file of weights that it names is looked for beside it.

    Raises:
        SourceError: the file cannot be read, or is not of that form.
    """
    document = read_yaml(path)
    form = fill(ScenarioSchema, document)
    texts = {name: getattr(form, name) for name in form.model_fields_set}
    title = " ".join(texts.pop("title", "").split())
    request = Request(title=title, **dict(_sourced(texts, document)))
    if request.weights and request.weights.text not in {STDIN, POPULATION}:
        beside = path.parent / request.weights.text
        if not beside.exists():
            raise document.error(("weights",), SourceMessages.no_weights_file, path=beside)
        request = request._replace(weights=request.weights._replace(text=str(beside)))
    return request


def _sourced(texts: Mapping[str, Any], document: YamlFile) -> Iterator[tuple[str, Any]]:
    for name, value in texts.items():
        if name in ENTRIES:
            yield name, tuple(_at(document, (name, *at), text) for at, text in value)
        elif value:
            yield name, _at(document, (name,), value)


def _at(document: YamlFile, place: TreePath, text: str) -> SourcedText:
    return SourcedText(text=text, where=f"{document.where(place)}: {place[0]}")
