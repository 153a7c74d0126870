"""From a request to a scenario: texts become values, and names become recipients.

Every complaint begins with the place of the text that it is about: an option, or a line of a file.
"""

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from fractions import Fraction

from allokera.apportionment import LARGEST_REMAINDER, Method, find_method
from allokera.errors import RequestError
from allokera.kronor.amount import (
    Amount,
    names_kronor,
    parse_amount,
    parse_signed,
    parse_unit,
)
from allokera.kronor.currency import KRONA, Currency, currency_of
from allokera.kronor.figure import parse_share
from allokera.model import Grant, Population, Recipient
from allokera.names import register
from allokera.sharing.membership import change_shares, find_sourced, read_membership
from allokera.sharing.messages import SharingMessages
from allokera.sharing.plan import check_carried
from allokera.sharing.scenario import Scenario
from allokera.terms.bounds import Bound, OwnWeights, spread
from allokera.terms.keys import Columns
from allokera.terms.request import Request, SourcedText
from allokera.terms.shares import Shares, above, own_shares
from allokera.terms.years import check_years, parse_years


def interpret(
    request: Request,
    grant: Grant,
    population: Population | None = None,
    own_weights: OwnWeights | None = None,
    columns: Columns | None = None,
) -> Scenario:
    """Read a request.

    Args:
        population: needed where the request is about inhabitants.
        own_weights: the weights that the request names, read.
        columns: the figures that the grant's key names, where the request is by key.

    Raises:
        RequestError: texts do not go together, or mean nobody.
        AmountError: a text is no amount.
        ProblemError: no method has that name.
    """
    check_request(request)
    base = own_shares(grant) if own_weights is None else own_weights.shares
    members = read_membership(request, base, population, columns)
    shares = change_shares(request, base, members, grant.key, columns)
    if any(layer.threshold for layer in request.layers):
        thresholds = _layered(request, "threshold", members.known, set(), (), parse_share)
        least = spread(thresholds, shares.recipients)
        shares = above(shares, [Fraction(each.amount) if each else Fraction(0) for each in least])

    gone = set(members.known) - {*shares.recipients}

    def bounds(kind: str, others: Sequence[Bound] = ()) -> tuple[Bound, ...]:
        read = _layered(request, kind, members.known, gone, others)
        return tuple(each for each in read if each.recipient not in gone)

    years_known = [budget.year for budget in grant.budgets]
    years = request.year.read(lambda text: _years(text, years_known)) if request.year else ()
    method = request.method.read(find_method) if request.method else LARGEST_REMAINDER
    return Scenario(
        years=years,
        envelope=_amount(request.total or request.envelope, parse_signed),
        unit=request.unit.read(parse_unit) if request.unit else None,
        currency=_currency(request, grant, own_weights),
        administration=0 if request.gross else _amount(request.administration),
        method=method,
        shares=shares,
        lot=_lot(request, shares.recipients, gone),
        minimums=_above(shares, bounds("min", own_weights.minimums if own_weights else ())),
        maximums=bounds("max", own_weights.maximums if own_weights else ()),
        applied=bounds("applied"),
        redistribute=request.redistribute is not None,
        carry=_is_carried(request, years, method),
    )


def _above(shares: Shares, minimums: Sequence[Bound]) -> tuple[Bound, ...]:
    """Keep a least from those who are below a threshold: they get nothing.

    Raises:
        RequestError: it is of one of them.
    """
    for bound in minimums:
        for recipient, share, least in shares.below:
            if bound.recipient == recipient and bound.amount:
                raise RequestError(
                    SharingMessages.least_below_threshold,
                    name=recipient.name,
                    share=share,
                    least=least,
                ).at(bound.place)
    none = (Bound(recipient, 0) for recipient, *_ in shares.below)
    return (*minimums, *(none if minimums else ()))


def _amount(
    sourced: SourcedText | None, parse: Callable[[str], Amount] = parse_amount
) -> Amount | None:
    return None if sourced is None else sourced.read(parse)


