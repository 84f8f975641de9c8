"""A server of ours on the loopback, in threads of this process: what every stand-in has in common."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One request; the names of its headers are small, `target` is still quoted."""

    method: str
    target: str
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, and what the connection itself suffers.

    `waits`: until the server is closed. `is_lost`: nothing is said at all. `is_half`: it breaks off in the middle.
    """

    reply: Reply
    waits: bool = False
    is_lost: bool = False
    is_half: bool = False


@contextmanager
def serving(answer: Callable[[Incoming], Answer], closing: Event, port: int = 0) -> Iterator[int]:
    """Serve while the block runs; gives the port. `closing` is set before the server ends, for those that wait."""
    server = ThreadingHTTPServer((HOST, port), _handler(answer, closing))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(answer: Callable[[Incoming], Answer], closing: Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            found = answer(Incoming(self.command, self.path, headers, self.rfile.read(length)))
            self.close_connection = True
            if found.waits:
                closing.wait()
            if not found.is_lost:
                self._say(found)

        do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - the library names them so

        def _say(self, found: Answer) -> None:
            reply = found.reply
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) // 2] if found.is_half else reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library names it so
            """Log nothing: an address may hold a NIK."""

    return Handler
