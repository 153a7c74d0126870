"""`allokera verify`: audit a published table."""

from allokera.cli.options import FormatOption, GrantOption, JsonOption, OutputOption
from allokera.cli.output import choose_format, deliver


def verify(
    grant: GrantOption = None,
    format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> int:
    """Audit the published table: what is wrong in it, what it should be, and the proof.

    Exit status: 0 no error; 1 at least one error; 2 nothing could be checked.

    Examples:

    allokera verify

    allokera verify --json | jq '.findings[] | {code, suggestion}'
    """
    from allokera.audit import Severity, Verdict
    from allokera.audit import verify as audit
    from allokera.render.report import ReportView
    from allokera.source.grant import load_grant

    form = choose_format(format, json, output)
    report = audit(load_grant(grant))
    deliver(ReportView(report), form, output)
    if report.verdict is Verdict.NOT_CHECKED:
        return 2
    return 1 if report.worst() is Severity.ERROR else 0
