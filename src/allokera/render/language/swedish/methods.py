"""What each method does, and what each property of methods promises, in Swedish, by their names."""

RULES = {
    "largest-remainder": (
        "varje exakt andel avrundas nedåt, och de enheter som blir över går till de största "
        "resterna, en var"
    ),
    "webster": "fördelningsgrunderna delas med en gemensam divisor och avrundas till närmaste",
    "jefferson": "fördelningsgrunderna delas med en gemensam divisor och avrundas nedåt",
    "adams": "fördelningsgrunderna delas med en gemensam divisor och avrundas uppåt",
    "hill": (
        "fördelningsgrunderna delas med en gemensam divisor och avrundas vid det geometriska "
        "medelvärdet av talen intill"
    ),
    "dean": (
        "fördelningsgrunderna delas med en gemensam divisor och avrundas vid det harmoniska "
        "medelvärdet av talen intill"
    ),
    "sainte-lague-1.4": (
        "fördelningsgrunderna delas med en gemensam divisor och avrundas till närmaste, men till 1 "
        "först från 0,7"
    ),
    "sainte-lague-1.2": (
        "fördelningsgrunderna delas med en gemensam divisor och avrundas till närmaste, men till 1 "
        "först från 0,6"
    ),
}
"""What a method does."""

PROMISES = {
    "lower quota": "ingen får mindre än sin exakta andel avrundad nedåt",
    "upper quota": "ingen får mer än sin exakta andel avrundad uppåt",
    "house monotone": "ingen får mindre när det finns en enhet mer att fördela",
    "vote-ratio monotone": (
        "ingen får mindre till förmån för någon vars fördelningsgrund inte har vuxit mer"
    ),
    "coherent": "några mottagare för sig delar det som de har tillsammans som de gör bland alla",
    "mergers never lose": "två som går ihop får inte färre enheter än de hade",
    "mergers never gain": "två som går ihop får inte fler enheter än de hade",
}
"""What a property promises."""

CHANGES = {
    "house monotone": "med en enhet mer",
    "vote-ratio monotone": "med dessa fördelningsgrunder i stället",
    "coherent": "bara dessa, med det som de hade",
    "mergers never lose": "med två som en",
    "mergers never gain": "med två som en",
}
"""The change that a property speaks of."""
