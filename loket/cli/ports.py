"""Ports: what a number may be, and whether it is free."""

import argparse
import errno
import socket
import time

from loket.cli.problem import Problem

PATIENCE = 3.0
LARGEST = 65535


def number(text: str) -> int:
    """Read a port from the command line."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LARGEST):
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {LARGEST}")
    return int(text)


def require_free(host: str, port: int) -> None:
    """Refuse with a sentence when the address cannot be taken; a server that has just been killed may need a moment."""
    end = time.monotonic() + PATIENCE
    while (problem := _try(host, port)) and problem.errno == errno.EADDRINUSE and time.monotonic() < end:
        time.sleep(0.1)
    if problem is None:
        return
    if problem.errno == errno.EADDRINUSE:
        raise Problem(
            f"Port {port} is taken by another program. Choose another one, for example --port {port % LARGEST + 1}."
        )
    raise Problem(f"Nothing can listen on {host}, port {port}: {problem.strerror}.")


def free_after(host: str, port: int) -> int:
    """The next port if it is free, so that addresses stay the same from run to run; else any."""
    if port < LARGEST and _try(host, port + 1) is None:
        return port + 1
    with socket.socket() as any_port:
        any_port.bind((host, 0))
        number: int = any_port.getsockname()[1]
        return number


def _try(host: str, port: int) -> OSError | None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
            # Binding may succeed beside a listener that shares its port; listening does not.
            trial.listen(1)
    except OSError as problem:
        return problem
    return None
