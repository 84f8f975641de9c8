"""Acts outside the steps, on their page."""

from collections.abc import Callable
from datetime import datetime

import pytest

from loket.core.zone import ZONE
from loket.models.diskusi import Comment
from loket.models.surat import Surat
from loket.queries.step_rows import standing_of
from loket.web.acts import offered
from tests.cast import Road
from tests.web.reading_forms import PageForm, forms_on
from tests.web.step_desk import Office, Response, errors_of, text_of

At = Callable[..., Road]
KEYS = (
    "surat_asli_diterima",
    "tarik",
    "diskusi",
    "catatan_internal",
    "jeda",
    "lanjutkan",
    "kembalikan",
    "perpanjang",
    "tolak",
    "alihkan",
    "batalkan",
    "gabungkan",
    "jadwal_ulang",
    "ganti_tim",
    "ganti_pic",
    "koreksi_data",
    "perubahan_ruang_lingkup",
    "putuskan_perubahan",
    "terapkan_perubahan",
    "tangguhkan",
    "terima_usulan",
    "tolak_usulan",
)


@pytest.fixture
def desk(at: At) -> Office:
    return Office(at("disposisi", "kepala_dinas"))


def _url(desk: Office, key: str) -> str:
    return f"/permintaan/{desk.road.nomor}/tindakan/{key}"


def _form(desk: Office, username: str, key: str) -> PageForm:
    page = desk.get(username, _url(desk, key))
    assert page.status_code == 200
    return next(
        form for form in forms_on(page) if any(button[2] for button in form.buttons) and form.action == ""
    )


def _act(desk: Office, username: str, key: str, **changes: str) -> Response:
    return desk.post(username, {**_form(desk, username, key).answers, **changes}, _url(desk, key))


def test_tata_usaha_notes_that_the_original_letter_is_here(desk: Office) -> None:
    desk.road.now = datetime(2026, 3, 2, 10, 30, tzinfo=ZONE)

    response = _act(desk, "tu", "surat_asli_diterima", jam="10.15", catatan="Satu map")

    assert response.headers["Location"] == f"/permintaan/{desk.road.nomor}"
    surat = Surat.objects.get()
    assert (surat.asli_received_at, surat.asli_catatan) == (
        datetime(2026, 3, 2, 10, 15, tzinfo=ZONE),
        "Satu map",
    )


def test_the_opd_withdraws_after_a_look_at_what_it_means(desk: Office) -> None:
    page = text_of(desk.get("opd", _url(desk, "tarik")))
    assert "Permintaan berakhir dan tidak dapat dibuka lagi." in page

    response = _act(desk, "opd", "tarik", alasan="Sudah ada aplikasi serupa.")

    assert (response.status_code, desk.permintaan.status) == (302, "dibatalkan")


@pytest.mark.parametrize(("key", "internal"), (("diskusi", False), ("catatan_internal", True)))
def test_a_comment_comes_back_to_the_discussion(desk: Office, key: str, internal: bool) -> None:
    response = desk.post("kasi", {"text": "Mohon data dukungnya."}, _url(desk, key))

    assert response.headers["Location"] == f"/permintaan/{desk.road.nomor}#diskusi"
    assert Comment.objects.get().is_internal is internal


@pytest.mark.parametrize(
    ("username", "key", "changes", "sentence"),
    (
        (
            "tu",
            "surat_asli_diterima",
            {"tanggal": "besok"},
            "Isi waktu surat asli diterima, paling akhir saat ini.",
        ),
        ("tu", "surat_asli_diterima", {"tanggal": "1/1/0001"}, "Tulis tanggal seperti 26/11/2026."),
        (
            "tu",
            "surat_asli_diterima",
            {"catatan": "a" * 100_000},
            "Isian catatan 100.000 karakter. Ringkas menjadi paling banyak 200 karakter.",
        ),
        ("opd", "tarik", {"alasan": ""}, "Isi alasan penarikan."),
        (
            "opd",
            "tarik",
            {"alasan": "a", "seen": "x"},
            "Halaman ini tidak lengkap. Periksa isian Anda, lalu kirim lagi.",
        ),
        ("kasi", "diskusi", {"text": ""}, "Isi tanggapan."),
        (
            "kasi",
            "diskusi",
            {"text": "a\x00b"},
            "Isian tanggapan mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain.",
        ),
        (
            "kasi",
            "catatan_internal",
            {"text": "\u202e"},
            "Isian tanggapan mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain.",
        ),
    ),
)
def test_what_cannot_be_comes_back_with_a_sentence(
    desk: Office, username: str, key: str, changes: dict[str, str], sentence: str
) -> None:
    before = desk.entries()

    response = desk.post(username, {**_form(desk, username, key).answers, **changes}, _url(desk, key))

    assert errors_of(response)[0].startswith(sentence), errors_of(response)
    assert (response.status_code, desk.entries()) == (422, before)


