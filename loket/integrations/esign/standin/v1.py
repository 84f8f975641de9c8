"""The first version's calls."""

from typing import Any

from loket.integrations.esign.reports import SignatureReport
from loket.integrations.esign.standin.acts import Wanted, examine, sign, state_of
from loket.integrations.esign.standin.messages import Ask, refuse, say
from loket.integrations.esign.standin.state import StandIn
from loket.integrations.loopback import Reply


def status(standin: StandIn, ask: Ask) -> Reply:
    state = state_of(standin, ask.path.rpartition("/")[2])
    return say(200, {"status": state, "message": f"Status user {state}"})


def sign_pdf(standin: StandIn, ask: Ask) -> Reply:
    form = ask.form()
    missing = {"file", "nik", "passphrase", "tampilan"} - set(form)
    if missing:
        return refuse(f"Parameter {', '.join(sorted(missing))} wajib diisi", 400)
    text = {name: value.decode() for name, value in form.items() if name != "file"}
    signed = sign(
        standin,
        Wanted(
            form["file"], text["nik"], text["passphrase"], text.get("reason", ""), text.get("location", "")
        ),
    )
    if isinstance(signed, Reply):
        return signed
    headers = {"Content-Type": "application/pdf", "id_dokumen": standin.keep(signed)}
    return Reply(200, signed, headers)


def download(standin: StandIn, ask: Ask) -> Reply:
    """Give a document out once."""
    pdf = standin.documents.pop(ask.path.rpartition("/")[2], None)
    if pdf is None:
        return refuse("Dokumen tidak ditemukan", 404, 404)
    return Reply(200, pdf, {"Content-Type": "application/pdf"})


def verify(standin: StandIn, ask: Ask) -> Reply:
    reports = examine(standin, ask.form().get("signed_file", b""))
    sound = bool(reports) and all(report.valid for report in reports)
    return say(
        200,
        {
            "nama_dokumen": "naskah.pdf",
            "jumlah_signature": len(reports),
            "notes": "Dokumen valid" if sound else "Dokumen tidak valid",
            "summary": "VALID" if sound else "INVALID",
            "details": [_detail(report) for report in reports],
        },
    )


def _detail(report: SignatureReport) -> dict[str, Any]:
    return {
        "info_tsa": {"name": "Penanda Waktu Tiruan", "tsa_cert_validity": "-"},
        "info_signer": {"signer_name": report.signer, "signer_cert_validity": "-"},
        "signature_document": {
            "document_integrity": report.intact,
            "signed_in": report.at.isoformat() if report.at else "",
        },
        "signature_field": report.field,
    }
