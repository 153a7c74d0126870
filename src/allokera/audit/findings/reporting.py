"""The survey put into a report: each relation with its lines, each column with what covers it."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.report.relation import Coverage, Parameters, RelationReport, Side, Standing
from allokera.audit.rounding.interval import Interval
from allokera.audit.survey.found import Survey
from allokera.diagnosis.solving import freedoms, rows_looked_at
from allokera.errors import Message, message
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.priors import DIFFERENCE
from allokera.relations.families.constants import Constant
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law
from allokera.relations.search.fitted import share_of


def relation_reports(survey: Survey) -> tuple[RelationReport, ...]:
    """Report every law, and then what looks like one."""
    return tuple(_reports(survey))


def _reports(survey: Survey) -> Iterator[RelationReport]:
    for number, each in survey.numbered.items():
        if isinstance(each, Law):
            yield _of_law(survey, each, number)
        else:
            yield _report(survey, each, number, Standing.LIKELY, each.held, (), (), is_exact=False)


def _of_law(survey: Survey, law: Law, number: int) -> RelationReport:
    return _report(
        survey,
        law.claim,
        number,
        Standing.TOLD if law.is_told else Standing.STATED if law.is_stated else Standing.LAW,
        law.good,
        law.broken,
        law.slight | law.doubtful,
        is_exact=law.is_exact,
    )


def _report(
    survey: Survey,
    claim: Claim,
    number: int,
    standing: Standing,
    agreeing: Collection[int],
    broken: Collection[int],
    nearly: Collection[int],
    *,
    is_exact: bool,
) -> RelationReport:
    pattern = claim.pattern
    count = len(agreeing) + len(broken) + len(nearly)
    return RelationReport(
        number=number,
        family=pattern.operator,
        standing=standing,
        is_across=claim.view.is_across,
        target=_side(survey, claim, claim.target),
        parts=tuple(_side(survey, claim, part) for part in claim.parts),
        factor=pattern.factor if isinstance(pattern, Ratio) else 1,
        is_exact=is_exact,
        agreeing=tuple(sorted(agreeing)),
        broken=tuple(sorted(broken)),
        nearly=tuple(sorted(nearly)),
        silent=tuple(sorted(claim.silent)),
        parameters=_parameters(survey, claim, pattern) if isinstance(pattern, Fitted) else None,
        holds=message(
            AuditMessages.relation_holds,
            relation=relation_words(survey, claim),
            agreeing=len(agreeing),
            lines=count,
            is_across=claim.view.is_across,
            is_exact=is_exact,
            standing=str(standing),
        ),
    )


def _side(survey: Survey, claim: Claim, position: int) -> Side:
    view = claim.view
    place, lag = position % view.width, view.lag if position >= view.width else 0
    sign = -1 if position in claim.pattern.taken_away else 1
    return Side(place, survey.name_of(place, is_column=view.is_across), sign, lag)


def _parameters(survey: Survey, claim: Claim, pattern: Fitted) -> Parameters:
    """Give what was fitted, in printed numbers: those of the sheet are doubled, of one scale."""
    column, (weight,) = (claim.target, claim.parts) if claim.view.is_across else (None, (None,))
    sign = survey.sign_of(column) * survey.sign_of(weight)
    fixed = [Fraction(survey.exact(a, column), 2) for a, _ in pattern.corners]
    factors = [sign * factor for _, factor in pattern.corners]
    return Parameters(
        factor=Interval(min(factors), max(factors)),
        fixed=Interval(min(fixed), max(fixed)) if pattern.has_fixed else None,
        floor=None if pattern.floor is None else Fraction(survey.exact(pattern.floor, column), 2),
        cap=None if pattern.cap is None else Fraction(survey.exact(pattern.cap, column), 2),
    )


def relation_words(survey: Survey, claim: Claim) -> Message:
    """Put a relation into words: what is reckoned, from what, and how."""
    pattern, share = claim.pattern, share_of(claim)
    target, sides = _as_told(survey, claim)
    return message(
        AuditMessages.relation,
        operator=pattern.operator if share is None else "share",
        target=target.name,
        parts=tuple((side.sign, side.name) for side in sides),
        factor=pattern.factor if isinstance(pattern, Ratio) else share or 1,
        lag=claim.view.lag,
        **_middles(survey, claim, pattern),
    )


def _as_told(survey: Survey, claim: Claim) -> tuple[Side, Sequence[Side]]:
    """Say what is reckoned from what as a person would: a difference, where a heading names one."""
    target = _side(survey, claim, claim.target)
    sides = [_side(survey, claim, part) for part in claim.parts]
    is_plain = claim.pattern.family == Sum.family and not claim.view.lag and len(sides) == 2
    if is_plain and not claim.pattern.taken_away and not DIFFERENCE.search(target.name):
        for change, other in (sides, sides[::-1]):
            if DIFFERENCE.search(change.name) and not DIFFERENCE.search(other.name):
                return change, (target, other._replace(sign=-1))
    return target, sides


def _middles(survey: Survey, claim: Claim, pattern: object) -> dict[str, Fraction | None]:
    """Give the middle of what was fitted: the fixed amount, and the slope."""
    if isinstance(pattern, Constant):
        column = claim.target if claim.view.is_across else None
        return {"fixed": survey.exact(pattern.value, column), "slope": None}
    if not isinstance(pattern, Fitted):
        return {"fixed": None, "slope": None}
    fitted = _parameters(survey, claim, pattern)
    return {
        "fixed": None if fitted.fixed is None else _middle(fitted.fixed),
        "slope": _middle(fitted.factor),
    }


def _middle(interval: Interval) -> Fraction:
    return Fraction(interval.lower + interval.upper, 2)


def coverage_of(case: Case, relations: Sequence[RelationReport]) -> tuple[Coverage, ...]:
    """Say of every column of numbers of the table which laws speak of its cells."""
    survey = case.survey
    needless = {each.column for each in case.brief.asides if each.is_name}
    looked_at = rows_looked_at(survey.printed.rows, len(survey.printed.columns))
    found = []
    for name, place in survey.printed.columns.items():
        rows = {row for row in survey.printed.rows if survey.sheet.values[row][place] is not None}
        laws = [
            (relation.number, lines)
            for relation in relations
            if relation.standing is not Standing.LIKELY
            and (lines := _rows_covered(relation, place))
        ]
        found.append(
            Coverage(
                column=name,
                cells=len(rows),
                covered=len(rows.intersection(set[int]().union(*(lines for _, lines in laws)))),
                relations=tuple(number for number, _ in laws),
                freedoms=tuple(freedoms(case.network, place, looked_at)) if laws else (),
                is_base=case.base is not None and case.base.column.name == name,
                is_needless=name in needless,
            )
        )
    return tuple(found)


def _rows_covered(relation: RelationReport, column: int) -> set[int]:
    """List the rows of a column whose cells a relation speaks of."""
    lines = {*relation.agreeing, *relation.broken, *relation.nearly}
    sides = {relation.target.place, *(part.place for part in relation.parts)}
    if relation.is_across:
        return lines if column in sides else set()
    return sides if column in lines else set()
