"""The methods: their names, what they guarantee, and a case for each guarantee that one lacks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allokera.apportionment import Method
from allokera.apportionment.promises.counterexamples import keeps, show
from allokera.apportionment.promises.properties import PROPERTIES, Demonstration, Property, Scene
from allokera.render.documents.fields import head
from allokera.render.language import ENGLISH, Language
from allokera.render.page import (
    Block,
    Heading,
    Notes,
    Page,
    Span,
    TableBlock,
    Title,
    Tone,
    cells,
    line,
    sentence,
)
from allokera.render.view import Json, Records, records


class MethodsView(NamedTuple):
    """Some apportionment methods: several as a table, one with its counterexamples."""

    methods: Sequence[Method]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/methods/1`."""
        return head("methods", 1) | {
            "definitions": {each.name: ENGLISH.lists.promises[each.name] for each in PROPERTIES},
            "methods": [_method_fields(method) for method in self.methods],
        }

    def records(self) -> Records:
        """List the methods, with a column a property."""
        return records(
            [
                {"name": method.name, "aliases": " ".join(method.aliases)}
                | {each.name.replace(" ", "_"): keeps(method, each) for each in PROPERTIES}
                for method in self.methods
            ]
        )

    def page(self, say: Language) -> Page:
        """Show the methods and their properties; of one alone, what it breaks and how."""
        if len(self.methods) == 1:
            return tuple(_one(say, self.methods[0]))
        return tuple(_all(say, self.methods))


def _method_fields(method: Method) -> dict[str, Json]:
    return {
        "name": method.name,
        "aliases": list(method.aliases),
        "rule": ENGLISH.lists.rules[method.name],
        "origin": method.origin,
        "properties": {each.name: keeps(method, each) for each in PROPERTIES},
        "counterexamples": {
            each.name: _trial_fields(show(method, each))
            for each in PROPERTIES
            if not keeps(method, each)
        },
    }


def _trial_fields(trial: Demonstration) -> dict[str, Json]:
    return {
        "before": _scene_fields(trial.before),
        "after": None if trial.after is None else _scene_fields(trial.after),
        "shown_by": list(trial.losers),
    }


def _scene_fields(scene: Scene) -> dict[str, Json]:
    return {
        "weights": list(scene.problem.weights),
        "house": scene.problem.house,
        "units": list(scene.units),
        "members": [list(rows) for rows in scene.problem.members],
    }


def _all(say: Language, methods: Sequence[Method]) -> Iterator[Block]:
    headings = (say.lists.property_in_lines(each.name) for each in PROPERTIES)
    yield Title(say.lists.methods)
    yield TableBlock(
        headings=(Heading(say.lists.method), *map(Heading, headings)),
        rows=tuple(
            cells(method.name, *(_yes_or_no(say, method, each) for each in PROPERTIES))
            for method in methods
        ),
        keys=1,
    )
    yield line(say.lists.what_promises_are)
    yield Notes(
        tuple(
            (sentence(say.lists.property_name(each.name)), f"{say.lists.promises[each.name]}.")
            for each in PROPERTIES
        )
    )
    for method in methods:
        rule, origin = say.lists.rules[method.name], say.lists.origin(method)
        yield line(f"{say.lists.also(method.name, method.aliases)}: {rule}. {origin}.")


def _yes_or_no(say: Language, method: Method, promise: Property) -> Span:
    if keeps(method, promise):
        return Span(say.lists.yes, Tone.GOOD)
    return Span(say.lists.no, Tone.MUTED)


def _one(say: Language, method: Method) -> Iterator[Block]:
    headings = (say.lists.property_heading, say.lists.kept, say.lists.promise_heading)
    yield Title(say.lists.also(method.name, method.aliases))
    yield line(f"{sentence(say.lists.rules[method.name])}. {say.lists.origin(method)}.")
    yield TableBlock(
        headings=tuple(map(Heading, headings)),
        rows=tuple(
            cells(
                say.lists.property_name(each.name),
                _yes_or_no(say, method, each),
                f"{say.lists.promises[each.name]}.",
            )
            for each in PROPERTIES
        ),
    )
    for promise in PROPERTIES:
        if not keeps(method, promise):
            yield from _counterexample(say, method, promise)


def _counterexample(say: Language, method: Method, promise: Property) -> Iterator[Block]:
    trial = show(method, promise)
    yield Title(say.lists.does_not_keep(method.name, promise.name))
    yield _grid(say, trial.before, trial.losers)
    if trial.after is not None:
        yield line(f"{sentence(say.lists.changes[promise.name])}:")
        yield _grid(say, trial.after, trial.losers)
    yield line(Span(say.lists.broken, Tone.CHANGED), f": {_what_is_broken(say, trial)}.")


def _grid(say: Language, scene: Scene, losers: Sequence[int]) -> TableBlock:
    problem = scene.problem
    rows = zip(problem.members, problem.weights, scene.quotas, scene.units, strict=True)
    total, house = say.grouped(sum(problem.weights)), say.grouped(problem.house)
    return TableBlock(
        headings=(
            Heading(say.lists.recipient),
            Heading(say.lists.weight, right=True),
            Heading(say.lists.quota, right=True),
            Heading(say.lists.units, right=True),
        ),
        rows=tuple(
            cells(
                _name(members),
                say.grouped(weight),
                say.decimal(quota, 4),
                say.grouped(units),
                tone=Tone.CHANGED if set(members) & set(losers) else Tone.PLAIN,
            )
            for members, weight, quota, units in rows
        ),
        sums=(cells(say.lists.all, total, "", house, tone=Tone.STRONG),),
    )


def _name(members: Sequence[int]) -> str:
    """Name the recipients of a case by letters."""
    return " + ".join(chr(ord("A") + row) for row in members)


def _what_is_broken(say: Language, trial: Demonstration) -> str:
    before, after = trial.before, trial.after
    if after is None:
        return say.listed(
            [
                say.lists.has(_name((row,)), before.of(row), before.quotas[row])
                for row in trial.losers
            ]
        )
    joined = next((rows for rows in after.problem.members if len(rows) > 1), None)
    if joined:
        apart = [(_name((row,)), before.of(row)) for row in joined]
        return say.lists.had_apart(apart, _name(joined), after.of(joined[0]))
    return say.listed(
        [
            say.lists.had_and_has(_name((row,)), before.of(row), after.of(row))
            for row in trial.losers
        ]
    )
