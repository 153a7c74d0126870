"""The methods: their names, what they guarantee, and a case for each guarantee that one lacks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allokera.apportionment import Method
from allokera.apportionment.promises.counterexamples import keeps, show
from allokera.apportionment.promises.properties import PROPERTIES, Demonstration, Property, Scene
from allokera.kronor.wording import decimal, grouped, listed
from allokera.render.documents.fields import head
from allokera.render.language import Language
from allokera.render.language.english.methods import CHANGES, PROMISES, RULES
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
)
from allokera.render.view import Json, Records, records


class MethodsView(NamedTuple):
    """Some apportionment methods: several as a table, one with its counterexamples."""

    methods: Sequence[Method]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/methods/1`."""
        return head("methods", 1) | {
            "definitions": {each.name: PROMISES[each.name] for each in PROPERTIES},
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
            return tuple(_one(self.methods[0]))
        return tuple(_all(self.methods))


def _method_fields(method: Method) -> dict[str, Json]:
    return {
        "name": method.name,
        "aliases": list(method.aliases),
        "rule": RULES[method.name],
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


def _all(methods: Sequence[Method]) -> Iterator[Block]:
    yield Title("Methods of apportionment")
    headings = (
        each.name.capitalize().replace("-", "-\n").replace(" ", "\n") for each in PROPERTIES
    )
    yield TableBlock(
        headings=(Heading("Method"), *map(Heading, headings)),
        rows=tuple(
            cells(method.name, *(_yes_or_no(method, each) for each in PROPERTIES))
            for method in methods
        ),
    )
    yield line("`allokera methods NAME` shows a case for every no. What the promises are:")
    yield Notes(tuple((each.name.capitalize(), f"{PROMISES[each.name]}.") for each in PROPERTIES))
    for method in methods:
        yield line(
            f"{method.name} (also {listed(method.aliases)}): {RULES[method.name]}. {method.origin}."
        )


def _yes_or_no(method: Method, promise: Property) -> Span:
    return Span("yes", Tone.GOOD) if keeps(method, promise) else Span("no", Tone.MUTED)


def _one(method: Method) -> Iterator[Block]:
    yield Title(f"{method.name} (also {listed(method.aliases)})")
    yield line(f"{RULES[method.name].capitalize()}. {method.origin}.")
    yield TableBlock(
        headings=(Heading("Property"), Heading("Kept"), Heading("It promises that")),
        rows=tuple(
            cells(each.name, _yes_or_no(method, each), f"{PROMISES[each.name]}.")
            for each in PROPERTIES
        ),
    )
    for promise in PROPERTIES:
        if not keeps(method, promise):
            yield from _counterexample(method, promise)


def _counterexample(method: Method, promise: Property) -> Iterator[Block]:
    trial = show(method, promise)
    yield Title(f"{method.name} does not keep: {promise.name}")
    yield _grid(trial.before, trial.losers)
    if trial.after is not None:
        yield line(f"{CHANGES[promise.name].capitalize()}:")
        yield _grid(trial.after, trial.losers)
    yield line(Span("Broken", Tone.CHANGED), f": {_what_is_broken(trial)}.")


def _grid(scene: Scene, losers: Sequence[int]) -> TableBlock:
    problem = scene.problem
    rows = zip(problem.members, problem.weights, scene.quotas, scene.units, strict=True)
    return TableBlock(
        headings=(
            Heading("Recipient"),
            Heading("Weight", right=True),
            Heading("Quota", right=True),
            Heading("Units", right=True),
        ),
        rows=tuple(
            cells(
                _name(members),
                grouped(weight),
                decimal(quota, 4),
                grouped(units),
                tone=Tone.CHANGED if set(members) & set(losers) else Tone.PLAIN,
            )
            for members, weight, quota, units in rows
        ),
        sums=(
            cells(
                "All", grouped(sum(problem.weights)), "", grouped(problem.house), tone=Tone.STRONG
            ),
        ),
    )


def _name(members: Sequence[int]) -> str:
    """Name the recipients of a case by letters."""
    return " + ".join(chr(ord("A") + row) for row in members)


def _what_is_broken(trial: Demonstration) -> str:
    if trial.after is None:
        quotas = trial.before.quotas
        return listed(
            [
                f"{_name((row,))} has {trial.before.of(row)}, with a quota of "
                f"{decimal(quotas[row], 4)}"
                for row in trial.losers
            ]
        )
    before, after = trial.before, trial.after
    joined = [rows for rows in after.problem.members if len(rows) > 1]
    if joined:
        had = listed([f"{_name((row,))} {before.of(row)}" for row in joined[0]])
        return f"{had} apart; {_name(joined[0])} together {after.of(joined[0][0])}"
    return listed(
        [f"{_name((row,))} had {before.of(row)}, and has {after.of(row)}" for row in trial.losers]
    )
