"""From a request to a scenario: texts become values, and names become recipients.

Every complaint begins with the place of the text that it is about: an option, or a line of a file.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from allokera.apportionment import LARGEST_REMAINDER, find_method
from allokera.errors import AllokeraError, RequestError
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.model import Grant, Population, Recipient
from allokera.names import find, register
from allokera.sharing.plan import check_carried
from allokera.sharing.scenario import Scenario
from allokera.terms.bounds import Bound, Own
from allokera.terms.request import Request, Said
from allokera.terms.shares import Reading, Shares, by_key, own_shares, scaled
from allokera.years import check_years, parse_years

_Value = TypeVar("_Value")


def interpret(
    request: Request, grant: Grant, population: Population | None = None, own: Own | None = None
) -> Scenario:
    """Read a request.

    Args:
        population: needed where the request is about inhabitants.
        own: the weights that the request names, read.

    Raises:
        RequestError: texts do not go together, or mean nobody.
        AmountError: a text is no amount.
        ProblemError: no method has that name.
    """
    check_request(request)
    base = own_shares(grant) if own is None else own.shares
    members = _membership(request, base, population)
    shares = _shares(request, base, members, population)

    def bounds(kind: str, others: Sequence[Bound] = ()) -> tuple[Bound, ...]:
        read = _layered(request, kind, members.known, others)
        gone = set(members.known) - {*shares.recipients}
        return tuple(each for each in read if each.recipient not in gone)

    known = [budget.year for budget in grant.budgets]

    def years(text: str) -> tuple[int, ...]:
        read = parse_years(text, known)
        check_years(read, known)
        return read

    several = _read(request.year, years) or ()
    carry = request.carry
    if carry and len(several) == 1:
        if not request.is_outdone("carry", "year"):
            raise RequestError(f"{carry.where}: one year is not carried; give several")
        carry = None
    method = _read(request.method, find_method) or LARGEST_REMAINDER
    if carry:
        _value(carry.where, method.name, lambda _: check_carried(method))
    return Scenario(
        years=several,
        envelope=_read(request.total or request.envelope, parse_amount),
        unit=_read(request.unit, parse_unit),
        administration=0 if request.gross else _read(request.administration, parse_amount),
        method=method,
        shares=shares,
        minimums=bounds("min", own.minimums if own else ()),
        maximums=bounds("max", own.maximums if own else ()),
        applied=bounds("applied"),
        redistribute=request.redistribute is not None,
        carry=carry is not None,
    )


def check_request(request: Request) -> None:
    """Check that a request asks for something, and does not contradict itself.

    Raises:
        RequestError: it does not, or does.
    """
    for one, other in (
        (request.year, request.total),
        (request.envelope, request.total),
        (request.gross, request.administration),
        (request.weights, request.key),
    ):
        if one and other:
            raise RequestError(
                f"{one.where} and {other.where} cannot both be had: give one of them"
            )
    if not (request.year or request.total or request.envelope):
        raise RequestError("what is to be shared out? Give --year 2020, or --total AMOUNT")
    if request.redistribute and not any(layer.applied for layer in request.layers):
        raise RequestError(
            f"{request.redistribute.where}: nobody applied for less; say who did, as by "
            "--applied KOMMUN=AMOUNT"
        )
    if request.carry and not request.year:
        raise RequestError(f"{request.carry.where}: it is years that are carried; give some")


class _Membership(NamedTuple):
    """Who shares instead of the recipients that there are.

    Attributes:
        without: who of them is left out.
        added: who joins, with weights as theirs were given.
        known: who may be named: they, and whoever was added somewhere.
    """

    without: tuple[Recipient, ...]
    added: dict[Recipient, int | Fraction]
    known: tuple[Recipient, ...]


def _membership(request: Request, base: Shares, population: Population | None) -> _Membership:
    """Read who leaves and who joins: by the lowest request first, and then by those over it."""
    without: dict[Recipient, None] = {}
    known = dict.fromkeys(base.recipients)
    added: dict[Recipient, int | Fraction] = {}
    for layer in reversed(request.layers):
        newcomers: dict[Recipient, int | Fraction] = {}
        for said in layer.add:
            recipient, weight = _added(said, request, base, population)
            if recipient in newcomers:
                raise RequestError(f"{said.where}: {recipient.name} is added twice")
            newcomers[recipient] = weight
        added |= newcomers
        known |= dict.fromkeys(newcomers)
        for said in layer.without:
            recipient = _find(said, tuple(known))
            if recipient in newcomers:
                raise RequestError(f"{said.where}: {recipient.name} is added, and left out")
            if recipient in base.recipients:
                without[recipient] = None
            added.pop(recipient, None)
    return _Membership(tuple(without), added, tuple(known))


def _shares(
    request: Request, base: Shares, members: _Membership, population: Population | None
) -> Shares:
    """Say who shares, and by which weights."""
    if request.key:
        assert population is not None
        kept = (each for each in base.recipients if each not in members.without)
        return by_key((*kept, *members.added), population)
    if not (members.without or members.added):
        return base
    return scaled(base, members.without, tuple(members.added.items()))


def _added(
    said: Said, request: Request, base: Shares, population: Population | None
) -> tuple[Recipient, int | Fraction]:
    """Read who is added: with a weight where the others keep their shares, without one by key."""
    name, mark, amount = said.text.rpartition("=")
    recipient = _newcomer(said._replace(text=name if mark else amount), base, population)
    if recipient in base.recipients:
        raise RequestError(f"{said.where}: {recipient.name} is one of the recipients already")
    if request.key and mark:
        raise RequestError(
            f"{said.where}: by the key, inhabitants are the weight of {recipient.name}: write the "
            "name alone"
        )
    if not request.key and not mark:
        needed = f"the others keep their shares, so {recipient.name} needs a weight"
        if base.reading is Reading.GIVEN:
            raise RequestError(f"{said.where}: {needed}: write {recipient.name}=WEIGHT")
        raise RequestError(
            f"{said.where}: {needed}: write {recipient.name}=AMOUNT, what it would have in the "
            "base column; or make all shares anew by --key"
        )
    if base.reading is Reading.GIVEN and (found := _DECIMALS.fullmatch(amount.strip())):
        return recipient, Fraction(f"{found[1]}.{found[2]}")
    return recipient, _value(said.where, amount, parse_amount) if mark else 0


_DECIMALS = re.compile(r"([0-9]+)[.,]([0-9]+)")


def _newcomer(said: Said, base: Shares, population: Population | None) -> Recipient:
    """Find a municipality; among weights of one's own, a recipient may be anybody."""
    everybody, name = population.municipalities if population else (), said.text.strip()
    if base.reading is not Reading.GIVEN:
        return _find(said, everybody)
    if not name:
        raise RequestError(f"{said.where}: whose weight is it? Write NAME=WEIGHT")
    match = register(base.recipients).match(name) or register(everybody).match(name)
    return match.recipient if match else Recipient(code="", name=name)


