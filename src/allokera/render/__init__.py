"""Showing answers: pages for people, documents and records for scripts.

Each kind of answer has a class in `views` with three methods: `document` (what JSON says),
`records` (what CSV says) and `page` (what a person sees, in a terminal or in Markdown). Nothing
here prints.
"""
