"""The years with their money, and who says so."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from allokera.kronor.amount import in_units_of
from allokera.model import Budget, Grant
from allokera.render.documents.fields import administration_fields, head, source_fields
from allokera.render.documents.shares import currency_fields
from allokera.render.language import Language, word
from allokera.render.page import Block, Heading, Page, TableBlock, Title, cells, line
from allokera.render.view import Json, Records, records


class BudgetsView(NamedTuple):
    """A grant's budgets."""

    grant: Grant

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/budgets/2`."""
        return head("budgets", 2) | {
            "title": self.grant.title,
            "statute": self.grant.statute,
            **currency_fields(self.grant.currency),
            "budgets": [_budget_fields(budget) for budget in _alike(self.grant)],
            "sources": source_fields(self.grant.files + self.grant.sources),
        }

    def records(self) -> Records:
        """List the years."""
        return records(
            [
                {
                    "year": budget.year,
                    "envelope": budget.envelope,
                    "envelope_basis": budget.basis,
                    "administration": budget.administration.amount,
                    "administration_basis": budget.administration.basis,
                    "pool": budget.pool,
                    "unit": budget.unit,
                    "status": budget.status,
                    "agency": budget.agency,
                    "source": _file(budget),
                    **currency_fields(self.grant.currency),
                }
                for budget in _alike(self.grant)
            ]
        )

    def page(self, say: Language) -> Page:
        """Show the years, and the words behind the figures."""
        return tuple(_blocks(say, self.grant))


def _budget_fields(budget: Budget) -> dict[str, Json]:
    return {
        "year": budget.year,
        "envelope": budget.envelope,
        "basis": budget.basis,
        "quotation": budget.quotation,
        "administration": administration_fields(budget.administration),
        "pool": budget.pool,
        "unit": budget.unit,
        "status": budget.status,
        "agency": budget.agency,
        "source": _file(budget),
    }


def _alike(grant: Grant) -> list[Budget]:
    """Take the amounts of all years for of one kind: with parts, where any year's unit has them."""
    unit = next((each.unit for each in grant.budgets if isinstance(each.unit, Fraction)), 1)

    def alike(budget: Budget) -> Budget:
        kept = budget.administration
        return replace(
            budget,
            envelope=in_units_of(unit, budget.envelope),
            unit=in_units_of(unit, budget.unit),
            administration=replace(kept, amount=in_units_of(unit, kept.amount)),
        )

    return [alike(budget) for budget in grant.budgets]


def _file(budget: Budget) -> str | None:
    return None if budget.source is None else budget.source.file


def _blocks(say: Language, grant: Grant) -> Iterator[Block]:
    yield Title(", ".join(filter(None, (grant.title, grant.statute))))
    if not grant.budgets:
        yield line(say.lists.no_year)
        return
    yield _table(say, grant)
    for _, group in groupby(grant.budgets, key=lambda budget: (budget.quotation, budget.agency)):
        alike = list(group)
        yield line(f"{say.years([each.year for each in alike])}: {_basis(say, alike[0])}")


def _table(say: Language, grant: Grant) -> TableBlock:
    kr = grant.currency.word
    return TableBlock(
        headings=(
            Heading(say.lists.year),
            Heading(say.lists.envelope(kr), right=True),
            Heading(say.lists.administration, right=True),
            Heading(say.lists.pool(kr), right=True),
            Heading(say.lists.unit(kr), right=True),
            Heading(say.lists.status_heading),
        ),
        rows=tuple(
            cells(
                str(budget.year),
                say.grouped(budget.envelope),
                say.grouped(budget.administration.amount),
                say.grouped(budget.pool),
                say.grouped(budget.unit),
                say.lists.status(budget.status) if budget.status else "",
            )
            for budget in _alike(grant)
        ),
        keys=1,
    )


def _basis(say: Language, budget: Budget) -> str:
    """Say who hands the money out, and how its envelope and its administration are known."""
    page, administration = budget.source, budget.administration
    source = [] if page is None else [*filter(None, (page.publisher, page.file))]
    sentences = (
        f"{budget.agency}." if budget.agency else "",
        say.lists.envelope_is(budget.basis, budget.quotation, source),
        say.lists.administration_is(administration.basis, word(administration.reason, say)),
    )
    return " ".join(filter(None, sentences))
