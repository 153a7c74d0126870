"""Cases that are opened with nothing looked for in the sheet: quick, for one check at a time."""

from collections.abc import Mapping, Sequence

from allokera.audit.case.case import Brief, Case
from allokera.audit.case.opening import open_case
from allokera.audit.checks import find_check
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding
from allokera.audit.survey.found import Survey, sheet_of
from allokera.kronor.notation import UNDECIDED
from allokera.model import Column, Recipient
from allokera.relations.laws.law import Law
from allokera.relations.sheet.reading import read_sheet
from tables import Printed


def table_of(columns: Mapping[str, Sequence[object]], names: Sequence[str] = ()) -> Printed:
    """Make a table of columns of cells; rows are called A, B and so on where no names are given."""
    height = len(next(iter(columns.values())))
    called = names or [chr(ord("A") + row) for row in range(height)]
    return Printed(
        tuple(Recipient(code="", name=name) for name in called),
        tuple(
            Column(name=name, heading=name, cells=tuple(map(str, cells)))
            for name, cells in columns.items()
        ),
    )


def case_of(table: Printed, brief: Brief, laws: Sequence[Law] = ()) -> Case:
    printed = sheet_of(table.recipients, table.columns)
    survey = Survey(read_sheet(printed.texts, UNDECIDED, without=(0,)), printed, laws)
    return open_case(table.recipients, table.columns, brief, survey)


def outcomes(code: str, case: Case) -> list[Outcome]:
    return list(find_check(code).make(case))


def findings(code: str, case: Case) -> list[Finding]:
    return [each for each in outcomes(code, case) if isinstance(each, Finding)]


def rows_found(code: str, case: Case) -> list[tuple[str | None, str | None]]:
    """The recipient and the column of each finding."""
    return [
        (each.recipient.name if each.recipient else None, each.column)
        for each in findings(code, case)
    ]
