"""The browser of this machine: the one CHROMIUM names, else the first that PATH knows."""

import os
import shutil

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find() -> str:
    """Give its path. Raises RuntimeError, with what to do, where there is none."""
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        if path := name and shutil.which(name):
            return path
    raise RuntimeError(
        "No Chromium was found. This needs the Debian package chromium, or its path in CHROMIUM."
    )
