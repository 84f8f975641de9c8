"""The stand-in for GitLab that `loket up --demo` keeps running where no GitLab is set; it is not GitLab."""

import os
import signal
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_urlsafe
from threading import Event

from loket.integrations.gitlab.standin.office import PATH, opened, running
from loket.integrations.gitlab.standin.state import Hook
from loket.integrations.loopback import HOST

MEMORY = "tiruan-gitlab.json"
_SETTINGS = ("URL", "TOKEN", "PROJECT", "WEBHOOK_TOKEN", "SIGNING_TOKEN")


def settings(environ: MutableMapping[str, str], port: int) -> None:
    """Name the stand-in as the office's GitLab, with tokens that end with this run."""
    for name in _SETTINGS:
        for variable in (f"LOKET_GITLAB_{name}", f"LOKET_GITLAB_{name}_FILE"):
            environ.pop(variable, None)
    environ.update(
        {
            "LOKET_GITLAB_URL": f"http://{HOST}:{port}",
            "LOKET_GITLAB_TOKEN": token_urlsafe(24),
            "LOKET_GITLAB_PROJECT": PATH,
            "LOKET_GITLAB_WEBHOOK_TOKEN": token_urlsafe(24),
        }
    )


def command(data_dir: Path, port: int, loket_port: int) -> list[str]:
    return [sys.executable, "-m", "loket.cli.standin", str(data_dir / MEMORY), str(port), str(loket_port)]


def main(memory: str, port: str, loket_port: str) -> int:
    """Run until a signal comes."""
    stopped = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopped.set())
    hook = Hook(
        f"http://{HOST}:{loket_port}/api/v1/hooks/gitlab", token=os.environ["LOKET_GITLAB_WEBHOOK_TOKEN"]
    )
    office = opened(
        Path(memory),
        token=os.environ["LOKET_GITLAB_TOKEN"],
        hook=hook,
        clock=lambda: datetime.now(UTC),
    )
    with running(office, int(port)):
        stopped.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
