"""Taking a file in: received, recognised, checked against its name, and only then kept."""

from dataclasses import dataclass

from loket.files.kinds import Kind
from loket.files.names import check_name, safe_name
from loket.files.problems import Unacceptable
from loket.files.recognising import recognise
from loket.files.sizes import MAX_BYTES
from loket.files.store import Readable, Store


@dataclass(frozen=True, slots=True)
class Accepted:
    sha256: str
    size: int
    kind: Kind
    pages: int
    name: str
    """Safe to send back to any browser."""


def accept(store: Store, stream: Readable, *, name: str, limit: int = MAX_BYTES) -> Accepted:
    """Keep the file, or raise a FileProblem and keep nothing."""
    with store.receiving(stream, limit) as arrival:
        recognised = recognise(arrival.path)
        contradiction = check_name(name, recognised.kind)
        if contradiction is not None:
            raise Unacceptable(contradiction)
        stored = store.keep(arrival)
    return Accepted(
        stored.sha256, stored.size, recognised.kind, recognised.pages, safe_name(name, recognised.kind)
    )
