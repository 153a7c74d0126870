"""Where the data that ship with allokera lie."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


def data_directory() -> Path:
    """Find the bundled data: inside the package in a wheel, at the top of a checkout otherwise."""
    installed, checkout = _PACKAGE / "data", _PACKAGE.parents[1] / "data"
    return installed if installed.is_dir() else checkout
