"""Every document keeps its schema, and every schema is one."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from allokera.render.forms.schema import SCHEMAS, schema
from conftest import Program

DOCUMENTS = [
    ("compute", ["compute", "--year", "2018"]),
    ("compute", ["compute", "--year", "2019"]),
    ("compute", ["compute", "--year", "2020", "--only", "Malmö"]),
    ("compute", ["compute", "--year", "2020", "--unit", "1", "--gross"]),
    ("compute", ["compute", "--total", "1000000007", "--unit", "tkr"]),
    ("compute", ["compute", "--total", "0"]),
    ("compute", ["compute", "--year", "all"]),
    ("compute", ["compute", "--year", "2018,2020", "--only", "0180"]),
    ("compute", ["compute", "--year", "2020", "--without", "Perstorp", "--by", "lan"]),
    ("compute", ["compute", "--year", "2020", "--add", "Burlöv", "--key", "--min", "40mnkr"]),
    (
        "compute",
        [
            *["compute", "--year", "2019,2020", "--carry", "--applied", "Perstorp=3mnkr"],
            *["--with", "per-capita", "--with", "own-funding"],
        ],
    ),
    ("compute", ["compute", "--weights", "population", "--total", "5mnkr", "--method", "hill"]),
    ("compute", ["compute", "--year", "2019,2020", "--unit", "0,01", "--min", "30mnkr"]),
    ("compute", ["compute", "--total=-5", "--lot", "Malmö,Växjö", "--threshold", "1 %"]),
    ("verify", ["verify"]),
    ("explain", ["explain", "Malmö", "--year", "2020"]),
    ("explain", ["explain", "Malmö", "--year", "2018"]),
    ("explain", ["explain", "Malmö", "--total", "5"]),
    ("explain", ["explain", "Malmö", "--year", "2020", "--method", "hill", "--min", "50mnkr"]),
    ("explain", ["explain", "Perstorp", "--year", "2020", "--applied", "Perstorp=1mnkr"]),
    ("explain", ["explain", "Perstorp", "--year", "2019-2021"]),
    ("explain", ["explain", "Perstorp", "--year", "2019-2021", "--carry"]),
    ("compare", ["compare", "--year", "2020", "--method", "hill", "--method", "lr"]),
    ("compare", ["compare", "published", "--year", "2019", "--without", "Malmö"]),
    ("compare", ["compare", "published", "--year", "all", "--carry"]),
    ("explain", ["explain", "Malmö", "--total=-5,25", "--lot", "Malmö"]),
    ("explain", ["explain", "Malmö", "--year", "2019,2020", "--unit", "öre"]),
    ("compare", ["compare", "--total", "5,25", "--method", "hill", "--method", "lr"]),
    ("budgets", ["budgets"]),
    ("methods", ["methods"]),
    ("methods", ["methods", "hill"]),
    ("check", ["verify", "--explain", "unit-slip"]),
    ("verify", ["verify", "docs/findings/shifted-block.csv"]),
    ("verify", ["verify", "docs/findings/base-suspect.html"]),
]
TABLES = [command for _, command in DOCUMENTS if command[0] == "verify" and len(command) > 1]
"""What is audited is another file than the grant's."""


def numbers(document: Any) -> list[object]:
    if isinstance(document, dict):
        return [each for value in document.values() for each in numbers(value)]
    if isinstance(document, list):
        return [each for value in document for each in numbers(value)]
    return [document]


@pytest.mark.parametrize(("name", "command"), DOCUMENTS)
def test_a_document_keeps_its_schema_and_names_its_sources(
    allokera: Program, name: str, command: list[str]
) -> None:
    document = json.loads(allokera(*command, "--json").out)
    Draft202012Validator(schema(name)).validate(document)
    assert re.fullmatch(r"allokera/[a-z]+/[0-9]+", document["schema"])
    assert not any(isinstance(each, float) for each in numbers(document))
    assert not any(isinstance(each, str) and each.startswith("/") for each in numbers(document))
    if "sources" in document and command not in TABLES:
        files = [source["file"] for source in document["sources"]]
        if "--weights" in command and "--year" not in command:
            assert len(files) == 1, "the grant's own files have no part in it"
            return
        assert files[:2] == ["kommuner_2018.yaml", "budgets.yaml"]
        assert "002_507c521a376d14b6.txt" in files


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_is_closed(allokera: Program, name: str) -> None:
    printed = json.loads(allokera("schema", name).out)
    assert printed == schema(name)
    Draft202012Validator.check_schema(printed)
    command = next(command for each, command in DOCUMENTS if each == name)
    document = json.loads(allokera(*command, "--json").out)
    validator = Draft202012Validator(printed)
    assert not validator.is_valid({**document, "more": 1})
    for key in document:
        assert not validator.is_valid({k: v for k, v in document.items() if k != key}), key
