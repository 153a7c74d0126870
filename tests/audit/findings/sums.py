"""A small table that adds up across and down, but for what a test changes."""

from dataclasses import replace

from allokera.audit.case.case import Brief, Case
from allokera.audit.messages import AuditMessages
from allokera.audit.survey.found import Survey, sheet_of
from allokera.errors import Message, message
from allokera.kronor.notation import UNDECIDED
from allokera.model import Recipient
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import case_of, table_of

COLUMNS = {
    "A": [310, 833, 515, 77, 1_204, 622],
    "B": [220, 744, 1_906, 41, 350, 47],
    "S": [530, 1_577, 2_421, 118, 1_554, 669],
}
ONE, TWO, TOTAL = (2, 1), (2, 2), (2, 3)
"""The cells of the third row."""


def opened(*changes: tuple[int, str, object], is_told: bool = False) -> Case:
    """Six rows whose last column is the sum of two, and a last row with all sums; some changed."""
    columns: dict[str, list[object]] = {
        name: [*cells, sum(cells)] for name, cells in COLUMNS.items()
    }
    for row, name, cell in changes:
        columns[name][row] = cell
    table = table_of(columns)
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,), names=["", *columns])
    sheet = sheet._replace(labels=[each.name for each in table.recipients])
    across, down = sheet.views()
    laws = [
        replace(law_told(weigh(view, pattern, 0)), is_told=is_told, is_stated=False)
        for view, pattern in (
            (across, Sum(3, (1, 2))),
            (down, Sum(6, tuple(range(6)))),
        )
    ]
    case = case_of(table, Brief(base=None, envelopes={}), laws)
    return case._replace(survey=Survey(sheet, printed, laws))


def relation(operator: str, target: str, *parts: str) -> Message:
    return message(
        AuditMessages.relation,
        operator=operator,
        target=target,
        parts=tuple((1, part) for part in parts),
        factor=1,
        lag=0,
        fixed=None,
        slope=None,
    )


ACROSS, DOWN = relation("sum", "S", "A", "B"), relation("sum", "G", *"ABCDEF")


def who(row: int) -> Recipient:
    return Recipient(code="", name="ABCDEFG"[row])
