"""The audit of the published table, and of the same table with faults put in."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera import Column, Grant, Recipient, Report, verify
from allokera.audit.case.case import Brief
from allokera.audit.checks import CHECKS
from allokera.audit.instructions import RULE_NAMES
from allokera.audit.outcome import Check
from allokera.audit.report.column import ColumnReport
from allokera.audit.report.evidence import Quantity
from allokera.audit.report.report import Finding, Severity, Verdict
from allokera.audit.rounding.interval import Interval, point
from allokera.audit.verify import verify_table
from allokera.kronor.keying import Slip
from allokera.render.language.english.audit.checks import MEANINGS
from allokera.render.language.english.audit.findings import ROUNDINGS
from tables import POPULATION

Altered = Callable[..., Report]


def column(report: Report, name: str) -> ColumnReport:
    return next(each for each in report.columns if each.name == name)


def findings(report: Report, least: Severity = Severity.WARNING) -> list[Finding]:
    order = list(Severity)
    return [each for each in report.findings if order.index(each.severity) <= order.index(least)]


@pytest.fixture
def mended(grant: Grant) -> Grant:
    """The published table with both misprints put right."""
    right = {"164 000 00": "164 000 000", "106 000 00": "106 000 000"}
    columns = tuple(
        replace(each, cells=tuple(right.get(cell, cell) for cell in each.cells))
        for each in grant.columns
    )
    return replace(grant, columns=columns)


@pytest.fixture
def altered(mended: Grant) -> Altered:
    """The mended table with cells changed, audited: `altered({("2019", "Malmö"): "72"})`."""

    def audit(cells: dict[tuple[str, str], str]) -> Report:
        names = [recipient.name for recipient in mended.recipients]
        columns = tuple(
            replace(
                each,
                cells=tuple(
                    cells.get((each.name, name), cell)
                    for name, cell in zip(names, each.cells, strict=True)
                ),
            )
            for each in mended.columns
        )
        return verify(replace(mended, columns=columns), POPULATION)

    return audit


def test_the_published_table_has_two_errors_and_their_corrections(grant: Grant) -> None:
    report = verify(grant, POPULATION)
    assert report.verdict is Verdict.FINDINGS
    first, second = findings(report)
    assert (first.code, second.code) == ("malformed-grouping", "malformed-grouping")
    assert first.recipient is not None and second.recipient is not None
    assert (first.recipient.name, first.suggestion) == ("Stockholm", 164_000_000)
    assert (second.recipient.name, second.suggestion) == ("Göteborg", 106_000_000)
    assert first.read is None
    assert [each.slip for each in first.candidates] == [Slip.LOST]
    assert first.tried == (161, 2, 30)
    assert first.expected == Interval(Fraction(164_000_000), Fraction(164_000_000))
    assert first.place is not None
    assert first.place.printed[first.place.start : first.place.end] == "00"


def test_a_proof_is_two_rows_that_need_different_pools(grant: Grant) -> None:
    stockholm, landskrona = verify(grant, POPULATION).findings[0].evidence
    cells = [(each.column, each.printed, each.read) for each in stockholm.cells]
    assert cells == [("2019", "164 000 00", 16_400_000), ("2018", "50 725 000", 50_725_000)]
    assert stockholm.upper == Fraction(16_900_000 * 410_396, 50_725)
    first, _ = landskrona.cells
    assert first.recipient is not None and first.recipient.name == "Landskrona"
    assert (first.read, landskrona.relation) == (28_000_000, 1)
    assert landskrona.lower == Fraction(27_500_000 * 410_396, 8_525)
    assert stockholm.interval.meet(landskrona.interval).is_empty
    assert (stockholm.holds, landskrona.holds) == (False, True)


def test_nobody_else_is_accused_and_the_notes_are_notes(grant: Grant) -> None:
    report = verify(grant, POPULATION)
    assert [
        (each.code, each.recipient and each.recipient.name) for each in report.findings[2:]
    ] == [
        ("odd-separator", "Järfälla"),
        ("rounding-residual", None),
        ("administration-inferred", None),
        ("key-recovered", None),
    ]
    assert all(each.severity is Severity.NOTE for each in report.findings[2:])


def test_every_row_is_held_against_the_shares(grant: Grant) -> None:
    """The figures of the domain: pool intervals, binding rows, pinned cells, sums."""
    report = verify(grant, POPULATION)
    y2019, y2020 = column(report, "2019"), column(report, "2020-2027")
    assert y2019.pool is not None and y2020.pool is not None
    assert y2019.pool.lower == Fraction(27_500_000 * 410_396, 8_525)
    assert y2019.pool.upper == Fraction(36_500_000 * 410_396, 11_298)
    assert (y2019.pool.lower_closed, y2019.pool.upper_closed) == (True, False)
    assert [each.name for each in y2019.binding] == ["Landskrona", "Eskilstuna"]
    assert [each.name for each in y2020.binding] == ["Växjö", "Malmö"]
    assert (y2019.rows, y2020.rows) == (30, 32)
    assert (y2019.pinned, y2020.pinned) == (30, 30)
    assert (y2019.sum, y2019.mended_sum) == (1_081_000_000, 1_324_000_000)
    assert (y2020.sum, y2020.mended_sum) == (2_175_000_000, 2_175_000_000)
    assert (y2019.consistent, y2020.consistent) == (False, True)
    assert {each.rule for each in y2020.rules if each.consistent} == {
        "half-up",
        "half-even",
        "half-down",
        "half-away",
        "nearest",
        "hill",
        "dean",
        "largest-remainder",
    }


def test_what_the_envelopes_hold_besides(grant: Grant) -> None:
    report = verify(grant, POPULATION)
    base = column(report, "2018")
    assert (base.sum, base.envelope) == (410_396_000, 425_000_000)
    assert base.administration == Interval(Fraction(14_604_000), Fraction(14_604_000))
    for name in ("2019", "2020-2027"):
        kept = column(report, name).administration
        assert kept is not None
        assert kept.holds(25_000_000)
        assert not kept.holds(27_000_000)
    note = next(each for each in report.findings if each.code == "administration-inferred")
    facts = dict(note.message.facts)
    assert (facts["amount"], facts["share_fits"]) == (25_000_000, False)
    residual = next(each for each in report.findings if each.code == "rounding-residual")
    assert dict(residual.message.facts) == {
        "column": "2019",
        "total": 1_324_000_000,
        "pool": 1_325_000_000,
        "deviation": 1_632_993,
    }


def test_the_weights_own_rounding_changes_no_conclusion(grant: Grant) -> None:
    for each in verify(grant, POPULATION).columns[1:]:
        assert each.pool is not None and each.pool_by_base is not None
        assert each.pool_by_base.lower <= each.pool.lower
        assert each.pool_by_base.upper >= each.pool.upper


def test_the_mended_table_is_clean(mended: Grant) -> None:
    report = verify(mended, POPULATION)
    assert report.verdict is Verdict.CLEAN
    assert findings(report) == []
    assert all(each.consistent for each in report.columns)


@pytest.mark.parametrize(
    ("name", "printed", "code", "suggestion"),
    [
        ("Uppsala", "89 000 000", "impossible-row", 88_000_000),
        ("Uppsala", "8 000 000", "impossible-row", 88_000_000),
        ("Uppsala", "8 800 000 0", "malformed-grouping", 88_000_000),
        ("Uppsala", "880 000 000", "impossible-row", 88_000_000),
        ("Malmö", "161 000 000", "impossible-row", 116_000_000),
        ("Malmö", "116 000", "excess-digits", 116_000_000),
        ("Malmö", "116 000 000 000", "impossible-row", 116_000_000),
        ("Malmö", "116 000 0001", "malformed-grouping", 116_000_000),
        ("Malmö", "-116 000 000", "impossible-row", 116_000_000),
        ("Uppsala", "8S 000 000", "impossible-row", 88_000_000),
        ("Stockholm", "271 000 000", "impossible-row", None),
        ("Perstorp", "12 0?0 000", "unreadable-cell", None),
        ("Perstorp", "1.350", "ambiguous-number", None),
        ("Perstorp", "999 000 000,50", "excess-digits", None),
    ],
)
def test_one_wrong_cell_is_found_alone_and_mended(
    altered: Altered, name: str, printed: str, code: str, suggestion: int | None
) -> None:
    report = altered({("2020-2027", name): printed})
    found = findings(report)
    assert {each.recipient.name for each in found if each.recipient} == {name}
    (finding,) = [each for each in found if each.code == code]
    assert finding.suggestion == suggestion
    assert finding.column == "2020-2027"
    assert finding.remedy
    if suggestion is None and code == "impossible-row":
        assert finding.expected is not None
        assert finding.expected.holds(269_000_000)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("999 000 000,5055", "unreadable-cell"),
        ("", "empty-cell"),
        ("..", "empty-cell"),
        ("1 350.000", "ambiguous-number"),
    ],
)
def test_a_cell_without_an_amount_is_no_clean_one(
    altered: Altered, printed: str, code: str
) -> None:
    report = altered({("2019", "Stockholm"): printed})
    (finding,) = findings(report)
    assert (finding.code, finding.suggestion) == (code, None)
    assert finding.expected == Interval(Fraction(164_000_000), Fraction(164_000_000))
    assert not column(report, "2019").consistent


@pytest.mark.parametrize("printed", ["", "x", "850.000"])
def test_without_a_weight_there_is_no_pool(altered: Altered, printed: str) -> None:
    report = altered({("2018", "Sandviken"): printed})
    (finding,) = findings(report)
    assert (finding.column, finding.suggestion) == ("2018", None)
    assert all(each.pool is None and each.administration is None for each in report.columns[1:])


def test_a_weight_of_zero_is_blamed_where_amounts_are_printed(altered: Altered) -> None:
    (finding,) = findings(altered({("2018", "Perstorp"): "0"}))
    assert (finding.code, finding.column) == ("base-suspect", "2018")
    assert finding.expected is not None and finding.expected == point(6_755_000)


@pytest.mark.slow
def test_a_proof_never_holds_a_row_against_itself(altered: Altered, mended: Grant) -> None:
    """One digit of every cell replaced: two rows, one of them the wrong one, in disjoint pools."""
    for recipient, cell in zip(mended.recipients, mended.columns[2].cells, strict=True):
        wrong = f"{(int(cell[0]) + 1) % 10}{cell[1:]}"
        for finding in findings(altered({("2020-2027", recipient.name): wrong})):
            pools = [each for each in finding.evidence if each.quantity is Quantity.POOL]
            if pools:
                own, other = pools
                assert own.cells[0].recipient == recipient != other.cells[0].recipient
                assert own.interval.meet(other.interval).is_empty


def test_weights_of_any_size_are_audited() -> None:
    weights = [1, 2, 3, 4, 10**25]
    columns = tuple(
        Column(name=name, heading=name, cells=tuple(str(factor * each) for each in weights))
        for name, factor in (("a", 1), ("b", 3))
    )
    rows = [Recipient(code="", name=letter) for letter in "ABCDE"]
    report = verify_table(rows, columns, Brief(base="a", envelopes={}))
    assert report.verdict is Verdict.CLEAN
    assert report.columns[1].pinned == 4


def test_a_wrong_base_amount_is_blamed_and_not_its_columns(altered: Altered) -> None:
    report = altered({("2018", "Malmö"): "2 979 000"})
    (finding,) = findings(report)
    assert (finding.code, finding.column) == ("base-suspect", "2018")
    assert finding.expected is not None
    assert finding.expected.holds(21_979_000)
    assert 21_979_000 in [each.amount for each in finding.candidates]


def test_rows_that_contradict_each_other_without_a_majority_name_nobody(altered: Altered) -> None:
    wrong = {
        ("2020-2027", name): f"{amount} 000 000"
        for amount, name in enumerate(
            "Järfälla Huddinge Botkyrka Stockholm Södertälje Uppsala Nyköping Katrineholm "
            "Eskilstuna Linköping Norrköping Motala Jönköping Växjö Karlskrona Perstorp Åstorp "
            "Malmö Landskrona Helsingborg".split(),
            101,
        )
    }
    report = altered(wrong)
    assert report.verdict is Verdict.OPEN
    assert not any(each.recipient for each in findings(report))
    (finding,) = [each for each in findings(report) if each.code == "ambiguous-suspects"]
    low, high = finding.evidence
    assert low.interval.meet(high.interval).is_empty


@pytest.mark.parametrize(("rows", "verdict"), [(1, "not-checked"), (2, "open"), (3, "open")])
def test_too_few_rows_tell_nothing(mended: Grant, rows: int, verdict: str) -> None:
    few = replace(
        mended,
        recipients=mended.recipients[:rows],
        eligible=mended.eligible[:0],
        columns=tuple(replace(each, cells=each.cells[:rows]) for each in mended.columns),
    )
    report = verify(few)
    assert report.verdict == verdict
    assert findings(report) == []
    assert [each.code for each in report.findings].count("not-checked") == 2


def test_a_table_rounded_down_is_reported_as_that(mended: Grant) -> None:
    weights = [int(cell.replace(" ", "")) for cell in mended.columns[0].cells]
    cells = tuple(
        f"{weight * 2_190_500_000 // sum(weights) // 1_000_000} 000 000" for weight in weights
    )
    report = verify(
        replace(mended, columns=(*mended.columns[:2], replace(mended.columns[2], cells=cells)))
    )
    assert findings(report) == []
    assert column(report, "2020-2027").rule == "floor"
    (said,) = (each.message for each in report.findings if each.code == "rounding-rule")
    assert dict(said.facts)["rule"] == "floor"


def test_names_are_held_against_the_list(mended: Grant) -> None:
    def renamed(new: str) -> Report:
        first = mended.recipients[0]._replace(name=new)
        return verify(replace(mended, recipients=(first, *mended.recipients[1:])))

    unknown = renamed("Jarvso")
    assert [each.code for each in findings(unknown)] == ["missing-row", "unknown-name"]
    variant = renamed("Järfälla kommun")
    assert findings(variant) == []
    assert "variant-name" in [each.code for each in variant.findings]


def test_a_sum_above_the_envelope_is_an_error(mended: Grant) -> None:
    budgets = tuple(replace(each, envelope=2_000_000_000) for each in mended.budgets)
    found = findings(verify(replace(mended, budgets=budgets)))
    assert [(each.code, each.column) for each in found] == [("sum-out-of-bounds", "2020-2027")]


def test_every_check_is_passed_found_or_explained(grant: Grant) -> None:
    report = verify(grant, POPULATION)
    made = (*report.passed, *report.not_checked, *report.not_applicable)
    said = {each.check for each in made} | {each.code for each in report.findings}
    assert said == {check.code for check in CHECKS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_has_one_name_everywhere(check: Check) -> None:
    name = check.code.replace("-", "_")
    assert check.find.__module__ == f"allokera.audit.checks.{name}"
    assert check.find.__name__ == name
    title, looked_for, *meaning = MEANINGS[check.code]
    assert title
    assert looked_for.endswith(".")
    assert all(meaning)


def test_no_meaning_is_left_over() -> None:
    assert list(MEANINGS) == sorted(check.code for check in CHECKS)


def test_every_rounding_rule_has_words() -> None:
    assert set(ROUNDINGS) == set(RULE_NAMES)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["--explain", "malformed-grouping"], ["--json"], []], ids=" ".join
)
def test_words_do_not_vanish_without_docstrings(command: list[str]) -> None:
    """`python -OO` takes docstrings away: none of them is a part of the product."""
    whole, bare = (
        subprocess.run(
            [sys.executable, *flags, "-m", "allokera", "verify", *command],
            capture_output=True,
            check=False,
        )
        for flags in ([], ["-OO"])
    )
    assert whole.stdout
    assert (whole.stdout, whole.returncode) == (bare.stdout, bare.returncode)
