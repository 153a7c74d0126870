"""YAML without its surprises: every scalar is text, and every mistake has a line.

YAML of its own accord reads `0114` as 76 and `no` as false, lets the second of two equal keys win,
and follows aliases. Here a scalar is the text that stands in the file, a key stands once, and
anchors, aliases and tags are refused. The tree is built from the parser's events, not its nodes: a
thousand opening brackets are an error with a line, not the end of the process.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, ParamSpec

import yaml

from allokera.errors import Form, Message, SourceError, message
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


MOST_MISTAKES = 20
"""Mistakes of a file that are told at once: more are of one kind."""


class Mistake(NamedTuple):
    """Something wrong in a file, and in which line."""

    line: int
    problem: Message


class YamlFile(NamedTuple):
    """One file, as a tree of texts.

    Attributes:
        file: its path, as messages show it.
        sha256: of its bytes.
        tree: its contents.
        lines: the line of every part of the tree, from 1.
        mistakes: what is wrong in it that does not keep the rest from being read.
    """

    file: str
    sha256: str
    tree: Tree
    lines: dict[TreePath, int]
    mistakes: tuple[Mistake, ...] = ()

    def parts(self, *steps: str | None) -> list[tuple[TreePath, Tree]]:
        """List the parts of the tree at a path; whatever is of another form is passed over.

        Args:
            steps: keys from the root; None stands for every item of a list.
        """
        found: list[tuple[TreePath, Tree]] = [((), self.tree)]
        for step in steps:
            found = [
                ((*place, key), item) for place, tree in found for key, item in _items(tree, step)
            ]
        return found

    def texts(self, *steps: str | None) -> list[tuple[TreePath, str]]:
        """List the texts at a path, bare of the spaces around them."""
        parts = self.parts(*steps)
        return [(place, part.strip()) for place, part in parts if isinstance(part, str)]

    def mistake(
        self, place: TreePath, form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs
    ) -> Mistake:
        """Point at a part of the tree that is wrong, or at the nearest part above it."""
        return Mistake(self.line(place), message(form, *args, **facts))

    def refuse(self, mistakes: Iterable[Mistake]) -> None:
        """Refuse a file that has mistakes, and tell all, the first line first.

        Raises:
            SourceError: there are any.
        """
        found = sorted(mistakes, key=lambda each: each.line)
        told = found[:MOST_MISTAKES]
        if count := len(found) - len(told):
            line, problem = told[-1]
            told[-1] = Mistake(
                line, message(SourceMessages.and_others, problem=problem, count=count)
            )
        if told:
            raise SourceError.together(
                [SourceError.saying(problem).at(f"{self.file}:{line}") for line, problem in told]
            )

    def error(
        self, place: TreePath, form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs
    ) -> SourceError:
        """Make an error that points at a part of the tree, or at the nearest part above it."""
        return SourceError(form, *args, **facts).at(self.where(place))

    def where(self, place: TreePath) -> str:
        """Say where a part of the tree stands, or the nearest part above it: file and line."""
        return f"{self.file}:{self.line(place)}"

    def line(self, place: TreePath) -> int:
        """Find the line of a part of the tree, or of the nearest part above it."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file.

    Raises:
        SourceError: the file cannot be read, is no YAML, or uses what is refused here.
    """
    return parse_bytes(str(path), read_bytes(path))


def parse_bytes(file: str, content: bytes) -> YamlFile:
    """Read the bytes of a YAML file.

    Args:
        file: its path, for messages.

    Raises:
        SourceError: they are no UTF-8, are no YAML, or use what is refused here.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SourceError(SourceMessages.not_utf8).at(f"{file}:{line}") from error
    return parse_yaml(file, text, sha256(content).hexdigest())


def parse_yaml(file: str, text: str, digest: str) -> YamlFile:
    """Read the text of a YAML file.

    Args:
        file: its path, for messages.
        digest: the SHA-256 of its bytes.

    Returns:
        The file, with its mistakes: a key that stands again, an anchor, a tag.

    Raises:
        SourceError: it is too long, is no YAML, or uses what is refused here.
    """
    if len(text) > MOST_LETTERS:
        raise SourceError(SourceMessages.yaml_too_long, most=MOST_LETTERS).at(file)
    builder = _Builder(file=file, lines={}, mistakes=[])
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
    return YamlFile(
        file=file,
        sha256=digest,
        tree=tree,
        lines=builder.lines,
        mistakes=tuple(builder.mistakes),
    )


def quoted(text: str) -> str:
    """Write a text in double quotes, so that it reads back as it is, on one line.

    What cannot be seen, or looks like a space, is written by its number in Unicode.
    """
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else _numbered(each) for each in plain) + '"'


def _numbered(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def events(text: str) -> Iterator[yaml.Event]:
    """Take a YAML text apart, with the place of every part in it."""
    return yaml.parse(text, Loader=_LOADER)


def compose(text: str) -> yaml.MappingNode:
    """Take a mapping apart that was read before, with the place of every part in it."""
    node = yaml.compose(text, Loader=_LOADER)
    assert isinstance(node, yaml.MappingNode)
    return node


class _Builder(NamedTuple):
    """Builds one tree from a parser's events, and notes the line of every part."""

    file: str
    lines: dict[TreePath, int]
    mistakes: list[Mistake]

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
            self.mistakes.append(Mistake(_line(event), message(SourceMessages.anchors_and_tags)))
        if len(place) > DEEPEST:
            raise self._error(event, SourceMessages.nested_too_deep, most=DEEPEST)
        self.lines.setdefault(place, _line(event))
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            return str(getattr(event, "value", ""))
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
            first = self.lines.setdefault((*place, key), _line(event))
            if key in items:
                twice = message(SourceMessages.key_twice, key=key, line=first)
                self.mistakes.append(Mistake(_line(event), twice))
            items.setdefault(key, self._node(next(events), events, (*place, key)))
        return items

    def _error(
        self, event: yaml.Event, form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs
    ) -> SourceError:
        return SourceError(form, *args, **facts).at(f"{self.file}:{_line(event)}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _items(tree: Tree, step: str | None) -> list[tuple[str | int, Tree]]:
    """List what a step leads to: every item of a list, or what stands under a key."""
    if isinstance(tree, list):
        return list(enumerate(tree)) if step is None else []
    return [(step, tree[step])] if isinstance(tree, dict) and step in tree else []


def _is_adorned(event: yaml.Event) -> bool:
    """Whether a node has an anchor or a tag of its own."""
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))
