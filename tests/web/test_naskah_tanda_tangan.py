"""A naskah is signed on its page: by certificate, on paper, or by what was signed before and not recorded."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from loket.application.naskah.certified import sign_by
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from loket.web.step_links import step_url
from tests.cast import Road
from tests.papers import again, issue, issued, make_all, sign
from tests.signing import PASSPHRASE, TYPED, WRONG, Keys
from tests.web.step_desk import a_pdf, text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]
BAD = WRONG.passphrase


def page(naskah: Naskah) -> str:
    return f"/naskah/{naskah.pk}/tanda-tangan"


def no_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("surat.pdf", b"bukan pdf", "application/pdf")


@pytest.fixture
def kasi(road: Road, keys: Keys) -> Reader:
    road.submit()
    keys.give(road.people["kasi"])
    return Reader(road, "kasi")


def test_a_passphrase_signs_and_is_shown_nowhere(road: Road, kasi: Reader) -> None:
    memo = issued(road, cara="internal")
    assert "Passphrase hanya dipakai saat ini" in text_of(kasi.get(page(memo)))

    answer = kasi.post(page(memo), passphrase=PASSPHRASE)

    assert (answer.status_code, answer["Location"]) == (302, f"/naskah/{memo.pk}")
    assert again(memo).state == "berlaku"
    assert kasi.get(page(memo)).status_code == 404


def test_a_wrong_passphrase_is_said_and_gone(road: Road, kasi: Reader) -> None:
    memo = issued(road, cara="internal")

    answer = kasi.post(page(memo), passphrase=BAD)

    assert answer.status_code == 422
    assert "Passphrase yang Anda masukkan salah." in text_of(answer)
    assert BAD not in answer.content.decode()
    assert again(memo).state == "menunggu"


def test_an_empty_passphrase_is_no_try(road: Road, kasi: Reader) -> None:
    memo = issued(road, cara="internal")

    for _ in range(4):
        assert "Isi passphrase sertifikat Anda." in text_of(kasi.post(page(memo), passphrase=""))

    assert kasi.post(page(memo), passphrase=PASSPHRASE).status_code == 302


def test_without_a_certificate_it_says_where_one_makes_it(road: Road, keys: Keys) -> None:
    road.submit()
    memo = issued(road, cara="internal")

    answer = Reader(road, "kasi").post(page(memo), passphrase="")

    said = text_of(answer)
    assert "Isi passphrase sertifikat Anda." in said
    assert "Buat sertifikat Anda pada Akun, bagian Sertifikat tanda tangan." in said


def test_three_wrong_in_a_row_make_one_wait(road: Road, kasi: Reader) -> None:
    memo = issued(road, cara="internal")
    for _ in range(3):
        kasi.post(page(memo), passphrase=BAD)

    locked = kasi.post(page(memo), passphrase=PASSPHRASE)

    assert "Passphrase salah tiga kali. Coba lagi 15 menit lagi." in text_of(locked)
    assert again(memo).state == "menunggu"


def test_the_scan_of_the_signed_paper_is_matched_and_kept(road: Road) -> None:
    road.submit()
    memo, tu = issued(road), Reader(road, "tu")

    wrong = tu.post(page(memo), nomor="999", berkas=a_pdf("memo.pdf"))
    kept = wrong.context["form"]["berkas_id"].value()
    empty = tu.post(page(memo), nomor=memo.nomor)
    filed = tu.post(page(memo), nomor=memo.nomor, berkas_id=kept)

    assert f"harus sama dengan nomor naskah ini: {memo.nomor}." in text_of(wrong)
    assert "Unggah pindaian naskah bertanda tangan." in text_of(empty)
    assert (wrong.status_code, empty.status_code, filed.status_code) == (422, 422, 302)
    assert (again(memo).state, NaskahFile.objects.get(kind="pindaian").by) == ("berlaku", road.people["tu"])


def test_a_file_that_is_none_is_said_at_its_field(road: Road) -> None:
    road.submit()
    memo = issued(road)

    answer = Reader(road, "tu").post(page(memo), nomor=memo.nomor, berkas=no_file())

    assert answer.status_code == 422
    assert answer.context["form"].errors["berkas"]


def test_what_was_signed_and_not_recorded_goes_on_without_a_passphrase(road: Road, kasi: Reader) -> None:
    memo = issued(road, cara="internal")
    file = sign_by(memo.pk, TYPED, actor=road.actor("kasi"), now=road.now)
    assert "Berkas ini sudah Anda tanda tangani" in text_of(kasi.get(page(memo)))

    answer = kasi.post(page(memo), lanjut="ya")

    assert answer.status_code == 302
    assert (again(memo).state, TandaTangan.objects.get().file) == ("berlaku", file)


@pytest.fixture
def addendum(at: At, keys: Keys) -> Naskah:
    """It waits for its second party, Nur Hidayati, who has no certificate."""
    road = at("analisis", "susun")
    keys.give(road.people["kadis"])
    road.extend(nomor="")
    make_all(road)
    naskah = Naskah.objects.get(jenis="addendum")
    naskah.isian = {**naskah.isian, "pihak_kedua": "Nur Hidayati"}
    naskah.save()
    naskah = issue(road, naskah, cara="internal")
    sign(road, naskah)
    return naskah


def test_the_second_party_signs_the_print_where_it_has_no_certificate(road: Road, addendum: Naskah) -> None:
    opd = Reader(road, "opd")
    assert "Tanda tangani cetakannya saja" in text_of(opd.get(page(addendum)))
    assert "Buat sertifikat Anda pada Akun" in text_of(opd.post(page(addendum), passphrase=BAD))
    assert "Unggah pindaian" in text_of(opd.post(page(addendum), nomor=addendum.nomor))
    broken = opd.post(page(addendum), nomor=addendum.nomor, berkas=no_file())
    assert broken.context["form"].errors["berkas"]

    answer = opd.post(page(addendum), nomor=addendum.nomor, berkas=a_pdf("addendum.pdf"))

    assert answer.status_code == 302
    assert again(addendum).state == "berlaku"
    assert TandaTangan.objects.get(pihak=2).file == NaskahFile.objects.get(kind="pindaian")


def test_the_second_party_signs_with_its_own_certificate_and_no_other(
    road: Road, addendum: Naskah, keys: Keys
) -> None:
    keys.give(road.people["opd"])
    opd = Reader(road, "opd")
    TandaTangan.objects.filter(pihak=2).update(nama="Hartono")
    refused = opd.post(page(addendum), passphrase=PASSPHRASE)
    assert "Sertifikat ini atas nama Nur Hidayati" in text_of(refused)
    assert again(addendum).state == "menunggu"
    TandaTangan.objects.filter(pihak=2).update(nama="Nur Hidayati, S.Sos.")

    assert opd.post(page(addendum), passphrase=PASSPHRASE).status_code == 302
    assert again(addendum).state == "berlaku"


def test_a_handover_is_signed_in_its_step_and_nothing_is_missing_there(at: At, keys: Keys) -> None:
    road = at("serah_terima", "ttd_dinas")
    keys.give(road.people["kadis"])
    kadis, url = Reader(road, "kadis"), step_url(road.nomor, "serah_terima")
    paper = Naskah.objects.get(jenis="bast")
    seen = {"seen": str(road.permintaan.revision), "paper_version": paper.version}
    fields = {"bagian": "ttd_dinas", "outcome": "ditandatangani", **seen}

    for _ in range(4):
        empty = kadis.post(url, **fields, passphrase="")
    said = text_of(empty)
    assert "Isi passphrase sertifikat Anda." in said
    assert len(empty.context["turn"].form.errors) == 2
    assert "Unggah pindaian" not in said
    assert again(paper).nomor == ""

    assert kadis.post(url, **fields, is_agreed="on", passphrase=PASSPHRASE).status_code == 302
    assert Reader(road, "opd").get(page(paper))["Location"] == url
