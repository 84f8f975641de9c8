"""The faults that show in the answer; those of the connection are the server's."""

import json
from base64 import b64decode, b64encode

from loket.integrations.esign.standin.acts import Wanted, sign
from loket.integrations.esign.standin.messages import Ask, refuse, say
from loket.integrations.esign.standin.other import OTHER
from loket.integrations.esign.standin.state import Fault, StandIn
from loket.integrations.loopback import Reply

_PAGE = b"<!doctype html><title>Gangguan</title><p>Mohon maaf, layanan sedang dipelihara."


def spoilt(fault: Fault | None, ask: Ask) -> Reply | None:
    """What is answered instead of doing anything."""
    if fault is None:
        return None
    if fault is Fault.ECHO:
        return refuse(f"Parameter tidak valid: {ask.body!r}", 400)
    return {
        Fault.DROPPED: Reply(200, b""),
        Fault.SLOW: Reply(200, b""),
        Fault.ERROR: refuse("Internal Server Error", 500, 500),
        Fault.GATEWAY: Reply(504, _PAGE, {"Content-Type": "text/html"}),
        Fault.HTML: Reply(200, _PAGE, {"Content-Type": "text/html"}),
        Fault.WRONG_JSON: say(200, {"data": [1, 2, 3]}),
        Fault.REDIRECT: Reply(302, b"", {"Location": "http://127.0.0.1:9/"}),
    }.get(fault)


def lied(fault: Fault | None, reply: Reply, standin: StandIn, ask: Ask) -> Reply:
    """Put another document in the place of the signed one."""
    if reply.status != 200 or fault not in {Fault.OTHER_PDF, Fault.UNSIGNED}:  # noqa: PLR2004 - HTTP's "OK"
        return reply
    second = ask.path.startswith("/api/v2/")
    sent = b64decode(ask.json()["file"][0]) if second else ask.form()["file"]
    pdf = sent if fault is Fault.UNSIGNED else _other(standin, ask, second=second)
    if not second:
        return Reply(200, pdf, reply.headers)
    return Reply(200, json.dumps({"file": [b64encode(pdf).decode()]}).encode(), reply.headers)


def _other(standin: StandIn, ask: Ask, *, second: bool) -> bytes:
    nik = ask.json()["nik"] if second else ask.form()["nik"].decode()
    phrase = standin.accounts[nik].passphrase.reveal()
    signed = sign(standin, Wanted(OTHER, nik, phrase, "", ""))
    return signed if isinstance(signed, bytes) else OTHER
