"""Who shares, and in which proportion: the grant's own shares, or others made of them.

A list of recipients can change in two ways, and they give different amounts. By *scale* those who
stay keep their shares in relation to one another, and whoever is added brings a weight. By *key*
everybody's share is made anew, of parts that are shared out equally or by figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from allokera.errors import RequestError, Text, message
from allokera.kronor.printed import read_cells
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
        parts: of the key that made them; none where none did.
    """

    recipients: tuple[Recipient, ...]
    weights: tuple[int, ...]
    reading: ShareOrigin = ShareOrigin.GIVEN
    basis: Basis = Basis.GIVEN
    reason: Text = _AS_REQUESTED
    sources: tuple[Source, ...] = ()
    times: int = 1
    parts: tuple[CountedPart, ...] = ()


def own_shares(grant: Grant) -> Shares:
    """Take a grant's own shares, from its base column: kronor, one number a recipient.

    Raises:
        RequestError: a printed weight is no one number of whole kronor, or is negative.
    """
    base = next(column for column in grant.columns if column.name == grant.base)
    weights = []
    for recipient, reading in zip(grant.recipients, read_cells(base.cells), strict=True):
        weight = reading.kronor()
        if weight is None or weight < 0:
            raise RequestError(
                TermsMessages.weight_unread,
                recipient=recipient.name,
                text=reading.text,
                column=base.name,
            )
        weights.append(weight)
    return Shares(
        recipients=grant.recipients,
        weights=tuple(weights),
        reading=ShareOrigin.PUBLISHED,
        basis=Basis.DERIVED,
        reason=message(TermsMessages.printed_shares, column=base.name),
    )


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
            shares=shares.reason,
        ),
        sources=shares.sources,
        times=times,
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
