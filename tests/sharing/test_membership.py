"""Who may be added to a grant: a municipality, or with an amount anybody, and no slip of a name."""

import json
from pathlib import Path

from allokera.names import NamesMessages
from allokera.sharing.messages import SharingMessages
from allokera.terms.messages import TermsMessages
from conftest import Program, by_name, worded

ABROAD = """\
title: "Stipend"
table:
  weights: "a"
  columns:
    - name: "a"
  rows:
    - {name: "Bodø", printed: ["100"]}
    - {name: "Moss", printed: ["300"]}
    - {name: "Lag A", printed: ["400"]}
"""


def abroad(folder: Path) -> list[str]:
    (folder / "table.yaml").write_text(ABROAD, encoding="utf-8")
    (folder / "budgets.yaml").write_text("budgets: []\n", encoding="utf-8")
    return ["--grant", str(folder), "--total", "1000"]


def test_anybody_joins_with_an_amount_and_that_is_said(allokera: Program) -> None:
    asked = ["--year", "2020", "--add", "Narvik=100000", "--add", "Burlöv=7mnkr"]
    rows = by_name(allokera, *asked)
    assert len(rows) == 34
    assert (rows["Narvik"]["code"], rows["Narvik"]["weight"]) == ("", 100_000)
    said = json.loads(allokera("compute", *asked, "--json").out)["shares"]["reason"]
    assert said == worded(
        TermsMessages.scaled_shares,
        without=(),
        added=("Narvik", "Burlöv"),
        strangers=("Narvik",),
        shares=worded(TermsMessages.printed_shares, column="2018"),
    )


def test_whoever_joined_may_be_bounded_explained_and_left_out(
    allokera: Program, tmp_path: Path
) -> None:
    asked = ["--year", "2020", "--add", "Narvik=100000"]
    assert by_name(allokera, *asked, "--min", "Narvik=3mnkr")["Narvik"]["amount"] == 3_000_000
    done = allokera("explain", "Narvik", *asked)
    assert (done.status, done.out.split(" ")[0]) == (0, "Narvik")
    (tmp_path / "s.yaml").write_text('year: "2020"\nadd: "Narvik=100000"\n', encoding="utf-8")
    scenario = ["--scenario", str(tmp_path / "s.yaml")]
    assert "Narvik" not in by_name(allokera, *scenario, "--without", "Narvik")


def test_a_grant_abroad_knows_its_own_recipients_alone(allokera: Program, tmp_path: Path) -> None:
    """Lund, Norway, is not Lund in Sweden."""
    asked = abroad(tmp_path)
    rows = by_name(allokera, *asked, "--add", "Lund=100", "--add", "Malmo=50", "--add", "Lag B=50")
    assert {name: row["amount"] for name, row in rows.items()} == {
        "Bodø": 100, "Moss": 300, "Lag A": 400, "Lund": 100, "Malmo": 50, "Lag B": 50,
    }  # fmt: skip
    assert {row["code"] for row in rows.values()} == {""}


def test_a_slip_of_a_known_name_is_refused(allokera: Program, tmp_path: Path) -> None:
    done = allokera("compute", *abroad(tmp_path), "--add", "Mosss=5")
    assert (done.status, done.out) == (2, "")
    assert "Moss" in done.err.replace("Mosss", "")
    done = allokera("compute", *abroad(tmp_path), "--add", "moss=5")
    assert worded(SharingMessages.recipient_already, name="Moss") in done.err
    weights = ["--weights", "-", "--total", "5"]
    done = allokera("compute", *weights, "--add", "Mosss=5", stdin=b"name;weight\nMoss;1\n")
    assert done.status == 2


def test_without_an_amount_somebody_known_is_meant(allokera: Program, tmp_path: Path) -> None:
    done = allokera("compute", *abroad(tmp_path), "--add", "Narvik")
    said = worded(NamesMessages.nobody, text="Narvik", count=3)
    assert f"--add: {said}" in done.err
    done = allokera("compute", *abroad(tmp_path), "--add", "Moss")
    assert worded(SharingMessages.recipient_already, name="Moss") in done.err
