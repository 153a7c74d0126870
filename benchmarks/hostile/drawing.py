"""Which file has which number, and what is asked of it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import NamedTuple

from benchmarks.hostile import Make
from benchmarks.hostile.archives import ARCHIVES
from benchmarks.hostile.damage import DAMAGE
from benchmarks.hostile.nesting import YAML
from benchmarks.hostile.pages import HTML
from benchmarks.hostile.sheets import SHEETS
from benchmarks.hostile.spelling import SPELLINGS
from benchmarks.hostile.tables import LARGE, TABLES, sound
from benchmarks.hostile.texts import CSV, MARKDOWN, TEXT

DATA = Path(__file__).parents[2] / "data"
SUFFIXES = {
    "csv": "csv",
    "text": "txt",
    "markdown": "md",
    "html": "html",
    "xlsx": "xlsx",
    "yaml": "yaml",
}
_OWN: dict[str, dict[str, Make]] = {
    "csv": CSV,
    "text": TEXT,
    "markdown": MARKDOWN,
    "html": HTML,
    "xlsx": {**SHEETS, **ARCHIVES},
    "yaml": YAML,
}
_SLOW = {
    *LARGE,
    "bombs",
    "bombs that say they are small",
    "members that overlap",
    "many members",
    "many lines",
    "many keys",
}
_READINGS = (
    ("verify", "{}"),
    ("verify", "{}", "--json"),
    ("verify", "{}", "--corrected", "copy-{}"),
    ("compute", "--total", "1000", "--weights", "{}"),
    ("compute", "--total", "1000", "--weights", "{}", "--column", "2018", "--json"),
)
_GRANT = (("verify", "--grant", "grant"), ("compute", "--year", "2020", "--grant", "grant"))
_SCENARIO = (("compute", "--scenario", "{}"), ("compute", "--scenario", "{}", "--json"))


class Specimen(NamedTuple):
    """A file that is made and read.

    Attributes:
        number: its place among those of its format and seed, from 0.
        asked: the command and its options, with `{}` for the file.
    """

    form: str
    seed: int
    number: int
    kind: str
    asked: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.form} {self.number}, seed {self.seed}: {self.kind}: allokera {self.command}"

    @property
    def file(self) -> str:
        return f"file.{SUFFIXES[self.form]}"

    @property
    def arguments(self) -> list[str]:
        return [each.format(self.file) for each in self.asked]

    @property
    def command(self) -> str:
        return " ".join(self.arguments)

    def write(self, directory: Path) -> None:
        """Write the file, and a grant around it where one is asked for."""
        source = Random(f"{self.form} {self.kind} {self.number} {self.seed}")
        content = _kinds(self.form)[self.kind](source)
        (directory / self.file).write_bytes(content)
        if "grant" in self.asked:
            folder = directory / "grant"
            folder.mkdir()
            for name in ("kommuner_2018.yaml", "budgets.yaml"):
                copyfile(DATA / name, folder / name)
            name = "budgets.yaml" if b"\nbudgets:" in content else "kommuner_2018.yaml"
            (folder / name).write_bytes(content)


def draw(form: str, each: int, seed: int, *, quick: bool = False) -> Iterator[Specimen]:
    """Draw files of a format: every kind once, then every kind again.

    Args:
        quick: leave out the kinds that take seconds.
    """
    kinds = [kind for kind in _kinds(form) if not (quick and kind in _SLOW)]
    Random(f"{form} {seed}").shuffle(kinds)
    for number in range(each):
        kind = kinds[number % len(kinds)]
        asked = Random(f"{form} {seed} {number}").choice(_asked(form, kind))
        yield Specimen(form, seed, number, kind, asked)


def _asked(form: str, kind: str) -> tuple[tuple[str, ...], ...]:
    if form != "yaml":
        return _READINGS
    if kind.startswith("scenario"):
        return _SCENARIO
    if kind.startswith("values"):
        return (*_GRANT, *_READINGS)
    return (*_GRANT, *_SCENARIO, *_READINGS)


def _kinds(form: str) -> dict[str, Make]:
    """List what is made of a format."""
    spell = SPELLINGS[form]
    kinds = dict(_OWN[form])
    for name, table in TABLES.items():
        kinds[name] = partial(lambda table, source: spell(table(source), source), table)
    for name, spoil in DAMAGE.items():
        kinds[name] = partial(
            lambda spoil, source: spoil(spell(sound(source), source), source), spoil
        )
    return kinds
