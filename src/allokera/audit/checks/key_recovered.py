"""`key-recovered`: the key that the base amounts themselves follow."""

from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.fit import kronor_for
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.kronor.wording import grouped


def key_recovered(case: Case) -> Iterator[Outcome]:
    """Say whether the base amounts are half a pool in equal shares, half by inhabitants.

    That is an inference, however many rows it gives: no source says it. It is used for one thing
    only, to choose between base amounts that the other columns allow alike.
    """
    if not case.brief.inhabitants:
        yield Unchecked("nobody's inhabitants are known")
        return
    if case.key is None or (settled := case.key.settled) is None:
        yield Unchecked(
            "the base amounts are not half in equal shares, half by inhabitants, "
            "or somebody's inhabitants are not known"
        )
        return
    key, total = case.key, sum(entry.weight for entry in case.key.entries)
    pools = kronor_for(settled, total, case.base.unit).multiples(1)
    yield Finding(
        code="key-recovered",
        severity=Severity.NOTE,
        message=(
            f"half in equal shares, half by inhabitants, to the nearest {grouped(case.base.unit)} "
            f"kr, gives {len(key.entries) - key.suspects} of {len(case.counted)} amounts in "
            f"{case.base.column.name}, for every pool from {grouped(pools[0])} "
            f"to {grouped(pools[-1])} kr"
        ),
        remedy="Ask the publisher for the key: this one is inferred from the amounts.",
        column=case.base.column.name,
    )
