"""Findings that somebody has accepted, and a table that is published again."""

import json
from pathlib import Path

import pytest

from conftest import ROOT, Golden, Program

pytestmark = pytest.mark.slow

TABLE = ROOT / "data" / "kommuner_2018.yaml"
STOCKHOLM = {"code": "malformed-grouping", "recipient": "Stockholm", "column": "2019"}
GOTEBORG = {"code": "malformed-grouping", "recipient": "1480", "column": "2019"}
GONE = {"code": "wrong-cell", "recipient": "Malm\u00f6", "column": "2019"}


def written(path: Path, *entries: dict[str, str]) -> str:
    lines = ["accepted:"]
    for entry in entries:
        fields = {**entry, "reason": "known since 2018", "who": "A. Berg"}
        lines += [
            f"  {'- ' if place == 0 else '  '}{key}: {json.dumps(value, ensure_ascii=False)}"
            for place, (key, value) in enumerate(fields.items())
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("of_file", [False, True])
def test_what_is_accepted_is_shown_and_counts_no_more(
    allokera: Program, golden: Golden, tmp_path: Path, of_file: bool
) -> None:
    command = ["verify", *([str(TABLE)] if of_file else [])]
    one = written(tmp_path / "one.yaml", STOCKHOLM)
    both = written(tmp_path / "both.yaml", STOCKHOLM, GOTEBORG, GONE)
    assert allokera(*command).status == allokera(*command, "--accepted", one).status == 1
    told = allokera(*command, "--accepted", both)
    assert told.status == 0
    document = json.loads(allokera(*command, "--accepted", both, "--json").out)
    entry = {"reason": "known since 2018", "who": "A. Berg"}
    assert [each.get("accepted") for each in document["findings"]][:3] == [
        STOCKHOLM | entry,
        GOTEBORG | entry,
        None,
    ]
    assert document["accepted_gone"] == [GONE | entry]
    if not of_file:
        start = told.out.index("Accepted\n")
        golden("accepted.txt", told.out[start : told.out.index("Coverage", start)])
        assert told.out.endswith("(2 errors and 4 notes, 2 of them accepted)\n")


@pytest.mark.parametrize(
    "text",
    [
        "accepted: 5\n",
        "other: []\n",
        'accepted:\n  - code: "a"\n    reason: "b"\n',
        'accepted:\n  - {code: "a", reason: "b", who: "c", extra: "d"}\n',
    ],
)
def test_a_bad_file_gets_a_line_a_mistake(allokera: Program, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    told = allokera("verify", "--accepted", str(path))
    assert (told.status, told.out) == (2, "")
    assert all(line.startswith(f"allokera: {path}:") for line in told.err.splitlines())


def test_what_became_of_a_table(allokera: Program, golden: Golden, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    allokera("verify", str(TABLE), "--corrected", str(new))
    text = new.read_text(encoding="utf-8")
    # one digit of an amount, and a heading's note
    changed = text.replace("269 000 000", "270 000 000").replace('"116 000 000"', '"116 000 000 "')
    new.write_text(changed, encoding="utf-8")
    told = allokera("verify", str(new), "--against", str(TABLE))
    start = told.out.index("Against")
    golden("republished.txt", told.out[start : told.out.index("Coverage", start)])
    document = json.loads(allokera("verify", str(new), "--against", str(TABLE), "--json").out)
    became = document["republished"]
    assert [each["recipient"] for each in became["mended"]] == ["Stockholm", "G\u00f6teborg"]
    assert became["changed"] == []
    same = json.loads(allokera("verify", str(TABLE), "--against", str(TABLE), "--json").out)
    assert not same["republished"]["mended"] + same["republished"]["came"]


def test_cells_that_nothing_was_found_of_are_listed(allokera: Program, tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("Kommun;2019;2020\nAle;5;6\nBoden;7;8\nEda;9;4\n", encoding="utf-8")
    new.write_text("Kommun;2019;2020\nAle;5;6\nBoden;7;9\nEda;9;4\n", encoding="utf-8")
    told = json.loads(allokera("verify", str(new), "--against", str(old), "--json").out)
    assert told["republished"]["changed"] == [
        {"recipient": "Boden", "column": "2020", "before": "8", "after": "9"}
    ]


def test_what_is_found_in_rows_of_one_name_is_counted(allokera: Program, tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    rows = "Kommun;2019;2020\nAle;5;6\nOrt;1 00;3 00\nOrt;2 00;4\n"
    old.write_text(rows, encoding="utf-8")
    new.write_text(rows.replace("2 00", "200").replace(";4\n", ";5\n"), encoding="utf-8")
    told = json.loads(allokera("verify", str(new), "--against", str(old), "--json").out)
    became = {
        what: [(each["code"], each["column"]) for each in told["republished"][what]]
        for what in ("mended", "standing", "came")
    }
    assert became["mended"].count(("malformed-grouping", "2019")) == 1
    assert became["standing"].count(("malformed-grouping", "2019")) == 1


def test_every_row_of_a_name_is_compared(allokera: Program, tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    rows = "Kommun;2019;2020\nOrt;5;6\nOrt;7;8\nEda;9;4\n"
    old.write_text(rows, encoding="utf-8")
    new.write_text(rows.replace("Ort;5;6", "Ort;5;3"), encoding="utf-8")
    told = allokera("verify", str(new), "--against", str(old)).out
    assert told.count("changed") == 1
    assert "Ort, 2020: '6' became '3'" in told


def test_a_table_before_needs_a_table_now(allokera: Program) -> None:
    told = allokera("verify", "--against", str(TABLE))
    assert (told.status, told.out) == (2, "")


def test_the_command_of_a_report_names_no_folder(allokera: Program, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_bytes(TABLE.read_bytes())
    told = allokera("verify", str(TABLE), "--against", str(old)).out
    assert "verify kommuner_2018.yaml --against old.yaml\n" in told
