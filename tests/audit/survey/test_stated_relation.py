"""Relations as a person types them: read, or refused with the place marked."""

import pytest

from allokera.audit.survey.stated import stated_relation
from allokera.errors import Message, RequestError
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.ratios import DIVISION, PRODUCT, Ratio
from allokera.relations.families.sums import Sum

COLUMNS = {"Summa": 1, "Fast": 2, "Rörlig del": 3, "Antal": 5, "2019": 7, "Kr/inv": 9}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Summa = Fast + Rörlig del", Sum(1, (2, 3))),
        ("Summa=Rörlig del+Fast", Sum(1, (2, 3))),
        ("  Summa  =  Fast  ", Sum(1, (2,))),
        ("Summa = Fast - Antal", Sum(1, (2, 5), frozenset({5}))),
        ("Summa = - Antal + Fast", Sum(1, (2, 5), frozenset({5}))),
        ("Summa = + Fast \u2212 Antal", Sum(1, (2, 5), frozenset({5}))),
        ("Summa = Antal - Fast - Rörlig del", Sum(1, (2, 3, 5), frozenset({2, 3}))),
        ("Summa = Antal - Fast + Rörlig del", Sum(1, (2, 3, 5), frozenset({2}))),
        ('"2019" = Fast + Antal', Sum(7, (2, 5))),
        ("'2019' = Fast + \"Kr/inv\"", Sum(7, (2, 9))),
        ('"Kr/inv" = Summa / Antal', Ratio(9, (1, 5), DIVISION, 1)),
        ('"Kr/inv" = Summa \u00f7 Antal', Ratio(9, (1, 5), DIVISION, 1)),
        ('"Kr/inv" = 100 * Summa / Antal', Ratio(9, (1, 5), DIVISION, 100)),
        ('"Kr/inv" = 1000 \u00d7 Summa / Antal', Ratio(9, (1, 5), DIVISION, 1000)),
        ('"Kr/inv" = 1 * Summa / Antal', Ratio(9, (1, 5), DIVISION, 1)),
        ("Summa = Antal * Fast", Ratio(1, (5, 2), PRODUCT, 1)),
        ("Summa = 1 * Antal * Fast", Ratio(1, (5, 2), PRODUCT, 1)),
        ("Summa = Antal * Summa", Ratio(1, (5, 1), PRODUCT, 1)),
    ],
)
def test_what_is_typed_is_read(text: str, expected: Pattern) -> None:
    assert stated_relation(text, COLUMNS) == expected


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("", "relation_needs_target", "^"),
        ("Summa", "relation_needs_target", "^Summa"),
        ("= Fast", "relation_needs_target", "^= Fast"),
        ("Summa + Fast", "relation_needs_target", "^Summa + Fast"),
        ("100 = Fast", "relation_needs_target", "^100 = Fast"),
        ("Summa =", "relation_needs_name", "Summa =^"),
        ("Summa = 100 *", "relation_needs_two", "Summa = 100 *^"),
        ("Summa = Fast +", "relation_needs_name", "Summa = Fast +^"),
        ("Summa = Fast + - Antal", "relation_needs_name", "Summa = Fast + ^- Antal"),
        ("Summa = Fast + Fast", "relation_needs_name", "Summa = Fast + Fast^"),
        ("Summa = Fast + Summa", "relation_needs_name", "Summa = Fast + Summa^"),
        ("Summa = Fast + 5", "relation_unreadable", "Summa = Fast + ^5"),
        ("Summa = Fast = Antal", "relation_unreadable", "Summa = Fast ^= Antal"),
        ('Summa = Fast "2019"', "relation_unreadable", 'Summa = Fast ^"2019"'),
        ('Summa = Fast + "Antal', "relation_unreadable", 'Summa = Fast + ^"Antal'),
        ("Summa = Fast / ", "relation_needs_two", "Summa = ^Fast / "),
        ("Summa = 10 * Fast / Antal", "relation_needs_two", "Summa = 10 * ^Fast / Antal"),
        ("Summa = 100 * Fast * Antal", "relation_needs_two", "Summa = 100 * ^Fast * Antal"),
        ("Summa = 100 / Antal", "relation_needs_two", "Summa = ^100 / Antal"),
        ("Summa = Fast / Antal / Antal", "relation_needs_two", "Summa = ^Fast / Antal / Antal"),
        ("Summa = Fast / 5", "relation_needs_two", "Summa = ^Fast / 5"),
        ("Summa = Fast + Antal * Fast", "relation_needs_two", "Summa = ^Fast + Antal * Fast"),
        ("Summa = Fast + Xyz", None, "Summa = Fast + ^Xyz"),
        ("Xyz = Fast", None, "^Xyz = Fast"),
        ("Summa = Fast / Xyz", None, "Summa = Fast / ^Xyz"),
    ],
)
def test_what_is_no_relation_is_refused_where_it_goes_wrong(
    text: str, code: str | None, marked: str
) -> None:
    with pytest.raises(RequestError) as refused:
        stated_relation(text, COLUMNS)
    assert refused.value.message.code == "relation_refused"
    facts = dict(refused.value.message.facts)
    assert facts["marked"] == marked
    reason = facts["reason"]
    assert isinstance(reason, Message)
    assert code in {None, reason.code}


def test_a_name_in_quotation_marks_is_read_to_its_last_sign() -> None:
    """Years differ in the last: whoever leaves that out means several of them."""
    years = {"2018": 1, "2019": 2, "12019": 3, "Summa": 4}
    assert stated_relation('"2019" = \'2018\' + "12019"', years) == Sum(2, (1, 3))
    with pytest.raises(RequestError):
        stated_relation('Summa = "201" + "2018"', years)
