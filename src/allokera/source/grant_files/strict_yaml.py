"""YAML without its surprises: every scalar is text, and every mistake has a line.

YAML of its own accord reads `0114` as 76 and `no` as false, lets the second of two equal keys win,
and follows aliases. Here a scalar is the text that stands in the file, a key stands once, and
anchors, aliases and tags are refused. The tree is built from the parser's events, not its nodes: a
thousand opening brackets are an error with a line, not the end of the process.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, ParamSpec

import yaml

from allokera.errors import Form, SourceError
from allokera.source.files.read import read_bytes
from allokera.source.messages import SourceMessages

_Facts = ParamSpec("_Facts")

Tree = str | list["Tree"] | dict[str, "Tree"]
"""What a file holds."""

TreePath = tuple[str | int, ...]
"""Where in a tree: keys, and positions in lists, from the root."""

DEEPEST = 16
"""Levels that a file may nest; the grant's own files use five."""

MOST_LETTERS = 1_000_000
"""Characters of a file: YAML takes some hundred times as long to read as CSV."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlFile(NamedTuple):
    """One file, as a tree of texts.

    Attributes:
        file: its path, as messages show it.
        sha256: of its bytes.
        tree: its contents.
        lines: the line of every part of the tree, from 1.
    """

    file: str
    sha256: str
    tree: Tree
    lines: dict[TreePath, int]

    def error(
        self, place: TreePath, form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs
    ) -> SourceError:
        """Make an error that points at a part of the tree, or at the nearest part above it."""
        return SourceError(form, *args, **facts).at(self.where(place))

    def where(self, place: TreePath) -> str:
        """Say where a part of the tree stands, or the nearest part above it: file and line."""
        while place not in self.lines:
            place = place[:-1]
        return f"{self.file}:{self.lines[place]}"


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file.

    Raises:
        SourceError: the file cannot be read, is no YAML, or uses what is refused here.
    """
    content = read_bytes(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SourceError(SourceMessages.not_utf8).at(f"{path}:{line}") from error
    return parse_yaml(str(path), text, sha256(content).hexdigest())


def parse_yaml(file: str, text: str, digest: str) -> YamlFile:
    """Read the text of a YAML file.

    Args:
        file: its path, for messages.
        digest: the SHA-256 of its bytes.

    Raises:
        SourceError: it is too long, is no YAML, or uses what is refused here.
    """
    if len(text) > MOST_LETTERS:
        raise SourceError(SourceMessages.yaml_too_long, most=MOST_LETTERS).at(file)
    builder = _Builder(file=file, lines={})
    try:
        tree = builder.document(events(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        failure = SourceError(SourceMessages.no_yaml, reason=error.problem)
        raise failure.at(f"{file}:{line}") from error
    except yaml.reader.ReaderError as error:
        raise SourceError(SourceMessages.no_yaml, reason=error.reason).at(file) from error
    except UnicodeEncodeError as error:
        raise SourceError(SourceMessages.lone_surrogate).at(file) from error
    return YamlFile(file=file, sha256=digest, tree=tree, lines=builder.lines)


def events(text: str) -> Iterator[yaml.Event]:
    """Take a YAML text apart, with the place of every part in it."""
    return yaml.parse(text, Loader=_LOADER)


class _Builder(NamedTuple):
    """Builds one tree from a parser's events, and notes the line of every part."""

    file: str
    lines: dict[TreePath, int]

    def document(self, events: Iterator[yaml.Event]) -> Tree:
        tree: Tree | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if tree is not None:
                    raise self._error(event, SourceMessages.two_documents)
                tree = self._node(event, events, ())
        if tree is None:
            raise SourceError(SourceMessages.empty_file).at(self.file)
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], place: TreePath) -> Tree:
        if isinstance(event, yaml.AliasEvent) or _is_adorned(event):
            raise self._error(event, SourceMessages.anchors_and_tags)
        if len(place) > DEEPEST:
            raise self._error(event, SourceMessages.nested_too_deep, most=DEEPEST)
        self.lines.setdefault(place, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, place)
        return self._mapping(events, place)

    def _sequence(self, events: Iterator[yaml.Event], place: TreePath) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*place, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], place: TreePath) -> dict[str, Tree]:
        items: dict[str, Tree] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or _is_adorned(event):
                raise self._error(event, SourceMessages.key_no_text)
            key = str(event.value)
            if key in items:
                first = self.lines[*place, key]
                raise self._error(event, SourceMessages.key_twice, key=key, line=first)
            self.lines[*place, key] = _line(event)
            items[key] = self._node(next(events), events, (*place, key))
        return items

    def _error(
        self, event: yaml.Event, form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs
    ) -> SourceError:
        return SourceError(form, *args, **facts).at(f"{self.file}:{_line(event)}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _is_adorned(event: yaml.Event) -> bool:
    """Whether a node has an anchor or a tag of its own."""
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))
