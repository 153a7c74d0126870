"""What a user can put right.

Every exception here carries one line for the reader: where, what was found, what was expected, what
to do. The command line prints that line and exits with status 2. Anything else that is raised is a
bug, and is shown as one.
"""


class AllokeraError(Exception):
    """There is no answer, and the reader can do something about it."""


class AmountError(AllokeraError, ValueError):
    """A text is no amount of whole kronor, or could be two."""


class ProblemError(AllokeraError, ValueError):
    """An apportionment is not defined: negative weights, no weight at all, a negative house."""


class RequestError(AllokeraError):
    """A request does not fit the grant: an unknown year, an unknown recipient, a unit of zero."""


class SourceError(AllokeraError):
    """A file cannot be used.

    Args:
        place: the file's name, with the line where one is known (`budgets.yaml:12`).
        problem: what was found and what was expected.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")
