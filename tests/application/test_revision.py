"""`revision` grows when a page read before is no longer true, and only then; the record counts for itself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data as Said
from loket.application.acts.surat_asli_diterima import Data as Arrived
from loket.application.perform import start
from loket.models.permintaan import Permintaan
from tests.cast import Road


def _counters(permintaan: Permintaan) -> tuple[int, int]:
    return permintaan.revision, permintaan.head_seq


def test_every_move_of_a_whole_road_adds_one(road: Road) -> None:
    revisions = [road.submit().revision]
    while road.permintaan.at_step != "selesai":
        road.step()
        revisions.append(road.permintaan.revision)

    assert revisions == list(range(1, 23))


@pytest.mark.parametrize(
    ("step", "bagian", "outcome", "kind"),
    (
        ("implementasi", "bangun", "kemajuan", "implementasi.progressed"),
        ("pendampingan", "laporan", "kegiatan", "pendampingan.logged"),
    ),
)
def test_a_note_leaves_the_page_of_a_colleague_true(
    at: Callable[..., Road], step: str, bagian: str, outcome: str, kind: str
) -> None:
    road = at(step, bagian)
    before = road.permintaan

    entry = road.perform_as("programmer", outcome=outcome)

    after = road.permintaan
    assert entry.kind == kind
    assert _counters(after) == (before.revision, before.head_seq + 1)
    assert (after.at_step, after.at_bagian) == (step, bagian)
    road.perform_as(road.performer(), seen=before.revision)
    assert road.permintaan.revision == before.revision + 1


def test_mulai_discussions_and_the_original_letter_leave_it_true_too(road: Road) -> None:
    before = road.submit()
    road.later(minutes=1)
    place: dict[str, Any] = {"step_key": "disposisi", "bagian": "kepala_dinas"}

    start(nomor=road.nomor, actor=road.actor("kadis"), now=road.now, **place)
    for act_key, username, data in (
        ("diskusi", "opd", Said(text="Mohon kabar.")),
        ("catatan_internal", "kasi", Said(text="Periksa aplikasi lama.")),
        ("surat_asli_diterima", "tu", Arrived(received_at=road.now)),
    ):
        act(nomor=road.nomor, act_key=act_key, actor=road.actor(username), data=data, now=road.now)

    assert _counters(road.permintaan) == (before.revision, before.head_seq + 4)


def test_a_withdrawal_makes_every_page_old(road: Road) -> None:
    before = road.submit()

    road.withdraw()

    assert _counters(road.permintaan) == (before.revision + 1, before.head_seq + 1)


def test_the_agreed_date_of_the_meeting_comes_with_its_move(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    before = road.permintaan
    assert before.implementasi_until is None
    road.wait_until_possible()

    entry = road.step()

    after = road.permintaan
    assert after.revision == before.revision + 1
    assert after.implementasi_until is not None
    assert after.implementasi_until.isoformat() == entry.particulars["implementasi_until"]


def test_the_end_of_mentoring_comes_with_the_bast(at: Callable[..., Road]) -> None:
    road = at("serah_terima", "siapkan")

    entry = road.step()

    assert road.permintaan.pendampingan_until is not None
    assert road.permintaan.pendampingan_until.isoformat() == entry.particulars["pendampingan_until"]
    assert road.permintaan.pendampingan_until > road.now.date() + timedelta(days=14)
