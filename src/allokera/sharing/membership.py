"""Changes to the list of recipients: who leaves, who joins, and the shares that result."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.errors import RequestError
from allokera.kronor.amount import parse_amount
from allokera.model import Key, Population, Recipient
from allokera.names import NamesMessages, Register, find, register
from allokera.sharing.messages import SharingMessages
from allokera.terms.keys import Columns
from allokera.terms.request import Request, SourcedText
from allokera.terms.shares import ShareOrigin, Shares, by_key, scaled

_DECIMALS = re.compile(r"([0-9]+)[.,]([0-9]+)")


class Membership(NamedTuple):
    """Who shares instead of those who do by some shares.

    Attributes:
        without: who of them is left out.
        added: who joins, with weights as theirs were given; 0 by the key.
        known: who may be named: they, and whoever was added somewhere.
    """

    without: tuple[Recipient, ...]
    added: dict[Recipient, int | Fraction]
    known: tuple[Recipient, ...]


def read_membership(
    request: Request,
    base: Shares,
    population: Population | None = None,
    columns: Columns | None = None,
) -> Membership:
    """Read who leaves and who joins: by the lowest request first, and then by those over it.

    Args:
        base: the shares without any change.
        population: whoever may be added to a grant's recipients.
        columns: the figures of a key, of whoever may be added by it.

    Raises:
        RequestError: nobody is meant, or somebody both leaves and joins, or joins twice.
    """
    is_any_added = any(layer.add for layer in request.layers)
    others = register(_others(base, population, columns or {}) if is_any_added else ())
    without: dict[Recipient, None] = {}
    known = dict.fromkeys(base.recipients)
    added: dict[Recipient, int | Fraction] = {}
    for layer in reversed(request.layers):
        newcomers: dict[Recipient, int | Fraction] = {}
        for sourced in layer.add:
            name, _ = sourced.entry()
            if layer.key and name:
                raise RequestError(SharingMessages.key_takes_no_weight, name=name.text).at(
                    sourced.where
                )
            recipient, weight = _added(sourced, request, base, others)
            if recipient in without and not name:
                del without[recipient]
                continue
            if recipient in base.recipients:
                raise RequestError(SharingMessages.recipient_already, name=recipient.name).at(
                    sourced.where
                )
            if recipient in newcomers:
                raise RequestError(SharingMessages.added_twice, name=recipient.name).at(
                    sourced.where
                )
            newcomers[recipient] = weight
        added |= newcomers
        known |= dict.fromkeys(newcomers)
        for sourced in layer.without:
            recipient = find_sourced(sourced, tuple(known))
            if recipient in newcomers:
                raise RequestError(SharingMessages.added_and_left_out, name=recipient.name).at(
                    sourced.where
                )
            if recipient in base.recipients:
                without[recipient] = None
            added.pop(recipient, None)
    return Membership(tuple(without), added, tuple(known))


def change_shares(
    request: Request,
    base: Shares,
    members: Membership,
    key: Key | None = None,
    columns: Columns | None = None,
) -> Shares:
    """Make the shares of a membership: by scale, or anew by the key.

    Args:
        key: the grant's own.
        columns: the figures that it names, where the request is by key.

    Raises:
        RequestError: nobody is left, no key is stated, or somebody has no figure.
    """
    if request.key:
        if key is None:
            raise RequestError(SharingMessages.no_key).at(request.key.where)
        kept = (each for each in base.recipients if each not in members.without)
        return by_key((*kept, *members.added), key, columns or {})
    if not (members.without or members.added):
        return base
    return scaled(base, members.without, tuple(members.added.items()))


def find_sourced(sourced: SourcedText, recipients: Sequence[Recipient]) -> Recipient:
    """Find whom a text means.

    Raises:
        RequestError: nobody, or one of several.
    """
    return sourced.read(lambda text: find(text, recipients))


def _added(
    sourced: SourcedText, request: Request, base: Shares, others: Register
) -> tuple[Recipient, int | Fraction]:
    """Read who is added: with a weight, where the others keep their shares, and it has none yet."""
    name, amount = sourced.entry()
    recipient = _newcomer(
        name or amount, base, others, has_amount=name is not None, is_by_key=bool(request.key)
    )
    if request.key or recipient in base.recipients:
        return recipient, 0
    if name is None:
        is_given = base.reading is ShareOrigin.GIVEN
        form = SharingMessages.needs_weight if is_given else SharingMessages.needs_base_amount
        raise RequestError(form, name=recipient.name).at(sourced.where)
    if base.reading is ShareOrigin.GIVEN and (found := _DECIMALS.fullmatch(amount.text.strip())):
        return recipient, Fraction(f"{found[1]}.{found[2]}")
    return recipient, amount.read(parse_amount)


def _newcomer(
    sourced: SourcedText, base: Shares, others: Register, *, has_amount: bool, is_by_key: bool
) -> Recipient:
    """Find whoever joins: one who is known, or with an amount anybody else.

    A name that one slip makes of a known one is refused, and among a grant's recipients a code that
    nobody has: they would be somebody new, whom nobody meant.
    """
    own, name = register(base.recipients), sourced.text.strip()
    if not name:
        raise RequestError(SharingMessages.weight_of_nobody).at(sourced.where)
    if match := own.match(name) or others.match(name):
        return match.recipient
    known = (*own.recipients, *others.recipients)
    is_of_grant = base.reading is not ShareOrigin.GIVEN
    near = dict.fromkeys((*own.misspelt(name), *others.misspelt(name)))
    if is_by_key and not (near or register(known).several(name)):
        raise RequestError(SharingMessages.nobody_figured, name=name).at(sourced.where)
    if is_of_grant and (not has_amount or name.isdecimal() or register(known).several(name)):
        return find_sourced(sourced, known)
    if near:
        failure = RequestError(NamesMessages.nobody_but_near, text=name, near=tuple(near))
        raise failure.at(sourced.where)
    return Recipient(code="", name=name)


def _others(base: Shares, population: Population | None, columns: Columns) -> Sequence[Recipient]:
    """List who is known besides: those with figures, and Sweden's municipalities among such."""
    figured = dict.fromkeys(each for column in columns.values() for each in column.people)
    known, names = population.municipalities if population else (), {each.name for each in figured}
    found = register(known)
    matched = sum(found.match_row(each) is not None for each in base.recipients)
    is_of_those = 2 * matched > len(base.recipients)
    return (*figured, *(each for each in known if is_of_those and each.name not in names))
