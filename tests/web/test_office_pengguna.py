"""An admin makes accounts, gives positions, and hands out a link that is shown once."""

import re
from dataclasses import replace

import pytest
from pytest_django import Settings

from loket.application.office.accounts import AccountData, create_account
from loket.models.opd import Opd
from loket.models.user import User
from tests.cast import NOW, Road
from tests.web.office_pages import admin, last_entry, main_form, send
from tests.web.step_desk import text_of
from tests.web.work_pages import Answer, Reader

NEW = "/kantor/pengguna/baru"


def one(road: Road, username: str) -> str:
    return f"/kantor/pengguna/{road.people[username].pk}"


def many_accounts(road: Road, count: int) -> None:
    for number in range(count):
        data = AccountData(username=f"pegawai{number:02d}", nama=f"Pegawai {number:02d}")
        create_account(data, actor=road.actor("admin"), now=NOW)


def test_the_list_shows_everybody_with_position_agency_and_state(road: Road) -> None:
    User.objects.filter(username="programmer2").update(is_active=False)

    words = text_of(admin(road).get("/kantor/pengguna"))

    assert "Agung Wicaksono, S.Kom. kasi Kepala Seksi Pengembangan Aplikasi Dinas Kominfo Aktif" in words
    assert "Nur Hidayati opd OPD Disdukcapil Aktif" in words
    assert "Intan Permatasari, S.Tr.Kom. programmer2 Programmer Dinas Kominfo Nonaktif" in words


def test_the_list_says_who_changed_something_last(road: Road) -> None:
    send(admin(road), NEW, nama="Rina Astuti", username="rina")

    assert "Terakhir diubah oleh Bambang Hariyanto, hari ini, 09.00." in text_of(
        admin(road).get("/kantor/pengguna")
    )


@pytest.mark.parametrize(
    ("q", "found"),
    (
        ("wicak", {"kasi"}),
        ("OPD_LAIN", {"opd_lain"}),
        ("disdukcapil", {"opd"}),
        ("19911230", set()),
        ("199108", {"analis"}),
        ("nur hid", {"opd"}),
        ("%", set()),
        ("\x00", None),
    ),
)
def test_the_list_is_searched_by_name_username_nip_and_agency(
    road: Road, q: str, found: set[str] | None
) -> None:
    answer = admin(road).get("/kantor/pengguna", q=q)

    everybody = set(road.people)
    shown = {name for name in everybody if f"<small>{name}</small>" in answer.content.decode()}
    assert shown == (everybody if found is None else found)


@pytest.mark.parametrize(
    ("view", "some"), (("kantor", "kasi"), ("opd", "opd"), ("nonaktif", "tu"), ("entah", "kasi"))
)
def test_the_list_has_views(road: Road, view: str, some: str) -> None:
    User.objects.filter(username="tu").update(is_active=False)

    page = admin(road).get("/kantor/pengguna", tampilan=view).content.decode()

    others = {"kasi", "opd", "tu"} - {some}
    assert f"<small>{some}</small>" in page
    assert view == "entah" or not any(f"<small>{other}</small>" in page for other in others)


def test_a_long_list_is_paged_with_its_filters(road: Road) -> None:
    many_accounts(road, 30)
    reader = admin(road)

    first = reader.get("/kantor/pengguna", q="pegawai", tampilan="kantor").content.decode()
    (following,) = re.findall(r'href="([^"]+)" rel="next"', first)
    second = reader.get(following.replace("&amp;", "&")).content.decode()

    assert (first.count("<small>pegawai"), second.count("<small>pegawai")) == (25, 5)
    assert 'rel="prev"' in second
    assert "q=pegawai" in following


def test_the_list_costs_the_same_however_long_it_is(road: Road) -> None:
    reader = admin(road)
    before = reader.queries("/kantor/pengguna")
    many_accounts(road, 12)

    assert reader.queries("/kantor/pengguna") == before


