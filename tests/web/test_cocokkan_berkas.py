"""A file in hand is compared with what was issued; the last tests ask another program whether it agrees."""

import fcntl
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from loket.application.naskah import comparing
from loket.files.sizes import MAX_BYTES
from loket.integrations.esign import apart, checking, pkcs12
from loket.integrations.esign.apart import inspect_apart
from loket.integrations.esign.authority_home import AuthorityHome
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.reports import Flaw, Trust
from loket.models.dokumen import Upload
from loket.models.naskah import NaskahFile
from loket.web.pages.verifikasi import FILES
from tests.cast import NOW, Road
from tests.files.samples import pdf
from tests.letters import State, ended, issued, stored
from tests.web.verifying import Desk, Visitor, with_one_byte_changed, words


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pkcs12, "ROUNDS", 1000)
        yield Desk(AuthorityHome(tmp_path_factory.mktemp("kantor") / "esign"))


@pytest.fixture(scope="module")
def signed(desk: Desk) -> bytes:
    return desk.sign()


@pytest.fixture
def visitor(road: Road, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    road.submit()
    monkeypatch.setattr(comparing, "authority_home", lambda: desk.home)
    return Visitor(road)


def test_the_signed_file_is_the_issued_one_and_its_signature_holds(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())
    stored(naskah, signed, "tte")

    said = words(visitor.hand_in(naskah, signed))

    assert "Berkas ini sama persis dengan berkas naskah yang tersimpan di Loket." in said
    assert "Siti Rahmawati, Senin, 2 Maret 2026 pukul 09.00 WIB: Tanda tangan elektronik ini sah" in said


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
    monkeypatch.setattr(comparing, "authority_home", lambda: desk.home)

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


def test_files_are_counted_for_each_visitor(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)

    statuses = [visitor.hand_in(naskah, b"x").status_code for _ in range(FILES.tries + 1)]

    assert statuses == [200] * FILES.tries + [429]


def test_a_file_that_takes_too_long_is_unreadable_and_ends(desk: Desk, signed: bytes, tmp_path: Path) -> None:
    turn = tmp_path / "belum" / "giliran"
    reports = inspect_apart(signed, desk.authority.trust(NOW), turn=turn, now=NOW, seconds=0)

    assert [report.flaw for report in reports] == [Flaw.UNREADABLE]


@pytest.fixture
def another_is_examined(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The file of somebody else is being examined, in whichever process."""
    monkeypatch.setattr(apart, "TRIES", 2)
    turn = Path(settings.ENVIRONMENT.data_dir) / comparing.TURN
    with turn.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.mark.usefixtures("another_is_examined")
def test_one_file_is_examined_at_a_time(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())

    answer = visitor.hand_in(naskah, signed)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "Coba sebentar lagi dengan berkas yang sama." in words(answer)


@pytest.mark.usefixtures("another_is_examined")
def test_a_stored_file_is_known_without_waiting(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, signed, "tte")

    answer = visitor.hand_in(naskah, signed)

    assert answer.status_code == 200
    assert "sama persis" in words(answer)


def test_the_turn_goes_to_the_next_when_one_is_done(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())

    assert [visitor.hand_in(naskah, signed).status_code for _ in range(2)] == [200, 200]


def test_a_file_of_very_many_signatures_is_unreadable_as_one() -> None:
    reports = inspect(with_signature_fields(checking.MOST + 1), Trust(roots=()), now=NOW)

    assert [report.field for report in reports] == [""]
    assert len(inspect(with_signature_fields(checking.MOST), Trust(roots=()), now=NOW)) == checking.MOST


def with_signature_fields(count: int) -> bytes:
    """A document without pages whose form holds so many signatures of nothing."""
    field = b"<</FT/Sig/T(%d)/V<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>>>"
    named = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    objects = (
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Fields[" + named + b"]/SigFlags 3>>",
        *(field % number for number in range(count)),
    )
    content, places = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, one in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    size = len(objects) + 1
    table = b"xref\n0 %d\n" % size + places + b"trailer\n<</Size %d/Root 1 0 R>>\n" % size
    return content + table + b"startxref\n%d\n%%%%EOF\n" % len(content)


def test_without_an_authority_nobody_is_trusted_and_none_is_made(
    visitor: Visitor, signed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = AuthorityHome(tmp_path / "belum")
    monkeypatch.setattr(comparing, "authority_home", lambda: home)

    assert comparing._trust(NOW) == Trust(roots=())
    assert not home.directory.exists()


def test_authorities_that_the_office_trusts_besides_count_and_a_broken_file_does_not(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "authority_home", lambda: AuthorityHome(tmp_path / "esign"))
    (tmp_path / comparing.ROOTS).mkdir()
    root = tmp_path / comparing.ROOTS / "bsre.pem"
    root.write_bytes(desk.authority.certificate.public_bytes(Encoding.PEM))
    trusted = comparing._trust(NOW)
    root.write_bytes(b"bukan sertifikat")

    assert len(trusted.roots) == 1
    assert comparing._trust(NOW).roots == ()
