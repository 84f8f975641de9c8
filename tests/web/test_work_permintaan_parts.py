from collections.abc import Callable
from datetime import datetime

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from tests.cast import Road
from tests.web.reading_forms import form_at
from tests.web.step_desk import text_of
from tests.web.work_pages import Answer, Reader

At = Callable[..., Road]


def page(road: Road, username: str, **query: str) -> Answer:
    return Reader(road, username).get(f"/permintaan/{road.nomor}", **query)


def text(road: Road, username: str, **query: str) -> str:
    return text_of(page(road, username, **query))


def write(road: Road, username: str, key: str, words: str) -> None:
    act(nomor=road.nomor, act_key=key, actor=road.actor(username), data=Data(text=words), now=road.now)


def test_the_flow_shows_both_clocks_beside_the_standard(at: At) -> None:
    road = at("penunjukan")

    words = text(road, "kasi")

    assert "Disposisi, agenda 1/2026" in words
    assert "10 menit Menunggu 2 menit. 2 Mar, 09.12" in words
    assert "±30 menit Belum dimulai Menunggu 0 menit Belum ada" in words


@pytest.mark.parametrize(
    ("worked", "colour", "words"),
    (
        (600, "green", "10 menit Menunggu"),
        (660, "yellow", "11 menit (+1 menit) Menunggu"),
        (1500, "red", "25 menit Lewat 15 menit Menunggu"),
    ),
)
def test_a_verdict_has_words_and_not_only_a_colour(at: At, worked: int, colour: str, words: str) -> None:
    road = at("penunjukan")
    Pengerjaan.objects.filter(step="disposisi").update(worked=worked, colour=colour)

    assert words in text(road, "kasi")


def test_every_figure_can_be_reckoned_again(at: At) -> None:
    road = at("penunjukan")
    road.now = datetime(2026, 3, 9, 10, tzinfo=ZONE)

    words = text(road, "kasi").partition("Bagaimana angka ini dihitung")[2]

    assert (
        "Langkah 2, Disposisi Tersedia Senin, 2 Maret 2026 pukul 09.00 WIB"
        " Mulai dikerjakan Senin, 2 Maret 2026 pukul 09.01 WIB Selesai Senin, 2 Maret 2026 pukul 09.12 WIB"
        " Menunggu 2 menit jam kerja sampai mulai dikerjakan"
        " Dikerjakan 10 menit, yang dibandingkan dengan waktu baku Waktu baku ±10 menit" in words
    )
    assert "Penilaian Sesuai waktu baku" in words
    assert "Hari tutup di antaranya 2 hari Sabtu dan Minggu" in words


def test_a_holiday_between_is_named(at: At) -> None:
    road = at("penunjukan")
    road.now = datetime(2026, 3, 25, 10, tzinfo=ZONE)

    words = text(road, "kasi")

    assert "Kam, 19 Mar 2026: Hari Suci Nyepi" in words


def test_a_second_meeting_is_a_run_of_its_own(at: At) -> None:
    road = at("rapat_teknis")
    road.step(outcome="rapat_lagi")
    road.walk_to("rapat_teknis")

    words = text(road, "kasi")

    assert "Langkah 5, Undangan, pengerjaan ke-2" in words
    assert "Undangan sesi 2" in words


def test_each_finished_step_leads_to_its_proof(at: At) -> None:
    road = at("selesai")
    content = page(road, "opd").content.decode()

    steps = (
        "disposisi",
        "penunjukan",
        "prioritas",
        "undangan",
        "rapat_teknis",
        "serah_terima",
        "status_gitlab",
    )
    assert [f'href="/permintaan/{road.nomor}/{step}"' in content for step in steps] == [True] * 7
    assert content.count('href="/dokumen/') >= 5


def test_after_the_calendars_last_year_the_page_still_opens(at: At) -> None:
    road = at("penunjukan")
    road.now = datetime(2029, 1, 8, 9, tzinfo=ZONE)

    answer = page(road, "kasi")

    assert (answer.status_code, "Kalender belum diisi" in text_of(answer)) == (200, True)


def test_the_summary_holds_what_was_agreed(at: At) -> None:
    words = text(at("selesai"), "kasi")

    assert "Narahubung Nur Hidayati Telepon 0812-3456-7890 Email nur@magetan.example" in words
    assert "Surat asli Diterima" in words
    assert "Pemelihara " in words
    assert "Pendampingan sampai " in words


@pytest.mark.parametrize(
    ("username", "shown"), (("opd", True), ("tu", True), ("kasi", False), ("kadis", False))
)
def test_the_tracking_code_and_the_receipt_are_for_those_who_use_them(
    at: At, username: str, shown: bool
) -> None:
    road = at("undangan")
    content = page(road, username).content.decode()

    assert (road.permintaan.kode_lacak in content) is shown
    assert (f"/permintaan/{road.nomor}/tanda-terima" in content) is shown


