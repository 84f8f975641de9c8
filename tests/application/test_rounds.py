"""What comes more than once: meetings, versions, test rounds, BAST and reports; the old ones stay, one is current."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from loket.application.errors import Invalid
from loket.core.role import Role
from loket.models.dokumen import DokumenVersi, Review
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.rapat import Kesepakatan, Rapat
from tests.application.everything import nothing_changes
from tests.cast import Road


def _runs(road: Road, step: str) -> list[Pengerjaan]:
    return list(Pengerjaan.objects.filter(permintaan__nomor=road.nomor, step=step).order_by("attempt"))


def test_a_second_meeting_is_a_session_of_its_own(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")

    continued = road.step("rapat_lagi")

    permintaan = road.permintaan
    assert (permintaan.at_step, permintaan.sesi) == ("undangan", 1)
    assert "undangan_terkirim" not in permintaan.reached
    assert continued.kind == "rapat.continued"
    assert not Kesepakatan.objects.filter(permintaan=permintaan).exists()
    road.walk_to("analisis")
    meetings = Rapat.objects.filter(permintaan=permintaan)
    assert [(rapat.sesi, rapat.keputusan, bool(rapat.alasan_lanjutan)) for rapat in meetings] == [
        (1, "rapat_lagi", True),
        (2, "lanjut", False),
    ]
    assert Kesepakatan.objects.get(permintaan=permintaan).rapat == meetings[1]
    assert road.permintaan.sesi == 2


def test_every_session_is_measured_by_its_own_times(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    road.step("rapat_lagi")
    road.walk_to("analisis")

    meetings = Rapat.objects.filter(permintaan=road.permintaan)
    runs = _runs(road, "rapat_teknis")

    assert [(run.event_start, run.event_end) for run in runs] == [
        (rapat.held_start, rapat.held_end) for rapat in meetings
    ]
    assert [(run.attempt, run.colour) for run in runs] == [(1, "green"), (2, "green")]


def test_the_meeting_is_due_by_the_start_that_was_agreed(at: Callable[..., Road]) -> None:
    road = at("undangan")

    entry = road.step()

    run = _runs(road, "rapat_teknis")[0]
    rapat = Rapat.objects.get(permintaan=road.permintaan)
    assert run.event_start == rapat.planned_start
    assert road.permintaan.due_at == run.due_at == rapat.planned_start + timedelta(minutes=180)
    assert entry.particulars["sesi"] == 1


def test_an_attendee_who_is_nobody_is_named_at_the_list(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    road.wait_until_possible()
    data = road.plausible_data()
    stranger = replace(data.attendees[0], user_id=0)  # type: ignore[attr-defined]  # the data of step 6
    strange = replace(data, attendees=(stranger, *data.attendees[1:]))  # type: ignore[type-var, attr-defined]  # see above

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=strange)

    assert invalid.value.problems == {
        "attendees": ["Pilih orang yang masih bertugas, atau tulis namanya saja."]
    }


def test_everybody_at_the_meeting_is_on_the_list(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    road.step()

    listed = Rapat.objects.get(permintaan=road.permintaan).kehadiran_set.all()

    assert {person.user.username for person in listed if person.user} == {"analis", "programmer"}
    assert [str(person) for person in listed if not person.user] == [road.permintaan.pic_nama]


def test_a_returned_document_waits_again_for_its_author_in_the_same_run(at: Callable[..., Road]) -> None:
    road = at("analisis", "setujui")

    entry = road.step("dikembalikan")

    permintaan = road.permintaan
    assert (permintaan.at_step, permintaan.at_bagian, permintaan.turn) == (
        "analisis",
        "susun",
        ["sistem_analis"],
    )
    assert not {"dokumen_analisis_diajukan", "dokumen_analisis_direviu"} & set(permintaan.reached)
    assert entry.kind == "analisis.returned"
    assert [run.attempt for run in _runs(road, "analisis")] == [1]


@pytest.mark.parametrize("step", ("analisis", "desain"))
def test_every_version_and_what_was_said_of_it_stays(at: Callable[..., Road], step: str) -> None:
    road = at(step, "reviu")
    road.step("dikembalikan")
    road.walk_to(step, "setujui")
    road.step("dikembalikan")
    road.walk_to("desain" if step == "analisis" else "implementasi")

    jenis = {"analisis": "spesifikasi", "desain": "desain"}[step]
    versions = DokumenVersi.objects.filter(dokumen__jenis=jenis).order_by("number")
    reviews = Review.objects.filter(version__in=versions).order_by("pk")

    assert [version.number for version in versions] == [1, 2, 3]
    assert [(review.version.number, review.bagian, review.is_approved) for review in reviews] == [
        (1, "reviu", False),
        (2, "reviu", True),
        (2, "setujui", False),
        (3, "reviu", True),
        (3, "setujui", True),
    ]
    assert [bool(review.catatan) for review in reviews] == [True, False, True, False, False]


def test_a_rejected_test_opens_another_round(at: Callable[..., Road]) -> None:
    road = at("implementasi", "uat")
    rejected = road.step("ditolak")
    assert (road.permintaan.at_bagian, road.permintaan.turn) == ("bangun", ["programmer"])
    road.walk_to("implementasi", "uat")

    accepted = road.step("diterima_dengan_catatan")

    rounds = road.permintaan.uat_set.all()
    assert [(uat.round, uat.hasil) for uat in rounds] == [(1, "ditolak"), (2, "diterima_dengan_catatan")]
    assert all(uat.catatan and uat.decided_by == road.people["opd"] for uat in rounds)
    assert [uat.evidence.number for uat in rounds] == [1, 2]
    assert (rejected.kind, accepted.kind) == ("uat.rejected", "uat.accepted_with_notes")
    assert road.permintaan.at_step == "serah_terima"


def test_progress_is_noted_and_ready_means_all(at: Callable[..., Road]) -> None:
    road = at("implementasi", "bangun")
    road.step("kemajuan")
    road.step()

    notes = road.permintaan.progressnote_set.order_by("pk")

    assert notes[0].percent < notes[1].percent == 100
    assert road.permintaan.aplikasi.address == f"https://{road.nomor.lower()}.magetan.example"


@pytest.mark.parametrize("bagian", ("ttd_dinas", "ttd_opd"))
def test_a_returned_bast_is_kept_and_a_new_one_prepared(at: Callable[..., Road], bagian: str) -> None:
    road = at("serah_terima", bagian)
    road.step("dikembalikan")
    assert (road.permintaan.at_bagian, road.permintaan.turn) == ("siapkan", ["kepala_seksi"])
    road.walk_to("status_gitlab")

    old, new = road.permintaan.bast_set.order_by("pk")

    assert (old.is_current, bool(old.returned_reason), old.opd_at) == (False, True, None)
    assert (new.is_current, new.returned_reason) == (True, "")
    assert (new.dinas_by, new.dinas_capacity) == (road.people["kadis"], "kepala_dinas")
    assert (new.opd_by, new.dinas_at is not None, new.opd_at is not None) == (road.people["opd"], True, True)


def test_the_handover_is_measured_by_the_launch(at: Callable[..., Road]) -> None:
    road = at("serah_terima", "siapkan")
    road.walk_to("status_gitlab")

    bast = road.permintaan.bast_set.get()
    run = _runs(road, "serah_terima")[0]

    assert (run.event_start, run.event_end, run.colour) == (bast.launch_start, bast.launch_end, "green")


def test_both_agreed_dates_give_the_runs_their_ends(at: Callable[..., Road]) -> None:
    road = at("pendampingan", "laporan")

    permintaan = road.permintaan

    assert _runs(road, "implementasi")[0].agreed == permintaan.implementasi_until
    assert _runs(road, "pendampingan")[0].agreed == permintaan.pendampingan_until
    assert permintaan.due_at is not None
    assert permintaan.due_at.astimezone(road.now.tzinfo).date() == permintaan.pendampingan_until


@pytest.mark.parametrize("bagian", ("setujui", "konfirmasi"))
def test_a_returned_report_is_kept_and_a_new_one_written(at: Callable[..., Road], bagian: str) -> None:
    road = at("pendampingan", bagian)
    returned = road.step("dikembalikan")
    road.step("kegiatan")
    road.walk_to("selesai")

    old, new = road.permintaan.laporanpendampingan_set.order_by("pk")

    assert returned.kind == "pendampingan.returned"
    assert (old.is_current, bool(old.returned_reason), old.confirmed_at) == (False, True, None)
    assert (new.is_current, new.approved_by, new.confirmed_by) == (
        True,
        road.people["kasi"],
        road.people["opd"],
    )
    assert [old.version.number, new.version.number] == [1, 2]
    assert road.permintaan.pendampingannote_set.count() == 1


def test_the_ticket_is_opened_with_the_priority_and_closed_after_the_handover(
    at: Callable[..., Road],
) -> None:
    road = at("undangan")
    opened = road.permintaan.tiket
    assert (opened.state, opened.changed_at) == ("terbuka", None)
    road.walk_to("status_gitlab")

    entry = road.step()

    closed = road.permintaan.tiket
    assert (closed.pk, closed.state, closed.changed_at) == (opened.pk, "selesai", entry.happened_at)


def test_a_status_that_gitlab_confirms_later_ends_the_step_too(at: Callable[..., Road]) -> None:
    road = at("status_gitlab", "ubah")
    road.permintaan.__class__.objects.filter(nomor=road.nomor).update(at_bagian="terkonfirmasi")

    entry = road.step()

    assert (entry.kind, entry.outcome) == ("status_gitlab.confirmed", "terkonfirmasi")
    assert road.permintaan.at_step == "pendampingan"


def test_the_team_has_one_lead_and_everybody_a_jobdesk(at: Callable[..., Road]) -> None:
    road = at("penunjukan")
    entry = road.step()

    places = road.permintaan.penugasan_set.order_by("role", "pk")

    assert {place.role: (place.is_lead, bool(place.jobdesk)) for place in places} == {
        Role.PROGRAMMER: (False, True),
        Role.SISTEM_ANALIS: (True, True),
    }
    assert entry.particulars["lead_id"] == road.people["analis"].pk


def test_an_override_of_the_priority_keeps_both_levels_and_the_reason(at: Callable[..., Road]) -> None:
    road = at("prioritas")
    scores = {f"u{number}": 1 for number in range(1, 8)}
    data = replace(road.plausible_data(), scores=scores, decided="mendesak", reason="Arahan Bupati.")  # type: ignore[type-var]  # the data of step 4

    entry = road.perform_as("kasi", data=data)

    sheet = road.permintaan.prioritas_set.get()
    assert (sheet.computed, sheet.decided, sheet.reason) == ("rendah", "mendesak", "Arahan Bupati.")
    assert sheet.total == 25
    assert (road.permintaan.priority, road.permintaan.priority_rank) == ("mendesak", 0)
    assert (entry.particulars["computed"], entry.particulars["decided"]) == ("rendah", "mendesak")
    assert Entry.objects.latest("pk") == entry


def test_a_reason_without_an_override_is_not_kept(at: Callable[..., Road]) -> None:
    road = at("prioritas")
    data = replace(road.plausible_data(), reason="Tidak perlu.")  # type: ignore[type-var]  # the data of step 4

    road.perform_as("kasi", data=data)

    assert road.permintaan.prioritas_set.get().reason == ""
