"""Kembalikan: back to an earlier step with a reason, a new attempt of it, and the road from there once more."""

from collections.abc import Callable

import pytest

from loket.application.act import act
from loket.application.acts.kembalikan import Data
from loket.application.acts.tolak import Data as Tolak
from loket.application.errors import Invalid, Refused
from loket.application.steps import PARTS
from loket.models.dokumen import DokumenVersi
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Penugasan
from loket.models.rapat import Kesepakatan
from loket.models.tiket import Tiket
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road

At = Callable[..., Road]
STEPS = tuple(dict.fromkeys(step for step, _ in PARTS))
LAST = STEPS[-1]
TARGETS = [step for step in STEPS[1:] if step != "rapat_teknis"]


def one_before(step: str) -> str:
    return [target for target in TARGETS if STEPS.index(target) < STEPS.index(step)][-1]


def refusal(road: Road, username: str) -> tuple[str, ...]:
    with nothing_changes(), pytest.raises(Refused) as refused:
        road.return_to("disposisi", username)
    return refused.value.verdict.unmet


def test_the_step_is_taken_up_anew_and_the_one_that_was_left_is_closed(at: At) -> None:
    road = at("implementasi")

    entry = road.return_to("analisis")

    permintaan = road.permintaan
    assert (permintaan.at_step, permintaan.at_bagian, permintaan.turn) == (
        "analisis",
        "susun",
        ["sistem_analis"],
    )
    assert permintaan.attempts["analisis"] == 2
    assert entry.particulars["langkah"] == "analisis"
    assert Pengerjaan.objects.get(permintaan=permintaan, step="implementasi").done_at == road.now
    assert_replay_lands_on_the_rows(permintaan)


def test_what_was_reached_from_there_on_is_to_be_reached_again(at: At) -> None:
    road = at("serah_terima", "ttd_opd")
    before = set(road.permintaan.reached)

    road.return_to("desain")

    lost = before - set(road.permintaan.reached)
    assert {"dokumen_desain_disetujui", "aplikasi_diterima", "bast_ditandatangani_dinas"} <= lost
    assert "dokumen_analisis_disetujui" not in lost


def test_what_was_handed_in_stays_beside_what_is_handed_in_anew(at: At) -> None:
    road = at("desain")
    road.return_to("analisis")

    road.walk_to("desain")

    versions = DokumenVersi.objects.filter(dokumen__jenis="spesifikasi").order_by("number")
    assert [one.number for one in versions] == [1, 2]


def test_what_was_agreed_stays_beside_what_is_agreed_anew(at: At) -> None:
    road = at("analisis")
    road.return_to("undangan")

    road.walk_to("analisis")

    sessions = Kesepakatan.objects.filter(permintaan=road.permintaan).values_list("rapat__sesi", flat=True)
    assert sorted(sessions) == [1, 2]


def test_a_new_team_takes_the_place_of_the_old_one(at: At) -> None:
    road = at("undangan")
    former = set(Penugasan.objects.current().values_list("pk", flat=True))
    road.return_to("penunjukan")

    road.walk_to("undangan")

    assert former.isdisjoint(Penugasan.objects.current().values_list("pk", flat=True))
    assert Penugasan.objects.count() == 2 * len(former)


def test_a_letter_that_is_returned_before_any_disposition_is_disposed_of_when_it_comes_back(at: At) -> None:
    road = at("disposisi", "kepala_dinas")
    road.return_to("surat")

    road.resend()
    road.walk_to("selesai")

    assert_replay_lands_on_the_rows(road.permintaan)


def test_what_was_left_before_it_was_done_has_no_performer_and_no_verdict(at: At) -> None:
    road = at("desain")
    road.return_to("analisis")

    run = Pengerjaan.objects.get(permintaan=road.permintaan, step="desain")
    assert (run.started_at, run.performer, run.colour) == (None, None, "")
    assert run.done_at == road.now


def test_the_ticket_of_an_application_that_is_made_again_is_open_again(at: At) -> None:
    road = at("pendampingan")
    assert Tiket.objects.get().state == "selesai"

    road.return_to("implementasi")

    assert Tiket.objects.get().state == "terbuka"


def test_what_was_agreed_still_binds_after_a_return(at: At) -> None:
    road = at("analisis")
    road.return_to("undangan")

    with nothing_changes(), pytest.raises(Refused) as refused:
        act(
            nomor=road.nomor,
            act_key="tolak",
            actor=road.actor("kasi"),
            data=Tolak(alasan="Kapasitas habis."),
            seen=road.permintaan.revision,
            now=road.now,
        )

    assert "Penghentian diputuskan Kepala Dinas." in refused.value.verdict.unmet[0]


def test_a_letter_that_is_returned_waits_for_its_opd(at: At) -> None:
    road = at("penunjukan")

    road.return_to("surat")

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.waiting_on, permintaan.at_step) == ("menunggu", "opd", "surat")
    assert_replay_lands_on_the_rows(permintaan)


@pytest.mark.parametrize(
    ("step", "target"),
    (
        *((LAST, target) for target in TARGETS if target != LAST),
        *((step, one_before(step)) for step in STEPS[2:-1]),
    ),
)
def test_from_the_last_step_and_from_one_to_the_one_before_the_end_is_reached(
    at: At, step: str, target: str
) -> None:
    road = at(step)
    road.return_to(target)

    road.walk_to("selesai")

    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize("username", ("opd", "tu", "analis", "programmer"))
def test_only_those_who_lead_decide_it(at: At, username: str) -> None:
    assert refusal(at("desain"), username) == ("Pengembalian diputuskan Kepala Seksi atau pimpinannya.",)


def test_what_is_paused_goes_on_before_it_is_returned(at: At) -> None:
    road = at("desain")
    road.pause()

    assert refusal(road, "kasi") == ("Permintaan sedang dijeda.",)


@pytest.mark.parametrize("step", ("rapat_teknis", "desain", "implementasi", "selesai", "entah", ""))
def test_it_goes_neither_forward_nor_to_a_meeting_without_an_invitation(at: At, step: str) -> None:
    road = at("desain")
    data = Data(langkah=step, alasan="Ada data yang keliru.")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        act(
            nomor=road.nomor,
            act_key="kembalikan",
            actor=road.actor("kasi"),
            data=data,
            seen=road.permintaan.revision,
            now=road.now,
        )

    assert dict(invalid.value.problems) == {"langkah": ["Pilih langkah sebelum langkah ini."]}
