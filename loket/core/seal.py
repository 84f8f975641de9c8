"""What a seal digests: the heads of all chains that have grown, chained to the seal before."""

import hashlib
from collections.abc import Iterable

Head = tuple[str, int, str]
"""Subject, seq and hash of the last entry of a chain."""


def digest_of_heads(previous: str, heads: Iterable[Head]) -> str:
    """Digest heads in the order of their subjects."""
    hashed = hashlib.sha256(previous.encode())
    for subject, seq, digest in sorted(heads):
        hashed.update(f"\n{subject} {seq} {digest}".encode())
    return hashed.hexdigest()
