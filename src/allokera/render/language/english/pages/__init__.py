"""The words of pages, in English: a file a kind of page, and what the larger ones are made of."""
