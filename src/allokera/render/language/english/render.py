"""What is said of options, and of the forms of answers, in English."""

from collections.abc import Sequence

from allokera.kronor.wording import grouped, listed
from allokera.render.messages import RenderMessages


class Render(RenderMessages):
    """Why options do not go together, and why an answer cannot be shown so."""

    def no_such_form(self, name: str, choices: Sequence[str]) -> str:
        return f"there is no {name!r}; there are {', '.join(choices)}"

    def form_not_told(self, suffixes: Sequence[str]) -> str:
        return f"the name says no format: end it in {listed(suffixes, 'or')}, or add --format"

    def other_form_by_suffix(self, suffix: str, name: str, asked: str) -> str:
        return f"a file {suffix} is {name}, and {asked} is asked for"

    def form_needs_extra(self, name: str, library: str | None, extra: str) -> str:
        return f"writing {name} needs {library}: pip install 'allokera[{extra}]'"

    def form_needs_file(self, suffix: str) -> str:
        return f"a workbook belongs in a file: add --output FILE{suffix}"

    def example_of_years(self) -> str:
        return "steps are shown of one year: several are explained by 'allokera explain'"

    def too_many_for_sheet(self, most: int) -> str:
        return f"a sheet holds {grouped(most)} rows at most: write CSV or JSON"

    def too_long_for_cell(self, most: int) -> str:
        return f"a cell holds {grouped(most)} characters at most: write CSV or JSON"

    def no_such_schema(self, name: str, choices: Sequence[str]) -> str:
        return f"there is no schema {name!r}; there are {listed(tuple(choices))}"

    def json_and_other_form(self, name: str) -> str:
        return f"--json and --format {name} cannot both be had"

    def other_dash(self, text: str, meant: str) -> str:
        return f"{text!r} begins with another dash than a hyphen: write {meant}"

    def one_hyphen(self, text: str, meant: str) -> str:
        return f"an option has two hyphens: {meant}, and not {text}"

    def year_for_file(self, text: str, command: str) -> str:
        if command == "verify":
            return f"there is no file {text}; 'allokera verify' alone audits the published years"
        return (
            f"there is no file {text}; years side by side are 'allokera compute --year {text},...'"
        )

    def year_without_option(self, text: str) -> str:
        return f"what is {text} for? Years are given by an option: --year {text}"

    def value_without_quotes(self, option: str, value: str) -> str:
        return f"a value with spaces is put between quotation marks: {option} '{value}'"

    def given_often(self, option: str, count: int) -> str:
        return f"{option} is given {count} times: give it once"

    def stdout_closed(self, reason: str) -> str:
        return f"stdout cannot be written: {reason}"

    def options_without_table(self) -> str:
        return "these options go with a TABLE: give a file, or - for stdin"

    def table_and_grant(self) -> str:
        return "a TABLE and --grant cannot both be had: give one of them"

    def read_and_written(self) -> str:
        return "what is read is never overwritten: name another file"

    def written_twice(self) -> str:
        return "two answers cannot be written to one file"

    def published_twice(self) -> str:
        return "published: once is enough"

    def scenario_beside_files(self) -> str:
        return "--scenario: name the files alone, allokera compare A.yaml B.yaml"

    def left_out(self, name: str) -> str:
        return f"{name} is left out"

    def not_beside_years(self) -> str:
        return "not beside several years"

    def nothing_published(self) -> str:
        return "nothing was published for this"

    def no_change_of_own_weights(self) -> str:
        return "by weights of one's own, nothing of the grant's is changed"

    def funding_unknown(self) -> str:
        return "the grant does not say how much of such a cost it pays"

    def inhabitants_unknown(self, names: Sequence[str]) -> str:
        return f"SCB has no inhabitants for {listed(tuple(names), 'or')}"
