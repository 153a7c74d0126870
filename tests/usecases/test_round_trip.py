"""The published table in every form and encoding: the findings are the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

import written
from allokera import Report, audit_file
from tables import GRANT
from written import Rows

pytestmark = pytest.mark.slow

ROWS: Rows = (
    ("Kommun", *(column.heading for column in GRANT.columns)),
    *(
        (recipient.name, *(column.cells[row] for column in GRANT.columns))
        for row, recipient in enumerate(GRANT.recipients)
    ),
)
FORMS = {**written.TEXTS, "pasted": written.pasted, "fixed width": written.fixed_width}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850", "cp437")
WITHOUT_DASHES = ("cp850", "cp437")


def findings_of(report: Report) -> list[object]:
    return [
        (each.code, each.recipient, each.column, each.place, each.expected, each.candidates)
        for each in report.findings
    ]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    path = tmp_path_factory.mktemp("plain") / "table.csv"
    path.write_text(written.separated(";")(ROWS), encoding="utf-8")
    report = audit_file(path)
    assert [(each.column, each.suggestion) for each in report.findings][:2] == [
        ("Belopp 2019", 164_000_000),
        ("Belopp 2019", 106_000_000),
    ]
    return findings_of(report)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_text_says_the_same(
    form: Callable[[Rows], str], encoding: str, expected: list[object], tmp_path: Path
) -> None:
    path = tmp_path / "table"
    text = form(ROWS)
    if encoding in WITHOUT_DASHES:
        text = text.replace("\N{EN DASH}", "-")
    path.write_bytes(text.encode(encoding))
    told = findings_of(audit_file(path))
    assert str(told).replace("\N{EN DASH}", "-") == str(expected).replace("\N{EN DASH}", "-")


def test_a_workbook_says_the_same(expected: list[object], tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(written.workbook(ROWS))
    assert findings_of(audit_file(path)) == expected
