"""What headings say of numbers: a prior, which makes a relation likely and never a law."""

import re

from allokera.relations.bits import BIT

NAMED = 6 * BIT
"""What a heading is worth that names the relation: as much as a relation needs to be likely."""

SUM = re.compile(
    r"(?i)\b(totals?|totalt|sum|summa|insgesamt|all|overall|ensemble|i alt|grand|tot|subtotal|net|"
    r"balance|samtliga|riket|sammanlagt)\b"
)
"""A heading with a word for a sum in it."""

ONLY_SUM = re.compile(
    r"(?i)\W*((grand |overall )?totals?|totalt|summa|sum|i alt|insgesamt|hela riket|riket|"
    r"(samtliga|alla|all)( [0-9]+)?( rows| rader)?|sammanlagt|summa totalt|sum alle|hele landet|"
    r"til ?sammen|yhteens\u00e4|gesamt|samtals)\W*"
)
"""A name that is a word for a sum: `Total Image Beauty Academy` is a school."""

MEAN = re.compile(r"(?i)\b(average|avg|mean|medel\w*|genomsnitt\w*|durchschnitt\w*)\b")

QUOTIENT = re.compile(
    r"(?i)%|/\s?(inv|cap)|\b(per|percent\w*|procent\w*|promille|andel\w*|kvot\w*|ratio|rate|share|"
    r"avg|average|mean|gpa|pro|f\u00f6r\u00e4ndring|change)\b"
)
"""A heading that says that a number is a quotient."""

DIFFERENCE = re.compile(
    r"(?i)\b(f\u00f6r\u00e4ndring\w*|\u00e4ndring\w*|\u00f6kning\w*|minskning\w*|skillnad\w*|differens\w*|"
    r"avvikelse\w*|\u00e5terst\u00e5\w*|\u00f6verskott\w*|underskott\w*|netto\w*|saldo|resultat|endring\w*|"
    r"differanse\w*|changes?|differences?|increases?|decreases?|variances?|deviations?|remaining|"
    r"surplus|deficit|net|balance|profit|differenz|ver\u00e4nderung)\b"
)
"""A heading that says that a number is what one other is more than another: told so."""

STATISTIC = re.compile(
    r"(?i)\b(max(imum)?|min(imum)?|average|mean|median|st\.?\s?dev\w*|highest|lowest|medel\w*|"
    r"genomsnitt\w*|snitt|unika?|unique|distinct)\b"
)
"""A line that describes the others and is none of them, or counts once who is in several."""
