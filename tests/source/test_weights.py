"""Weights of one's own: which column they are, what is refused, and bounds beside them."""

import io
from fractions import Fraction

import pytest

from allokera.errors import AllokeraError, Message, SourceError
from allokera.kronor.amount import Amount
from allokera.model import Basis
from allokera.source.choices import NOTHING_CHOSEN, Choices
from allokera.source.weights import load_own_weights
from allokera.terms.bounds import Bound, OwnWeights
from allokera.terms.shares import ShareOrigin, Shares
from written import POPULATION


def own(text: str, choices: Choices = NOTHING_CHOSEN) -> OwnWeights:
    return load_own_weights("-", io.BytesIO(text.encode()), POPULATION, choices)


def fact(shares: Shares, name: str) -> object:
    assert isinstance(shares.reason, Message)
    return dict(shares.reason.facts)[name]


def refusal(text: str) -> str:
    with pytest.raises(SourceError) as refused:
        own(text)
    return str(refused.value)


def bounds(given: tuple[Bound, ...]) -> list[tuple[str, Amount, str]]:
    return [(each.recipient.name if each.recipient else "", *each[1:]) for each in given]


@pytest.mark.parametrize(
    "heading",
    [
        *("weight", "weights", "vikt", "vikter", "fördelningsgrund", "votes", "röster"),
        *("Vikt", "RÖSTER"),
    ],
)
def test_the_column_that_is_called_so_holds_the_weights(heading: str) -> None:
    given = own(f"Namn;Belopp;{heading}\nx;5;1\ny;6;2\n").shares
    assert given.weights == (1, 2)
    assert fact(given, "column") == heading


def test_the_only_column_holds_them_whatever_it_is_called() -> None:
    given = own("Namn;Belopp\nx;5\ny;6\n")
    shares = given.shares
    assert (shares.weights, shares.times) == ((5, 6), 1)
    assert [each.name for each in shares.recipients] == ["x", "y"]
    assert (shares.reading, shares.basis) == (ShareOrigin.GIVEN, Basis.GIVEN)
    assert str(shares.reason) == (
        "weights of: file='stdin', column='Belopp', without=(), per_cent=None, assumed=''"
    )
    assert [each.file for each in shares.sources] == ["stdin"]
    assert (given.minimums, given.maximums, given.has_kronor) == ((), (), False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Namn;A;B\nx;5;1\ny;6;2\n", "stdin: several columns: names=('A', 'B')"),
        ("Namn;A;B;min\nx;5;1;2\ny;6;2;2\n", "stdin: several columns: names=('A', 'B')"),
        ("Namn;min\nx;5\ny;6\n", "stdin: only bounds"),
        ("Namn;min;max\nx;5;6\ny;6;7\n", "stdin: only bounds"),
        ("Namn;Vikt;vikt\nx;5;1\ny;6;2\n", "stdin: columns alike: count=2, heading='Vikt'"),
        (
            "Namn;Vikt;Min;min;Minst\nx;5;1;1;1\ny;6;2;1;1\n",
            "stdin: columns alike: count=3, heading='Min'",
        ),
        ("Namn;Vikt;max;Max\nx;5;1;1\ny;6;2;1\n", "stdin: columns alike: count=2, heading='max'"),
        (
            "Namn;Belopp;Vikt\nx;5;många\ny;6;få\n",
            "stdin:2: number expected: column='Vikt', text='många'",
        ),
        ("Namn;Belopp;Vikt\nx;5;\ny;6;\n", "stdin:2: number expected: column='Vikt', text=''"),
        (
            "Namn;Belopp;Min\nx;5;\ny;6;få\nz;6;få\n",
            "stdin:3: number expected: column='Min', text='få'",
        ),
        (
            "Namn;Belopp;Högst\nx;5;få\ny;6;få\n",
            "stdin:2: number expected: column='Högst', text='få'",
        ),
        ("Namn;Vikt\nx;5\n;7\ny;6\n", "stdin:3: no name with number"),
        ("Namn;Vikt\nx;5\ny;6\n;7\n", "stdin:4: no name with number"),
        ("Namn;Vikt\nw;\nx;5\ny;6\n", "stdin:2: no name with number"),
        ("Namn;Vikt\nx;5\ny;6\nx;7\n", "stdin:4: recipient twice: key='x', first='stdin:2'"),
        (
            "Kod;Namn;Vikt\n77;x;5\n78;y;6\n77;z;7\n",
            "stdin:4: recipient twice: key='77', first='stdin:2'",
        ),
        (
            "Kod;Namn;Vikt\n1440;Ale;5\n1490;Kil;6\n",
            "stdin:3: code of another: name='Kil', code='1715', given='1490', other='Borås'",
        ),
        (
            "Namn;Vikt\nx;6\ny;12a5\n",
            "stdin:3: weight expected: name='y', column='Vikt', text='12a5'",
        ),
        ("Namn;Vikt\nx;-5\ny;6\n", "stdin:2: weight expected: name='x', column='Vikt', text='-5'"),
        ("Namn;Vikt\nx;5\ny;-\n", "stdin:3: weight expected: name='y', column='Vikt', text='-'"),
        (
            "Namn;Vikt\nx;12.345\ny;7250\n",
            "stdin:2: one number expected: name='x', column='Vikt', text='12.345', "
            "alternatives=(12345, Fraction(2469, 200))",
        ),
        (
            "Namn;Vikt;Min\nx;5;-1\ny;6;2\n",
            "stdin:2: bound expected: name='x', column='Min', text='-1'",
        ),
    ],
)
def test_what_cannot_be_weights_is_refused(text: str, message: str) -> None:
    assert refusal(text) == message


