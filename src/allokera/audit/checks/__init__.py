"""The checks: one file each, named like the code of its findings."""

from allokera.audit.checks.administration_inferred import administration_inferred
from allokera.audit.checks.ambiguous_number import ambiguous_number
from allokera.audit.checks.ambiguous_suspects import ambiguous_suspects
from allokera.audit.checks.base_suspect import base_suspect
from allokera.audit.checks.duplicate_row import duplicate_row
from allokera.audit.checks.empty_cell import empty_cell
from allokera.audit.checks.excess_digits import excess_digits
from allokera.audit.checks.footnote_mark import footnote_mark
from allokera.audit.checks.impossible_row import impossible_row
from allokera.audit.checks.key_recovered import key_recovered
from allokera.audit.checks.look_alike_digit import look_alike_digit
from allokera.audit.checks.malformed_grouping import malformed_grouping
from allokera.audit.checks.missing_row import missing_row
from allokera.audit.checks.negative_sign import negative_sign
from allokera.audit.checks.not_checked import not_checked
from allokera.audit.checks.odd_separator import odd_separator
from allokera.audit.checks.order_broken import order_broken
from allokera.audit.checks.rounding_residual import rounding_residual
from allokera.audit.checks.rounding_rule import rounding_rule
from allokera.audit.checks.shifted_block import shifted_block
from allokera.audit.checks.sum_out_of_bounds import sum_out_of_bounds
from allokera.audit.checks.swapped_rows import swapped_rows
from allokera.audit.checks.tie_rule_open import tie_rule_open
from allokera.audit.checks.total_row import total_row
from allokera.audit.checks.unit_slip import unit_slip
from allokera.audit.checks.unknown_name import unknown_name
from allokera.audit.checks.unreadable_cell import unreadable_cell
from allokera.audit.checks.variant_name import variant_name
from allokera.audit.outcome import Check
from allokera.errors import RequestError
from allokera.kronor.wording import listed

CHECKS: tuple[Check, ...] = (
    # what a cell says by itself
    malformed_grouping,
    unreadable_cell,
    empty_cell,
    ambiguous_number,
    look_alike_digit,
    negative_sign,
    odd_separator,
    footnote_mark,
    # what the rows say of each other
    unit_slip,
    swapped_rows,
    shifted_block,
    impossible_row,
    excess_digits,
    base_suspect,
    ambiguous_suspects,
    rounding_rule,
    tie_rule_open,
    not_checked,
    # who the rows are
    duplicate_row,
    total_row,
    missing_row,
    unknown_name,
    variant_name,
    order_broken,
    # what the columns sum to
    sum_out_of_bounds,
    rounding_residual,
    administration_inferred,
    key_recovered,
)
"""Every check, in the order that reports keep among findings of the same weight."""


def code_of(check: Check) -> str:
    """Name the code of a check's findings."""
    return check.__name__.replace("_", "-")


def find_check(code: str) -> Check:
    """Find the check that makes findings of a code.

    Raises:
        RequestError: none does; the message lists the codes.
    """
    for check in CHECKS:
        if code_of(check) == code.strip().casefold():
            return check
    codes = listed([code_of(check) for check in CHECKS])
    raise RequestError(f"no finding has the code {code!r}: there are {codes}")
