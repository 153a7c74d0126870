"""Answers, ready to be shown: of each its document, its records and its page."""
