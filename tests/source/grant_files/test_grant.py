"""A grant in two small files: what is read of them, and each mistake with its line and facts."""

from fractions import Fraction
from pathlib import Path

import pytest

from allokera import compute, load_grant
from allokera.errors import SourceError
from allokera.model import Basis, Status
from allokera.render.language import speak, word
from allokera.sharing.grant import find_publication
from allokera.source.grant_files.places import table_file
from allokera.terms.shares import own_shares

SHA = "0123456789abcdef" * 4
TABLE = f"""\
title: "Stöd"
statute: "Lag"
funding:
  most: "50 %"
  basis: "stated"
  reason: "lag"
sources:
  - id: "a"
    title: "A"
    publisher: "P"
    file: "a.txt"
    sha256: "{SHA}"
table:
  source: "a"
  weights: "2031"
  columns:
    - name: "2031"
      heading: "Belopp 2031*"
      years: "2031"
      unit: "1 000"
      status: "indicative"
      quotation: "* Totalt 9 tkr"
    - name: "2032"
      heading: "Belopp 2032"
      years: "2032-2033"
      unit: "tkr"
      status: "worked example"
  rows:
    - {{code: "0114", name: "Ale", printed: ["5 000", "6 000"]}}
    - {{code: "0115", name: "Kil", printed: ["7 000", "-"]}}
eligible:
  source: "a"
  names:
    - "Ale"
"""
BUDGETS = f"""\
sources:
  - id: "b"
    title: "B"
    publisher: "P"
    file: "b.txt"
    sha256: "{SHA}"
budgets:
  - years: "2032-2033"
    envelope: "9 000"
    basis: "stated"
    source: "b"
    quotation: "nio"
    administration:
      amount: "9 000"
      basis: "inferred"
      reason: "r"
    unit: "1 000"
    status: "worked example"
    agency: "V"
  - years: "2031"
    envelope: "20 000"
    basis: "derived"
    source: "b"
    administration:
      amount: "0"
      basis: "derived"
      reason: "r"
    unit: "1"
    status: "indicative"
    agency: "W"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "table.yaml").write_text(TABLE, encoding="utf-8")
    (tmp_path / "budgets.yaml").write_text(BUDGETS, encoding="utf-8")
    return tmp_path


def changed(folder: Path, old: str, new: str) -> Path:
    """Change a text in the one file that has it."""
    for path in (folder / "table.yaml", folder / "budgets.yaml"):
        text = path.read_text(encoding="utf-8")
        if old in text:
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
            return folder
    raise AssertionError(old)


def test_what_the_files_say_is_what_is_read(folder: Path) -> None:
    grant = load_grant(folder)
    assert (grant.title, grant.statute, grant.base) == ("Stöd", "Lag", "2031")
    assert [(each.code, each.name) for each in grant.recipients] == [
        ("0114", "Ale"),
        ("0115", "Kil"),
    ]
    first, second = grant.columns
    assert first.cells == ("5 000", "7 000")
    assert second.cells == ("6 000", "-")
    assert (first.years, first.unit, first.status) == ((2031,), 1_000, Status.INDICATIVE)
    assert (second.years, second.unit, second.status) == (
        (2032, 2033),
        1_000,
        Status.WORKED_EXAMPLE,
    )
    assert (first.heading, first.quotation) == ("Belopp 2031*", "* Totalt 9 tkr")
    assert second.quotation == ""
    assert grant.eligible == ("Ale",)
    assert grant.funding is not None
    assert (grant.funding.most, grant.funding.basis, grant.funding.reason) == (
        Fraction(1, 2),
        Basis.STATED,
        "lag",
    )
    assert [each.file for each in grant.files] == ["table.yaml", "budgets.yaml"]
    assert [each.file for each in grant.sources] == ["a.txt", "b.txt"]
    assert [(each.title, each.publisher, each.sha256) for each in grant.sources] == [
        ("A", "P", SHA),
        ("B", "P", SHA),
    ]


def test_the_budgets_are_in_order_of_years(folder: Path) -> None:
    first, second, third = load_grant(folder).budgets
    assert [each.year for each in (first, second, third)] == [2031, 2032, 2033]
    assert (second.envelope, second.unit, second.status, second.basis) == (
        9_000,
        1_000,
        Status.WORKED_EXAMPLE,
        Basis.STATED,
    )
    assert second.source
    assert (second.agency, second.quotation, second.source.title) == ("V", "nio", "B")
    assert (second.administration.amount, second.administration.basis) == (9_000, Basis.INFERRED)
    assert (first.envelope, first.unit, first.agency, first.quotation) == (20_000, 1, "W", "")
    assert (third.envelope, third.agency) == (9_000, "V")


def test_parts_may_be_left_out(folder: Path) -> None:
    text = (folder / "table.yaml").read_text(encoding="utf-8")
    text = text[: text.index("eligible:")].replace(
        'funding:\n  most: "50 %"\n  basis: "stated"\n  reason: "lag"\n', ""
    )
    (folder / "table.yaml").write_text(text, encoding="utf-8")
    grant = load_grant(folder)
    assert grant.eligible == ()
    assert grant.funding is None


def test_a_page_in_both_files_is_one_source(folder: Path) -> None:
    grant = load_grant(
        changed(changed(folder, 'title: "B"', 'title: "A"'), 'file: "b.txt"', 'file: "a.txt"')
    )
    assert len(grant.sources) == 1


@pytest.mark.parametrize(
    ("percent", "most"),
    [("1 %", Fraction(1, 100)), ("100 %", Fraction(1)), ("50%", Fraction(1, 2))],
)
def test_the_part_that_is_paid(folder: Path, percent: str, most: Fraction) -> None:
    funding = load_grant(changed(folder, "50 %", percent)).funding
    assert funding is not None
    assert funding.most == most


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "kind"),
    [
        ('name: "Kil"', 'name: " "', 30, "name", "string_too_short"),
        (f'sha256: "{SHA}"\ntable', f'sha256: "{SHA}0"\ntable', 12, "sha256",
         "string_pattern_mismatch"),
        (f'sha256: "{SHA}"\ntable', f'sha256: "0{SHA}"\ntable', 12, "sha256",
         "string_pattern_mismatch"),
        ('printed: ["5 000", "6 000"]', 'printed: ["5 000", []]', 29, "printed", "string_type"),
        ('title: "Stöd"', "title: {}", 1, "title", "string_type"),
    ],
)  # fmt: skip
def test_what_is_of_another_form_is_refused_as_such(
    folder: Path, old: str, new: str, line: int, key: str, kind: str
) -> None:
    with pytest.raises(SourceError) as refused:
        load_grant(changed(folder, old, new))
    error = refused.value
    assert error.places == (f"{folder / 'table.yaml'}:{line}",)
    facts = dict(error.message.facts)
    assert (error.message.code, facts["key"], facts["kind"]) == ("unfit", key, kind)
    assert facts["reason"]


NO_PART = "4: bad value: key='most', reason=no share: text="


@pytest.mark.parametrize(
    ("old", "new", "file", "message"),
    [
        ('most: "50 %"', 'most: "0 %"', "table", f"{NO_PART}'0 %'"),
        ('most: "50 %"', 'most: "101 %"', "table", f"{NO_PART}'101 %'"),
        ('most: "50 %"', 'most: "50"', "table", f"{NO_PART}'50'"),
        ('most: "50 %"', 'most: "1000 %"', "table", f"{NO_PART}'1000 %'"),
        ('most: "50 %"', "most: []", "table", "4: bad value: key='most', reason=text expected"),
        (
            'statute: "Lag"',
            'statut: "Lag"',
            "table",
            "2: key unknown but near: key='statut', near='statute'",
        ),
        (
            'statute: "Lag"',
            'statute: "Lag"\nstatut: "Lag"',
            "table",
            "3: key unknown but near: key='statut', near='statute'",
        ),
        (
            'statute: "Lag"',
            'statute: "Lag"\nqqq: "Lag"',
            "table",
            "3: key unknown among: key='qqq', choices=('title', 'statute', 'sources', 'table', "
            "'eligible', 'funding', 'currency', 'key')",
        ),
        ('reason: "lag"', 'reason: "lag"\n  x: "y"', "table", "7: key unknown: key='x'"),
        ('reason: "lag"', 'raeson: "lag"', "table",
         "6: key unknown but near: key='raeson', near='reason'"),
        ('reason: "lag"', 'xyz: "lag"', "table",
         "3: key missing: key='reason'\n{path}:6: key unknown: key='xyz'"),
        ('  most: "50 %"\n', "", "table", "3: key missing: key='most'"),
        (
            'source: "a"\n  weights',
            'source: "x"\n  weights',
            "table",
            "14: none of: name='x', choices=('a',)",
        ),
        (
            'source: "a"\n  names',
            'source: "x"\n  names',
            "table",
            "32: none of: name='x', choices=('a',)",
        ),
        (
            'weights: "2031"',
            'weights: "2030"',
            "table",
            "15: none of: name='2030', choices=('2031', '2032')",
        ),
        ('name: "Kil"', 'name: "Ale"', "table", "30: stands again: text='Ale'"),
        ('code: "0115"', 'code: "0114"', "table", "30: stands again: text='0114'"),
        ('name: "Kil"', 'name: "0114"', "table", "30: stands again: text='0114'"),
        (
            '["7 000", "-"]',
            '["7 000"]',
            "table",
            "30: cells for columns: name='Kil', cells=1, columns=2",
        ),
        (
            '["5 000", "6 000"]',
            '["5 000", "6 000", "7"]',
            "table",
            "29: cells for columns: name='Ale', cells=3, columns=2",
        ),
        ('name: "2032"', 'name: "2031"', "table", "23: column twice: name='2031'"),
        ('years: "2032-2033"\n      unit', 'years: "2031-2033"\n      unit', "table",
         "25: years twice"),
        ('unit: "tkr"', 'unit: "0"', "table",
         "26: bad value: key='unit', reason=zero unit: text='0'"),
        ('source: "b"\n    quotation', 'source: "x"\n    quotation', "budgets",
         "11: none of: name='x', choices=('b',)"),
        ('envelope: "9 000"', 'envelope: "8 999"', "budgets",
         "14: administration above envelope: administration=9000, envelope=8999"),
        ('years: "2031"\n    env', 'years: "2033"\n    env', "budgets",
         "20: budget twice: year=2033"),
        ('amount: "0"', 'amount: "-1"', "budgets",
         "25: bad value: key='amount', reason=negative amount: text='-1'"),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_where_it_stands(
    folder: Path, old: str, new: str, file: str, message: str
) -> None:
    with pytest.raises(SourceError) as refused:
        load_grant(changed(folder, old, new))
    path = f"{folder / file}.yaml"
    assert str(refused.value) == f"{path}:{message.replace('{path}', path)}"


def test_all_mistakes_of_a_file_are_told_at_once(folder: Path) -> None:
    for old, new in (
        ('statute: "Lag"', 'statut: "Lag"'),
        ('unit: "1 000"', 'unit: "1 00"'),
        ('weights: "2031"', 'weights: "2030"'),
        ('"7 000", "-"', '"7 000"'),
        ('name: "Kil"', 'name: "Ale"'),
    ):
        changed(folder, old, new)
    with pytest.raises(SourceError) as refused:
        load_grant(folder)
    assert str(refused.value).replace(f"{folder / 'table.yaml'}:", "").splitlines() == [
        "2: key unknown but near: key='statut', near='statute'",
        "15: none of: name='2030', choices=('2031', '2032')",
        "20: bad value: key='unit', reason=odd groups: text='1 00'",
        "30: stands again: text='Ale'",
        "30: cells for columns: name='Ale', cells=1, columns=2",
    ]


def test_what_nobody_said_may_be_left_out(tmp_path: Path) -> None:
    rows = '    - {name: "Bodø", printed: ["5"]}\n    - {code: "", name: "Moss", printed: ["6"]}\n'
    columns = '  columns:\n    - name: "a"\n'
    (tmp_path / "table.yaml").write_text(
        f'title: "Stipend"\ntable:\n  weights: "a"\n{columns}  rows:\n{rows}', encoding="utf-8"
    )
    (tmp_path / "budgets.yaml").write_text(
        'budgets:\n  - years: "2031"\n    envelope: "9"\n', encoding="utf-8"
    )
    grant = load_grant(tmp_path)
    assert [(each.code, each.name) for each in grant.recipients] == [("", "Bodø"), ("", "Moss")]
    (column,), (budget,) = grant.columns, grant.budgets
    assert (column.heading, column.years, column.unit, column.status) == ("a", (), None, None)
    assert (budget.unit, budget.basis, budget.status, budget.source) == (1, Basis.GIVEN, None, None)
    assert (budget.agency, budget.quotation, budget.administration.amount) == ("", "", 0)
    assert (grant.statute, grant.sources) == ("", ())
    assert [row.amount for row in compute(grant, year=2031).rows] == [4, 5]


def test_a_page_without_its_digest_is_a_source(folder: Path) -> None:
    grant = load_grant(changed(folder, f'    sha256: "{SHA}"\ntable', "table"))
    assert [each.sha256 for each in grant.sources] == ["", SHA]


def test_amounts_may_be_printed_in_thousands(folder: Path) -> None:
    changed(folder, 'unit: "1 000"', 'worth: "tkr"')
    grant = load_grant(folder)
    assert grant.columns[0].worth == 1_000
    assert own_shares(grant).weights == (5_000_000, 7_000_000)
    publication = find_publication(grant, 2031)
    assert publication
    assert [publication.kronor(row) for row in (0, 1)] == [5_000_000, 7_000_000]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "choices"),
    [
        ('status: "indicative"', 'status: "sure"', 21, "status",
         ["indicative", "worked example"]),
        ('basis: "stated"', 'basis: "sure"', 5, "basis", ["stated", "derived", "inferred"]),
    ],
)  # fmt: skip
def test_a_kind_is_one_of_some(
    folder: Path, old: str, new: str, line: int, key: str, choices: list[str]
) -> None:
    with pytest.raises(SourceError) as refused:
        load_grant(changed(folder, old, new))
    error = refused.value
    assert error.places == (f"{folder / 'table.yaml'}:{line}",)
    assert error.message.code == "bad_value"
    facts = dict(error.message.facts)
    assert facts["key"] == key
    reason = dict(facts["reason"].facts)  # type: ignore[attr-defined]
    assert reason["text"] == "sure"
    assert [str(each) for each in reason["choices"]][: len(choices)] == choices


def test_a_table_without_rows_is_refused(folder: Path) -> None:
    text = (folder / "table.yaml").read_text(encoding="utf-8")
    rows = text[text.index("  rows:") : text.index("eligible:")]
    with pytest.raises(SourceError) as refused:
        load_grant(changed(folder, rows, "  rows: []\n"))
    assert str(refused.value) == f"{folder / 'table.yaml'}:28: no rows"


def test_one_table_stands_beside_the_budgets(folder: Path) -> None:
    assert table_file(folder) == folder / "table.yaml"
    assert table_file(str(folder)) == folder / "table.yaml"
    assert table_file().name == "kommuner_2018.yaml"
    (folder / "other.yaml").write_text(TABLE, encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        table_file(folder)
    assert str(refused.value) == (
        f"{folder}: one table expected: budgets='budgets.yaml', others=('other.yaml', 'table.yaml')"
    )
    with pytest.raises(SourceError) as refused:
        table_file(folder / "table.yaml")
    assert str(refused.value) == f"{folder / 'table.yaml'}: no such directory"


def test_a_reason_may_stand_in_several_languages(folder: Path) -> None:
    told = 'reason:\n    fi: "laki"\n    sv: "lagen"\n    en: "the act"'
    funding = load_grant(changed(folder, 'reason: "lag"', told)).funding
    assert funding is not None
    assert (word(funding.reason), word(funding.reason, speak("sv"))) == ("the act", "lagen")
    funding = load_grant(changed(folder, 'sv: "lagen"\n    en: "the act"', "nb: 'lov'")).funding
    assert funding is not None
    assert {word(funding.reason), word(funding.reason, speak("sv"))} == {"laki"}


@pytest.mark.parametrize(
    "told",
    ["reason: {}", "reason: ' '", "reason: {sv: ['lag']}", "reason: {enn: a}", "reason: {SV: a}"],
)
def test_a_reason_is_text_in_every_language(told: str, folder: Path) -> None:
    with pytest.raises(SourceError) as caught:
        load_grant(changed(folder, 'reason: "lag"', told))
    assert caught.value.places[0].endswith("table.yaml:6")
