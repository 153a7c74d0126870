"""Correct tables of every shape: nobody is accused, and nothing is warned of."""

from random import Random

import pytest
from benchmarks.silence.__main__ import weighty
from benchmarks.silence.shapes import SHAPES

pytestmark = pytest.mark.slow

NAMES = [shape.__name__ for shape in SHAPES]


@pytest.mark.parametrize("name", NAMES)
def test_correct_tables_are_left_alone(name: str) -> None:
    """A sample; `python -m benchmarks.silence` tries as many as one likes."""
    for seed in range(2):
        assert weighty(name, seed) == [], f"{name} {seed}"


def test_shapes_are_tables_of_one_width() -> None:
    for shape in SHAPES:
        table = shape(Random(1))
        assert len(table) > 2
        assert {len(row) for row in table} == {len(table[0])}
