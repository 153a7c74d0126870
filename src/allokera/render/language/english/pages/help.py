"""What help says of commands and options, and what is said of what was typed, in English."""

from collections.abc import Sequence

from allokera.kronor.wording import listed
from allokera.render.words.help import HelpWords


class Help(HelpWords):
    """What help says of commands and options, and what is said of what was typed."""

    program = "Share a grant out by fixed shares, exactly, and audit published tables."
    try_this = "Try: allokera compute --year 2020"
    usage = "Usage: "
    any_options = "[OPTIONS]"
    any_command = "COMMAND [ARGS]..."
    arguments_title = "Arguments"
    options_title = "Options"
    commands_title = "Commands"
    default = "[default: {}]"
    required = "[required]"
    example = "Example:"
    examples = "Examples:"

    at_work = "still at work ..."
    bug = "this is a bug in allokera; nothing was written"

    command_compute = (
        "Share out a year's pool, or any amount, by the fixed shares, to the krona.\n\n"
        "Options with KOMMUN may be repeated."
    )
    command_verify = (
        "Audit a published table: what is wrong in it, what it should be, and the proof.\n\n"
        "Exit status: 0 no error; 1 at least one error; 2 nothing could be checked."
    )
    command_explain = (
        "Show why one recipient gets its amount, and what would have changed it.\n\n"
        "Of several years, or all where none is said, it shows each: what is due, what is given, "
        "and how\nfar the two drift."
    )
    command_compare = (
        "Compare answers: what changes for each recipient, in kronor and per cent.\n\n"
        "Options that say what is shared out count for all of the answers."
    )
    command_new = (
        "Make a grant of your own: of a table, or of a grant that gets another year.\n\n"
        "It is two files to read and to correct. Other commands take it by --grant DIR."
    )
    command_budgets = (
        "List the years with envelope, administration, pool and agency, and who says so."
    )
    command_methods = "List the methods of rounding with their names, and what each promises."
    command_schema = "Print the JSON Schema of what a command writes with --json."

    panel_money = "The money"
    panel_rounding = "Rounding"
    panel_who = "Among whom"
    panel_file = "Reading a file"
    panel_bounds = "Bounds"
    panel_grant = "Another grant"
    panel_shown = "What is shown"
    panel_output = "Output"
    panel_table = "What the table leaves open"
    panel_findings = "Findings"
    panel_of_table = "Of a table"

    value_amount = "AMOUNT"
    value_code = "CODE"
    value_column = "COLUMN"
    value_date = "DATE"
    value_dir = "DIR"
    value_equation = "EQUATION"
    value_file = "FILE"
    value_format = "FORMAT"
    value_kommun = "KOMMUN"
    value_mark = "MARK"
    value_name = "NAME"
    value_percent = "PERCENT"
    value_rule = "RULE"
    value_table = "TABLE"
    value_text = "TEXT"
    value_unit = "UNIT"
    value_years = "YEARS"
    format_plain_text = "plain text"

    version = "Show the version."
    install_completion = "Install completion for the current shell."
    show_completion = (
        "Show completion for the current shell, to copy it or customize the installation."
    )
    help = "Show this message and exit."

    year = "Which years: 2020, 2018-2027, 2019,2021 or all."
    total = "An amount instead: 1000000007, '2,2 mdkr'."
    unit = "What is not divided further: 1, tkr, mnkr, 0,01."
    unit_default = "as published; 1 for a total"
    scenario = "All this from a YAML file; what is typed goes over it."
    envelope = "What the year has to share out and to administer."
    envelope_default = "what was announced"
    gross = "Share out the whole envelope: no administration."
    administration = "Kronor that are not shared out."
    administration_default = "the year's own"
    method = "How to round; `allokera methods` lists them."
    carry = "Round the years together: nobody drifts by a unit."
    lot = "The order that was drawn for equal claims."
    lot_default = "table order"
    weights = "Weights of your own: a table, - for stdin, or population."
    column = "The column of a file that holds the weights, or the inhabitants."
    currency = "What your own weights share out: SEK, EUR."
    without = "Leave this one out."
    add = "Add this one, or anybody, with its amount in the base column; by --key without."
    key = "Make all shares anew, by the key that the grant states."
    inhabitants = "Which inhabitants count: SCB's of a day, or those of a file."
    min = "What everybody, or this one, gets at least."
    max = "What everybody, or this one, gets at most."
    applied = "What this one, or everybody, applied for: nobody is paid more."
    threshold = "The share below which everybody, or this one, gets nothing: '4 %'."
    redistribute = "Share out among the others what was not applied for."
    grant = "A grant of your own: a directory with budgets.yaml and a table."
    grant_default = "the bundled grant"

    names = "The columns that name the recipients together."
    decimal = "The mark that starts decimals: , or a point."
    decimal_default = "the table says"
    table = "Which of a file's tables: 1 is the first."
    table_default = "the one that fits best"
    sheet = "Which sheet of a workbook."
    visible = "Leave out the rows and columns that a workbook hides."

    only = "Only this one: Malmö, or 1280."
    compute_example = "Whose steps are shown below."
    compute_example_default = "in HTML, whoever got the last unit"
    sort = "Order of the rows."
    sort_default = "as published"
    beside = "What stands beside the amounts, instead of the usual."
    by = "Subtotals: lan for counties."
    json = "Write JSON: short for --format json."
    format = "How to write the answer: {formats}."
    color = "Colour: where a screen has it, in files and pipes too, or nowhere."
    lang = "Language of pages, errors and help."
    lang_default = "ALLOKERA_LANG or locale"
    output = "Write to a file: plan.csv; {suffixes} says the format."

    recipient = "A recipient, by name or code."
    answers = "Scenario files, or published; the first is what the others are compared with."
    compare_year = "Which years; twice, to compare years."
    compare_method = "How to round; twice, to compare methods."
    compare_sort = "Order of the rows: by amounts of the first answer, changes of the last."
    methods_name = "One method, with a case for every promise that it does not keep."
    methods_name_default = "all of them, in a table"
    schema_name = "{schemas}."
    schema_name_value = "name"
    schema_output = "Write to a file."

    file = "A file with a table: {readers}; - reads stdin."
    file_default = "the bundled table"
    columns = "The columns to audit: 2019,2020."
    columns_default = "all with amounts"
    verify_envelope = "What was announced in total: '2019=1,35 mdkr'."
    base = "The column whose amounts are the weights."
    base_default = "the first"
    verify_unit = "The unit a column is in, or rounded to: 2019=mnkr."
    against = "The table as it was published before: what was mended, what stands, what came."
    verify_weights = "Weights that are not in the table: a file, or population."
    rounding = "How the rows were rounded: half-up, floor, largest-remainder ..."
    rounding_default = "all rules are tried"
    recipients = "Who may be in the table: a name a line."
    relation = "What holds between columns: 'Summa = A + B'. Where it fails is an error."
    ignore_relation = "Set aside a relation that the report numbers N."
    corrected = "Write a corrected copy: mended.csv. The original is left alone."
    accepted = "Findings that somebody has accepted, with the reason: they count no more."
    fail_on = "The least finding that makes the exit status 1."
    explain = "Say what a kind of finding means."
    statement = "End with a statement for somebody to sign."

    directory = "Where to: a directory that is not there yet, or empty."
    source = "A table in any format that verify reads, or the directory of a grant."
    source_default = "the bundled grant"
    new_year = "The year that gets money: 2028, 2028-2030."
    new_envelope = "What it has to share out and to administer: '2,2 mdkr'."
    new_administration = "Kronor of it that are not shared out."
    new_administration_default = "as the year before, or nothing"
    new_unit = "What is not divided further: 1, tkr, mnkr."
    new_unit_default = "as the year before, or as printed"
    title = "What the grant is called."
    title_default = "the file's name"
    new_base = "The column whose amounts are the weights."
    new_base_default = "the one that others follow, or the first"
    new_columns = "The columns to take: 2019,2020."
    new_columns_default = "all with amounts"
    new_currency = "What all amounts are in: NOK, EUR."

    def no_such_language(self, name: str, choices: Sequence[str]) -> str:
        return f"there is no language {name!r}; there are {listed(tuple(choices))}"

    def no_such_command(self, name: str, near: Sequence[str]) -> str:
        meant = f" Did you mean {', '.join(map(repr, near))}?" if near else ""
        return f"No such command {name!r}.{meant}"

    def no_such_option(self, option: str, near: Sequence[str]) -> str:
        return f"No such option: {option}" + (
            f" (Possible options: {', '.join(near)})" if near else ""
        )

    def missing_argument(self, name: str) -> str:
        return f"Missing argument {name!r}."

    def missing_value(self, option: str) -> str:
        return f"Option {option!r} requires an argument."

    def value_not_taken(self, option: str) -> str:
        return f"Option {option!r} does not take a value."

    def too_many_arguments(self, texts: str) -> str:
        return f"Got unexpected extra argument(s) ({texts})"

    def no_such_choice(self, option: str, value: str, choices: Sequence[str]) -> str:
        shown = ", ".join(map(repr, choices))
        return f"Invalid value for {option!r}: {value!r} is not one of {shown}."

    def no_integer(self, option: str, value: str) -> str:  # noqa: ARG002
        return (
            f"Invalid value for {option!r}: Input should be a valid integer, unable to parse "
            "string as an integer"
        )
