"""What a shell offers when somebody presses Tab: recipients, years, methods, codes and so on.

A text is offered where it begins as what is typed, case and accents aside. The shell's own filter
would strike it out again, so what is offered says yes to that.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from typer import Context

if TYPE_CHECKING:
    from allokera.model import Grant


class Offered(str):
    """A text that begins as whatever is typed."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Say yes."""
        return True


def _offer(texts: Iterable[str], typed: str) -> list[str]:
    from allokera.names import fold

    wanted = fold(typed)
    return [Offered(text) for text in dict.fromkeys(texts) if fold(text).startswith(wanted)]


def _of_grant(texts: "Callable[[Grant], Iterator[str]]") -> Callable[[Context, str], list[str]]:
    """Offer what a grant knows: the bundled one, or the one that is typed already."""

    def offered(context: Context, incomplete: str) -> list[str]:
        from allokera.errors import AllokeraError
        from allokera.usecases.read_grant import read_grant

        directory = context.params.get("grant")
        with suppress(AllokeraError):
            return _offer(texts(read_grant(Path(directory) if directory else None)), incomplete)
        return []

    return offered


def _recipients(grant: "Grant") -> Iterator[str]:
    yield from (each.name for each in grant.recipients)
    yield from (each.code for each in grant.recipients if each.code)


def _years(grant: "Grant") -> Iterator[str]:
    yield from (str(each.year) for each in grant.budgets)
    yield "all"


recipients = _of_grant(_recipients)
"""Names and codes of those who share."""

years = _of_grant(_years)
"""The years that have money."""


def methods(incomplete: str) -> list[str]:
    """Offer the methods, and their other names."""
    from allokera.apportionment import METHODS

    return _offer([name for each in METHODS for name in (each.name, *each.aliases)], incomplete)


def findings(incomplete: str) -> list[str]:
    """Offer the codes of findings."""
    from allokera.audit.checks import CHECKS

    return _offer([each.code for each in CHECKS], incomplete)


def languages(incomplete: str) -> list[str]:
    """Offer the languages."""
    from allokera.render.language import LANGUAGES

    return _offer(LANGUAGES, incomplete)


def formats(incomplete: str) -> list[str]:
    """Offer the formats."""
    from allokera.render.forms import FORMS

    return _offer([each.name for each in FORMS], incomplete)
