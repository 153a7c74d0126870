"""A word on stderr, on a terminal, when work takes more than a second; gone before the answer."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading

SECONDS = 1.0

_CLEAR = "\r\x1b[K"


class _Waiting:
    """What is shown while somebody waits."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._is_shown = False

    def start(self) -> None:
        """Begin to count the seconds."""
        import threading

        self._timer = threading.Timer(SECONDS, self._show)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Show nothing more, and take away what is shown."""
        if self._timer is None:
            return
        self._timer.cancel()
        self._timer.join()
        self._timer = None
        if self._is_shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._is_shown = False

    def _show(self) -> None:
        self._is_shown = True
        sys.stderr.write("allokera: still at work ...")
        sys.stderr.flush()


_waiting = _Waiting()


def answer_follows() -> None:
    """Take the word away: the answer is about to be written."""
    _waiting.stop()


@contextmanager
def patience() -> Iterator[None]:
    """Say on a terminal that work goes on, if it does."""
    if not sys.stderr.isatty():
        yield
        return
    _waiting.start()
    try:
        yield
    finally:
        _waiting.stop()
