"""Where relations are looked for: one file a family."""
