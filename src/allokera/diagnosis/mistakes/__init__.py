"""What makes numbers wrong: slips of a finger, and events that make several wrong at once."""
