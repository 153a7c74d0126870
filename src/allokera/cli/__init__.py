"""The command line: one small file a command. Arguments in, an answer shown, an exit status out."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run `allokera` with the process's arguments, and end the process with its status.

    A command lives for a third of a second, and loading libraries is most of it. What is done here
    besides running keeps that short; a caller of `run` is spared it.
    """
    # Nearly all that is made while libraries load is kept: looking for garbage finds none.
    gc.set_threshold(1_000_000)
    # Pydantic would ask every installed distribution for plugins. None is wanted.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    if sys.stdout is None:
        sys.stderr.write("allokera: stdout is closed\n")
        sys.stderr.flush()
        os._exit(2)
    from allokera.cli.run import run

    # A terminal without UTF-8 still types it: what Python could not decode is read as that.
    status = run([os.fsencode(each).decode("utf-8", "replace") for each in sys.argv[1:]])
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    # All is written. Taking the interpreter apart, object by object, takes as long as the work.
    os._exit(status)
