"""`loket worker`: does the jobs of the queue until it is told to stop."""

import argparse
import os
from importlib import import_module

from loket.cli import address

FINISHES_WITHIN = 10.0


def run(argv: list[str]) -> int:
    """Work; a job that runs when the signal comes is finished first."""
    parser = argparse.ArgumentParser(prog="loket worker", description="Do the jobs of the queue.")
    parser.add_argument("--concurrency", type=int, default=1, help="how many jobs at a time (1)")
    options = parser.parse_args(argv)
    address.attach()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")
    # Only now, because reading the settings reads the DATABASE_URL that attach() may have set.
    import_module("django").setup()
    app = import_module("procrastinate.contrib.django").app
    import_module("loket.jobs.gitlab").compare_at_start()
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(concurrency=options.concurrency, shutdown_graceful_timeout=FINISHES_WITHIN)
    return 0
