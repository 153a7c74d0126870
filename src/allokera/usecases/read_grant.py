"""Reading a grant: the bundled one as it was read when the wheel was made, where that still holds.

What reads YAML and checks it takes longer to load than most commands work.
"""

import pickle
from contextlib import chdir, suppress
from hashlib import sha256
from pathlib import Path

from allokera.model import Grant
from allokera.source.files.bundled import data_directory

COMPILED = "grant.pickle"
"""Beside the two files in a wheel, which are what counts: it is as trusted as the code, and holds
for files of the same bytes alone."""


def read_grant(directory: Path | str | None = None) -> Grant:
    """Read the bundled grant, or one of your own.

    Raises:
        SourceError: a file is missing, or is not of its form.
    """
    grant = _compiled() if directory is None else None
    if grant is not None:
        return grant
    from allokera.source.grant_files.grant import load_grant

    return load_grant(directory)


def compile_grant(folder: Path) -> bytes:
    """Read a grant for good; wherever its folder lies, the bytes are the same."""
    from allokera.source.grant_files.grant import load_grant

    with chdir(folder):
        return pickle.dumps(load_grant(Path()), protocol=5)


def _compiled() -> Grant | None:
    """Take the grant as it was read before, where its files are the same to the byte."""
    folder = data_directory()
    with suppress(Exception):  # whatever is wrong with it, the two files say the same
        grant: Grant = pickle.loads((folder / COMPILED).read_bytes())  # noqa: S301 - our own file
        if all(
            sha256((folder / each.file).read_bytes()).hexdigest() == each.sha256
            for each in grant.files
        ):
            return grant
    return None
