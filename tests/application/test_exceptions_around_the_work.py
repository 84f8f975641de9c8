"""Exceptional flows around the work (DOMAIN 12): each test is a row of the table and walks its whole path."""

from dataclasses import replace
from datetime import date

import pytest

from loket.application.acts.diskusi import Data as Words
from loket.application.acts.jeda import Data as Pause
from loket.application.errors import Invalid
from loket.application.kahar_round import carry_through
from loket.application.office.kahar import Data as Decree
from loket.application.office.kahar import declare, end
from loket.application.steps.s06_rapat_teknis import Item
from loket.cli.demo.walk import office_calendar
from loket.core.clock import closing_of
from loket.core.pause import Party
from loket.models.addendum import Addendum
from loket.models.bast import Bast
from loket.models.diskusi import Comment
from loket.models.entry import Entry
from loket.models.kahar import Kahar
from loket.models.pengerjaan import Pengerjaan
from loket.models.perubahan import PerubahanData
from loket.models.rapat import Kesepakatan, Rapat
from loket.models.surat import Surat
from loket.models.tiket import Tiket
from tests.application.everything import nothing_changes
from tests.application.exceptional import (
    At,
    all_pauses,
    days_later,
    do_with,
    receive_original,
    refused,
    row,
    state,
    written,
)
from tests.application.gitlab.conftest import gitlab
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do

__all__ = ["gitlab"]
RUNS = ("berjalan", "", "")
CONTRACT, ADDED = date(2026, 8, 31), date(2026, 9, 30)
DECREE = Decree(nomor="188/7/403.113/2026", alasan="Banjir di pusat data.")


@row("Pihak ketiga (bukan swakelola)")
def test_what_a_third_party_builds_has_its_dates_by_contract_and_every_approval(at: At) -> None:
    road = at("rapat_teknis")
    before = road.permintaan.head_seq
    road.wait_until_possible()
    bought = replace(  # type: ignore[type-var]  # the data of step 6
        road.plausible_data(),
        items=(Item(jenis="software", nama="Pembuatan aplikasi", pihak="pihak_ketiga"),),
        implementasi_until=CONTRACT,
        pemelihara="pihak_ketiga",
        pemelihara_nama="CV Karya Digital, masa pemeliharaan 6 bulan",
    )
    road.perform_as("analis", data=bought)
    road.walk_to("implementasi")
    assert road.permintaan.due_at == closing_of(CONTRACT, office_calendar())

    road.extend(sampai=ADDED, nomor="B/14/ADD/2026")
    assert road.permintaan.due_at == closing_of(ADDED, office_calendar())
    road.walk_to("selesai")

    agreed = Kesepakatan.objects.get()
    assert [item["pihak"] for item in agreed.penyedia] == ["pihak_ketiga"]
    assert (agreed.pemelihara, agreed.implementasi_until) == ("pihak_ketiga", CONTRACT)
    assert (Addendum.objects.get().semula, Addendum.objects.get().menjadi) == (CONTRACT, ADDED)
    assert all(Bast.objects.values_list("dinas_at", "opd_at").get())
    lines = written(road, before)
    assert lines[0] == "rapat.concluded, sistem_analis, web"
    assert [line for line in lines if "approved" in line or "accepted" in line or "extended" in line] == [
        "analisis.approved, opd, test",
        "desain.approved, opd, test",
        "kesepakatan.extended, kepala_seksi, web",
        "uat.accepted, opd, test",
        "pendampingan.approved, kepala_seksi, test",
    ]
    assert (road.permintaan.status, all_pauses(road)) == ("selesai", [])
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Perangkat/hosting belum siap")
def test_until_the_infrastructure_is_ready_nothing_is_launched_and_no_clock_runs(at: At) -> None:
    road = at("serah_terima")
    before = road.permintaan
    launch = road.plausible_data()

    do_with(road, "jeda", "analis", Pause(alasan="prasarana", catatan="Server produksi belum dipasang."))

    assert (state(road), road.permintaan.due_at) == (("menunggu", "prasarana", "lain"), None)
    assert refused(road, "kasi", launch) == ("Permintaan sedang dijeda.",)
    days_later(road, 3)
    road.resume("analis")
    assert before.due_at is not None
    assert road.permintaan.due_at is not None
    assert road.permintaan.due_at > before.due_at
    road.step()
    assert (road.permintaan.at_bagian, all_pauses(road)) == ("ttd_dinas", [Party.LAIN])
    assert written(road, before.head_seq) == [
        "permintaan.paused, sistem_analis, web",
        "permintaan.resumed, sistem_analis, web",
        "bast.prepared, kepala_seksi, test",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("GitLab tidak dapat diakses")
@pytest.mark.usefixtures("gitlab")
def test_while_gitlab_does_not_answer_the_ticket_here_is_the_truth_and_a_person_makes_sure_later(
    at: At,
) -> None:
    road = at("status_gitlab")
    before = road.permintaan.head_seq

    road.step()

    assert (road.permintaan.at_bagian, state(road), Tiket.objects.get().state) == (
        "terkonfirmasi",
        RUNS,
        "selesai",
    )
    assert "status_gitlab_diubah" not in road.permintaan.reached
    road.step()
    assert (road.permintaan.at_step, all_pauses(road)) == ("pendampingan", [])
    run = Pengerjaan.objects.get(permintaan=road.permintaan, step="status_gitlab")
    assert (run.attempt, run.performer) == (1, road.people["programmer"])
    assert written(road, before) == [
        "status_gitlab.requested, programmer, test",
        "status_gitlab.confirmed, programmer, test",
    ]
    road.walk_to("selesai")
    assert_replay_lands_on_the_rows(road.permintaan)


@row("WhatsApp gagal")
def test_an_invitation_goes_by_telephone_or_letter_where_whatsapp_does_not(at: At) -> None:
    road = at("undangan")
    before = road.permintaan.head_seq
    by_phone = replace(road.plausible_data(), kanal="telepon")  # type: ignore[type-var]  # the data of step 5
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=by_phone)
    assert list(invalid.value.problems) == ["catatan_telepon"]

    answered = "WhatsApp tidak terkirim. Nur Hidayati dihubungi pukul 09.10, bersedia hadir."
    road.perform_as("analis", data=replace(by_phone, catatan_telepon=answered))  # type: ignore[type-var]  # see above
    road.step("rapat_lagi")
    by_letter = replace(road.plausible_data(), kanal="surat", nomor_surat="B/15/2026")  # type: ignore[type-var]  # see above
    road.perform_as("analis", data=by_letter)

    meetings = Rapat.objects.values_list("kanal", "catatan_telepon", "nomor_surat")
    assert list(meetings) == [("telepon", answered, ""), ("surat", "", "B/15/2026")]
    sent = Entry.objects.filter(permintaan=road.permintaan, kind="undangan.sent")
    assert [entry.particulars["kanal"] for entry in sent] == ["telepon", "surat"]
    assert (state(road), all_pauses(road)) == (RUNS, [])
    invited = "undangan.sent, sistem_analis, web"
    assert written(road, before) == [invited, "rapat.continued, sistem_analis, test", invited]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Keadaan kahar (bencana, padam listrik, serangan siber)")
