"""Problems for properties: small, so that many tie, and many bounds hold."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from allokera import Basis, Shares
from allokera.apportionment import Method
from allokera.model import Administration, Recipient
from allokera.sharing.problem import Problem
from allokera.terms.bounds import Bounds


def problem_of(method: Method, weights: Sequence[int], house: int) -> Problem:
    return Problem(
        year=None,
        status=None,
        envelope=house,
        administration=Administration(amount=0, basis=Basis.GIVEN, reason=""),
        unit=1,
        method=method,
        shares=Shares(
            recipients=tuple(
                Recipient(code=str(row), name=f"R{row}") for row in range(len(weights))
            ),
            weights=tuple(weights),
        ),
    )


@st.composite
def problems(draw: st.DrawFn, method: Method, most: int = 30) -> Problem:
    """Small problems, with bounds now and then: many tie, many bounds hold."""
    weights = draw(st.lists(st.integers(0, 12), min_size=1, max_size=5).filter(any))
    some = [draw(st.integers(1, most // 5)) if each else 0 for each in weights]
    problem = problem_of(method, weights, sum(some))
    if not draw(st.booleans()):
        return problem
    lower = tuple(draw(st.sampled_from([0, 0, each // 2, each])) for each in some)
    upper = tuple(draw(st.sampled_from([None, None, each, each + 1])) for each in some)
    return replace(problem, bounds=Bounds(minimums=lower, maximums=upper))


@st.composite
def kronor_problems(draw: st.DrawFn, method: Method) -> Problem:
    """The same in larger units that need not divide the pool, and with applications."""
    problem = draw(problems(method, most=15))
    unit = draw(st.sampled_from([1, 1, 3, 10]))
    bounds = problem.bounds and Bounds(
        minimums=tuple(each * unit for each in problem.bounds.minimums),
        maximums=tuple(each and each * unit for each in problem.bounds.maximums),
    )
    applied = tuple(
        draw(st.sampled_from([None, None, problem.house * unit // 3, 2 * unit - 1]))
        for _ in problem.recipients
    )
    return replace(
        problem,
        unit=unit,
        envelope=problem.house * unit + draw(st.integers(0, unit - 1)),
        bounds=bounds,
        applied=applied if draw(st.booleans()) else (),
    )
