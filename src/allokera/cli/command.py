"""A command that checks what was typed, and nothing else.

Typer has pydantic check every value, whether it was typed or is a default, and makes a validator
for each first: with thirty options that takes longer than most commands work.
"""

from typing import Any

from typer import Context
from typer.core import TyperCommand

_TEXTS = (str, list[str])


class Command(TyperCommand):
    """A command of Typer's that takes a text as it was typed, and a default as it is."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the arguments; Typer reads those that it refuses once more, and says why."""
        typed, rest, order = self.make_parser(ctx).parse_args(list(args))
        if rest:
            return super().parse_args(ctx, args)
        parameters = self.get_params(ctx)
        for each in sorted(parameters, key=lambda each: (not each.is_eager, each not in order)):
            value = typed.get(each.name)
            value = list(value) if isinstance(value, tuple) else value
            if each.required or not _is_plain(each, value):
                each.handle_parse_result(ctx, typed, rest)
            elif each.expose_value:
                ctx.params[each.name] = each.get_default(ctx) if value is None else value
        return rest


def _is_plain(parameter: Any, value: object) -> bool:
    """Whether a value is what it is: nothing that was typed, a switch, or a text."""
    is_switched = value is True and not parameter.is_eager
    return value is None or is_switched or parameter.type_descriptor.annotation in _TEXTS
