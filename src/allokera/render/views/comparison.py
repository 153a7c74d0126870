"""Answers side by side: what each recipient gets by each, and what changes from the first."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import ratio
from allokera.model import Source
from allokera.render.documents.fields import head, recipient_fields, source_fields, title_fields
from allokera.render.documents.shares import fragile_fields, margin_fields, terms_fields
from allokera.render.language import Language
from allokera.render.page import Block, Notes, Page, Span, TableBlock, Title, Tone, line, sentence
from allokera.render.parts.headline import headed, headline, years_headline
from allokera.render.parts.measures import two_decimals
from allokera.render.parts.notes import sides_text, terms_texts, tie_text
from allokera.render.parts.proof import divisors_text, split_text
from allokera.render.parts.recipients_table import TableColumn, recipients_table
from allokera.render.selection import Selection
from allokera.render.view import Json, Plain, Records, records
from allokera.sharing.allocation import Allocation
from allokera.sharing.comparison import Answer, Change, Comparison
from allokera.sharing.fragility import Fragile, find_fragile
from allokera.sharing.measures import sides_of


class ComparisonView(NamedTuple):
    """A comparison, and the order of its rows.

    Attributes:
        order: places in the list of recipients.
    """

    comparison: Comparison
    order: Sequence[int]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/comparison/1`."""
        answers = self.comparison.answers
        return head("comparison", 1) | {
            "answers": [_answer_fields(answer) for answer in answers],
            "rows": [
                {
                    **recipient_fields(row[0].recipient),
                    "amounts": _by_answer(answers, [_amount(each) for each in row]),
                    "changes": _by_answer(answers, [each.kronor for each in row]),
                    "parts": _by_answer(
                        answers, [None if each.part is None else ratio(each.part) for each in row]
                    ),
                }
                for row in self._rows()
            ],
            "sources": source_fields(dict.fromkeys(chain(*map(_sources, answers)))),
        }

    def records(self) -> Records:
        """List the recipients: an amount an answer, and a change from the first a further one."""
        names = [answer.name for answer in self.comparison.answers]
        return records(
            [
                recipient_fields(row[0].recipient)
                | {name: _amount(each) for name, each in zip(names, row, strict=True)}
                | dict(
                    chain(
                        *(
                            _change_fields(name, each)
                            for name, each in zip(names[1:], row[1:], strict=True)
                        )
                    )
                )
                for row in self._rows()
            ]
        )

    def page(self, say: Language) -> Page:
        """Show what changes from the first answer to every other."""
        return tuple(_blocks(say, self))

    def _rows(self) -> Iterator[list[Change]]:
        changes = [self.comparison.changes(answer) for answer in self.comparison.answers]
        return ([each[place] for each in changes] for place in self.order)


def _answer_fields(answer: Answer) -> dict[str, Json]:
    problem = answer.plan.allocations[0].problem if answer.plan else None
    return {
        "name": answer.name,
        **title_fields(answer.title),
        "years": list(answer.years),
        "method": problem.method.name if problem else None,
        "unit": problem.unit if problem else None,
        "shares": problem.shares.reading if problem else None,
        "total": None if answer.unread else answer.total,
        "margin": _margin(answer),
        **(terms_fields(problem) if problem else {}),
        "fragile": fragile_fields(_fragile(answer)),
    }


def _fragile(answer: Answer) -> Iterator[Fragile]:
    """List the amounts that turn on less than is known, of one year that is shared out."""
    allocations = answer.plan.allocations if answer.plan else ()
    return find_fragile(allocations[0]) if len(allocations) == 1 else iter(())


def _margin(answer: Answer) -> dict[str, Json] | None:
    if answer.plan is None or answer.margin is None:
        return None
    return margin_fields(answer.margin, answer.plan.allocations[0].problem.method)


def _by_answer(answers: Sequence[Answer], values: Sequence[Plain]) -> dict[str, Json]:
    return {answer.name: value for answer, value in zip(answers, values, strict=True)}


def _change_fields(name: str, change: Change) -> Iterator[tuple[str, Plain]]:
    yield f"{name}: change", change.kronor
    part = change.part
    yield f"{name}: change, %", None if part is None else two_decimals(part * 100)


def _sources(answer: Answer) -> Iterator[Source]:
    if answer.plan:
        for allocation in answer.plan.allocations:
            yield from allocation.problem.sources


def _amount(change: Change) -> Amount | None:
    return None if change.leaves else change.after


def _blocks(say: Language, view: ComparisonView) -> Iterator[Block]:
    comparison = view.comparison
    first, *others = comparison.answers
    names = say.listed([say.amounts.answer(other.name) for other in others])
    yield Title(say.amounts.against(names, say.amounts.answer(first.name)))
    yield _grid(say, view)
    for other in others:
        summary = _summary(say, comparison, other)
        yield line(Span(say.amounts.answer(other.name), Tone.STRONG), f": {summary}.")
    yield Notes(
        tuple(
            (say.amounts.answer(answer.name), f"{answer.title}: {text}" if answer.title else text)
            for answer in comparison.answers
            for text in [_description(say, answer)]
        )
    )


