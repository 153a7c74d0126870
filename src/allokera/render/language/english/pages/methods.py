"""What each method does, and what each property of methods promises, in English, by their names."""

RULES = {
    "largest-remainder": (
        "the floor of every quota, and the units left over to the largest remainders, one each"
    ),
    "webster": "weights over a common divisor, rounded to the nearest",
    "jefferson": "weights over a common divisor, rounded down",
    "adams": "weights over a common divisor, rounded up",
    "hill": "weights over a common divisor, rounded at the geometric mean of the neighbours",
    "dean": "weights over a common divisor, rounded at the harmonic mean of the neighbours",
    "sainte-lague-1.4": (
        "weights over a common divisor, rounded to the nearest, but to 1 only from 0.7"
    ),
    "sainte-lague-1.2": (
        "weights over a common divisor, rounded to the nearest, but to 1 only from 0.6"
    ),
}
"""What a method does."""

PROMISES = {
    "lower quota": "nobody has less than its quota rounded down",
    "upper quota": "nobody has more than its quota rounded up",
    "house monotone": "nobody loses when there is a unit more to share out",
    "vote-ratio monotone": "nobody loses to one whose weight has not grown more than its own",
    "coherent": ("some recipients alone share out what they have together as they do among all"),
    "mergers never lose": "two that become one have no fewer units than they had",
    "mergers never gain": "two that become one have no more units than they had",
}
"""What a property promises."""

CHANGES = {
    "house monotone": "with one unit more",
    "vote-ratio monotone": "with these weights instead",
    "coherent": "these alone, with what they had",
    "mergers never lose": "with two as one",
    "mergers never gain": "with two as one",
}
"""The change that a property speaks of."""
