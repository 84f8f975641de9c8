"""A real office for the benchmarks: its own PostgreSQL, durable as in production, and the demo's people."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from loket.cli import embedded
from loket.core.zone import ZONE

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)


@contextmanager
def office() -> Iterator[None]:
    """Start PostgreSQL (or use DATABASE_URL), migrate an empty database and establish the office in it."""
    with tempfile.TemporaryDirectory(prefix="loket-bench-", ignore_cleanup_errors=True) as directory:
        os.environ["LOKET_DATA_DIR"] = directory
        os.environ["DJANGO_SETTINGS_MODULE"] = "loket.settings"
        with embedded.start(Path(directory)) as url:
            os.environ["DATABASE_URL"] = url
            _establish()
            yield


def _establish() -> None:
    import django  # noqa: PLC0415 - the settings read the environment that was set just now

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    from loket.application.office.establish import establish  # noqa: PLC0415 - after setup
    from loket.cli.demo.people import make_people  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    establish(NOW)
    make_people(NOW)
