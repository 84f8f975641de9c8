"""What changes beside the road, on its pages: the team, the facts, the scope, a missed meeting, a twin."""

from collections.abc import Callable
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from loket.models.dokumen import DokumenVersi
from loket.models.permintaan import Penugasan
from loket.models.perubahan import PerubahanData, PerubahanLingkup
from tests.cast import Road
from tests.doings import do, specification
from tests.web.act_pages import act_url, send_act, words_for
from tests.web.reading_forms import forms_on
from tests.web.step_desk import Office, a_pdf, errors_of, text_of

At = Callable[..., Road]


def member(desk: Office, username: str, role: str) -> str:
    return f"{desk.road.people[username].pk}:{role}"


HANDOVER = {
    "surat_tugas": "800.1.11.1/12/2026",
    "alasan": "Cuti melahirkan.",
    "dokumen": "Kode sumber.",
    "akses": "Repositori.",
    "keadaan": "Modul antrean selesai.",
}


def test_a_member_of_the_team_is_replaced_and_the_handover_is_read_by_all(at: At) -> None:
    desk = Office(at("implementasi"))
    words = text_of(desk.get("kasi", act_url(desk, "ganti_tim")))
    assert "Rizki Maulana, A.Md.Kom., Programmer" in words

    response = send_act(
        desk,
        "ganti_tim",
        dari_id=member(desk, "programmer", "programmer"),
        kepada_id=member(desk, "programmer2", "programmer"),
        **HANDOVER,
    )

    assert response.status_code == 302
    assert (
        "Intan Permatasari, S.Tr.Kom. menggantikan Rizki Maulana, A.Md.Kom.: Cuti melahirkan."
        in words_for(desk, "opd")
    )
    step = text_of(desk.get("programmer2", f"/permintaan/{desk.road.nomor}/penunjukan"))
    assert "Serah terima tugas Programmer" in step
    assert "Modul antrean selesai." in step


def test_a_member_who_holds_the_role_no_longer_can_still_be_replaced(at: At) -> None:
    desk = Office(at("implementasi"))
    desk.road.people["programmer"].jabatan_set.update(until_date="2026-03-01")
    words = text_of(desk.get("kasi", act_url(desk, "ganti_tim")))
    assert "Programmer yang sudah tidak bertugas" in words

    send_act(
        desk,
        "ganti_tim",
        dari_id=member(desk, "programmer", "programmer"),
        kepada_id=member(desk, "programmer2", "programmer"),
        **HANDOVER,
    )

    current = Penugasan.objects.current().get(role="programmer")
    assert current.user.username == "programmer2"


def test_nobody_who_was_not_offered_takes_over(at: At) -> None:
    desk = Office(at("implementasi"))

    response = send_act(
        desk, "ganti_tim", dari_id="abc", kepada_id=member(desk, "kasi", "programmer"), **HANDOVER
    )

    assert response.status_code == 422
    assert "Pilih anggota tim yang diganti." in errors_of(response)
    assert "Modul antrean selesai." in response.content.decode()


def test_the_contact_changes_on_its_page(at: At) -> None:
    desk = Office(at("analisis"))
    account = desk.road.people["opd"]

    response = send_act(
        desk,
        "ganti_pic",
        "tu",
        pic_nama="Siti Rahmawati",
        pic_phone="0812-9999-8888",
        pic_email="siti@magetan.example",
        dasar="Surat B/44/2026",
        akun_lama_id=str(account.pk),
    )

    assert response.status_code == 302
    assert "Siti Rahmawati" in words_for(desk, "kasi")
    desk.road.later(days=1)
    assert desk.get("opd", f"/permintaan/{desk.road.nomor}").status_code == 404


