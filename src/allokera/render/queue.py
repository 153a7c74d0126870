"""The queue for units, where it was cut and around a recipient."""

from collections.abc import Iterator

from allokera.explanation import ByDivisor, ByRemainder, Explanation
from allokera.kronor.wording import decimal, grouped
from allokera.render.page import Block, Grid, Heading, Span, Tone, cells, line

AROUND = 2
"""How many neighbours in the queue are shown on either side."""


def queue_blocks(explanation: Explanation) -> Iterator[Block]:
    """Show the queue where it was cut, and around the recipient."""
    how = explanation.how
    if isinstance(how, ByRemainder):
        if not how.left_over:
            return
        yield line(
            f"{how.left_over} units were left over when every recipient had its lower quota. They "
            "go to the largest remainders:"
        )
        yield _queue(explanation, "Remainder", 6)
        return
    if not explanation.queue:
        return
    served = explanation.last_in.rank if explanation.last_in else 0
    yield line(
        f"The units are claimed one after another, and {grouped(served)} are served. A claim is "
        f"the weight over the signpost below the unit{', squared' if how.squared else ''}:"
    )
    yield _queue(explanation, "Claim", 2)


def _queue(explanation: Explanation, size: str, places: int) -> Grid:
    return Grid(
        headings=(
            Heading("Rank", right=True),
            Heading("Recipient"),
            Heading("Unit", right=True),
            Heading(size, right=True),
            Heading("Served"),
        ),
        rows=tuple(_queue_rows(explanation, places)),
    )


def _queue_rows(explanation: Explanation, places: int) -> Iterator[tuple[Span, ...]]:
    """Show the claims around the cut and around the recipient's own, with gaps between."""
    queue, own = explanation.queue, explanation.row.recipient
    cut = sum(claim.won for claim in queue)
    near = {0, *range(cut - AROUND, cut + AROUND)}
    for place, claim in enumerate(queue):
        if claim.recipient == own:
            near |= {place - 1, place, place + 1}
    before = 0
    for place in sorted(near):
        if not 0 <= place < len(queue):
            continue
        claim = queue[place]
        if claim.rank > before + 1:
            yield cells("...", "", "", "", "", tone=Tone.MUTED)
        yield cells(
            grouped(claim.rank),
            claim.recipient.name,
            grouped(claim.unit),
            decimal(claim.size, places),
            "yes" if claim.won else "no",
            tone=Tone.STRONG if claim.recipient == own else Tone.PLAIN,
        )
        before = claim.rank
    last = explanation.queue[-1].rank
    if before < last or isinstance(explanation.how, ByDivisor):
        yield cells("...", "", "", "", "", tone=Tone.MUTED)
