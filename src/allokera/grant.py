"""From a grant and a request to a problem: which money, which weights, which units."""

from collections.abc import Iterable

from allokera.allocation import Allocation, Plan, Problem, allocate
from allokera.apportionment import LARGEST_REMAINDER, Method, find_method
from allokera.errors import RequestError
from allokera.kronor.printed import read_cells
from allokera.model import Administration, Basis, Budget, Column, Grant
from allokera.publication import Publication
from allokera.years import spell_years


def compute(
    grant: Grant,
    *,
    year: int | None = None,
    total: int | None = None,
    unit: int | None = None,
    administration: int | None = None,
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
    if isinstance(method, str):
        method = find_method(method)
    given = None if administration is None else _given(administration)
    if year is not None and total is None:
        return allocate(_year_problem(grant, year, unit, given, method))
    if total is not None and year is None:
        return allocate(_total_problem(grant, total, unit, given, method))
    raise RequestError("give a year or a total, one of them")


def compute_years(
    grant: Grant,
    years: Iterable[int],
    *,
    unit: int | None = None,
    administration: int | None = None,
    method: Method | str = LARGEST_REMAINDER,
) -> Plan:
    """Share out several years' pools, each on its own; the arguments are those of `compute`."""
    return Plan(
        allocations=tuple(
            compute(grant, year=year, unit=unit, administration=administration, method=method)
            for year in years
        )
    )


def find_budget(grant: Grant, year: int) -> Budget:
    """Find a year's budget.

    Raises:
        RequestError: the grant has none for that year.
    """
    for budget in grant.budgets:
        if budget.year == year:
            return budget
    known = spell_years([budget.year for budget in grant.budgets])
    raise RequestError(f"there is no budget for {year}: known are {known}")


def find_column(grant: Grant, year: int) -> Column | None:
    """Find the printed column with a year's amounts, or None where nothing was printed."""
    return next((column for column in grant.columns if year in column.years), None)


def read_weights(grant: Grant) -> tuple[int, ...]:
    """Read the weights off the base column: kronor, one number a recipient.

    Raises:
        RequestError: a printed weight is no one number of whole kronor, or is negative.
    """
    base = next(column for column in grant.columns if column.name == grant.base)
    weights = []
    for recipient, reading in zip(grant.recipients, read_cells(base.cells), strict=True):
        weight = reading.kronor()
        if weight is None or weight < 0:
            raise RequestError(
                f"{recipient.name}: the weight {reading.text!r} in column {base.name} is no "
                "amount; `allokera verify` says what it may be"
            )
        weights.append(weight)
    return tuple(weights)


def _year_problem(
    grant: Grant, year: int, unit: int | None, given: Administration | None, method: Method
) -> Problem:
    budget, column = find_budget(grant, year), find_column(grant, year)
    return Problem(
        year=year,
        status=budget.status,
        envelope=budget.envelope,
        administration=given or budget.administration,
        unit=budget.unit if unit is None else unit,
        method=method,
        recipients=grant.recipients,
        weights=read_weights(grant),
        publication=None if column is None else _publication(column, budget),
        sources=grant.files + grant.sources,
    )


def _total_problem(
    grant: Grant, total: int, unit: int | None, given: Administration | None, method: Method
) -> Problem:
    if total < 0:
        raise RequestError(f"the total is {total} kr: it must be zero or more")
    nothing = Administration(amount=0, basis=Basis.GIVEN, reason="nothing is deducted from a total")
    return Problem(
        year=None,
        status=None,
        envelope=total,
        administration=given or nothing,
        unit=1 if unit is None else unit,
        method=method,
        recipients=grant.recipients,
        weights=read_weights(grant),
        sources=grant.files + grant.sources,
    )


def _publication(column: Column, budget: Budget) -> Publication:
    return Publication(
        readings=read_cells(column.cells),
        unit=column.unit or budget.unit,
        pool=budget.pool,
    )


def _given(amount: int) -> Administration:
    if amount < 0:
        raise RequestError(f"administration of {amount} kr: it must be zero or more")
    return Administration(amount=amount, basis=Basis.GIVEN, reason="as requested")
