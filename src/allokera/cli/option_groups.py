"""Options that commands share: declared once, in groups, and handed over a group at a time."""

import inspect
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from typer import Option

GrantOption: TypeAlias = Annotated[
    Path | None, Option("--grant", metavar="DIR", rich_help_panel="grant")
]


_FILE = "file"

NamesOption: TypeAlias = Annotated[
    str | None, Option("--names", metavar="A,B", rich_help_panel=_FILE)
]
DecimalOption: TypeAlias = Annotated[
    str | None, Option("--decimal", metavar="MARK", rich_help_panel=_FILE)
]
TableOption: TypeAlias = Annotated[
    str | None, Option("--table", metavar="N", rich_help_panel=_FILE)
]
SheetOption: TypeAlias = Annotated[
    str | None, Option("--sheet", metavar="NAME", rich_help_panel=_FILE)
]
VisibleOption: TypeAlias = Annotated[bool, Option("--visible", rich_help_panel=_FILE)]


def with_option_groups(command: Callable[..., Any]) -> Callable[..., Any]:
    """Make a command of a function that takes groups of options.

    A group is a named tuple with an option a field. The command has all of them; what is typed for
    the fields of a group is handed over as one. An option that the function has itself is its own.
    """
    parameters = inspect.signature(command, eval_str=True).parameters
    groups = {name: each.annotation for name, each in parameters.items() if _is_group(each)}
    own = parameters.keys() - groups.keys()
    fields = {
        name: [field for field in group._fields if field not in own]
        for name, group in groups.items()
    }

    @wraps(command)
    def run(**typed: Any) -> Any:
        handed = {
            name: group(**{field: typed.pop(field) for field in fields[name]})
            for name, group in groups.items()
        }
        return command(**handed, **typed)

    def options() -> Iterator[inspect.Parameter]:
        for name, parameter in parameters.items():
            if name not in groups:
                yield parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
                continue
            annotations = inspect.get_annotations(groups[name], eval_str=True)
            for field in fields[name]:
                yield inspect.Parameter(
                    field,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=groups[name]._field_defaults[field],
                    annotation=annotations[field],
                )

    run.__signature__ = inspect.Signature(list(options()))  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in options()}
    return run


def _is_group(parameter: inspect.Parameter) -> bool:
    return isinstance(parameter.annotation, type) and hasattr(parameter.annotation, "_fields")