def test_a_new_account_is_made_and_shown(road: Road) -> None:
    reader = admin(road)

    answer = send(reader, NEW, nama="Rina Astuti", username="rina", phone="0812-3456-7890")

    user = User.objects.get(username="rina")
    assert answer.headers["Location"] == f"/kantor/pengguna/{user.pk}"
    assert (user.phone, user.opd, last_entry().kind) == ("+6281234567890", None, "akun.created")
    words = text_of(reader.get(answer.headers["Location"]))
    assert "Akun Rina Astuti dibuat. Beri jabatan, lalu buat tautan atur sandi." in words
    assert "Belum memegang jabatan." in words


def test_an_account_of_an_agency_belongs_to_it(road: Road) -> None:
    opd = Opd.objects.get(kode="DLH")

    send(admin(road), NEW, nama="Galih", username="galih", opd_id=str(opd.pk))

    assert User.objects.get(username="galih").opd == opd


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(road: Road) -> None:
    answer = send(admin(road), NEW, nama="Rina", username="Rina Astuti", nip="123", phone="x", opd_id="77777")

    form = main_form(answer, containing="nama")
    assert answer.status_code == 422
    assert (form.answers["username"], form.answers["nip"]) == (["Rina Astuti"], ["123"])
    words = text_of(answer)
    assert "Nama pengguna hanya huruf kecil" in words
    assert "NIP terdiri atas 18 angka" in words
    assert "Nomor telepon tidak dikenali." in words
    assert not User.objects.filter(nama="Rina").exists()


@pytest.mark.parametrize("value", ("Rina\x00", "Rina\u202e", "R" * 100_000, ""))
def test_bad_text_is_a_sentence_and_never_an_error(road: Road, value: str) -> None:
    answer = admin(road).post(NEW, nama=value, username="rina")

    assert answer.status_code == 422
    assert not User.objects.filter(username="rina").exists()


def test_an_account_is_changed(road: Road) -> None:
    answer = send(admin(road), f"{one(road, 'analis')}/ubah", nama="Dewi Larasati, M.Kom.")

    assert answer.headers["Location"] == one(road, "analis")
    assert User.objects.get(username="analis").nama == "Dewi Larasati, M.Kom."
    assert last_entry().kind == "akun.changed"


def test_a_change_that_is_refused_keeps_the_name_that_holds(road: Road) -> None:
    answer = send(admin(road), f"{one(road, 'analis')}/ubah", nama="", username="kasi")

    assert answer.status_code == 422
    assert "Nama pengguna ini sudah dipakai." in text_of(answer)
    assert User.objects.get(username="analis").nama == "Dewi Larasati, S.Kom."


def test_a_position_is_given_as_a_deputy(road: Road) -> None:
    answer = send(
        admin(road),
        f"{one(road, 'kabid')}/jabatan",
        role="kepala_dinas",
        kind="plh",
        nomor_surat="800/12/2026",
        until_date="06/03/2026",
    )

    assert answer.headers["Location"] == one(road, "kabid")
    words = text_of(admin(road).get(one(road, "kabid")))
    assert "Plh. Kepala Dinas" in words
    assert "Sejak 2 Maret 2026 sampai 6 Maret 2026 800/12/2026 Akhiri" in words


def test_a_deputy_without_letter_and_end_is_refused_at_the_fields(road: Road) -> None:
    answer = send(admin(road), f"{one(road, 'kabid')}/jabatan", role="kepala_dinas", kind="plh")

    assert answer.status_code == 422
    assert "Isi nomor surat perintah." in text_of(answer)
    assert "Plh. dan Plt. memerlukan tanggal akhir." in text_of(answer)


def test_a_date_that_cannot_be_read_is_said_together_with_the_rest(road: Road) -> None:
    answer = send(admin(road), f"{one(road, 'kabid')}/jabatan", kind="plh", from_date="31/02/2026")

    words = text_of(answer)
    assert "Tulis tanggal seperti 26/11/2026." in words
    assert "Pilih jabatan." in words


def test_only_roles_that_fit_the_account_are_offered(road: Road) -> None:
    of_office = main_form(admin(road).get(f"{one(road, 'kasi')}/jabatan"), containing="role")
    of_agency = main_form(admin(road).get(f"{one(road, 'opd')}/jabatan"), containing="role")

    assert "opd" not in of_office.choices["role"]
    assert of_agency.choices["role"] == ["opd"]


