"""Which envelopes of a grant are held against the columns of its table."""

from dataclasses import replace
from fractions import Fraction

from allokera import Grant, verify
from allokera.errors import Message


def announced(grant: Grant, *envelopes: Fraction | int) -> list[str]:
    """The columns whose envelope is told, with those of the last years changed."""
    kept = grant.budgets[: len(grant.budgets) - len(envelopes)]
    last = grant.budgets[len(kept) :]
    changed = tuple(
        replace(each, envelope=envelope) for each, envelope in zip(last, envelopes, strict=True)
    )
    report = verify(replace(grant, budgets=(*kept, *changed)))
    subjects = [each.subject for each in report.assumptions if isinstance(each.subject, Message)]
    return [str(dict(each.facts)["column"]) for each in subjects if each.code == "envelope_of"]


def test_an_envelope_is_held_against_a_column_where_all_its_years_have_that_one(
    grant: Grant,
) -> None:
    """And in whole kronor."""
    last = grant.budgets[-1].envelope
    years = ["2018", "2019", "2020-2027"]
    assert announced(grant) == announced(grant, last) == years
    assert announced(grant, last + 1) == years[:2]
    assert announced(grant, *[last + 1] * 8) == years
    assert announced(grant, *[last + Fraction(1, 2)] * 8) == years[:2]
