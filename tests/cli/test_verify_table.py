"""`allokera verify TABLE`: files in, reports and corrected copies out, and every refusal."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from allokera.audit.messages import AuditMessages
from allokera.render.messages import RenderMessages
from allokera.usecases.messages import UsecasesMessages
from conftest import Outcome, Program, Refused, worded
from tables import FAULTY, GRANT, MENDED, Printed

RIGHT = [["Stockholm", 164_000_000], ["Malmö", 116_000_000]]

Write = Callable[..., Path]


def as_csv(table: Printed, mark: str = ";", end: str = "\n") -> str:
    lines = [["Kommun", *(column.heading for column in table.columns)]]
    for row, recipient in enumerate(table.recipients):
        lines.append([recipient.name, *(column.cells[row] for column in table.columns)])
    return "".join(mark.join(line) + end for line in lines)


def as_markdown(table: Printed) -> str:
    head, *rows = as_csv(table).splitlines()
    lines = [head, ";".join(["---"] * 4), *rows]
    return "".join("| " + line.replace(";", " | ") + " |\n" for line in lines)


def as_html(table: Printed) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split(";")) + "</tr>\n"
        for line in as_csv(table).splitlines()
    )
    return f"<html><body><h1>Bidrag</h1><table>\n{rows}</table><p>Slut.</p></body></html>\n"


def as_page(table: Printed) -> str:
    cells = as_csv(table).replace(";", "\n").splitlines()
    return "Om bidraget\n\nHär står något.\n\n" + "\n\n".join(cells) + "\n\nMer att läsa.\n"


FORMS: dict[str, Callable[[Printed], str]] = {
    "table.csv": as_csv,
    "table.md": as_markdown,
    "table.html": as_html,
    "table.txt": as_page,
}


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(name: str, text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def suggestions(answer: Outcome) -> list[list[object]]:
    return [
        [each["recipient"]["name"], each["suggestion"]]
        for each in json.loads(answer.out)["findings"]
        if each["severity"] == "error"
    ]


@pytest.mark.parametrize("name", FORMS)
def test_a_table_is_audited_in_every_form(allokera: Program, written: Write, name: str) -> None:
    answer = allokera("verify", str(written(name, FORMS[name](FAULTY))), "--json")
    assert (answer.status, answer.err) == (1, "")
    assert suggestions(answer) == RIGHT


@pytest.mark.parametrize("name", FORMS)
def test_a_corrected_copy_is_clean_and_the_original_stays(
    allokera: Program, written: Write, tmp_path: Path, name: str
) -> None:
    original, copy = written(name, FORMS[name](FAULTY)), tmp_path / f"copy-{name}"
    before = original.read_bytes()
    assert allokera("verify", str(original), "--corrected", str(copy)).status == 1
    assert original.read_bytes() == before
    if name != "table.html":
        assert copy.read_text(encoding="utf-8") == FORMS[name](MENDED)
    again = allokera("verify", str(copy), "--json")
    assert (again.status, json.loads(again.out)["verdict"]) == (0, "clean")


def test_nothing_that_is_read_is_written_over(allokera: Program, written: Write) -> None:
    table, names = written("table.csv", as_csv(FAULTY)), written("names.csv", "Malmö\n")
    new = str(table.with_name("new.csv"))
    for options in (
        ["--output", str(table)],
        ["--recipients", str(names), "--corrected", str(names)],
        ["--output", new, "--corrected", new],
    ):
        answer = allokera("verify", str(table), *options)
        assert (answer.status, answer.out) == (2, "")
    assert table.read_text(encoding="utf-8") == as_csv(FAULTY)
    assert names.read_text(encoding="utf-8") == "Malmö\n"


def test_a_corrected_copy_keeps_the_format(allokera: Program, written: Write) -> None:
    table = written("table.csv", as_csv(FAULTY))
    answer = allokera("verify", str(table), "--corrected", str(table.with_suffix(".xlsx")))
    assert (answer.status, answer.out) == (2, "")
    assert worded(UsecasesMessages.other_suffix, suffix=".csv") in answer.err


def test_a_corrected_copy_leaves_weights_from_elsewhere_alone(
    allokera: Program, written: Write, tmp_path: Path
) -> None:
    wrong = MENDED.with_cell(0, 3, "5 725 000")
    wrong = wrong._replace(columns=wrong.columns[:1])
    weights = str(written("weights.csv", as_csv(wrong)))
    table = str(written("table.csv", as_csv(MENDED._replace(columns=MENDED.columns[1:]))))
    copy = tmp_path / "copy.csv"
    answer = allokera("verify", table, "--weights", weights, "--corrected", str(copy))
    assert (answer.status, answer.err) == (1, "")
    assert copy.read_bytes() == Path(table).read_bytes()


def test_the_original_is_never_overwritten(allokera: Program, written: Write) -> None:
    original = written("table.csv", as_csv(FAULTY))
    answer = allokera("verify", str(original), "--corrected", str(original))
    assert (answer.status, answer.out) == (2, "")
    assert worded(RenderMessages.read_and_written) in answer.err
    assert original.read_text(encoding="utf-8") == as_csv(FAULTY)


def test_a_corrected_copy_of_the_bundled_table(allokera: Program, tmp_path: Path) -> None:
    copy = tmp_path / "kommuner.yaml"
    assert allokera("verify", "--corrected", str(copy)).status == 1
    answer = allokera("verify", str(copy), "--json")
    assert (answer.status, json.loads(answer.out)["verdict"]) == (0, "clean")


def test_standard_input_is_a_table(allokera: Program) -> None:
    answer = allokera("verify", "-", "--json", stdin=as_csv(FAULTY, "\t", "\r\n").encode("utf-16"))
    assert suggestions(answer) == RIGHT
    assert json.loads(answer.out)["sources"][0]["file"] == "stdin"


def test_columns_units_and_envelopes_can_be_told(allokera: Program, written: Write) -> None:
    thousands = MENDED.with_cells(2, [cell[:-4] for cell in MENDED.columns[2].cells])
    path = str(written("table.csv", as_csv(thousands)))
    told = allokera(
        "verify", path, "--base", "2018", "--columns", "2018,2020", "--unit", "2020=tkr",
        "--envelope", "2020=2,2 mdkr", "--json",
    )  # fmt: skip
    document = json.loads(told.out)
    assert [column["name"] for column in document["columns"]] == [
        "Belopp 2018",
        "Belopp per år 2020\u20132027",
    ]
    assert document["columns"][1]["sum"] == 2_175_000_000
    assert document["columns"][1]["envelope"] == 2_200_000_000
    assert document["verdict"] == "clean"
    said = {each["subject"]: (each["value"], each["basis"]) for each in document["assumptions"]}
    assert said[worded(AuditMessages.base_column)] == ("Belopp 2018", "given")
    amounts = worded(AuditMessages.amounts_of, column="Belopp per år 2020\u20132027")
    assert said[amounts] == (worded(AuditMessages.worth, amount=1_000), "given")


def test_weights_can_come_from_elsewhere(allokera: Program, written: Write) -> None:
    weights = str(written("weights.csv", as_csv(MENDED._replace(columns=MENDED.columns[:1]))))
    path = str(written("table.csv", as_csv(FAULTY._replace(columns=FAULTY.columns[1:]))))
    assert suggestions(allokera("verify", path, "--weights", weights, "--json")) == RIGHT
    by_people = json.loads(allokera("verify", path, "--weights", "population", "--json").out)
    assert by_people["columns"][0]["name"] == "inhabitants 2017-12-31"
    assert by_people["verdict"] != "clean"


def test_a_rule_can_be_told(allokera: Program, written: Write) -> None:
    path = str(written("table.csv", as_csv(MENDED)))
    document = json.loads(
        allokera("verify", path, "--base", "2018", "--rounding", "floor", "--json").out
    )
    assert {each["rule"] for column in document["columns"] for each in column["rules"]} == {"floor"}
    assert document["verdict"] != "clean"


def test_a_list_of_recipients_can_be_told(allokera: Program, written: Write) -> None:
    path = str(written("table.csv", as_csv(MENDED)))
    names = "".join(f"{each.code} {each.name}\n" for each in GRANT.recipients)
    full = str(written("names.txt", names + "2482 Skellefteå\n"))
    document = json.loads(allokera("verify", path, "--recipients", full, "--json").out)
    errors = [each for each in document["findings"] if each["severity"] == "error"]
    assert [(each["code"], each["recipient"]["name"]) for each in errors] == [
        ("missing-row", "Skellefteå")
    ]


@pytest.mark.parametrize(("least", "status"), [("error", 0), ("warning", 0), ("note", 1)])
def test_the_exit_status_is_set_by_the_least_finding(
    allokera: Program, written: Write, least: str, status: int
) -> None:
    path = str(written("table.csv", as_csv(MENDED)))
    assert allokera("verify", path, "--fail-on", least).status == status


def test_the_markdown_and_the_csv_of_a_report_hold_every_finding(
    allokera: Program, written: Write
) -> None:
    path = str(written("table.csv", as_csv(FAULTY)))
    count = len(json.loads(allokera("verify", path, "--json").out)["findings"])
    assert allokera("verify", path, "--format", "csv").out.count("\n") == count + 1
    assert allokera("verify", path, "--format", "markdown").out.count("**: ") >= count


REFUSED = [
    ([], ""),
    ([], "Här finns bara text.\nOch mer text.\n"),
    (["--base", "2031"], as_csv(MENDED)),
    (["--base", "Belopp"], as_csv(MENDED)),
    (["--unit", "mnkr"], as_csv(MENDED)),
    (["--unit", "2019=0"], as_csv(MENDED)),
    (["--envelope", "2019=1e9"], as_csv(MENDED)),
    (["--rounding", "bankers"], as_csv(MENDED)),
    (["--weights", "missing.csv"], as_csv(MENDED)),
    (["--recipients", "missing.txt"], as_csv(MENDED)),
    (["--unit", "2019=1", "--unit", "2019=tkr"], as_csv(MENDED)),
    (["--columns", ""], as_csv(MENDED)),
    (["--base", "2018", "--weights", "population"], as_csv(MENDED)),
]


def test_what_cannot_be_used_is_refused_in_a_line(refused: Refused, written: Write) -> None:
    cases = {
        f"verify {shlex.join(options)} of {text.splitlines()[:2]}": [
            "verify",
            str(written(f"table{number}.csv", text)),
            *options,
        ]
        for number, (options, text) in enumerate(REFUSED)
    }
    refused("verify", cases)


def test_options_of_a_table_need_one(allokera: Program) -> None:
    answer = allokera("verify", "--base", "2018")
    assert (answer.status, answer.out) == (2, "")
    assert worded(RenderMessages.options_without_table) in answer.err


def test_a_missing_file_and_a_directory_are_refused(allokera: Program, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        answer = allokera("verify", str(path))
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
