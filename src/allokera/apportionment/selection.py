"""Finding the k-th largest of many numbers without sorting them all."""

from collections.abc import Sequence

SORTED_OUTRIGHT = 512
"""Below so many values, sorting them is the fastest way (measured, see `benchmarks`)."""


def kth_largest(values: Sequence[int], k: int) -> int:
    """Find the k-th largest value.

    A sorted sample brackets the value between two others, and only what lies between them is looked
    at again (Floyd and Rivest, Expected time bounds for selection, CACM 18, 1975). The sample is
    every so many-th value, so the answer never depends on chance, and an unlucky order costs no
    more than sorting.

    Args:
        values: at least `k` of them.
        k: 1 for the largest.
    """
    if k == 1:
        return max(values)
    if k == len(values):
        return min(values)
    while len(values) > SORTED_OUTRIGHT:
        count = len(values)
        low, high = _bracket(values, k)
        above = [value for value in values if value > high]
        if len(above) >= k:
            values = above
            continue
        k -= len(above)
        inside = [value for value in values if low <= value <= high]
        if len(inside) >= k:
            values = inside
            if len(inside) > count // 2:
                break
        else:
            k -= len(inside)
            values = [value for value in values if value < low]
    return sorted(values)[-k]


def _bracket(values: Sequence[int], k: int) -> tuple[int, int]:
    """Pick two values that the k-th largest most likely lies between."""
    sample = sorted(values[:: 1 << len(values).bit_length() // 3], reverse=True)
    middle = k * len(sample) // len(values)
    slack = 1 << len(sample).bit_length() // 2
    return sample[min(middle + slack, len(sample) - 1)], sample[max(middle - slack, 0)]
