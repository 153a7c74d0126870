"""The case: all that checks look at, worked out once."""
