"""`loket migrate`: the database of this version."""

import argparse

from django.core.management import call_command


def run(argv: list[str]) -> int:
    """Apply what is missing and say what it was."""
    argparse.ArgumentParser(
        prog="loket migrate", description="Bring the database to this version."
    ).parse_args(argv)
    apply(verbosity=1)
    return 0


def apply(*, verbosity: int) -> None:
    """Apply what is missing, the table of the shared cache included."""
    call_command("migrate", interactive=False, verbosity=verbosity)
    call_command("createcachetable", verbosity=verbosity)
