"""Share a grant out by fixed shares, exactly; audit a published table; explain every krona.

`import allokera` brings in nothing else: each name below is loaded when it is first used, so that
whoever wants to apportion does not wait for what reads files or audits tables.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from allokera.version import __version__ as __version__

if TYPE_CHECKING:
    from allokera.apportionment import METHODS, Apportionment, Method, Tie, apportion
    from allokera.audit.report.report import Finding, Report
    from allokera.audit.verify import verify
    from allokera.errors import AllokeraError
    from allokera.model import (
        Administration,
        Basis,
        Budget,
        Column,
        Grant,
        Indicator,
        Key,
        KeyPart,
        Population,
        Recipient,
        Source,
        Status,
    )
    from allokera.render.answers import columns, records, to_dict
    from allokera.sharing.allocation import Allocation, Row, allocate
    from allokera.sharing.grant import compute, compute_years
    from allokera.sharing.plan import Plan
    from allokera.sharing.problem import Problem
    from allokera.sharing.scenario import Scenario
    from allokera.source.figures import load_figures
    from allokera.source.grant_files.grant import load_grant
    from allokera.source.population import load_population
    from allokera.terms.bounds import Bound
    from allokera.terms.shares import Shares, by_key, own_shares, scaled
    from allokera.usecases.audit_file import audit_file
    from allokera.usecases.share_out import share_out

__all__ = [
    "METHODS",
    "Administration",
    "Allocation",
    "AllokeraError",
    "Apportionment",
    "Basis",
    "Bound",
    "Budget",
    "Column",
    "Finding",
    "Grant",
    "Indicator",
    "Key",
    "KeyPart",
    "Method",
    "Plan",
    "Population",
    "Problem",
    "Recipient",
    "Report",
    "Row",
    "Scenario",
    "Shares",
    "Source",
    "Status",
    "Tie",
    "allocate",
    "apportion",
    "audit_file",
    "by_key",
    "columns",
    "compute",
    "compute_years",
    "load_figures",
    "load_grant",
    "load_population",
    "own_shares",
    "records",
    "scaled",
    "share_out",
    "to_dict",
    "verify",
]

_HOMES = {
    "allokera.sharing.allocation": {"Allocation", "Row", "allocate"},
    "allokera.apportionment": {"METHODS", "Apportionment", "Method", "Tie", "apportion"},
    "allokera.audit.report.report": {"Finding", "Report"},
    "allokera.audit.verify": {"verify"},
    "allokera.terms.bounds": {"Bound"},
    "allokera.errors": {"AllokeraError"},
    "allokera.sharing.grant": {"compute", "compute_years"},
    "allokera.sharing.plan": {"Plan"},
    "allokera.sharing.problem": {"Problem"},
    "allokera.sharing.scenario": {"Scenario"},
    "allokera.terms.shares": {"Shares", "by_key", "own_shares", "scaled"},
    "allokera.source.figures": {"load_figures"},
    "allokera.source.grant_files.grant": {"load_grant"},
    "allokera.source.population": {"load_population"},
    "allokera.render.answers": {"columns", "records", "to_dict"},
    "allokera.usecases.audit_file": {"audit_file"},
    "allokera.usecases.share_out": {"share_out"},
}
"""Where the names are at home; all others in `allokera.model`."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((home for home, names in _HOMES.items() if name in names), "allokera.model")
    return getattr(import_module(home), name)
