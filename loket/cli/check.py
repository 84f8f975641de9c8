"""`loket check`: every check that Django and Loket know, on this installation as it is set up."""

import argparse

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DEFAULT_DB_ALIAS

from loket.cli.problem import Problem


def run(argv: list[str]) -> int:
    """Say that all is sound, or what is not; a warning counts, and behind https the checks for that count too."""
    argparse.ArgumentParser(prog="loket check", description="Check this installation.").parse_args(argv)
    # Only now: what signs is loaded with Django's models.
    from loket.application.naskah.trusting import other_roots  # noqa: PLC0415 - see above
    from loket.integrations.esign.roots import UnreadableRoot  # noqa: PLC0415 - see above

    try:
        other_roots()
        call_command("check", fail_level="WARNING", databases=[DEFAULT_DB_ALIAS], deploy=settings.HTTPS)
    except (CommandError, UnreadableRoot) as problem:
        raise Problem(str(problem)) from None
    return 0
