"""How Swedish writes numbers, lists and years on a page."""

from functools import partial

from allokera.kronor.wording import spell_years
from allokera.render.language.swedish import numbers


class SwedishFigures:
    """Numbers for people: `2 175 000 000`, `29,4769`, `+1,49 %`, `a, b och c`."""

    grouped = staticmethod(numbers.grouped)
    signed = staticmethod(numbers.signed)
    decimal = staticmethod(numbers.decimal)
    spelled = staticmethod(numbers.spelled)
    percent = staticmethod(numbers.percent)
    signed_percent = staticmethod(numbers.signed_percent)
    money = staticmethod(numbers.amount)
    signed_money = staticmethod(numbers.signed_amount)
    listed = staticmethod(numbers.listed)
    either = staticmethod(partial(numbers.listed, joiner="eller"))
    years = staticmethod(spell_years)
