"""What the documents share: their head, and how recipients, sources and money stand in them."""

from collections.abc import Iterable

from allokera import __version__
from allokera.apportionment import Method
from allokera.apportionment.margin import Margin
from allokera.kronor.wording import ratio
from allokera.model import Administration, Recipient, Source
from allokera.render.formats import Json, Plain
from allokera.sharing.allocation import Allocation
from allokera.terms.shares import Shares


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
        "reason": administration.reason,
    }


def shares_fields(shares: Shares) -> dict[str, Json]:
    """Say how the shares came about."""
    return {
        "reading": shares.reading,
        "basis": shares.basis,
        "reason": shares.reason,
        "times": shares.times,
    }


def ties_fields(allocation: Allocation) -> list[Json]:
    """Say who had equal claims, and to how many units."""
    recipients = allocation.problem.recipients
    return [
        {
            "contenders": [recipient_fields(recipients[row]) for row in tie.contenders],
            "places": tie.places,
        }
        for tie in allocation.ties
    ]


def margin_fields(margin: Margin, method: Method) -> dict[str, Json]:
    """Say which divisors, or splits of remainders, give an answer."""
    by_divisor = method.signposts is not None
    return {
        "of": "divisors" if by_divisor else "remainders",
        "squared": margin.squared,
        "least": None if margin.least is None else ratio(margin.least),
        "most": None if margin.most is None else ratio(margin.most),
        "simplest": ratio(margin.simplest) if by_divisor and margin.simplest else None,
    }


def source_fields(sources: Iterable[Source]) -> list[Json]:
    """List the sources with their digests."""
    return [
        {
            "file": source.file,
            "sha256": source.sha256,
            "title": source.title,
            "publisher": source.publisher,
        }
        for source in sources
    ]
