"""The checks: one file each, named like the code of its findings."""

from allokera.audit.checks.administration_inferred import administration_inferred
from allokera.audit.checks.ambiguous_number import ambiguous_number
from allokera.audit.checks.ambiguous_suspects import ambiguous_suspects
from allokera.audit.checks.base_suspect import base_suspect
from allokera.audit.checks.column_sum import column_sum
from allokera.audit.checks.duplicate_row import duplicate_row
from allokera.audit.checks.empty_cell import empty_cell
from allokera.audit.checks.excess_digits import excess_digits
from allokera.audit.checks.footnote_mark import footnote_mark
from allokera.audit.checks.impossible_row import impossible_row
from allokera.audit.checks.key_departure import key_departure
from allokera.audit.checks.key_recovered import key_recovered
from allokera.audit.checks.look_alike_digit import look_alike_digit
from allokera.audit.checks.malformed_grouping import malformed_grouping
from allokera.audit.checks.mean import mean
from allokera.audit.checks.missing_row import missing_row
from allokera.audit.checks.negative_sign import negative_sign
from allokera.audit.checks.not_checked import not_checked
from allokera.audit.checks.odd_separator import odd_separator
from allokera.audit.checks.one_of_several import one_of_several
from allokera.audit.checks.order_broken import order_broken
from allokera.audit.checks.other_rule import other_rule
from allokera.audit.checks.ratio import ratio
from allokera.audit.checks.rounding_residual import rounding_residual
from allokera.audit.checks.rounding_rule import rounding_rule
from allokera.audit.checks.row_sum import row_sum
from allokera.audit.checks.shifted_block import shifted_block
from allokera.audit.checks.sum_out_of_bounds import sum_out_of_bounds
from allokera.audit.checks.swapped_rows import swapped_rows
from allokera.audit.checks.tie_rule_open import tie_rule_open
from allokera.audit.checks.total_row import total_row
from allokera.audit.checks.unit_slip import unit_slip
from allokera.audit.checks.unknown_name import unknown_name
from allokera.audit.checks.unreadable_cell import unreadable_cell
from allokera.audit.checks.variant_name import variant_name
from allokera.audit.checks.wrong_cell import wrong_cell
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Check, Ground, Need
from allokera.errors import RequestError

CHECKS: tuple[Check, ...] = (
    # what a cell says by itself
    Check("malformed-grouping", malformed_grouping, rests_on=Ground.MISPRINT),
    Check("unreadable-cell", unreadable_cell, rests_on=Ground.CELL),
    Check("empty-cell", empty_cell, rests_on=Ground.CELL),
    Check("ambiguous-number", ambiguous_number, rests_on=Ground.CELL),
    Check("look-alike-digit", look_alike_digit, rests_on=Ground.MISPRINT),
    Check("negative-sign", negative_sign, rests_on=Ground.CELL),
    Check("odd-separator", odd_separator),
    Check("footnote-mark", footnote_mark),
    # what the rows say of each other
    Check("unit-slip", unit_slip, Need.COMPARED_ROWS, rests_on=Ground.EVENT),
    Check("swapped-rows", swapped_rows, Need.COMPARED_ROWS, rests_on=Ground.EVENT),
    Check("shifted-block", shifted_block, Need.COMPARED_ROWS, rests_on=Ground.EVENT),
    Check("impossible-row", impossible_row, rests_on=Ground.ROWS),
    Check("excess-digits", excess_digits, Need.COMPARED_ROWS, rests_on=Ground.ROWS),
    Check("base-suspect", base_suspect, Need.COMPARED_ROWS, rests_on=Ground.BASE),
    Check("ambiguous-suspects", ambiguous_suspects, Need.COMPARED_ROWS, rests_on=Ground.ROWS),
    Check("rounding-rule", rounding_rule, Need.AGREEING_ROWS),
    Check("tie-rule-open", tie_rule_open, Need.AGREEING_ROWS),
    Check("not-checked", not_checked),
    # what the table says of itself
    Check("wrong-cell", wrong_cell, rests_on=Ground.ALL_LAWS),
    Check("one-of-several", one_of_several, rests_on=Ground.ALL_LAWS),
    Check("row-sum", row_sum),
    Check("column-sum", column_sum),
    Check("ratio", ratio),
    Check("mean", mean),
    Check("other-rule", other_rule),
    # who the rows are
    Check("duplicate-row", duplicate_row, rests_on=Ground.CELL),
    Check("total-row", total_row, rests_on=Ground.CELL),
    Check("missing-row", missing_row),
    Check("unknown-name", unknown_name),
    Check("variant-name", variant_name),
    Check("order-broken", order_broken),
    # what the columns sum to
    Check("sum-out-of-bounds", sum_out_of_bounds),
    Check("rounding-residual", rounding_residual),
    Check("administration-inferred", administration_inferred),
    Check("key-recovered", key_recovered),
    Check("key-departure", key_departure),
)
"""Every check, in the order that reports keep among findings of the same weight."""


def find_check(code: str) -> Check:
    """Find the check that makes findings of a code.

    Raises:
        RequestError: none does; the message lists the codes.
    """
    for check in CHECKS:
        if check.code == code.strip().casefold():
            return check
    known = tuple(check.code for check in CHECKS)
    raise RequestError(AuditMessages.no_such_code, code=code, choices=known)