def _lot(
    request: Request, recipients: Sequence[Recipient], gone: Collection[Recipient]
) -> tuple[Recipient, ...]:
    """Read the order that was drawn: names, with commas between those of one text.

    Raises:
        RequestError: somebody is not among those who share, or stands there twice.
    """
    drawn: dict[Recipient, None] = {}
    for sourced in next((layer.lot for layer in request.layers if layer.lot), ()):
        known = register((*recipients, *gone))
        whole = known.match(sourced.text) is not None
        for name in [sourced.text] if whole else sourced.text.split(","):
            recipient = find_sourced(sourced._replace(text=name.strip()), (*recipients, *gone))
            if recipient in gone:
                raise RequestError(SharingMessages.left_out, name=recipient.name).at(sourced.where)
            if recipient in drawn:
                raise RequestError(SharingMessages.drawn_twice, name=recipient.name).at(
                    sourced.where
                )
            drawn[recipient] = None
    return tuple(drawn)


def _currency(request: Request, grant: Grant, own_weights: OwnWeights | None) -> Currency | None:
    """Say what is shared out: by weights of somebody's own, money only where somebody says so."""
    if own_weights is None or request.year:
        if request.currency:
            raise RequestError(SharingMessages.grant_has_currency, code=grant.currency.code).at(
                request.currency.where
            )
        return grant.currency
    amounts = [request.total, request.envelope, request.unit, request.administration]
    for layer in request.layers:
        amounts += [sourced.entry()[1] for sourced in (*layer.min, *layer.max, *layer.applied)]
    named = [each for each in amounts if each is not None and names_kronor(each.text)]
    if request.currency:
        currency = request.currency.read(currency_of)
        if named and currency.word != KRONA.word:
            raise RequestError(
                SharingMessages.kronor_in_currency, text=named[0].text, code=currency.code
            ).at(named[0].where)
        return currency
    return grant.currency if named or own_weights.has_kronor else None


def _years(text: str, years_known: Sequence[int]) -> tuple[int, ...]:
    years = parse_years(text, years_known)
    check_years(years, years_known)
    return years


def _is_carried(request: Request, years: Sequence[int], method: Method) -> bool:
    """Read whether years are carried.

    Raises:
        RequestError: one is, or a method that cannot is to carry them.
    """
    if request.carry is None:
        return False
    if len(years) == 1:
        if request.is_outdone("carry", "year"):
            return False
        raise RequestError(SharingMessages.one_year_carried).at(request.carry.where)
    request.carry.read(lambda _: check_carried(method))
    return True


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
            raise RequestError(SharingMessages.not_both, one=one.where, other=other.where)
    if not (request.year or request.total or request.envelope):
        raise RequestError(SharingMessages.nothing_asked)
    if request.redistribute and not any(layer.applied for layer in request.layers):
        raise RequestError(SharingMessages.nobody_applied).at(request.redistribute.where)
    if request.carry and not request.year:
        raise RequestError(SharingMessages.nothing_to_carry).at(request.carry.where)


def _layered(
    request: Request,
    kind: str,
    recipients: Sequence[Recipient],
    gone: Container[Recipient],
    others: Sequence[Bound],
    parse: Callable[[str], Amount] = parse_amount,
) -> Sequence[Bound]:
    """Read the bounds of a request, and of those below for whom nothing is said.

    Args:
        recipients: who may be named.
        gone: who of them does not share.

    Raises:
        RequestError: a request says something of somebody whom it leaves out.
    """
    for layer in reversed(request.layers):
        bounds = tuple(_bound(sourced, recipients, parse) for sourced in getattr(layer, kind))
        without: Container[Recipient] = gone
        if layer is not request:
            without = {find_sourced(sourced, recipients) for sourced in layer.without}
        for bound in bounds:
            if bound.recipient is not None and bound.recipient in without:
                raise RequestError(SharingMessages.left_out, name=bound.recipient.name).at(
                    bound.place
                )
        others = _over(bounds, others)
    return others


def _bound(
    sourced: SourcedText, recipients: Sequence[Recipient], parse: Callable[[str], Amount]
) -> Bound:
    """Read an amount for all, `AMOUNT`, or for one, `NAME=AMOUNT`."""
    name, amount = sourced.entry()
    return Bound(
        recipient=None if name is None else find_sourced(name, recipients),
        amount=amount.read(parse),
        place=sourced.where,
    )


def _over(bounds: Sequence[Bound], others: Iterable[Bound]) -> tuple[Bound, ...]:
    """Put bounds over others, which stay for whom nothing is said."""
    bound_here = {bound.recipient for bound in bounds}
    return (*bounds, *(each for each in others if each.recipient not in bound_here))
