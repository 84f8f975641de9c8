"""The stand-in as a server on the loopback, in threads of this process."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

from loket.integrations.esign.standin import v1, v2
from loket.integrations.esign.standin.failing import lied, spoilt
from loket.integrations.esign.standin.messages import Ask, refuse
from loket.integrations.esign.standin.state import Fault, StandIn
from loket.integrations.loopback import HOST, Answer, Incoming, Reply, serving

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

SILENT = {Fault.SLOW, Fault.LOST, Fault.DROPPED}


@contextmanager
def running(standin: StandIn, port: int = 0) -> Iterator[str]:
    """Serve while the block runs; gives the address with its credentials, as LOKET_ESIGN_URL takes it."""

    def serve(incoming: Incoming) -> Answer:
        reply, fault = answer(standin, Ask(incoming.method, incoming.target, incoming.headers, incoming.body))
        return Answer(reply, waits=fault is Fault.SLOW, is_lost=fault in SILENT, is_half=fault is Fault.HALF)

    user, phrase = quote(standin.username, safe=""), quote(standin.password, safe="")
    with serving(serve, standin.closing, port) as number:
        yield f"http://{user}:{phrase}@{HOST}:{number}"


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
