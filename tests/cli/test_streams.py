"""The program as a process: its streams, and what stands in their way."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from allokera.render.messages import RenderMessages
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_file import reason
from conftest import Program, worded

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "allokera"]


def test_documents_are_utf_8_on_any_terminal(allokera: Program) -> None:
    streams = subprocess.run(
        [*COMMAND, "compute", "--year", "2020", "--json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert streams.stdout.decode() == allokera("compute", "--year", "2020", "--json").out


@pytest.mark.parametrize(
    "command", [["compute", "--year", "2020"], ["verify", "--json"], ["--help"]]
)
def test_a_closed_pipe_is_quiet(command: list[str]) -> None:
    process = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$@" | head -c 1 >/dev/null', "-", *COMMAND, *command],
        capture_output=True,
        check=False,
    )
    assert process.stderr == b""
    assert process.returncode in {0, 1}


def test_a_full_disk_is_said(allokera: Program) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    outcome = allokera("budgets", "--json", "--output", "/dev/full")
    full = reason(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert outcome.status == 2
    assert outcome.err.endswith(f": {worded(UsecasesMessages.not_written, reason=full)}\n")
    with Path("/dev/full").open("wb") as device:
        process = subprocess.run(
            [*COMMAND, "budgets", "--json"], stdout=device, stderr=subprocess.PIPE, check=False
        )
    said = worded(RenderMessages.stdout_closed, reason=full)
    assert (process.returncode, process.stderr.decode()) == (2, f"allokera: {said}\n")


def test_runs_as_a_script_and_as_a_module(allokera: Program) -> None:
    script = shutil.which("allokera", path=str(Path(sys.executable).parent))
    assert script is not None
    for command in ([script], COMMAND):
        done = subprocess.run(
            [*command, "compute", "--year", "2020", "--json"], capture_output=True, check=True
        )
        assert json.loads(done.stdout)["allocated"] == 2_175_000_000
    help_text = subprocess.run([script, "--help"], capture_output=True, check=True, text=True)
    assert help_text.stdout == allokera("--help").out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("redirection", "status"),
    [(">/dev/full", 2), (">&-", 2), ("2>&- >/dev/null", 0), ("2017 2>/dev/full", 2)],
)
def test_a_stream_that_takes_nothing(redirection: str, status: int) -> None:
    command = f"{sys.executable} -m allokera compute --year 2019 {redirection}"
    command = command.replace("2019 2017", "2017")
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
