"""The version: where packaging and documents find it."""

__version__ = "0.2.0"
