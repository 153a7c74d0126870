"""The README and the guides do what they say: every console block is run and compared."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

pytestmark = pytest.mark.slow

README = (ROOT / "README.md").read_text(encoding="utf-8")
KEYS = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
AUDITING = (ROOT / "docs" / "auditing.md").read_text(encoding="utf-8")
SCRIPTING = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
PAGES = README + GUIDE + KEYS + AUDITING + SCRIPTING
BLOCKS = re.findall(r"```console\n(.*?)```", PAGES, flags=re.DOTALL)
EXAMPLES = list(
    dict.fromkeys(
        tuple(example.split("\n", 1)) for block in BLOCKS for example in block.split("$ ")[1:]
    )
)


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_a_command_prints_what_the_readme_shows(
    command: str, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "jq" in command and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
    monkeypatch.setenv("COLUMNS", "80")
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == output


def test_the_accepted_findings_that_are_shown_are_those_of_the_example() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", AUDITING, flags=re.DOTALL)
    file = ROOT / "examples" / "audit" / "accepted.yaml"
    assert file.read_text(encoding="utf-8").endswith(shown)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


def test_the_key_that_is_shown_is_that_of_the_example() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", KEYS, flags=re.DOTALL)
    assert shown in (ROOT / "examples" / "schools" / "schools.yaml").read_text(encoding="utf-8")


def test_the_first_screen_sets_up_in_two_commands() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
    first, second = (block.strip() for block in blocks[:2])
    assert "\n" not in first + second
    assert first.endswith("allokera compute --year 2020")
    assert second.endswith("pytest")
    assert README.index(second) < README.index("## ")


def test_the_readme_is_a_screen_and_a_half() -> None:
    assert len(README.splitlines()) <= 90
