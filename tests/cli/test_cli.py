"""The program as its users run it: what it prints, where, and with which exit status."""

import csv
import errno
import io
import json
import os
import shlex
from pathlib import Path

import pytest

from allokera.render.messages import RenderMessages
from allokera.source.files.bundled import data_directory
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_file import reason
from conftest import ROOT, Golden, Program, Refused, worded


def test_scripts_get_what_the_design_says(allokera: Program) -> None:
    document = json.loads(allokera("compute", "--year", "2020", "--json").out)
    (malmo,) = [row for row in document["rows"] if row["name"] == "Malmö"]
    assert malmo["amount"] == 116_000_000
    assert document["allocated"] + document["administration"]["amount"] == document["envelope"]
    assert document["administration"]["basis"] == "inferred"


def test_a_spreadsheet_gets_plain_numbers(allokera: Program) -> None:
    rows = list(
        csv.DictReader(io.StringIO(allokera("compute", "--year", "2019", "--format", "csv").out))
    )
    assert len(rows) == 32
    assert sum(int(row["amount"]) for row in rows) == 1_325_000_000
    (stockholm,) = [row for row in rows if row["code"] == "0180"]
    assert (stockholm["published"], stockholm["printed"]) == ("", "164 000 00")
    plan = list(
        csv.DictReader(io.StringIO(allokera("compute", "--year", "all", "--format", "csv").out))
    )
    assert list(plan[0]) == ["code", "name", *map(str, range(2018, 2028)), "total"]
    assert sum(int(row["total"]) for row in plan) == 19_135_396_000


def test_a_choice_of_rows_changes_no_amount(allokera: Program) -> None:
    whole = json.loads(allokera("compute", "--year", "2020", "--json").out)
    some = json.loads(allokera("compute", "--year", "2020", "--json", "--only", "malmo").out)
    assert some["rows"] == [row for row in whole["rows"] if row["code"] == "1280"]
    assert some["allocated"] == whole["allocated"]


@pytest.mark.parametrize(
    ("order", "first"), [("amount", "Stockholm"), ("name", "Borlänge"), ("code", "Järfälla")]
)
def test_rows_are_sorted(allokera: Program, order: str, first: str) -> None:
    document = json.loads(allokera("compute", "--year", "2020", "--json", "--sort", order).out)
    assert document["rows"][0]["name"] == first
    last = {"amount": "Perstorp", "name": "Örebro", "code": "Sandviken"}[order]
    assert document["rows"][-1]["name"] == last


@pytest.mark.parametrize("form", ["table", "json", "csv", "csv-excel", "markdown"])
@pytest.mark.parametrize("command", [["compute", "--year", "2020"], ["verify"], ["budgets"]])
def test_the_same_input_gives_the_same_bytes(
    allokera: Program, command: list[str], form: str
) -> None:
    assert allokera(*command, "--format", form) == allokera(*command, "--format", form)


def test_a_file_gets_what_the_screen_would(allokera: Program, tmp_path: Path) -> None:
    for name, form in (
        ("x.json", "json"),
        ("x.csv", "csv"),
        ("x.md", "markdown"),
        ("x.txt", "table"),
    ):
        outcome = allokera("compute", "--year", "2020", "--output", str(tmp_path / name))
        assert outcome == (0, "", "")
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert written == allokera("compute", "--year", "2020", "--format", form).out
    assert {path.name for path in tmp_path.iterdir()} == {"x.json", "x.csv", "x.md", "x.txt"}


