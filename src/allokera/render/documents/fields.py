"""What the documents share: their head, and how recipients, sources and money stand in them."""

from collections.abc import Iterable

from allokera.model import Administration, Recipient, Source
from allokera.render.language import word
from allokera.render.view import Json, Plain
from allokera.version import __version__


def head(name: str, version: int) -> dict[str, Json]:
    """Make the first fields of a document: which schema it keeps, and which allokera wrote it."""
    return {"schema": f"allokera/{name}/{version}", "version": __version__}


def title_fields(title: str) -> dict[str, Json]:
    """Say what it is about, where somebody did."""
    return {"title": title} if title else {}


def recipient_fields(recipient: Recipient) -> dict[str, Plain]:
    """Name a recipient."""
    return {"code": recipient.code, "name": recipient.name}


def administration_fields(administration: Administration) -> dict[str, Json]:
    """Say what is not shared out, and how that is known."""
    return {
        "amount": administration.amount,
        "basis": administration.basis,
        "reason": word(administration.reason),
    }


def source_fields(sources: Iterable[Source]) -> list[Json]:
    """List the sources with their digests.

    A page of which nobody gave one is not to be told again: the grant's own file, which is, has it.
    """
    return [
        {
            "file": source.file,
            "sha256": source.sha256,
            "title": source.title,
            "publisher": source.publisher,
        }
        for source in sources
        if source.sha256
    ]
