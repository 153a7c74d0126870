"""What a printed allocation table says about itself, decided exactly.

The mathematics in one paragraph. A publisher computes every row as its base amount times one common
factor, rounded. So a printed amount, undone by the rounding, allows the factor an interval, and the
rows are right together only if all intervals share a point. Where they do not, the point that most
rows share shows which rows are wrong, and what they must have been.
"""
