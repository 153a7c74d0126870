"""Auditing the table of a grant."""

from pathlib import Path

from allokera.audit.report.report import Report
from allokera.audit.verify import verify
from allokera.source.figures import load_figures
from allokera.source.grant_files.places import table_file
from allokera.source.population import load_population
from allokera.usecases.read_grant import read_grant


def audit_grant(directory: Path | None = None, corrected: Path | None = None) -> Report:
    """Audit the table of a grant in its own two files.

    Args:
        directory: None takes the bundled grant.
        corrected: where to write a copy of its table with every amount that the report suggests.

    Raises:
        AllokeraError: a file cannot be read, or the copy cannot be written.
    """
    population = load_population()
    grant = read_grant(directory)
    report = verify(grant, population, load_figures(grant))
    if corrected is not None:
        from allokera.source.published import load_table
        from allokera.usecases.write_corrected import write_corrected

        table = load_table(str(table_file(directory)), None, population.everybody)
        write_corrected(table, report, corrected)
    return report
