"""From a grant and a scenario to problems: which money, which weights, which units."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from allokera.apportionment import LARGEST_REMAINDER, Method, find_method
from allokera.errors import RequestError, message
from allokera.kronor.amount import Amount, in_units_of
from allokera.kronor.printed import read_cells
from allokera.model import Administration, Basis, Budget, Column, Grant, Status
from allokera.sharing.allocation import Allocation, allocate
from allokera.sharing.messages import SharingMessages
from allokera.sharing.plan import Plan, allocate_years
from allokera.sharing.problem import Problem
from allokera.sharing.publication import Publication
from allokera.sharing.scenario import Scenario
from allokera.terms.bounds import Bound, Money, check_applications, set_bounds, spread
from allokera.terms.shares import ShareOrigin, Shares, own_shares
from allokera.terms.years import check_years


def share_out(grant: Grant, scenario: Scenario) -> Plan:
    """Share out what a scenario asks for: one allocation a year, or one of an amount.

    >>> from allokera import Scenario, load_grant, share_out
    >>> share_out(load_grant(), Scenario(years=(2019, 2020))).totals[0]
    85000000

    Raises:
        RequestError: the scenario does not fit the grant, or its bounds cannot be kept.
        ProblemError: the weights sum to zero, or the house is too small for the method.
    """
    problems = [_problem(grant, scenario, year) for year in scenario.years or (None,)]
    plainly = [_plainly(grant, scenario, problem) for problem in problems]
    return allocate_years(problems, plainly, carry=scenario.carry)


def compute(
    grant: Grant,
    *,
    year: int | None = None,
    total: Amount | None = None,
    unit: Amount | None = None,
    administration: Amount | None = None,
    method: Method | str = LARGEST_REMAINDER,
) -> Allocation:
    """Share out one year's pool, or any amount, by the grant's fixed shares.

    >>> from allokera import compute, load_grant
    >>> row = compute(load_grant(), year=2020).rows[17]
    >>> row.recipient.name, row.amount
    ('Malmö', 116000000)

    Args:
        year: one that the grant has a budget for; or
        total: kronor to share out.
        unit: kronor in one indivisible unit. None takes the unit that the year was published in,
            and 1 krona for a total.
        administration: kronor that are not shared out. None takes the year's own, and nothing for
            a total.

    Raises:
        RequestError: not exactly one of year and total is given, or they do not fit the grant.
        ProblemError: the weights sum to zero, or no method has that name.
    """
    if (year is None) == (total is None):
        raise RequestError(SharingMessages.year_or_total)
    asked = Scenario(
        years=() if year is None else (year,),
        envelope=total,
        unit=unit,
        administration=administration,
        method=find_method(method) if isinstance(method, str) else method,
    )
    return share_out(grant, asked).allocations[0]


def compute_years(
    grant: Grant,
    years: Iterable[int],
    *,
    unit: Amount | None = None,
    administration: Amount | None = None,
    method: Method | str = LARGEST_REMAINDER,
) -> Plan:
    """Share out several years' pools, each on its own; the arguments are those of `compute`."""
    asked = Scenario(
        years=tuple(years),
        unit=unit,
        administration=administration,
        method=find_method(method) if isinstance(method, str) else method,
    )
    return share_out(grant, asked)


def find_budget(grant: Grant, year: int) -> Budget:
    """Find a year's budget.

    Raises:
        RequestError: the grant has none for that year.
    """
    budgets = {budget.year: budget for budget in grant.budgets}
    check_years([year], list(budgets))
    return budgets[year]


def find_column(grant: Grant, year: int) -> Column | None:
    """Find the printed column with a year's amounts, or None where nothing was printed."""
    return next((column for column in grant.columns if year in column.years), None)


def find_publication(grant: Grant, year: int) -> Publication | None:
    """Find what was printed for a year, row by row of the grant, or None where nothing was."""
    column, budget = find_column(grant, year), find_budget(grant, year)
    if column is None:
        return None
    return Publication(
        readings=read_cells(column.cells),
        unit=column.unit or budget.unit,
        pool=budget.pool,
        worth=column.worth,
    )


