"""The table of claims to units: those next to where the units ran out, and a recipient's own."""

from collections.abc import Iterator

from allokera.explanation import ByDivisor, ByRemainder, Explanation
from allokera.kronor.wording import telling_places
from allokera.render.language import Language
from allokera.render.page import Block, Heading, Span, TableBlock, Tone, cells, line

AROUND = 2
"""How many neighbours in the queue are shown on either side."""


def queue_blocks(say: Language, explanation: Explanation) -> Iterator[Block]:
    """Show the queue where it was cut, and around the recipient."""
    how = explanation.how
    if isinstance(how, ByRemainder):
        if how.left_over:
            yield line(say.steps.left_over(how.left_over))
            yield _queue(say, explanation, say.steps.remainder, 6)
    elif explanation.queue:
        served = explanation.last_in.rank if explanation.last_in else 0
        yield line(say.steps.served(served, squared=how.squared))
        yield _queue(say, explanation, say.steps.claim, 2)


def _queue(say: Language, explanation: Explanation, size: str, least: int) -> TableBlock:
    return TableBlock(
        headings=(
            Heading(say.steps.rank, right=True),
            Heading(say.amounts.recipient),
            Heading(say.steps.one_unit, right=True),
            Heading(size, right=True),
            Heading(say.steps.is_served),
        ),
        rows=tuple(_queue_rows(say, explanation, least)),
    )


def _queue_rows(say: Language, explanation: Explanation, least: int) -> Iterator[tuple[Span, ...]]:
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
            say.grouped(claim.rank),
            claim.recipient.name,
            say.grouped(claim.unit),
            say.decimal(claim.size, places),
            say.lists.yes if claim.won else say.lists.no,
            tone=Tone.STRONG if claim.recipient == own else Tone.PLAIN,
        )
        before = claim.rank
    last = explanation.queue[-1].rank
    if before < last or isinstance(explanation.how, ByDivisor):
        yield cells("...", "", "", "", "", tone=Tone.MUTED)
