"""Columns, fields and notes beside amounts: change, kronor per inhabitant, own funding."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import in_decimals, ratio
from allokera.render.documents.fields import recipient_fields
from allokera.render.language import Language, word
from allokera.render.page import Block, line
from allokera.render.parts.headline import headed
from allokera.render.parts.recipients_table import TableColumn
from allokera.render.selection import Extra, Selection
from allokera.render.view import Json, Plain, Record
from allokera.sharing.measures import Measured, together


def measured_columns(
    say: Language, selection: Selection, currency: Currency | None
) -> dict[Extra, TableColumn]:
    """Make the columns that measures fill.

    Args:
        currency: what amounts are in.
    """

    def of(places: Iterable[int]) -> Measured:
        return together(selection.measured(place) for place in places)

    def column(heading: str, text: Callable[[Measured], str]) -> TableColumn:
        return TableColumn(
            heading=heading,
            cell=lambda place: text(selection.measured(place)),
            total=lambda places: text(of(selection.present(places))),
        )

    def change(amount: Amount | None) -> str:
        return say.signed(amount) if amount else ""

    def total(amount: Amount | None) -> str:
        return "" if amount is None else say.signed(amount)

    return {
        Extra.CHANGE: TableColumn(
            headed(say.amounts.change, currency),
            cell=lambda place: change(selection.measured(place).change),
            total=lambda places: total(of(places).change),
            gone=lambda place: change(selection.measured(place).change),
        ),
        Extra.PER_CAPITA: column(
            say.amounts.each_inhabitant(currency.word if currency else ""),
            lambda each: "" if each.per_capita is None else say.decimal(each.per_capita, 2),
        ),
        Extra.OWN_FUNDING: column(
            say.amounts.own_funding,
            lambda each: "" if each.own_funding is None else say.grouped(each.own_funding),
        ),
    }


def measured_fields(
    selection: Selection, place: int, exact: Callable[[Fraction], str] = ratio
) -> dict[str, Plain]:
    """Say what an amount comes to, where that is asked for, and its county.

    Args:
        exact: how to write what is no whole number.
    """
    fields: dict[str, Plain] = {}
    if Extra.CHANGE in selection.extras:
        each = selection.measured(place)
        fields |= {"before": each.before, "change": each.change}
    if Extra.PER_CAPITA in selection.extras:
        each = selection.measured(place)
        per_capita = each.per_capita
        fields |= {
            "inhabitants": each.inhabitants,
            "per_capita": None if per_capita is None else exact(per_capita),
        }
    if Extra.OWN_FUNDING in selection.extras:
        fields["own_funding"] = selection.measured(place).own_funding
    if (county := selection.county_of(place)) is not None:
        fields |= {"county_code": county.code, "county": county.name}
    return fields


def county_fields(selection: Selection) -> dict[str, Json]:
    """Say what the counties get together, where rows are grouped so."""
    if not selection.counties:
        return {}
    return {
        "counties": [
            {
                **recipient_fields(county),
                "amount": together(selection.measured(place) for place in places).amount,
                "recipients": len(places),
                **_county_change(together(selection.measured(place) for place in everybody)),
            }
            for county, everybody in selection.groups()
            if county is not None and (places := selection.present(everybody))
        ]
    }


def _county_change(county: Measured) -> dict[str, Plain]:
    return {} if county.change is None else {"change": county.change}


def leaver_records(selection: Selection, amount: str) -> Iterator[Record]:
    """List those who leave, where everybody is shown: nothing under the heading of the amount."""
    for place, leaver in selection.leavers.items() if selection.is_all else ():
        each = selection.measured(place)
        yield (
            recipient_fields(leaver)
            | {amount: each.amount, "before": each.before, "change": each.change}
            | measured_fields(selection, place)
        )


def notes_on_measures(say: Language, selection: Selection) -> Iterator[Block]:
    """Say where the figures beside the amounts come from."""
    if Extra.PER_CAPITA in selection.extras and selection.population:
        yield line(say.amounts.inhabitants_on(selection.population.date))
    if Extra.OWN_FUNDING in selection.extras and selection.funding:
        funding = selection.funding
        yield line(say.amounts.own_funding_is(funding.basis, word(funding.reason, say)))


two_decimals = in_decimals(2)
"""Writes an exact number for a spreadsheet: `1234.57`."""
