"""Opening a case: a printed table read, its rows sorted out, its columns held against the base."""

from collections.abc import Sequence

from allokera.audit.case.base import base_slip, mend_base
from allokera.audit.case.case import Brief, Case, try_all
from allokera.audit.rounding.rules import RULES
from allokera.audit.shares.administration import common_amount, deduction
from allokera.audit.shares.explaining import Setting
from allokera.audit.shares.odds import odds_of
from allokera.audit.shares.sheet import Sheet, read_sheet, rescaled
from allokera.audit.shares.trial import FEWEST, SOUND, Trial, try_column
from allokera.audit.shares.units import column_slip
from allokera.audit.survey.found import Survey
from allokera.audit.survey.names import match_rows
from allokera.audit.survey.roles import Role, read_roles
from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.network import Network
from allokera.kronor.notation import Notation, notation_of
from allokera.model import Basis, Column, Recipient
from allokera.names import Match
from allokera.terms.shares import key_weights


def open_case(
    recipients: Sequence[Recipient], columns: Sequence[Column], brief: Brief, survey: Survey
) -> Case:
    """Read a table, and hold the columns in proportion against the base column.

    Where nobody says which the base is, the survey does; where it finds none, nothing is held
    against anything, and the cells are looked at each by itself.
    """
    shown = notation_of([column.cells for column in columns], brief.decimal)
    sheets = {column.name: _read(column, shown, brief) for column in columns}
    whole = tuple(name for name, sheet in sheets.items() if sheet.is_whole)
    found = survey.proportion(whole) if brief.base is None else None
    name = brief.base if found is None else found.base
    beside = {column.name: column for column in brief.beside}
    base: Sheet | None = None
    if name is not None:
        base = _read(beside[name], shown, brief) if name in beside else sheets.pop(name)
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
    roles = read_roles(recipients, matches, survey.sum_rows | totals)
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
        key=None if base is None else _try_key(known, base, counted, brief),
        deductions=(),
        administration=None,
    )
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


def _read(column: Column, shown: Notation, brief: Brief) -> Sheet:
    sheet = read_sheet(column, shown)
    stated = sheet.unit if sheet.unit_basis is Basis.STATED else None
    slip = column_slip(sheet.amounts, brief.envelopes.get(column.name), stated)
    return sheet if slip == 1 else rescaled(sheet, slip)


def _try_key(
    known: Sequence[Match | None], base: Sheet, counted: Sequence[int], brief: Brief
) -> Trial | None:
    """Hold the base column against the key: half in equal shares, half by inhabitants.

    Returns:
        None where somebody's inhabitants are not known, or the key does not give the amounts: at
        most one row in eight may depart from it.
    """
    found = [match.recipient.code for row in counted if (match := known[row]) is not None]
    inhabitants = [brief.inhabitants[code] for code in found if code in brief.inhabitants]
    if len(counted) < FEWEST or len(inhabitants) < len(counted):
        return None
    shares = key_weights(inhabitants)
    weights: list[int | None] = [None] * len(known)
    for row, share in zip(counted, shares, strict=True):
        weights[row] = share
    trial = try_column(base, Setting(weights=tuple(weights), rule=RULES[0].name))
    return trial if trial.standing in SOUND and 8 * trial.suspects <= len(counted) else None


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
