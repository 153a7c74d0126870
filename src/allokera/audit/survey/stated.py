"""Relations that a person states: `Summa = Fast del + Rörlig del`, `Kr = 100 * Belopp / Invånare`.

Names that hold signs or digits stand in quotation marks: `"2019" = "2018" + Ökning`.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from allokera.audit.messages import AuditMessages
from allokera.errors import Message, RequestError, message
from allokera.names import find_column
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.ratios import DIVISION, PRODUCT, Ratio
from allokera.relations.families.sums import Sum

_OPTION = "--relation"
# Compiled when a person states a relation: `re` keeps what it has compiled.
_SYMBOL = (
    r"\s*(?:(?P<quoted>\"[^\"]*\"|'[^']*')|(?P<sign>[=+\-*/\u2212\u00d7\u00f7])|(?P<number>[0-9]+)"
    r"|(?P<name>[^=+\-*/\u2212\u00d7\u00f7\"'0-9]+))"
)
_SAME = str.maketrans("\u2212\u00d7\u00f7", "-*/")
_FACTORS = (1, 100, 1000)


class _Token(NamedTuple):
    """A name, a sign, or a number, and where it stands."""

    kind: str
    text: str
    start: int


def stated_relation(text: str, columns: Mapping[str, int]) -> Pattern:
    """Read a relation between columns.

    Args:
        columns: the places of the columns of numbers, by name.

    Raises:
        RequestError: it is none, or names a column that is not there; the place is marked.
    """
    tokens = _tokens(text)
    if len(tokens) < 2 or tokens[0].kind != "name" or tokens[1].text != "=":
        raise _refusal(text, 0, message(AuditMessages.relation_needs_target))
    target = _place(text, tokens[0], columns)
    signs = [token for token in tokens[2:] if token.kind == "sign"]
    if any(sign.text in "*/" for sign in signs):
        return _ratio(text, target, tokens[2:], columns)
    return _sum(text, target, tokens[2:], columns)


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    while at < len(text.rstrip()):
        match = re.compile(_SYMBOL).match(text, at)
        if match is None:
            raise _refusal(text, at, message(AuditMessages.relation_unreadable))
        kind = match.lastgroup or ""
        said = match[kind].strip()
        if kind == "quoted":
            kind, said = "name", said[1:-1]
        tokens.append(_Token(kind, said.translate(_SAME), match.start(match.lastgroup or 0)))
        at = match.end()
    return tokens


def _sum(text: str, target: int, tokens: list[_Token], columns: Mapping[str, int]) -> Sum:
    """Read names with signs between them."""
    minus, parts, sign = set[int](), list[int](), "+"
    is_sign_due = False
    for token in tokens:
        if token.kind == "sign" and token.text in "+-":
            if not is_sign_due and parts:
                raise _refusal(text, token.start, message(AuditMessages.relation_needs_name))
            sign, is_sign_due = token.text, False
        elif token.kind == "name" and not is_sign_due:
            place = _place(text, token, columns)
            parts.append(place)
            minus |= {place} if sign == "-" else set()
            is_sign_due = True
        else:
            raise _refusal(text, token.start, message(AuditMessages.relation_unreadable))
    if not parts or not is_sign_due or target in parts or len({*parts}) < len(parts):
        raise _refusal(text, len(text), message(AuditMessages.relation_needs_name))
    return Sum(target, tuple(sorted(parts)), frozenset(minus))


def _ratio(text: str, target: int, tokens: list[_Token], columns: Mapping[str, int]) -> Ratio:
    """Read a quotient or a product of two columns, a hundred or a thousand times where it is so."""
    factor = 1
    if len(tokens) > 1 and tokens[0].kind == "number" and tokens[1].text == "*":
        factor, tokens = int(tokens[0].text), tokens[2:]
    kinds = [token.kind for token in tokens]
    start = tokens[0].start if tokens else len(text)
    if kinds != ["name", "sign", "name"] or tokens[1].text not in "*/" or factor not in _FACTORS:
        raise _refusal(text, start, message(AuditMessages.relation_needs_two))
    one, two = (_place(text, token, columns) for token in (tokens[0], tokens[2]))
    if tokens[1].text == "*" and factor > 1:
        raise _refusal(text, start, message(AuditMessages.relation_needs_two))
    kind = DIVISION if tokens[1].text == "/" else PRODUCT
    return Ratio(target, (one, two), kind, factor)


def _place(text: str, token: _Token, columns: Mapping[str, int]) -> int:
    names = list(columns)
    try:
        return columns[names[find_column(token.text, names)]]
    except RequestError as error:
        raise _refusal(text, token.start, error.message) from error


def _refusal(text: str, at: int, reason: Message) -> RequestError:
    """Show where in the text something is wrong."""
    marked = f"{text[:at]}^{text[at:]}"
    return RequestError(AuditMessages.relation_refused, marked=marked, reason=reason).at(_OPTION)
