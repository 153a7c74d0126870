"""What only YAML allows: the files of a grant, and scenarios."""

from pathlib import Path
from random import Random

from benchmarks.hostile import Make

_DATA = Path(__file__).parents[2] / "data"
_VALUES = (
    "1" * 100_000,
    "9" * 20,
    "-1",
    "0",
    "",
    "~",
    "null",
    "no",
    "1e999",
    ".inf",
    "0o17",
    "2018-01-01",
    "all",
    "1900-2099",
    "0001-9999",
    "2020,2020",
    "2,2 mdkr",
    "1/3",
    "\\u202e",
    "\\ud800",
    "\\0",
    "\\e[31m",
    "Malmö",
    "a" * 100_000,
    "population",
    "-",
    "/etc/passwd",
    "../..",
    "hill",
    "yes",
    "100 %",
    "Malmö=5",
    "=5",
    "=",
    "[]",
)
_KEYS = (
    "title",
    "year",
    "total",
    "unit",
    "envelope",
    "administration",
    "method",
    "carry",
    "weights",
    "without",
    "add",
    "key",
    "inhabitants",
    "min",
    "max",
    "applied",
    "redistribute",
    "gross",
    "column",
    "names",
    "decimal",
    "table",
    "sheet",
    "only",
    "nosuch",
    "__class__",
    "<<",
    "?",
    "2018",
    "",
)


def _scenario(source: Random) -> bytes:
    lines = []
    for key in source.sample(_KEYS, source.randrange(1, 7)):
        value = source.choice(_VALUES)
        form = source.choice(
            ['"{}"', '"{}"', "{}", '["{}", "{}"]', '{{Malmö: "{}"}}', "\n  - {}\n  - [{}]"]
        )
        lines.append(f"{key}: {form.format(value, value)}")
    return "\n".join(lines).encode()


def _deep(source: Random) -> bytes:
    opened, closed = source.choice(
        [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("a:\n ", ""), ("'", ""), ("[[{", "")]
    )
    count = source.choice([10, 17, 1_000, 100_000, 900_000])
    head = source.choice(["", "title: ", "table:\n  rows:\n    - "])
    return (head + opened * count + source.choice(["", closed * count])).encode()


def _growing(source: Random) -> bytes:
    """Nest ever deeper by indentation."""
    return "\n".join(" " * at + "a:" for at in range(source.choice([12, 20, 1_000]))).encode()


def _aliases(source: Random) -> bytes:
    lines = ["a0: &a0 [lol]"]
    lines += [
        f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]"
        for at in range(1, source.choice([3, 30]))
    ]
    lines += source.choice(
        [["<<: *a0"], ["x: &x [*x]"], ["table:", "  rows:", "    *a1"], ["b: *nosuch"]]
    )
    return "\n".join(lines).encode()


def _tags(source: Random) -> bytes:
    tag = source.choice(
        [
            "!!python/object/apply:os.system",
            "!!binary",
            "!!set",
            "!x",
            "!<tag:x,2018:y>",
            "!!int",
            "&a",
            "%TAG",
        ]
    )
    return f'title: {tag} "{source.choice(_VALUES)}"\n'.encode()


def _grant(source: Random) -> bytes:
    """Change some values of a sound file of a grant."""
    lines = (
        (_DATA / source.choice(["kommuner_2018.yaml", "budgets.yaml"]))
        .read_text("utf-8")
        .split("\n")
    )
    for _ in range(source.choice([1, 3, 9])):
        at = source.randrange(len(lines))
        key, mark, _ = lines[at].partition(": ")
        lines[at] = source.choice(
            [f'{key}{mark}"{source.choice(_VALUES)}"', "", lines[at] * 2, f"  {lines[at]}", "\t"]
        )
    return "\n".join(lines).encode()


def _many(source: Random) -> bytes:
    piece = source.choice(
        [
            "a{}: 1\n",
            "- {}\n",
            "# {}\n",
            "--- {}\n",
            "k{}: [1, 2, 3]\n",
            '"{}": |\n  x\n',
            "a: {}\n",
            "{}, ",
        ]
    )
    head = source.choice(["", "table:\n  rows:\n", "title: x\n"])
    return (
        head + "".join(piece.format(at) for at in range(source.choice([900, 60_000, 300_000])))
    ).encode()


def _long(source: Random) -> bytes:
    piece = source.choice(["a", "å", " ", "a ", '\\"', "\\u0041", "\n\n", "'", "# "])
    text = piece * (source.choice([2_000, 900_000, 20_000_000]) // len(piece))
    form = source.choice(
        ['title: "{}"', "title: {}", "{}: x", "title: |\n  {}", "table:\n  rows:\n    - {}"]
    )
    return form.replace("{}", text).encode()


def _documents(source: Random) -> bytes:
    return source.choice(
        [
            b"---\n---\n",
            b"a: 1\n---\nb: 2\n",
            b"...\n",
            b"%YAML 1.1\n---\n",
            b"- a\n",
            b"x\n",
            b"a: b: c\n",
            b"\t\n",
            b"a: 1\na: 2\n",
            b"[",
            b"? a\n",
            b"*a",
            b"!",
            b"|",
            b"a: >9\n b",
        ]
    )


YAML: dict[str, Make] = {
    "scenario": _scenario,
    "scenario again": _scenario,
    "scenario once more": _scenario,
    "deep nesting": _deep,
    "growing indentation": _growing,
    "aliases": _aliases,
    "tags": _tags,
    "values of a grant": _grant,
    "values of a grant again": _grant,
    "many keys": _many,
    "long scalars": _long,
    "documents": _documents,
}
