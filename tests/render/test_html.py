"""HTML: one file that is whole, runs nothing, says what the other forms say, and can be heard."""

import re
import shutil
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from conftest import ROOT, Program

COMMANDS = {
    "compute": ["compute", "--year", "2020"],
    "years": ["compute", "--year", "2018-2027"],
    "scenario": ["compute", "--year", "2020", "--without", "Malm\u00f6", "--with", "per-capita"],
    "verify": ["verify", "--statement"],
    "explain": ["explain", "Trollh\u00e4ttan", "--year", "2019"],
    "compare": ["compare", "--year", "2020", "--method", "adams", "--method", "jefferson"],
    "methods": ["methods"],
}
each_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
HOSTILE = 'Kommun;Vikt\n"<script>alert(1)</script>";5\n"A&B ""c"" \'d\'";3\n"</style>\u202e";2\n'


def page_of(content: str) -> Any:
    return html.fromstring(content.encode(), parser=html.HTMLParser(encoding="utf-8"))


@each_command
def test_a_page_is_whole_and_runs_nothing(allokera: Program, command: list[str]) -> None:
    content = allokera(*command, "--format", "html").out
    assert allokera(*command, "--format", "html").out == content
    page = page_of(content)
    assert not page.xpath("//script | //@style | //@onclick | //link | //img | //@src | //@href")
    (style,), (policy,) = page.xpath("//style/text()"), page.xpath("//meta[@http-equiv]/@content")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert "url(" not in style
    assert "@import" not in style
    assert len(page.xpath("//h1")) == 1
    assert page.get("lang") == "en"


def cells(content: str) -> list[str]:
    """What stands in the tables of a page in Markdown, cell by cell."""
    rows = [line for line in content.splitlines() if line.startswith("|") and "---" not in line]
    texts = [cell.strip() for row in rows for cell in row.strip("|").split(" | ")]
    return [text.replace("**", "").replace("\\", "") for text in texts]


@each_command
def test_its_tables_say_what_markdown_says(allokera: Program, command: list[str]) -> None:
    page = page_of(allokera(*command, "--format", "html").out)
    told = [
        " ".join(each.text_content().split()) for each in page.xpath("//table//th | //table//td")
    ]
    plain = cells(allokera(*command, "--format", "markdown").out)
    assert told[: len(plain)] == [" ".join(each.split()) for each in plain]
    assert all(each.xpath("./caption") for each in page.xpath("//table"))
    assert all(each.get("scope") in {"col", "row"} for each in page.xpath("//table//th"))


def test_a_document_shows_one_recipients_steps(allokera: Program) -> None:
    """Whoever got the last unit, or who is asked for; a screen shows them where they are."""
    command = ["compute", "--year", "2019"]
    parts = [
        page_of(allokera(*command, *asked, "--format", "html").out).xpath("//h2/text()")[0]
        for asked in ([], ["--example", "Malm\u00f6"])
    ]
    assert [part.split(" ")[0] for part in parts] == ["Trollh\u00e4ttan", "Malm\u00f6"]
    assert "Lower quota" not in allokera(*command).out
    assert "Lower quota" in allokera(*command, "--example", "Malm\u00f6").out
    assert allokera("compute", "--year", "2018-2020", "--example", "Malm\u00f6").status == 2


def test_bars_are_as_long_as_amounts_are_large(allokera: Program) -> None:
    page = page_of(allokera("compute", "--year", "2019", "--format", "html").out)
    widths = [float(each) for each in page.xpath("//svg/rect/@width")]
    amounts = [
        int(each.replace("\u00a0", "").replace(" ", ""))
        for each in page.xpath("//svg/text/text()")[1::2]
    ]
    assert len(widths) == 32
    scale = max(widths) / max(amounts)
    assert all(
        abs(width - amount * scale) < 0.06 for width, amount in zip(widths, amounts, strict=True)
    )
    marks = [float(each.split()[0][1:]) for each in page.xpath("//svg/path/@d")]
    start = float(page.xpath("//svg/line/@x1")[0])
    differs = [row for row in range(30) if abs(marks[row] - start - widths[row]) > 0.2]
    assert len(marks) == 30, "two are misprinted"
    assert differs, "Trollh\u00e4ttan was published with less"


