"""Effects are rows of the transaction that caused them: there with the act, gone with its rollback."""

from collections.abc import Iterable

import pytest

from loket.application import outbox
from loket.application.act import act
from loket.application.acts.diskusi import Data as Said
from loket.models.entry import Entry
from tests.application.everything import jobs, nothing_changes
from tests.cast import Road


class Stopped(Exception):
    """Something after the act goes wrong, inside the same transaction."""


def test_every_act_leaves_its_effects_as_the_sop_lists_them(road: Road) -> None:
    road.submit()
    road.walk_to("selesai")

    told: dict[int, list[str]] = {}
    for effect, entry_id in jobs():
        told.setdefault(entry_id, []).append(effect)

    turn = "kabari_giliran"
    kinds = Entry.objects.in_bulk(list(told))
    assert {kinds[entry_id].kind: effects for entry_id, effects in told.items()} == {
        "surat.submitted": [turn],
        "disposisi.given": [turn, "kabari_opd"],
        "tim.appointed": [turn, "kabari_tim"],
        "prioritas.set": [turn, "kabari_opd"],
        "undangan.sent": [turn, "kabari_opd"],
        "surat_asli.received": ["kabari_diskusi"],
        "rapat.concluded": [turn, "kabari_rapat_berlarut"],
        "analisis.submitted": [turn],
        "analisis.reviewed": [turn],
        "analisis.approved": [turn, "kabari_reviu_berulang"],
        "desain.submitted": [turn],
        "desain.reviewed": [turn],
        "desain.approved": [turn, "kabari_reviu_berulang"],
        "implementasi.ready": [turn],
        "uat.accepted": [turn],
        "bast.prepared": [turn, "kabari_opd"],
        "naskah.issued": ["kabari_penandatangan"],
        "bast.signed_by_dinas": [turn],
        "bast.signed_by_opd": [turn, "kabari_opd"],
        "status_gitlab.changed": [turn],
        "pendampingan.reported": [turn],
        "pendampingan.approved": [turn],
        "pendampingan.confirmed": [turn, "kabari_opd"],
    }


def test_the_head_of_the_division_that_was_passed_over_gets_a_copy(road: Road) -> None:
    road.submit()

    entry = road.step("sampai_di_seksi")

    assert [effect for effect, entry_id in jobs() if entry_id == entry.pk] == [
        "kabari_giliran",
        "kabari_opd",
        "kabari_tembusan",
    ]


@pytest.mark.parametrize(
    ("act_key", "effect"), (("diskusi", "kabari_diskusi"), ("catatan_internal", "kabari_diskusi"))
)
def test_acts_have_effects_too(road: Road, act_key: str, effect: str) -> None:
    road.submit()

    entry = act(
        nomor=road.nomor, act_key=act_key, actor=road.actor("kasi"), data=Said(text="Baik."), now=road.now
    )

    assert jobs()[-1] == (effect, entry.pk)


def test_a_withdrawal_is_told_to_the_office(road: Road) -> None:
    road.submit()

    entry = road.withdraw()

    assert jobs()[-1] == ("kabari_kantor", entry.pk)


def test_a_rollback_takes_the_jobs_with_it(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    road.submit()
    data, before, during = road.plausible_data(), jobs(), []
    enqueue = outbox.enqueue

    def enqueue_and_stop(effects: Iterable[str], entry: Entry) -> None:
        enqueue(effects, entry)
        during.extend(jobs())
        raise Stopped

    monkeypatch.setattr(outbox, "enqueue", enqueue_and_stop)

    with nothing_changes(), pytest.raises(Stopped):
        road.perform_as("kadis", data=data)

    assert len(during) == len(before) + 3


def test_an_act_without_effects_leaves_no_job(road: Road) -> None:
    road.submit()
    before = jobs()

    outbox.enqueue((), Entry.objects.latest("pk"))

    assert jobs() == before
