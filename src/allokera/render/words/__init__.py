"""The words of pages: what a language must be able to say, a file a kind of page.

Messages that a room of the core hands out stand in that room's `messages.py`. These are said by the
views alone, straight to the language that they are given. A word that needs no facts is an
attribute, any other a method.
"""
