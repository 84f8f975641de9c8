"""As whom the server runs: PostgreSQL refuses root.

Root runs it inside a user namespace, where root's own number is an ordinary one. Where the system refuses that, it runs
as an unprivileged account that exists already. No account is made, and no directory of others is changed.
"""

import os
import pwd
import subprocess
from pathlib import Path

from loket.cli.children import launched
from loket.cli.embedded.binaries import Binaries
from loket.cli.problem import Problem

SELF = "self"
NAMESPACE = "namespace"
ACCOUNTS = ("postgres", "nobody")


def works(identity: str, base: Path, binaries: Binaries) -> bool:
    """Try whether this identity reaches both the directory and the programs."""
    trial = ("/bin/sh", "-c", 'cd "$1" && exec "$2" --version', "sh", base, binaries.program("initdb"))
    return (
        subprocess.run(launched(trial, identity=identity), capture_output=True, check=False).returncode == 0
    )


def account() -> str:
    """The first of the usual accounts without rights that this machine has."""
    for name in ACCOUNTS:
        try:
            return of_owner(pwd.getpwnam(name).pw_uid)
        except KeyError:
            continue
    raise Problem(
        "PostgreSQL refuses to run as root, this system refuses user namespaces, and it has none of the accounts "
        f"{' and '.join(ACCOUNTS)}. Run loket as an ordinary user, or set DATABASE_URL."
    )


def of_owner(uid: int) -> str:
    """Run as the account that owns a cluster already."""
    try:
        return f"{uid}:{pwd.getpwuid(uid).pw_gid}"
    except KeyError:
        return f"{uid}:{uid}"


def hand_over(directory: Path, identity: str) -> None:
    """Make a private directory that belongs to whom the server runs as; a planted link is not followed."""
    directory.mkdir(mode=0o700, exist_ok=True)
    if identity in (SELF, NAMESPACE):
        return
    uid, gid = identity.split(":")
    opened = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        os.fchown(opened, int(uid), int(gid))
    finally:
        os.close(opened)
