"""A grant of one's own: two YAML files, read strictly, every mistake with its line."""

import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import Grant, compute, load_grant
from allokera.errors import RequestError, SourceError
from allokera.kronor.currency import Currency
from allokera.source.files.bundled import data_directory
from allokera.source.grant_files.strict_yaml import read_yaml

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """A copy of the bundled grant with one text changed in one of its files."""

    def edit(file: str, old: str, new: str) -> Path:
        for source in data_directory().glob("*.yaml"):
            shutil.copy(source, tmp_path)
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return edit


def line_of(directory: Path, file: str, text: str) -> int:
    lines = (directory / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


TABLE, BUDGETS = "kommuner_2018.yaml", "budgets.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "problem"),
    [
        (
            TABLE,
            '    - {code: "0126", name',
            '    - {code: "0123", name',
            "Huddinge",
            "stands again",
        ),
        (TABLE, "Huddinge", "Järfälla", "0126", "stands again"),
        (TABLE, ', "61 000 000"]', "]", "Huddinge", "cells for columns"),
        (
            TABLE,
            'title: "Stats',
            'titel: "Stats',
            "",
            "key unknown but near: key='titel', near='title'",
        ),
        (
            TABLE,
            'weights: "2018"',
            'weights: "2017"',
            "weights:",
            "none of",
        ),
        (
            TABLE,
            'source: "table"',
            'source: "tabel"',
            'source: "tabel"',
            "none of",
        ),
        (TABLE, 'unit: "1 000"', 'unit: "1 00"', 'unit: "1 00"', "bad value"),
        (TABLE, 'status: "indicative"', 'status: "sure"', "sure", "bad value"),
        (TABLE, 'name: "2019"', 'name: "2018"', "", "column twice"),
        (TABLE, 'years: "2019"', 'years: "2018-2019"', "2018-2019", "years twice"),
        (TABLE, 'years: "2019"', 'years: "19"', '"19"', "bad value"),
        (TABLE, 'years: "2019"', 'years: "0000"', '"0000"', "bad value"),
        (TABLE, "9239", "xyz9", "xyz9", "unfit"),
        (
            TABLE,
            'heading: "Belopp 2018*"',
            'heading: ""',
            'heading: ""',
            "unfit",
        ),
        (
            TABLE,
            'printed: ["9 979 000", "32\\u00a0000 000", "53 000 000"]',
            'printed: "9 979 000"',
            "Järfälla",
            "unfit",
        ),
        (BUDGETS, 'envelope: "425', 'envelope: "-425', "-425", "bad value"),
        (
            BUDGETS,
            'amount: "14 604 000"',
            'amount: "14 604 000 000"',
            "14 604 000 000",
            "administration above envelope",
        ),
        (BUDGETS, 'envelope: "425 000 000"', 'envelope: "4,5"', "4,5", "parts of no unit"),
        (
            TABLE,
            "# How much of the cost",
            'currency: {code: "EUR", parts: "x"}\n#',
            'parts: "x"',
            "bad value",
        ),
        (
            TABLE,
            "# How much of the cost",
            'currency: {code: "euro"}\n#',
            'code: "euro"',
            "bad value",
        ),
        (BUDGETS, 'unit: "1 000"', 'unit: "0"', 'unit: "0"', "bad value"),
        (BUDGETS, 'years: "2019"', 'years: "2018"', "", "budget twice"),
        (
            BUDGETS,
            '    agency: "Till',
            '    agent: "Till',
            "",
            "key unknown: key='agent'",
        ),
        (
            BUDGETS,
            '    agency: "Till',
            '    note: "x"\n    agency: "Till',
            "note:",
            "key unknown",
        ),
        (
            BUDGETS,
            '    agency: "Till',
            '    unit: "5"\n    agency: "Till',
            '"5"',
            "key twice",
        ),
        (BUDGETS, 'basis: "derived"', 'basis: "guessed"', "guessed", "bad value"),
        (
            BUDGETS,
            '    administration:\n      amount: "14',
            '    administration: "x"\n    rest:\n      amount: "14',
            'administration: "x"',
            "unfit",
        ),
        (
            BUDGETS,
            'agency: "Tillväxtverket"',
            "agency: *anchor",
            "*anchor",
            "anchors and tags",
        ),
        (
            BUDGETS,
            'agency: "Tillväxtverket"',
            "agency: !!python/name:os.system x",
            "!!python",
            "anchors and tags",
        ),
        (BUDGETS, 'agency: "Tillväxtverket"', "agency: [", "", "no yaml"),
    ],
)
def test_a_mistake_is_shown_with_file_and_line(
    edited: Edit, file: str, old: str, new: str, at: str, problem: str
) -> None:
    directory = edited(file, old, new)
    with pytest.raises(SourceError, match=problem) as caught:
        load_grant(directory)
    place, *_ = caught.value.places
    path, _, line = place.rpartition(":")
    assert Path(path).name == file
    if at:  # else the place is that of another part
        assert int(line) == line_of(directory, file, at)


