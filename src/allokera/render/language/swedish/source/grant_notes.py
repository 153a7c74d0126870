"""The notes in the files of a new grant, which say to a person what each key is, in Swedish."""


class GrantNotes:
    """What stands beside the keys of a new grant. A line break parts paragraphs."""

    def about_table(self, file: str) -> str:
        return (
            f"Tabellen i {file}, cell för cell, som den är tryckt.\n"
            "Varje värde är text inom citattecken; \\u00a0 är ett fast mellanslag, och en rad som "
            "börjar med # är en anteckning. Ett tryckfel får stå kvar: `allokera verify --grant` "
            "hittar det och visar vad som borde stå. Ändra en cell bara om den inte stämmer med "
            "den tryckta tabellen."
        )

    def about_title(self) -> str:
        return (
            "Vad bidraget heter, och den författning eller det beslut som det grundas på. En "
            "nyckel efter # börjar gälla när du tar bort #."
        )

    def about_sources(self) -> str:
        return (
            "Varifrån uppgifterna är hämtade. SHA-256, som kan utelämnas, visar om en fil "
            "fortfarande är densamma."
        )

    def about_columns(self) -> str:
        return (
            "En post per tryckt kolumn, från vänster till höger. `name` är kolumnens namn på "
            "kommandoraden, `heading` rubriken så som den är tryckt, `years` de år som beloppen "
            "gäller (2028, 2028-2030) och `worth` vad en tryckt etta står för: 1000 om beloppen är "
            "tryckta i tusental. Du kan lägga till `unit`, som alla belopp är multiplar av, "
            "`status` (indicative, preliminärt; worked example, räkneexempel; decided, beslutat) "
            "och `quotation`, fotnoten. Bara `name` är obligatoriskt."
        )

    def about_rows(self) -> str:
        return (
            "En rad per mottagare: `code`, om det finns en kod; `name`, som ingen annan har; de "
            "tryckta cellerna, en per kolumn."
        )

    def about_budgets(self) -> str:
        return (
            "Pengarna för varje år: hur mycket som finns, och hur mycket av det som avsätts.\n"
            "`years` och `envelope` är obligatoriska. `basis` anger vad ramen bygger på: stated "
            "(angiven i en källa), derived (uträknad från angivna uppgifter), inferred (en "
            "slutsats: den enda förklaring som hittats) eller given (vald av någon). `unit` är "
            "det som inte delas mer: 1, 1000, eller 0,01 om beloppen har decimaler. Du kan lägga "
            "till `source` (ett id under sources), `quotation`, `status` (indicative, "
            "preliminärt; worked example, räkneexempel; decided, beslutat), `agency` och "
            "`administration`, det som inte fördelas, med `amount`, `basis` och `reason`.\n"
            "För att lägga till ett år skriver du en post under de andra. `allokera new NY --from "
            "GAMMAL --year 2028 --envelope BELOPP` gör det i en kopia."
        )
