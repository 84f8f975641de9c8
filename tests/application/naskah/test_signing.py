"""A naskah is signed by those who are printed on it, while they are that, in their order, each once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.errors import Invalid, NotVisible, Refused
from loket.application.naskah.certified import WrongSecret, sign_by, ways_of_signing
from loket.application.naskah.recording import Proof
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from loket.models.sertifikat import Sertifikat
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.deputies import deputise
from tests.papers import again, draft, issue, issued, record, scan, sign, void
from tests.signing import TYPED, WRONG, Keys

At = Callable[..., Road]


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


@pytest.fixture
def memo(road: Road, keys: Keys) -> Naskah:
    """A memo that waits for the certificate of its signer."""
    keys.give(road.people["kasi"])
    return issued(road, cara="internal")


def test_a_certificate_puts_a_naskah_in_force(road: Road, memo: Naskah) -> None:
    entry = sign(road, memo)

    file = NaskahFile.objects.get(kind="tte")
    party = TandaTangan.objects.get()
    assert again(memo).state == "berlaku"
    assert (file.is_recorded, file.by, party.file) == (True, road.people["kasi"], file)
    assert "Agung Wicaksono" in file.certificate
    assert entry.particulars == {
        "naskah_id": memo.pk,
        "jenis": "nota_dinas",
        "nomor": memo.nomor,
        "pihak": 1,
        "sha256": file.sha256,
    }


def test_a_second_signature_of_one_party_is_refused(road: Road, memo: Naskah) -> None:
    sign(road, memo)

    with nothing_changes(), pytest.raises(Refused) as refused:
        sign(road, memo)

    assert refused.value.verdict.unmet == ("Naskah ini tidak menunggu tanda tangan; keadaannya berlaku.",)


def test_a_draft_is_not_signed(road: Road, keys: Keys) -> None:
    memo = draft(road)

    with nothing_changes(), pytest.raises(Refused) as refused:
        sign(road, memo)
    assert refused.value.verdict.unmet == ("Naskah ini tidak menunggu tanda tangan; keadaannya konsep.",)


def test_a_wrong_passphrase_signs_nothing(road: Road, memo: Naskah) -> None:
    with pytest.raises(WrongSecret) as wrong:
        sign(road, memo, typed=WRONG)

    assert "Passphrase yang Anda masukkan salah." in wrong.value.problems["passphrase"][0]
    assert not NaskahFile.objects.filter(kind="tte").exists()
    assert again(memo).state == "menunggu"


def test_without_a_certificate_it_says_whom_to_ask(road: Road, keys: Keys) -> None:
    memo = issued(road, cara="internal")

    with pytest.raises(Invalid) as invalid:
        sign(road, memo)

    assert not isinstance(invalid.value, WrongSecret)
    assert invalid.value.problems["passphrase"][0].startswith("Anda belum memiliki sertifikat")


def test_a_revoked_certificate_is_never_taken_for_the_valid_one(road: Road, memo: Naskah) -> None:
    valid = Sertifikat.objects.get()
    for serial, days in (("1", 0), ("2", 1)):
        day = valid.valid_from + timedelta(days=days)
        Sertifikat.objects.create(
            user=valid.user, serial=serial, pkcs12=b"", valid_from=day, valid_until=day, revoked_at=day
        )

    sign(road, memo)

    assert again(memo).state == "berlaku"


def test_an_expired_certificate_says_so(road: Road, memo: Naskah) -> None:
    road.now += timedelta(days=20 * 365)

    with pytest.raises(Invalid) as invalid:
        sign_by(memo.pk, TYPED, actor=road.people["kasi"].actor(memo.tanggal), now=road.now)  # type: ignore[arg-type]  # it is issued

    assert "telah habis" in invalid.value.problems["passphrase"][0]


def test_what_was_signed_and_not_recorded_is_offered_and_recorded_once(road: Road, memo: Naskah) -> None:
    """The machine went down between the signature and its entry."""
    kasi = road.actor("kasi")
    file = sign_by(memo.pk, TYPED, actor=kasi, now=road.now)
    assert (file.is_recorded, again(memo).state) == (False, "menunggu")

    with nothing_changes():
        found = sign_by(memo.pk, WRONG, actor=kasi, now=road.now)
    record(road, memo, found.pk)

    assert found == file
    assert NaskahFile.objects.filter(kind="tte").count() == 1
    with nothing_changes(), pytest.raises(Refused):
        record(road, memo, file.pk)


def test_what_somebody_else_signed_is_not_recorded_as_ones_own(road: Road, memo: Naskah) -> None:
    file = sign_by(memo.pk, TYPED, actor=road.actor("kasi"), now=road.now)
    NaskahFile.objects.filter(pk=file.pk).update(by=road.people["kadis"])

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        record(road, memo, file.pk)

    assert invalid.value.problems == {
        "passphrase": ["Naskah ini ditandatangani dengan sertifikat elektronik. Isi passphrase Anda."]
    }


def test_what_is_void_by_now_is_not_signed_on(road: Road, memo: Naskah) -> None:
    file = sign_by(memo.pk, TYPED, actor=road.actor("kasi"), now=road.now)
    void(road, memo)

    with nothing_changes(), pytest.raises(Refused):
        record(road, memo, file.pk)


def test_a_plh_whose_time_is_over_does_not_sign_what_names_them(road: Road, keys: Keys) -> None:
    deputise(road, days=1)
    letter = issue(road, draft(road, "surat_undangan"), "kabid", cara="internal")
    road.later(days=3)

    with nothing_changes(), pytest.raises(Refused) as refused:
        sign(road, letter, "kabid")

    (sentence,) = refused.value.verdict.unmet
    assert sentence.startswith(
        "Pada 5 Maret 2026 Anda tidak lagi menjabat seperti yang tercetak: Plh. Kepala Dinas Komunikasi"
    )


def test_nobody_signs_in_the_place_of_who_is_printed(road: Road, keys: Keys) -> None:
    letter = issue(road, draft(road, "surat_undangan"), "kadis", cara="internal")

    with nothing_changes(), pytest.raises(Refused) as refused:
        sign(road, letter, "kabid")

    name = road.people["kadis"].nama
    assert refused.value.verdict.unmet == (f"Naskah ini diterbitkan untuk ditandatangani {name}.",)


def test_an_opd_sees_the_letters_to_it_once_they_are_in_force_and_no_other_opd_does(road: Road) -> None:
    draft(road, "surat_undangan")
    issued(road, "nota_dinas")
    letter = issued(road, "surat_undangan")
    assert not Naskah.objects.visible_to(road.actor("opd")).exists()

    scan(road, letter)

    assert Naskah.objects.visible_to(road.actor("opd")).get() == letter
    assert not Naskah.objects.visible_to(road.actor("opd_lain")).exists()
    with nothing_changes(), pytest.raises(NotVisible):
        sign_by(letter.pk, TYPED, actor=road.actor("opd_lain"), now=road.now)


def test_the_front_desk_files_what_was_signed_on_paper(road: Road) -> None:
    memo = issued(road)

    scan(road, memo, "tu")

    party = TandaTangan.objects.get()
    assert (again(memo).state, party.signed_by, party.user) == (
        "berlaku",
        road.people["tu"],
        road.people["kasi"],
    )
    assert NaskahFile.objects.get(kind="pindaian").by == road.people["tu"]


def test_the_front_desk_does_not_sign_by_certificate(road: Road, memo: Naskah) -> None:
    upload = road.upload("tu")

    with nothing_changes(), pytest.raises(Refused) as refused:
        scan(road, memo, "tu", upload_id=upload)
    assert refused.value.verdict.unmet[0] == "Naskah ini ditandatangani Kepala Seksi Pengembangan Aplikasi."


def test_paper_is_not_signed_by_certificate(road: Road, keys: Keys) -> None:
    memo = issued(road)

    with nothing_changes(), pytest.raises(Refused) as refused:
        sign(road, memo)

    assert refused.value.verdict.unmet == ("Naskah ini diterbitkan untuk ditandatangani di atas kertas.",)


@pytest.mark.parametrize("nomor", ("", "500.12.16.3.7/999/403.115/III/2026"))
def test_the_scan_of_another_number_is_refused(road: Road, nomor: str) -> None:
    memo = issued(road)

    with pytest.raises(Invalid) as invalid:
        scan(road, memo, nomor=nomor)

    assert invalid.value.problems["nomor"] == [
        f"Nomor pada pindaian harus sama dengan nomor naskah ini: {memo.nomor}."
    ]
    assert again(memo).state == "menunggu"


def test_the_number_may_be_typed_with_spaces(road: Road) -> None:
    memo = issued(road)

    scan(road, memo, nomor=memo.nomor.replace("/", " / "))

    assert again(memo).state == "berlaku"


def test_a_scan_is_a_picture_or_a_pdf_of_ones_own(road: Road) -> None:
    memo = issued(road)

    for upload in (road.upload("kasi", label="DOCX"), road.upload("kadis"), None):
        with nothing_changes(), pytest.raises(Invalid) as invalid:
            scan(road, memo, upload_id=upload)
        assert list(invalid.value.problems) == ["upload_id"]


def test_beside_a_signed_file_nothing_unchecked_comes_in(road: Road) -> None:
    memo, of_another = issued(road), road.upload("kadis")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        scan(road, memo, file_id=1, upload_id=of_another)

    assert list(invalid.value.problems) == ["upload_id"]


def test_certificate_and_paper_are_always_at_hand() -> None:
    assert ways_of_signing() == ("internal", "basah")


def test_nothing_that_is_typed_shows_in_a_log() -> None:
    assert TYPED.passphrase not in repr(TYPED)
    assert Proof(nomor="1").uploads() == ()
