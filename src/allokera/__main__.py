"""`python -m allokera`."""

from allokera.cli import main

main()
