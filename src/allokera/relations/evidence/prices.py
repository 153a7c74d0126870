"""What it takes to name a pattern among all that were tried, in bits.

What is built from farther away, or in a rarer way, could have been built in more ways: each is as
many bits as the logarithm of how many such patterns there are, or a guess of that.
"""

from fractions import Fraction

from allokera.relations.bits import BIT, naming

KIND = 3 * BIT
"""Which of some eight kinds of patterns it is, or which inner totals were left out."""

NO_PARTS, NO_TOTALS = 4 * BIT, 8 * BIT
"""That all parts of other sums were left out, or all totals: rarer, and rarer still."""

SUBSET = 4 * BIT
"""That parts are a subset and no run of neighbours; each place farther is a bit more."""

PER_MILLE = 4 * BIT
"""That a quotient is in per mille, which is rarer than per cent."""

GAP = 2 * BIT
"""That there is a place between a mean and what it is of."""

SLIP = naming(7)
"""Which of seven kinds of slips it was, all as likely: a digit lost, added, replaced, exchanged,
the mark moved, the sign changed, rows exchanged."""


def distance(far: int) -> int:
    """Price places that lie apart, by what it takes to name how far: half as much again.

    That they need not be ordered, nor on one side, has no other price.
    """
    return 3 * far // 2


NEAR_ONE = Fraction(3, 2)
"""Within what of one a factor between two years of one thing is, as a rule."""

ALIKE = 3 * BIT
"""How alike such columns often are: they may differ by no more than one in 8 from row to row. That
rounding hides so much says nothing of a factor."""

MORE_ALIKE = 16 * BIT
"""That in no row they differ by more than half as much, or half of that. With less, tables of ten
rows in millions are not held to their factor; with as much, columns that differ by one in 100, and
are rounded as coarsely, are taken for proportional in one table of seven, and in none of 60 where
they differ by one in 50."""