def test_a_position_is_ended_after_a_question(road: Road) -> None:
    position = road.people["kasi"].jabatan_set.get()
    url = f"{one(road, 'kasi')}/jabatan/{position.pk}/akhiri"

    assert "Akhiri jabatan Kepala Seksi Pengembangan Aplikasi?" in text_of(admin(road).get(url))
    assert admin(road).post(url).headers["Location"] == one(road, "kasi")

    assert "Belum memegang jabatan." in text_of(admin(road).get(one(road, "kasi")))
    assert "Jabatan sebelumnya" in text_of(admin(road).get(one(road, "kasi")))


def test_a_position_of_somebody_else_is_not_ended_through_this_account(road: Road) -> None:
    position = road.people["kasi"].jabatan_set.get()

    assert admin(road).post(f"{one(road, 'kadis')}/jabatan/{position.pk}/akhiri").status_code == 404


def test_an_admin_does_not_end_their_own_position(road: Road) -> None:
    position = road.people["admin"].jabatan_set.get()

    answer = admin(road).post(f"{one(road, 'admin')}/jabatan/{position.pk}/akhiri")

    assert answer.status_code == 422
    assert "Anda tidak dapat mengakhiri jabatan admin Anda sendiri." in text_of(answer)


def test_an_account_is_kept_out_and_its_sessions_end(road: Road) -> None:
    kasi = Reader(road, "kasi")

    answer = admin(road).post(f"{one(road, 'kasi')}/nonaktifkan")

    assert answer.headers["Location"] == one(road, "kasi")
    assert kasi.get("/tugas").status_code == 302
    assert last_entry().kind == "akun.disabled"


def test_sending_twice_does_not_let_the_account_in_again(road: Road) -> None:
    for _ in range(2):
        admin(road).post(f"{one(road, 'kasi')}/nonaktifkan")

    assert not User.objects.get(username="kasi").is_active


def test_an_account_is_let_in_again(road: Road) -> None:
    User.objects.filter(username="kasi").update(is_active=False)

    admin(road).post(f"{one(road, 'kasi')}/aktifkan")

    assert User.objects.get(username="kasi").is_active


def test_nobody_locks_themselves_out(road: Road) -> None:
    answer = admin(road).post(f"{one(road, 'admin')}/nonaktifkan")

    assert answer.status_code == 422
    assert "Anda tidak dapat menonaktifkan akun sendiri." in text_of(answer)
    assert "Nonaktifkan akun" not in text_of(admin(road).get(one(road, "admin")))


def link_of(answer: Answer) -> str:
    (found,) = set(re.findall(r"http://testserver(/akun/sandi/[\w-]+)", answer.content.decode()))
    return str(found)


def test_a_link_is_shown_once_and_works(road: Road) -> None:
    reader = admin(road)
    answer = reader.post(f"{one(road, 'kasi')}/tautan")
    path, password = link_of(answer), "tiga-kerbau-membajak"

    assert "no-store" in answer.headers["Cache-Control"]
    assert "sampai Kamis, 5 Maret 2026 pukul 09.00 WIB" in text_of(answer)
    assert path not in reader.get(one(road, "kasi")).content.decode()
    assert reader.post(path, new=password, again=password).headers["Location"] == "/masuk"
    assert User.objects.get(username="kasi").check_password(password)


def test_a_link_is_never_made_by_reading(road: Road) -> None:
    assert admin(road).get(f"{one(road, 'kasi')}/tautan").status_code == 405


def test_a_link_is_given_under_the_address_of_the_office(road: Road, settings: Settings) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, base_url="https://loket.example.go.id")

    answer = admin(road).post(f"{one(road, 'kasi')}/tautan")

    assert "https://loket.example.go.id/akun/sandi/" in answer.content.decode()


def test_an_account_that_is_kept_out_gets_no_link(road: Road) -> None:
    User.objects.filter(username="kasi").update(is_active=False)

    assert admin(road).post(f"{one(road, 'kasi')}/tautan").status_code == 404
    assert "Aktifkan akun ini dahulu." in text_of(admin(road).get(one(road, "kasi")))
