"""`loket worker`: does the jobs of the queue until it is told to stop."""

import argparse
import os

from loket.cli import address

FINISHES_WITHIN = "10"


def run(argv: list[str]) -> int:
    """Work; a job that runs when the signal comes is finished first."""
    parser = argparse.ArgumentParser(prog="loket worker", description="Do the jobs of the queue.")
    parser.add_argument("--concurrency", type=int, default=1, help="how many jobs at a time (1)")
    options = parser.parse_args(argv)
    address.attach()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")
    from django.core.management import ManagementUtility  # noqa: PLC0415 - reads DATABASE_URL, which attach() may set

    work = ("procrastinate", "worker", "--shutdown-graceful-timeout", FINISHES_WITHIN)
    ManagementUtility(["loket", *work, "--concurrency", str(options.concurrency)]).execute()
    return 0
