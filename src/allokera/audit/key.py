"""The key behind the weights: half of a pool in equal shares, half by inhabitants.

No source says it; it is inferred, because it gives every base amount of 2018 to the thousand.
"""

from collections.abc import Sequence


def key_weights(inhabitants: Sequence[int]) -> tuple[int, ...]:
    """Make whole weights in proportion to half an equal share and half a share by inhabitants.

    With n recipients and P inhabitants, p / 2P + 1 / 2n is in proportion to n p + P.
    """
    count, total = len(inhabitants), sum(inhabitants)
    return tuple(count * each + total for each in inhabitants)
