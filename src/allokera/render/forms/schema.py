"""The JSON Schemas of the documents: what a script may rely on.

They are written by hand, since they are promises: a change of code cannot change them in passing,
and the tests hold every document against its schema. What several of them use stands once, in
`shared.json`, and is copied into each as it is given out.
"""

import json
import re
from pathlib import Path
from typing import Any

from allokera.errors import RequestError
from allokera.render.messages import RenderMessages
from allokera.render.view import Json

_DIRECTORY = Path(__file__).parent / "schemas"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS = ("compute", "verify", "explain", "compare", "budgets", "methods", "check")
"""The documents: by the commands that write them, and `check` by `verify --explain`."""


def schema(name: str) -> dict[str, Json]:
    """Make the JSON Schema of a command's document, complete in itself.

    Raises:
        RequestError: no command of that name writes documents.
    """
    if name not in SCHEMAS:
        raise RequestError(RenderMessages.no_such_schema, name=name, choices=SCHEMAS)
    parts, shared = _read(name), _read("shared")
    definitions = parts.pop("$defs", {})
    while missing := _referred(parts, definitions) - definitions.keys():
        definitions |= {key: shared[key] for key in missing}
    identity = f"urn:allokera:schema:{name}"
    return {"$schema": _DRAFT, "$id": identity, **parts, "$defs": dict(sorted(definitions.items()))}


def _read(name: str) -> dict[str, Any]:
    text = (_DIRECTORY / f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def _referred(*parts: object) -> set[str]:
    """List the definitions that a schema's parts refer to."""
    return set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(parts)))