def _grid(say: Language, view: ComparisonView) -> TableBlock:
    comparison, currency = view.comparison, _currency(view.comparison)
    first, *others = comparison.answers
    columns = [_amounts(say, first, comparison.changes(first), currency)]
    for other in others:
        changes = comparison.changes(other)
        whose = say.amounts.change()
        if len(others) > 1:
            whose = say.amounts.change_of(_short(say, other.name))
        columns += [
            _amounts(say, other, changes, currency),
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
        Selection(places=view.order),
        [(say.amounts.all_rows(len(everybody)), totals)],
        tone=lambda place: Tone.CHANGED if comparison.recipients[place] in differs else Tone.PLAIN,
    )
    return table._replace(keys=table.keys + 1, group=3)


def _short(say: Language, name: str) -> str:
    """Write a name in two lines, where it is a scenario's and a method's."""
    scenario, by, method = name.partition(" by ")
    told = say.amounts.answer(name)
    return f"{scenario}\n{told.removeprefix(scenario).lstrip()}" if by and method else told


def _currency(comparison: Comparison) -> Currency | None:
    """Say what amounts are in: kronor, where any of the answers is."""
    plans = (answer.plan for answer in comparison.answers if answer.plan)
    each = (plan.allocations[0].problem.currency for plan in plans)
    return max(filter(None, each), key=lambda currency: currency.word, default=None)


def _amounts(
    say: Language, answer: Answer, changes: Sequence[Change], currency: Currency | None
) -> TableColumn:
    def cell(place: int) -> str:
        change = changes[place]
        if change.leaves:
            return "-"
        return say.amounts.misprint() if change.after is None else say.grouped(change.after)

    def total(_: Sequence[int]) -> str:
        return say.amounts.unread(answer.unread) if answer.unread else say.grouped(answer.total)

    return TableColumn(headed(_short(say, answer.name), currency), cell, total)


def _change(say: Language, changes: Sequence[Change], place: int) -> str:
    kronor = changes[place].kronor
    if changes[place].is_of_neither:
        return ""
    if kronor is None:
        return say.amounts.misprint()
    return say.signed(kronor) if kronor else say.amounts.unchanged()


def _changes(say: Language, changes: Sequence[Change], places: Sequence[int]) -> str:
    known = [changes[place].kronor for place in places if not changes[place].is_of_neither]
    return "" if None in known else say.signed(sum(each or 0 for each in known))


def _part(say: Language, changes: Sequence[Change], place: int) -> str:
    each = changes[place]
    if each.joins != each.leaves:
        return say.amounts.joins() if each.joins else say.amounts.leaves()
    return say.signed_percent(each.part, 2) if each.part else ""


def _summary(say: Language, comparison: Comparison, other: Answer) -> str:
    changes = [each for each in comparison.changes(other) if not each.is_of_neither]
    unread = sum(each.kronor is None for each in changes)
    known = {each.recipient: each.kronor for each in changes if each.kronor is not None}
    sides, first = sides_of(known), comparison.answers[0]
    if sides.gainers or sides.payers:
        parts = [sides_text(say, sides, _currency(comparison))]
    else:
        parts = [say.amounts.all_the_same(len(known))]
    if unread:
        parts.append(say.amounts.cannot_be_read(unread))
    is_told = all(say.years(each.years) in each.name for each in (first, other))
    if other.years and first.years and other.years != first.years and not is_told:
        parts.append(say.amounts.years_are_compared(say.years(other.years), say.years(first.years)))
    return "; ".join(parts)


def _description(say: Language, answer: Answer) -> str:
    if answer.plan is None:
        printed = say.amounts.as_printed(say.years(answer.years))
        if answer.unread:
            return f"{printed}; {say.amounts.amounts_unread(answer.unread)}"
        return f"{printed}, {say.amounts.in_all(say.grouped(answer.total))}"
    if len(answer.plan.allocations) > 1:
        return years_headline(say, answer.plan)
    return ". ".join(_sentences(say, answer, *answer.plan.allocations))


def _sentences(say: Language, answer: Answer, allocation: Allocation) -> Iterator[str]:
    """Say what an answer is, what proves it, and on what it turns."""
    yield headline(say, allocation.problem)
    yield from _proof(say, answer)
    for tie in allocation.ties:
        yield f"{say.amounts.tie()}: {tie_text(say, tie, allocation)}"
    for what, told in terms_texts(say, allocation.problem):
        yield f"{what}: {told}"
    if names := dict.fromkeys(each.recipient.name for each in _fragile(answer)):
        yield f"{say.amounts.fragile()}: {say.listed([*names])}"


def _proof(say: Language, answer: Answer) -> Iterator[str]:
    """Say which divisors, or which split of remainders, give the answer."""
    margin = answer.margin
    if margin is None or (margin.least is None and margin.most is None):
        return
    if answer.is_by_divisor:
        is_cut = answer.plan is not None and bool(answer.plan.allocations[0].unused)
        yield sentence(say.amounts.divisor_gives(divisors_text(say, margin), due=is_cut))
    else:
        yield sentence(split_text(say, margin))
