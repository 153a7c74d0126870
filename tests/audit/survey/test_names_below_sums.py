"""One name below several sums is no row that stands twice."""

from allokera.audit.case.case import Brief
from allokera.audit.verify import verify_table
from audit.cases import table_of

PARTS = [(2_660, 3_130), (2_360, 6_720), (6_740, 690), (6_930, 2_610), (1_730, 5_250)]
MORE = [(4_990, 4_910), (1_040, 2_590), (4_280, 8_860), (3_430, 820), (6_390, 5_630)]


def codes(names: list[str], extra: bool = False) -> list[str]:
    columns: dict[str, list[int]] = {
        heading: [number for pair in pairs for number in (sum(pair), *pair)]
        for heading, pairs in (("2022", PARTS), ("2023", MORE))
    }
    if extra:  # the first part once more, below its own sum
        names = [names[0], names[1], *names[1:]]
        for numbers in columns.values():
            numbers[0] += numbers[1]
            numbers.insert(1, numbers[1])
    table = table_of(columns, names)
    report = verify_table(table.recipients, table.columns, Brief(base=None, envelopes={}))
    assert len([each for each in report.relations if each.family == "sum"]) >= len(PARTS)
    return [each.code for each in report.findings]


def test_a_name_that_stands_once_below_each_sum_is_told_apart() -> None:
    names = [name for place in range(5) for name in (f"Gren {place}", "kommunal", "enskild")]
    assert "duplicate-row" not in codes(names)


def test_a_name_that_stands_twice_below_one_sum_is_there_twice() -> None:
    names = [name for place in range(5) for name in (f"Gren {place}", "kommunal", "enskild")]
    assert codes(names, extra=True).count("duplicate-row") == 1
