"""The table of answers side by side."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from textwrap import wrap

from allokera.kronor.currency import Currency
from allokera.render.language import Language
from allokera.render.page import TableBlock, Tone
from allokera.render.parts.headline import headed
from allokera.render.parts.recipients_table import TableColumn, recipients_table
from allokera.render.selection import Selection
from allokera.sharing.comparison import Answer, Change, Comparison


def answer_names(say: Language, answers: Sequence[Answer]) -> dict[str, str]:
    """Call answers by titles that are short and tell them apart, or else by their names."""
    names = {each.name: say.amounts.answer(each.name) for each in answers}
    taken = Counter((*names.values(), *(each.title for each in answers)))
    return {
        each.name: each.title
        if each.title and taken[each.title] == 1 and len(each.title) <= _LONGEST
        else names[each.name]
        for each in answers
    }


_LONGEST = 48
"""Letters of a title that still stands above a column."""


def currency_of(comparison: Comparison) -> Currency | None:
    """Say what amounts are in: kronor, where any of the answers is."""
    plans = (answer.plan for answer in comparison.answers if answer.plan)
    each = (plan.allocations[0].problem.currency for plan in plans)
    return max(filter(None, each), key=lambda currency: currency.word, default=None)


def comparison_table(say: Language, comparison: Comparison, order: Sequence[int]) -> TableBlock:
    """Make a table of all answers, with what changes from the first to every other.

    Args:
        order: places in the list of recipients.
    """
    currency = currency_of(comparison)
    first, *others = comparison.answers
    names = answer_names(say, comparison.answers)
    short = {name: _in_lines(name, told) for name, told in names.items()}
    heading = headed(short[first.name], currency)
    columns = [_amounts(say, heading, first, comparison.changes(first))]
    for other in others:
        changes = comparison.changes(other)
        whose = say.amounts.change
        if len(others) > 1:
            whose = say.amounts.change_of(short[other.name])
        columns += [
            _amounts(say, headed(short[other.name], currency), other, changes),
            TableColumn(
                headed(whose, currency),
                partial(_change, say, changes),
                partial(_changes, say, changes),
            ),
            TableColumn(f"{whose}, %", partial(_part, say, changes), lambda _: ""),
        ]
    everybody = range(len(comparison.recipients))
    differs = {
        change.recipient
        for other in others
        for change in comparison.changes(other)
        if change.kronor != 0 and not change.is_of_neither
    }
    totals = [column.total(everybody) for column in columns]
    table = recipients_table(
        say,
        comparison.recipients,
        columns,
        Selection(places=order),
        [(say.amounts.all_rows(len(everybody)), totals)],
        tone=lambda place: Tone.CHANGED if comparison.recipients[place] in differs else Tone.PLAIN,
    )
    return table._replace(keys=table.keys + 1, group=3)


_WIDTH = 16
"""Letters of a line of a heading."""


def _in_lines(name: str, told: str) -> str:
    """Write what an answer is called in lines: a scenario's name and a method's in two."""
    scenario, by, _ = name.partition(" by ")
    if by and told.startswith(scenario):
        return f"{scenario}\n{told.removeprefix(scenario).lstrip()}"
    return "\n".join(wrap(told, _WIDTH))


def _amounts(say: Language, heading: str, answer: Answer, changes: Sequence[Change]) -> TableColumn:
    def cell(place: int) -> str:
        change = changes[place]
        if change.leaves:
            return "-"
        return say.amounts.misprint if change.after is None else say.grouped(change.after)

    def total(_: Sequence[int]) -> str:
        return say.amounts.unread(answer.unread) if answer.unread else say.grouped(answer.total)

    return TableColumn(heading, cell, total)


def _change(say: Language, changes: Sequence[Change], place: int) -> str:
    kronor = changes[place].kronor
    if changes[place].is_of_neither:
        return ""
    if kronor is None:
        return say.amounts.misprint
    return say.signed(kronor) if kronor else say.amounts.unchanged


def _changes(say: Language, changes: Sequence[Change], places: Sequence[int]) -> str:
    known = [changes[place].kronor for place in places if not changes[place].is_of_neither]
    return "" if None in known else say.signed(sum(each or 0 for each in known))


def _part(say: Language, changes: Sequence[Change], place: int) -> str:
    each = changes[place]
    if each.joins != each.leaves:
        return say.amounts.joins if each.joins else say.amounts.leaves
    return say.signed_percent(each.part, 2) if each.part else ""
