"""Two people, or two windows, at one bagian: one wins, the other is told and keeps the text."""

from collections.abc import Callable

from loket.core.role import Role
from loket.models.user import User
from tests.cast import Road
from tests.web.reading_forms import form_at
from tests.web.step_answers import all_done
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]


def test_whoever_is_overtaken_is_told_by_whom_and_when_and_keeps_the_text(at: At) -> None:
    desk = Office(at("desain", "susun"))
    analyst, programmer = desk.member(Role.SISTEM_ANALIS), desk.member(Role.PROGRAMMER)
    mine = desk.filled({"versi": "1.0", "catatan": "Tiga hari kerja saya."}, username=programmer)
    desk.road.now = desk.road.now.replace(hour=10, minute=12)
    desk.road.perform_as(analyst)
    before = desk.entries()

    response = desk.post(programmer, mine)

    assert (response.status_code, desk.entries()) == (409, before)
    assert errors_of(response) == [
        f"Rekan Anda, {desk.road.people[analyst].nama}, sudah mengajukan dokumen desain pukul 10.12."
    ]
    assert form_at(response, desk.url()).answers["catatan"] == ["Tiga hari kerja saya."]
    assert "Permintaan sedang di langkah 8, Reviu dokumen desain." in text_of(response)


def test_a_form_sent_twice_counts_once_and_says_so(at: At) -> None:
    desk = Office(at("penunjukan"))
    answers = desk.filled({})
    desk.post("kasi", answers)
    before = desk.entries()

    response = desk.post("kasi", answers, desk.url("penunjukan"))

    assert (response.status_code, desk.entries()) == (409, before)
    assert errors_of(response)[0].startswith("Anda sudah menunjuk sistem analis dan programmer pukul ")


def test_after_being_overtaken_the_same_text_can_be_sent_when_it_is_the_turn_again(at: At) -> None:
    desk = Office(at("desain", "susun"))
    programmer = desk.member(Role.PROGRAMMER)
    upload = str(desk.road.upload(programmer))
    mine = desk.filled({"versi": "2.0", "berkas_id": upload, **all_done(desk)}, username=programmer)
    desk.road.step()
    desk.road.step("dikembalikan")
    overtaken = desk.post(programmer, mine)
    assert overtaken.status_code == 409

    response = desk.post(programmer, form_at(overtaken, desk.url()).answers)

    assert (response.status_code, desk.permintaan.at_bagian) == (302, "reviu")


def test_of_somebody_of_another_agency_one_is_told_which_agency(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    mine = desk.filled({}, username="kadis")
    desk.road.withdraw()

    response = desk.post("kadis", mine, desk.url("disposisi"))

    assert errors_of(response)[0].startswith("Nur Hidayati (Disdukcapil) sudah menarik permintaan pukul ")


def test_two_people_of_one_opd_are_colleagues(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    seen, tarik = str(desk.permintaan.revision), desk.url("tindakan/tarik")
    other = desk.road.people["opd_lain"]
    User.objects.filter(pk=other.pk).update(opd=desk.permintaan.opd)
    other.refresh_from_db()
    desk.road.withdraw("opd_lain")

    response = desk.post("opd", {"alasan": "Sudah ada.", "seen": seen}, tarik)

    assert errors_of(response)[0].startswith("Rekan Anda, Anita Wulandari, sudah menarik permintaan pukul ")


def test_whoever_may_not_do_it_anyway_is_told_that_and_not_who_was_first(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    stale = {**desk.filled({"catatan": "KEEPME"}, username="kadis"), "seen": "0"}

    response = desk.post("opd", stale)

    page = text_of(response)
    assert response.status_code == 422
    assert "Bagian ini dikerjakan oleh Kepala Dinas." in page
    assert "sudah mengirim surat permintaan" not in page
    assert "Catatan KEEPME" in page


def test_whoever_is_no_longer_in_the_team_is_told_that_and_keeps_the_form(at: At) -> None:
    desk = Office(at("desain", "susun"))
    programmer = desk.member(Role.PROGRAMMER)
    stale = {**desk.filled({"catatan": "KEEPME"}, username=programmer), "seen": "0"}
    desk.permintaan.penugasan_set.current().filter(role=Role.PROGRAMMER).update(until_date=desk.road.now)

    response = desk.post(programmer, stale)

    assert response.status_code == 422
    assert errors_of(response)[0] == "Anda bukan Programmer pada tim permintaan ini."


def test_whoever_had_the_turn_reads_who_was_first_and_why_it_is_too_late(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    seen = str(desk.permintaan.revision)
    desk.road.step()

    response = desk.post("opd", {"alasan": "KEEPME", "seen": seen}, desk.url("tindakan/tarik"))

    page = text_of(response)
    assert response.status_code == 409
    assert "sudah mendisposisikan surat pukul" in page
    assert "Surat sudah didisposisikan. Gunakan tindakan Batalkan permintaan." in page
    assert "Alasan penarikan KEEPME" in page


def test_an_act_of_others_is_refused_with_its_reason_however_old_the_page_is(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    response = desk.post("kasi", {"alasan": "Batal.", "seen": "0"}, desk.url("tindakan/tarik"))

    assert response.status_code == 422
    assert errors_of(response) == ["Permintaan hanya dapat ditarik oleh OPD yang mengajukannya."]
