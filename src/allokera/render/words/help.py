"""What help says of commands and options, and what is said of what was typed.

An option's text has the option's name: `year`. Where it is another option in one command, that
command goes before it: `new_year`. A name with `_default` says what counts where nothing is typed,
one with `_value` what stands for a value that has no name in capitals.
"""

from collections.abc import Sequence
from typing import Protocol


class HelpWords(Protocol):
    """What help says of commands and options, and what is said of what was typed."""

    # What stands around all options.
    program: str
    try_this: str
    usage: str
    any_options: str
    any_command: str
    arguments_title: str
    options_title: str
    commands_title: str
    default: str
    required: str
    example: str
    examples: str

    # While somebody waits, and when all else fails.
    at_work: str
    bug: str

    # Commands.
    command_compute: str
    command_verify: str
    command_explain: str
    command_compare: str
    command_new: str
    command_budgets: str
    command_methods: str
    command_schema: str

    # Panels.
    panel_money: str
    panel_rounding: str
    panel_who: str
    panel_file: str
    panel_bounds: str
    panel_grant: str
    panel_shown: str
    panel_output: str
    panel_table: str
    panel_findings: str
    panel_of_table: str

    # What stands for a value.
    value_amount: str
    value_code: str
    value_column: str
    value_date: str
    value_dir: str
    value_equation: str
    value_file: str
    value_format: str
    value_kommun: str
    value_mark: str
    value_name: str
    value_percent: str
    value_rule: str
    value_table: str
    value_text: str
    value_unit: str
    value_years: str
    format_plain_text: str

    # Of the program.
    version: str
    install_completion: str
    show_completion: str
    help: str

    # Of what is to be shared out.
    year: str
    total: str
    unit: str
    unit_default: str
    scenario: str
    envelope: str
    envelope_default: str
    gross: str
    administration: str
    administration_default: str
    method: str
    carry: str
    lot: str
    lot_default: str
    weights: str
    column: str
    currency: str
    without: str
    add: str
    key: str
    inhabitants: str
    min: str
    max: str
    applied: str
    threshold: str
    redistribute: str
    grant: str
    grant_default: str

    # Of a file that is read.
    names: str
    decimal: str
    decimal_default: str
    table: str
    table_default: str
    sheet: str
    visible: str

    # Of what is shown, and where.
    only: str
    compute_example: str
    compute_example_default: str
    sort: str
    sort_default: str
    beside: str
    by: str
    json: str
    format: str
    color: str
    lang: str
    lang_default: str
    output: str

    # Of one command alone.
    recipient: str
    answers: str
    compare_year: str
    compare_method: str
    compare_sort: str
    methods_name: str
    methods_name_default: str
    schema_name: str
    schema_name_value: str
    schema_output: str

    # Of `allokera verify`.
    file: str
    file_default: str
    columns: str
    columns_default: str
    verify_envelope: str
    base: str
    base_default: str
    verify_unit: str
    against: str
    verify_weights: str
    rounding: str
    rounding_default: str
    recipients: str
    relation: str
    ignore_relation: str
    corrected: str
    accepted: str
    fail_on: str
    explain: str
    statement: str

    # Of `allokera new`.
    directory: str
    source: str
    source_default: str
    new_year: str
    new_envelope: str
    new_administration: str
    new_administration_default: str
    new_unit: str
    new_unit_default: str
    title: str
    title_default: str
    new_base: str
    new_base_default: str
    new_columns: str
    new_columns_default: str
    new_currency: str

    # Why what was typed cannot be read.
    def no_such_language(self, name: str, choices: Sequence[str]) -> str: ...
    def no_such_command(self, name: str, near: Sequence[str]) -> str: ...
    def no_such_option(self, option: str, near: Sequence[str]) -> str: ...
    def missing_argument(self, name: str) -> str: ...
    def missing_value(self, option: str) -> str: ...
    def value_not_taken(self, option: str) -> str: ...
    def too_many_arguments(self, texts: str) -> str: ...
    def no_such_choice(self, option: str, value: str, choices: Sequence[str]) -> str: ...
    def no_integer(self, option: str, value: str) -> str: ...
