"""The files of a grant of one's own, and scenarios: YAML in a form that is checked."""
