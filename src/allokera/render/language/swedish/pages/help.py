"""What help says of commands and options, and what is said of what was typed, in Swedish."""

from collections.abc import Sequence

from allokera.render.language.swedish.numbers import listed, quoted
from allokera.render.words.help import HelpWords


class Help(HelpWords):
    """What help says of commands and options, and what is said of what was typed."""

    program = "Fördela ett bidrag efter fasta andelar, exakt, och granska publicerade tabeller."
    try_this = "Prova: allokera compute --year 2020"
    usage = "Användning: "
    any_options = "[FLAGGOR]"
    any_command = "KOMMANDO [ARGUMENT]..."
    arguments_title = "Argument"
    options_title = "Flaggor"
    commands_title = "Kommandon"
    default = "[förval: {}]"
    required = "[krävs]"
    example = "Exempel:"
    examples = "Exempel:"

    at_work = "arbetar fortfarande ..."
    bug = "detta är ett fel i allokera; inget skrevs"

    command_compute = (
        "Fördela medlen för ett år, eller valfritt belopp, efter fasta andelar på kronan.\n\n"
        "Flaggor med KOMMUN får upprepas."
    )
    command_verify = (
        "Granska en publicerad tabell: vad som är fel, vad som borde stå där, och beviset.\n\n"
        "Slutkod: 0 inget fel; 1 minst ett fel; 2 inget kunde granskas."
    )
    command_explain = (
        "Visa varför en mottagare får sitt belopp, och vad som skulle ha ändrat det.\n\n"
        "För flera år visas vart och ett: exakt andel, fördelat belopp och hur de skiljer sig åt. "
        "Utan --year visas alla år."
    )
    command_compare = (
        "Jämför fördelningar: vad som ändras för varje mottagare, i kronor och procent.\n\n"
        "Flaggor som säger vad som fördelas gäller alla fördelningarna."
    )
    command_new = (
        "Skapa ett eget bidrag: av en tabell, eller av ett bidrag som får ett år till.\n\n"
        "Det blir två filer att läsa och rätta. Andra kommandon läser dem med --grant MAPP."
    )
    command_budgets = "Visa åren med ram, administration, medel, myndighet och källa."
    command_methods = "Visa fördelningsmetoderna, vad de heter och vad var och en lovar."
    command_schema = "Visa JSON-schemat för det som ett kommando skriver med --json."

    panel_money = "Pengarna"
    panel_rounding = "Avrundning"
    panel_who = "Mottagare och andelar"
    panel_file = "Läsa en fil"
    panel_bounds = "Gränser"
    panel_grant = "Ett annat bidrag"
    panel_shown = "Vad som visas"
    panel_output = "Utdata"
    panel_table = "Vad tabellen lämnar öppet"
    panel_findings = "Iakttagelser"
    panel_of_table = "Av en tabell"

    value_amount = "BELOPP"
    value_code = "KOD"
    value_column = "KOLUMN"
    value_date = "DATUM"
    value_dir = "MAPP"
    value_equation = "SAMBAND"
    value_file = "FIL"
    value_format = "FORMAT"
    value_kommun = "KOMMUN"
    value_mark = "TECKEN"
    value_name = "NAMN"
    value_percent = "PROCENT"
    value_rule = "REGEL"
    value_table = "TABELL"
    value_text = "TEXT"
    value_unit = "ENHET"
    value_years = "ÅR"
    format_plain_text = "oformaterad text"

    version = "Visa versionen."
    install_completion = "Installera komplettering för skalet som används."
    show_completion = "Visa kompletteringen för skalet, att kopiera eller anpassa."
    help = "Visa den här hjälpen."

    year = "Vilka år: 2020, 2018-2027, 2019,2021 eller all för alla."
    total = "Ett belopp i stället: 1000000007, '2,2 mdkr'."
    unit = "Avrundningsenhet: 1, tkr, mnkr, 0,01."
    unit_default = "som publicerat; 1 för ett belopp"
    scenario = "Allt detta ur en YAML-fil; det du skriver går före."
    envelope = "Årets ram: medel att fördela och administration."
    envelope_default = "den som angetts för året"
    gross = "Fördela hela ramen, utan avdrag för administration."
    administration = "Kronor som inte fördelas."
    administration_default = "årets egen"
    method = "Fördelningsmetod; `allokera methods` visar dem."
    carry = "Avrunda åren tillsammans: ingen avviker en hel enhet."
    lot = "Ordningen som lottats för lika anspråk."
    lot_default = "tabellens ordning"
    weights = "Egna fördelningsgrunder: en tabell, - för stdin, eller population."
    column = "Kolumnen i en fil med fördelningsgrunder eller invånare."
    currency = "Valuta för egna fördelningsgrunder: SEK, EUR."
    without = "Ta inte med denna."
    add = "Lägg till denna, eller någon annan, med belopp i baskolumnen; med --key utan belopp."
    key = "Räkna om alla andelar efter bidragets fördelningsnyckel."
    inhabitants = "Vilka invånare som räknas: SCB:s uppgift för en dag, eller en fil."
    min = "Vad alla, eller denna, får minst."
    max = "Vad alla, eller denna, får högst."
    applied = "Vad denna, eller alla, har sökt: ingen får mer."
    threshold = "Andelen under vilken alla, eller denna, blir utan: '4 %'."
    redistribute = "Fördela på de andra det som inte söktes."
    grant = "Ett eget bidrag: en mapp med budgets.yaml och en tabell."
    grant_default = "det medföljande bidraget"

    names = "Kolumnerna som tillsammans namnger mottagarna."
    decimal = "Tecknet före decimalerna: , eller punkt."
    decimal_default = "framgår av tabellen"
    table = "Vilken av filens tabeller: 1 är den första."
    table_default = "den som passar bäst"
    sheet = "Vilket blad i en arbetsbok."
    visible = "Ta inte med rader och kolumner som är dolda i arbetsboken."

    only = "Bara denna mottagare: Malmö, eller 1280."
    compute_example = "Den vars uträkning visas nedanför."
    compute_example_default = "i HTML den som fick sista enheten"
    sort = "Radernas ordning."
    sort_default = "som publicerat"
    beside = "Vad som står bredvid beloppen, i stället för det vanliga."
    by = "Delsummor: lan för län."
    json = "Skriv JSON: kortform för --format json."
    format = "Hur svaret skrivs: {formats}."
    color = "Färg: om skärmen visar färger, alltid eller aldrig."
    lang = "Språk för sidor, fel och hjälp."
    lang_default = "ALLOKERA_LANG eller datorns språk"
    output = "Skriv till en fil: plan.csv; {suffixes} anger formatet."

    recipient = "En mottagare, med namn eller kod."
    answers = "Scenariofiler, eller published för det publicerade; övriga jämförs med den första."
    compare_year = "Vilka år; två gånger för att jämföra år."
    compare_method = "Fördelningsmetod; två gånger för att jämföra metoder."
    compare_sort = "Radernas ordning: efter belopp i den första, ändring i den sista."
    methods_name = "En metod, med ett motexempel för varje löfte som den inte håller."
    methods_name_default = "alla, i en tabell"
    schema_name = "{schemas}."
    schema_name_value = "NAMN"
    schema_output = "Skriv till en fil."

    file = "En fil med en tabell: {readers}; - läser stdin."
    file_default = "den medföljande tabellen"
    columns = "Kolumnerna att granska: 2019,2020."
    columns_default = "alla med belopp"
    verify_envelope = "Ramen, administration inräknad: '2019=1,35 mdkr'."
    base = "Kolumnen vars belopp är fördelningsgrunder."
    base_default = "den första"
    verify_unit = "Enheten som en kolumn står i, eller är avrundad till: 2019=mnkr."
    against = "Tabellen som den publicerats förut: vad som rättats, står kvar och tillkommit."
    verify_weights = "Fördelningsgrunder som inte står i tabellen: en fil, eller population."
    rounding = "Hur raderna avrundats: half-up, floor, largest-remainder ..."
    rounding_default = "alla regler prövas"
    recipients = "Vilka som får stå i tabellen: ett namn per rad."
    relation = "Samband mellan kolumner: 'Summa = A + B'. Där det bryts är det ett fel."
    ignore_relation = "Bortse från sambandet som har nummer N i rapporten."
    corrected = "Skriv en rättad kopia: mended.csv. Originalet ändras inte."
    accepted = "Iakttagelser som någon har godtagit, med skäl: de räknas inte längre."
    fail_on = "Den lindrigaste iakttagelse som ger slutkod 1."
    explain = "Förklara vad ett slags iakttagelse betyder."
    statement = "Avsluta med ett intyg att skriva under."

    directory = "Vart: en mapp som inte finns ännu, eller är tom."
    source = "En tabell i något format som verify läser, eller mappen med ett bidrag."
    source_default = "det medföljande bidraget"
    new_year = "Året som får pengar: 2028, 2028-2030."
    new_envelope = "Årets ram, administration inräknad: '2,2 mdkr'."
    new_administration = "Kronor av ramen som inte fördelas."
    new_administration_default = "som året före, eller inget"
    new_unit = "Avrundningsenhet: 1, tkr, mnkr."
    new_unit_default = "som året före, eller som tryckt"
    title = "Vad bidraget heter."
    title_default = "filens namn"
    new_base = "Kolumnen vars belopp är fördelningsgrunder."
    new_base_default = "den som andra följer, eller den första"
    new_columns = "Kolumnerna att ta med: 2019,2020."
    new_columns_default = "alla med belopp"
    new_currency = "Valuta för alla belopp: NOK, EUR."

    def no_such_language(self, name: str, choices: Sequence[str]) -> str:
        return f"det finns inget språk {quoted(name)}; välj {listed(tuple(choices), 'eller')}"

    def no_such_command(self, name: str, near: Sequence[str]) -> str:
        return f"det finns inget kommando {quoted(name)}{_meant(near)}"

    def no_such_option(self, option: str, near: Sequence[str]) -> str:
        return f"det finns ingen flagga {option}{_meant(near)}"

    def missing_argument(self, name: str) -> str:
        return f"argumentet {name} saknas"

    def missing_value(self, option: str) -> str:
        return f"flaggan {option} kräver ett värde"

    def value_not_taken(self, option: str) -> str:
        return f"flaggan {option} tar inget värde"

    def too_many_arguments(self, texts: str) -> str:
        return f"för många argument: {texts}"

    def no_such_choice(self, option: str, value: str, choices: Sequence[str]) -> str:
        return f"{option}: {quoted(value)} finns inte; välj {listed(tuple(choices), 'eller')}"

    def no_integer(self, option: str, value: str) -> str:
        return f"{option}: {quoted(value)} är inget heltal"


def _meant(near: Sequence[str]) -> str:
    return f"; menar du {listed(tuple(near), 'eller')}?" if near else ""
