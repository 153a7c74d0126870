"""Differences are told so where a heading names one: what is more, and than what."""

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.verify import verify_table
from allokera.render.language import word
from audit.cases import table_of

BEFORE = [4_120, 910, 2_233, 7_841, 3_377, 5_062, 1_498, 6_605]
AFTER = [4_871, 1_377, 2_118, 9_020, 3_500, 4_449, 1_871, 7_112]


def told(before: str, after: str, more: str) -> str:
    """The one relation of three columns, the third what the second is more than the first."""
    columns = {
        before: BEFORE,
        after: AFTER,
        more: [two - one for one, two in zip(BEFORE, AFTER, strict=True)],
    }
    table = table_of(columns, [f"Ort {row}" for row in range(len(BEFORE))])
    report = verify_table(table.recipients, table.columns, Brief(base=None, envelopes={}))
    (relation,) = report.relations
    assert relation.target.name == after  # as it was found
    return word(relation.holds).split(":")[0]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("2018", "2019", "Förändring"), "Förändring = 2019 - 2018"),
        (("Utfall", "Budget", "Avvikelse, tkr"), "Avvikelse, tkr = Budget - Utfall"),
        (("FY2021", "FY2022", "Change"), "Change = FY2022 - FY2021"),
        (("Del 1", "Summa", "Del 2"), "Summa = Del 1 + Del 2"),
        # of two that may be differences, and of a whole that is one, nothing is turned around
        (("Ökning 2018", "2019", "Ökning 2019"), "2019 = Ökning 2018 + Ökning 2019"),
        (("Ränta", "Resultat", "Ökning"), "Resultat = Ränta + Ökning"),
    ],
)
def test_a_heading_tells_a_difference(headings: tuple[str, str, str], expected: str) -> None:
    assert told(*headings) == expected