@pytest.mark.parametrize(
    ("cells", "expected", "times"),
    [
        (("0", "6"), (0, 6), 1),
        (("1,5", "2"), (15, 20), 10),
        (("1,25", "0,5"), (125, 50), 100),
        (("5 kr", "6 kr"), (5, 6), 1),
        (("5 tkr", "6 kr"), (5_000, 6), 1),
        (("40 %", "60 %"), (40, 60), 1),
        (("40%", "60"), (40, 60), 1),
    ],
)
def test_weights_are_whole_after_a_power_of_ten(
    cells: tuple[str, str], expected: tuple[int, int], times: int
) -> None:
    given = own(f"Namn;Vikt\nx;{cells[0]}\ny;{cells[1]}\n").shares
    assert (given.weights, given.times) == (expected, times)


@pytest.mark.parametrize(
    ("heading", "cells", "total"),
    [
        ("Andel", ("40 %", "61 %"), 101),
        ("Andel", ("40%", "60%"), None),
        ("Andel (%)", ("40", "60,5"), Fraction(201, 2)),
        ("Andel (%)", ("40", "60"), None),
        ("Andel", ("40", "61 % "), 101),
        ("Andel", ("40", "61"), None),
    ],
)
def test_shares_that_are_no_whole_are_said(
    heading: str, cells: tuple[str, str], total: int | Fraction | None
) -> None:
    shares = own(f"Namn;{heading}\nx;{cells[0]}\ny;{cells[1]}\n").shares
    assert fact(shares, "per_cent") == total


def test_sums_and_parts_have_no_weight() -> None:
    given = own(
        "Namn;Vikt;Min\nNord;5;2\nvarav Byn;3;1\nSyd;6;4\nvarav Byn;2;x\nSumma;11;6\nTotalt;11;6\n"
    )
    assert [each.name for each in given.shares.recipients] == ["Nord", "Syd"]
    assert given.shares.weights == (5, 6)
    assert bounds(given.minimums) == [("Nord", 2, "stdin:2: Min"), ("Syd", 4, "stdin:4: Min")]
    assert fact(given.shares, "without") == ("varav Byn", "varav Byn", "Summa", "Totalt")


@pytest.mark.parametrize("heading", ["min", "Minimum", "least", "minst", "Lägst"])
def test_a_least_is_a_column_of_its_own(heading: str) -> None:
    given = own(f"Namn;Vikt;{heading}\nx;5;1\ny;6;-\nz;7;0\n")
    assert bounds(given.minimums) == [
        ("x", 1, f"stdin:2: {heading}"),
        ("z", 0, f"stdin:4: {heading}"),
    ]
    assert given.maximums == ()


