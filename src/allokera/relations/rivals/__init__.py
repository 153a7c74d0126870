"""Which of several relations stands."""
