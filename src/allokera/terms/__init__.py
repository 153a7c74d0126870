"""The terms of a question: who shares, in what proportion, within which bounds; and as written."""