def test_a_grant_of_ones_own_is_computed(edited: Edit) -> None:
    directory = edited(BUDGETS, 'amount: "14 604 000"', 'amount: "15 000 000"')
    assert compute(load_grant(directory), year=2018).allocated == 410_000_000


@pytest.mark.parametrize(
    ("written", "currency"),
    [
        ('{code: "EUR"}', Currency("EUR", "euro", 2)),
        ('{code: "NOK", word: "kroner"}', Currency("NOK", "kroner", 2)),
        ('{code: "TND", parts: "3"}', Currency("TND", "TND", 3)),
        ('{code: "jpy"}', Currency("JPY", "JPY", 0)),
    ],
)
def test_a_grant_says_its_currency(edited: Edit, written: str, currency: Currency) -> None:
    directory = edited(TABLE, "# How much of the cost", f"currency: {written}\n#")
    assert load_grant(directory).currency == currency


def test_amounts_of_a_grant_may_have_parts(edited: Edit) -> None:
    directory = edited(BUDGETS, 'envelope: "425 000 000"', 'envelope: "425 000 000,50"')
    text = (
        (directory / BUDGETS).read_text(encoding="utf-8").replace('unit: "1 000"', 'unit: "0,01"')
    )
    (directory / BUDGETS).write_text(text, encoding="utf-8")
    assert compute(load_grant(directory), year=2018).allocated == 410_396_000 + Fraction(1, 2)


def test_a_plain_scalar_is_text_and_not_a_number(edited: Edit) -> None:
    """YAML reads 0114 as 76 and no as false; here both are what stands in the file."""
    directory = edited(TABLE, '{code: "0123"', "{code: 0114")
    assert load_grant(directory).recipients[0].code == "0114"
    directory = edited(BUDGETS, 'agency: "Tillväxtverket"', "agency: no")
    assert load_grant(directory).budgets[0].agency == "no"


def test_a_weight_that_is_no_amount_stops_the_computation(edited: Edit) -> None:
    grant = load_grant(edited(TABLE, '"9 979 000"', '"9 979 00"'))
    with pytest.raises(RequestError, match="weight unread"):
        compute(grant, year=2020)


def test_the_two_files_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such directory"):
        load_grant(tmp_path / "nowhere")
    with pytest.raises(SourceError, match="one table expected"):
        load_grant(tmp_path)
    (tmp_path / "table.yaml").write_text("a: b\n", encoding="utf-8")
    with pytest.raises(SourceError, match="no such file"):
        load_grant(tmp_path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty file"),
        (b"# nothing\n", "empty file"),
        (b"a: \xe5", r":1: not utf8"),
        (b"a: 1\nb: \xff", r":2: not utf8"),
        (b"a: \x07", "no yaml"),
        (b"- a\n---\n- b\n", "two documents"),
        (b"{[a]: b}", "key no text"),
        (b"[" * 40, "nested too deep"),
        (b"[" * 100_000, "no yaml|nested too deep"),
        (b"a: b\n  c: d: e\n", "no yaml"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_a_file_that_is_no_such_yaml_is_refused(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=problem):
        read_yaml(path)


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    try:
        read_yaml(path)
    except SourceError as error:
        assert str(path) in str(error)


def test_the_bundled_grant_is_the_one_that_is_loaded(grant: Grant) -> None:
    assert load_grant(data_directory()) == grant


def test_a_grant_without_budgets_shares_out_amounts(tmp_path: Path) -> None:
    for source in data_directory().glob("*.yaml"):
        shutil.copy(source, tmp_path)
    text = (tmp_path / BUDGETS).read_text(encoding="utf-8")
    (tmp_path / BUDGETS).write_text(
        text[: text.index("\nbudgets:")] + "\nbudgets: []\n", encoding="utf-8"
    )
    grant = load_grant(tmp_path)
    assert compute(grant, total=1_000).allocated == 1_000
    with pytest.raises(RequestError, match="no budget: year=2020"):
        compute(grant, year=2020)


def test_the_weights_are_read_in_the_notation_of_their_column(edited: Edit) -> None:
    """`850.000` alone could be two numbers; beside `1.350.000` it is one, here as in `verify`."""
    folder = edited(TABLE, "9 979 000", "9.979.000")
    text = (folder / TABLE).read_text(encoding="utf-8")
    (folder / TABLE).write_text(text.replace("8 244 000", "850.000"), encoding="utf-8")
    assert compute(load_grant(folder), total=1).rows[-1].weight == 850_000
