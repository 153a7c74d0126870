"""From a request to a scenario: texts become values, and names become recipients.

Every complaint begins with the place of the text that it is about: an option, or a line of a file.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from allokera.apportionment import LARGEST_REMAINDER, find_method
from allokera.errors import AllokeraError, RequestError
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.model import Grant, Population, Recipient
from allokera.names import find
from allokera.sharing.scenario import Scenario
from allokera.terms.bounds import Bound, Own
from allokera.terms.request import Request, Said
from allokera.terms.shares import Reading, Shares, by_key, own_shares, scaled
from allokera.years import parse_years

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
    shares = _shares(request, grant, population, own)
    recipients = grant.recipients if shares is None else shares.recipients
    years = [budget.year for budget in grant.budgets]
    return Scenario(
        years=_read(request.year, lambda text: parse_years(text, years)) or (),
        envelope=_read(request.total or request.envelope, parse_amount),
        unit=_read(request.unit, parse_unit),
        administration=0 if request.gross else _read(request.administration, parse_amount),
        method=_read(request.method, find_method) or LARGEST_REMAINDER,
        shares=shares,
        minimums=_bounds(request.min, recipients, own.minimums if own else ()),
        maximums=_bounds(request.max, recipients, own.maximums if own else ()),
        applied=_bounds(request.applied, recipients),
        redistribute=request.redistribute is not None,
        carry=request.carry is not None,
        title=request.title,
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
    if request.redistribute and not request.applied:
        raise RequestError(
            f"{request.redistribute.where}: nobody applied for less; say who did by applied "
            "KOMMUN=AMOUNT"
        )
    if request.carry and not request.year:
        raise RequestError(f"{request.carry.where}: it is years that are carried; give some")


def _shares(
    request: Request, grant: Grant, population: Population | None, own: Own | None
) -> Shares | None:
    """Say who shares, and by which weights; None for the grant's own."""
    if own is None and not (request.without or request.add or request.key):
        return None
    base = own_shares(grant) if own is None else own.shares
    without = tuple(_find(said, base.recipients) for said in request.without)
    added = tuple(_added(said, request, base, population) for said in request.add)
    if request.key:
        assert population is not None
        kept = (each for each in base.recipients if each not in without)
        return by_key((*kept, *(recipient for recipient, _ in added)), population)
    return scaled(base, without, added) if without or added else base


def _added(
    said: Said, request: Request, base: Shares, population: Population | None
) -> tuple[Recipient, int]:
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
    return recipient, _value(said.where, amount, parse_amount) if mark else 0


def _newcomer(said: Said, base: Shares, population: Population | None) -> Recipient:
    """Find a municipality; among weights of one's own, a recipient may be anybody."""
    everybody = population.municipalities if population else ()
    if base.reading is Reading.GIVEN:
        known = {each.name: each for each in everybody}
        return known.get(said.text.strip()) or Recipient(code="", name=said.text.strip())
    return _find(said, everybody)


def _bounds(
    entries: Sequence[Said], recipients: Sequence[Recipient], others: Sequence[Bound] = ()
) -> tuple[Bound, ...]:
    """Read amounts for all, `AMOUNT`, or for one, `NAME=AMOUNT`.

    Args:
        others: bounds that hold for whom nothing is said by name.
    """
    bounds: list[Bound] = []
    for said in entries:
        name, mark, amount = said.text.rpartition("=")
        bounds.append(
            Bound(
                recipient=_find(said._replace(text=name), recipients) if mark else None,
                amount=_value(said.where, amount, parse_amount),
                said=said.where,
            )
        )
    said_of = {bound.recipient for bound in bounds}
    return (
        *bounds,
        *(
            each
            for each in others
            if each.recipient in recipients and each.recipient not in said_of
        ),
    )


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
