"""A grant's key: what is read of it, each mistake with its line, and the figures that it names."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from allokera import Basis, Indicator, KeyPart, load_figures, load_grant, load_population
from allokera.errors import AllokeraError, SourceError
from conftest import ROOT

SCHOOLS = ROOT / "examples" / "schools"


@pytest.fixture
def schools(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCHOOLS, tmp_path / "schools"))


def edited(folder: Path, old: str, new: str, file: str = "schools.yaml") -> str:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(path)


def test_a_key_of_three_indicators_is_read() -> None:
    found = load_grant(SCHOOLS).key
    assert found is not None
    assert (found.basis, found.reason) == (Basis.STATED, "the board's decision 2026 § 112")
    assert found.source is not None
    assert found.source.title == "Strukturbidrag 2027"
    equal, pupils, new = found.parts
    assert equal == KeyPart(Fraction(1, 10))
    file = str(SCHOOLS / "indicators.csv")
    assert [each._replace(place="") for each in pupils.by] == [
        Indicator("Elever F-6", file),
        Indicator("Elever 7-9", file, Fraction(5, 4)),
    ]
    assert [each._replace(place="") for each in new.by] == [
        Indicator("Nyanlända", file, cap=Fraction(40))
    ]


def test_the_bundled_key_is_data_and_inferred() -> None:
    found = load_grant().key
    assert found is not None
    assert found.basis is Basis.INFERRED
    half = Fraction(1, 2)
    assert [part.share for part in found.parts] == [half, half]
    assert [[each.column for each in part.by] for part in found.parts] == [
        [],
        ["inhabitants 2017-12-31"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('share: "10 %"', 'share: "9 %"', "12: parts not one: total=Fraction(99, 100)"),
        (
            'share: "10 %"',
            'share: "0 %"',
            "13: bad value: key='share', reason=no share: text='0 %'",
        ),
        (', equally: "yes"}', "}", "13: equally or by"),
        (', equally: "yes"}', ', equally: "yes", by: "Nyanlända"}', "13: equally or by"),
        (
            'factor: "1,25"',
            'factor: "x"',
            "17: bad value: key='factor', reason=no figure: text='x'",
        ),
        (
            'cap: "40"',
            'cap: "40", floor: "41"',
            "18: floor above cap: floor=Fraction(41, 1), cap=Fraction(40, 1)",
        ),
        ('  file: "indicators.csv"\n', "", "15: column without file: column='Elever F-6'"),
        ('source: "decision"', 'source: "x"', "9: none of: name='x', choices=('decision',)"),
        ('cap: "40"', 'most: "40"', "18: key unknown: key='most'"),
        ('basis: "stated"', 'basis: "said"', "8: bad value: key='basis'"),
    ],
)
def test_a_mistake_is_refused_with_its_line(schools: Path, old: str, new: str, said: str) -> None:
    path = edited(schools, old, new)
    with pytest.raises(SourceError) as refused:
        load_grant(schools)
    assert str(refused.value).startswith(f"{path}:{said}")


def test_a_file_that_is_not_there_is_refused(schools: Path) -> None:
    path = edited(schools, "indicators.csv", "other.csv")
    with pytest.raises(SourceError) as refused:
        load_grant(schools)
    missing = schools / "other.csv"
    assert str(refused.value) == f"{path}:16: no figures file: path={missing!r}"


def test_figures_are_read_by_name_and_code(schools: Path) -> None:
    found = load_figures(load_grant(schools))
    names = [name for _, name in found]
    assert names == ["Elever F-6", "Elever 7-9", "Nyanlända"]
    new = found[str(schools / "indicators.csv"), "Nyanlända"]
    assert (new.name, new.source.file) == ("Nyanlända", "indicators.csv")
    assert (new.values["S01"], new.values["S09"]) == (11, 9)


@pytest.mark.parametrize(
    ("old", "new", "file", "said"),
    [
        ('"Elever F-6"', '"Elever"', "schools.yaml", "could be columns"),
        ('"Elever F-6"', '"Barn"', "schools.yaml", "no such column"),
        ('"Elever F-6"', '"inhabitants 2025-12-31"', "schools.yaml", "inhabitants unknown"),
        ("Ekskolan;204", "Ekskolan;tva", "indicators.csv", "weight expected"),
        ("Ekskolan;204", "Ekskolan;-204", "indicators.csv", "weight expected"),
        ("Granskolan;", "Ekskolan;", "indicators.csv", "recipient twice"),
        ("Granskolan;", "EKSKOLAN;", "indicators.csv", "stands again"),
    ],
)
def test_figures_that_cannot_be_read_are_refused_where_the_key_names_them(
    schools: Path, old: str, new: str, file: str, said: str
) -> None:
    edited(schools, old, new, file)
    with pytest.raises(AllokeraError, match=said) as refused:
        load_figures(load_grant(schools))
    assert refused.value.places[0].startswith(f"{schools / 'schools.yaml'}:")


def test_inhabitants_of_a_day_are_those_of_scb() -> None:
    grant, people = load_grant(), load_population("2018-12-31")
    named = ("", "inhabitants 2017-12-31")
    assert load_figures(grant, people)[named].values == people.inhabitants
    assert load_figures(grant)[named].values == load_population().inhabitants