def test_pools_are_drawn_and_a_suspect_is_an_arrow(allokera: Program, tmp_path: Path) -> None:
    """Landskrona's 28 million, printed as 38, needs a pool far from all others'."""
    table = tmp_path / "t.yaml"
    text = (ROOT / "data" / "kommuner_2018.yaml").read_text(encoding="utf-8")
    table.write_text(text.replace("28 000 000", "38 000 000"), encoding="utf-8")
    page = page_of(allokera("verify", str(table), "--format", "html").out)
    drawn = page.xpath("//figure[svg]")
    assert [each.xpath("./figcaption")[0].text.split(":")[0] for each in drawn] == [
        "2019",
        "2020-2027",
    ]
    first = drawn[0]
    assert len(first.xpath(".//path[@class='range']")) == 29
    (arrow,) = first.xpath(".//path[@class='apart']/@d")
    names = first.xpath(".//text/text()")[::2]
    level = int(re.findall(r" (\d+)", arrow)[1])
    assert names[(level - 10) // 20] == "Landskrona"
    least, most = map(float, re.findall(r"M([\d.]+) 0V", first.xpath(".//path/@d")[0]))
    for line in first.xpath(".//path[@class='range']/@d"):
        low, high = map(float, re.findall(r"M([\d.]+) \d+H([\d.]+)", line)[0])
        assert low <= least + 0.1
        assert high >= most - 0.1


def test_texts_of_a_table_are_texts(allokera: Program) -> None:
    command = ["--weights", "-", "--total", "10", "--format", "html"]
    content = allokera("compute", *command, stdin=HOSTILE.encode()).out
    assert "<script" not in content
    assert "\u202e" not in content
    assert content.count("</style>") == 1
    names = page_of(content).xpath("//tbody/tr/th")
    told = [each.text_content() for each in names[:3]]
    assert told == ["<script>alert(1)</script>", "A&B \"c\" 'd'", "</style>\ufffd"]


def test_without_its_extra_it_says_what_to_install(
    allokera: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("allokera.render.forms.html", "jinja2"):
        monkeypatch.delitem(__import__("sys").modules, name, raising=False)
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    told = allokera("compute", "--year", "2020", "--format", "html")
    assert (told.status, told.out) == (2, "")
    assert "writing html needs jinja2: pip install 'allokera[report]'" in told.err


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 740}},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}

SPOKEN: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "en": ([*COMMANDS], [*SCREENS]),
    "sv": (["compute", "verify", "explain", "compare"], ["phone", "dark"]),
}
"""Which pages are tried in a language, and where: other words change widths, but no colours."""


@pytest.fixture(scope="module")
def browser() -> Any:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed: pages are not tried in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "command"),
    [(lang, command) for lang, (commands, _) in SPOKEN.items() for command in commands],
)
def test_nobody_is_kept_out(
    browser: Any, allokera: Program, lang: str, command: str, tmp_path: Path
) -> None:
    """At every size, dark and in print: no violation that axe knows, no error, no request."""
    from axe_playwright_python.sync_playwright import Axe

    file = tmp_path / "page.html"
    arguments = [*COMMANDS[command], "--format", "html", "--lang", lang]
    file.write_text(allokera(*arguments).out, encoding="utf-8")
    assert page_of(file.read_text(encoding="utf-8")).get("lang") == lang
    for name in SPOKEN[lang][1]:
        context = browser.new_context(bypass_csp=False, **SCREENS[name])
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.goto(file.as_uri())
        assert (len(asked), said) == (1, []), name
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, name
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            found = Axe().run(page).response["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], (name, medium)
        context.close()


def test_colours_of_drawn_texts_can_be_read() -> None:
    """By WCAG 2.1: the text of a drawing stands on paper, which axe does not see."""
    from importlib.resources import files

    css = files("allokera.render.forms.html").joinpath("page.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]+);", part))
        for part in css.split("@media (prefers", 2)[:2]
    )
    for colors in (light, dark):
        for name in ("ink", "soft", "good", "note", "warning", "error"):
            assert contrast(colors[name], colors["paper"]) >= 4.5, name
            assert contrast(colors[name], colors["band"]) >= 4.5, name
        for name in ("bar", "mark"):
            assert contrast(colors[name], colors["paper"]) >= 3, name


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * each for each in color[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
