"""What was sent arrives whole or not at all: half a form would be half a sentence in the record."""

from collections.abc import Iterable
from io import IOBase
from typing import BinaryIO
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

BODY = "wsgi.input"


class Whole(IOBase):
    """A body that breaks off is an error of reading; granian gives it as if it ended there.

    Django never asks for more than the Content-Length has announced, so what does not come was lost on its way.
    """

    def __init__(self, body: BinaryIO) -> None:
        self._body = body

    def read(self, size: int) -> bytes:
        parts = []
        while size > 0:
            part = self._body.read(size)
            if not part:
                raise ConnectionResetError("the body ended before its Content-Length")
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


def whole(application: WSGIApplication) -> WSGIApplication:
    def called(environment: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return application({**environment, BODY: Whole(environment[BODY])}, start_response)

    return called
