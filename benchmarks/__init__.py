"""What allokera costs, measured beside what it is held against: `python -m benchmarks`.

Every figure is a ratio of two times taken in the same run, in turn, and the median of many such
ratios: machines are noisy, and a second measured alone says little.
"""
