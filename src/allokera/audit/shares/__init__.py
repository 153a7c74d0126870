"""Columns in proportion to a base: on trial, mended, weighed."""
