"""Reading what a person chooses of a file."""

from collections.abc import Mapping

from allokera.errors import RequestError
from allokera.source.choices import Choices
from allokera.terms.request import SourcedText
from allokera.usecases.messages import UsecasesMessages


def read_choices(chosen: Mapping[str, SourcedText | None]) -> Choices:
    """Read what is chosen of a file, by the names of the options.

    Raises:
        RequestError: a number or a mark is none.
    """
    said = {name: each for name, each in chosen.items() if each is not None}
    texts = {name: each.text.strip() for name, each in said.items()}
    return Choices(
        table=said["table"].read(_number) if "table" in said else None,
        sheet=texts.get("sheet"),
        names=tuple(name.strip() for name in texts.get("names", "").split(",") if name.strip()),
        column=texts.get("column"),
        visible="visible" in said,
        decimal=said["decimal"].read(_mark) if "decimal" in said else None,
    )


def _number(text: str) -> int:
    if not text.strip().isdecimal() or int(text) < 1:
        raise RequestError(UsecasesMessages.no_table_number, text=text)
    return int(text)


def _mark(text: str) -> str:
    if text.strip() not in {",", "."}:
        raise RequestError(UsecasesMessages.no_decimal_mark, text=text)
    return text.strip()
