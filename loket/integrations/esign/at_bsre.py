"""At most so many at BSrE at once: while it is slow, the pages of the office still have threads to run in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import TypeVar

from loket.integrations.esign.bsre import Bsre
from loket.integrations.esign.service_problems import ServiceBusy

MOST = 2
_places = BoundedSemaphore(MOST)
Client = TypeVar("Client", bound=Bsre)


@contextmanager
def at_bsre(connect: Callable[[], Client]) -> Iterator[Client]:
    """Open the service for one signing, and close it. Raises ServiceBusy instead of waiting."""
    if not _places.acquire(blocking=False):
        raise ServiceBusy
    try:
        service = connect()
        try:
            yield service
        finally:
            service.close()
    finally:
        _places.release()
