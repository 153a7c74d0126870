"""Whole kronor: reading them, rounding to them, writing them.

Money is an `int` of kronor everywhere in allokera, and a ratio is a `Fraction`.
"""
