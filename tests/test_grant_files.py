"""A grant of one's own: two YAML files, read strictly, every mistake with its line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import Grant, compute, load_grant
from allokera.errors import RequestError, SourceError
from allokera.source.bundled import data_directory
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
            "'0123' stands here again",
        ),
        (TABLE, "Huddinge", "Järfälla", "0126", "'Järfälla' stands here again"),
        (TABLE, ', "61 000 000"]', "]", "Huddinge", "2 cells, for 3 columns"),
        (TABLE, 'title: "Stats', 'titel: "Stats', "titel", "'title' is missing"),
        (
            TABLE,
            'weights: "2018"',
            'weights: "2017"',
            "weights:",
            "'2017' is none of 2018, 2019, 2020-2027",
        ),
        (
            TABLE,
            'source: "table"',
            'source: "tabel"',
            'source: "tabel"',
            "'tabel' is none of table, list",
        ),
        (TABLE, 'unit: "1 000"', 'unit: "1 00"', 'unit: "1 00"', "unit: '1 00' is not an amount"),
        (TABLE, 'status: "indicative"', 'status: "sure"', "sure", "'sure' is none of indicative"),
        (TABLE, 'name: "2019"', 'name: "2018"', "Belopp 2019", "a column is '2018' already"),
        (TABLE, 'years: "2019"', 'years: "2018-2019"', "2018-2019", "has these years already"),
        (TABLE, 'years: "2019"', 'years: "19"', '"19"', "'19' is no year"),
        (TABLE, 'years: "2019"', 'years: "0000"', '"0000"', "'0000' is no year"),
        (TABLE, "9239", "xyz9", "xyz9", "no SHA-256"),
        (
            TABLE,
            'heading: "Belopp 2018*"',
            'heading: ""',
            'heading: ""',
            "heading: a text is missing",
        ),
        (
            TABLE,
            'printed: ["9 979 000", "32\\u00a0000 000", "53 000 000"]',
            'printed: "9 979 000"',
            "Järfälla",
            "a list is expected",
        ),
        (BUDGETS, 'envelope: "425', 'envelope: "-425', "-425", "is negative"),
        (BUDGETS, 'envelope: "425 000 000"', 'envelope: "4,5"', "4,5", "not a whole number"),
        (
            BUDGETS,
            'amount: "14 604 000"',
            'amount: "14 604 000 000"',
            "14 604 000 000",
            "more than the envelope",
        ),
        (BUDGETS, 'unit: "1 000"', 'unit: "0"', 'unit: "0"', "smallest is 1 krona"),
        (BUDGETS, 'years: "2019"', 'years: "2018"', "years", "2018 has a budget already"),
        (BUDGETS, '    agency: "Till', '    agent: "Till', "agent:", "'agency' is missing"),
        (
            BUDGETS,
            '    agency: "Till',
            '    note: "x"\n    agency: "Till',
            "note:",
            "'note' is not known here",
        ),
        (
            BUDGETS,
            '    agency: "Till',
            '    unit: "5"\n    agency: "Till',
            '"5"',
            "'unit' stands here again, first in line",
        ),
        (BUDGETS, 'basis: "derived"', 'basis: "guessed"', "guessed", "'guessed' is none of stated"),
        (
            BUDGETS,
            '    administration:\n      amount: "14',
            '    administration: "x"\n    rest:\n      amount: "14',
            'administration: "x"',
            "mapping of keys",
        ),
        (
            BUDGETS,
            'agency: "Tillväxtverket"',
            "agency: *anchor",
            "*anchor",
            "found undefined alias|anchors, aliases",
        ),
        (
            BUDGETS,
            'agency: "Tillväxtverket"',
            "agency: !!python/name:os.system x",
            "!!python",
            "anchors, aliases and tags",
        ),
        (BUDGETS, 'agency: "Tillväxtverket"', "agency: [", "agency: [", "this is no YAML|expected"),
    ],
)
def test_a_mistake_is_shown_with_file_and_line(
    edited: Edit, file: str, old: str, new: str, at: str, problem: str
) -> None:
    directory = edited(file, old, new)
    with pytest.raises(SourceError, match=problem) as caught:
        load_grant(directory)
    place, _, _ = str(caught.value).partition(": ")
    path, _, line = place.rpartition(":")
    assert Path(path).name == file
    if "missing" not in problem and "already" not in problem and "no YAML" not in problem:
        assert int(line) == line_of(directory, file, at)
    assert "\n" not in str(caught.value)


def test_a_grant_of_ones_own_is_computed(edited: Edit) -> None:
    directory = edited(BUDGETS, 'amount: "14 604 000"', 'amount: "15 000 000"')
    assert compute(load_grant(directory), year=2018).allocated == 410_000_000


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
    with pytest.raises(SourceError, match=r"one YAML file is expected beside budgets\.yaml"):
        load_grant(tmp_path)
    (tmp_path / "table.yaml").write_text("a: b\n", encoding="utf-8")
    with pytest.raises(SourceError, match="no such file"):
        load_grant(tmp_path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"# nothing\n", "the file is empty"),
        (b"a: \xe5", r":1: this is not UTF-8"),
        (b"a: 1\nb: \xff", r":2: this is not UTF-8"),
        (b"a: \x07", "this is no YAML"),
        (b"- a\n---\n- b\n", r":3: the file holds more than one document"),
        (b"{[a]: b}", r":1: a key must be plain text"),
        (b"[" * 40, r":1: this is nested more than 16 levels"),
        (b"[" * 100_000, r":1: this is (nested more than 16 levels|no YAML: exceeded)"),
        (b"a: b\n  c: d: e\n", r":2: this is no YAML"),
        (b"a: 1\na: 2\n", r":2: the key 'a' stands here again, first in line 1"),
    ],
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


def test_a_grant_without_budgets_is_refused(tmp_path: Path) -> None:
    for source in data_directory().glob("*.yaml"):
        shutil.copy(source, tmp_path)
    text = (tmp_path / BUDGETS).read_text(encoding="utf-8")
    (tmp_path / BUDGETS).write_text(
        text[: text.index("\nbudgets:")] + "\nbudgets: []\n", encoding="utf-8"
    )
    with pytest.raises(SourceError, match="budgets: at least one is expected here"):
        load_grant(tmp_path)


def test_the_weights_are_read_in_the_notation_of_their_column(edited: Edit) -> None:
    """`850.000` alone could be two numbers; beside `1.350.000` it is one, here as in `verify`."""
    folder = edited(TABLE, "9 979 000", "9.979.000")
    text = (folder / TABLE).read_text(encoding="utf-8")
    (folder / TABLE).write_text(text.replace("8 244 000", "850.000"), encoding="utf-8")
    assert compute(load_grant(folder), total=1).rows[-1].weight == 850_000
