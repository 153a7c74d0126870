"""Documents as JSON: UTF-8, the same bytes for the same document."""

import json
from collections.abc import Mapping

from allokera.kronor.wording import plain
from allokera.render.view import Json


def to_json(document: Mapping[str, Json]) -> str:
    """Write a document as JSON."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=plain) + "\n"
