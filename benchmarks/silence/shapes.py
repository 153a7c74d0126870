"""Correct tables of many shapes, and of what has misled auditors: made by chance, by a seed."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from benchmarks.silence import kept_books
from benchmarks.silence.drawing import (
    Numbers,
    Table,
    as_table,
    as_whole,
    draw_rows,
    draw_sizes,
    draw_unit,
    printed,
    round_to,
)


def shares(random: Random) -> Table:
    """A base, and columns in proportion to it, each rounded to a unit by the usual rule."""
    base = [each * 1_000 for each in draw_sizes(random, draw_rows(random))]
    columns, headings = [as_whole(base)], ["2018"]
    for year in range(random.randint(1, 4)):
        factor, unit = Fraction(random.randint(300, 9_000), 1_000), draw_unit(random)
        columns.append(as_whole([round_to(each * factor, unit) for each in base]))
        headings.append(str(2019 + year))
    return as_table(headings, columns)


def rounded_down(random: Random) -> Table:
    """The same, rounded down."""
    base, unit = [each * 1_000 for each in draw_sizes(random, draw_rows(random))], draw_unit(random)
    factor = Fraction(random.randint(300, 9_000), 1_000)
    return as_table(
        ["2018", "2019"], [as_whole(base), as_whole([int(b * factor) // unit * unit for b in base])]
    )


def from_unrounded(random: Random) -> Table:
    """Both columns rounded from what nobody prints."""
    true = draw_sizes(random, draw_rows(random), 2_000_000, 900_000_000)
    factor = Fraction(random.randint(300, 9_000), 1_000)
    units = [random.choice([1_000, 10_000, 100_000]) for _ in range(2)]
    return as_table(
        ["2018", "2019"],
        [
            as_whole([round_to(each, units[0]) for each in true]),
            as_whole([round_to(each * factor, units[1]) for each in true]),
        ],
    )


def unrelated(random: Random) -> Table:
    """Columns that have nothing to do with each other, close in size."""
    count = draw_rows(random)
    columns = [
        as_whole([random.randint(40_000, 99_999) for _ in range(count)])
        for _ in range(random.randint(2, 8))
    ]
    return as_table([f"Mått {place}" for place in range(len(columns))], columns)


def small_numbers(random: Random) -> Table:
    """Counts of a few: sums hold by chance in many rows."""
    count, most = draw_rows(random), random.choice([3, 9, 20, 60])
    columns = [
        as_whole([random.randint(0, most) for _ in range(count)])
        for _ in range(random.randint(3, 15))
    ]
    return as_table([f"Antal {place}" for place in range(len(columns))], columns)


def parts(random: Random) -> Table:
    """Parts and their sum, exactly, with a sum row."""
    columns = _drawn_parts(random)
    columns.append([sum(row) for row in zip(*columns, strict=True)])
    for column in columns:
        column.append(sum(column))
    headings = [f"Del {place}" for place in range(1, len(columns))]
    return as_table([*headings, "Summa"], list(map(as_whole, columns)), "Summa")


def _drawn_parts(random: Random) -> list[Numbers]:
    count, unit = draw_rows(random), draw_unit(random)
    return [
        [unit * random.randint(1, 90_000) for _ in range(count)]
        for _ in range(random.randint(2, 6))
    ]


def rounded_parts(random: Random) -> Table:
    """Parts and their sum, all rounded from what nobody prints."""
    count, unit = draw_rows(random), random.choice([10, 1_000, 1_000_000])
    exact = [[random.randint(1, 90_000 * unit) for _ in range(count)] for _ in range(4)]
    exact.append([sum(row) for row in zip(*exact, strict=True)])
    for column in exact:
        column.append(sum(column))
    columns = [as_whole([round_to(each, unit) for each in column]) for column in exact]
    return as_table(["A", "B", "C", "D", "Totalt"], columns, "Totalt")


def hidden_part(random: Random) -> Table:
    """A total with a part, in every row, that is not printed."""
    count = draw_rows(random)
    one, two, rest = ([random.randint(10_000, 900_000) for _ in range(count)] for _ in range(3))
    total = [sum(row) for row in zip(one, two, rest, strict=True)]
    return as_table(["A", "B", "Totalt"], [as_whole(one), as_whole(two), as_whole(total)])


def per_head(random: Random) -> Table:
    """Inhabitants, an amount, and kronor per inhabitant."""
    count = draw_rows(random)
    inhabitants, places = draw_sizes(random, count), random.choice([0, 1, 2])
    amounts = [random.randint(50_000, 90_000_000) for _ in range(count)]
    heads = [
        printed(Fraction(amount, each), places)
        for amount, each in zip(amounts, inhabitants, strict=True)
    ]
    return as_table(
        ["Folkmängd", "Belopp", "Kr/inv"], [as_whole(inhabitants), as_whole(amounts), heads]
    )


def per_head_of_another_year(random: Random) -> Table:
    """The same, divided by the inhabitants of another year than is printed."""
    count = draw_rows(random)
    inhabitants = draw_sizes(random, count)
    amounts = [random.randint(50_000, 90_000_000) for _ in range(count)]
    heads = [
        printed(Fraction(amount, round(each * random.uniform(0.98, 1.03))), 2)
        for amount, each in zip(amounts, inhabitants, strict=True)
    ]
    return as_table(
        ["Folkmängd", "Belopp", "Kr/inv"], [as_whole(inhabitants), as_whole(amounts), heads]
    )


def components(random: Random) -> Table:
    """A fixed part, a part by inhabitants, their sum, kronor per inhabitant, a sum row."""
    inhabitants = draw_sizes(random, draw_rows(random))
    fixed, rate = random.randint(1, 9) * 100_000, Fraction(random.randint(1_000, 99_999), 1_000)
    moving = [round(each * rate) for each in inhabitants]
    total = [fixed + each for each in moving]
    heads = [printed(Fraction(a, b), 2) for a, b in zip(total, inhabitants, strict=True)]
    columns = [[fixed] * len(total), moving, total, inhabitants]
    for column in columns:
        column.append(sum(column))
    heads.append(printed(Fraction(total[-1], inhabitants[-1]), 2))
    return as_table(
        ["Grundbelopp", "Rörligt belopp", "Summa", "Folkmängd", "Kr/inv"],
        [*map(as_whole, columns), heads],
        "Summa",
    )


def tiers(random: Random) -> Table:
    """A rate by size: three tiers."""
    inhabitants = draw_sizes(random, draw_rows(random))
    rates = sorted(random.sample(range(20, 400), 3))
    amounts = [
        each * rates[(each > 15_000) + (each > 80_000)] + random.choice([0, 0, 50_000])
        for each in inhabitants
    ]
    return as_table(["Folkmängd", "Bidrag"], [as_whole(inhabitants), as_whole(amounts)])


def adjusted_rows(random: Random) -> Table:
    """Shares, of which some rows were set by hand."""
    base = [each * 1_000 for each in draw_sizes(random, draw_rows(random))]
    factor = Fraction(random.randint(300, 9_000), 1_000)
    amounts = [round_to(each * factor, 1_000) for each in base]
    for row in random.sample(range(len(base)), max(1, len(base) // 10)):
        amounts[row] = round_to(amounts[row] * Fraction(random.randint(80, 140), 100), 1_000)
    return as_table(["2018", "2019"], [as_whole(base), as_whole(amounts)])


def with_decimals(random: Random) -> Table:
    """Shares in parts of money, to the cent, to five or to ten, paid or paid back; rows by hand."""
    base = draw_sizes(random, draw_rows(random))
    sign, columns = random.choice([1, -1]), []
    for _ in range(random.randint(1, 3)):
        factor, unit = Fraction(random.randint(300, 900_000), 1_000), random.choice([1, 1, 5, 10])
        amounts = [round_to(each * factor, unit) for each in base]
        for row in random.sample(range(len(base)), random.choice([0, 0, len(base) // 10])):
            amounts[row] = round_to(amounts[row] * Fraction(random.randint(80, 140), 100), unit)
        columns.append([printed(Fraction(sign * each, 100), 2) for each in amounts])
    headings = [str(2019 + place) for place in range(len(columns))]
    return as_table(["Folkm\u00e4ngd", *headings], [as_whole(base), *columns])


def chained(random: Random) -> Table:
    """Volumes of one year after another, and the changes in per cent of what is not printed."""
    count = draw_rows(random)
    exact = [float(random.randint(500, 90_000)) for _ in range(count)]
    columns, headings = [as_whole([round(each) for each in exact])], ["2018"]
    for year in range(2019, 2019 + random.randint(1, 4)):
        change = [random.uniform(-5, 9) for _ in range(count)]
        exact = [a * (1 + b / 100) for a, b in zip(exact, change, strict=True)]
        columns += [
            as_whole([round(each) for each in exact]),
            [printed(Fraction(round(each * 10), 10), 1) for each in change],
        ]
        headings += [str(year), f"Förändring {year}, %"]
    return as_table(headings, columns)


def subtotals(random: Random) -> Table:
    """Regions above or below their municipalities, and the country."""
    unit, is_above = random.choice([1, 1_000]), random.random() < 0.5
    width, rows = random.randint(2, 5), Table()
    grand = [0] * width
    for region in range(random.randint(2, 6)):
        block = [
            [unit * random.randint(10, 9_000) for _ in range(width)]
            for _ in range(random.randint(2, 8))
        ]
        total = [sum(column) for column in zip(*block, strict=True)]
        grand = [a + b for a, b in zip(grand, total, strict=True)]
        lines = [[f"Ort {region}{place}", *as_whole(each)] for place, each in enumerate(block)]
        head = [f"Område {region}", *as_whole(total)]
        rows += [head, *lines] if is_above else [*lines, head]
    rows.append(["Hela riket", *as_whole(grand)])
    return [["Område", *(f"Mått {place}" for place in range(width))], *rows]


def changes(random: Random) -> Table:
    """Two years, the change, and the change in per cent."""
    count = draw_rows(random)
    old = [random.randint(1_000, 900_000) for _ in range(count)]
    new = [round(each * random.uniform(0.8, 1.3)) for each in old]
    per_cent = [printed(Fraction((b - a) * 100, a), 1) for a, b in zip(old, new, strict=True)]
    return as_table(
        ["2018", "2019", "Förändring", "Förändring, %"],
        [
            as_whole(old),
            as_whole(new),
            as_whole([b - a for a, b in zip(old, new, strict=True)]),
            per_cent,
        ],
    )


def per_cent_of_total(random: Random) -> Table:
    """Amounts and each one's part of the total, in per cent."""
    amounts, places = draw_sizes(random, draw_rows(random)), random.choice([1, 2])
    total = sum(amounts)
    return as_table(
        ["Belopp", "Andel, %"],
        [as_whole(amounts), [printed(Fraction(each * 100, total), places) for each in amounts]],
    )


