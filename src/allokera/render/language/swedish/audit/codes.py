"""What the codes of the core are called in Swedish: roundings, slips, marks."""

from allokera.kronor.keying import Slip

ROUNDINGS = {
    "half-up": "till närmaste enhet (hälften uppåt)",
    "half-even": "till närmaste enhet (hälften till jämnt)",
    "half-down": "till närmaste enhet (hälften nedåt)",
    "half-away": "till närmaste enhet (hälften bort från noll)",
    "nearest": "till närmaste enhet (hälften åt endera hållet)",
    "floor": "nedåt",
    "ceiling": "uppåt",
    "truncation": "mot noll",
    "hill": "med geometriska medelvärden som avrundningsgränser (Huntington och Hill)",
    "dean": "med harmoniska medelvärden som avrundningsgränser (Dean)",
    "largest-remainder": "tillsammans, så att enheterna som blir över går till de största resterna",
    "residual-to-largest": (
        "till närmaste enhet, och de största mottagarna får det som blir kvar av summan"
    ),
}
"""What rounding rules do, as a sentence goes on: the rows are rounded ..."""

SLIPS = {
    Slip.SEPARATOR: "siffrorna grupperade på ett annat sätt",
    Slip.LOST: "en siffra borttappad",
    Slip.ADDED: "en siffra för mycket",
    Slip.FOOTNOTE: "en fotnotssiffra sist i talet",
    Slip.REPLACED: "en siffra utbytt",
    Slip.EXCHANGED: "två siffror omkastade",
    Slip.THOUSANDFOLD: "tusen gånger för stort",
    Slip.THOUSANDTH: "tusen gånger för litet",
    Slip.MILLIONFOLD: "en miljon gånger för stort",
    Slip.MILLIONTH: "en miljon gånger för litet",
    Slip.SIGN: "fel tecken",
    Slip.UNIT: "en enhet fel",
    Slip.SWAPPED: "förväxlat med en annan rad",
    Slip.SHIFTED: "en rad fel",
}
"""What happened to a number, between parentheses."""

MARKS = {
    " ": "ett vanligt mellanslag",
    "\u00a0": "ett fast mellanslag (U+00A0)",
    "\u2007": "ett sifferbrett mellanslag (U+2007)",
    "\u2009": "ett tunt mellanslag (U+2009)",
    "\u202f": "ett smalt fast mellanslag (U+202F)",
    ".": "en punkt",
    ",": "ett komma",
    "'": "en apostrof",
    "\u2019": "en apostrof (U+2019)",
}
"""What separates digits."""

SUBJECTS = {
    "format": "format",
    "encoding": "teckenkodning",
    "delimiter": "skiljetecken",
    "sheet": "blad",
    "table": "tabell",
    "other readings": "andra läsningar",
    "heading": "rubrik",
    "recipients": "mottagare",
    "hidden": "dolt",
    "counties": "län",
    "codes": "koder",
    "amounts": "belopp",
    "no amounts": "inte belopp",
    "worth": "enhet",
    "left aside": "används inte",
    "column": "kolumn",
    "row": "rad",
    "relation": "samband",
    "relations": "samband",
    "base": "baskolumn",
    "administration": "administration",
    "years": "år",
    "shares": "andelar",
    "next": "nästa steg",
}
"""What was decided when a file was read, what was not checked, what a new grant was made of."""
