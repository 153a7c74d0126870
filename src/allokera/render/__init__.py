"""Showing answers: pages for people, documents and records for scripts.

Each subject has a module with three functions of its answer: `document` (what JSON says), `records`
(what CSV says) and `page` (what a person sees, in a terminal or in Markdown). Nothing here prints.
"""
