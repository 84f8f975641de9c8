"""A file in hand is compared with what was issued; the last tests ask another program whether it agrees."""

import io
import re
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigSeedSubFilter

from loket.application.naskah import trusting
from loket.files.sizes import MAX_BYTES
from loket.integrations.esign import converting, pkcs12
from loket.integrations.esign.appending import OpenedKey
from loket.integrations.esign.authority_home import AuthorityHome
from loket.models.dokumen import Upload
from loket.models.naskah import NaskahFile
from tests.cast import NOW
from tests.files.samples import pdf
from tests.letters import State, ended, issued, stored
from tests.signing import with_one_byte_changed
from tests.web.verifying import PASSPHRASE, Desk, Visitor, words


def test_the_signed_file_is_the_issued_one_and_its_signature_holds(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())
    stored(naskah, signed, "tte")

    said = words(visitor.hand_in(naskah, signed))

    assert "Berkas ini sama persis dengan berkas naskah yang tersimpan di Loket." in said
    assert "Siti Rahmawati, Senin, 2 Maret 2026 pukul 09.00 WIB: Tanda tangan elektronik ini sah" in said


@pytest.mark.parametrize(
    ("claimed", "said"),
    (
        (b"00010101000000+14'00'", "Siti Rahmawati: "),
        (b"99991231235959-14'00'", "Siti Rahmawati: "),
        (b"20260304000000+07'00'", "Siti Rahmawati: "),
        (b"20260302080000", "Siti Rahmawati: "),
        (b"20260302080000+07'00'", "Senin, 2 Maret 2026 pukul 08.00 WIB menurut penanda tangan: "),
    ),
    ids=("first", "last", "future", "without zone", "possible"),
)
def test_a_time_that_only_the_signer_claims_is_called_so_or_left_out(
    visitor: Visitor, desk: Desk, claimed: bytes, said: str
) -> None:
    content = unstamped(desk)
    (own,) = re.findall(rb"/M ?\(D.{0,4}([0-9]{14}[^)]*)\)", content)
    content = content.replace(own, claimed.ljust(len(own)))

    answer = visitor.hand_in(issued(visitor.road, 1), content)

    assert answer.status_code == 200
    assert said in words(answer)


def unstamped(desk: Desk) -> bytes:
    """Signed as a program does that asks no authority for the time."""
    opened = pkcs12.unlock(desk.issued.pkcs12, PASSPHRASE)
    own, root = converting.certificate(opened.certificate), converting.certificate(desk.authority.certificate)
    signer = PdfSigner(
        PdfSignatureMetadata(field_name="Tangan", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"),
        signer=OpenedKey(opened.key, own, root),
    )
    signed: bytes = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf()))).getvalue()
    return signed


def test_one_changed_byte_is_told_by_the_page_and_by_pdfsig(
    visitor: Visitor, signed: bytes, desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, signed, "tte")
    trusting = trusting_database(desk, tmp_path_factory.mktemp("nss"))
    altered = with_one_byte_changed(signed)

    said = words(visitor.hand_in(naskah, altered))

    assert "Berkas diubah setelah ditandatangani" in said
    assert "sama persis" not in said
    assert "Signature is Valid." in pdfsig(signed, trusting)
    assert "Signature is Valid." not in pdfsig(altered, trusting)


def trusting_database(desk: Desk, directory: Path) -> Path:
    """A directory in which poppler finds our authority."""
    root = directory / "ca.pem"
    root.write_bytes(desk.authority.certificate.public_bytes(Encoding.PEM))
    trusted = ["-n", "loket", "-t", "CT,C,C", "-i", str(root)]
    for asked in (["-N", "--empty-password"], ["-A", *trusted]):
        subprocess.run(["certutil", *asked, "-d", f"sql:{directory}"], check=True, timeout=20)
    return directory


def pdfsig(content: bytes, directory: Path) -> str:
    (directory / "naskah.pdf").write_bytes(content)
    asked = ["pdfsig", "-nssdir", f"sql:{directory}", str(directory / "naskah.pdf")]
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=20).stdout


def test_a_signed_file_of_another_naskah_is_not_this_one(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())

    said = words(visitor.hand_in(naskah, signed))

    assert "bukan berkas naskah ini. Mungkin milik naskah lain." in said


def test_a_signature_after_the_revocation_of_its_certificate_is_said_to_be_none(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pkcs12, "ROUNDS", 1000)
    desk = Desk(AuthorityHome(tmp_path / "esign"))
    naskah, content = issued(visitor.road, 1), desk.sign()
    stored(naskah, content, "tte")
    desk.home.revoke(
        desk.issued.serial, reason="Passphrase diketahui orang lain", now=NOW - timedelta(days=1)
    )
    monkeypatch.setattr(trusting, "authority_home", lambda: desk.home)

    said = words(visitor.hand_in(naskah, content))

    assert "Sertifikat penandatangan sudah dicabut pada saat dokumen ditandatangani." in said


def test_the_print_before_its_signature_is_called_so(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())
    stored(naskah, pdf(2), "tte")

    said = words(visitor.hand_in(naskah, pdf()))

    assert "dibuat sebelum naskah selesai ditandatangani" in said


def test_the_same_file_of_a_void_naskah_does_not_make_it_hold(visitor: Visitor) -> None:
    naskah = ended(issued(visitor.road, 1), State.DIBATALKAN, visitor.road)
    stored(naskah, pdf())

    assert "Namun keadaan naskahnya: dibatalkan." in words(visitor.hand_in(naskah, pdf()))


def test_another_pdf_is_not_the_issued_one(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())

    assert "Berkas tidak sama dengan yang diterbitkan" in words(visitor.hand_in(naskah, pdf(2)))


@pytest.mark.parametrize("content", (b"\x89PNG\r\n\x1a\n foto", b"<html>%PD", b"\x00"))
def test_a_photo_of_the_paper_cannot_be_compared(visitor: Visitor, content: bytes) -> None:
    naskah = issued(visitor.road, 1)

    said = words(visitor.hand_in(naskah, content, "surat.pdf"))

    assert "Hanya berkas PDF dari penerbit yang dapat dicocokkan." in said
    assert "cocokkan nomor, tanggal, dan hal" in said


def test_the_scan_that_was_filed_is_the_issued_one(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1, cara="basah")
    stored(naskah, b"\x89PNG pindaian", "pindaian")

    assert "sama persis" in words(visitor.hand_in(naskah, b"\x89PNG pindaian"))


def test_nothing_of_it_is_kept(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    before = (Upload.objects.count(), NaskahFile.objects.count())

    answer = visitor.hand_in(naskah, b"rahasia saya")

    assert answer.status_code == 200
    assert (Upload.objects.count(), NaskahFile.objects.count()) == before


@pytest.mark.parametrize(
    ("size", "sentence"), ((0, "Berkas ini kosong."), (MAX_BYTES + 1, "paling besar 20 MB"))
)
def test_what_is_empty_or_too_large_is_refused_with_a_sentence(
    visitor: Visitor, size: int, sentence: str
) -> None:
    answer = visitor.hand_in(issued(visitor.road, 1), bytes(size))

    assert answer.status_code == 422
    assert sentence in words(answer)


def test_no_file_at_all_is_asked_for(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)

    answer = visitor.client.post(f"/verifikasi/{naskah.kode}")

    assert answer.status_code == 422
    assert "Pilih berkas PDF yang akan dicocokkan." in words(answer)
