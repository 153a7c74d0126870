"""YAML where every scalar is text, and every mistake has a line."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.errors import SourceError
from allokera.source.grant_files.strict_yaml import DEEPEST, parse_yaml, quoted, read_yaml
from allokera.source.messages import SourceMessages


def read_whole(text: str) -> None:
    document = parse_yaml("t.yaml", text, "")
    document.refuse(document.mistakes)


def refusal(text: str) -> str:
    with pytest.raises(SourceError) as refused:
        read_whole(text)
    return str(refused.value)


def test_every_scalar_is_text_and_has_its_line() -> None:
    document = parse_yaml("t.yaml", "a: 0114\nb:\n- no\n- c: 1.0\n  d: |\n    x\n", "digest")
    assert document.tree == {"a": "0114", "b": ["no", {"c": "1.0", "d": "x\n"}]}
    assert (document.file, document.sha256) == ("t.yaml", "digest")
    places: list[tuple[str | int, ...]] = [
        (), ("a",), ("b",), ("b", 0), ("b", 1), ("b", 1, "c"), ("b", 1, "d"),
    ]  # fmt: skip
    assert [document.lines[place] for place in places] == [1, 1, 2, 3, 4, 4, 5]


def test_what_has_no_line_is_placed_where_its_parent_is() -> None:
    document = parse_yaml("t.yaml", "a: 1\nb:\n  c: 2\n", "")
    assert document.where(("b", "c")) == "t.yaml:3"
    assert document.where(("b", "x", 0)) == "t.yaml:2"
    assert document.where(("x",)) == "t.yaml:1"
    error = document.error(("b", "x"), SourceMessages.none_of, name="x", choices=("y",))
    assert str(error) == "t.yaml:2: none of: name='x', choices=('y',)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "t.yaml: empty file"),
        ("---\n", "t.yaml:1: "),
        ("a: 1\nb: 2\na: 3\n", "t.yaml:3: key twice: key='a', line=1"),
        ("a:\n  b: 1\n  b: 2\n", "t.yaml:3: key twice: key='b', line=2"),
        ("a\n---\nb\n", "t.yaml:3: two documents"),
        ("a:\n  ? [b]\n  : c\n", "t.yaml:2: key no text"),
        ("a:\n  &x b: c\n", "t.yaml:2: key no text"),
        ("a:\n  !x b: c\n", "t.yaml:2: key no text"),
        ("a:\n- &x b\n", "t.yaml:2: anchors and tags"),
        ("a:\n- !x b\n", "t.yaml:2: anchors and tags"),
        ("a:\n- *x\n", "t.yaml:2: anchors and tags"),
        ("a:\n\n- [b\n", "t.yaml:4: no yaml: reason="),
        ("a: \x07\n", "t.yaml: no yaml: reason='"),
        ("a: \ud800\n", "t.yaml: lone surrogate"),
    ],
)
def test_surprises_are_refused_with_their_line(text: str, message: str) -> None:
    if text == "---\n":
        assert parse_yaml("t.yaml", text, "").tree == ""
    elif message.endswith(("=", "='")):
        assert refusal(text).startswith(message)
    else:
        assert refusal(text) == message


def test_a_key_that_stands_again_keeps_what_it_said_first() -> None:
    document = parse_yaml("t.yaml", "a:\n  b: 1\na:\n  b: 2\n", "")
    assert document.tree == {"a": {"b": "1"}}
    assert document.lines[("a", "b")] == 2


def test_parts_are_found_by_their_path() -> None:
    document = parse_yaml("t.yaml", "a:\n- {b: ' x '}\n- c\n- {b: []}\n- {b: y, d: z}\n", "")
    assert document.texts("a", None, "b") == [(("a", 0, "b"), "x"), (("a", 3, "b"), "y")]
    assert document.parts("a", None, "b")[1] == (("a", 2, "b"), [])
    assert document.parts("a", "b") == document.parts("b") == document.parts(None) == []


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "  two before", "after  ", 'a "word"', "C:\\new\\u00e5", "it's", "0114", "no",
        "~", "null", "1e3", "- a", "a: b", "# none", "{a}", "[b]", "&a", "*a", "!a", "|", ">", "%",
        "@", "`", "line\nline", "\r\n", "tab\t", "\x00\x07\x1b\x7f\x85", "32\u00a0000", "\u2028",
        "\ufeff", "\u200b", "e\u0301", "\U0001f4b0 \U000e0041", "\ud7ff\ue000\ufffd", "å" * 500,
    ],
)  # fmt: skip
def test_a_quoted_text_reads_back_as_it_is_on_one_line(text: str) -> None:
    written = quoted(text)
    assert written.isprintable()
    assert parse_yaml("t.yaml", f"a: {written} # note\nb: [{written}]\n", "").tree == {
        "a": text,
        "b": [text],
    }


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_quoted(text: str) -> None:
    assert parse_yaml("t.yaml", quoted(text), "").tree == text


def test_what_looks_like_a_space_is_told_by_its_number() -> None:
    assert quoted('a\u00a0"\U000e0041\\') == r'"a\u00a0\"\U000e0041\\"'


def test_a_file_may_nest_so_deep() -> None:
    assert parse_yaml("t.yaml", "[" * DEEPEST + "a" + "]" * DEEPEST, "").tree
    deeper = "[" * (DEEPEST + 1) + "a" + "]" * (DEEPEST + 1)
    assert refusal(deeper) == "t.yaml:1: nested too deep: most=16"


def test_a_file_is_utf_8_with_or_without_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_bytes("\ufeffa: å\n".encode())
    document = read_yaml(path)
    assert document.tree == {"a": "å"}
    assert document.file == str(path)
    assert document.sha256 == sha256(path.read_bytes()).hexdigest()
    path.write_bytes(b"a: 1\n\nb: \xe5\n")
    with pytest.raises(SourceError) as refused:
        read_yaml(path)
    assert str(refused.value) == f"{path}:3: not utf8"


def test_a_file_may_be_so_long_wherever_it_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a: 123\n", encoding="utf-8")
    monkeypatch.setattr("allokera.source.grant_files.strict_yaml.MOST_LETTERS", 7)
    assert read_yaml(path).tree == {"a": "123"}
    path.write_text("a: 1234\n", encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read_yaml(path)
    assert str(refused.value) == f"{path}: yaml too long: most=7"
