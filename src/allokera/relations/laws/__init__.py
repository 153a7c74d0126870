"""What is beyond coincidence, and which lines break it."""