def test_only_what_was_changed_on_the_form_is_corrected(at: At) -> None:
    desk = Office(at("analisis"))

    response = send_act(
        desk, "koreksi_data", "tu", nama_aplikasi="Antrean Adminduk", sebab="Salah ketik saat mendaftar."
    )

    assert response.status_code == 302
    assert [one.isian for one in PerubahanData.objects.all()] == ["nama_aplikasi"]
    words = words_for(desk, "opd")
    assert "Semula “Antrean Daring”, menjadi “Antrean Adminduk”. Salah ketik saat mendaftar." in words
    step = text_of(desk.get("opd", f"/permintaan/{desk.road.nomor}/surat"))
    assert "Perubahan data" in step


def test_a_form_in_which_nothing_was_changed_says_so(at: At) -> None:
    desk = Office(at("analisis"))

    response = send_act(desk, "koreksi_data", "tu", sebab="Salah ketik.", tanggal_surat="besok lusa")

    assert response.status_code == 422
    assert "Tulis tanggal seperti 26/11/2026." in errors_of(response)
    assert "Ubah paling sedikit satu isian yang keliru." in errors_of(response)


CHANGE = {
    "uraian": "Tambah antrean untuk loket keliling.",
    "alasan": "Layanan keliling dimulai lagi.",
    "usaha": "8",
    "hari": "0",
    "risiko": "Pengujian lebih panjang.",
    "keamanan": "Tidak ada data baru.",
}


def test_a_change_of_scope_is_asked_for_decided_and_applied(at: At) -> None:
    desk = Office(at("implementasi"))

    assert send_act(desk, "perubahan_ruang_lingkup", "opd", **CHANGE).status_code == 302
    assert "Perubahan ruang lingkup menunggu Kepala Seksi Pengembangan Aplikasi" in words_for(desk, "opd")
    page = text_of(desk.get("kasi", act_url(desk, "putuskan_perubahan")))
    assert "Tambah antrean untuk loket keliling." in page
    assert "Nomor addendum" not in page
    tasks = text_of(desk.get("kasi", "/tugas"))
    assert "Putuskan perubahan ruang lingkup" in tasks
    assert "Dahulukan: menunggu keputusan" in tasks
    send_act(desk, "putuskan_perubahan", keputusan="disetujui", catatan="Dampaknya kecil.")
    assert "Perubahan ruang lingkup belum masuk dokumen" in words_for(desk, "analis")
    tasks = desk.get("analis", "/tugas")
    assert "Dahulukan: sudah disetujui" in text_of(tasks)
    assert "Perbarui dokumen spesifikasi" in text_of(tasks)
    assert f'href="{act_url(desk, "terapkan_perubahan")}"' in tasks.text
    response = send_act(
        desk, "terapkan_perubahan", "analis", berkas_id=str(specification(desk.road)), versi="1.1"
    )

    assert response.status_code == 302
    step = text_of(desk.get("opd", f"/permintaan/{desk.road.nomor}/analisis"))
    assert "Perubahan ruang lingkup" in step
    assert "Dampaknya kecil." in step
    assert PerubahanLingkup.objects.get().version == DokumenVersi.objects.latest("pk")


def test_whoever_has_to_do_with_the_change_finds_it_in_tugas_saya(at: At) -> None:
    desk = Office(at("implementasi"))
    do(desk.road, "perubahan_ruang_lingkup", usaha=20)
    page = desk.get("kabid", "/tugas")
    assert "Putuskan perubahan ruang lingkup" in text_of(page)
    assert act_url(desk, "putuskan_perubahan") in page.content.decode()

    do(desk.road, "putuskan_perubahan", "kabid")

    page = desk.get("analis", "/tugas")
    assert "Perbarui dokumen spesifikasi" in text_of(page)
    assert act_url(desk, "terapkan_perubahan") in page.content.decode()


