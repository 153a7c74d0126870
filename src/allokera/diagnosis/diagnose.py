"""Diagnosis: all that fails, explained component by component, and the explanations weighed."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from allokera.diagnosis.check import Check, components
from allokera.diagnosis.exchange import find_exchanges
from allokera.diagnosis.hypothesis import Element, elements_of, smallest
from allokera.diagnosis.likelihood import Explanation, Likelihood
from allokera.diagnosis.network import Network
from allokera.diagnosis.rates import (
    FITTED,
    LIKELY,
    NAMED,
    PRINTED,
    STATED,
    SURE,
    exception,
    is_at_least,
    mistake,
    shortened,
)
from allokera.diagnosis.solving import solve
from allokera.relations.laws.law import Law
from allokera.relations.sheet.view import Cell

_ROUNDS = 3
"""How often laws and components are weighed by each other."""

Shares = tuple[tuple[Fraction, Explanation], ...]


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """What explains a component of failing checks.

    Attributes:
        failing: its checks.
        usual: the explanations with their shares, if mistakes are as common as anywhere.
        cautious: the same, if they are as rare as in tables that were looked over.
        is_whole: whether these are all; else nothing is called wrong.
    """

    failing: tuple[Check, ...]
    usual: Shares
    cautious: Shares
    is_whole: bool

    def is_sure(self, cells: Collection[Cell], value: int | None = None) -> bool:
        """Whether one of some cells is wrong almost surely, by both rates.

        Args:
            value: what it should be; None for anything.
        """
        return self.is_whole and all(
            is_at_least(
                sum((share * _part(each, cells, value) for share, each in shares), Fraction(0)),
                SURE,
            )
            for shares in (self.usual, self.cautious)
        )

    def is_likely(self, cells: Collection[Cell]) -> bool:
        """Whether one of some cells is wrong, likely enough to warn of it."""
        return is_at_least(self.share(cells), LIKELY)

    def share(self, cells: Collection[Cell]) -> Fraction:
        """Say how likely one of some cells is wrong, by the usual rates."""
        return sum((share for share, each in self.usual if each.cells & {*cells}), Fraction(0))

    def is_it(self, cell: Cell, odds: int) -> bool:
        """Whether, if some cell is wrong, it is so many to one that this one is."""
        wrong = sum((share for share, each in self.usual if each.cells), Fraction(0))
        return bool(wrong) and is_at_least(Fraction(self.share([cell]), wrong), odds)

    @property
    def suspects(self) -> list[Cell]:
        """The cells that may be wrong, the likeliest first."""
        totals: dict[Cell, Fraction] = {}
        for share, each in self.usual:
            for cell in each.cells:
                totals[cell] = totals.get(cell, Fraction(0)) + share
        return sorted(totals, key=lambda cell: (-totals[cell], cell))

    def value(self, cell: Cell) -> int | None:
        """Say what a cell likely should be, if it is wrong; None where others are as likely."""
        totals: dict[int, Fraction] = {}
        for share, each in self.usual:
            for value, part in each.options.get(cell, {}).items():
                totals[value] = totals.get(value, Fraction(0)) + share * part
        best = max(totals, key=lambda value: (totals[value], -value), default=None)
        if best is None or not is_at_least(Fraction(totals[best], self.share([cell])), LIKELY):
            return None
        return best

    def is_exchanged(self, cell: Cell) -> bool:
        """Whether the likeliest explanation is that a cell stands exchanged with another."""
        best = max(self.usual, key=lambda pair: pair[0], default=None)
        return best is not None and cell in best[1].exchanged


def _part(explanation: Explanation, cells: Collection[Cell], value: int | None) -> Fraction:
    """Say in what part of an explanation one of some cells is wrong, and should be a value."""
    inside = [explanation.options[cell] for cell in cells if cell in explanation.options]
    if value is None:
        return Fraction(bool(inside))
    return max((options.get(value, Fraction(0)) for options in inside), default=Fraction(0))


@dataclass(frozen=True)
class _Component:
    failing: Sequence[Check]
    explanations: Sequence[Explanation]
    is_whole: bool


def diagnose(network: Network) -> list[Diagnosis]:
    """Explain all checks of a sheet that fail, and weigh the explanations."""
    exchanges = find_exchanges(network, network.failing)
    found: list[_Component] = []
    for linked in _linked(components(network.failing), exchanges):
        for failing in _apart(network, linked, exchanges):
            found += _explain(network, failing, exchanges)
    cells = network.size
    usual, cautious = (
        _weigh(found, mistake(cells, is_cautious=is_cautious), is_cautious=is_cautious)
        for is_cautious in (False, True)
    )
    return [
        Diagnosis(tuple(each.failing), shares, rare, each.is_whole)
        for each, shares, rare in zip(found, usual, cautious, strict=True)
    ]


def _linked(
    groups: Iterable[list[Check]], exchanges: Sequence[tuple[Cell, Cell]]
) -> list[list[Check]]:
    """Join the components that an exchange would mend together."""
    joined = list(groups)
    for pair in exchanges:
        touched = [
            group for group in joined if any({*pair} & check.places.keys() for check in group)
        ]
        joined = [group for group in joined if group not in touched]
        joined.append([check for group in touched for check in group])
    return joined


def _apart(
    network: Network, failing: list[Check], exchanges: Sequence[tuple[Cell, Cell]]
) -> list[list[Check]]:
    """Take from a component the checks that one cell alone explains, two at least: to themselves.

    Many mistakes in one table share its sum row; each is found by the row and the column that it is
    in. Whatever else may explain these two is weighed there.
    """
    exchanged = {cell for pair in exchanges for cell in pair}
    alone = [
        element
        for element in elements_of(network, failing, ())
        if element.cell is not None
        and len(element.hits) > 1
        and element.cell not in exchanged
        and solve(network, [element.cell], ()) is not None
    ]
    owners = Counter(place for element in alone for place in element.hits)
    taken = [each.hits for each in alone if all(owners[place] == 1 for place in each.hits)]
    left = set(range(len(failing))).difference(*taken)
    groups = [[failing[place] for place in sorted(hits)] for hits in taken]
    rest = components(failing[place] for place in sorted(left))
    return [*groups, *_linked(rest, exchanges)]


def _explain(
    network: Network, failing: list[Check], exchanges: Sequence[tuple[Cell, Cell]]
) -> list[_Component]:
    """Explain a component; where it is too large, row by row, and leave open what runs down."""
    whole = _explain_one(network, failing, exchanges, ())
    if whole.explanations:
        return [whole]
    down = [check for check in failing if not check.is_in_one_row]
    rows = components(check for check in failing if check.is_in_one_row)
    found = [
        _explain_one(network, members, exchanges, down) for members in rows if down or len(rows) > 1
    ]
    return [*found, _Component(down, (), False)] if found else [whole]


def _explain_one(
    network: Network,
    failing: Sequence[Check],
    exchanges: Sequence[tuple[Cell, Cell]],
    ignored: Collection[Check],
) -> _Component:
    elements = elements_of(network, failing, ignored)
    for one, other in exchanges:
        hits = frozenset(
            place
            for place, check in enumerate(failing)
            if (one in check.places) != (other in check.places)
        )
        if all(any(cell in failing[place].places for place in hits) for cell in (one, other)):
            elements.append(Element(hits, one, other))
    explanations, is_whole = smallest(
        network, failing, elements, Likelihood(network, failing, ignored).explain
    )
    return _Component(failing, explanations, is_whole)


def _rate(law: Law) -> Fraction:
    """Say how often such a law has exceptions at all."""
    if law.is_told:
        return STATED
    if law.is_stated:
        return STATED if law.claim.view.is_across else NAMED
    return FITTED if law.claim.pattern.free and not law.is_share else PRINTED


def _weigh(found: Sequence[_Component], rate: Fraction, *, is_cautious: bool) -> list[Shares]:
    """Give each explanation its share.

    How likely an exception is hangs on what the law's other failures are: all are weighed in turn.
    """
    checks = [check for each in found for check in each.failing]
    by_law: dict[object, list[Check]] = {}
    for check in checks:
        by_law.setdefault(check.law.group, []).append(check)
    leaning: dict[Check, Fraction | None] = dict.fromkeys(checks)
    weighed: list[Shares] = []
    for _ in range(_ROUNDS):
        rates = {}
        for members in by_law.values():
            law = members[0].law
            for check in members:
                others = [leaning[each] for each in members if each is not check]
                open_ = [each for each in others if each is not None]
                known = law.group.doubtful + len(others) - len(open_)
                rates[check] = exception(
                    law.group.places, open_, known, _rate(law), is_cautious=is_cautious
                )
        weighed = [_shares(each, rates, rate) for each in found]
        for each, shares in zip(found, weighed, strict=True):
            for check in each.failing:
                excused = sum(
                    (
                        share
                        for share, how in shares
                        if any(check in some for some in how.exceptions)
                    ),
                    Fraction(0),
                )
                leaning[check] = (
                    shortened(Fraction(excused, rates[check] * (1 - excused)))
                    if shares and excused < 1
                    else None
                )
    return weighed


def _shares(component: _Component, rates: dict[Check, Fraction], rate: Fraction) -> Shares:
    weights = [
        each.likelihood
        * rate**each.mistakes
        * prod((min(rates[check] for check in some) for some in each.exceptions), start=Fraction(1))
        for each in component.explanations
    ]
    total = sum(weights, Fraction(0))
    return tuple(
        (shortened(Fraction(weight, total)) if weight else weight, each)
        for weight, each in zip(weights, component.explanations, strict=True)
    )
