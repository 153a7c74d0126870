"""A scenario: a request in a file, by the names of the options."""

from pathlib import Path
from typing import Any

import pytest

from allokera.errors import SourceError
from allokera.source.grant_files.scenario import load_scenario
from allokera.terms.request import ENTRIES, OPTIONS, SWITCHES, Request, SourcedText


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.yaml"


def loaded(path: Path, text: str) -> Request:
    path.write_text(text, encoding="utf-8")
    return load_scenario(path)


def asked(name: str, value: Any) -> Request:
    options: dict[str, Any] = {name: value}
    return Request(**options)


def test_a_text_is_kept_with_its_place(path: Path) -> None:
    request = loaded(path, 'title: "A\n  b "\nyear: "2031"\n\ntotal: 5 mnkr\n')
    assert request == Request(
        title="A b",
        year=SourcedText("2031", f"{path}:3: year"),
        total=SourcedText("5 mnkr", f"{path}:5: total"),
    )


@pytest.mark.parametrize("name", [each for each in OPTIONS if each not in (*SWITCHES, *ENTRIES)])
def test_every_option_is_a_key(path: Path, name: str) -> None:
    text = {"weights": "-", "inhabitants": "2018-12-31"}.get(name, "x")
    request = loaded(path, f'{name}: "{text}"\n')
    assert request == asked(name, SourcedText(text, f"{path}:1: {name}"))


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize(
    ("text", "is_on"),
    [
        ("yes", True),
        ("true", True),
        ("ja", True),
        ("JA", True),
        ("no", False),
        ("false", False),
        ("nej", False),
        ("Nej", False),
    ],
)
def test_a_switch_is_on_or_as_if_it_were_not_there(
    path: Path, name: str, text: str, is_on: bool
) -> None:
    request = loaded(path, f"{name}: {text}\n")
    expected = SourcedText("yes", f"{path}:1: {name}") if is_on else None
    assert request == asked(name, expected)


@pytest.mark.parametrize("name", ENTRIES)
@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("5", [("5", 1)]),
        ("[5, Ale=6]", [("5", 1), ("Ale=6", 1)]),
        ("\n- 5\n- 6", [("5", 2), ("6", 3)]),
        ("\n  all: 5\n  Ale: 6", [("5", 2), ("Ale=6", 3)]),
        ("[]", []),
    ],
)
def test_entries_are_a_text_or_a_list_or_amounts_by_name(
    path: Path, name: str, text: str, entries: list[tuple[str, int]]
) -> None:
    request = loaded(path, f"{name}: {text}\n")
    expected = tuple(SourcedText(each, f"{path}:{line}: {name}") for each, line in entries)
    assert request == asked(name, expected)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("key: maybe", "1: bad value: key='key', reason=neither yes nor no: text='maybe'"),
        ("key: [yes]", "1: bad value: key='key', reason=list for yes or no"),
        ("min: [[5]]", "1: bad value: key='min', reason=entries expected"),
        ("min: {all: [5]}", "1: bad value: key='min', reason=entries expected"),
        ("yea: x", "1: key unknown but near: key='yea', near='year'"),
    ],
)
def test_what_is_no_scenario_is_refused(path: Path, text: str, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        loaded(path, f"{text}\n")
    assert str(refused.value) == f"{path}:{message}"


def test_an_unknown_key_is_refused_with_those_there_are(path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        loaded(path, "total: x\nqqqq: x\n")
    assert refused.value.places == (f"{path}:2",)
    assert refused.value.message.code == "key_unknown_among"
    facts = dict(refused.value.message.facts)
    assert facts["key"] == "qqqq"
    assert set(facts["choices"]) == {"title", *OPTIONS}  # type: ignore[call-overload]


def test_all_mistakes_are_said_in_their_order(path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        loaded(path, "qqqq: x\nyear: []\nyear: x\nkey: &a yes\n")
    errors = (refused.value, *refused.value.others)
    assert [each.places for each in errors] == [(f"{path}:{line}",) for line in (1, 2, 3, 4)]
    codes = ["key_unknown_among", "unfit", "key_twice", "anchors_and_tags"]
    assert [each.message.code for each in errors] == codes


def test_of_very_many_mistakes_the_first_are_said_and_the_others_counted(path: Path) -> None:
    for count in (20, 21, 30):
        with pytest.raises(SourceError) as refused:
            loaded(path, "".join(f"q{number}: x\n" for number in range(count)))
        *_, last = refused.value.others
        assert len(refused.value.others) == 19
        assert last.places == (f"{path}:20",)
        assert dict(last.message.facts).get("count", 0) == count - 20


def test_a_file_of_weights_or_inhabitants_is_beside_the_scenario(path: Path) -> None:
    (path.parent / "w.csv").write_text("x", encoding="utf-8")
    for name in ("weights", "inhabitants"):
        found = getattr(loaded(path, f"{name}: w.csv\n"), name)
        assert found == SourcedText(str(path.parent / "w.csv"), f"{path}:1: {name}")
        with pytest.raises(SourceError) as refused:
            loaded(path, f"total: x\n{name}: v.csv\n")
        missing = f"key={name!r}, path={path.parent / 'v.csv'!r}"
        assert str(refused.value) == f"{path}:2: no file: {missing}"


@pytest.mark.parametrize("text", ["-", "population"])
def test_some_weights_are_no_file(path: Path, text: str) -> None:
    weights = loaded(path, f'weights: "{text}"\n').weights
    assert weights == SourcedText(text, f"{path}:1: weights")
