"""Whatever allokera writes that it reads, it audits: nothing is wrong, and relations are named."""

import json
from pathlib import Path

import pytest

from conftest import Program

pytestmark = pytest.mark.slow

COMMANDS = (
    "compute --year 2020",
    "compute --year 2018-2027",
    "compute --year 2018-2027 --carry",
    "compute --year 2019,2020 --by lan",
    "compute --year 2020 --by lan",
    "compute --total 1234567890 --unit tkr",
    "compute --year 2020 --without Malmö --min 10mnkr",
    "compute --year 2020 --method jefferson --max Malmö=100mnkr",
    "compute --year 2020 --with per-capita",
    "compute --year 2020 --with own-funding",
    "compute --year 2020 --with change",
    "compute --year 2020 --with share --with published --with change --with per-capita",
    "compare --year 2020 --method webster --method hill",
    "compare --year 2020 --method adams --method dean",
)


@pytest.mark.parametrize("suffix", ["csv", "md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_audited_clean(allokera: Program, command: str, suffix: str, tmp_path: Path) -> None:
    path = str(tmp_path / f"out.{suffix}")
    assert allokera(*command.split(), "--output", path).status == 0
    document = json.loads(allokera("verify", path, "--json").out)
    said = [each for each in document["findings"] if each["severity"] != "note"]
    assert [each["message"] for each in said] == []
    assert document["verdict"] in {"clean", "clean-as-far-as-checked"}
    assert [each["text"] for each in document["relations"] if each["standing"] != "likely"]
