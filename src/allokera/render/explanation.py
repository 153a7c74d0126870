"""One recipient's arithmetic, step by step."""

from collections.abc import Iterator
from typing import NamedTuple

from allokera.explanation import Claim, Explanation
from allokera.kronor.wording import decimal, grouped, percent, ratio
from allokera.problem import Problem
from allokera.render.document import administration_fields, head, recipient_fields, source_fields
from allokera.render.formats import Json, Plain, Records, records
from allokera.render.page import Block, Grid, Heading, Page, Span, Title, Tone, cells, line

AROUND = 2
"""How many neighbours in the queue are shown on either side."""


class ExplanationView(NamedTuple):
    """An explanation."""

    explanation: Explanation

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/explanation/1`."""
        return _document(self.explanation)

    def records(self) -> Records:
        """List the queue for the units left over, whole."""
        return records([_claim_fields(claim) for claim in self.explanation.queue])

    def page(self) -> Page:
        """Show the steps from the weight to the amount, and the queue where it was decided."""
        return tuple(_blocks(self.explanation))


def _document(explanation: Explanation) -> dict[str, Json]:
    problem, row = explanation.allocation.problem, explanation.row
    return head("explanation", 1) | {
        "year": problem.year,
        "recipient": recipient_fields(row.recipient),
        "envelope": problem.envelope,
        "administration": administration_fields(problem.administration),
        "pool": problem.pool,
        "unit": problem.unit,
        "house": problem.house,
        "method": problem.method.name,
        "weight": row.weight,
        "total_weight": sum(problem.weights),
        "share": ratio(row.share),
        "quota": ratio(row.quota),
        "lower_quota": explanation.lower_quota,
        "remainder": ratio(explanation.claim.remainder),
        "rank": explanation.claim.rank,
        "left_over": explanation.left_over,
        "got_one": explanation.claim.won,
        "units": row.units,
        "amount": row.amount,
        "published": row.published,
        "last_in": None if explanation.last_in is None else _claim_fields(explanation.last_in),
        "first_out": _claim_fields(explanation.first_out),
        "sources": source_fields(problem.sources),
    }


def _claim_fields(claim: Claim) -> dict[str, Plain]:
    return {
        "rank": claim.rank,
        **recipient_fields(claim.recipient),
        "remainder": ratio(claim.remainder),
        "won": claim.won,
    }


def _blocks(explanation: Explanation) -> Iterator[Block]:
    problem, recipient = explanation.allocation.problem, explanation.row.recipient
    what = problem.year or f"{grouped(problem.envelope)} kr"
    yield Title(f"{recipient.name} ({recipient.code}) \u00b7 {what} \u00b7 {problem.method.name}")
    yield Grid(
        headings=(Heading("Step"), Heading("Value", right=True), Heading("How")),
        rows=tuple(cells(*step) for step in _steps(explanation)),
        sums=(cells("Amount", f"{grouped(explanation.row.amount)} kr", _outcome(explanation)),),
    )
    if problem.administration.amount:
        yield line(
            f"Administration is {problem.administration.basis}: {problem.administration.reason}."
        )
    if explanation.left_over:
        yield line(
            f"{explanation.left_over} units were left over when every recipient had its lower "
            "quota. They go to the largest remainders:"
        )
        yield Grid(
            headings=(
                Heading("Rank", right=True),
                Heading("Recipient"),
                Heading("Remainder", right=True),
                Heading("Unit"),
            ),
            rows=tuple(_queue(explanation)),
        )


def _steps(explanation: Explanation) -> Iterator[tuple[str, str, str]]:
    problem, row = explanation.allocation.problem, explanation.row
    weight, total = grouped(row.weight), grouped(sum(problem.weights))
    yield "Weight", f"{weight} kr", "the amount in the base column"
    yield "Share", percent(row.share), f"{weight} / {total}"
    yield "Pool", f"{grouped(problem.pool)} kr", _pool(problem)
    yield (
        "House",
        f"{grouped(problem.house)} units",
        f"the pool in units of {grouped(problem.unit)} kr",
    )
    yield "Quota", f"{decimal(row.quota, 4)} units", "share \u00d7 house"
    yield (
        "Lower quota",
        f"{grouped(explanation.lower_quota)} units",
        "the quota without its fraction",
    )
    rank = f"rank {explanation.claim.rank} of {len(explanation.queue)}"
    remainder = decimal(explanation.claim.remainder, 4)
    yield "Remainder", remainder, rank if explanation.left_over else "no unit was left over"


def _pool(problem: Problem) -> str:
    if not problem.administration.amount:
        return "all of the envelope"
    return f"{grouped(problem.envelope)} - {grouped(problem.administration.amount)} administration"


def _outcome(explanation: Explanation) -> str:
    if explanation.claim.won:
        return "lower quota, and one of the units left over"
    return (
        "lower quota"
        if not explanation.left_over
        else "lower quota, and none of the units left over"
    )


def _queue(explanation: Explanation) -> Iterator[tuple[Span, ...]]:
    """Show the queue where it was decided and around the recipient, with gaps between."""
    cut, own, last = explanation.left_over, explanation.claim.rank, len(explanation.queue)
    near = {*range(cut - AROUND + 1, cut + AROUND + 1), *range(own - 1, own + 2), 1}
    shown = [rank for rank in sorted(near) if 1 <= rank <= last]
    before = 0
    for rank in shown:
        if rank > before + 1:
            yield cells("...", "", "", "", tone=Tone.MUTED)
        claim = explanation.queue[rank - 1]
        tone = Tone.STRONG if rank == own else Tone.PLAIN
        remainder, got = decimal(claim.remainder, 6), "one" if claim.won else "-"
        yield cells(str(rank), claim.recipient.name, remainder, got, tone=tone)
        before = rank
    if before < last:
        yield cells("...", "", "", "", tone=Tone.MUTED)
