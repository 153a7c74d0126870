"""Opening a case: a printed table read, its rows sorted out, its columns held against the base."""

from collections.abc import Collection, Sequence
from functools import partial

from allokera.audit.case.base import base_slip, mend_base
from allokera.audit.case.case import Brief, Case, try_all
from allokera.audit.case.keys import Rows, hold_key, key_of_inhabitants, keys_of_columns
from allokera.audit.shares.administration import common_amount, deduction
from allokera.audit.shares.odds import odds_of
from allokera.audit.shares.sheet import Sheet, read_sheet, rescaled
from allokera.audit.shares.units import column_slip
from allokera.audit.survey.found import Survey
from allokera.audit.survey.names import match_rows
from allokera.audit.survey.roles import Role, read_roles
from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.network import Network
from allokera.kronor.notation import Notation, notation_of
from allokera.model import Basis, Column, Recipient


def open_case(
    recipients: Sequence[Recipient], columns: Sequence[Column], brief: Brief, survey: Survey
) -> Case:
    """Read a table, and hold the columns in proportion against the base column.

    Where nobody says which the base is, the survey does; where it finds none, nothing is held
    against anything, and the cells are looked at each by itself.
    """
    shown = notation_of([column.cells for column in columns], brief.decimal)
    back = {survey.column_at.get(column) for column in survey.sheet.turned}
    read = partial(_read, shown=shown, brief=brief, back=back)
    sheets = {column.name: read(column) for column in columns}
    fit = tuple(name for name, sheet in sheets.items() if sheet.holds_amounts)
    found = survey.proportion(fit) if brief.base is None else None
    name = brief.base if found is None else found.base
    beside = {column.name: column for column in brief.beside}
    base: Sheet | None = None
    if name is not None:
        base = read(beside[name]) if name in beside else sheets.pop(name)
    tried = tuple(
        sheet
        for column, sheet in sheets.items()
        if brief.base is not None or (found is not None and column in found.targets)
    )
    others = tuple(sheet for sheet in sheets.values() if sheet not in tried)
    known = match_rows(recipients, brief.known)
    matches = match_rows(recipients, brief.eligible) if brief.eligible else known
    strangers = {row for row, match in enumerate(matches) if match is None}
    # a row that nobody knows among those that all know is no recipient where it looks like a sum
    totals = survey.totals & strangers if len(strangers) < len(matches) else frozenset()
    roles = read_roles(recipients, matches, survey.sum_rows | totals, survey.part_of)
    printed = tuple(
        amount if role is Role.RECIPIENT and amount is not None and amount >= 0 else None
        for role, amount in zip(
            roles, [None] * len(roles) if base is None else base.amounts, strict=True
        )
    )
    event = base_slip(printed, [sheet.amounts for sheet in tried])
    weights = printed if event is None else event.amounts
    counted = tuple(
        row
        for row, role in enumerate(roles)
        if role is Role.RECIPIENT and not _is_taken_back(row, base, tried)
    )
    network = Network(survey.sheet, survey.laws)
    diagnoses = tuple(diagnose(network))
    case = Case(
        brief=brief,
        recipients=tuple(
            each if each.code or match is None else each._replace(code=match.recipient.code)
            for each, match in zip(recipients, known, strict=True)
        ),
        matches=matches,
        known=known,
        roles=roles,
        counted=counted,
        base=base,
        others=others,
        survey=survey,
        network=network,
        diagnoses=diagnoses,
        diagnosed={
            cell: each
            for each in sorted(diagnoses, key=lambda each: bool(each.usual))  # open ones give way
            for check in each.failing
            for cell in check.places
        },
        base_event=event,
        base_mendings={},
        weights=weights,
        trials=(),
        keys=(),
        deductions=(),
        administration=None,
    )
    case = _keys(case, tried)
    return _deduct(_with_odds(mend_base(try_all(case, tried, weights))))


def _with_odds(case: Case) -> Case:
    """Weigh the accused rows of every column."""
    return case._replace(
        odds={trial.sheet.column.name: odds_of(trial) for trial in case.trials if trial.accused}
    )


def _is_taken_back(row: int, base: Sheet | None, tried: Sequence[Sheet]) -> bool:
    """Whether all of a row's amounts are below zero: a repayment, in proportion or not."""
    amounts = [sheet.amounts[row] for sheet in (*tried, *(() if base is None else (base,)))]
    read = [amount for amount in amounts if amount is not None]
    return bool(read) and all(amount < 0 for amount in read)


def _read(column: Column, shown: Notation, brief: Brief, back: Collection[str | None]) -> Sheet:
    sheet = read_sheet(column, shown, is_back=column.name in back)
    stated = sheet.unit if sheet.unit_basis is Basis.STATED else None
    envelope = sheet.in_ones(brief.envelopes.get(column.name))
    slip = column_slip(sheet.amounts, envelope, stated)
    return sheet if slip == 1 else rescaled(sheet, slip)


def _keys(case: Case, tried: Sequence[Sheet]) -> Case:
    """Hold the base column against the key that is stated; where none is, look for one.

    Where the base follows one, other columns do because they follow the base.
    """
    brief, base = case.brief, case.base
    who = (case.known[row] for row in case.counted)
    rows = Rows(
        case.counted,
        tuple(
            case.recipients[row] if match is None else match.recipient
            for row, match in zip(case.counted, who, strict=True)
        ),
        len(case.recipients),
    )
    if brief.key is not None:
        stated = None if base is None else hold_key(brief.key, rows, base, brief.figures)
        return case._replace(keys=() if stated is None else (stated,))
    sheets = {each.column.name: each for each in (*([base] if base else []), *tried, *case.others)}
    found = tuple(keys_of_columns(case.survey, rows, sheets))
    if base is None:
        return case._replace(keys=found)
    own = key_of_inhabitants(rows, base, brief.figures, brief.decimal)
    if own is not None and own.is_followed:
        return case._replace(keys=(own,))
    return case._replace(keys=tuple(each for each in found if each.trial.sheet is base) or found)


def _deduct(case: Case) -> Case:
    """Take the pools from the envelopes, where both are known."""
    deductions = tuple(
        deduction(trial.sheet.column.name, envelope, pool)
        for trial in case.trials
        if (pool := case.pool(trial)) is not None
        and (envelope := case.brief.envelopes.get(trial.sheet.column.name))
    )
    return case._replace(
        deductions=deductions,
        administration=common_amount(deductions) if len(deductions) > 1 else None,
    )
