"""Answers side by side: what each recipient gets by each, and what changes from the first."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from allokera.kronor.amount import Amount
from allokera.kronor.wording import grouped, listed, ratio, signed, signed_percent, spell_years
from allokera.model import Source
from allokera.render.documents.fields import head, recipient_fields, source_fields, title_fields
from allokera.render.documents.shares import fragile_fields, margin_fields, terms_fields
from allokera.render.language import Language
from allokera.render.page import Block, Notes, Page, Span, TableBlock, Title, Tone, line
from allokera.render.parts.headline import currency, headed, headline, years_headline
from allokera.render.parts.measures import two_decimals
from allokera.render.parts.notes import sides_text, terms_texts, tie_text
from allokera.render.parts.proof import divisors_text, split_text
from allokera.render.parts.recipients_table import TableColumn, recipients_table
from allokera.render.selection import Selection
from allokera.render.view import Json, Plain, Records, records
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
        return tuple(_blocks(self))

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


def _blocks(view: ComparisonView) -> Iterator[Block]:
    comparison = view.comparison
    first, *others = comparison.answers
    yield Title(f"{listed([other.name for other in others])} against {first.name}")
    yield _grid(view)
    for other in others:
        yield line(Span(other.name, Tone.STRONG), f": {_summary(comparison, other)}.")
    yield Notes(
        tuple(
            (answer.name, f"{answer.title}: {text}" if answer.title else text)
            for answer in comparison.answers
            for text in [_description(answer)]
        )
    )


def _grid(view: ComparisonView) -> TableBlock:
    comparison, kr = view.comparison, _currency(view.comparison)
    first, *others = comparison.answers
    columns = [_amounts(headed(_short(first.name), kr), first, comparison.changes(first))]
    for other in others:
        changes = comparison.changes(other)
        whose = f"{_short(other.name)}:\nchange" if len(others) > 1 else "Change"
        columns += [
            _amounts(headed(_short(other.name), kr), other, changes),
            TableColumn(headed(whose, kr), partial(_change, changes), partial(_changes, changes)),
            TableColumn(f"{whose}, %", partial(_part, changes), lambda _: ""),
        ]
    everybody = range(len(comparison.recipients))
    differs = {
        change.recipient
        for other in others
        for change in comparison.changes(other)
        if change.kronor != 0 and not change.is_of_neither
    }
    table = recipients_table(
        comparison.recipients,
        columns,
        Selection(places=view.order),
        [(f"All {len(everybody)} rows", [column.total(everybody) for column in columns])],
        tone=lambda place: Tone.CHANGED if comparison.recipients[place] in differs else Tone.PLAIN,
    )
    return table._replace(keys=table.keys + 1, group=3)


def _short(name: str) -> str:
    """Write a name in two lines, where it is a scenario's and a method's."""
    return name.replace(" by ", "\nby ")


def _currency(comparison: Comparison) -> str:
    """Say what amounts are in: kronor, where any of the answers is."""
    plans = (answer.plan for answer in comparison.answers if answer.plan)
    return max((currency(plan.allocations[0].problem) for plan in plans), default="")


def _amounts(heading: str, answer: Answer, changes: Sequence[Change]) -> TableColumn:
    def cell(place: int) -> str:
        change = changes[place]
        if change.leaves:
            return "-"
        return "misprint" if change.after is None else grouped(change.after)

    return TableColumn(
        heading=heading,
        cell=cell,
        total=lambda _: f"{answer.unread} unread" if answer.unread else grouped(answer.total),
    )


def _change(changes: Sequence[Change], place: int) -> str:
    kronor = changes[place].kronor
    if changes[place].is_of_neither:
        return ""
    if kronor is None:
        return "misprint"
    return signed(kronor) if kronor else "unchanged"


def _changes(changes: Sequence[Change], places: Sequence[int]) -> str:
    known = [changes[place].kronor for place in places if not changes[place].is_of_neither]
    return "" if None in known else signed(sum(each or 0 for each in known))


def _part(changes: Sequence[Change], place: int) -> str:
    each = changes[place]
    if each.joins != each.leaves:
        return "joins" if each.joins else "leaves"
    return signed_percent(each.part, 2) if each.part else ""


def _summary(comparison: Comparison, other: Answer) -> str:
    changes = [each for each in comparison.changes(other) if not each.is_of_neither]
    unread = sum(each.kronor is None for each in changes)
    known = {each.recipient: each.kronor for each in changes if each.kronor is not None}
    sides, first = sides_of(known), comparison.answers[0]
    rest = f"; {unread} cannot be read" if unread else ""
    is_told = all(spell_years(each.years) in each.name for each in (first, other))
    if other.years and first.years and other.years != first.years and not is_told:
        rest += f"; but {spell_years(other.years)} and {spell_years(first.years)} are compared"
    if not (sides.gainers or sides.payers):
        return f"unchanged, all {len(known)} amounts are the same{rest}"
    return sides_text(sides, _currency(comparison)) + rest


def _description(answer: Answer) -> str:
    if answer.plan is None:
        printed = f"{spell_years(answer.years)} as printed"
        if answer.unread:
            return f"{printed}; {answer.unread} amounts cannot be read"
        return f"{printed}, {grouped(answer.total)} in all"
    if len(answer.plan.allocations) > 1:
        return years_headline(answer.plan)
    (allocation,) = answer.plan.allocations
    ties = (f". Tie: {tie_text(tie, allocation)}" for tie in allocation.ties)
    names = dict.fromkeys(each.recipient.name for each in _fragile(answer))
    fragile = f". Fragile: {listed([*names])}" if names else ""
    terms = "".join(f". {what}: {said}" for what, said in terms_texts(allocation.problem))
    return f"{headline(allocation.problem)}{_proof(answer)}{''.join(ties)}{terms}{fragile}"


def _proof(answer: Answer) -> str:
    """Say which divisors, or which split of remainders, give the answer."""
    margin = answer.margin
    if margin is None or (margin.least is None and margin.most is None):
        return ""
    if answer.is_by_divisor:
        is_cut = answer.plan is not None and answer.plan.allocations[0].unused
        what = "what is due" if is_cut else "these amounts"
        return f". {divisors_text(margin).capitalize()} gives {what}"
    return f". {split_text(margin).capitalize()}"
