"""What an examination finds in a PDF from anywhere."""

import io
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter

from loket.integrations.esign import converting
from loket.integrations.esign.authority import Authority
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.evidence import Evidence, context
from loket.integrations.esign.increment import check_increment
from loket.integrations.esign.issuing import Revoked
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.reading import LARGEST
from loket.integrations.esign.reports import SENTENCES, Flaw, SignatureReport, Trust, summary
from loket.integrations.esign.signing import Identity, Signed
from tests.integrations.esign.desk import NOW, PASSPHRASE, letter, sign, signed_by_hand

LATER = NOW + timedelta(days=365)


def test_an_unsigned_letter_has_nothing_to_report(trust: Trust) -> None:
    assert inspect(letter(), trust, now=NOW) == ()


@pytest.mark.parametrize(
    "pdf",
    (
        b"",
        b"%PDF-",
        b"%PDF-1.7\n" + b"<<" * 100_000,
        b"%PDF-1.7\n" + b"[" * 200_000 + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
        b"PK\x03\x04",
        b"%PDF-1.7" + b"\x00" * 70_000_000,
    ),
    ids=("empty", "head", "open dictionaries", "open arrays", "a loop", "another kind", "huge"),
)
def test_what_is_no_pdf_has_no_signature(pdf: bytes, trust: Trust) -> None:
    assert inspect(pdf, trust, now=NOW) == ()


def test_a_signed_letter_that_cannot_be_read_is_not_called_unsigned(signed: Signed, trust: Trust) -> None:
    cut = signed.pdf[: signed.pdf.rindex(b"/ByteRange") + 50]

    for pdf in (cut, signed.pdf + b"\n" * LARGEST):
        assert [report.flaw for report in inspect(pdf, trust, now=NOW)] == [Flaw.UNREADABLE]


def test_a_sound_signature_says_who_and_when(signed: Signed, trust: Trust) -> None:
    (report,) = inspect(signed.pdf, trust, now=LATER)

    assert (report.signer, report.at, report.level) == ("Siti Rahmawati, S.Kom.", NOW, "B-LTA")
    assert (report.valid, report.intact, report.trusted, report.whole) == (True, True, True, True)
    assert report.certificate == signed.certificate
    assert report.sentence == (
        "Tanda tangan elektronik ini sah, dan dokumen tidak berubah setelah ditandatangani."
    )


@cache
def _signed_ranges(pdf: bytes) -> tuple[tuple[int, int], ...]:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    first, length, second, rest = (int(each) for each in signature.byte_range)
    return ((first, first + length), (second, second + rest))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
@example(0.0, 1)
@example(0.999_999, 32)
def test_no_byte_that_was_signed_can_change(signed: Signed, trust: Trust, where: float, how: int) -> None:
    ranges = _signed_ranges(signed.pdf)
    places = [at for begin, end in ranges for at in range(begin, end)]
    at = places[int(where * len(places))]
    altered = bytearray(signed.pdf)
    altered[at] ^= how

    reports = inspect(bytes(altered), trust, now=NOW)

    assert [report.valid for report in reports] == [False]


