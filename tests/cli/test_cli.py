"""The program as its users run it: what it prints, where, and with which exit status."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from allokera.render.messages import RenderMessages
from allokera.source.files.bundled import data_directory
from conftest import ROOT, Program, Refused, worded

Golden = Callable[[str, str], None]
COMMAND = [sys.executable, "-m", "allokera"]

PAGES = {
    "compute-2018": ["compute", "--year", "2018"],
    "compute-2019": ["compute", "--year", "2019"],
    "compute-2020": ["compute", "--year", "2020"],
    "compute-2020-krona": ["compute", "--year", "2020", "--unit", "1", "--sort", "amount"],
    "compute-2020-gross": ["compute", "--year", "2020", "--gross", "--sort", "name"],
    "compute-all": ["compute", "--year", "2018-2027"],
    "compute-only": ["compute", "--year", "2019", "--only", "Malmo", "--only", "0180"],
    "compute-total": ["compute", "--total", "1000000007", "--unit", "tkr", "--sort", "code"],
    "explain-malmo": ["explain", "Malmö", "--year", "2020"],
    "explain-trollhattan": ["explain", "1488", "--year", "2019"],
    "explain-2018": ["explain", "Järfälla", "--year", "2018"],
    "compute-key": ["compute", "--year", "2018", "--key"],
    "compute-without": ["compute", "--year", "2020", "--without", "Perstorp"],
    "compute-bounds": [
        *["compute", "--year", "2020", "--min", "40mnkr", "--max", "Perstorp=30mnkr"],
        *["--min", "Perstorp=0", "--applied", "Malmö=100mnkr"],
    ],
    "compute-carry": ["compute", "--year", "2018-2027", "--carry"],
    "compute-counties": [
        *["compute", "--year", "2020", "--by", "lan", "--with", "per-capita"],
        *["--with", "own-funding"],
    ],
    "compute-weights": ["compute", "--weights", "population", "--total", "1mdkr", "--unit", "tkr"],
    "explain-webster": ["explain", "Malmö", "--year", "2020", "--method", "webster"],
    "explain-bound": [
        *["explain", "Perstorp", "--year", "2020", "--method", "hill", "--max", "Perstorp=3mnkr"],
    ],
    "explain-carry": ["explain", "Perstorp", "--year", "2018-2027", "--carry"],
    "compare-methods": [
        *["compare", "--year", "2020", "--method", "webster", "--method", "hill"],
        *["--method", "adams"],
    ],
    "compare-published": ["compare", "published", "--year", "2019"],
    "verify": ["verify"],
    "budgets": ["budgets"],
    "methods": ["methods"],
    "methods-webster": ["methods", "webster"],
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_80_columns(allokera: Program, golden: Golden, name: str) -> None:
    outcome = allokera(*PAGES[name])
    assert outcome.err == ""
    assert outcome.status == (1 if name == "verify" else 0)
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    golden(f"{name}.txt", outcome.out)


@pytest.mark.parametrize("name", ["compute-2019", "verify"])
def test_pages_in_colour(
    allokera: Program, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    plain = allokera(*PAGES[name]).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = allokera(*PAGES[name]).out
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
    golden(f"{name}.ansi", coloured)


@pytest.mark.parametrize("name", ["compute-2019", "compute-all", "verify"])
def test_pages_in_markdown(allokera: Program, golden: Golden, name: str) -> None:
    golden(f"{name}.md", allokera(*PAGES[name], "--format", "markdown").out)


def test_a_wide_terminal_is_used(allokera: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(len(line) for line in allokera("verify").out.splitlines()) <= 80
    monkeypatch.setenv("COLUMNS", "120")
    assert max(len(line) for line in allokera("verify").out.splitlines()) > 100


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


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
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
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "allokera/budgets/1"


def test_a_device_is_written_to_and_not_replaced(allokera: Program) -> None:
    assert allokera("budgets", "--json", "--output", "/dev/null") == (0, "", "")
    assert Path("/dev/null").is_char_device()


ERRORS = [
    ["compute"],
    ["compute", "--year", "2020", "--total", "5"],
    ["compute", "--year", "2017"],
    ["compute", "--year", "MMXX"],
    ["compute", "--total", "-5"],
    ["compute", "--total", "2,5"],
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
    ["compute", "--year", "2020", "--format", "xlsx"],
    ["compute", "--year", "2020", "--output", "x.xlsx"],
    ["compute", "--year", "2020", "--output", "/nowhere/x.json"],
    ["compute", "--year", "2020", "--output", "/"],
    ["compute", "--yaer", "2020"],
    ["compute", "--year"],
    ["compute", "2020"],
    ["compute", "--year", "2020", "--grant", "/nowhere"],
    ["explain", "--year", "2020"],
    ["explain", "Malmö"],
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


@pytest.mark.parametrize(
    "command",
    [["compute", "--year", "2018-2027"], ["explain", "--help"], ["verify"], ["--help"]],
    ids=" ".join,
)
@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252"])
def test_a_screen_without_some_letters_shows_others(
    allokera: Program, command: list[str], encoding: str
) -> None:
    outcome = allokera(*command, encoding=encoding)
    assert (outcome.status, outcome.err) == (1 if command == ["verify"] else 0, "")
    if command[0] in {"compute", "explain"}:
        assert ("Malmo" if encoding == "ascii" else "Malmö") in outcome.out


def test_a_long_subject_is_wrapped(allokera: Program) -> None:
    name = "Nämnden för " + "samverkan " * 14 + "Y"
    rows = f"Namn;2018;{name[:90]}\n" + "".join(
        f"Ort {n};{n}0 000 000;{n} 000 000\n" for n in range(1, 9)
    )
    outcome = allokera("verify", "-", stdin=f"{rows}{name[:95]};164 000 00;1 640 000\n".encode())
    assert name[:20] in outcome.out
    assert max(map(len, outcome.out.split("\n"))) <= 80


@pytest.mark.parametrize("encoding", ["latin-1", "cp437"])
def test_a_terminal_that_lacks_a_sign_gets_another(allokera: Program, encoding: str) -> None:
    outcome = allokera("compute", "--year", "2018-2027", encoding=encoding)
    assert (outcome.status, outcome.err) == (0, "")
    assert "2018-2027" in outcome.out
    outcome = allokera(
        *["explain", "Perstorp", "--year", "2020", "--method", "hill"], encoding="latin-1"
    )
    assert "sqrt 1 260 " in outcome.out


def test_a_latin_1_terminal_gets_a_table_without_lines(allokera: Program) -> None:
    outcome = allokera("compute", "--year", "2020", "--only", "Malmö", encoding="latin-1")
    assert outcome.status == 0
    assert "Malmö" in outcome.out
    assert "----" in outcome.out


def test_documents_are_utf_8_on_any_terminal(allokera: Program) -> None:
    streams = subprocess.run(
        [*COMMAND, "compute", "--year", "2020", "--json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert streams.stdout.decode() == allokera("compute", "--year", "2020", "--json").out


@pytest.mark.parametrize(
    "command", [["compute", "--year", "2020"], ["verify", "--json"], ["--help"]]
)
def test_a_closed_pipe_is_quiet(command: list[str]) -> None:
    process = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$@" | head -c 1 >/dev/null', "-", *COMMAND, *command],
        capture_output=True,
        check=False,
    )
    assert process.stderr == b""
    assert process.returncode in {0, 1}


def test_a_full_disk_is_said(allokera: Program) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    outcome = allokera("budgets", "--json", "--output", "/dev/full")
    assert outcome.status == 2
    assert "the file cannot be written: no space left" in outcome.err
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [*COMMAND, "budgets", "--json"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert process.returncode == 2
    assert b"stdout cannot be written: no space left" in process.stderr


def test_a_bug_is_shown_as_one(allokera: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allokera.source.grant_files.grant.load_grant", lambda _: 1 // 0)
    outcome = allokera("budgets")
    assert (outcome.status, outcome.out) == (3, "")
    assert "ZeroDivisionError" in outcome.err
    assert "this is a bug in allokera" in outcome.err


def test_user_text_is_never_markup(allokera: Program, tmp_path: Path) -> None:
    from allokera.source.files.bundled import data_directory

    for source in data_directory().glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        (tmp_path / source.name).write_text(
            text.replace("Malmö", "[bold]Malmö[/x] :smile:"), encoding="utf-8"
        )
    outcome = allokera("compute", "--year", "2020", "--grant", str(tmp_path))
    assert outcome.status == 0
    assert "[bold]Malmö[/x] :smile:" in outcome.out


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["--help"],
        *(
            [name, "--help"]
            for name in (
                *("compute", "verify", "explain", "compare", "budgets", "methods", "schema"),
            )
        ),
    ],
)
def test_help_teaches_by_example(allokera: Program, command: list[str]) -> None:
    outcome = allokera(*command)
    assert outcome.status == 0
    assert "allokera " in outcome.out
    if len(command) > 1:
        assert f"allokera {command[0]}" in outcome.out
        assert "Example" in outcome.out


def test_says_its_version(allokera: Program) -> None:
    from allokera import __version__

    assert allokera("--version").out == f"allokera {__version__}\n"


def test_runs_as_a_script_and_as_a_module() -> None:
    script = shutil.which("allokera", path=str(Path(sys.executable).parent))
    assert script is not None
    for command in ([script], COMMAND):
        done = subprocess.run(
            [*command, "compute", "--year", "2020", "--json"], capture_output=True, check=True
        )
        assert json.loads(done.stdout)["allocated"] == 2_175_000_000
    help_text = subprocess.run([script, "--help"], capture_output=True, check=True, text=True)
    assert "Usage: allokera" in help_text.stdout


def test_csv_has_its_header_where_nothing_is_found(allokera: Program, tmp_path: Path) -> None:
    for source in data_directory().glob("*.yaml"):
        text = source.read_text(encoding="utf-8").replace("\\u00a0", " ")
        (tmp_path / source.name).write_text(text.replace('000 00"', '000 000"'), encoding="utf-8")
    answer = allokera("verify", "--grant", str(tmp_path), "--format", "csv")
    assert answer.status == 0
    header, *lines = csv.reader(io.StringIO(answer.out))
    assert header[:2] == ["severity", "code"]
    assert {line[0] for line in lines} <= {"note"}


@pytest.mark.parametrize("columns", ["20", "40", "60"])
@pytest.mark.parametrize(
    "arguments", [["compute", "--year", "2019"], ["compute", "--year", "all"], ["budgets"]]
)
def test_a_narrow_page_cuts_no_number(
    allokera: Program, monkeypatch: pytest.MonkeyPatch, columns: str, arguments: list[str]
) -> None:
    wide = allokera(*arguments).out
    monkeypatch.setenv("COLUMNS", columns)
    narrow = allokera(*arguments).out
    numbers = re.findall("[0-9]{1,3}(?: [0-9]{3})+", wide)
    assert len(numbers) > 20
    assert sorted(re.findall("[0-9]{1,3}(?: [0-9]{3})+", narrow)) == sorted(numbers)


def test_text_that_would_steer_a_terminal_or_a_spreadsheet_is_shown_as_text(
    allokera: Program, tmp_path: Path
) -> None:
    for source in data_directory().glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        text = text.replace('name: "Malmö"', r'name: "\e[31mMa\rl\u202emö"')
        text = text.replace('name: "Motala"', 'name: "=1+1"')
        (tmp_path / source.name).write_text(text, encoding="utf-8")
    for form in ("table", "csv", "markdown"):
        answer = allokera("compute", "--year", "2019", "--grant", str(tmp_path), "--format", form)
        assert not set("\x1b\r\u202e") & set(answer.out)
        assert "\ufffd[31mMa\ufffdl\ufffdmö".replace("[", "\\[" * (form == "markdown") or "[") in (
            answer.out
        )
    lines = csv.reader(
        io.StringIO(
            allokera("compute", "--total", "1", "--grant", str(tmp_path), "--format", "csv").out
        )
    )
    assert "'=1+1" in {line[1] for line in lines}


def test_a_file_that_is_protected_or_cannot_be_finished_is_left_alone(
    allokera: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.json"
    target.write_text("mine")
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *_: False)
        answer = allokera("compute", "--year", "2019", "-o", str(target))
    assert (answer.status, target.read_text()) == (2, "mine")
    assert "permission denied" in answer.err

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        answer = allokera("compute", "--year", "2019", "-o", str(target))
    assert (answer.status, target.read_text()) == (2, "mine")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("redirection", "status"),
    [(">/dev/full", 2), (">&-", 2), ("2>&- >/dev/null", 0), ("2017 2>/dev/full", 2)],
)
def test_a_stream_that_takes_nothing(redirection: str, status: int) -> None:
    command = f"{sys.executable} -m allokera compute --year 2019 {redirection}"
    command = command.replace("2019 2017", "2017")
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


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
