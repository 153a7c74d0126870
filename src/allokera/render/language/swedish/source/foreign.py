"""What files are that no reader reads, and what to do with them, in Swedish."""

_COPY = "kopiera tabellen till en textfil"


class Foreign:
    """What files are that no reader reads, and what to do with them."""

    def foreign_excel(self) -> str:
        return "det här är en gammal eller krypterad Excelfil: spara den som XLSX, utan lösenord"

    def foreign_picture(self) -> str:
        return "det här är en bild: texten måste först tolkas eller skrivas av"

    def foreign_archive(self) -> str:
        return "det här är ett packat arkiv: packa upp det och ange den fil som låg i det"

    def foreign_parquet(self) -> str:
        return "det här är en Parquetfil: spara tabellen som CSV"

    def foreign_database(self) -> str:
        return "det här är en SQLite-databas: exportera tabellen som CSV"

    def foreign_spreadsheet(self) -> str:
        return "det här är ett kalkylark i OpenDocument-format: spara det som XLSX eller CSV"

    def foreign_text(self) -> str:
        return f"det här är en text i OpenDocument-format: {_COPY}"

    def foreign_document(self) -> str:
        return f"det här är ett dokument vars tabell inte går att läsa: {_COPY}"

    def foreign_word(self) -> str:
        return f"det här är ett Worddokument: {_COPY}"

    def foreign_binary_excel(self) -> str:
        return "det här är en binär arbetsbok från Excel (XLSB): spara den som XLSX"

    def address_given(self) -> str:
        return "det här är en webbadress: spara sidan eller filen och ange den sparade filen"

    def foreign_pdf(self) -> str:
        return f"det här är en pdf-fil: {_COPY}"

    def foreign_rtf(self) -> str:
        return "det här är en rtf-fil: spara den som oformaterad text"
