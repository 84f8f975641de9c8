"""The first version of the service: forms in, the PDF itself out, and a second chance to download it."""

import re
from dataclasses import dataclass
from typing import Any

from loket.integrations.esign.bsre import Bsre, Request, Returned, Verification
from loket.integrations.esign.problems import RecoveryUnavailable
from loket.integrations.esign.service import Answer
from loket.integrations.esign.service_answers import document, harmless_refusal, refusal
from loket.integrations.esign.service_problems import NonsenseAnswer, ServiceFault

_OK = 200


@dataclass(frozen=True, slots=True)
class BsreV1(Bsre):
    def verify(self, pdf: bytes) -> Verification:
        answer = self.service.ask_harmlessly(
            "POST", "/api/sign/verify", lambda: {"files": {"signed_file": _attachment(pdf)}}
        )
        if answer.status != _OK:
            raise harmless_refusal(answer)
        said = document(answer)
        details = said.get("details")
        if not isinstance(details, list) or "summary" not in said:
            raise ServiceFault("no verification")
        summary = str(said["summary"])
        return Verification(summary.upper() == "VALID", str(said.get("notes") or summary), len(details))

    def _state(self, nik: str) -> Answer:
        return self.service.ask_harmlessly("GET", f"/api/user/status/{nik}")

    def _sign(self, request: Request) -> Returned:
        answer = self.service.ask("POST", "/api/sign/pdf", lambda: _form(request))
        if answer.status != _OK:
            raise refusal(answer, request.passphrase, request.totp)
        return _pdf_of(answer, answer.transaction)

    def _recovered(self, transaction: str) -> Returned:
        """The service gives each document out once more at best."""
        if not re.fullmatch(r"[\w-]{1,100}", transaction):
            raise RecoveryUnavailable
        answer = self.service.ask_harmlessly("GET", f"/api/sign/download/{transaction}")
        if answer.status != _OK:
            raise RecoveryUnavailable(harmless_refusal(answer).detail)
        return _pdf_of(answer, transaction)


def _form(request: Request) -> dict[str, Any]:
    fields = {
        "nik": request.nik,
        "passphrase": request.passphrase.reveal(),
        "tampilan": "invisible",
        "reason": request.reason,
        "location": request.location,
    }
    return {"data": fields, "files": {"file": _attachment(request.pdf)}}


def _attachment(pdf: bytes) -> tuple[str, bytes, str]:
    return ("naskah.pdf", pdf, "application/pdf")


def _pdf_of(answer: Answer, transaction: str) -> Returned:
    if not answer.content.startswith(b"%PDF-"):
        raise NonsenseAnswer(f"HTTP {answer.status} without a PDF", transaction=transaction)
    return Returned(answer.content, transaction)
