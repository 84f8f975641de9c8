"""Whether the signatures of a PDF hold, as of the time they were made, without asking anybody on the network."""

import asyncio
from dataclasses import replace
from datetime import datetime
from itertools import islice

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESFailure, AdESIndeterminate
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    async_validate_pdf_signature,
)

from loket.integrations.esign.certificates import NOTICE, certificate_label
from loket.integrations.esign.evidence import Evidence, context, in_signature, in_store
from loket.integrations.esign.following import ONLY_SIGNATURES
from loket.integrations.esign.reading import LARGEST, opened
from loket.integrations.esign.reports import Flaw, SignatureReport, Trust
from loket.integrations.esign.stamps import proven_time, proves

MOST = 20
"""Signatures that are judged; no letter has so many, and each costs time."""
_FLAWS = {
    AdESIndeterminate.REVOKED_NO_POE: Flaw.REVOKED,
    AdESIndeterminate.REVOKED_CA_NO_POE: Flaw.REVOKED,
    AdESFailure.NOT_YET_VALID: Flaw.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: Flaw.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: Flaw.EXPIRED,
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: Flaw.UNTRUSTED,
}


def inspect(pdf: bytes, trust: Trust, *, now: datetime) -> tuple[SignatureReport, ...]:
    """Report on every signature in the order they were made; a PDF without any, or no PDF at all, has none.

    Where the bytes speak of a signature that cannot be found by reading them, "unsigned" would be a guess: a
    signature is always written in plain, so that its place can be named in it.
    """
    reports: tuple[SignatureReport, ...] = ()
    if len(pdf) <= LARGEST:
        with opened(pdf) as reader:
            if reader is not None:
                reports = asyncio.run(_reports(reader, trust, now))
    return reports or ((SignatureReport(field="", flaw=Flaw.UNREADABLE),) if b"/ByteRange" in pdf else ())


async def _reports(reader: PdfFileReader, trust: Trust, now: datetime) -> tuple[SignatureReport, ...]:
    signatures, reports = [], []
    try:
        fields = list(islice(enumerate_sig_fields(reader, filled_status=True), MOST + 1))
    except Exception:  # noqa: BLE001 - a hostile file breaks the parser wherever it likes
        return ()
    if len(fields) > MOST:
        return (SignatureReport(field="", flaw=Flaw.UNREADABLE),)
    for name, _, signature_field in fields:
        try:
            signatures.append(EmbeddedPdfSignature(reader, signature_field, name))
        except Exception:  # noqa: BLE001 - a hostile file breaks the parser wherever it likes
            reports.append(SignatureReport(field=name, flaw=Flaw.UNREADABLE))
    signatures.sort(key=lambda signature: int(signature.signed_revision))
    stamps = [each for each in signatures if each.sig_object_type == "/DocTimeStamp"]
    persons = [each for each in signatures if each not in stamps]
    read = [await _report(each, stamps, trust, now) for each in persons]
    return (*reports, *(replace(each, whole=each is read[-1] and not reports) for each in read))


async def _report(
    signature: EmbeddedPdfSignature, stamps: list[EmbeddedPdfSignature], trust: Trust, now: datetime
) -> SignatureReport:
    report = SignatureReport(field=signature.field_name)
    try:
        report = _who(signature)
        evidence = in_store(signature.reader) + in_signature(signature)
        moment = await proven_time(signature, evidence, trust, now)
        status = await async_validate_pdf_signature(
            signature, context(evidence, trust, moment or now), skip_diff=True
        )
        level = await _level(signature, stamps, evidence, trust, now) if moment else "B-B"
        return replace(
            report,
            at=moment or signature.self_reported_timestamp,
            level=level,
            intact=bool(status.intact and status.valid),
            trusted=bool(status.trusted),
            flaw=_flaw(signature, status, proven=moment is not None),
        )
    except Exception:  # noqa: BLE001 - a hostile file breaks the parser wherever it likes
        # Whatever a hostile file makes the libraries trip over, it is not a signature to rely upon.
        return replace(report, flaw=Flaw.UNREADABLE)


def _who(signature: EmbeddedPdfSignature) -> SignatureReport:
    certificate = signature.signer_cert
    name = certificate.subject.native.get("common_name", "")
    name = name if isinstance(name, str) else ""
    return SignatureReport(
        field=signature.field_name,
        signer=name,
        certificate=certificate_label(name, certificate.serial_number),
        internal=certificate.subject.native.get("organizational_unit_name") == NOTICE,
    )


async def _level(
    signature: EmbeddedPdfSignature,
    stamps: list[EmbeddedPdfSignature],
    evidence: Evidence,
    trust: Trust,
    now: datetime,
) -> str:
    if not evidence:
        return "B-T"
    for stamp in stamps:
        behind = stamp.signed_revision > signature.signed_revision and _only_signatures_follow(stamp)
        if behind and await proves(stamp.signed_data, stamp.compute_digest, evidence, trust, now):
            return "B-LTA"
    return "B-LT"


def _flaw(signature: EmbeddedPdfSignature, status: PdfSignatureStatus, *, proven: bool) -> Flaw | None:
    if not (status.intact and status.valid):
        return Flaw.ALTERED
    if not _only_signatures_follow(signature):
        return Flaw.ADDED_TO
    if status.trusted:
        return None
    if status.revoked:
        return Flaw.REVOKED
    problem = status.trust_problem_indic
    flaw = _FLAWS.get(problem, Flaw.UNPROVEN) if problem else Flaw.UNPROVEN
    # Without a proven time nobody knows whether the certificate was valid when it was used.
    return Flaw.UNPROVEN if flaw is Flaw.EXPIRED and not proven else flaw


def _only_signatures_follow(signature: EmbeddedPdfSignature) -> bool:
    """Compare the signed revision with all that follow; what cannot be compared cannot be vouched for."""
    try:
        signature.compute_integrity_info(diff_policy=ONLY_SIGNATURES)
        return bool(signature.summarise_integrity_info()["docmdp_ok"])
    except Exception:  # noqa: BLE001 - a hostile file breaks the parser wherever it likes
        return False
