"""The words of pages, in Swedish: a file a kind of page, and what the larger ones are made of."""
