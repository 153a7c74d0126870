"""Every finding has an example, and docs/findings.md shows what the program says of each."""

import inspect
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from allokera.audit.checks import CHECKS
from allokera.audit.report.report import Severity
from allokera.render.forms.schema import schema
from allokera.render.views.check import CheckView
from conftest import ROOT, Program

EXAMPLES = Path("docs/findings")
CODES = [check.code for check in CHECKS]
TEXTS = {
    code: CheckView(check).document()["meaning"] for code, check in zip(CODES, CHECKS, strict=True)
}
NAMES = EXAMPLES / "missing-row-names.txt"

OPTIONS = {
    "ambiguous-suspects": ["--base", "2031"],
    "not-checked": ["--base", "2031"],
    "missing-row": ["--recipients", str(NAMES)],
    "sum-out-of-bounds": ["--envelope", "2032=390 mnkr"],
}
"""What the examples need besides their tables."""

COMPANIONS = {
    "negative-sign": {"impossible-row": "the one minus in a column contradicts the other rows"},
}
"""Errors and warnings that an example cannot be had without, and why."""

PREFACE = """\
# Findings

What `allokera verify` can find in a published table: {count} kinds of findings, in the order in
which reports list those of the same severity. Each has a code, which is its name here, in the
report, in JSON and in `allokera verify --explain CODE`. Severities:

{severities}

Every example is a table, or a grant, made up for its finding, in [findings](findings), and as
small as shows it: a row is called wrong where so many others agree that it is no accident, or four
where the base column is told. The commands run from the root of the
repository. Shown is what they print of the one code, 80 columns wide, without the rest of the
report. The exit status is 1 where a finding weighs as much as `--fail-on` says (an error, if
nothing is said), 2 where nothing could be checked, and otherwise 0.

This page is made by the program: `pytest tests/audit/test_findings.py --golden` writes it anew.
"""


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def table_of(code: str) -> Path:
    (table,) = (path for path in EXAMPLES.iterdir() if path.stem == code)
    return table


def command_of(code: str) -> list[str]:
    table = table_of(code)
    folder = ["--grant"] if table.is_dir() else []
    return ["verify", *folder, table.as_posix(), *OPTIONS.get(code, [])]


def severities() -> str:
    """What every severity means, from its own documentation."""
    text = inspect.getdoc(Severity) or ""
    return "\n".join(
        f"- *{each}*: {re.search(rf'{each.name}: (.*)', text)[1]}"  # type: ignore[index]
        for each in Severity
    )


def shown(code: str, report: str) -> list[str]:
    """What a report prints of the findings of one code, a block of lines each."""
    start = re.compile(rf"(?:{'|'.join(Severity)})\[{code}\]: ")
    return [block for block in report.split("\n\n") if start.match(block)]


def section(code: str, report: str) -> str:
    table, found = table_of(code), shown(code, report)
    where = f"[{table.name}](findings/{table.name})"
    count = f"The first of {len(found)} in {where}:" if len(found) > 1 else f"In {where}:"
    command = f"$ allokera {shlex.join(command_of(code))}"
    return f"## {code}\n\n{TEXTS[code]}\n\n{count}\n\n```console\n{command}\n{found[0]}\n```\n"


def page(allokera: Program) -> str:
    """The whole of docs/findings.md, as the program makes it now."""
    preface = PREFACE.format(count=len(CODES), severities=severities())
    sections = [section(code, allokera(*command_of(code)).out) for code in CODES]
    return "\n".join([preface, *sections])


@pytest.mark.slow
def test_the_page_is_what_the_program_makes(
    allokera: Program, golden: Callable[[str, str], None]
) -> None:
    golden("../../docs/findings.md", page(allokera))


@pytest.mark.parametrize("code", CODES)
def test_an_example_shows_its_finding_and_no_other(allokera: Program, code: str) -> None:
    done = allokera(*command_of(code), "--json")
    document: Any = json.loads(done.out)
    Draft202012Validator(schema("verify")).validate(document)
    findings = document["findings"]
    weighty = {each["code"] for each in findings if each["severity"] != Severity.NOTE}
    assert done.err == ""
    assert code in {each["code"] for each in findings}
    assert weighty - {code} == set(COMPANIONS.get(code, {}))


def test_every_file_belongs_to_an_example() -> None:
    tables = {table_of(code) for code in CODES}
    assert set(EXAMPLES.iterdir()) == {*tables, NAMES}
    assert {*OPTIONS, *COMPANIONS} <= set(CODES)


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
@pytest.mark.parametrize("code", CODES)
def test_a_code_is_explained(allokera: Program, code: str, form: str) -> None:
    done = allokera("verify", "--explain", code, "--format", form)
    assert (done.status, done.err) == (0, "")
    if form == "json":
        assert json.loads(done.out)["code"] == code
        assert json.loads(done.out)["meaning"] == TEXTS[code]
        return
    written = done.out.replace("\\", "") if form == "markdown" else done.out
    title, _, meaning = written.partition("\n\n")
    assert title.removeprefix("## ").startswith(f"{code}: ")
    assert meaning.split() == str(TEXTS[code]).split()


def test_a_code_that_is_none_is_refused_with_those_that_are(allokera: Program) -> None:
    done = allokera("verify", "--explain", "typo")
    assert (done.status, done.out) == (2, "")
    assert "'typo'" in done.err
    assert set(CODES) <= set(re.findall(r"[a-z]+(?:-[a-z]+)*", " ".join(done.err.split())))
