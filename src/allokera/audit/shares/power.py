"""The power of an audit: which cells the other rows allow one amount only.

Any other amount in such a cell would have been caught. How many there are is the assurance that a
clean audit gives.
"""

from collections.abc import Sequence

from allokera.audit.rounding.allowed import allows
from allokera.audit.rounding.fit import Entry, Fit, factor_spans, row_factor


def pinned(found: Fit, entries: Sequence[Entry]) -> tuple[int, ...]:
    """List the rows that the others allow one amount only.

    Args:
        entries: rows that all fit one factor, by the fit's rule.
    """
    covered = [span for span in factor_spans(found.rule, entries, found.slack) if span is not None]
    if len(covered) < len(entries) or len(covered) < 2:
        return ()
    order = range(len(entries))
    firsts = sorted(order, key=lambda place: covered[place][0], reverse=True)[:2]
    lasts = sorted(order, key=lambda place: covered[place][1])[:2]
    ends = {
        place: row_factor(found.rule, entries[place].weight, entries[place].units, found.slack)
        for place in {*firsts, *lasts}
    }
    rows = []
    for place, entry in enumerate(entries):
        low = ends[firsts[0] if firsts[0] != place else firsts[1]]
        high = ends[lasts[0] if lasts[0] != place else lasts[1]]
        assert low is not None, "what covers something has ends"
        assert high is not None, "what covers something has ends"
        without = found._replace(factor=(low[0], high[1]))
        # what is allowed follows each other: nothing beside the printed amount, nothing at all
        if not any(allows(without, entry.weight, entry.units + step) for step in (-1, 1)):
            rows.append(entry.row)
    return tuple(rows)
