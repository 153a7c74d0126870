"""Share a grant out by fixed shares, exactly; audit a published table; explain every krona.

`import allokera` brings in the core and nothing else: what reads files (and with it pydantic and
YAML) and what audits tables is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from allokera.allocation import Allocation, Plan, Problem, Row, allocate
from allokera.apportionment import METHODS, Apportionment, Method, Tie, apportion
from allokera.errors import AllokeraError
from allokera.grant import compute, compute_years
from allokera.model import Administration, Basis, Budget, Column, Grant, Recipient, Source, Status

if TYPE_CHECKING:
    from allokera.audit import Finding, Report, verify
    from allokera.source.grant import load_grant

__version__ = "0.1.0"

__all__ = [
    "METHODS",
    "Administration",
    "Allocation",
    "AllokeraError",
    "Apportionment",
    "Basis",
    "Budget",
    "Column",
    "Finding",
    "Grant",
    "Method",
    "Plan",
    "Problem",
    "Recipient",
    "Report",
    "Row",
    "Source",
    "Status",
    "Tie",
    "allocate",
    "apportion",
    "compute",
    "compute_years",
    "load_grant",
    "verify",
]

_LOADED_WHEN_USED = {
    "Finding": "allokera.audit",
    "Report": "allokera.audit",
    "load_grant": "allokera.source.grant",
    "verify": "allokera.audit",
}


def __getattr__(name: str) -> object:
    if name in _LOADED_WHEN_USED:
        return getattr(import_module(_LOADED_WHEN_USED[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
