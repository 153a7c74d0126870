"""What the findings of each check mean, in Swedish, by their codes."""

MEANINGS: dict[str, tuple[str, ...]] = {
    "administration-inferred": (
        "det avdrag från ramarna som raderna medger",
        "Anger vad ramarna rymmer utöver det som fördelas, om det framgår av raderna.",
        (
            "Två antaganden prövas för alla kolumner tillsammans: samma belopp överallt, och samma "
            "andel av ramen överallt. Ett sådant avdrag är inte i sig ett fel."
        ),
    ),
    "ambiguous-number": (
        "en cell som kan läsas som två olika belopp",
        "Letar efter celler där `.` eller `,` kan gruppera siffror eller inleda decimaler.",
        (
            "För en del är `1.350` detsamma som 1\u00a0350, för andra drygt ett. Om ingen annan "
            "cell i tabellen visar vad som menas gissar programmet inte: de andra raderna avgör, "
            "annars får frågan stå öppen."
        ),
    ),
    "ambiguous-suspects": (
        "rader som motsäger varandra utan att det framgår vilka som är fel",
        (
            "Letar efter kolumner där alla rader inte kan vara rätt och det är oklart vilka som är "
            "fel."
        ),
        (
            "Ingen rad pekas ut om färre än fyra rader stämmer överens, om de som stämmer överens "
            "inte är i majoritet eller om en annan förklaring täcker nästan lika många rader. Två "
            "rader bevisar att något är fel."
        ),
    ),
    "base-suspect": (
        "ett fel i baskolumnen",
        "Letar efter fel i baskolumnen: de belopp som alla andra kolumner är uträknade från.",
        (
            "En sådan rad motsäger de andra i alla kolumner. Ett annat belopp i baskolumnen, som "
            "ett enda skrivfel skiljer från det tryckta, gör raden rätt i alla. Cellerna i de "
            "andra kolumnerna anses då vara rätt."
        ),
    ),
    "column-sum": (
        "en summa av rader som inte stämmer i en kolumn",
        "Letar efter kolumner där den tryckta summan inte är summan av raderna.",
        (
            "Vilka rader som är summor av vilka framgår av talen, i alla kolumner tillsammans, och "
            "ett namn som `Summa` bekräftar det. Om en kolumn inte går ihop kan en del vara "
            "utelämnad eller ett av talen vara fel: ingen cell pekas ut."
        ),
    ),
    "duplicate-row": (
        "en mottagare som har två rader",
        "Letar efter mottagare som står två gånger i tabellen.",
        (
            "Andelarna kan inte visa det: en rad som är tryckt två gånger stämmer med sig själv. "
            "Summor och andelar räknas utan den senare raden."
        ),
    ),
    "empty-cell": (
        "en cell utan belopp på en rad som ska ha ett",
        (
            "Letar efter celler som är tomma eller anger att belopp saknas, trots att andelarna "
            "ger ett."
        ),
        (
            "Ett streck kan stå för ett belopp som är avrundat till noll; då blir det ingen "
            "iakttagelse."
        ),
    ),
    "excess-digits": (
        "ett belopp som inte är en multipel av kolumnens enhet",
        "Letar efter belopp som inte är avrundade, när resten av kolumnen är det.",
        "Baskolumnen prövas inte: fördelningsgrunder behöver ingen enhet.",
    ),
    "footnote-mark": (
        "ett tecken efter ett belopp som inte hör till beloppet",
        "Letar efter fotnotstecken efter belopp: `*`, upphöjda siffror, `†`, `1)`.",
        "Beloppet läses utan tecknet.",
    ),
    "impossible-row": (
        "ett belopp som motsäger de andra raderna",
        "Letar efter belopp som inte går ihop med de andra raderna, hur mycket som än fördelas.",
        (
            "Varje tryckt belopp visar, när avrundningen räknas bort, i vilket intervall medlen "
            "att fördela kan ligga. De flesta rader har en punkt gemensam. En rad vars intervall "
            "ligger någon annanstans är fel, och två rader bevisar det. Raderna jämförs bara med "
            "varandra: inget facit behövs."
        ),
    ),
    "key-departure": (
        "belopp i baskolumnen som inte är vad bidragets egen nyckel ger",
        "Letar efter belopp i baskolumnen som avviker från nyckeln, om den är mer än en slutsats.",
        "Filen anger nyckeln och hur den är känd. En slutsats pekar inte ut någon.",
    ),
    "key-recovered": (
        "den nyckel som beloppen följer",
        "Anger vilken nyckel som ger beloppen: en angiven, eller en som beloppen visar sig följa.",
        (
            "Om inget bidrag anger någon nyckel söks en av lika delar och en kolumn: en kolumn i "
            "tabellen, eller SCB:s invånartal. Det är en slutsats, hur många rader den än ger: "
            "ingen källa säger det. Den används bara till en sak, att välja mellan belopp i "
            "baskolumnen som de andra kolumnerna medger lika väl."
        ),
    ),
    "look-alike-digit": (
        "en bokstav där det skulle ha stått en siffra",
        (
            "Letar efter bokstäver där det skulle ha stått en siffra: O för 0, l, I eller | för 1, "
            "S för 5, B för 8."
        ),
        "Cellen läses som om siffran stod där, och de andra raderna får visa om det är rätt.",
    ),
    "malformed-grouping": (
        "siffror som inte står i grupper om tre",
        "Letar efter siffror som inte står i grupper om tre.",
        (
            "`164\u00a0000\u00a000` kan läsas på två sätt: omgrupperat är det "
            "16\u00a0400\u00a0000, och rättat, med den borttappade siffran på plats, är det "
            "164\u00a0000\u00a0000. Cellen själv visar inte vilket. Ett program som läser strikt "
            "väljer det första, som är tio gånger för litet. De andra raderna avgör."
        ),
    ),
    "mean": (
        "ett medelvärde som inte stämmer på en rad",
        "Letar efter rader där det tryckta medelvärdet inte är medelvärdet av radens tal.",
        (
            "Medelvärdet kan gälla alla kolumner, eller bara dem där ett tal är tryckt. Vad de "
            "andra talen medger räknas ut med hänsyn till deras avrundning; ingen cell pekas ut."
        ),
    ),
    "missing-row": (
        "någon på listan som inte har någon rad",
        "Letar efter namn på listan över möjliga mottagare som inte har någon rad.",
        "Andelarna kan inte visa det: de rader som finns stämmer ändå överens.",
    ),
    "negative-sign": (
        "ett belopp under noll",
        "Letar efter negativa belopp: med minus före eller efter, eller inom parentes.",
        "Ett bidrag är ingen skuld, men en tabell kan visa minskningar och går ändå att pröva.",
    ),
    "not-checked": (
        "en kolumn där raderna inte går att pröva",
        "Anger vilka kolumner som har för få rader för att en felaktig ska synas.",
        (
            "En ensam rad stämmer alltid med sig själv, och av två rader som motsäger varandra kan "
            "vilken som helst vara fel. Fyra måste stämma överens innan en annan sägs vara fel."
        ),
    ),
    "odd-separator": (
        "siffror som är grupperade på ett annat sätt än i resten av tabellen",
        "Letar efter belopp vars siffror grupperas med ett annat tecken än i resten av tabellen.",
        (
            "Ovanligt, men inte fel: beloppet läses som det står. Men ett kalkylprogram kan "
            "uppfatta cellen som text, och den som söker efter beloppet hittar det inte."
        ),
    ),
    "one-of-several": (
        "celler av vilka en är fel, utan att det framgår vilken",
        (
            "Letar efter celler av vilka minst en måste vara fel för att förklara det som inte "
            "stämmer."
        ),
        (
            "Oddsen är desamma som för wrong-cell, för alla cellerna tillsammans. Vilken av dem "
            "det är visar inget annat samband."
        ),
    ),
    "order-broken": (
        "en rad som inte står där den ska enligt tabellens ordning",
        "Letar efter rader på fel plats i en tabell som annars är ordnad efter kod eller namn.",
        "En rad som står på fel plats i ordningen kan ha fått någon annans namn.",
    ),
    "other-rule": (
        "rader som följer en annan regel än de flesta",
        "Letar efter rader som inte följer samma faktor, fasta belopp eller gräns som de flesta.",
        (
            "Det som är anpassat till raderna står ingenstans i tabellen, och en rad kan mycket "
            "väl vara undantagen. Iakttagelsen är en notering och pekar inte ut någon."
        ),
    ),
    "ratio": (
        "en kvot, en ändring eller en produkt som inte stämmer på en rad",
        "Letar efter rader där den tryckta kvoten inte är kvoten av radens tal.",
        (
            "Per invånare, procent, ändring: sambanden hittas i talen, med hänsyn till "
            "avrundningen. Om en rad inte stämmer kan ett av tre tal vara fel, eller så gäller en "
            "annan regel."
        ),
    ),
    "rounding-residual": (
        "skillnaden mellan medlen att fördela och rader som är avrundade var för sig",
        "Anger hur mycket en summa avviker från medlen att fördela när rader avrundas för sig.",
        (
            "Medlen att fördela är vad som är kvar av ramarna efter det enklaste avdraget, om ett "
            "och samma avdrag stämmer för alla kolumner. Med n rader i enheter om u har skillnaden "
            "standardavvikelsen u * sqrt(n/12)."
        ),
    ),
    "rounding-rule": (
        "en kolumn som är avrundad på ett annat sätt än till närmaste enhet, rad för rad",
        "Anger hur en kolumn är avrundad, om det inte är till närmaste enhet (hälften uppåt).",
        (
            "En tabell som är avrundad nedåt är inte en tabell med felaktiga rader: den regel som "
            "förklarar flest rader söks innan någon rad pekas ut. Rader kan också vara avrundade "
            "tillsammans, så att summan blir ett givet antal enheter. Då kan en enskild rad avvika "
            "från vad den hade blivit för sig, och sådana rader namnges."
        ),
    ),
    "row-sum": (
        "en summa av kolumner som inte stämmer på en rad",
        "Letar efter rader där den tryckta summan inte är summan av delarna.",
        (
            "Sambandet gäller på så många rader att risken för en slump är en på miljonen. Om en "
            "rad bryter mot det ingår något som inte är tryckt, eller så är ett tal fel: ingen "
            "cell pekas ut."
        ),
    ),
    "shifted-block": (
        "belopp som står en rad för högt eller för lågt",
        "Letar efter rader i följd som alla har beloppet från raden ovanför, eller nedanför.",
        (
            "En lista kan ha klistrats in en cell fel, eller förlorat en rad: varje belopp är "
            "rätt, men inget står där det hör hemma."
        ),
    ),
    "sum-out-of-bounds": (
        "en kolumn vars summa är större än ramen, eller en annan än den tryckta",
        "Letar efter kolumner vars summa är större än ramen, eller en annan än den tryckta.",
        (
            "När rader avrundas en och en kan summan avvika med en halv enhet per rad, eller med "
            "en hel enhet per rad om de inte avrundas till närmaste enhet. En summa under ramen är "
            "inget fel: det som saknas kan vara avsatt till administration."
        ),
    ),
    "swapped-rows": (
        "två rader som har varandras belopp",
        "Letar efter belopp som är förväxlade: fel där de står, men rätt på varandras rader.",
        (
            "Om samma två rader är förväxlade i alla kolumner är det deras belopp i baskolumnen "
            "som har bytt plats."
        ),
    ),
    "tie-rule-open": (
        "belopp mitt emellan två enheter som avrundas både uppåt och nedåt",
        "Letar efter kolumner där belopp mitt emellan två enheter avrundas åt båda hållen.",
        (
            "Ingen enskild regel för sådana belopp (uppåt, nedåt, till jämnt) förklarar alla "
            "rader. Ändå är varje rad avrundad till närmaste enhet."
        ),
    ),
    "total-row": (
        "en rad som är summan av de andra",
        "Letar efter rader som är summor: enligt namnet, eller för att de andra raderna ger dem.",
        "Räknad som mottagare stämmer raden med alla andra, och medlen att fördela fördubblas.",
    ),
    "unit-slip": (
        "belopp i tusental eller miljontal, eller med lika många nollor för mycket",
        "Letar efter rader, eller en hel kolumn, i en annan enhet än resten.",
        (
            "Rader visar det själva: beloppen är tusen gånger större eller mindre än vad de andra "
            "medger, och stämmer precis när nollorna är på plats. En hel kolumn stämmer med sig "
            "själv i vilken enhet som helst. Bara ramen visar att den är tryckt i tusental, när "
            "ingenting på sidan säger det."
        ),
    ),
    "unknown-name": (
        "en rad för någon som inte finns på listan",
        "Letar efter rader vars namn, hur det än skrivs, inte finns på listan över mottagare.",
    ),
    "unreadable-cell": (
        "en cell som borde innehålla ett belopp men inte gör det",
        "Letar efter celler där det inte går att läsa något helt belopp.",
        "En cell som är tom eller säger att belopp saknas (`-`, `..`) räknas inte hit.",
    ),
    "variant-name": (
        "ett namn som skrivs på ett annat sätt än på listan",
        "Letar efter namn som finns på listan med en annan stavning.",
        (
            "Stora och små bokstäver, diakritiska tecken, sammansatta eller uppdelade bokstäver, "
            "`kommun` och `stad` får skilja, om det som återstår bara kan avse en mottagare: Habo "
            "och Håbo förväxlas aldrig."
        ),
    ),
    "wrong-cell": (
        "en cell som är fel enligt alla samband som berör den",
        "Letar efter celler vars fel förklarar det som inte stämmer bättre än något annat.",
        (
            "Samband som inte stämmer och har celler gemensamt förklaras tillsammans: med "
            "felaktiga celler, med något som inte är tryckt, med rader som följer en annan regel, "
            "med två celler som är förväxlade, med ett block som står en rad fel eller i en annan "
            "enhet. En cell kan bara vara fel om ett och samma tal uppfyller alla samband som "
            "berör den. De minsta uppsättningarna av sådana orsaker vägs efter hur ofta de "
            "förekommer. En cell är ett fel om alla andra förklaringar är tusen gånger mindre "
            "troliga, även när misstag är ovanliga, och en varning vid tio mot ett."
        ),
    ),
}
"""A title, then what is looked for, then what that means."""
