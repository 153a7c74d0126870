"""Why a file cannot be read as a table, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.kronor.wording import grouped, listed, spelled
from allokera.render.language.english.numbers import counted

ENCODINGS = {
    ("utf-8", False): "UTF-8",
    ("utf-8", True): "UTF-8 with a byte order mark",
    ("utf-16-le", True): "UTF-16, little-endian",
    ("utf-16-be", True): "UTF-16, big-endian",
    ("utf-16-le", False): "UTF-16, little-endian, without a byte order mark",
    ("utf-16-be", False): "UTF-16, big-endian, without a byte order mark",
    ("cp1252", False): "Windows-1252",
    ("cp850", False): "code page 850, of a command window",
    ("cp437", False): "code page 437, of a command window",
    ("mac_roman", False): "Mac Roman",
    ("latin-1", False): "Latin-1",
}
"""What people call encodings, without a byte order mark and with one."""


class Files:
    """Why a file cannot be read as a table."""

    def days_expected(self, columns: Sequence[str]) -> str:
        return f"{', '.join(columns)} are expected here, then the days"

    def inhabitants_unknown(self, date: str, days: Sequence[str]) -> str:
        return f"the inhabitants are not known on {date!r}: {listed(days)} are"

    def cells_expected(self, count: int) -> str:
        return f"{count} cells are expected, a code once"

    def no_names(self) -> str:
        return "no names are found: a name a line is expected"

    def file_too_large(self, mebibytes: int) -> str:
        return f"the file has more than {mebibytes} MiB"

    def row_too_wide(self, most: int) -> str:
        return f"a row has more than {grouped(most)} columns: is this a table?"

    def table_too_large(self, most: int) -> str:
        return f"the table has more than {grouped(most)} cells: cut it down to the rows"

    def quote_never_closes(self) -> str:
        return "the quotation mark that opens a cell here never closes"

    def extra_needed(self, format: str, library: str | None, extra: str) -> str:
        return f"reading {format} needs {library}: pip install 'allokera[{extra}]'"

    def yaml_too_long(self, most: int) -> str:
        return f"a file in YAML has at most {grouped(most)} characters"

    def nothing_in_table(self) -> str:
        return "the table has no rows, or no columns"

    def workbook_damaged(self, reason: str) -> str:
        return f"the workbook is damaged: {reason}"

    def too_many_members(self, most: int) -> str:
        return f"the workbook holds more than {grouped(most)} files"

    def unpacks_too_large(self, mebibytes: int) -> str:
        return f"the workbook unpacks to more than {grouped(mebibytes)} MiB"

    def encrypted(self) -> str:
        return "the workbook is encrypted: save it without a password"

    def no_workbook(self, missing: str) -> str:
        return f"this archive is no workbook: {missing} is missing"

    def member_too_many_tags(self, member: str, most: int) -> str:
        return f"{member} has more than {grouped(most)} tags"

    def cell_not_in_sheet(self, cell: str) -> str:
        return f"the cell {cell} is not in the sheet, so it cannot be set"

    def formula_shared(self, cell: str | None) -> str:
        return f"the formula in {cell} is shared by other cells"

    def sheet_mostly_empty(self) -> str:
        return "the sheet is mostly empty, and too large to look through"

    def correcting_needs_lxml(self) -> str:
        return "correcting XLSX needs lxml: pip install 'allokera[tables]'"

    def sheet_part_missing(self, sheet: str) -> str:
        return f"the part of the sheet {sheet!r} is not found"

    def declares_entities(self, member: str) -> str:
        return f"{member} declares entities, as no workbook does"

    def member_not_utf8(self, member: str) -> str:
        return f"{member} is not written in UTF-8, as every part of a workbook is"

    def oddly_compressed(self, member: str) -> str:
        return f"{member} is compressed as no workbook is: save it anew"

    def too_many_lines(self, most: int) -> str:
        return f"the text has more than {grouped(most)} lines"

    def stanza_broken(self, text: str) -> str:
        return (
            f"{text!r} has another number of cells than its neighbours: which one "
            f"is missing cannot be told"
        )

    def page_too_many_tags(self, most: int) -> str:
        return f"the page has more than {grouped(most)} tags"

    def tag_too_long(self) -> str:
        return "the page has a tag of more than 64 KiB"

    def no_html(self) -> str:
        return "this is no HTML"

    def no_html_because(self, reason: str) -> str:
        return f"this is no HTML: {reason}"

    def no_such_file(self) -> str:
        return "there is no such file"

    def file_unreadable(self, reason: str) -> str:
        return f"the file cannot be read: {reason}"

    def empty_file(self) -> str:
        return "the file is empty"

    def columns_alike(self, count: int, heading: str) -> str:
        return f"{count} columns are called {heading!r}, or mean the same: keep one"

    def only_bounds(self) -> str:
        return "no column holds weights, only bounds"

    def no_name_with_number(self) -> str:
        return "no name with a number can be read in this row: give both, or take the row out"

    def code_of_another(self, name: str, code: str, given: str, other: str) -> str:
        return f"{name} has the code {code}, and {given} is that of {other}"

    def number_expected(self, column: str, text: str) -> str:
        return f"{column} is {text!r}: a number is expected"

    def recipient_twice(self, key: str, first: str) -> str:
        return f"{key} stands here again, first at {first}"

    def nobody_named(self) -> str:
        return "no column names them; the numbers alone are looked at"

    def two_tables_beside(self, column: int) -> str:
        return f"column {column} holds other recipients: put the two tables below each other"

    def formulas_unsaved(self, cells: Sequence[str], count: int) -> str:
        more = f" and {count - len(cells)} more" if count > len(cells) else ""
        return (
            f"the formulas of {', '.join(cells)}{more} have no saved values: open the workbook in "
            "a spreadsheet program, and save it"
        )

    def line_torn(self, text: str) -> str:
        return (
            f"{text!r} has single spaces between columns and inside numbers, and can be split in "
            "two ways, or in none: put a semicolon between columns"
        )

    def no_such_table(self, number: int, count: int) -> str:
        return f"there is no table {number}: the last one is {count}"

    def no_such_sheet(self, name: str, names: Sequence[str]) -> str:
        return f"no sheet is called {name!r}; there are {listed([repr(name) for name in names])}"

    def no_sheets(self) -> str:
        return "only workbooks have sheets: --table N chooses another table"

    def no_table(self, formats: Sequence[str]) -> str:
        return (
            "no table was found: rows with a recipient's name and a number beside it were looked "
            f"for, in {listed(formats)}"
        )

    def row_too_long(self, cells: int, usual: int) -> str:
        return (
            f"this row has {counted(cells, 'cell')} where the others have {usual}: is a "
            f"delimiter part of a number? put the number in quotes"
        )

    def row_too_short(self, cells: int, usual: int) -> str:
        return (
            f"this row has {counted(cells, 'cell')} where the others have {usual}: which one "
            f"is missing cannot be told"
        )

    def not_correctable(self) -> str:
        return "a corrected copy cannot be written in this format"

    def not_read_back(self) -> str:
        return "a corrected copy of it would not read back"

    def nul_character(self) -> str:
        return "a NUL character stands here, so this is no text: save UTF-16 with a byte order mark"

    def not_as_marked(self, codec: str) -> str:
        return f"this is not the {ENCODINGS[codec, True]} that it begins as"

    def foreign_excel(self) -> str:
        return "this is an old or encrypted Excel file: save it as XLSX, no password"

    def foreign_picture(self) -> str:
        return "this is a picture: its text must be recognised first, or typed"

    def foreign_archive(self) -> str:
        return "this is a packed archive: unpack it, and name the file in it"

    def foreign_parquet(self) -> str:
        return "this is a Parquet file: save the table as CSV"

    def foreign_database(self) -> str:
        return "this is an SQLite database: export the table as CSV"

    def foreign_spreadsheet(self) -> str:
        return "this is an OpenDocument spreadsheet: save it as XLSX or CSV"

    def foreign_text(self) -> str:
        return "this is an OpenDocument text: copy the table out of it into a text file"

    def foreign_document(self) -> str:
        return "this is a document without a table that can be read: copy it into a text file"

    def foreign_word(self) -> str:
        return "this is a Word document: copy the table out of it into a text file"

    def foreign_binary_excel(self) -> str:
        return "this is a binary Excel workbook (XLSB): save it as XLSX"

    def address_given(self) -> str:
        return "this is an address: save the page or the file, and name it here"

    def foreign_pdf(self) -> str:
        return "this is a PDF: copy the table out of it into a text file"

    def foreign_rtf(self) -> str:
        return "this is RTF: save it as plain text"

    def several_columns(self, names: Sequence[str]) -> str:
        return (
            f"{listed([repr(name) for name in names])} hold numbers: --column says which is meant"
        )

    def weight_expected(self, name: str, column: str, text: str) -> str:
        return f"{name}: {column} is {text!r}: one number, zero or more, is expected"

    def one_number_expected(
        self, name: str, column: str, text: str, alternatives: Sequence[int | Fraction]
    ) -> str:
        could = listed([spelled(Fraction(each)) for each in alternatives], "or")
        return f"{name}: {column} is {text!r}: one number, not {could}, is expected"

    def bound_expected(self, name: str, column: str, text: str) -> str:
        return f"{name}: {column} is {text!r}: whole kronor, zero or more, or nothing, is expected"