def _with(pdf: bytes, *, page: bool) -> bytes:
    """Append a revision that changes the page, or a field of the form that is nobody's signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if page:
        reference = writer.find_page_for_modification(0)[0]
        reference.get_object()["/Rotate"] = generic.NumberObject(90)
        writer.mark_update(reference)
    else:
        field = generic.DictionaryObject(
            {
                generic.pdf_name("/FT"): generic.pdf_name("/Tx"),
                generic.pdf_name("/T"): generic.pdf_string("Catatan"),
                generic.pdf_name("/V"): generic.pdf_string("disetujui"),
            }
        )
        writer.root["/AcroForm"]["/Fields"].append(writer.add_object(field))
        writer.update_container(writer.root["/AcroForm"]["/Fields"])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("page", (True, False), ids=("the page", "the form"))
def test_what_is_added_behind_a_signature_is_seen(signed: Signed, trust: Trust, page: bool) -> None:
    (report,) = inspect(_with(signed.pdf, page=page), trust, now=NOW)

    assert (report.flaw, report.intact) == (Flaw.ADDED_TO, True)


def test_whom_nobody_here_knows_is_not_trusted(signed: Signed) -> None:
    (report,) = inspect(signed.pdf, Trust(roots=()), now=NOW)

    assert (report.flaw, report.intact, report.trusted) == (Flaw.UNTRUSTED, True, False)


def test_a_signature_outlives_the_revocation_of_its_certificate(
    signed: Signed, authority: Authority, siti: Identity
) -> None:
    serial = signed.certificate.rpartition(" ")[2].rstrip(")")
    revoked = replace(
        authority, revoked=(Revoked(serial=serial, at=NOW + timedelta(days=9), reason="pindah tugas"),)
    )

    (report,) = inspect(signed.pdf, revoked.trust(LATER), now=LATER)

    assert report.valid


def test_a_signature_after_the_revocation_is_none(authority: Authority) -> None:
    issued = authority.issue("Mantan Pejabat", passphrase=PASSPHRASE, now=NOW)
    identity = Identity(key="6", nama="Mantan Pejabat", pkcs12=issued.pkcs12)
    revoked = replace(authority, revoked=(Revoked(serial=issued.serial, at=NOW, reason="pindah tugas"),))
    pdf = signed_by_hand(authority, identity, NOW + timedelta(days=9), stamp=True)

    (report,) = inspect(pdf, revoked.trust(LATER), now=LATER)

    assert (report.flaw, report.intact, report.trusted) == (Flaw.REVOKED, True, False)


def test_a_signature_outlives_its_certificate(authority: Authority, signer: InternalSigner) -> None:
    issued = authority.issue("Sementara", passphrase=PASSPHRASE, now=NOW, life=timedelta(days=2))
    pdf = sign(signer, letter(), Identity(key="7", nama="Sementara", pkcs12=issued.pkcs12)).pdf

    (report,) = inspect(pdf, authority.trust(LATER), now=LATER)

    assert (report.valid, report.at) == (True, NOW)


@pytest.mark.parametrize(
    ("stamp", "flaw"), ((True, Flaw.EXPIRED), (False, Flaw.UNPROVEN)), ids=("stamped", "without a stamp")
)
def test_a_signature_after_the_end_of_its_certificate_is_none(
    authority: Authority, stamp: bool, flaw: Flaw
) -> None:
    issued = authority.issue("Sementara", passphrase=PASSPHRASE, now=NOW, life=timedelta(days=2))
    identity = Identity(key="7", nama="Sementara", pkcs12=issued.pkcs12)
    pdf = signed_by_hand(authority, identity, NOW + timedelta(days=9), stamp=stamp)

    (report,) = inspect(pdf, authority.trust(LATER), now=LATER)

    assert (report.flaw, report.intact) == (flaw, True)


def test_levels_are_told_apart(authority: Authority, siti: Identity) -> None:
    trust = authority.trust(NOW)
    plain = signed_by_hand(authority, siti, NOW, stamp=False)
    stamped = signed_by_hand(authority, siti, NOW, stamp=True)

    assert [inspect(pdf, trust, now=NOW)[0].level for pdf in (plain, stamped)] == ["B-B", "B-T"]
    assert all(inspect(pdf, trust, now=NOW)[0].valid for pdf in (plain, stamped))


def test_the_older_form_of_adobe_carries_its_own_evidence(authority: Authority, siti: Identity) -> None:
    evidence = Evidence(crls=(converting.revocation_list(authority.crl(NOW)),))
    bare = Trust(roots=authority.trust(NOW).roots)
    pdf = signed_by_hand(
        authority,
        siti,
        NOW,
        stamp=True,
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        embed_validation_info=True,
        validation_context=context(evidence, bare, NOW),
    )

    (report,) = inspect(pdf, bare, now=LATER)

    assert (report.valid, report.level, report.at) == (True, "B-LT", NOW)


def _spoilt(pdf: bytes, key: bytes, value: bytes) -> bytes:
    """Put something else behind the last mention of a key, without moving what follows."""
    at = pdf.rindex(key) + len(key)
    return pdf[:at] + value + pdf[at + len(value) :]


@pytest.mark.parametrize(
    ("key", "value"),
    (
        (b"/ByteRange [", b"x"),
        (b"/ByteRange [", b"9"),
        (b"/Contents <", b"zz"),
        (b"/Contents <", b"00"),
        (b"/SubFilter /", b"ABCD"),
        (b"/Fields [", b"99"),
        (b"/V ", b"99"),
    ),
)
def test_a_signature_in_shambles_is_no_signature(
    authority: Authority, siti: Identity, key: bytes, value: bytes
) -> None:
    pdf = _spoilt(signed_by_hand(authority, siti, NOW, stamp=False), key, value)

    assert [report.valid for report in inspect(pdf, authority.trust(NOW), now=NOW)] == [False]


def test_a_revoked_time_stamp_proves_nothing(signed: Signed, authority: Authority) -> None:
    serial = f"{authority.tsa_certificate.serial_number:x}"
    revoked = replace(
        authority, revoked=(Revoked(serial=serial, at=NOW + timedelta(days=1), reason="bocor"),)
    )

    (report,) = inspect(signed.pdf, revoked.trust(LATER), now=LATER)

    assert report.level == "B-B"


def test_every_flaw_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Flaw)
    assert [SignatureReport(field="", flaw=flaw).sentence for flaw in Flaw] == list(SENTENCES.values())


def test_a_document_is_summed_up_in_a_sentence(signed: Signed, countersigned: Signed, trust: Trust) -> None:
    both = inspect(countersigned.pdf, trust, now=LATER)

    assert summary(both) == "Dokumen ini memuat 2 tanda tangan elektronik, dan semuanya sah."
    assert summary(()) == "Dokumen ini tidak memuat tanda tangan elektronik."
    assert summary((both[0], replace(both[1], flaw=Flaw.ALTERED))) == (
        "1 dari 2 tanda tangan elektronik pada dokumen ini tidak dapat diandalkan."
    )
    assert (
        both[0].sentence == "Tanda tangan elektronik ini sah; sesudahnya hanya ada tanda tangan berikutnya."
    )
    assert both[0].internal


def test_an_increment_is_told_from_the_letter_it_belongs_to(signed: Signed, countersigned: Signed) -> None:
    assert check_increment(letter(), signed.pdf, now=NOW).signer == "Siti Rahmawati, S.Kom."
    assert check_increment(signed.pdf, countersigned.pdf, now=NOW).signer == "Joko Susilo"
