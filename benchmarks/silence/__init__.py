"""Correct tables by chance: an auditor must accuse nobody in them."""
