"""What the findings of each check mean, in English, by their codes."""

MEANINGS: dict[str, tuple[str, ...]] = {
    "administration-inferred": (
        "the deduction from the envelopes that the rows allow",
        "Say what the envelopes hold besides what is shared out, where the rows tell.",
        (
            "Two hypotheses are tried over all columns: the same amount everywhere, and the same "
            "share of the envelope everywhere. Such a deduction is no error by itself."
        ),
    ),
    "ambiguous-number": (
        "a cell that could say two amounts",
        "Find cells whose `.` or `,` may group digits, or start a decimal part.",
        (
            "`1.350` is one thousand three hundred and fifty to some, and one and a bit to "
            "others. Where no other cell of the table shows which is meant, nothing is guessed: "
            "the other rows decide, or nobody does."
        ),
    ),
    "ambiguous-suspects": (
        "rows that contradict each other, and do not say which are wrong",
        "Find columns whose rows cannot all be right, where it is not clear which are wrong.",
        (
            "Nobody is named when fewer than four rows agree, when those that agree are no "
            "majority, or when another explanation covers nearly as many rows. Two rows prove "
            "that something is wrong."
        ),
    ),
    "base-suspect": (
        "a base amount that is wrong",
        "Find base amounts that are wrong: the weights that all other columns were computed from.",
        (
            "Such a row contradicts the others in every column, and another base amount, one "
            "slip away from the printed one, makes it right in all of them. The other columns' "
            "cells are then held innocent."
        ),
    ),
    "column-sum": (
        "a sum of rows that a column breaks",
        "Find columns whose printed sum is not that of their rows.",
        (
            "Which rows are the sums of which is found in the numbers, for all columns together, "
            "and a name such as `Summa` bears it out. Where one column does not add up, a part may "
            "be left out, or one of its numbers may be wrong: no cell is accused."
        ),
    ),
    "duplicate-row": (
        "somebody who has two rows",
        "Find recipients that stand in the table twice.",
        (
            "The shares cannot show it: a row that is printed twice agrees with itself. Sums and "
            "shares are reckoned without the later one."
        ),
    ),
    "empty-cell": (
        "a cell without an amount, in a row that is due one",
        "Find cells that are empty or say that there is no amount, where the shares give one.",
        "A dash may stand for an amount that is rounded to nothing; then nothing is found.",
    ),
    "excess-digits": (
        "an amount that is no multiple of its column's unit",
        "Find amounts with digits where the rest of the column is rounded off.",
        "The base column is not checked for it: weights need no unit.",
    ),
    "footnote-mark": (
        "a mark behind an amount that is not part of it",
        "Find footnote marks behind amounts: `*`, superscript digits, a dagger, `1)`.",
        "The amount is read without the mark.",
    ),
    "impossible-row": (
        "an amount that contradicts the other rows",
        "Find amounts that no pool explains together with the other rows.",
        (
            "Every printed amount, undone by the rounding, allows the pool an interval. Most "
            "rows share a point; a row whose interval lies elsewhere is wrong, and two rows "
            "prove it. Rows are held against each other only: no list of right answers is needed."
        ),
    ),
    "key-departure": (
        "base amounts that are not what the grant's own key gives",
        "Find base amounts that depart from the key, where it is more than an inference.",
        "The grant's file states the key, and how it is known. An inferred key accuses nobody.",
    ),
    "key-recovered": (
        "the key that amounts follow",
        "Say which key gives amounts: one that is stated, or one that they are found to follow.",
        "Where no grant states a key, one of equal shares and one column is looked for: a column "
        "of the table, or the inhabitants of SCB. That is an inference, however many rows it "
        "gives: no source says it. It is used for one thing only, to choose between base amounts "
        "that the other columns allow alike.",
    ),
    "look-alike-digit": (
        "a letter where a digit was meant",
        (
            "Find letters that stand where a digit was meant: O for 0, l, I or | for 1, S for 5, "
            "B for 8."
        ),
        (
            "The cell is read as if the digit stood there, and the other rows are asked whether "
            "that is right."
        ),
    ),
    "malformed-grouping": (
        "digits in groups that are not of three",
        "Find digits in groups that are not of three.",
        (
            "`164 000 00` can be read in two ways: regrouped it is 16 400 000; mended, with the "
            "digit put back that was lost, it is 164 000 000. The cell alone cannot tell them "
            "apart, and a strict parser takes the first, wrong by a factor of ten. The other "
            "rows decide."
        ),
    ),
    "mean": (
        "a mean that a row breaks",
        "Find rows whose printed mean is not that of their numbers.",
        (
            "The mean may be of all columns, or of those that are printed. What the others allow "
            "is reckoned with their rounding; no cell is accused."
        ),
    ),
    "missing-row": (
        "somebody on the list who has no row",
        "Find names on the list of those who may be in the table that have no row.",
        "The shares cannot show it: the rows that are there agree with each other all the same.",
    ),
    "negative-sign": (
        "an amount below zero",
        (
            "Find amounts that are printed as negative: with a minus before or behind, or in "
            "parentheses."
        ),
        (
            "A grant is no debt; but a table may show cuts, and then its shares can be checked "
            "all the same."
        ),
    ),
    "not-checked": (
        "a column that the rows cannot be checked in",
        "Say which columns have too few rows to tell a wrong one.",
        (
            "One row agrees with itself, and of two that contradict each other either may be "
            "wrong: four must agree before another is called wrong."
        ),
    ),
    "odd-separator": (
        "digits grouped otherwise than in the rest of the table",
        "Find amounts whose digits are grouped by another mark than in the rest of the table.",
        (
            "Odd, not wrong: the amount is read as it stands. But a spreadsheet may take such a "
            "cell for text, and a search for the amount misses it."
        ),
    ),
    "one-of-several": (
        "cells of which one is wrong, while nothing says which",
        "Find cells of which one, at least, must be wrong to explain what fails.",
        (
            "The odds are those of wrong-cell, for all of them together; which one it is, no other "
            "relation tells."
        ),
    ),
    "order-broken": (
        "a row that stands where the table's order does not put it",
        "Find rows out of order, in a table that is otherwise ordered by code or by name.",
        "A row that stands elsewhere than its neighbours' order says may have got another's name.",
    ),
    "other-rule": (
        "rows that follow another rule than most",
        "Find rows that do not follow the factor, fixed amount or bound that most rows follow.",
        (
            "What was fitted to the rows is printed nowhere, and a row may well be exempt from "
            "it. It is a note, and accuses nobody."
        ),
    ),
    "ratio": (
        "a quotient, a change or a product that a row breaks",
        "Find rows whose printed quotient is not that of their numbers.",
        (
            "Per head, per cent, change: found in the numbers, with their rounding. Where a row "
            "does not fit, one of three numbers may be wrong, or another rule holds."
        ),
    ),
    "rounding-residual": (
        "what the rows, each rounded on its own, miss of their pool",
        "Say by how much a column's sum misses its pool because every row is rounded on its own.",
        (
            "The pool is the one that the simplest deduction from the envelopes leaves, where "
            "one deduction fits all columns. Of n rows in units of u, the residual has a "
            "standard deviation of u * sqrt(n/12)."
        ),
    ),
    "rounding-rule": (
        "a column that is rounded otherwise than to the nearest, row by row",
        "Say by which rule a column is rounded, where it is not to the nearest with ties up.",
        (
            "A table that was rounded down is not a table with wrong rows: the rule that "
            "explains most rows is found before any row is accused. Rows may also have been "
            "rounded together, so that they sum to a house; then single rows are not what they "
            "would be alone, and those are named."
        ),
    ),
    "row-sum": (
        "a sum of columns that a row breaks",
        "Find rows whose printed sum is not that of their parts.",
        (
            "The relation holds in so many rows that it is one in a million by accident. A row "
            "that it does not hold in has a part that is not printed, or one number is wrong: no "
            "cell is accused."
        ),
    ),
    "shifted-block": (
        "amounts that stand a row too high or too low",
        "Find neighbouring rows that each have the amount of the row above, or below.",
        (
            "A list that was pasted one cell off, or from which a line fell out: every amount is "
            "right, and none stands where it belongs."
        ),
    ),
    "sum-out-of-bounds": (
        "a column that sums to more than its envelope, or not to its own sum",
        "Find columns that sum to more than was announced, or to another sum than is printed.",
        (
            "Rows that are rounded one by one may miss their sum by half a unit each, or by a "
            "unit each where they are not rounded to the nearest. A sum below the envelope is no "
            "error: what is missing may be kept for administration."
        ),
    ),
    "swapped-rows": (
        "two rows that have each other's amounts",
        (
            "Find pairs of amounts that were exchanged: each is wrong where it stands, and right "
            "there."
        ),
        (
            "Where the same two rows are exchanged in every column, it is their base amounts "
            "that were."
        ),
    ),
    "tie-rule-open": (
        "exact ties that are rounded both up and down",
        "Find columns that are rounded to the nearest, with exact ties now up and now down.",
        (
            "No one tie rule (up, down, to even) explains all rows, and yet every row is a "
            "nearest one."
        ),
    ),
    "total-row": (
        "a row that is the sum of the others",
        "Find rows that are sums: by their name, or because all other rows come to them.",
        "Taken for a recipient, such a row agrees with all others, and doubles the pool.",
    ),
    "unit-slip": (
        "amounts printed in thousands or in millions, or with as many zeros too many",
        "Find rows, or a whole column, in another unit than the rest.",
        (
            "Rows show it by themselves: their amounts lie a thousand times from what the others "
            "allow, and fit exactly once the zeros are put back. A whole column agrees with "
            "itself in any unit; only the envelope shows that it is printed in thousands, and "
            "nothing on the page says so."
        ),
    ),
    "unknown-name": (
        "a row for somebody who is not on the list",
        "Find rows whose name, however it is folded, is not on the list of recipients.",
    ),
    "unreadable-cell": (
        "a cell that should hold an amount, and holds none",
        "Find cells in which no whole amount can be read.",
        "A cell that is empty, or says that there is no amount (`-`, `..`), is not one of them.",
    ),
    "variant-name": (
        "a name written otherwise than on the list",
        "Find names that are on the list in another spelling.",
        (
            "Case, diacritics, composed or decomposed letters, `kommun` and `stad` may differ, "
            "where what is left can mean one recipient only: Habo and Håbo are never taken for "
            "each other."
        ),
    ),
    "wrong-cell": (
        "a cell that is wrong by all relations that speak of it",
        "Find cells whose being wrong explains what fails, where nothing else is as likely.",
        (
            "Relations that fail and share cells are explained together: by wrong cells, by "
            "something that is not printed, by rows that follow another rule, by two cells that "
            "stand exchanged, by a block that stands a row off or is in another unit. A cell may "
            "be wrong only if one number satisfies every relation that speaks of it. The fewest "
            "such causes are weighed by how often they happen: a cell is an error where all others "
            "are a thousand times less likely, also if mistakes are rare; a warning at ten to one."
        ),
    ),
}
"""A title, then what is looked for, then what that means."""