@pytest.mark.parametrize("heading", ["max", "Maximum", "most", "mest", "Högst"])
def test_a_most_is_a_column_of_its_own(heading: str) -> None:
    given = own(f"Namn;{heading};Tal\nx;5;1\ny;;3\n")
    assert bounds(given.maximums) == [("x", 5, f"stdin:2: {heading}")]
    assert given.minimums == ()
    assert given.shares.weights == (1, 3)


@pytest.mark.parametrize(
    ("cells", "has_kronor"),
    [(("1", "2"), False), (("1 kr", "2"), True), (("1", "2 tkr"), True), (("1", "-"), False)],
)
def test_bounds_may_say_that_they_are_kronor(cells: tuple[str, str], has_kronor: bool) -> None:
    assert own(f"Namn;Vikt;Min\nx;5;{cells[0]}\ny;6;{cells[1]}\n").has_kronor == has_kronor
    assert own(f"Namn;Vikt;Max\nx;5;{cells[0]}\ny;6;{cells[1]}\n").has_kronor == has_kronor


def test_bounds_may_be_thousands_for_the_whole_table() -> None:
    given = own("Belopp i tkr;;\n\nNamn;Vikt;Max\nx;5;1\ny;6;2\n")
    assert [each.amount for each in given.maximums] == [1_000, 2_000]
    assert given.has_kronor
    assert given.shares.weights == (5, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Namn;Vikt\nAle;5\nKils kommun;6\n", [("1440", "Ale"), ("1715", "Kil")]),
        ("Kod;Namn;Vikt\n1440;ALE;5\n1715;Kil;6\n", [("1440", "Ale"), ("1715", "Kil")]),
        ("Kod;Namn;Vikt\n123;Järfälla;5\n180;Stockholm;6\n",
         [("0123", "Järfälla"), ("0180", "Stockholm")]),
        ("Kod;Namn;Vikt\n;Ale;5\n1715;Kil;6\n", [("1440", "Ale"), ("1715", "Kil")]),
        ("Namn;Vikt\nALE;5\nx;6\n", [("", "ALE"), ("", "x")]),
        ("Namn;Vikt\nALE;5\nAle kommun;6\n", [("", "ALE"), ("", "Ale kommun")]),
        ("Kod;Namn;Vikt\n77;ALE;5\n78;KIL;6\n", [("77", "ALE"), ("78", "KIL")]),
    ],
)  # fmt: skip
def test_municipalities_are_known_where_all_are(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.code, each.name) for each in own(text).shares.recipients] == expected


def test_a_person_chooses_the_column() -> None:
    text = "Namn;Vikt;Antal\nx;5;1\ny;6;2\n"
    assert own(text, Choices(column="Antal")).shares.weights == (1, 2)
    with pytest.raises(AllokeraError, match="no such column"):
        own(text, Choices(column="Siffror"))


def test_a_person_says_what_a_mark_means() -> None:
    text = "Namn;Vikt;Max\nx;1.500;2.000\ny;950;3.000\n"
    given = own(text, Choices(decimal=","))
    assert (given.shares.weights, given.shares.times) == ((1_500, 950), 1)
    assert [each.amount for each in given.maximums] == [2_000, 3_000]
    given = own(text, Choices(decimal="."))
    assert (given.shares.weights, given.shares.times) == ((15, 9_500), 10)
    assert [each.amount for each in given.maximums] == [2, 3]


def test_a_mark_that_is_taken_to_group_is_said() -> None:
    assert fact(own("Namn;Vikt\nx;1.500\ny;2.250\n").shares, "assumed") == "."


def test_everybodys_inhabitants_are_weights() -> None:
    given = load_own_weights("population", None, POPULATION)
    assert given.shares.recipients == POPULATION.municipalities
    assert given.shares.weights[:1] == (POPULATION.inhabitants["0114"],)
    assert len(given.shares.weights) == 290
    assert (given.shares.reading, given.shares.basis) == (ShareOrigin.GIVEN, Basis.STATED)
    assert str(given.shares.reason) == "inhabitants on: date='2017-12-31'"
    assert given.shares.sources == (POPULATION.source,)
    assert (given.minimums, given.maximums, given.has_kronor) == ((), (), False)
