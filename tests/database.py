"""Gives a test session its PostgreSQL: the server of DATABASE_URL, else an embedded one that ends with the session.

A pytest plugin (`-p tests.database`), because Django's settings are read before any conftest. Under xdist only the
controller starts a server; its workers inherit the environment.
"""

import os
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from loket.cli import embedded


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """Prepare the environment; a wrapper, so that it comes before pytest-django reads the settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        session = ExitStack()
        early_config.add_cleanup(session.close)
        _isolate(session)
    return (yield)


def _isolate(session: ExitStack) -> None:
    """Keep the developer's own installation, its settings and files, out of the tests."""
    for name in [name for name in os.environ if name.startswith("LOKET_")]:
        del os.environ[name]
    # The server's last words may still be on their way into its log when the directory goes.
    directory = tempfile.TemporaryDirectory(prefix="loket-test-", ignore_cleanup_errors=True)
    data_dir = Path(session.enter_context(directory))
    os.environ["LOKET_DATA_DIR"] = str(data_dir)
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = session.enter_context(embedded.start(data_dir, durable=False))
