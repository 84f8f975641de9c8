"""The stand-in as a server on the loopback, in threads of this process."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import quote

from loket.integrations.esign.standin import v1, v2
from loket.integrations.esign.standin.failing import lied, spoilt
from loket.integrations.esign.standin.messages import Ask, Reply, refuse
from loket.integrations.esign.standin.state import Fault, StandIn

ROUTES: tuple[tuple[str, str, str, Callable[[StandIn, Ask], Reply]], ...] = (
    ("GET", r"/api/user/status/\d+", "status", v1.status),
    ("POST", r"/api/sign/pdf", "sign", v1.sign_pdf),
    ("GET", r"/api/sign/download/[\w-]+", "download", v1.download),
    ("POST", r"/api/sign/verify", "verify", v1.verify),
    ("POST", r"/api/v2/user/check/status", "status", v2.status),
    ("POST", r"/api/v2/sign/get/totp", "totp", v2.totp),
    ("POST", r"/api/v2/sign/pdf", "sign", v2.sign_pdf),
    ("POST", r"/api/v2/verify/pdf", "verify", v2.verify),
)


@contextmanager
def running(standin: StandIn, port: int = 0) -> Iterator[str]:
    """Serve while the block runs; gives the address with its credentials, as LOKET_ESIGN_URL takes it."""
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(standin))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        user, phrase = quote(standin.username, safe=""), quote(standin.password, safe="")
        yield f"http://{user}:{phrase}@127.0.0.1:{server.server_address[1]}"
    finally:
        standin.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def answer(standin: StandIn, ask: Ask) -> tuple[Reply, Fault | None]:
    """Answer one call, and say which fault the connection itself has yet to suffer."""
    for method, pattern, call, act in ROUTES:
        if ask.method == method and re.fullmatch(pattern, ask.path):
            with standin.lock:
                standin.calls.append(call)
                fault = standin.faults.pop(call, None)
                if ask.credentials != f"{standin.username}:{standin.password}":
                    return refuse("Unauthorized", 401, 401), None
                if instead := spoilt(fault, ask):
                    return instead, fault
                return lied(fault, act(standin, ask), standin, ask), fault
    return refuse("Not Found", 404, 404), None


def _handler(standin: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._serve()

        def do_POST(self) -> None:
            self._serve()

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply, fault = answer(standin, Ask(self.command, self.path, headers, self.rfile.read(length)))
            self.close_connection = True
            if fault is Fault.SLOW:
                standin.closing.wait()
            if fault in {Fault.SLOW, Fault.LOST, Fault.DROPPED}:
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body[: len(reply.body) // 2] if fault is Fault.HALF else reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library names it so
            """Log nothing: an address of the first version holds a NIK."""

    return Handler
