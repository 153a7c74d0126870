"""The notes in the files of a new grant, which say to a person what each key is, in English."""


class GrantNotes:
    """What stands beside the keys of a new grant. A line break parts paragraphs."""

    def about_table(self, file: str) -> str:
        return (
            f"The table of {file}, cell by cell, as it is printed.\n"
            "Every value is text in quotes; \\u00a0 is a no-break space, and a line that begins "
            "with # is a note. A misprint stays as it is: `allokera verify --grant` finds it, and "
            "says what it should be. Change a cell only where it is not what the page says."
        )

    def about_title(self) -> str:
        return (
            "What the grant is called, and the law or the decision behind it. A key behind a # "
            "holds once the # is taken away."
        )

    def about_sources(self) -> str:
        return (
            "Where the figures were taken from. The SHA-256, which may be left out, tells whether "
            "a file is still the same."
        )

    def about_columns(self) -> str:
        return (
            "One entry per printed column, left to right. `name` is what it is called on the "
            "command line, `heading` what is printed, `years` those that its amounts are for "
            "(2028, 2028-2030), `worth` what a printed one stands for: 1000 where amounts are "
            "printed in thousands. There may be `unit`, what all of them are multiples of, "
            "`status` (indicative, worked example or decided) and `quotation`, the footnote. "
            "`name` alone is needed."
        )

    def about_rows(self) -> str:
        return (
            "One line per recipient: `code`, where there is one; `name`, which nobody else has; "
            "the printed cells, one per column."
        )

    def about_budgets(self) -> str:
        return (
            "The money of every year: what there is, and what is kept of it.\n"
            "`years` and `envelope` are needed. `basis` says how the envelope is known: stated "
            "(printed in a source), derived (plain arithmetic on stated figures), inferred (the "
            "only explanation found) or given (somebody said so). `unit` is what is not divided "
            "further: 1, 1000, or 0.01 of what has parts. There may be `source` (an id under "
            "sources), `quotation`, `status` (indicative, worked example or decided), `agency`, "
            "and `administration`, what is not shared out, with `amount`, `basis` and `reason`.\n"
            "To add a year, write an entry below the others. `allokera new NEW --from OLD --year "
            "2028 --envelope AMOUNT` does it in a copy."
        )
