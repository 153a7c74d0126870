"""Cutting an answer to what matters, by paragraphs: that stays when its words change."""

import re


def cut(answer: str, shown: str) -> str:
    """What is shown of an answer: paragraphs by number, -1 the last, `2:1-6` six lines of one.

    A line with an ellipsis stands for what is left out.
    """
    paragraphs = re.split(r"\n\n+", answer.strip("\n"))
    parts: list[str] = []
    before = -1
    for piece in shown.split():
        number, _, lines = piece.partition(":")
        place = int(number) % len(paragraphs) if int(number) < 0 else int(number) - 1
        assert before < place, f"{piece}: out of order"
        if place > before + 1 and not (parts and parts[-1].endswith("…")):
            parts.append("…")
        rows = paragraphs[place].splitlines()
        first, _, last = lines.partition("-")
        kept = rows[int(first) - 1 : int(last or first)] if lines else rows
        assert kept, f"{piece}: nothing is there"
        parts.append("\n".join(kept if kept[-1] is rows[-1] else [*kept, "…"]))
        before = place
    if before < len(paragraphs) - 1 and not parts[-1].endswith("…"):
        parts.append("…")
    return "\n\n".join(parts)
