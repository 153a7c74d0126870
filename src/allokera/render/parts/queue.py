"""The table of claims to units: those next to where the units ran out, and a recipient's own."""

from collections.abc import Iterator

from allokera.explanation import ByDivisor, ByRemainder, Explanation
from allokera.kronor.wording import decimal, grouped, telling_places
from allokera.render.page import Block, Heading, Span, TableBlock, Tone, cells, line

AROUND = 2
"""How many neighbours in the queue are shown on either side."""


def queue_blocks(explanation: Explanation) -> Iterator[Block]:
    """Show the queue where it was cut, and around the recipient."""
    how = explanation.how
    if isinstance(how, ByRemainder):
        if not how.left_over:
            return
        left = "1 unit was" if how.left_over == 1 else f"{how.left_over} units were"
        goes = "It goes" if how.left_over == 1 else "They go"
        yield line(
            f"{left} left over when every recipient had its lower quota. {goes} to the largest "
            "remainders:"
        )
        yield _queue(explanation, "Remainder", 6)
        return
    if not explanation.queue:
        return
    served = explanation.last_in.rank if explanation.last_in else 0
    are = "is" if served == 1 else "are"
    yield line(
        f"The units are claimed one after another, and {grouped(served)} {are} served. A claim is "
        f"the weight over the signpost below the unit{', squared' if how.squared else ''}:"
    )
    yield _queue(explanation, "Claim", 2)


def _queue(explanation: Explanation, size: str, least: int) -> TableBlock:
    return TableBlock(
        headings=(
            Heading("Rank", right=True),
            Heading("Recipient"),
            Heading("Unit", right=True),
            Heading(size, right=True),
            Heading("Served"),
        ),
        rows=tuple(_queue_rows(explanation, least)),
    )


def _queue_rows(explanation: Explanation, least: int) -> Iterator[tuple[Span, ...]]:
    """Show the claims around the cut and around the recipient's own, with gaps between."""
    queue, own = explanation.queue, explanation.row.recipient
    cut = sum(claim.won for claim in queue)
    near = {0, *range(cut - AROUND, cut + AROUND)}
    for place, claim in enumerate(queue):
        if claim.recipient == own:
            near |= {place - 1, place, place + 1}
    visible = [queue[place] for place in sorted(near) if 0 <= place < len(queue)]
    places = telling_places([claim.size for claim in visible], least)
    before = 0
    for claim in visible:
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
