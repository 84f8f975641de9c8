"""Becomes another program: one that ends with its parent and, where asked, runs as somebody else.

Run by its path in a bare interpreter (no site, no Loket), so that nothing happens between a fork and an exec:
    launch.py PARENT SIGNAL IDENTITY PROGRAM [ARGUMENT ...]
IDENTITY is `self`, `namespace` (root, seen by the program as an ordinary account) or `UID:GID`.
"""

import ctypes
import os
import pwd
import sys

CLONE_NEWUSER = 0x10000000
PR_SET_PDEATHSIG = 1
REFUSED = 126


def become(identity: str) -> None:
    if identity == "namespace":
        _enter_namespace()
    elif identity != "self":
        uid, gid = identity.split(":")
        os.setgroups([])
        os.setgid(int(gid))
        os.setuid(int(uid))
        os.chdir("/")


def _enter_namespace() -> None:
    """Files of root stay those of the program; only the number it sees is not zero.

    The account is one that /etc/passwd knows, because initdb asks for the name of who runs it.
    """
    ordinary = next(account for account in pwd.getpwall() if account.pw_uid and account.pw_gid)
    uid, gid = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "the system refuses a user namespace")
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{ordinary.pw_uid} {uid} 1"),
        ("gid_map", f"{ordinary.pw_gid} {gid} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib costs 15 ms at every start
            file.write(line)


def end_with_parent(parent: int, signal: int = 15) -> None:
    """Ask Linux for a signal when the parent dies; the last line covers a parent that already has."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal)
    if os.getppid() != parent:
        sys.exit(REFUSED)


def main(parent: str, signal: str, identity: str, *command: str) -> None:
    try:
        # The order matters: a change of account clears the signal that was asked for.
        become(identity)
        end_with_parent(int(parent), int(signal))
        os.execvp(command[0], command)  # noqa: S606 - no shell is wanted
    except (OSError, StopIteration) as problem:
        print(f"{command[0]}: {problem}", file=sys.stderr)
        sys.exit(REFUSED)


if __name__ == "__main__":
    main(*sys.argv[1:])
