"""What the findings of each check rest on, and so how much they may weigh."""

from allokera.audit.checks import CHECKS, find_check
from allokera.audit.outcome import OF_SHARES, Ground, Need

RESTS_ON = {
    Ground.MISPRINT: {"malformed-grouping", "look-alike-digit"},
    Ground.CELL: {
        "unreadable-cell",
        "empty-cell",
        "ambiguous-number",
        "negative-sign",
        "duplicate-row",
        "total-row",
    },
    Ground.EVENT: {"unit-slip", "swapped-rows", "shifted-block"},
    Ground.ROWS: {"impossible-row", "excess-digits", "ambiguous-suspects"},
    Ground.BASE: {"base-suspect"},
    Ground.ALL_LAWS: {"wrong-cell", "one-of-several"},
}
"""By a base that was found a check says no more than this lets it; all others say what they see."""

COMPARED = {
    "unit-slip",
    "swapped-rows",
    "shifted-block",
    "excess-digits",
    "base-suspect",
    "ambiguous-suspects",
}


def test_checks_rest_on_misprints_cells_rows_events_the_base_or_all_laws() -> None:
    rests_on = {code: each for each, codes in RESTS_ON.items() for code in codes}
    codes = [check.code for check in CHECKS]
    assert {code: find_check(code).rests_on for code in codes} == {
        code: rests_on.get(code, Ground.ALL_THERE_IS) for code in codes
    }
    assert rests_on.keys() <= {*codes}
    assert {Ground.EVENT, Ground.ROWS, Ground.BASE} == OF_SHARES


def test_what_compares_rows_needs_such_and_what_names_a_rule_rows_that_agree() -> None:
    needs = {check.code: find_check(check.code).needs for check in CHECKS}
    assert {code for code, need in needs.items() if need is Need.COMPARED_ROWS} == COMPARED
    assert {code for code, need in needs.items() if need is Need.AGREEING_ROWS} == {
        "rounding-rule",
        "tie-rule-open",
    }
