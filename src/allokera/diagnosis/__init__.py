"""Who is wrong: the fewest mistakes and exceptions that explain all relations that fail."""
