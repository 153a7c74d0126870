"""Parts of a whole, and figures, as a person types them."""

from fractions import Fraction

import pytest

from allokera.errors import AmountError
from allokera.kronor.figure import parse_figure, parse_share


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/2", Fraction(1, 2)),
        ("0 %", Fraction(0)),
        ("4 %", Fraction(1, 25)),
        ("35 %", Fraction(7, 20)),
        ("33,3%", Fraction(333, 1000)),
        ("33.3 %", Fraction(333, 1000)),
        ("100\u00a0%", Fraction(1)),
    ],
)
def test_shares(text: str, share: Fraction) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize(
    "text", ["", "1/0", "3/2", "101 %", "-1/2", "0.5", "4", "4 %%", "4,%", "1 000 %", "½", "%"]
)
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(AmountError, match="no share"):
        parse_share(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [("1 000", 1000), ("2,5", Fraction(5, 2)), ("0", 0), ("1\u202f000.25", Fraction(4001, 4))],
)
def test_figures(text: str, figure: Fraction) -> None:
    assert parse_figure(text) == figure


@pytest.mark.parametrize("text", ["", "-1", "1e3", "10 00", "1,", ",5", "١", "1_000", "9" * 101])
def test_what_is_no_figure(text: str) -> None:
    with pytest.raises(AmountError, match="no figure"):
        parse_figure(text)
