"""How English writes numbers, lists and years: spaces between groups, a point before decimals."""

from functools import partial

from allokera.kronor import wording
from allokera.render.language.english import numbers


class EnglishFigures:
    """Numbers for people: `2 175 000 000`, `29.4769`, `+1.49 %`, `a, b and c`."""

    grouped = staticmethod(wording.grouped)
    signed = staticmethod(wording.signed)
    decimal = staticmethod(wording.decimal)
    spelled = staticmethod(wording.spelled)
    percent = staticmethod(wording.percent)
    signed_percent = staticmethod(wording.signed_percent)
    money = staticmethod(numbers.amount)
    signed_money = staticmethod(numbers.signed_amount)
    listed = staticmethod(wording.listed)
    either = staticmethod(partial(wording.listed, joiner="or"))
    years = staticmethod(wording.spell_years)
