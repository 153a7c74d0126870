"""Answers side by side: what each recipient gets by each, and what changes from the first."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from allokera.kronor.amount import Amount
from allokera.kronor.wording import ratio
from allokera.model import Source
from allokera.render.documents.fields import head, recipient_fields, source_fields, title_fields
from allokera.render.documents.shares import fragile_fields, margin_fields, terms_fields
from allokera.render.language import Language
from allokera.render.page import Block, Notes, Page, Span, Title, Tone, line, sentence
from allokera.render.parts.headline import headline, years_headline
from allokera.render.parts.measures import two_decimals
from allokera.render.parts.notes import sides_text, terms_texts, tie_text
from allokera.render.parts.proof import divisors_text, split_text
from allokera.render.view import Json, Plain, Records, records
from allokera.render.views.comparison_table import (
    answer_names,
    comparison_table,
    currency_of,
)
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
    names = answer_names(say, comparison.answers)
    first, *others = comparison.answers
    listed = say.listed([names[other.name] for other in others])
    yield Title(say.amounts.against(listed, names[first.name]))
    yield comparison_table(say, comparison, view.order)
    for other in others:
        summary = _summary(say, comparison, other)
        yield line(Span(names[other.name], Tone.STRONG), f": {summary}.")
    yield Notes(
        tuple(
            (names[each.name], f"{each.title}: {text}" if is_untold else text)
            for each in comparison.answers
            for text in [_description(say, each)]
            for is_untold in [each.title and each.title != names[each.name]]
        )
    )


def _summary(say: Language, comparison: Comparison, other: Answer) -> str:
    changes = [each for each in comparison.changes(other) if not each.is_of_neither]
    unread = sum(each.kronor is None for each in changes)
    known = {each.recipient: each.kronor for each in changes if each.kronor is not None}
    sides, first = sides_of(known), comparison.answers[0]
    if sides.gainers or sides.payers:
        parts = [sides_text(say, sides, currency_of(comparison))]
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
        yield f"{say.amounts.tie}: {tie_text(say, tie, allocation)}"
    for what, told in terms_texts(say, allocation.problem):
        yield f"{what}: {told}"
    if names := dict.fromkeys(each.recipient.name for each in _fragile(answer)):
        yield f"{say.amounts.fragile}: {say.listed([*names])}"


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
