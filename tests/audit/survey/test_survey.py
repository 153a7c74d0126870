"""What a survey finds in a sheet: the base, what follows it, sum rows, names; coherence."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest

from allokera.audit.survey.found import Proportion, Survey, coherence, sheet_of, survey_sheet
from allokera.model import PrintedSheet
from allokera.relations.families.sums import Sum
from audit.cases import table_of

Columns = dict[str, Sequence[object]]


def nearest(number: Fraction) -> int:
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def weights(count: int = 24, seed: str = "weights", size: int = 10_000_000) -> list[int]:
    random = Random(seed)
    return [random.randrange(size, 10 * size) for _ in range(count)]


def following(numbers: Sequence[int], factor: Fraction) -> list[int]:
    return [nearest(number * factor) for number in numbers]


def survey(columns: Columns, names: Sequence[str] = (), **told: object) -> Survey:
    table = table_of(columns, names)
    printed = sheet_of(table.recipients, table.columns)
    return survey_sheet(printed, table.recipients, **told)  # type: ignore[arg-type]


SEVENTH, TENTH, HUNDREDTH = Fraction(1, 7), Fraction(1, 10), Fraction(1, 137)


def test_the_base_is_what_most_columns_follow() -> None:
    base, stranger = weights(), weights(seed="stranger")
    found = survey(
        {
            "x": stranger,
            "one": following(base, SEVENTH),
            "base": base,
            "two": following(base, TENTH),
        }
    )
    assert found.proportion(["x", "one", "base", "two"]) is not None
    assert found.law_of("base", "one") or found.law_of("one", "two")
    assert found.law_of("x", "one") is None
    assert survey({"x": stranger, "y": base}).proportion(["x", "y"]) is None


@pytest.mark.parametrize(
    ("order", "factor", "base"),
    [
        (("one", "base"), Fraction(1, 3), "one"),
        (("base", "one"), Fraction(1, 3), "base"),
        (("one", "base"), Fraction(1, 9), "one"),
        (("one", "base"), Fraction(1, 11), "base"),
        (("base", "one"), Fraction(1, 11), "base"),
    ],
)
def test_of_two_the_first_is_the_base_unless_the_other_is_more_than_ten_times_finer(
    order: tuple[str, str], factor: Fraction, base: str
) -> None:
    fine = weights()
    columns = {"base": fine, "one": following(fine, factor)}
    found = survey({name: columns[name] for name in order}).proportion(order)
    (other,) = {*order} - {base}
    assert found == Proportion(base, (other,))


def test_what_others_give_is_neither_held_against_a_base_nor_is_it_one() -> None:
    base = weights()
    one, two = following(base, SEVENTH), weights(seed="two")
    total = [a + b for a, b in zip(one, two, strict=True)]
    found = survey({"base": base, "one": one, "two": two, "total": total})
    names = ["base", "one", "two", "total"]
    assert found.proportion(names) == Proportion("base", ("one",))
    assert {found.column_at[place] for place in found.reckoned} == {"total"}


@pytest.mark.parametrize(("decimals", "base"), [(False, "base"), (True, None)])
def test_a_column_that_is_no_amount_may_be_the_base_where_it_is_whole(
    decimals: bool, base: str | None
) -> None:
    fine = weights()
    shown = [f"{each // 10},{each % 10}" if decimals else each for each in fine]
    found = survey(
        {"base": shown, "one": following(fine, HUNDREDTH), "two": following(fine, SEVENTH / 20)}
    ).proportion(["one", "two"])
    assert (found.base if found else None) == base


def rows_of(totals: Sequence[int], columns: int = 3) -> Columns:
    """Columns of six rows, and a last one that is their sum or that and something more."""
    found: Columns = {}
    for at in range(columns):
        body = weights(6, f"column {at}", 10_000)
        found[f"c{at}"] = [*body, *(sum(body) + more for more in totals)]
    return found


def test_rows_that_are_sums_by_their_numbers_are_known() -> None:
    found = survey(rows_of([0]))
    assert found.sum_rows == {6}
    assert survey(rows_of([7_000])).sum_rows == set()
    assert survey({"c": weights(7, "none", 10_000)}).sum_rows == set()


def test_a_row_that_looks_like_the_sum_of_all_others_is_a_total() -> None:
    """One column is too little for a law, and enough to look so."""
    found = survey(rows_of([0], 1))
    assert not found.laws
    assert not found.sum_rows
    assert found.totals == {6}
    more = rows_of([0], 1)
    more["c0"] = [*more["c0"], 31_415]
    assert survey(more).totals == set()


def blocks() -> Columns:
    """Two columns of four blocks: two numbers and their sum each."""
    found: Columns = {}
    for name in ("a", "b"):
        pairs = [weights(2, f"{name} {block}", 1_000) for block in range(4)]
        found[name] = [each for one, other in pairs for each in (one, other, one + other)]
    return found


@pytest.mark.parametrize(("count", "are_sums"), [(4, True), (3, True), (2, False)])
def test_rows_that_look_like_sums_in_the_same_way_are_so_together_from_three_on(
    count: int, are_sums: bool
) -> None:
    full = survey(blocks())
    claims = [law.claim for law in full.laws]
    assert {claim.target for claim in claims} == {2, 5, 8, 11}
    found = Survey(full.sheet, full.printed, claims[:count])
    assert (found.laws, len(found.likely)) == ((), count)
    assert found.sum_rows == ({claim.target for claim in claims[:count]} if are_sums else set())


def test_a_column_that_is_a_sum_makes_no_row_one() -> None:
    one, two = weights(8, "one"), weights(8, "two")
    found = survey({"a": one, "b": two, "c": [a + b for a, b in zip(one, two, strict=True)]})
    assert [(law.claim.target, law.claim.view.is_across) for law in found.laws] == [(3, True)]
    assert not found.sum_rows | found.totals
    likely = Survey(found.sheet, found.printed, [law.claim for law in found.laws] * 3)
    assert not likely.sum_rows | likely.totals


def test_a_table_that_stands_in_no_file_has_its_names_before_its_columns() -> None:
    table = table_of({"a": [12, 15], "b": [7, "x"]}, ["Ale", "Bor"])
    assert sheet_of(table.recipients, table.columns) == PrintedSheet(
        texts=[["Ale", "12", "7"], ["Bor", "15", "x"]],
        headings=(),
        labels=(0,),
        rows=(0, 1),
        columns={"a": 1, "b": 2},
    )


def test_relations_are_numbered_and_those_set_aside_are_left_out() -> None:
    columns = rows_of([0], 3)
    columns["sum"] = [sum(row) for row in zip(*columns.values(), strict=True)]
    both = survey(columns)
    assert list(both.numbered) == [1, 2]
    assert len(both.laws) == 2
    for ignored in (1, 2):
        left = survey(columns, ignored={ignored})
        assert list(left.numbered) == [3 - ignored]
        assert [said.claim.pattern for said in left.laws] == [
            both.numbered[3 - ignored].claim.pattern  # type: ignore[union-attr]
        ]


def test_what_a_person_states_comes_first() -> None:
    found = survey(rows_of([0]), stated=[Sum(1, (2, 3))])
    assert found.laws[0].is_told
    assert found.laws[0].claim.parts == (2, 3)


def test_a_column_is_called_by_its_heading_and_a_row_by_its_recipient() -> None:
    found = survey({"first  one": [12, 15, 17], "": [21, 22, 29]}, ["Ale", " Borås  stad", ""])
    assert found.name_of(1, is_column=True) == "first one"
    assert found.name_of(0, is_column=False) == "Ale"
    assert found.name_of(1, is_column=False) == "Borås stad"
    assert found.name_of(2, is_column=False) == "#3"


def test_numbers_are_brought_back_from_the_scale_of_the_sheet() -> None:
    found = survey({"a": ["12,25", "17,50"], "b": ["7", "8"]}, decimal=",")
    assert found.sheet.decimals == 2
    assert found.exact(1_225) == Fraction(49, 4)


def test_rows_and_columns_are_known_by_where_they_stand_in_the_sheet() -> None:
    texts = [["", "heading"], ["Ale", "12"], ["note", ""], ["Bor", "15"]]
    printed = PrintedSheet(texts, (0,), (0,), (1, 3), {"a": 1})
    table = table_of({"a": [12, 15]}, ["Ale kommun", "Bor"])
    found = survey_sheet(printed, table.recipients)
    assert found.recipient_at == {1: 0, 3: 1}
    assert found.column_at == {1: "a"}
    assert list(found.sheet.labels) == ["heading", "Ale kommun", "note", "Bor"]
    assert list(found.sheet.names)[1] == "a"


def test_columns_that_fit_each_other_are_coherent() -> None:
    one, two = weights(8, "one"), weights(8, "two")
    grid = [[str(a), str(b), str(a + b)] for a, b in zip(one, two, strict=True)]
    right = coherence(grid)
    assert right > 0
    assert coherence(grid[:6]) < right
    mixed = [[a, b, c] for (a, b, _), (_, _, c) in zip(grid, [*grid[1:], grid[0]], strict=True)]
    assert coherence(mixed) == 0
    # sums down say nothing of whether columns are rightly divided
    assert coherence([list(row) for row in zip(*grid, strict=True)]) == 0
