"""Reading a grant: the bundled one as it was read when the wheel was made, where that still holds.

What reads YAML and checks it takes longer to load than most commands work.
"""

import pickle
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


def _compiled() -> Grant | None:
    """Take the grant as it was read before, where its files are the same to the byte."""
    folder = data_directory()
    try:
        grant = pickle.loads((folder / COMPILED).read_bytes())  # noqa: S301 - our own file
        same = all(
            sha256((folder / each.file).read_bytes()).hexdigest() == each.sha256
            for each in grant.files
        )
    except OSError:
        return None
    return grant if same else None