def test_a_change_that_needs_days_is_decided_with_the_new_date(at: At) -> None:
    desk = Office(at("implementasi"))
    do(desk.road, "perubahan_ruang_lingkup", hari=3)
    page = text_of(desk.get("kabid", act_url(desk, "putuskan_perubahan")))
    assert "Isi bila disetujui. Akhir pengerjaan semula" in page

    answers = {"keputusan": "disetujui", "catatan": "Perlu.", "sampai": "", "nomor": ""}
    refused = send_act(desk, "putuskan_perubahan", "kabid", **answers)
    assert errors_of(refused) == [
        "Perubahan ini menambah 3 hari kerja. Isi tanggal yang baru beserta nomor addendum."
    ]
    done = send_act(
        desk, "putuskan_perubahan", "kabid", **{**answers, "sampai": "6/7/2026", "nomor": "B/9/2026"}
    )
    assert done.status_code == 302


def test_a_file_that_was_taken_survives_what_is_wrong_elsewhere(at: At) -> None:
    desk = Office(at("implementasi"))
    for key in ("perubahan_ruang_lingkup", "putuskan_perubahan"):
        do(desk.road, key)
    url = act_url(desk, "terapkan_perubahan")
    answers = next(form for form in forms_on(desk.get("analis", url)) if "seen" in form.answers).answers

    response = desk.post("analis", {**answers, "versi": "", "berkas": a_pdf("spesifikasi.pdf")}, url)

    assert response.status_code == 422
    assert errors_of(response) == ["Isi versi dokumen, misalnya 1.1."]
    assert "spesifikasi.pdf" in text_of(response)
    assert response.text.count('name="berkas_id"') == 1


def test_only_a_file_that_is_kept_says_its_id(at: At) -> None:
    """A script adds the id beside the file; a second, empty field would be read instead of it."""
    desk = Office(at("implementasi"))
    for key in ("perubahan_ruang_lingkup", "putuskan_perubahan"):
        do(desk.road, key)

    page = desk.get("analis", act_url(desk, "terapkan_perubahan"))

    assert 'name="berkas_id"' not in page.text


def test_a_file_that_cannot_be_is_said_at_its_field(at: At) -> None:
    desk = Office(at("implementasi"))
    for key in ("perubahan_ruang_lingkup", "putuskan_perubahan"):
        do(desk.road, key)
    url = act_url(desk, "terapkan_perubahan")
    answers = next(form for form in forms_on(desk.get("analis", url)) if "seen" in form.answers).answers

    response = desk.post(
        "analis", {**answers, "versi": "1.1", "berkas": SimpleUploadedFile("a.pdf", b"MZ")}, url
    )

    assert response.status_code == 422
    assert len(errors_of(response)) == 1


def test_a_meeting_without_the_opd_is_noted_and_the_third_asks_for_the_letter(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    road = desk.road
    for times in (1, 2):
        road.walk_to("rapat_teknis")
        road.now = road.permintaan.rapat_set.latest("sesi").planned_start + timedelta(minutes=45)
        assert "Nomor surat kepada Kepala OPD" not in text_of(
            desk.get("analis", act_url(desk, "jadwal_ulang"))
        ), times
        response = send_act(desk, "jadwal_ulang", "analis", catatan="Telepon tidak diangkat.")
        assert response.status_code == 302
        road.resume("analis")
    road.walk_to("rapat_teknis")
    road.now = road.permintaan.rapat_set.latest("sesi").planned_start + timedelta(minutes=45)

    page = text_of(desk.get("analis", act_url(desk, "jadwal_ulang")))

    assert "Wajib, karena OPD sudah 3 kali tidak hadir." in page
    step = text_of(desk.get("opd", f"/permintaan/{road.nomor}/rapat_teknis"))
    assert "Sesi 1: OPD tidak hadir" in step


def test_an_opd_is_not_offered_what_only_the_office_may_put_right(at: At) -> None:
    desk = Office(at("analisis"))

    words = text_of(desk.get("opd", act_url(desk, "koreksi_data")))
    assert "Nomor surat" not in words
    assert "Akun OPD yang dicabut aksesnya" not in text_of(desk.get("opd", act_url(desk, "ganti_pic")))
    assert "Nomor surat" in text_of(desk.get("tu", act_url(desk, "koreksi_data")))