def test_a_withdrawal_that_comes_too_late_says_who_was_first(desk: Office) -> None:
    answers = {**_form(desk, "opd", "tarik").answers, "alasan": "Batal."}
    desk.road.step()

    response = desk.post("opd", answers, _url(desk, "tarik"))

    assert response.status_code == 409
    assert errors_of(response)[0].startswith(
        "Hendra Prasetya Wibawa, S.Sos., M.Si. (Dinas Kominfo) sudah mendisposisikan surat pukul"
    )


@pytest.mark.parametrize(
    ("key", "lawful"),
    (
        ("surat_asli_diterima", {"tu"}),
        ("tarik", {"opd"}),
        ("catatan_internal", {"kasi", "kadis", "kabid", "tu"}),
        ("jeda", {"kasi", "kadis", "kabid"}),
        ("lanjutkan", set()),
        ("kembalikan", {"kasi", "kadis", "kabid"}),
        ("perpanjang", set()),
        ("tolak", {"kasi", "kadis", "kabid"}),
        ("alihkan", {"kasi", "kadis", "kabid"}),
        ("batalkan", {"kasi", "tu"}),
        ("gabungkan", {"kasi", "kadis", "kabid"}),
        ("jadwal_ulang", set()),
        ("ganti_tim", set()),
        ("ganti_pic", {"kasi", "tu", "opd"}),
        ("koreksi_data", {"kasi", "tu", "opd"}),
        ("perubahan_ruang_lingkup", set()),
        ("putuskan_perubahan", set()),
        ("terapkan_perubahan", set()),
        ("tangguhkan", {"kasi", "kadis", "kabid"}),
        ("terima_usulan", set()),
        ("tolak_usulan", set()),
    ),
)
def test_others_are_refused_with_the_reason_and_nothing_changes(
    desk: Office, key: str, lawful: set[str]
) -> None:
    typed = {
        "text": "a",
        "alasan": "a",
        "tanggal": "hari ini",
        "jam": "7",
        "seen": str(desk.permintaan.revision),
    }
    before = desk.entries()
    for username in {"opd", "kadis", "kabid", "kasi", "tu"} - lawful:
        page, sent = desk.get(username, _url(desk, key)), desk.post(username, typed, _url(desk, key))

        assert (page.status_code, sent.status_code, desk.entries()) == (200, 422, before), username
        assert "Tindakan ini tidak dapat Anda lakukan sekarang" in text_of(page), username


@pytest.mark.parametrize("key", (*KEYS, "tutup"))
@pytest.mark.parametrize("username", ("opd_lain", "admin", "analis"))
def test_whoever_does_not_see_the_permintaan_finds_nothing(desk: Office, key: str, username: str) -> None:
    statuses = (
        desk.get(username, _url(desk, key)).status_code,
        desk.post(username, {}, _url(desk, key)).status_code,
    )

    assert statuses == (404, 404)


def test_acts_are_offered_with_the_answer_for_each_person(desk: Office) -> None:
    actor, permintaan = desk.road.actor("opd"), desk.permintaan

    offers = offered(actor, permintaan, standing_of(permintaan, actor, desk.road.now).facts)

    assert {offer.key: bool(offer.verdict) for offer in offers} == {
        "tarik": True,
        "diskusi": True,
        "surat_asli_diterima": False,
        "catatan_internal": False,
        "jeda": False,
        "lanjutkan": False,
        "kembalikan": False,
        "perpanjang": False,
        "tolak": False,
        "alihkan": False,
        "batalkan": False,
        "gabungkan": False,
        "jadwal_ulang": False,
        "ganti_tim": False,
        "ganti_pic": True,
        "koreksi_data": True,
        "perubahan_ruang_lingkup": False,
        "putuskan_perubahan": False,
        "terapkan_perubahan": False,
        "tangguhkan": False,
        "terima_usulan": False,
        "tolak_usulan": False,
    }
    assert {offer.key for offer in offers[:4]} == {"tarik", "diskusi", "ganti_pic", "koreksi_data"}
    assert offers[4].reasons == ("Surat asli dicatat oleh Tata Usaha.",)


def test_a_withdrawal_that_is_refused_gives_back_its_reason(desk: Office) -> None:
    desk.road.step()

    response = desk.post(
        "opd", {"alasan": "KEEPME", "seen": str(desk.permintaan.revision)}, _url(desk, "tarik")
    )

    page = text_of(response)
    assert response.status_code == 422
    assert 0 < page.index("Surat sudah didisposisikan.") < page.index("Isian Anda")
    assert "Alasan penarikan KEEPME" in page
