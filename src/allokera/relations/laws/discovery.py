"""All laws of a sheet: what is found in it both ways, what its headings state."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.evidence.priors import ONLY_SUM, STATISTIC
from allokera.relations.evidence.slips import with_slips
from allokera.relations.families.ratios import PRODUCT, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.about import is_about
from allokera.relations.laws.additive import Additive
from allokera.relations.laws.law import Law, Ought, judge, law_told
from allokera.relations.laws.sum_rows import sum_rows
from allokera.relations.search.constants import find_constants
from allokera.relations.search.fitted import find_fitted, is_share
from allokera.relations.search.means import find_means
from allokera.relations.search.pairs import find_balances, find_running
from allokera.relations.search.ratios import as_product, find_ratios
from allokera.relations.search.sums import find_sums
from allokera.relations.sheet.view import View

SAMPLE = 300
"""Lines in which patterns are looked for; all lines are held to what is found."""

_SPAN = re.compile(
    r"(?i)(?:total|summa|sum|samman|i alt)\D*((?:19|20)\d\d)\s*[-\u2013]\s*((?:19|20)?\d\d)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Discovery(NamedTuple):
    """What a sheet says of itself.

    Attributes:
        laws: what is beyond coincidence.
        likely: what looks so, and is no law: it accuses nobody.
    """

    laws: tuple[Law, ...]
    likely: tuple[Claim, ...]


def discover(across: View, down: View, told: Sequence[Pattern] = ()) -> Discovery:
    """Find all laws: sum rows first, for what holds of recipients need not hold of their sums.

    Args:
        across: the sheet, its rows as lines.
        down: the same sheet, its columns as lines.
        told: patterns across that somebody says hold: they are laws, whatever breaks them.
    """
    sums_down = find_sums(down)
    stated_down = [weigh(down, pattern) for pattern in _stated_rows(down, sums_down)]
    tall = sum_rows(sums_down)
    rows = {claim.target for claim in (*tall, *stated_down)}
    body = across.only(
        line
        for line, label in enumerate(across.labels)
        if line not in rows and not STATISTIC.search(label)
    )
    sums = _found(across, find_sums)
    wide = [claim for claim in sums if claim.is_law]
    wide += _found(across, lambda view: find_balances(view, wide))
    every_ratio = _found(body, find_ratios)
    ratios = [with_slips(as_product(claim)) for claim in every_ratio if claim.is_law]
    means = [*_found(across, find_means), *find_means(down)]
    others = [*means, *find_ratios(down)]
    laws: list[Law] = []
    about = _but_of(_quotients(others))
    stated, wide = _stated_first(
        [weigh(across, pattern) for pattern in _stated_spans(across)], wide
    )
    for claim in stated:
        laws += judge([claim], about, is_stated=True)
    strong = [claim for claim in others if claim.is_law and _is_kept(claim, rows)]
    for claim in (*wide, *find_running(across)):
        laws += judge([claim], about)
    for claim in strong:
        laws += judge([claim], is_about)
    for claim in ratios:
        laws += [_also_in_sums(law, across) for law in judge([claim], is_about)]
    reckoned = {law.claim.target for law in laws if law.claim.view.is_across}
    # that a total is in proportion follows from its parts
    totals = {
        law.claim.target: law.claim.parts
        for law in laws
        if law.claim.pattern.family == Sum.family and law.claim.view.is_across
    }
    for claim in find_fitted(body, reckoned, totals):
        laws += judge([claim], is_about, is_share=is_share(claim))
    given = {law.claim.target for law in laws if law.claim.view.is_across}
    for claim in find_constants(body, given):
        laws += judge([claim], is_about)
    quotients = _quotients(ratios)
    # shares add up, within rounding; quotients do not
    unrounded = quotients | {law.claim.target for law in laws if law.is_share}
    added = [
        _all(law.claim)
        for law in laws
        if isinstance(law.claim.pattern, Sum) and not (law.claim.view.lag or law.claim.is_partial)
    ]
    stated, tall = _stated_first(stated_down, tall)
    additive = Additive(claims=[*tall, *stated], quotients=quotients, added=added)
    for claim in stated:
        ought = additive.rule(is_stated=True)
        laws += judge([claim], ought, is_stated=True, unrounded=unrounded)
    if tall:
        laws += judge(tall, additive.rule(), are_one=True, unrounded=unrounded)
    given_laws = [law_told(weigh(body, pattern)) for pattern in told]
    twins = {_all(law.claim) for law in given_laws}
    laws = [
        *given_laws,
        *(law for law in laws if not law.claim.view.is_across or _all(law.claim) not in twins),
    ]
    found = (*sums, *sums_down, *every_ratio, *others)
    return Discovery(tuple(laws), tuple(_only_likely(found, laws)))


def _quotients(claims: Iterable[Claim]) -> set[int]:
    """List the positions that hold quotients, or changes: these do not add up."""
    return {
        claim.target
        for claim in claims
        if isinstance(claim.pattern, Ratio) and claim.pattern.operator != PRODUCT
    }


def _but_of(quotients: Collection[int]) -> Ought:
    """Make the rule for rows that a sum across misses: it is of none that holds quotients.

    That it looks so is enough: a row of which nothing is said is no false accusation.
    """
    return lambda claim, line: line not in quotients and is_about(claim, line)


def _also_in_sums(law: Law, across: View) -> Law:
    """Let a quotient speak of sum rows, too, where it holds there: sums of quotients may stand."""
    claim = law.claim
    held = weigh(across, claim.pattern, claim.price).held
    return replace(law, good=law.good | (held.keys() - claim.held.keys() - claim.off))


def _is_kept(claim: Claim, rows: Collection[int]) -> bool:
    """Whether a relation down a sheet is of no row that is a sum."""
    return claim.view.is_across or claim.target not in rows


def _only_likely(claims: Iterable[Claim], laws: Sequence[Law]) -> Iterator[Claim]:
    """List what looks so of positions that no law gives, or speaks of together."""
    given = {(law.claim.view.is_across, law.claim.target) for law in laws}
    known = {(law.claim.view.is_across, _all(law.claim)) for law in laws}
    for claim in claims:
        is_across = claim.view.is_across
        if claim.likely < claim.least or (is_across, claim.target) in given:
            continue
        if (is_across, _all(claim)) not in known:
            known.add((is_across, _all(claim)))
            yield claim


def _all(claim: Claim) -> frozenset[int]:
    return claim.places | {claim.target}


def _found(view: View, find: Callable[[View], list[Claim]]) -> list[Claim]:
    """Look for patterns in some lines of a long sheet, and hold all lines to what is found."""
    if len(view.values) <= 2 * SAMPLE:
        return [*map(with_slips, find(view))]
    return [weigh(view, claim.pattern, claim.price) for claim in find(view.sample(SAMPLE))]


def _stated_first(
    stated: Iterable[Claim], claims: Sequence[Claim]
) -> tuple[list[Claim], list[Claim]]:
    """Take out the claims that headings state: half of the lines are enough of these."""
    said, others = [], list(claims)
    for claim in stated:
        twin = next(
            (
                each
                for each in others
                if each.target == claim.target and each.places == claim.places
            ),
            None,
        )
        if twin is not None:
            others.remove(twin)
            said.append(twin)
        elif 2 * len(claim.off) <= len(claim.off) + len(claim.witnesses):
            said.append(claim)
    return said, others


def _stated_spans(view: View) -> Iterator[Sum]:
    """List the totals of years that headings state: `Summa 2018–2020` beside these three."""
    spans = {place: span for place, name in enumerate(view.names) if (span := _SPAN.search(name))}
    years = {
        int(said[0]): place
        for place in view.used
        if place not in spans and len(said := _YEAR.findall(view.names[place])) == 1
    }
    for target, span in spans.items():
        first = int(span[1])
        last = int(span[1][: 4 - len(span[2])] + span[2])
        parts = [years[year] for year in range(first, last + 1) if year in years]
        if len(parts) == last - first + 1 > 1:
            yield Sum(target, tuple(sorted(parts)))


def _stated_rows(view: View, known: Sequence[Claim]) -> Iterator[Sum]:
    """List the rows that are named a sum: of all that stand above, or below where none do."""
    used = view.used
    named = [place for place in used if ONLY_SUM.fullmatch(view.names[place])]
    for target in named:
        twin = next((claim.pattern for claim in known if claim.target == target), None)
        if isinstance(twin, Sum):
            yield twin
            continue
        sums = {*named, *(claim.target for claim in known)}
        rows = [place for place in used if place not in sums]
        above = tuple(place for place in rows if place < target)
        parts = above or tuple(place for place in rows if place > target)
        if len(parts) > 1:
            yield Sum(target, parts)
