"""The version: where packaging and documents find it."""

__version__ = "0.1.0"
