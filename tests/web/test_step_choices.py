"""What each form offers and does: recipients, team, scores, slots and clashes, rows, the second outcome."""

from collections.abc import Callable
from datetime import datetime

from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.rapat import Kehadiran, Kesepakatan, Rapat
from loket.models.surat import Disposisi, Surat
from loket.models.tiket import Prioritas
from tests.cast import Road
from tests.web.reading_forms import form_at
from tests.web.step_answers import ANSWERS
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]


def test_the_head_of_the_office_may_pass_a_letter_to_the_section_or_the_division(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    people = desk.road.people

    page = desk.get("kadis")

    assert desk.form().choices["ke"] == [
        f"sampai_di_seksi:{people['kasi'].pk}",
        f"diteruskan:{people['kabid'].pk}",
    ]
    assert "Disposisikan ke Agung Wicaksono, S.Kom." in text_of(page)
    assert "belum ada permintaan berjalan" in text_of(page)


def test_the_head_of_the_division_may_pass_it_only_to_the_section(at: At) -> None:
    desk = Office(at("disposisi", "kepala_bidang"))

    assert desk.form().choices["ke"] == [f"sampai_di_seksi:{desk.road.people['kasi'].pk}"]


def test_after_a_disposisi_the_next_letter_opens(at: At) -> None:
    road = at("disposisi", "kepala_dinas")
    first = road.nomor
    second = road.submit(nomor_surat="B/2/403.112/2026").nomor
    desk = Office(road)
    assert "Surat 2 dari 2" in text_of(desk.get("kadis"))

    response = desk.send({})

    assert response.headers["Location"] == f"/permintaan/{first}/disposisi"
    road.nomor = first
    after = desk.send({})
    assert after.headers["Location"] == f"/permintaan/{first}"
    assert Disposisi.objects.filter(permintaan__nomor=second).count() == 1


def test_the_message_says_the_result_who_is_next_and_by_when(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    desk.road.now = datetime(2026, 3, 2, 9, 10, tzinfo=ZONE)

    response = desk.send({})

    said = [str(message) for message in response.wsgi_request._messages]
    assert " ".join(said) == (
        "Didisposisikan ke Agung Wicaksono, S.Kom. Berikutnya: tunjuk sistem analis dan"
        " programmer, paling lambat Senin, 2 Maret 2026 pukul 09.40 WIB."
    )


def test_a_letter_can_go_back_to_the_opd_which_completes_it_with_all_its_answers(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    back = desk.send({"outcome": "dikembalikan", "kekurangan": "Surat belum ditandatangani."})
    assert (back.status_code, desk.permintaan.at_step) == (302, "surat")
    for address in ("/tugas", f"/permintaan/{desk.road.nomor}", f"/lacak/{desk.permintaan.kode_lacak}"):
        assert "lengkapi surat permintaan aplikasi" in text_of(desk.get("opd", address)).lower()
    page = desk.get("opd")
    assert "Surat belum ditandatangani." in text_of(page)
    assert desk.form("opd").answers["kebutuhan"] == ["Nomor antrean dapat diambil dari rumah."]

    response = desk.send({"penanda_tangan": "Kepala Dinas, Drs. Sutrisno"}, username="opd")

    assert (errors_of(response), desk.permintaan.at_step) == ([], "disposisi")
    current = Surat.objects.get(permintaan=desk.permintaan, is_current=True)
    assert (current.penanda_tangan, current.bentuk) == ("Kepala Dinas, Drs. Sutrisno", "fisik")


def test_the_least_burdened_are_chosen_beforehand(at: At) -> None:
    road = at("prioritas")
    busy = set(Penugasan.objects.filter(permintaan=road.permintaan).values_list("user_id", flat=True))
    road.submit(nomor_surat="B/2/403.112/2026")
    road.walk_to("penunjukan")
    desk = Office(road)

    answers, page = desk.form().answers, desk.get("kasi")

    assert not {int(answers["analyst_ids"][0]), int(answers["programmer_ids"][0])} & busy
    assert "1 permintaan berjalan" in text_of(page)


def test_a_single_analyst_leads_and_several_need_a_lead(at: At) -> None:
    desk = Office(at("penunjukan"))
    both = desk.form().choices["analyst_ids"]
    strangers_lead = desk.send({"analyst_ids": both, "lead_id": []})
    assert errors_of(strangers_lead) == ["Pilih ketua dari sistem analis yang ditunjuk."]

    response = desk.send({"analyst_ids": both[1:], "lead_id": both[0]})

    assert response.status_code == 302
    lead = Penugasan.objects.get(permintaan=desk.permintaan, is_lead=True)
    assert str(lead.user_id) == both[1]


def test_whoever_has_a_jobdesk_that_cannot_be_is_named_as_they_write_themselves(at: At) -> None:
    desk = Office(at("penunjukan"))
    programmer = desk.road.people["programmer"]

    response = desk.send({f"jobdesk_{programmer.pk}_programmer": "a\u202eb"})

    assert errors_of(response)[0].startswith(
        f"Isian jobdesk {programmer.nama} mengandung karakter tersembunyi."
    )


def test_a_jobdesk_can_be_changed_for_one_person(at: At) -> None:
    desk = Office(at("penunjukan"))
    chosen = desk.form().answers["programmer_ids"][0]

    desk.send({f"jobdesk_{chosen}_programmer": "Membuat layanan antrean."})

    jobdesk = Penugasan.objects.get(permintaan=desk.permintaan, role=Role.PROGRAMMER).jobdesk
    assert jobdesk == "Membuat layanan antrean."


def test_an_override_is_kept_with_its_reason(at: At) -> None:
    desk = Office(at("prioritas"))

    desk.send({**ANSWERS["prioritas", "prioritas"](desk), "decided": "mendesak", "reason": "Arahan Bupati."})

    sheet = Prioritas.objects.get()
    assert (sheet.computed, sheet.decided, sheet.reason) == ("tinggi", "mendesak", "Arahan Bupati.")


def test_the_sum_is_shown_without_a_script_too(at: At) -> None:
    desk = Office(at("prioritas"))

    response = desk.send({**ANSWERS["prioritas", "prioritas"](desk), "deadline": "entah"})

    assert "Skor sementara 75 dari 100" in text_of(response)


def test_the_next_free_working_slot_is_proposed(at: At) -> None:
    desk = Office(at("undangan"))

    answers = desk.form().answers

    assert [answers[name] for name in ("tanggal", "jam_mulai", "jam_selesai")] == [
        ["03/03/2026"],
        ["09.00"],
        ["12.00"],
    ]
    team = desk.permintaan.penugasan_set.values_list("user_id", flat=True)
    assert sorted(answers["peserta_ids"]) == sorted(str(user_id) for user_id in team)


def test_a_clash_is_asked_about_once_and_may_be_overruled(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    taken = Rapat.objects.get()
    first = desk.road.nomor
    Penugasan.objects.all().update(until_date=None)
    desk.road.submit(nomor_surat="B/2/403.112/2026")
    desk.road.walk_to("undangan")
    member = str(taken.peserta.order_by("pk")[0].pk)
    start = taken.planned_start.astimezone(ZONE)
    same_time = {
        "tanggal": f"{start:%d/%m/%Y}",
        "jam_mulai": "10.00",
        "jam_selesai": "10.30",
        "peserta_ids": [member],
    }

    warned = desk.send(same_time)
    sent = desk.send({**same_time, "tetap_undang": "on"})

    assert warned.status_code == 422
    assert "sudah diundang rapat lain pada" in text_of(warned)
    assert first not in text_of(warned)
    assert form_at(warned, f"/permintaan/{desk.road.nomor}/undangan").choices["tetap_undang"] == ["on"]
    assert sent.status_code == 302


def test_without_a_script_a_button_adds_a_row_and_keeps_what_was_typed(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    before = desk.form()

    response = desk.send({"tambah": "attendees", "notulen": "Sedang ditulis"})

    again = form_at(response, desk.url())
    assert (response.status_code, errors_of(response)) == (200, [])
    assert again.answers["notulen"] == ["Sedang ditulis"]
    rows = [name for name in again.answers if name.startswith("attendees-") and name.endswith("-nama")]
    old = [name for name in before.answers if name.startswith("attendees-") and name.endswith("-nama")]
    assert len(rows) == len(old) + 1


def test_a_meeting_keeps_its_attendance_and_the_four_outputs(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    desk.road.wait_until_possible()

    response = desk.send(
        {
            **ANSWERS["rapat_teknis", "rapat_teknis"](desk),
            "attendees-1-is_present": [],
            "attendees-3-nama": "Tamu",
            "attendees-3-instansi": "Bappeda",
            "attendees-3-is_present": "on",
            "items-1-DELETE": "on",
        }
    )

    assert errors_of(response) == []
    people = list(Kehadiran.objects.values_list("nama", "is_present"))
    assert (people[0], people[3], len(people)) == (("Nur Hidayati", True), ("Tamu", True), 4)
    assert people[1][1] is False
    assert Kehadiran.objects.filter(user__isnull=False).count() == 2
    agreed = Kesepakatan.objects.get()
    assert agreed.penyedia == [{"jenis": "software", "nama": "Basis data", "pihak": "kominfo"}]


def test_another_session_needs_only_its_reason(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    desk.road.wait_until_possible()
    minutes = {"notulen": "Belum selesai.", "jam_selesai": "10.45", "keputusan": "rapat_lagi"}
    assert errors_of(desk.send(minutes)) == ["Isi yang masih perlu dibahas."]

    response = desk.send({**minutes, "alasan_lanjutan": "Data belum lengkap."})

    assert (response.status_code, desk.permintaan.at_step) == (302, "undangan")


def test_gitlabs_own_word_can_be_replaced_by_a_person_who_says_how_they_know(at: At) -> None:
    desk = Office(at("status_gitlab", "ubah"))
    Permintaan.objects.update(at_bagian="terkonfirmasi")
    assert errors_of(desk.send({})) == ["Isi catatan bagaimana status di GitLab dipastikan."]

    response = desk.send({"catatan": "Dilihat pada halaman proyek."})

    assert (response.status_code, desk.permintaan.at_step) == (302, "pendampingan")


def test_progress_stays_at_its_place_and_says_nothing_of_others(at: At) -> None:
    desk = Office(at("implementasi", "bangun"))

    response = desk.send({"outcome": "kemajuan", "percent": "40%", "catatan": "Modul masuk selesai."})

    said = [str(message) for message in response.wsgi_request._messages]
    assert (response.status_code, said) == (302, ["Kemajuan tersimpan."])
    assert desk.permintaan.at_bagian == "bangun"
