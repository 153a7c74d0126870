import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.errors import RequestError
from allokera.kronor.wording import spell_years
from allokera.model import Recipient
from allokera.names import Likeness, alphabetical, by_letters, find, register
from allokera.terms.years import parse_years

KNOWN = tuple(
    Recipient(code=code, name=name)
    for code, name in (
        ("0305", "Håbo"),
        ("1643", "Habo"),
        ("1490", "Borås"),
        ("1480", "Göteborg"),
        ("1280", "Malmö"),
        ("0139", "Upplands-Bro"),
        ("0180", "Stockholm"),
    )
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0180", "0180"),
        (" 0180 ", "0180"),
        ("Malmö", "1280"),
        ("- Malmö", "1280"),
        ("malmö", "1280"),
        ("MALMÖ", "1280"),
        ("Malmo", "1280"),
        (unicodedata.normalize("NFD", "Malmö"), "1280"),
        ("Malmö stad", "1280"),
        ("Malmo kommun", "1280"),
        ("Göteborgs stad", "1480"),
        ("Borås stad", "1490"),
        ("Boras kommun", "1490"),
        ("Habo", "1643"),
        ("Habo kommun", "1643"),
        ("Håbo", "0305"),
        ("Håbo kommun", "0305"),
        ("håbo", "0305"),
        ("upplands bro", "0139"),
        ("Upplands\u00a0Bro", "0139"),
    ],
)
def test_finds_who_is_meant(text: str, code: str) -> None:
    assert find(text, KNOWN).code == code


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("HABO", "could be several"),
        ("Malme", "nobody but near"),
        ("180", "nobody but near"),
        ("Xyz", "nobody"),
        ("", "nobody"),
        ("kommun", "nobody"),
    ],
)
def test_says_who_may_be_meant(text: str, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        find(text, KNOWN)


def test_says_how_a_name_matches() -> None:
    known = register(KNOWN)
    likeness = {
        text: match.likeness
        for text in ("Malmö", "1280", "Malmö stad")
        if (match := known.match(text)) is not None
    }
    assert likeness == {
        "Malmö": Likeness.EXACT,
        "1280": Likeness.CODE,
        "Malmö stad": Likeness.VARIANT,
    }
    assert known.match("HABO") is None


def test_a_number_behind_a_title_is_no_code() -> None:
    counties = (Recipient(code="10", name="Blekinge län"), Recipient(code="12", name="Skåne"))
    known = register(counties)
    assert known.match("10") is not None
    assert known.match("Region Skåne") is not None
    assert known.match("Region 10") is None


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    try:
        find(text, KNOWN)
    except RequestError as error:
        assert str(error)


def test_sorts_as_swedish_does() -> None:
    names = ["Örebro", "Åstorp", "Ängelholm", "Zinkgruvan", "borås", "Arboga"]
    assert sorted(names, key=alphabetical) == [
        "Arboga",
        "borås",
        "Zinkgruvan",
        "Åstorp",
        "Ängelholm",
        "Örebro",
    ]


def test_numbers_in_names_are_sorted_by_size() -> None:
    names = ["Distrikt 10", "Distrikt 9", "Distrikt 007", "Distrikt", "Distrikt 9b", "12", "3 a"]
    assert sorted(names, key=alphabetical) == [
        "3 a",
        "12",
        "Distrikt",
        "Distrikt 007",
        "Distrikt 9",
        "Distrikt 9b",
        "Distrikt 10",
    ]
    assert sorted(["By 9", "By 10"], key=by_letters) == ["By 10", "By 9"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2020", (2020,)),
        ("2018-2020", (2018, 2019, 2020)),
        ("2018\u20132020", (2018, 2019, 2020)),
        ("2021,2019", (2019, 2021)),
        ("2019, 2019-2020", (2019, 2020)),
        ("all", tuple(range(2018, 2028))),
        ("ALL", tuple(range(2018, 2028))),
    ],
)
def test_reads_years(text: str, years: tuple[int, ...]) -> None:
    assert parse_years(text, range(2018, 2028)) == years


@pytest.mark.parametrize("text", ["", "20", "2020-2019", "2020-", "abc", "2020;2021", "20200"])
def test_refuses_what_is_no_year(text: str) -> None:
    with pytest.raises(RequestError, match="no years"):
        parse_years(text, range(2018, 2028))


def test_spells_years_in_short() -> None:
    assert spell_years([2018, 2020, 2021, 2022]) == "2018, 2020\u20132022"


def test_a_name_that_two_have_means_neither_of_them() -> None:
    twins = (Recipient(code="1", name="Nya"), Recipient(code="2", name="Nya"), *KNOWN)
    with pytest.raises(RequestError, match="could be several"):
        find("Nya", twins)
    assert find("2", twins) is twins[1]
    assert register([twins[0], twins[0]]).match("Nya") is not None


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Gotebrog", ["Göteborg"]),
        ("Göteborgg", ["Göteborg"]),
        ("Götborg", ["Göteborg"]),
        ("göteburg", ["Göteborg"]),
        ("Habi", ["Håbo", "Habo"]),
        ("Uppland Bro", ["Upplands-Bro"]),
        ("Upplands Bro", []),
        ("Uplands Broo", []),
        ("Upplands", []),
        ("Götebrogg", []),
        ("Stokcholm", ["Stockholm"]),
        ("Stcokholm", ["Stockholm"]),
        ("Malm", ["Malmö"]),
        ("Mal", []),
        ("Malm5", []),
        ("Oslo", []),
        ("", []),
    ],
)
def test_one_slip_makes_a_name_of_another(text: str, near: list[str]) -> None:
    assert [each.name for each in register(KNOWN).misspelt(text)] == near


@pytest.mark.parametrize(
    ("known", "text"),
    [("Arvika", "Narvik"), ("Kristianstad", "Kristiansand"), ("Lag A", "Lag B"), ("IFK", "IFS"),
     ("Skola 12", "Skola 13"), ("Skolan", "Skola 1"), ("Bro", "Bron"), ("abab", "baab b")],
)  # fmt: skip
def test_a_name_that_nobody_mistypes_so_is_another(known: str, text: str) -> None:
    assert register([Recipient(code="", name=known)]).misspelt(text) == ()
