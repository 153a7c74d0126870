"""What the methods claim, each claim on any problem; what they do not, each by a case."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allokera.apportionment import METHODS, Apportionment, Method, apportion, find_method
from allokera.apportionment.promises.counterexamples import COUNTEREXAMPLES, keeps, show
from allokera.apportionment.promises.properties import (
    COHERENT,
    HOUSE_MONOTONE,
    LOWER_QUOTA,
    PROPERTIES,
    UPPER_QUOTA,
    VOTE_RATIO_MONOTONE,
    Instance,
    Property,
    play,
)
from allokera.errors import ProblemError
from allokera.render.language.english.pages.methods import CHANGES, PROMISES, RULES
from oracles import signpost

SMALL = st.integers(1, 12)
ANY = st.integers(1, 10**12) | SMALL

claims = pytest.mark.parametrize(
    ("method", "promise"),
    [(method, promise) for method in METHODS for promise in PROPERTIES if keeps(method, promise)],
    ids=lambda each: each.name,
)
gaps = pytest.mark.parametrize(
    ("method", "promise"),
    [(method, promise) for method in METHODS for promise in COUNTEREXAMPLES[method]],
    ids=lambda each: each.name,
)


def draw_case(data: st.DataObject, promise: Property) -> Instance:
    """Any problem, and whatever change the promise speaks of; small numbers, so that many tie."""
    sizes = data.draw(st.sampled_from([SMALL, ANY]))
    weights = tuple(data.draw(st.lists(sizes, min_size=2, max_size=6)))
    count = len(weights)
    house = data.draw(st.integers(count, count + 12) | st.integers(count, 10**9))
    changed: tuple[int, ...] = ()
    if promise is VOTE_RATIO_MONOTONE:
        changed = tuple(data.draw(st.sampled_from([each, 2 * each]) | sizes) for each in weights)
    most = count if promise is COHERENT else 2
    rows = data.draw(
        st.lists(st.integers(0, count - 1), min_size=2, max_size=most, unique=True).map(sorted)
    )
    return Instance(weights, house, changed, tuple(rows))


@pytest.mark.slow
@claims
@settings(max_examples=250)
@given(data=st.data())
def test_what_a_method_claims_it_keeps(method: Method, promise: Property, data: Any) -> None:
    case = draw_case(data, promise)
    assert play(promise, lambda w, h: apportion(w, h, method), case).losers == ()


@gaps
def test_what_a_method_does_not_claim_a_case_shows(method: Method, promise: Property) -> None:
    """The case breaks the promise without any tie: no other order of the table would save it."""
    trial = show(method, promise)
    assert trial.losers
    for scene in (trial.before, trial.after):
        if scene is not None:
            assert apportion(scene.problem.weights, scene.problem.house, method).ties == ()


def test_the_table_is_that_of_the_books() -> None:
    """Balinski & Young 1982, appendix A: no method has both quotas and is vote-ratio monotone."""
    kept = {
        method.name: {each.name for each in PROPERTIES if keeps(method, each)} for method in METHODS
    }
    for method in METHODS:
        both = keeps(method, LOWER_QUOTA) and keeps(method, UPPER_QUOTA)
        assert not (both and keeps(method, VOTE_RATIO_MONOTONE))
        assert keeps(method, HOUSE_MONOTONE) == keeps(method, COHERENT) == bool(method.signposts)
    assert kept["jefferson"] - kept["webster"] == {"lower quota", "mergers never lose"}
    assert kept["adams"] - kept["webster"] == {"upper quota", "mergers never gain"}
    assert kept["largest-remainder"] == {"lower quota", "upper quota"}


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_signposts_stand_where_the_books_put_them(method: Method) -> None:
    if method.signposts is None:
        return
    for k in range(50):
        up, under = method.signposts.at(k)
        assert signpost(method.name, k) * under == up
        least, most = (k**2, (k + 1) ** 2) if method.signposts.squared else (k, k + 1)
        assert least * under <= up <= most * under


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
@given(
    weights=st.lists(st.integers(0, 40), min_size=1, max_size=5),
    times=st.integers(0, 60),
    over=st.integers(1, 60),
)
def test_rounds_at_its_signposts(method: Method, weights: list[int], times: int, over: int) -> None:
    """The quick way to round many is the same as looking at every signpost."""
    if method.signposts is None:
        return
    for weight, units in zip(weights, method.signposts.rounded(weights, times, over), strict=True):
        power = 2 if method.signposts.squared else 1
        for k in range(max(units, 0), units + 2):
            assert (weight * times) ** power <= signpost(method.name, k) * over**power or not weight
        for k in range(units):
            assert (weight * times) ** power >= signpost(method.name, k) * over**power
        if not weight:
            assert units <= 0


def test_no_name_is_given_twice() -> None:
    names = [name for method in METHODS for name in (method.name, *method.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("webstr", "no method but near"),
        ("modified-sainte-lague", "no method but near: .*sainte-lague-1.4"),
        ("dice", "no method"),
    ],
)
def test_a_near_miss_is_helped(name: str, hint: str) -> None:
    with pytest.raises(ProblemError, match=hint):
        find_method(name)


def test_six_states_are_shared_six_ways() -> None:
    """The example of Balinski and Young: no two of the five divisor methods agree on it."""
    people = [27_744, 25_178, 19_951, 14_610, 9_225, 3_292]
    assert {
        name: apportion(people, 36, name).units
        for name in ("adams", "dean", "hill", "webster", "jefferson", "largest-remainder")
    } == {
        "adams": (10, 9, 7, 5, 3, 2),
        "dean": (10, 9, 7, 5, 4, 1),
        "hill": (10, 9, 7, 6, 3, 1),
        "webster": (10, 9, 8, 5, 3, 1),
        "jefferson": (11, 9, 7, 5, 3, 1),
        "largest-remainder": (10, 9, 7, 5, 4, 1),
    }


def test_a_greater_first_divisor_keeps_the_small_out() -> None:
    votes = [100, 80, 30, 14]
    names = ("webster", "sainte-lague-1.2", "sainte-lague-1.4")
    assert [apportion(votes, 9, name).units for name in names] == [
        (4, 3, 1, 1),
        (4, 3, 1, 1),
        (4, 4, 1, 0),
    ]


def test_every_method_and_promise_has_words() -> None:
    assert RULES.keys() == {method.name for method in METHODS}
    assert PROMISES.keys() == {promise.name for promise in PROPERTIES}
    assert CHANGES.keys() == {promise.name for promise in PROPERTIES if promise.change}


NAMES = {
    "largest-remainder": "hamilton hare-niemeyer vinton lr",
    "webster": "sainte-lague sainte-laguë uddatalsmetoden schepers major-fractions",
    "jefferson": "dhondt d'hondt heltalsmetoden hagenbach-bischoff greatest-divisors",
    "adams": "smallest-divisors",
    "hill": "huntington-hill equal-proportions",
    "dean": "harmonic-mean",
    "sainte-lague-1.4": (
        "modified-sainte-lague-1.4 modified-sainte-laguë-1.4 modified-webster-1.4"
    ),
    "sainte-lague-1.2": (
        "modified-sainte-lague-1.2 modified-sainte-laguë-1.2 modified-webster-1.2 "
        "jämkade-uddatalsmetoden"
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_method_is_found_by_each_of_its_names(name: str) -> None:
    for each in (name, *NAMES[name].split()):
        assert find_method(each).name == name
        assert find_method(each.upper().replace("-", "_")).name == name
        assert find_method(each.replace("-", " ")).name == name


def test_a_name_that_no_method_has_is_answered_with_near_ones_or_all() -> None:
    with pytest.raises(ProblemError) as refused:
        find_method("webstar")
    assert refused.value.message.code == "no_method_but_near"
    assert dict(refused.value.message.facts) == {"name": "webstar", "near": ("webster",)}
    with pytest.raises(ProblemError) as refused:
        find_method("dice")
    assert refused.value.message.code == "no_method"
    assert dict(refused.value.message.facts) == {"name": "dice", "choices": tuple(NAMES)}


@pytest.mark.parametrize("promise", PROPERTIES, ids=lambda each: each.name)
def test_a_case_that_comes_out_even_breaks_no_promise(promise: Property) -> None:
    """Whoever has as much as before, or as its quota, has lost and gained nothing."""
    case = Instance((2, 1, 1), 4, changed=(4, 1, 1), rows=(1, 2))

    def solve(weights: Sequence[int], house: int) -> Apportionment:
        return apportion(weights, house, "webster")

    assert play(promise, solve, case).losers == ()
