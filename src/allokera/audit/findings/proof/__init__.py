"""Proofs that a reader can check by hand: by the pools of two rows, and by relations."""
