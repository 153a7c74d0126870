"""Who shares, and in which proportion: the grant's own shares, or others made of them.

A list of recipients can change in two ways, and they give different amounts. By *scale* those who
stay keep their shares in relation to one another, and whoever is added brings a weight. By *key*
everybody's share is made anew, of parts that are shared out equally or by figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import lcm

from allokera.errors import RequestError, Text, message
from allokera.kronor.amount import Amount
from allokera.kronor.printed import read_cells
from allokera.kronor.rounding import ceiling, floor
from allokera.model import Basis, Grant, Key, Recipient, Source
from allokera.terms.keys import (
    Columns,
    CountedPart,
    count_parts,
    key_weights,
    named_columns,
    parts_words,
)
from allokera.terms.messages import TermsMessages


class ShareOrigin(StrEnum):
    """How the shares came about."""

    PUBLISHED = "published"
    SCALE = "scale"
    KEY = "key"
    GIVEN = "given"


_AS_REQUESTED = message(TermsMessages.as_requested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Recipients with their weights (fördelningsgrund).

    Attributes:
        recipients: in table order.
        weights: non-negative, one a recipient.
        basis: how the shares are known.
        reason: what they are.
        sources: files that they were made of, besides the grant's.
        times: what weights with decimals were multiplied by, to be whole.
        rounded_to: what the weights are printed to; 0 where they are exact.
        thresholds: the share of all from which each recipient's weight counts; empty where all do.
        listed: the weights before that: whoever is below weighs nothing now.
        parts: of the key that made them; none where none did.
    """

    recipients: tuple[Recipient, ...]
    weights: tuple[int, ...]
    reading: ShareOrigin = ShareOrigin.GIVEN
    basis: Basis = Basis.GIVEN
    reason: Text = _AS_REQUESTED
    sources: tuple[Source, ...] = ()
    times: int = 1
    rounded_to: int = 0
    thresholds: tuple[Fraction, ...] = ()
    listed: tuple[int, ...] = ()
    parts: tuple[CountedPart, ...] = ()

    @property
    def below(self) -> tuple[tuple[Recipient, Fraction, Fraction], ...]:
        """Those whose shares of all are below a threshold, with these, and the threshold."""
        total = sum(self.listed) or 1
        return tuple(
            (self.recipients[place], share, least)
            for place, least in enumerate(self.thresholds)
            if (share := Fraction(self.listed[place], total)) < least
        )

    def with_more(self, place: int, change: int) -> "Shares":
        """Let one weigh more, or less: thresholds count anew.

        Raises:
            RequestError: nobody is left.
        """
        weights = list(self.listed or self.weights)
        weights[place] += change
        shares = replace(self, weights=tuple(weights), listed=(), thresholds=())
        return above(shares, self.thresholds) if self.thresholds else shares

    def turns(self, place: int) -> list[int]:
        """List the changes of one's weight from which on others are below a threshold, in order."""
        total, turns = sum(self.listed), set()
        for other, (weight, least) in enumerate(zip(self.listed, self.thresholds, strict=True)):
            if other == place and least < 1:
                turns.add(ceiling(Fraction(least * total - weight, 1 - least)))
            elif other != place and least:
                turns.add(floor(Fraction(weight, least)) - total + 1)
        return sorted(turns)


def own_shares(grant: Grant) -> Shares:
    """Take a grant's own shares, from its base column: kronor, one number a recipient.

    Raises:
        RequestError: a printed weight is no one number, or is negative.
    """
    base = next(column for column in grant.columns if column.name == grant.base)
    weights: list[Amount] = []
    for recipient, reading in zip(grant.recipients, read_cells(base.cells), strict=True):
        weight = reading.kronor(base.worth)
        if weight is None or weight < 0:
            raise RequestError(
                TermsMessages.weight_unread,
                recipient=recipient.name,
                text=reading.text,
                column=base.name,
            )
        weights.append(weight)
    times = whole_by(weights)
    return Shares(
        recipients=grant.recipients,
        weights=tuple(int(weight * times) for weight in weights),
        times=times,
        rounded_to=int((base.unit or 0) * times),
        reading=ShareOrigin.PUBLISHED,
        basis=Basis.DERIVED,
        reason=message(TermsMessages.printed_shares, column=base.name),
    )


def whole_by(weights: Sequence[Amount]) -> int:
    """Find the power of ten that makes weights whole."""
    times = 1
    while any(times % weight.denominator for weight in weights):
        times *= 10
    return times


def scaled(
    shares: Shares,
    without: Sequence[Recipient],
    added: Sequence[tuple[Recipient, int | Fraction]],
) -> Shares:
    """Take recipients away, and add others with their weights: the rest keep their shares.

    Args:
        without: some of the recipients.
        added: others, to stand last, with weights as the shares' own were given.

    Raises:
        RequestError: nobody is left.
    """
    times = lcm(shares.times, *(weight.denominator for _, weight in added))
    kept = [
        (recipient, weight * (times // shares.times))
        for recipient, weight in zip(shares.recipients, shares.weights, strict=True)
        if recipient not in without
    ]
    joined = [(recipient, int(weight * times)) for recipient, weight in added]
    recipients, weights = zip(*kept, *joined, strict=True) if kept or joined else ((), ())
    if not recipients:
        raise RequestError(TermsMessages.nobody_left)
    return Shares(
        recipients=recipients,
        weights=weights,
        reading=ShareOrigin.GIVEN if shares.reading is ShareOrigin.GIVEN else ShareOrigin.SCALE,
        basis=Basis.GIVEN if added else shares.basis,
        reason=message(
            TermsMessages.scaled_shares,
            without=tuple(each.name for each in without),
            added=tuple(each.name for each, _ in added),
            strangers=tuple(
                each.name
                for each, _ in added
                if not each.code and shares.reading is not ShareOrigin.GIVEN
            ),
            shares=shares.reason,
        ),
        sources=shares.sources,
        times=times,
        rounded_to=shares.rounded_to * (times // shares.times),
    )


def above(shares: Shares, thresholds: Sequence[Fraction]) -> Shares:
    """Take the weight of those whose share of all is below a threshold, one for each of them.

    Raises:
        RequestError: nobody is left.
    """
    total = sum(shares.weights)
    is_above = [
        weight >= least * total for weight, least in zip(shares.weights, thresholds, strict=True)
    ]
    if not any(is_above):
        raise RequestError(TermsMessages.all_below)
    is_published = shares.reading is ShareOrigin.PUBLISHED and not all(is_above)
    return replace(
        shares,
        weights=tuple(
            weight if counts else 0 for weight, counts in zip(shares.weights, is_above, strict=True)
        ),
        reading=ShareOrigin.SCALE if is_published else shares.reading,
        parts=shares.parts if all(is_above) else (),
        thresholds=tuple(thresholds),
        listed=shares.weights,
    )


def by_key(recipients: Sequence[Recipient], key: Key, columns: Columns) -> Shares:
    """Make shares anew, by a grant's key.

    Args:
        columns: the figures that the key names.

    Raises:
        RequestError: somebody has no figure, or nobody has any in some part.
    """
    parts = count_parts(key, recipients, columns)
    return Shares(
        recipients=tuple(recipients),
        weights=key_weights(parts),
        reading=ShareOrigin.KEY,
        basis=key.basis,
        reason=parts_words([each.part for each in parts]),
        sources=tuple(dict.fromkeys(columns[name].source for name in named_columns(key))),
        parts=parts,
    )
