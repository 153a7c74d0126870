"""Files as they lie: their bytes, their text, and where the bundled ones are."""
