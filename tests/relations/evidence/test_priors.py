"""What headings say of numbers: words that are known, and words that only look like them."""

import re

import pytest

from allokera.relations.evidence.priors import MEAN, ONLY_SUM, QUOTIENT, STATISTIC, SUM

FOUND: dict[str, tuple[re.Pattern[str], list[str], list[str]]] = {
    "sum": (
        SUM,
        "Total|totals|Totalt|Sum|Summa|insgesamt|All pupils|Overall|ensemble|I alt|Grand|Tot|"
        "Subtotal|Net result|Balance|Samtliga|Hela riket|Sammanlagt|Total (2020)".split("|"),
        "Totally|Sumatra|Summary|Allocation|Netto|Balanced|Riksdag|Amount|Halt".split("|"),
    ),
    "only sum": (
        ONLY_SUM,
        "Total|Totals|Grand total|Overall totals|Totalt|Summa|Sum:|I alt|Insgesamt|Hela riket|"
        "Riket|Samtliga|Alla|All|Samtliga 290|All 12 rows|Alla rader|Sammanlagt| * Summa *".split(
            "|"
        ),
        "Total Image Beauty Academy|Summa 2020|Allt|All schools|Hela|Grand|Subtotal|Totaltx".split(
            "|"
        ),
    ),
    "mean": (
        MEAN,
        "Average|avg|Mean age|Medel|Medelvärde|Genomsnittlig|Durchschnittlich".split("|"),
        "Averages|Means|Meaning|Snitt|Omedelbar".split("|"),
    ),
    "quotient": (
        QUOTIENT,
        "Andel %|Kr/inv|kr / inv|GDP/cap|Per head|percent|percentage|procent|procentuell|Promille|"
        "Andel|Andelen|Kvot|Ratio|Rate|Share|Avg|Average|Mean|GPA|Pro Kopf|Förändring|Change".split(
            "|"
        ),
        "Person|Period|Rates|Shared|Changed|Ratios|Provins|kr/år|Means".split("|"),
    ),
    "statistic": (
        STATISTIC,
        "Max|Maximum|Min|Minimum|Average|Mean|Median|St dev|St deviation|st. dev|Highest|Lowest|"
        "Medel|Medeltal|Genomsnitt|Snitt|Unika brukare|Unik|Unique users|Distinct".split("|"),
        "Maxi|Mini|Medians|Minsk|Unikum|Maxwell|Averages|Snittet|Highest3".split("|"),
    ),
}
CASES = [
    (name, text, is_found)
    for name, (_, there, not_there) in FOUND.items()
    for texts, is_found in ((there, True), (not_there, False))
    for text in texts
]


@pytest.mark.parametrize(("name", "text", "is_found"), CASES)
def test_a_heading_says_what_its_words_say(name: str, text: str, is_found: bool) -> None:
    pattern = FOUND[name][0]
    match = pattern.fullmatch if name == "only sum" else pattern.search
    for written in (text, text.upper(), text.lower()):
        assert (match(written) is not None) is is_found
