"""What is reckoned from what, by the reports of real sheets whose aggregations are marked.

`python -m benchmarks.detections ANNOTATED.jl.gz DETECTIONS.json` audits each sheet as an Excel
workbook of printed texts, and writes the aggregations that the JSON report names, cell by cell, in
the form that the published detectors' scores are reckoned from (Jiang, Vitagliano, Hameed and
Naumann, EDBT 2022). The sheets are not part of this project.
"""

import gzip
import json
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import openpyxl

from allokera import audit_file
from allokera.errors import AllokeraError
from allokera.render.language import word_error
from allokera.render.views.report import ReportView

_OPERATORS = {
    "sum": "Sum",
    "mean": "Average",
    "division": "Division",
    "product": "Division",
    "change": "RelativeChange",
}


def as_workbook(rows: Sequence[Sequence[str]], folder: Path) -> Path:
    """Write printed texts as an Excel workbook."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet")
    for row in rows:
        sheet.append([cell or None for cell in row])
    path = folder / "sheet.xlsx"
    book.save(path)
    return path


def _report(rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return dict(ReportView(audit_file(as_workbook(rows, Path(folder)))).document())


def detections(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """List the aggregations of a report: one for each line that a relation is meant for."""
    for relation in document["relations"]:
        operator = _OPERATORS.get(relation["family"])
        sides = [relation["target"], *relation["parts"]]
        if operator is None or any(side["sign"] < 0 or side["rows_above"] for side in sides):
            continue
        if relation["family"] == "product":
            # a product of a quotient and its divisor says the same as the quotient
            sides[:2] = [sides[1], sides[0]]
        for line in sorted(number for lines in relation["lines"].values() for number in lines):
            cells = [
                [line - 1, side["place"] - 1]
                if relation["direction"] == "across"
                else [side["place"] - 1, line - 1]
                for side in sides
            ]
            yield {"operator": operator, "aggregator": cells[0], "aggregatees": cells[1:]}


def _one(line: str) -> tuple[str, list[dict[str, Any]], str, list[str]]:
    """Audit one sheet: what is detected, why it was refused, and the errors."""
    table = json.loads(line)
    try:
        document = _report(table["table_array"])
    except AllokeraError as error:
        return table["file_name"], [], word_error(error), []
    said = [
        f"{finding['severity']}: {finding['message']}"
        for finding in document["findings"]
        if finding["severity"] != "note"
    ]
    return table["file_name"], list(detections(document)), "", said


def main() -> int:
    """Audit every sheet of a file, and write what is detected."""
    parser = ArgumentParser(prog="python -m benchmarks.detections", description=__doc__)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("detections", type=Path)
    parser.add_argument("--findings", action="store_true", help="show errors and warnings")
    arguments = parser.parse_args()
    found, refused, severities = {}, 0, Counter[str]()
    with gzip.open(arguments.annotated, "rt", encoding="utf-8") as lines, Pool() as pool:
        for name, detected, refusal, said in pool.imap(_one, lines, 4):
            found[name] = detected
            if refusal:
                refused += 1
                print(f"{name}: refused: {refusal}")
            for text in said:
                severities[text.partition(":")[0]] += 1
                if arguments.findings:
                    print(f"{name}: {text}")
    arguments.detections.write_text(json.dumps(found), encoding="utf-8")
    print(f"{len(found)} sheets, {refused} refused; {dict(severities)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
