"""An admin sees who is in the positions of the heads, records a Plh. or Plt., and ends a period early."""

from datetime import timedelta

import pytest

from loket.application.steps.s02_disposisi import Data as Routing
from loket.core.role import Role
from loket.models.user import Jabatan, User
from tests.cast import Road
from tests.deputies import deputise, vacate
from tests.web.office_pages import admin, last_entry, send
from tests.web.step_desk import text_of

LIST, NEW = "/kantor/jabatan", "/kantor/jabatan/pengganti"
RATNA = "Ratna Kusumaningrum, S.Kom., M.T."


def filled(road: Road, username: str = "kabid", **changed: str) -> dict[str, str]:
    usual = {
        "role": "kepala_dinas",
        "kind": "plh",
        "user_id": str(road.people[username].pk),
        "nomor_surat": "800/12/2026",
        "from_date": "2/3/2026",
        "until_date": "6/3/2026",
    }
    return {**usual, **changed}


def test_the_page_shows_who_is_in_each_position(road: Road) -> None:
    text = text_of(admin(road).get(LIST))

    assert "Kepala Dinas Hendra Prasetya Wibawa, S.Sos., M.Si. Sejak 2 Januari 2025 - Catat Plh." in text
    assert "Tidak ada Plh. atau Plt. yang bertugas atau akan bertugas." in text
    assert "Masa yang sudah berakhir" not in text


def test_the_page_shows_what_is_vacant_and_who_does_its_work(road: Road) -> None:
    vacate(road, "kasi")

    text = text_of(admin(road).get(LIST))

    vacant = f"Kepala Seksi Pengembangan Aplikasi Kosong Dikerjakan {RATNA} selaku atasan - Catat Plt."
    assert vacant in text


def test_the_head_of_the_office_has_nobody_above(road: Road) -> None:
    vacate(road, "kadis")

    assert "Kepala Dinas Kosong - Catat Plt." in text_of(admin(road).get(LIST))


def test_a_holder_whose_account_is_shut_is_shown_as_one(road: Road) -> None:
    User.objects.filter(username="kadis").update(is_active=False)

    assert "Sejak 2 Januari 2025. Akun nonaktif" in text_of(admin(road).get(LIST))


def test_the_page_shows_running_coming_and_past_periods(road: Road) -> None:
    deputise(road)
    today = road.now.date()
    times = ((-9, -8, "lalu"), (10, 12, "nanti"))
    for first, last, letter in times:
        Jabatan.objects.create(
            user=road.people["kasi"],
            role=Role.KEPALA_BIDANG,
            kind="plh",
            nomor_surat=letter,
            from_date=today + timedelta(days=first),
            until_date=today + timedelta(days=last),
        )

    text = text_of(admin(road).get(LIST))

    assert f"{RATNA} Plh. sampai 6 Maret 2026" in text
    current, _, past = text.partition("Masa yang sudah berakhir")
    assert (
        f"{RATNA} Plh. Kepala Dinas Sejak 2 Maret 2026 sampai 6 Maret 2026 800/12/2026 0 tindakan Akhiri"
        in current
    )
    assert "Sejak 12 Maret 2026 sampai 14 Maret 2026 nanti 0 tindakan Akhiri" in current
    assert "Sejak 21 Februari 2026 sampai 22 Februari 2026 lalu" in past
    assert "Akhiri" not in past


def test_a_plh_is_recorded_with_letter_and_days(road: Road) -> None:
    reader = admin(road)

    answer = send(reader, NEW, **filled(road))

    assert answer.headers["Location"] == LIST
    assert f"{RATNA} dicatat sebagai Plh. Kepala Dinas." in text_of(reader.get(LIST))
    given = Jabatan.objects.get(kind="plh")
    assert (given.user, given.role, given.nomor_surat) == (
        road.people["kabid"],
        "kepala_dinas",
        "800/12/2026",
    )
    assert (last_entry().kind, last_entry().particulars["jabatan_id"]) == ("jabatan.given", given.pk)