_PARTS_OF_A_COUNT = 2
"""Decimals, where a total that is no money has any, and nobody says the unit."""


class _Money(NamedTuple):
    """What is shared out, in which units."""

    status: Status | None
    envelope: Amount
    administration: Administration
    unit: Amount


def _problem(grant: Grant, scenario: Scenario, year: int | None) -> Problem:
    shares = scenario.shares or own_shares(grant)
    is_of_grant = year is not None or shares.reading is not ShareOrigin.GIVEN
    problem = Problem(
        year=year,
        **_money(grant, scenario, year)._asdict(),
        method=scenario.method,
        currency=scenario.currency,
        shares=shares,
        lot=scenario.lot,
        publication=_publication(grant, shares, year),
        sources=(grant.files + grant.sources if is_of_grant else ()) + shares.sources,
    )
    money = Money(problem.house, problem.unit, problem.currency, year)
    minimums, maximums, applied = (
        tuple(_in_units(bound, money) for bound in bounds)
        for bounds in (scenario.minimums, scenario.maximums, scenario.applied)
    )
    check_applications(shares.recipients, minimums, applied, money)
    bounds = set_bounds(shares, minimums, maximums, money, applied if scenario.redistribute else ())
    each_applied = spread(applied, shares.recipients) if applied else ()
    return replace(
        problem,
        bounds=bounds,
        applied=tuple(each.amount if each else None for each in each_applied),
    )


def _in_units(bound: Bound, money: Money) -> Bound:
    if isinstance(bound.amount, Fraction) and isinstance(money.unit, int):
        raise RequestError(
            SharingMessages.parts_of_no_unit,
            amount=bound.amount,
            unit=money.unit,
            currency=money.currency,
        ).at(bound.place)
    return bound._replace(amount=in_units_of(money.unit, bound.amount))


def _money(grant: Grant, scenario: Scenario, year: int | None) -> _Money:
    administration = None
    if scenario.administration is not None:
        if scenario.administration < 0:
            raise RequestError(
                SharingMessages.negative_administration, amount=scenario.administration
            )
        administration = Administration(
            amount=scenario.administration,
            basis=Basis.GIVEN,
            reason=message(SharingMessages.as_requested),
        )
    status, envelope, unit = None, scenario.envelope, scenario.unit
    if year is not None:
        budget = find_budget(grant, year)
        status, administration = budget.status, administration or budget.administration
        envelope = budget.envelope if envelope is None else envelope
        unit = budget.unit if unit is None else unit
    if envelope is None:
        raise RequestError(SharingMessages.year_or_total)
    if unit is None:
        parts = scenario.currency.parts if scenario.currency else _PARTS_OF_A_COUNT
        unit = Fraction(1, 10**parts) if isinstance(envelope, Fraction) else 1
    if administration is None:
        nothing = message(SharingMessages.nothing_deducted)
        administration = Administration(amount=0, basis=Basis.GIVEN, reason=nothing)
    return _Money(
        status=status,
        envelope=in_units_of(unit, envelope),
        administration=replace(administration, amount=in_units_of(unit, administration.amount)),
        unit=unit,
    )


def _plainly(grant: Grant, scenario: Scenario, problem: Problem) -> Allocation | None:
    """Share the same money out by the grant's own shares; None where nothing else was done."""
    is_plain = problem.is_plain and not scenario.carry
    if is_plain or problem.shares.reading is ShareOrigin.GIVEN:
        return None
    shares = own_shares(grant)
    return allocate(
        replace(
            problem,
            shares=shares,
            lot=tuple(each for each in problem.lot if each in shares.recipients),
            method=LARGEST_REMAINDER,
            bounds=None,
            applied=(),
            publication=_publication(grant, shares, problem.year),
        )
    )


def _publication(grant: Grant, shares: Shares, year: int | None) -> Publication | None:
    """Find what was printed for a year, a row for each of those who share."""
    if year is None or shares.reading is ShareOrigin.GIVEN:
        return None
    publication = find_publication(grant, year)
    if publication is None:
        return None
    places = {recipient: place for place, recipient in enumerate(grant.recipients)}
    return publication.of([places.get(recipient) for recipient in shares.recipients])
