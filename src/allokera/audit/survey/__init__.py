"""What the sheet says of itself, and who its rows are."""