def bounded(random: Random) -> Table:
    """By inhabitants, at least so much and at most so much."""
    inhabitants = draw_sizes(random, draw_rows(random))
    rate = Fraction(random.randint(2_000, 90_000), 1_000)
    ordered = sorted(round(each * rate) for each in inhabitants)
    floor = round_to(ordered[len(ordered) // 5], 1_000)
    cap = round_to(ordered[-1 - len(ordered) // 8], 1_000)
    amounts = [min(max(round(each * rate), floor), max(cap, floor)) for each in inhabitants]
    return as_table(["Folkmängd", "Bidrag"], [as_whole(inhabitants), as_whole(amounts)])


def below_threshold(random: Random) -> Table:
    """Shares, of which the smallest get nothing."""
    base = [each * 1_000 for each in draw_sizes(random, draw_rows(random))]
    factor = Fraction(random.randint(300, 9_000), 1_000)
    least = sorted(base)[random.randint(1, 2)]
    amounts = [0 if each < least else round_to(each * factor, 1_000) for each in base]
    return as_table(["2018", "2019"], [as_whole(base), as_whole(amounts)])


def running(random: Random) -> Table:
    """Numbers, and what they come to so far."""
    numbers = [random.randint(100, 90_000) for _ in range(draw_rows(random))]
    return as_table(
        ["Belopp", "Ackumulerat"],
        [as_whole(numbers), as_whole([sum(numbers[: at + 1]) for at in range(len(numbers))])],
    )


def means(random: Random) -> Table:
    """Years and their mean."""
    count, width = draw_rows(random), random.randint(3, 6)
    years = [[random.randint(100, 9_000) for _ in range(count)] for _ in range(width)]
    mean = [printed(Fraction(sum(row), width), 1) for row in zip(*years, strict=True)]
    headings = [str(2018 + place) for place in range(width)]
    return as_table([*headings, "Medelvärde"], [*map(as_whole, years), mean])


def balances(random: Random) -> Table:
    """Income, expense, and what is left, of either sign."""
    count = draw_rows(random)
    income, expense = ([random.randint(1_000, 90_000) for _ in range(count)] for _ in range(2))
    net = [a - b for a, b in zip(income, expense, strict=True)]
    return as_table(["Intäkter", "Kostnader", "Netto"], [*map(as_whole, (income, expense, net))])


def coarser_rows(random: Random) -> Table:
    """Shares whose largest rows are printed to a coarser unit."""
    base = [each * 1_000 for each in draw_sizes(random, draw_rows(random))]
    factor = Fraction(random.randint(300, 9_000), 1_000)
    large = sorted(base)[-max(1, len(base) // 8)]
    amounts = [round_to(each * factor, 1_000_000 if each >= large else 1_000) for each in base]
    return as_table(["2018", "2019"], [as_whole(base), as_whole(amounts)])


def one_column(random: Random) -> Table:
    """Amounts, and nothing to hold them against."""
    return as_table(["Belopp"], [as_whole(draw_sizes(random, draw_rows(random)))])


def withheld(random: Random) -> Table:
    """Parts and their sum, some of them withheld."""
    table = parts(random)
    for row in table[1:-1]:
        if random.random() < 0.2:
            row[random.randint(1, len(row) - 2)] = random.choice(["..", "x", "-", "n.a."])
    return table


def everything(random: Random) -> Table:
    """Parts, their sum, the sum a head, the part of the whole in per cent, a row of sums."""
    inhabitants = draw_sizes(random, draw_rows(random))
    unit = random.choice([1, 1, 100])
    parts = [
        [round_to(each * Fraction(random.randint(20, 900), 10), unit) for each in inhabitants]
        for _ in range(random.randint(2, 4))
    ]
    total = [sum(each) for each in zip(*parts, strict=True)]
    columns = [*parts, total, inhabitants]
    for column in columns:
        column.append(sum(column))
    heads = [printed(Fraction(a, b), 2) for a, b in zip(total, inhabitants, strict=True)]
    of_whole = [printed(Fraction(100 * each, total[-1]), 2) for each in total]
    names = ["Skola", "V\u00e5rd", "Kultur", "V\u00e4gar"][: len(parts)]
    return as_table(
        [*names, "Summa", "Folkm\u00e4ngd", "Kr/inv", "Andel, %"],
        [*map(as_whole, columns), heads, of_whole],
        "Summa",
    )


SHAPES: tuple[Callable[[Random], Table], ...] = (
    shares,
    rounded_down,
    from_unrounded,
    unrelated,
    small_numbers,
    parts,
    rounded_parts,
    hidden_part,
    per_head,
    per_head_of_another_year,
    components,
    everything,
    tiers,
    adjusted_rows,
    with_decimals,
    chained,
    subtotals,
    changes,
    per_cent_of_total,
    bounded,
    below_threshold,
    running,
    means,
    balances,
    coarser_rows,
    one_column,
    withheld,
    kept_books.paid_out,
    kept_books.equalised,
    kept_books.ages,
    kept_books.alike_years,
    kept_books.measures_in_rows,
    kept_books.of_which,
    kept_books.quarters,
    kept_books.ledger,
    kept_books.with_tax,
)
"""All of them; the name of a shape is its function's."""
