"""The years with their money, and who says so."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from allokera.kronor.amount import in_units_of
from allokera.kronor.wording import grouped, spell_years
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
        return tuple(_blocks(self.grant))


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


def _blocks(grant: Grant) -> Iterator[Block]:
    kr = grant.currency.word
    yield Title(", ".join(filter(None, (grant.title, grant.statute))))
    if not grant.budgets:
        yield line("The grant's file lists no year.")
        return
    yield TableBlock(
        headings=(
            Heading("Year"),
            Heading(f"Envelope, {kr}", right=True),
            Heading("Administration", right=True),
            Heading(f"Pool, {kr}", right=True),
            Heading(f"Unit, {kr}", right=True),
            Heading("Status"),
        ),
        rows=tuple(
            cells(
                str(budget.year),
                grouped(budget.envelope),
                grouped(budget.administration.amount),
                grouped(budget.pool),
                grouped(budget.unit),
                budget.status or "",
            )
            for budget in _alike(grant)
        ),
    )
    for _, group in groupby(grant.budgets, key=lambda budget: (budget.quotation, budget.agency)):
        alike = list(group)
        budget, years = alike[0], spell_years([each.year for each in alike])
        administration = budget.administration
        agency = f"{budget.agency}. " if budget.agency else ""
        quoted = f': "{budget.quotation}"' if budget.quotation else ""
        page = budget.source
        said = f" ({', '.join(filter(None, (page.publisher, page.file)))})" if page else ""
        yield line(
            f"{years}: {agency}Envelope {budget.basis}{quoted}{said}. "
            f"Administration {administration.basis}: {word(administration.reason)}.",
        )
