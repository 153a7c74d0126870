"""What each method does, and what each property of methods promises, in Swedish, by their names."""

_DIVIDED = "fördelningsgrunderna delas med en gemensam divisor, och kvoterna avrundas"

RULES = {
    "largest-remainder": (
        "de exakta andelarna avrundas nedåt, och enheterna som blir över går till de största "
        "resterna, en till var och en"
    ),
    "webster": f"{_DIVIDED} till närmaste heltal",
    "jefferson": f"{_DIVIDED} nedåt",
    "adams": f"{_DIVIDED} uppåt",
    "hill": f"{_DIVIDED} uppåt från det geometriska medelvärdet av de två närmaste heltalen",
    "dean": f"{_DIVIDED} uppåt från det harmoniska medelvärdet av de två närmaste heltalen",
    "sainte-lague-1.4": f"{_DIVIDED} till närmaste heltal, men till 1 först från 0,7",
    "sainte-lague-1.2": f"{_DIVIDED} till närmaste heltal, men till 1 först från 0,6",
}
"""What a method does."""

PROMISES = {
    "lower quota": "ingen får mindre än sin exakta andel avrundad nedåt",
    "upper quota": "ingen får mer än sin exakta andel avrundad uppåt",
    "house monotone": "ingen förlorar på att det finns en enhet till att fördela",
    "vote-ratio monotone": (
        "ingen förlorar till någon vars fördelningsgrund inte har vuxit mer än den egna"
    ),
    "coherent": (
        "när några av mottagarna fördelar det som de har tillsammans mellan sig får var och en "
        "lika mycket som när alla är med"
    ),
    "mergers never lose": "två som slås ihop får inte färre enheter än de hade",
    "mergers never gain": "två som slås ihop får inte fler enheter än de hade",
}
"""What a property promises."""

CHANGES = {
    "house monotone": "med en enhet till",
    "vote-ratio monotone": "med de här fördelningsgrunderna i stället",
    "coherent": "bara de här, med det som de hade",
    "mergers never lose": "med två sammanslagna",
    "mergers never gain": "med två sammanslagna",
}
"""The change that a property speaks of."""