def test_the_page_leads_to_the_form_with_position_and_kind(road: Road) -> None:
    vacate(road, "kasi")
    reader = admin(road)
    page = reader.get(LIST).content.decode()

    assert f"{NEW}?jabatan=kepala_dinas&amp;sebagai=plh" in page
    url = f"{NEW}?jabatan=kepala_seksi&sebagai=plt"
    assert url.replace("&", "&amp;") in page
    send(reader, url, **{name: filled(road)[name] for name in ("user_id", "nomor_surat", "until_date")})
    given = Jabatan.objects.get(kind="plt")
    assert (given.role, given.user) == ("kepala_seksi", road.people["kabid"])


ELSEWHERE = "Pilih salah satu dari pilihan yang tersedia."


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    (("", "Pilih pegawai yang menggantikan."), ("0", ELSEWHERE), ("x", ELSEWHERE), ("opd", ELSEWHERE)),
)
def test_without_a_person_everything_else_is_judged_too(road: Road, chosen: str, sentence: str) -> None:
    person = str(road.people[chosen].pk) if chosen in road.people else chosen

    answer = send(admin(road), NEW, **filled(road, user_id=person, nomor_surat="", until_date="1/3/2026"))

    text = text_of(answer)
    assert answer.status_code == 422
    assert sentence in text
    assert "Isi nomor surat perintah." in text
    assert "Tanggal akhir harus setelah tanggal mulai." in text


def test_what_is_in_the_way_is_said_with_name_letter_and_days(road: Road) -> None:
    deputise(road)

    answer = send(admin(road), NEW, **filled(road, "kasi"))

    assert answer.status_code == 422
    assert (
        f"{RATNA} sudah menjadi Plh. Kepala Dinas sejak 2 Maret 2026 sampai 6 Maret 2026 (surat 800/12/2026)."
        in text_of(answer)
    )


def test_a_date_that_cannot_be_read_keeps_the_other_sentences(road: Road) -> None:
    text = text_of(send(admin(road), NEW, **filled(road, from_date="entah", nomor_surat="")))

    assert "Tulis tanggal seperti 26/11/2026." in text
    assert "Isi nomor surat perintah." in text


def test_a_period_is_ended_early(road: Road) -> None:
    period = deputise(road)
    road.later(days=1)
    url = f"/kantor/pengguna/{period.user_id}/jabatan/{period.pk}/akhiri"
    reader = admin(road)
    assert url in reader.get(LIST).content.decode()

    reader.post(url)

    period.refresh_from_db()
    assert (period.until_date, last_entry().kind) == (road.now.date() - timedelta(days=1), "jabatan.ended")


def test_the_page_costs_the_same_with_many_periods(road: Road) -> None:
    deputise(road)
    reader = admin(road)
    before = reader.queries(LIST)
    deputise(road, "analis", Role.KEPALA_SEKSI)

    assert reader.queries(LIST) == before


def test_a_period_that_was_used_today_ends_with_today(road: Road) -> None:
    road.submit()
    period = deputise(road)
    reader, url = admin(road), f"/kantor/pengguna/{period.user_id}/jabatan/{period.pk}/akhiri"
    before = text_of(reader.get(url))
    road.perform_as("kabid")

    after = text_of(reader.get(url))
    reader.post(url)

    assert "sehingga dicabut seluruhnya." in before
    assert "sehingga hari ini menjadi hari terakhirnya." in after
    period.refresh_from_db()
    assert period.until_date == road.now.date()


def test_an_admin_reads_how_much_was_done_and_not_what(road: Road) -> None:
    deputise(road, "analis", Role.KEPALA_SEKSI)
    deputise(road, "tu")
    for _ in range(2):
        road.submit()
        road.perform_as("tu", data=Routing(outcome="dikembalikan", kekurangan="Surat belum bernomor."))
    road.resend()
    road.perform_as("tu", outcome="sampai_di_seksi")
    road.later(minutes=1)
    road.perform_as("analis")

    text = text_of(admin(road).get(LIST))

    assert "800/12/2026 3 tindakan Akhiri" in text
    assert "800/12/2026 1 tindakan Akhiri" in text
    assert "Antrean Daring" not in text
