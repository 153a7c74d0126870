"""How what was found becomes a finding, and how much it weighs."""
