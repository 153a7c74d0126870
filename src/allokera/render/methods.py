"""The methods with their names and what they guarantee."""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.apportionment import Method, Property
from allokera.kronor.wording import listed
from allokera.render.document import head
from allokera.render.formats import Json, Records, records
from allokera.render.page import Grid, Heading, Page, Title, cells, line


class MethodsView(NamedTuple):
    """The apportionment methods."""

    methods: Sequence[Method]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/methods/1`."""
        return head("methods", 1) | {
            "methods": [
                {
                    "name": method.name,
                    "aliases": list(method.aliases),
                    "rule": method.rule,
                    "origin": method.origin,
                    "properties": {each.value: each in method.keeps for each in Property},
                }
                for method in self.methods
            ]
        }

    def records(self) -> Records:
        """List the methods, with a column a property."""
        return records(
            [
                {"name": method.name, "aliases": " ".join(method.aliases)}
                | {each.value.replace(" ", "_"): each in method.keeps for each in Property}
                for method in self.methods
            ]
        )

    def page(self) -> Page:
        """Show the methods and their properties."""
        return (
            Title("Methods of apportionment"),
            Grid(
                headings=(
                    Heading("Method"),
                    *(Heading(each.value.capitalize().replace(" ", "\n")) for each in Property),
                ),
                rows=tuple(
                    cells(
                        method.name, *("yes" if each in method.keeps else "no" for each in Property)
                    )
                    for method in self.methods
                ),
            ),
            *(
                line(
                    f"{method.name} (also {listed(method.aliases)}): {method.rule}. "
                    f"{method.origin}."
                )
                for method in self.methods
            ),
        )
