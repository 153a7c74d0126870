"""What the command line and Python do alike: share out a request, audit a file, write a file."""
