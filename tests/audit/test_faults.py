"""Faults in tables of every shape: most are found, nobody innocent is called wrong."""

import pytest
from benchmarks.faults.__main__ import seed_and_judge
from benchmarks.faults.judging import Outcome
from benchmarks.faults.sources import shapes

pytestmark = pytest.mark.slow

SEEDS = range(4)


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    """A sample; `python -m benchmarks.faults` tries as many as one likes."""
    tried = [seed_and_judge((shape, seed, 1)) for shape in shapes() for seed in SEEDS]
    return [each.outcome for each in tried if each is not None and not each.is_slight]


def test_nobody_innocent_is_called_wrong(outcomes: list[Outcome]) -> None:
    assert not any(each.innocent for each in outcomes)


def test_no_wrong_number_is_proven(outcomes: list[Outcome]) -> None:
    assert not any(each.false_value for each in outcomes)


def test_what_two_relations_cover_is_found_and_named(outcomes: list[Outcome]) -> None:
    covered = [each for each in outcomes if each.before in {"two free", "more"}]
    assert len(covered) > 10
    assert 100 * sum(each.found for each in covered) >= 75 * len(covered)
    assert 100 * sum(each.named for each in covered) >= 65 * len(covered)


def test_what_nothing_covers_is_not_found(outcomes: list[Outcome]) -> None:
    """Else something is said that cannot be known."""
    apart = [each for each in outcomes if each.before == "nothing"]
    assert len(apart) > 10
    assert 20 * sum(each.found for each in apart) <= len(apart)


def test_nobody_innocent_is_called_wrong_beside_a_block() -> None:
    """Blocks moved by a row, or in another unit, in tables of every shape."""
    tried = [seed_and_judge((shape, seed, 0)) for shape in shapes() for seed in SEEDS]
    blocks = [each.outcome for each in tried if each is not None]
    assert len(blocks) > 30
    assert not any(each.innocent or each.false_value for each in blocks)
    assert 3 * sum(each.error for each in blocks) >= len(blocks)
