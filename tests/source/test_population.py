"""How many people live where: the bundled file, and what is no such file."""

from pathlib import Path

import pytest

from allokera.errors import RequestError, SourceError
from allokera.model import Population, Recipient
from allokera.source import population
from allokera.source.population import load_population

HEADING = "kommunkod,kommun,lanskod,lan,folkmangd_2017_12_31,folkmangd_2018_12_31"
ROWS = ("0114,Ale,01,Stockholms län,5,6", "0115,Kil,01,Stockholms län,7,8", "0305,Håbo,03,X,9,10")


def loaded(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *lines: str, date: str = "2017-12-31"
) -> Population:
    (folder / "kommuner_folkmangd.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(population, "data_directory", lambda: folder)
    return load_population(date)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2017-12-31", {"0114": 5, "0115": 7, "01": 12, "0305": 9, "03": 9}),
        ("2018-12-31", {"0114": 6, "0115": 8, "01": 14, "0305": 10, "03": 10}),
    ],
)
def test_municipalities_are_listed_and_counties_added_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, date: str, expected: dict[str, int]
) -> None:
    found = loaded(monkeypatch, tmp_path, HEADING, *ROWS, date=date)
    assert found.inhabitants == expected
    assert found.date == date
    assert found.municipalities == (
        Recipient(code="0114", name="Ale"),
        Recipient(code="0115", name="Kil"),
        Recipient(code="0305", name="Håbo"),
    )
    assert found.counties == (
        Recipient(code="01", name="Stockholms län"),
        Recipient(code="03", name="X"),
    )


def test_the_source_is_named() -> None:
    source = load_population("2018-12-31").source
    assert (source.file, source.title, source.publisher) == (
        "kommuner_folkmangd.csv",
        "Folkmängd per kommun 2018-12-31",
        "Statistiska centralbyrån (SCB)",
    )
    assert len(source.sha256) == 64


def test_the_usual_day_is_that_of_the_grant() -> None:
    assert load_population() == load_population("2017-12-31")


def test_a_day_that_is_not_there_is_refused_with_those_that_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(RequestError) as refused:
        loaded(monkeypatch, tmp_path, HEADING, *ROWS, date="2019-12-31")
    assert str(refused.value) == (
        "inhabitants unknown: date='2019-12-31', days=('2017-12-31', '2018-12-31')"
    )


@pytest.mark.parametrize("column", range(4))
def test_other_columns_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, column: int
) -> None:
    heading = HEADING.split(",")
    heading[column] = "x"
    with pytest.raises(SourceError) as refused:
        loaded(monkeypatch, tmp_path, ",".join(heading), *ROWS)
    assert str(refused.value) == (
        f"{tmp_path / 'kommuner_folkmangd.csv'}:1: "
        "days expected: columns=('kommunkod', 'kommun', 'lanskod', 'lan')"
    )


@pytest.mark.parametrize(
    "row",
    [
        "0116,Mora,01,Stockholms län,5",
        "0116,Mora,01,Stockholms län,5,6,7",
        "0116,Mora,01,Stockholms län,x,6",
        "0116,Mora,01,Stockholms län,,6",
        "0114,Mora,01,Stockholms län,5,6",
        "01,Mora,01,Stockholms län,5,6",
    ],
)
def test_a_row_of_another_form_is_refused_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, row: str
) -> None:
    with pytest.raises(SourceError) as refused:
        loaded(monkeypatch, tmp_path, HEADING, ROWS[0], row)
    place = f"{tmp_path / 'kommuner_folkmangd.csv'}:3"
    assert str(refused.value) == f"{place}: cells expected: count=6"
