"""Adding an entry to a grant's budgets: the rest of the file stays as it is, byte for byte."""

from collections.abc import Sequence

import yaml

from allokera.errors import SourceError
from allokera.source.files.encoding import decode
from allokera.source.grant_files.strict_yaml import compose
from allokera.source.messages import SourceMessages


def add_entry(file: str, content: bytes, entry: Sequence[str]) -> bytes:
    """Add an entry at the end of the budgets.

    Args:
        file: its name, for messages.
        content: a file of budgets that was read before.
        entry: its lines, as an item of a list.

    Raises:
        SourceError: the budgets are written in brackets.
    """
    encoded = decode(file, content)
    text, end_of_line = encoded.text, "\r\n" if b"\r\n" in content else "\n"
    (budgets,) = (value for key, value in compose(text).value if key.value == "budgets")
    if budgets.flow_style and budgets.value:
        raise SourceError(SourceMessages.entries_in_brackets).at(file)
    if budgets.flow_style:
        bare = text[: budgets.start_mark.index].rstrip(" ")
        text, last, indent = bare + text[budgets.end_mark.index :], len(bare), 2
    else:
        last, indent = _end(budgets), budgets.start_mark.column
    place = text.find("\n", last - 1) + 1 or len(text)
    before, after = text[:place], text[place:]
    lines = [
        "" if before.endswith("\n") else end_of_line,
        "" if budgets.flow_style else end_of_line,
    ]
    lines += [f"{' ' * indent}{line}{end_of_line}" for line in entry]
    return encoded.encode("".join((before, *lines, after)))


def _end(node: yaml.Node) -> int:
    """Find where the last text of a part of a file ends, before whatever stands below it."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