@pytest.mark.parametrize(("username", "internal"), (("kasi", True), ("kadis", True), ("opd", False)))
def test_internal_notes_are_read_by_the_office_only(at: At, username: str, internal: bool) -> None:
    road = at("penunjukan")
    write(road, "opd", "diskusi", "Kapan dimulai?")
    write(road, "kasi", "catatan_internal", "Periksa anggarannya dahulu.")

    words = text(road, username)

    assert "Nur Hidayati Disdukcapil menulis tanggapan" in words
    assert "Kapan dimulai?" in words
    assert ("Periksa anggarannya dahulu." in words) is internal
    assert ("Hanya terlihat oleh tim internal" in words) is internal


def test_the_discussion_is_written_where_it_is_read(at: At) -> None:
    road = at("penunjukan")
    reader = Reader(road, "opd")
    talk = form_at(page(road, "opd"), f"/permintaan/{road.nomor}/tindakan/diskusi")

    answer = reader.post(talk.action, text="Kapan dimulai?")

    assert answer.headers["Location"] == f"/permintaan/{road.nomor}#diskusi"
    assert "Kapan dimulai?" in text(road, "kasi")


@pytest.mark.parametrize(("username", "offered"), (("kasi", True), ("opd", False)))
def test_only_the_office_can_write_an_internal_note(at: At, username: str, offered: bool) -> None:
    road = at("penunjukan")

    content = page(road, username).content.decode()

    assert (f'formaction="/permintaan/{road.nomor}/tindakan/catatan_internal"' in content) is offered


@pytest.mark.parametrize(
    ("place", "username", "button", "reason"),
    (
        (("disposisi", "kepala_dinas"), "opd", True, ""),
        (
            ("penunjukan", ""),
            "opd",
            False,
            "Surat sudah didisposisikan. Gunakan tindakan Batalkan permintaan.",
        ),
        (("penunjukan", ""), "kasi", False, ""),
    ),
)
def test_a_withdrawal_is_offered_with_its_reason_when_it_is_refused(
    at: At, place: tuple[str, str], username: str, button: bool, reason: str
) -> None:
    road = at(*place)
    answer = page(road, username)

    assert (f'href="/permintaan/{road.nomor}/tindakan/tarik"' in answer.content.decode()) is button
    assert ("Tarik permintaan" in text_of(answer)) is (button or bool(reason))
    assert reason in text_of(answer)


def test_the_record_can_be_read_in_full(at: At) -> None:
    road = at("penunjukan")
    entries = Entry.objects.filter(permintaan__nomor=road.nomor).count()

    short, full = text(road, "kasi"), text(road, "kasi", linimasa="semua")

    assert ("mulai mengerjakan disposisi Kepala Dinas" in short, "Tampilkan seluruh catatan" in short) == (
        False,
        True,
    )
    assert ("mulai mengerjakan disposisi Kepala Dinas" in full, "Tampilkan seluruh catatan" in full) == (
        True,
        False,
    )
    assert page(road, "kasi", linimasa="semua").content.decode().count('<span class="wajah k') == entries


def test_documents_are_listed_by_their_newest_version(at: At) -> None:
    road = at("analisis", "reviu")
    road.step(outcome="dikembalikan")
    road.walk_to("analisis", "setujui")

    words = text(road, "opd").partition("Dokumen Surat permintaan")[2] or text(road, "opd")

    assert "versi 2" in words
    assert "Versi sebelumnya" in words


def test_text_that_a_person_typed_is_shown_as_text(road: Road) -> None:
    road.submit(nama_aplikasi="<b>tebal</b>", kebutuhan="<img src=x onerror=alert(1)>")
    write(road, "opd", "diskusi", "<script>alert(1)</script>")

    content = page(road, "kadis").content.decode()

    assert [bad for bad in ("<b>tebal</b>", "<img src=x", "<script>alert") if bad in content] == []


def test_a_page_has_nothing_inline(at: At) -> None:
    content = page(at("desain", "susun"), "kasi").content.decode()

    assert [bad for bad in ("style=", "<style", "onclick=", "javascript:") if bad in content] == []


@pytest.mark.parametrize(("username", "cost"), (("kadis", 23), ("opd", 19)))
def test_the_whole_page_costs_the_same_wherever_somebody_waits(at: At, username: str, cost: int) -> None:
    road = at("penunjukan")
    found = {Reader(road, username).queries(f"/permintaan/{road.nomor}")}
    for place in ("undangan", "rapat_teknis", "desain", "implementasi", "status_gitlab", "pendampingan"):
        road.walk_to(place)
        write(road, "opd", "diskusi", f"Pesan di {place}.")
        found.add(Reader(road, username).queries(f"/permintaan/{road.nomor}"))

    assert found == {cost}
