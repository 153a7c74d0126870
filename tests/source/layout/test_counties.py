"""Counties without their title, and municipalities of the same name."""

import pytest

from allokera.source.population import load_population
from allokera.source.table.reading import read_table

COUNTIES = ("Stockholm", "Uppsala", "Kalmar", "Gotland")


def codes(heading: str, names: tuple[str, ...]) -> list[str]:
    text = "\n".join(
        [f"{heading};Belopp", *(f"{name};1{place}" for place, name in enumerate(names))]
    )
    table = read_table("t", text.encode(), load_population().everybody)
    return [each.code for each in table.recipients]


@pytest.mark.parametrize("heading", ["Landsting", "Region", "Län", "Regioner", "Landsting 2018"])
def test_a_heading_tells_counties_from_municipalities(heading: str) -> None:
    assert codes(heading, COUNTIES) == ["01", "03", "08", "09"]
    assert codes(heading, ("Region Skåne", "Region Kalmar län", "Summa")) == ["12", "08", ""]


def test_names_that_only_counties_have_tell() -> None:
    assert codes("Namn", (*COUNTIES, "Blekinge")) == ["01", "03", "08", "09", "10"]


def test_municipalities_stay_what_they_are() -> None:
    assert codes("Kommun", COUNTIES) == [""] * 4
    assert codes("Kommun i Region Kalmar", ("Kalmar kommun", "Borgholm")) == [""] * 2
    assert codes("Region", ("Kalmar", "Borgholm")) == [""] * 2
    assert codes("Region", ("Kalmar kommun", "Uppsala kommun")) == [""] * 2
