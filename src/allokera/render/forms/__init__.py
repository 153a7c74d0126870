"""The forms in which an answer is written, one file each."""
