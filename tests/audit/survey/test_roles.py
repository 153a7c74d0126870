"""What every row of a table is: a recipient, one again, a sum, or a part of another."""

from collections.abc import Collection, Sequence

import pytest

from allokera.audit.survey.names import match_rows
from allokera.audit.survey.roles import Role, identity, read_roles
from allokera.model import Recipient

KNOWN = [
    Recipient(code="0114", name="Upplands Väsby"),
    Recipient(code="0305", name="Håbo"),
    Recipient(code="0643", name="Habo"),
    Recipient(code="1440", name="Ale"),
    Recipient(code="01", name="Stockholms län"),
    Recipient(code="14", name="Västra Götalands län"),
]
R, AGAIN, TOTAL, PART = Role.RECIPIENT, Role.REPEATED, Role.TOTAL, Role.PART


def roles(names: Sequence[str], sums: Collection[int] = ()) -> list[Role]:
    recipients = [Recipient(code="", name=name) for name in names]
    return list(read_roles(recipients, match_rows(recipients, KNOWN), sums))


@pytest.mark.parametrize(
    ("names", "sums", "expected"),
    [
        (["Ale", "Håbo", "Habo"], (), [R, R, R]),
        (["Ale", "Håbo", "Ale"], (), [R, R, AGAIN]),
        (["Ale", "Ale kommun"], (), [R, AGAIN]),
        (["Somewhere", "somewhere "], (), [R, AGAIN]),
        (["Äng", "A\u0308ng", "Ang"], (), [R, AGAIN, R]),
        (["Ale", "Summa", "Totalt"], (), [R, TOTAL, TOTAL]),
        (["Ale", "Summa AB"], (), [R, R]),
        (["Ale", "Others"], (1,), [R, TOTAL]),
        (["Ale", "Ale"], (0,), [TOTAL, R]),
        (["Ale", "Håbo", "Stockholms län"], (), [R, R, TOTAL]),
        (["Ale", "Håbo", "Stockholms län", "Västra Götalands län"], (), [R, R, R, R]),
        (
            ["Ale", "Håbo", "Habo", "Stockholms län", "Västra Götalands län"],
            (),
            [R, R, R, TOTAL, TOTAL],
        ),
        (["Stockholms län"], (), [R]),
        (["Ale", "varav Somewhere"], (), [R, PART]),
        (["Ale", "varav Somewhere", "Håbo", "Ale"], (), [R, PART, R, AGAIN]),
        (["Ale", "varav Somewhere"], (1,), [R, PART]),
    ],
    ids=str,
)
def test_every_row_has_its_role(
    names: Sequence[str], sums: Collection[int], expected: list[Role]
) -> None:
    """Counties are the sums of municipalities where they are fewer than half of the rows."""
    assert roles(names, sums) == expected


def test_two_rows_that_nobody_knows_are_the_same_by_code_and_name() -> None:
    one = identity(Recipient(code="7", name="A  b"), None)
    assert one == identity(Recipient(code="7", name=" a B"), None)
    assert one != identity(Recipient(code="8", name="A b"), None)
    assert one != identity(Recipient(code="7", name="A c"), None)
    assert one != identity(Recipient(code="7", name="Ab"), None)
