"""What is said of what the command line and Python do alike, in English."""

from pathlib import Path

from allokera.usecases.messages import UsecasesMessages


class Usecases(UsecasesMessages):
    """Why a file cannot be written, and why options do not fit a request or a table."""

    def no_directory(self, directory: Path) -> str:
        return f"there is no directory {directory}"

    def not_written(self, reason: str) -> str:
        return f"the file cannot be written: {reason}"

    def original_overwritten(self) -> str:
        return "the original is never overwritten: name another file"

    def other_suffix(self, suffix: str) -> str:
        return f"a corrected copy is in the table's own format: name it *{suffix}"

    def no_column_value(self, text: str) -> str:
        return f"{text!r} is not of the form COLUMN=VALUE"

    def no_table_number(self, text: str) -> str:
        return f"{text!r} is no number of a table: 1 is the first"

    def no_decimal_mark(self, text: str) -> str:
        return f"{text!r} starts no decimals: a comma or a point does"

    def column_twice(self, column: str) -> str:
        return f"{column} is given twice"

    def options_beside_values(self) -> str:
        return "a scenario of values leaves nothing for options to say"

    def inhabitants_unused(self) -> str:
        return (
            "inhabitants count by --key, as --weights population and --with per-capita, and not "
            "here"
        )

    def inhabitants_by_key(self) -> str:
        return "inhabitants of a file count by --key alone; elsewhere those of a day do"

    def key_of_no_inhabitants(self) -> str:
        return "no inhabitants count in the grant's key"
