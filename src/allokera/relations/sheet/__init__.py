"""A sheet: printed cells as exact numbers, seen across and down."""
