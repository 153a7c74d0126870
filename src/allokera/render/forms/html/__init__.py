"""A page as HTML: one file that needs no other, and no network; nothing in it runs."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from allokera.render.forms.html.drawing import draw
from allokera.render.language import Language
from allokera.render.page import (
    Block,
    Chart,
    Excerpt,
    Folded,
    Further,
    Line,
    Notes,
    Opening,
    Page,
    Ranges,
    TableBlock,
    Title,
    printable,
)
from allokera.render.view import Json

_KINDS: dict[type, str] = {
    Title: "title",
    Line: "line",
    Notes: "notes",
    TableBlock: "table",
    Excerpt: "excerpt",
    Chart: "chart",
    Ranges: "chart",
    Opening: "opening",
}
_AMOUNT = re.compile("(?<=[0-9]) (?=[0-9]{3}|kr|euro|%)")


def html(page: Page, document: dict[str, Json], say: Language) -> str:
    """Write a page as HTML.

    Args:
        document: the same answer for machines, of which the version and the sources are shown.
        say: the language of the page.
    """
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    title = next(filter(None, map(_title, page)), "allokera")
    return (
        _environment()
        .get_template("page.html")
        .render(
            lang=say.code,
            title=title,
            style=Markup(style),  # noqa: S704 - our own file
            digest=b64encode(sha256(style.encode()).digest()).decode(),
            blocks=list(_blocks(page, title)),
            version=document["version"],
            words=say.files,
            sources=document.get("sources") or (),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("allokera.render.forms.html", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"shown": shown, "draw": draw}
    return environment


def _blocks(page: Sequence[Block], title: str) -> Iterator[tuple[str, Block, str]]:
    """Name the kind of every block, and what a table of it is about, each otherwise."""
    about, is_first, tables = title, True, Counter[str]()
    for block in _whole(page):
        kind = _KINDS[type(block)]
        if text := _title(block):
            about, kind = text, kind if is_first else "part"
            is_first = False
        tables[about] += kind == "table"
        yield kind, block, about if tables[about] < 2 else f"{about} ({tables[about]})"


def _whole(page: Iterable[Block]) -> Iterator[Block]:
    """Put what a document holds besides in its place."""
    for block in page:
        if isinstance(block, Further):
            yield from _whole(block.blocks())
        elif isinstance(block, Folded):
            yield from _whole(block.blocks)
        else:
            yield block


def _title(block: Block) -> str:
    if isinstance(block, Title):
        return block.text
    return block.title if isinstance(block, Opening) else ""


def shown(text: str) -> str:
    """Make a text harmless, and keep amounts and their words in one line."""
    return _AMOUNT.sub("\u00a0", printable(text).replace("-\n", "-").replace("\n", " "))