def _bounds(entries: Sequence[Said], recipients: Sequence[Recipient]) -> tuple[Bound, ...]:
    """Read amounts for all, `AMOUNT`, or for one, `NAME=AMOUNT`."""
    bounds = []
    for said in entries:
        name, mark, amount = said.text.rpartition("=")
        bounds.append(
            Bound(
                recipient=_find(said._replace(text=name), recipients) if mark else None,
                amount=_value(said.where, amount, parse_amount),
                said=said.where,
            )
        )
    return tuple(bounds)


def _layered(
    request: Request, kind: str, recipients: Sequence[Recipient], others: Sequence[Bound]
) -> Sequence[Bound]:
    """Read the bounds of a request, and of those below for whom nothing is said.

    Raises:
        RequestError: a request says something of somebody whom it leaves out.
    """
    for layer in reversed(request.layers):
        bounds = _bounds(getattr(layer, kind), recipients)
        without = {_find(said, recipients) for said in layer.without}
        for bound in bounds:
            if bound.recipient is not None and bound.recipient in without:
                raise RequestError(f"{bound.said}: {bound.recipient.name} is left out")
        others = _over(bounds, others)
    return others


def _over(bounds: Sequence[Bound], others: Iterable[Bound]) -> tuple[Bound, ...]:
    """Put bounds over others, which stay for whom nothing is said."""
    said = {bound.recipient for bound in bounds}
    return (*bounds, *(each for each in others if each.recipient not in said))


def _find(said: Said, recipients: Sequence[Recipient]) -> Recipient:
    return _value(said.where, said.text, lambda text: find(text, recipients))


def _read(said: Said | None, read: Callable[[str], _Value]) -> _Value | None:
    return None if said is None else _value(said.where, said.text, read)


def _value(where: str, text: str, read: Callable[[str], _Value]) -> _Value:
    """Read a text, and put its place before any complaint."""
    try:
        return read(text)
    except AllokeraError as error:
        raise type(error)(f"{where}: {error}") from error
