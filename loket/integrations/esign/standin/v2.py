"""The second version's calls."""

from base64 import b64decode, b64encode
from typing import Any

from loket.integrations.esign.reports import SignatureReport
from loket.integrations.esign.standin.acts import Wanted, examine, send_totp, sign, state_of
from loket.integrations.esign.standin.messages import Ask, refuse, say
from loket.integrations.esign.standin.state import StandIn
from loket.integrations.loopback import Reply


def status(standin: StandIn, ask: Ask) -> Reply:
    state = state_of(standin, str(ask.json().get("nik", "")))
    return say(200, {"status": state, "message": f"Status user {state}"})


def totp(standin: StandIn, ask: Ask) -> Reply:
    if not send_totp(standin, str(ask.json().get("nik", ""))):
        return refuse("User tidak terdaftar", 2011)
    return say(200, {"message": "TOTP telah dikirim"})


def sign_pdf(standin: StandIn, ask: Ask) -> Reply:
    """Sign every file of the request; one set of properties holds for all, or each has its own."""
    body = ask.json()
    files, properties = body.get("file") or [], body.get("signatureProperties") or []
    if not files or len(properties) not in {1, len(files)}:
        return refuse("Jumlah signatureProperties tidak sesuai", 400)
    signed = []
    for index, encoded in enumerate(files):
        chosen = properties[index if len(properties) > 1 else 0]
        wanted = Wanted(
            b64decode(encoded),
            str(body.get("nik", "")),
            str(body.get("passphrase", "")),
            str(chosen.get("reason", "")),
            str(chosen.get("location", "")),
            str(body.get("totp", "")),
        )
        done = sign(standin, wanted)
        if isinstance(done, Reply):
            return done
        signed.append(b64encode(done).decode())
    return say(200, {"time": standin.clock().isoformat(), "file": signed})


def verify(standin: StandIn, ask: Ask) -> Reply:
    reports = examine(standin, b64decode(str(ask.json().get("file", ""))))
    sound = bool(reports) and all(report.valid for report in reports)
    return say(
        200,
        {
            "conclusion": "VALID" if sound else "INVALID",
            "description": "Dokumen valid" if sound else "Dokumen tidak valid",
            "signatureInformations": [_information(report) for report in reports],
        },
    )


def _information(report: SignatureReport) -> dict[str, Any]:
    """The misspelt key is the service's own."""
    when = report.at.isoformat() if report.at else ""
    return {
        "signerName": report.signer,
        "fieldName": report.field,
        "signatureFormat": f"PAdES-{report.level}",
        "signatureDate": when,
        "modified": not report.valid,
        "integrityValid": report.intact,
        "certificateTrusted": report.trusted,
        "certLevelCode": 0,
        "timestampInfomation": {"signerName": "Penanda Waktu Tiruan", "timestampDate": when},
    }
