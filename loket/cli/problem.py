"""What the command line says instead of a traceback."""


class Problem(Exception):
    """A sentence for the person at the terminal: what is wrong, and what helps."""
