"""Scenarios, weights and requests that cannot be used: each is refused where it stands."""

import shlex
from pathlib import Path

import pytest

from allokera import Bound, Grant, Scenario, own_shares, scaled, share_out
from allokera.errors import RequestError
from conftest import Refused


def scenario(text: str) -> str:
    return f"title: x\n{text}"


BAD_SCENARIOS = [
    'yaer: "2020"',
    'year: "MMXX"',
    "year: [2020]",
    'year: "2020"\nmin: "many"',
    'year: "2020"\nmin:\n  Perstrop: 3mnkr',
    'year: "2020"\nmin:\n  Perstorp: [3]',
    'year: "2020"\nmin:\n  Malmö: 3\n  Malmö: 4',
    'year: "2020"\nmin: "80mnkr"',
    'year: "2020"\nmax:\n  - "9mnkr"',
    'year: "2020"\nmax: ["9mnkr", "8mnkr"]',
    'year: "2020"\nredistribute: "maybe"',
    'year: "2020"\nredistribute: "yes"',
    'year: "2020"\nadd: "Burlöv"',
    'year: "2020"\nadd: "Malmö=3"',
    'year: "2020"\nwithout: "Lund"',
    'year: "2020"\nmethod: "dice"',
    'total: "5"\ncarry: "yes"',
    'year: "2020"\ntotal: "5"',
    'year: "2020"\nkey: "yes"\ninhabitants: "1917"',
    'year: "2020"\nweights: "none.csv"',
    "- 1",
    'year: "2020',
]


def written(directory: Path, suffix: str, text: str) -> str:
    """Write a text to a new file, and give its path."""
    path = directory / f"{len(list(directory.iterdir()))}{suffix}"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_bad_scenario_is_refused_with_file_and_line(refused: Refused, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    asked = ["compute", "--output", str(output), "--scenario"]
    refused(
        "scenarios",
        {text: [*asked, written(tmp_path, ".yaml", scenario(text))] for text in BAD_SCENARIOS},
    )
    assert not output.exists()


BAD_WEIGHTS = [
    "name,weight\nA,5\nB,-3\n",
    "name,weight\nA,5\nB,5 000 00\n",
    "name,weight\nA,5\nB,x3y\n",
    "name,weight\nA,5\nB,\nC,3\n",
    "name,weight\nA,5\nB,3\nSource: SCB,\n",
    "name,weight\nA,5\nA,3\n",
    "name,weight,min\nA,5,x1\nB,3,\n",
    "name,weight\nA,1e3\nB,3\nC,4\n",
    "code,name,weight\n01,A,?\n02,B,3\n03,C,4\n",
    "name,weight,weight\nA,5,1\nB,3,2\n",
    "name,2019,2020\nA,5,1\nB,3,2\n",
    "code,name,weight\n01,A,5\n01,B,3\n",
    "name,weight,min\nA,5,0 5\nB,3,1\n",
    "name,weight,min,max\nA,5,3,2\nB,3,,\n",
    "name,weight,max\nA,5,3\nB,3,2\n",
    "name,min\nA,5\nB,3\n",
    "name,weight\nA,0\nB,0\n",
    "",
    "nothing here",
]


def test_bad_weights_are_refused_with_file_and_line(refused: Refused, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    asked = ["compute", "--total", "9", "--output", str(output), "--weights"]
    refused("weights", {text: [*asked, written(tmp_path, ".csv", text)] for text in BAD_WEIGHTS})
    assert not output.exists()


BAD_REQUESTS = [
    ["--max", "Perstorp=30mnkr", "--min", "45mnkr"],
    ["--min", "Malmö=1mnkr", "--min", "malmo=2mnkr"],
    ["--min", "1,5mnkr", "--max", "1,7mnkr"],
    ["--add", "Burlöv=3mnkr", "--key"],
    ["--add", "Burlof=3mnkr"],
    ["--add", "Gotebrog=1"],
    ["--add", "Narvik"],
    ["--add", "9999=1mnkr"],
    ["--add", "=1mnkr"],
    ["--applied", "Burlöv=3mnkr"],
    ["--weights", "x.csv", "--key"],
    ["--year", "2019-2020", "--carry", "--method", "webster"],
    ["--carry"],
    ["--inhabitants", "2018-12-31"],
    ["--add", "Burlöv=3mnkr", "--add", "1231=4mnkr"],
    ["--without", "Malmö", "--max", "Malmö=3mnkr"],
    ["--min", "Perstorp=5mnkr", "--applied", "1275=3mnkr"],
    ["--year", "2019-2020", "--with", "share"],
    ["--weights", "population", "--with", "change"],
    ["--year", "2020", "--with", "shares"],
    ["--inhabitants", "2015", "--key"],
    ["--year", "2019", "--total", "3"],
    ["--envelope", "1mnkr"],
    ["--method", "hill", "--unit", "1mdkr"],
]


def test_a_bad_request_is_refused_in_a_line(refused: Refused) -> None:
    def asked(arguments: list[str]) -> list[str]:
        return ["compute", *([] if "--year" in arguments else ["--year", "2020"]), *arguments]

    refused("requests", {shlex.join(each): asked(each) for each in BAD_REQUESTS})


def test_nobody_left_is_refused(grant: Grant) -> None:
    with pytest.raises(RequestError, match="nobody left"):
        scaled(own_shares(grant), grant.recipients, [])


def test_two_bounds_of_one_recipient_are_refused(grant: Grant) -> None:
    malmo = grant.recipients[17]
    twice = (Bound(recipient=malmo, amount=1), Bound(recipient=malmo, amount=2))
    with pytest.raises(RequestError, match="two bounds"):
        share_out(grant, Scenario(years=(2020,), minimums=twice))
