"""The second version of the service: JSON both ways, one-time codes where the office has them, no second chance."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from loket.integrations.esign.bsre import Bsre, Request, Returned, Verification, nik_of
from loket.integrations.esign.problems import RecoveryUnavailable
from loket.integrations.esign.service import Answer
from loket.integrations.esign.service_answers import document, harmless_refusal, refusal
from loket.integrations.esign.service_problems import NonsenseAnswer, ServiceFault
from loket.integrations.esign.signing import Identity

_OK = 200


@dataclass(frozen=True, slots=True)
class BsreV2(Bsre):
    def request_totp(self, identity: Identity) -> None:
        """Have the service send a one-time code for one document to the signer."""
        nik = nik_of(identity)
        answer = self.service.ask_harmlessly(
            "POST", "/api/v2/sign/get/totp", lambda: {"json": {"nik": nik, "data": 1}}
        )
        if answer.status != _OK:
            raise harmless_refusal(answer)

    def verify(self, pdf: bytes) -> Verification:
        answer = self.service.ask_harmlessly(
            "POST", "/api/v2/verify/pdf", lambda: {"json": {"file": b64encode(pdf).decode()}}
        )
        if answer.status != _OK:
            raise harmless_refusal(answer)
        said = document(answer)
        signatures = said.get("signatureInformations")
        if not isinstance(signatures, list) or "conclusion" not in said:
            raise ServiceFault("no verification")
        conclusion = str(said["conclusion"])
        return Verification(
            conclusion.upper() == "VALID", str(said.get("description") or conclusion), len(signatures)
        )

    def _state(self, nik: str) -> Answer:
        return self.service.ask_harmlessly(
            "POST", "/api/v2/user/check/status", lambda: {"json": {"nik": nik}}
        )

    def _sign(self, request: Request) -> Returned:
        answer = self.service.ask("POST", "/api/v2/sign/pdf", lambda: {"json": _body(request)})
        if answer.status != _OK:
            raise refusal(answer, request.passphrase, request.totp)
        return Returned(_only_file(answer))

    def _recovered(self, transaction: str) -> Returned:
        raise RecoveryUnavailable


def _body(request: Request) -> dict[str, Any]:
    appearance = {"tampilan": "INVISIBLE", "reason": request.reason, "location": request.location}
    body = {
        "nik": request.nik,
        "passphrase": request.passphrase.reveal(),
        "signatureProperties": [appearance],
        "file": [b64encode(request.pdf).decode()],
    }
    return body | ({"totp": request.totp.reveal()} if request.totp else {})


def _only_file(answer: Answer) -> bytes:
    files = document(answer).get("file")
    if not (isinstance(files, list) and len(files) == 1 and isinstance(files[0], str)):
        raise NonsenseAnswer("not one file")
    try:
        pdf = b64decode(files[0], validate=True)
    except ValueError:
        pdf = b""
    if not pdf.startswith(b"%PDF-"):
        raise NonsenseAnswer("the file is no PDF")
    return pdf
