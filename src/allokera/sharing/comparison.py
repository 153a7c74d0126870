"""Answers side by side: what each recipient gets by each, and what changes from the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from allokera.apportionment.margin import Margin
from allokera.errors import RequestError
from allokera.kronor.amount import Amount, size
from allokera.model import Grant, Recipient
from allokera.sharing.grant import find_publication
from allokera.sharing.messages import SharingMessages
from allokera.sharing.plan import Plan

PUBLISHED = "published"
"""What the printed amounts are called among answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the answers that are compared.

    Attributes:
        name: what it is called beside the others.
        title: what it is about, in words, or "".
        years: those that its amounts are of, together; empty where they are of none.
        amounts: kronor by recipient; None where what is printed is no one number.
        plan: where it comes from; None for what was published.
        margin: the divisors, or splits of remainders, that give its amounts; None for several
            years, and for what was published.
    """

    name: str
    years: tuple[int, ...]
    amounts: Mapping[Recipient, Amount | None]
    plan: Plan | None = None
    margin: Margin | None = None
    title: str = ""

    @property
    def total(self) -> Amount:
        """Kronor of all recipients together, as far as they can be read."""
        return sum(each or 0 for each in self.amounts.values())

    @property
    def unread(self) -> int:
        """How many amounts cannot be read."""
        return sum(each is None for each in self.amounts.values())

    @property
    def is_by_divisor(self) -> bool:
        """Whether a common divisor gives its amounts."""
        return self.plan is not None and (
            self.plan.allocations[0].problem.method.signposts is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a recipient gets by one answer, beside what it gets by the first.

    Attributes:
        before: kronor by the first; 0 where it is not among its recipients; None where that cannot
            be read.
        after: kronor by the other, likewise.
        joins: whether the first does not know it.
        leaves: whether the other does not; both, where a third does.
    """

    recipient: Recipient
    before: Amount | None
    after: Amount | None
    joins: bool
    leaves: bool

    @property
    def is_of_neither(self) -> bool:
        """Whether neither of the two knows the recipient."""
        return self.joins and self.leaves

    @property
    def kronor(self) -> Amount | None:
        """Kronor more; None where one of the two cannot be read, and where it is of neither."""
        if self.is_of_neither or self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def part(self) -> Fraction | None:
        """The change over the size of what it was; None of nothing, or what cannot be read."""
        if not self.before or self.kronor is None:
            return None
        return Fraction(self.kronor, size(self.before))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison:
    """Two answers or more; the first is what the others are compared with.

    Attributes:
        recipients: all that any of the answers knows; those of the first come first.
    """

    answers: tuple[Answer, ...]
    recipients: tuple[Recipient, ...]

    def __repr__(self) -> str:
        names = [answer.name for answer in self.answers]
        return f"<Comparison {names} of {len(self.recipients)}>"

    def changes(self, other: Answer) -> tuple[Change, ...]:
        """Put what every recipient gets by an answer beside what it gets by the first.

        There is a change for each of the recipients, in their order.
        """
        first = self.answers[0]
        return tuple(
            Change(
                recipient=recipient,
                before=first.amounts.get(recipient, 0),
                after=other.amounts.get(recipient, 0),
                joins=recipient not in first.amounts,
                leaves=recipient not in other.amounts,
            )
            for recipient in self.recipients
        )


def put_side_by_side(answers: Sequence[Answer]) -> Comparison:
    """Put answers side by side.

    Raises:
        RequestError: there are fewer than two, some are of nobody that the first is of, or not all
            are in one currency.
    """
    if len(answers) < 2:
        raise RequestError(SharingMessages.two_answers_needed)
    of_what = {each.plan.allocations[0].problem.currency for each in answers if each.plan}
    if len(of_what) > 1:
        codes = tuple(sorted(each.code if each else "" for each in of_what))
        raise RequestError(SharingMessages.several_currencies, codes=codes)
    answers = _alike(answers)
    first, *others = answers
    for other in others:
        if first.amounts.keys().isdisjoint(other.amounts):
            raise RequestError(SharingMessages.nobody_in_common, one=first.name, other=other.name)
    recipients = dict.fromkeys(each for answer in answers for each in answer.amounts)
    return Comparison(answers=tuple(answers), recipients=tuple(recipients))


def _alike(answers: Sequence[Answer]) -> Sequence[Answer]:
    """Take all amounts for of one kind: with parts, where any of them has some."""
    every = [amount for answer in answers for amount in answer.amounts.values()]
    if not any(isinstance(amount, Fraction) for amount in every):
        return answers
    return [
        replace(
            answer,
            amounts={
                whom: amount if amount is None else Fraction(amount)
                for whom, amount in answer.amounts.items()
            },
        )
        for answer in answers
    ]


def answer_of(name: str, plan: Plan, title: str = "") -> Answer:
    """Make an answer of a plan, all of its years together."""
    return Answer(
        name=name,
        years=plan.years,
        amounts=dict(zip(plan.recipients, plan.totals, strict=True)),
        plan=plan,
        margin=plan.allocations[0].margin if len(plan.allocations) == 1 else None,
        title=title,
    )


def published_answer(grant: Grant, years: Sequence[int]) -> Answer:
    """Make an answer of what was published for some years, all of them together.

    Raises:
        RequestError: no years are given, or nothing was published for one.
    """
    if not years:
        raise RequestError(SharingMessages.published_needs_years)
    totals: dict[Recipient, Amount | None] = dict.fromkeys(grant.recipients, 0)
    for year in years:
        publication = find_publication(grant, year)
        if publication is None:
            raise RequestError(SharingMessages.nothing_published, year=year)
        for place, recipient in enumerate(grant.recipients):
            kronor, before = publication.kronor(place), totals[recipient]
            totals[recipient] = None if kronor is None or before is None else before + kronor
    return Answer(name=PUBLISHED, years=tuple(years), amounts=totals)