def test_a_file_keeps_its_rights_and_a_link_its_target(allokera: Program, tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert allokera("budgets", "--output", str(link)).status == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "allokera/budgets/2"


def test_a_device_is_written_to_and_not_replaced(allokera: Program) -> None:
    assert allokera("budgets", "--json", "--output", "/dev/null") == (0, "", "")
    assert Path("/dev/null").is_char_device()


def test_every_mistake_of_a_file_has_a_line_of_its_own(allokera: Program, tmp_path: Path) -> None:
    table = (data_directory() / "kommuner_2018.yaml").read_text(encoding="utf-8")
    for old, new in (
        ('title: "S', 'titel: "S'),
        ('unit: "1 000"', 'unit: "1 00"'),
        ('code: "0126"', 'code: "0123"'),
        (', "57 000 000"]', "]"),
    ):
        table = table.replace(old, new, 1)
    (tmp_path / "table.yaml").write_text(table, encoding="utf-8")
    (tmp_path / "budgets.yaml").write_text("budgets: []\n", encoding="utf-8")
    done = allokera("compute", "--year", "2020", "--grant", str(tmp_path))
    assert (done.status, done.out) == (2, "")
    start = f"allokera: {tmp_path / 'table.yaml'}:"
    lines = done.err.splitlines()
    assert all(line.startswith(start) for line in lines)
    assert [line.removeprefix(start).split(":")[0] for line in lines] == [
        "7",
        "51",
        "69",
        "70",
    ]


ERRORS = [
    ["compute"],
    ["compute", "--year", "2020", "--total", "5"],
    ["compute", "--year", "2017"],
    ["compute", "--year", "MMXX"],
    ["compute", "--year", "2020", "--envelope=-5"],
    ["compute", "--total", "365,25", "--unit", "1"],
    ["compute", "--total", "5", "--min", "0,5"],
    ["compute", "--total", ""],
    ["compute", "--total", "1 00 000"],
    ["compute", "--total", "1e9"],
    ["compute", "--total", "1,5,0"],
    ["compute", "--total", "1.350"],
    ["compute", "--total", "5", "--unit", "0"],
    ["compute", "--total", "5", "--unit", "krona"],
    ["compute", "--year", "2020", "--gross", "--administration", "1"],
    ["compute", "--year", "2020", "--administration", "3mdkr"],
    ["compute", "--year", "2020", "--only", "Malme"],
    ["compute", "--year", "2020", "--only", "Xyzzy"],
    ["compute", "--year", "2020", "--method", "dice"],
    ["compute", "--year", "2020", "--json", "--format", "csv"],
    ["compute", "--year", "2020", "--format", "pdf"],
    ["compute", "--year", "2020", "--format", "xlsx"],
    ["compute", "--year", "2020", "--output", "x.pdf"],
    ["compute", "--year", "2020", "--output", "/nowhere/x.json"],
    ["compute", "--year", "2020", "--output", "/"],
    ["compute", "--yaer", "2020"],
    ["compute", "--year"],
    ["compute", "2020"],
    ["compute", "--year", "2020", "--grant", "/nowhere"],
    ["explain", "--year", "2020"],
    ["explain", "2020"],
    ["explain", "Habo", "--year", "2020"],
    ["schema", "nonsense"],
    ["compte"],
    ["verify", "--grant", "/nowhere"],
    ["verify", "x.csv", "--grant", "/nowhere"],
    ["compute", "--total", "5", "--with", "published"],
    [
        "compute",
        "--weights",
        str(ROOT / "examples" / "members.csv"),
        "--total",
        "5",
        "--with",
        "own-funding",
    ],
]


def test_what_cannot_be_used_gets_one_clear_line(refused: Refused) -> None:
    refused("commands", {shlex.join(arguments): arguments for arguments in ERRORS})


def test_a_bad_request_touches_no_file(allokera: Program, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("as it was", encoding="utf-8")
    assert allokera("compute", "--year", "2017", "--output", str(kept)).status == 2
    assert kept.read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]


def test_a_bug_is_shown_as_one(
    allokera: Program, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allokera.source.grant_files.grant.load_grant", lambda _: 1 // 0)
    outcome = allokera("budgets")
    assert (outcome.status, outcome.out) == (3, "")
    assert "ZeroDivisionError" in outcome.err
    golden("bug.txt", outcome.err.splitlines()[-1] + "\n")


def test_says_its_version(allokera: Program) -> None:
    from allokera import __version__

    assert allokera("--version").out == f"allokera {__version__}\n"


def test_csv_has_its_header_where_nothing_is_found(allokera: Program, tmp_path: Path) -> None:
    for source in data_directory().glob("*.yaml"):
        text = source.read_text(encoding="utf-8").replace("\\u00a0", " ")
        (tmp_path / source.name).write_text(text.replace('000 00"', '000 000"'), encoding="utf-8")
    answer = allokera("verify", "--grant", str(tmp_path), "--format", "csv")
    assert answer.status == 0
    header, *lines = csv.reader(io.StringIO(answer.out))
    assert header[:2] == ["severity", "code"]
    assert {line[0] for line in lines} <= {"note"}


def test_a_file_that_is_protected_or_cannot_be_finished_is_left_alone(
    allokera: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.json"
    target.write_text("mine")
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *_: False)
        answer = allokera("compute", "--year", "2019", "-o", str(target))
    assert (answer.status, target.read_text()) == (2, "mine")
    denied = reason(OSError(errno.EACCES, os.strerror(errno.EACCES)))
    assert worded(UsecasesMessages.not_written, reason=denied) in answer.err

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        answer = allokera("compute", "--year", "2019", "-o", str(target))
    assert (answer.status, target.read_text()) == (2, "mine")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["compute", "--year", "2020", "--year", "2021"],
        ["compute", "--year=2020", "--unit", "1", "--unit=2"],
        ["compare", "--year", "2020", "--sort", "name", "--sort", "code"],
        ["compute", "--year", "2020", "-oa.txt", "-ob.txt"],
        ["compute", "--year", "2020", "-o", "a.txt", "--output=b.txt"],
    ],
)
def test_an_option_with_one_value_is_given_once(allokera: Program, arguments: list[str]) -> None:
    outcome = allokera(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    said = worded(RenderMessages.given_often, option="", count=2)
    assert said.strip() in outcome.err


def test_options_that_may_be_repeated_are(allokera: Program) -> None:
    assert allokera("compute", "--year", "2020", "--only", "Malmö", "--only", "Borås").status == 0
    assert allokera("compute", "--json", "--json", "--year", "2020").status == 0
