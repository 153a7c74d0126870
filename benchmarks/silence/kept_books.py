"""Correct tables as offices keep them: least and most, alike years, classes, measures in rows."""

from fractions import Fraction
from random import Random

from benchmarks.silence.drawing import (
    Table,
    as_table,
    as_whole,
    draw_rows,
    draw_sizes,
    printed,
    round_to,
)


def paid_out(random: Random) -> Table:
    """A frame by weighted heads, what was asked for, the less of both, and what is left."""
    rate, columns = random.choice([988, 1_234, 15_007]), list[list[str]]()
    for heads in draw_sizes(random, draw_rows(random, 60), 40, 3_000):
        index = random.randint(60, 160)
        weighted = max(1, round_to(Fraction(heads * index, 100), 1))
        frame = weighted * rate
        asked = random.randint(0, frame * 13 // 10)
        paid = min(frame, asked)
        factor, used = printed(Fraction(index, 100), 2), printed(Fraction(100 * paid, frame), 1)
        amounts = as_whole([weighted, frame, asked, paid, frame - paid])
        columns.append([printed(heads), factor, *amounts, used])
    return as_table(
        ["Elever", "Index", "Viktade", "Ram", "Rekvirerat", "Utbetalt", "Återstår", "Nyttjat, %"],
        list(zip(*columns, strict=True)),
    )


def equalised(random: Random) -> Table:
    """A rate by head that is paid or owed, its two sides apart, and sums above each county."""
    table = [["Kommun", "Folkmängd", "Kr/inv", "Bidrag, kr", "Avgift, kr", "Netto, kr"]]
    whole = [0] * 4
    for county in range(random.randint(2, 4)):
        body = []
        for place in range(random.randint(2, 9)):
            heads, rate = random.randint(5_000, 90_000), random.randint(-900, 2_900)
            paid, owed = max(0, heads * rate), max(0, -heads * rate)
            body.append((f"Ort {county}:{place}", rate, [heads, paid, owed, paid - owed]))
        sums = [sum(column) for column in zip(*(numbers for *_, numbers in body), strict=True)]
        whole = [one + other for one, other in zip(whole, sums, strict=True)]
        table.append([f"Område {county}", printed(sums[0]), "", *as_whole(sums[1:])])
        for name, rate, numbers in body:
            table.append([name, printed(numbers[0]), printed(rate), *as_whole(numbers[1:])])
    return [*table, ["Hela landet", printed(whole[0]), "", *as_whole(whole[1:])]]


def ages(random: Random) -> Table:
    """Classes of ages head the columns, and their shares stand beside."""
    classes = ["0-19", "20-64", "65-79", "80+"]
    rows = [[random.randint(100, 20_000) for _ in classes] for _ in range(draw_rows(random, 60))]
    columns = [as_whole(column) for column in zip(*rows, strict=True)]
    shares = [
        [printed(Fraction(100 * row[place], sum(row)), 1) for row in rows]
        for place in range(len(classes))
    ]
    return as_table(
        [*classes, "Totalt", *(f"{each}, %" for each in classes)],
        [*columns, as_whole([sum(row) for row in rows]), *shares],
    )


def alike_years(random: Random) -> Table:
    """Years that differ by a few per cent from row to row, coarsely rounded."""
    units = [random.choice([10, 100, 1_000]) for _ in range(random.randint(2, 4))]
    spread = random.choice([2, 4, 8])
    sizes = draw_sizes(random, draw_rows(random, 120), 4_000, 90_000)
    columns = [
        [
            round_to(
                Fraction(each * random.randint(1_000 - 10 * spread, 1_000 + 10 * spread), 1_000),
                unit,
            )
            for each in sizes
        ]
        for unit in units
    ]
    return as_table([str(2020 + year) for year in range(len(units))], list(map(as_whole, columns)))


def measures_in_rows(random: Random) -> Table:
    """Recipients head the columns; quotients of rows do not add up."""
    count = random.randint(3, 12)
    heads = [random.randint(5_000, 90_000) for _ in range(count)]
    amounts = [random.randint(20, 90) * each for each in heads]
    asked = [random.randint(5, 90) for _ in range(count)]
    granted = [random.randint(0, each) for each in asked]
    table = [["Mått", *(f"Ort {place}" for place in range(count)), "Summa"]]
    for name, numbers in (
        ("Folkmängd", heads),
        ("Bidrag", amounts),
        ("Ansökningar", asked),
        ("Beviljade", granted),
        ("Avslagna", [one - other for one, other in zip(asked, granted, strict=True)]),
    ):
        table.append([name, *as_whole([*numbers, sum(numbers)])])
    pairs = zip([*amounts, sum(amounts)], [*heads, sum(heads)], strict=True)
    table.insert(3, ["Bidrag per invånare", *(printed(Fraction(*pair), 2) for pair in pairs)])
    return table


def of_which(random: Random) -> Table:
    """Below every row what it is made of, by the same names each time, and a total."""
    table = [["Verksamhet", "2022", "2023"]]
    whole = [0, 0]
    for place in range(random.randint(3, 8)):
        parts = [[10 * random.randint(20, 900) for _ in range(2)] for _ in range(2)]
        sums = [sum(column) for column in zip(*parts, strict=True)]
        whole = [one + other for one, other in zip(whole, sums, strict=True)]
        table.append([f"Verksamhet {place}", *as_whole(sums)])
        table += [
            [f"  {name}", *as_whole(row)]
            for name, row in zip(("kommunal", "enskild"), parts, strict=True)
        ]
    return [*table, ["Totalt", *as_whole(whole)]]


def quarters(random: Random) -> Table:
    """Quarters with half years between them, the year, and the mean of a quarter."""
    rows = [[random.randint(100, 9_000) for _ in range(4)] for _ in range(draw_rows(random, 60))]
    columns = [
        as_whole([each[0] for each in rows]),
        as_whole([each[1] for each in rows]),
        as_whole([each[0] + each[1] for each in rows]),
        as_whole([each[2] for each in rows]),
        as_whole([each[3] for each in rows]),
        as_whole([each[2] + each[3] for each in rows]),
        as_whole([sum(each) for each in rows]),
        [printed(Fraction(sum(each), 4), 2) for each in rows],
    ]
    return as_table(
        ["Kv 1", "Kv 2", "Halvår 1", "Kv 3", "Kv 4", "Halvår 2", "Helår", "Medel"], columns
    )


def ledger(random: Random) -> Table:
    """What was there, came, went, and is there; each row begins with what the last one left."""
    opening, rows = 50_000, []
    for _ in range(draw_rows(random, 60)):
        came, went = random.randint(100, 9_000), random.randint(100, 9_000)
        rows.append([opening, came, went, opening + came - went])
        opening += came - went
    columns = [as_whole(column) for column in zip(*rows, strict=True)]
    return as_table(["Ingående", "In", "Ut", "Utgående"], columns)


def with_tax(random: Random) -> Table:
    """A price by a number, a quarter of it as tax, and both: three columns in proportion."""
    columns = []
    for _ in range(draw_rows(random, 60)):
        price, number = random.randint(100, 99_999), random.randint(1, 90)
        amount = price * number
        tax = (25 * amount + 50) // 100
        cents = [printed(Fraction(each, 100), 2) for each in (price, amount, tax, amount + tax)]
        columns.append([cents[0], str(number), *cents[1:]])
    return as_table(
        ["Pris", "Antal", "Belopp", "Moms 25 %", "Att betala"], list(zip(*columns, strict=True))
    )