def test_by_decree_every_open_clock_stands_still_and_goes_on_afterwards(at: At) -> None:
    road = at("desain")
    before = road.permintaan
    other = Road(road.people, road.now)
    other.submit()
    after_letter = other.permintaan.head_seq

    declare(DECREE, actor=road.actor("kadis"), now=road.now)
    assert carry_through(road.now) == 2
    assert [state(one) for one in (road, other)] == [("menunggu", "kahar", "lain")] * 2
    days_later(road, 2)
    end(actor=road.actor("kadis"), now=road.now)
    assert carry_through(road.now) == 2

    both = ["permintaan.paused, jam", "permintaan.resumed, jam"]
    for one, since in ((road, before.head_seq), (other, after_letter)):
        assert (state(one), all_pauses(one), written(one, since)) == (RUNS, [Party.LAIN], both)
        assert_replay_lands_on_the_rows(one.permintaan)
    assert before.due_at is not None
    due_at = office_calendar().add_days(before.due_at, 2)
    assert (road.permintaan.due_at, Kahar.objects.get().nomor) == (due_at, DECREE.nomor)


@row("Keluhan tentang petugas")
def test_a_complaint_changes_neither_the_state_nor_the_clock_of_a_request(at: At) -> None:
    road = at("desain")
    before = road.permintaan

    do_with(road, "diskusi", "opd", Words(text="Petugas tidak menjawab telepon selama tiga hari."))
    do_with(road, "catatan_internal", "kasi", Words(text="Keluhan ditangani Kepala Bidang."))

    after = road.permintaan
    ignored = {"_state", "head_seq", "head_hash"}
    assert {name: value for name, value in vars(after).items() if name not in ignored} == {
        name: value for name, value in vars(before).items() if name not in ignored
    }
    assert list(Comment.objects.order_by("pk").values_list("is_internal", flat=True)) == [False, True]
    assert written(road, before.head_seq) == [
        "diskusi.posted, opd, web",
        "diskusi.posted_internally, kepala_seksi, web",
    ]
    assert_replay_lands_on_the_rows(after)


@row("Salah input oleh pengguna")
def test_what_was_typed_wrongly_is_put_right_and_no_measurement_changes(at: At) -> None:
    road = at("analisis")
    before, measured = road.permintaan, list(Pengerjaan.objects.order_by("pk").values())

    do(road, "koreksi_data")

    after = road.permintaan
    assert (after.nama_aplikasi, after.due_at) == ("Antrean Daring Adminduk", before.due_at)
    notes = PerubahanData.objects.order_by("isian").values_list("isian", "semula", "menjadi", "alasan")
    why = "Salah ketik saat mendaftar."
    assert list(notes) == [
        ("nama_aplikasi", "Antrean Daring", "Antrean Daring Adminduk", why),
        ("tanggal_surat", "2026-02-27", "2026-02-26", why),
    ]
    assert list(Pengerjaan.objects.order_by("pk").values()) == measured
    assert (state(road), written(road, before.head_seq)) == (RUNS, ["data.corrected, tata_usaha, web"])
    assert_replay_lands_on_the_rows(after)


@row('Permintaan mendesak di luar SOP ("perintah lisan pimpinan")')
def test_an_order_by_word_of_mouth_is_registered_by_the_front_desk_and_its_letter_follows(
    road: Road,
) -> None:
    with pytest.raises(Invalid) as invalid:
        road.submit("opd", bentuk="arahan_lisan")
    assert invalid.value.problems == {"bentuk": ["Arahan lisan pimpinan dicatat oleh Tata Usaha."]}

    road.submit("tu", bentuk="arahan_lisan")
    assert Surat.objects.get().bentuk == "arahan_lisan"
    road.walk_to("analisis")
    before = road.permintaan.head_seq
    gate = refused(road, "analis", road.plausible_data())
    assert gate[0].startswith("Surat asli belum diterima.")
    receive_original(road)
    road.walk_to("desain")

    assert (state(road), all_pauses(road)) == (RUNS, [])
    assert written(road)[0] == "surat.submitted, tata_usaha, web"
    assert written(road, before) == [
        "surat_asli.received, tata_usaha, web",
        "analisis.submitted, sistem_analis, test",
        "analisis.reviewed, kepala_seksi, test",
        "analisis.approved, opd, test",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)
