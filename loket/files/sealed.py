"""How a stored file leaves: only to be saved, and never as a page of ours."""

from typing import Protocol

SEALED = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Headers of every answer that holds what somebody has handed in, or what was printed."""


class Kept(Protocol):
    """A stored file: an upload, or a file of a naskah."""

    @property
    def sha256(self) -> str: ...
    @property
    def mime(self) -> str: ...
    @property
    def name(self) -> str: ...
