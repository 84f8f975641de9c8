"""A page that was read before somebody else moved the permintaan: who it was, what and when, and nothing is lost."""

from collections.abc import Callable

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data as Said
from loket.application.acts.tarik import Data as Withdrawal
from loket.application.errors import First, Overtaken
from loket.core.actor import Actor
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from tests.application.everything import nothing_changes
from tests.cast import Road


def _overtaken(road: Road, username: str, seen: int) -> Overtaken:
    data = road.plausible_data()
    with nothing_changes(), pytest.raises(Overtaken) as overtaken:
        road.perform_as(username, seen=seen, data=data)
    return overtaken.value


def test_a_stale_page_names_who_did_what_and_when(road: Road) -> None:
    seen = road.submit().revision
    entry = road.step()

    overtaken = _overtaken(road, "kadis", seen)

    assert (overtaken.first.name, overtaken.what, overtaken.at) == (
        "Hendra Prasetya Wibawa, S.Sos., M.Si.",
        "mendisposisikan surat",
        entry.happened_at,
    )


def test_whoever_comes_after_a_withdrawal_hears_of_the_withdrawal(road: Road) -> None:
    seen = road.submit().revision
    data = road.plausible_data()
    road.later(minutes=3)
    entry = road.withdraw()

    with nothing_changes(), pytest.raises(Overtaken) as overtaken:
        road.perform_as("kadis", seen=seen, data=data)

    assert (overtaken.value.first.name, overtaken.value.what) == ("Nur Hidayati", "menarik permintaan")
    assert overtaken.value.at == entry.happened_at


def test_notes_and_discussions_are_not_taken_for_the_winner(at: Callable[..., Road]) -> None:
    road = at("desain", "setujui")
    seen = road.permintaan.revision
    approved = road.step()
    road.step("kemajuan")
    _say(road, "opd")

    overtaken = _overtaken(road, "programmer", seen)

    assert (overtaken.what, overtaken.at) == ("menyetujui dokumen desain", approved.happened_at)


def test_what_loket_did_by_itself_is_said_so(road: Road) -> None:
    permintaan = road.submit()
    last = Entry.objects.get(permintaan=permintaan)
    fields = {field.attname: getattr(last, field.attname) for field in Entry._meta.fields}
    Entry.objects.create(**{**fields, "id": None, "seq": last.seq + 1, "actor_id": None})

    assert _overtaken(road, "kadis", permintaan.revision + 1).first.name == "Loket"


@pytest.mark.parametrize("seen", (-1, 0, 2, 2**31, 10**30))
def test_a_revision_that_never_was_is_stale_too(road: Road, seen: int) -> None:
    road.submit()

    assert _overtaken(road, "kadis", seen).what == "mengirim surat permintaan"


def test_an_act_that_moves_needs_a_fresh_page(road: Road) -> None:
    road.submit()
    data = Withdrawal(alasan="Sudah terpenuhi.")

    for seen in (None, road.permintaan.revision - 1):
        with nothing_changes(), pytest.raises(Overtaken):
            act(
                nomor=road.nomor, act_key="tarik", actor=road.actor("opd"), data=data, seen=seen, now=road.now
            )


def test_an_act_that_does_not_move_needs_none(road: Road) -> None:
    road.submit()

    assert _say(road, "kasi").kind == "diskusi.posted"


def test_who_may_not_and_comes_late_hears_only_that_it_is_late(road: Road) -> None:
    seen = road.submit().revision
    road.step()

    assert _overtaken(road, "kasi", seen).what == "mendisposisikan surat"


def _say(road: Road, username: str) -> Entry:
    actor: Actor = road.actor(username)
    return act(nomor=road.nomor, act_key="diskusi", actor=actor, data=Said(text="Baik."), now=road.now)


def test_the_winner_is_found_among_the_entries_of_this_permintaan_alone(road: Road) -> None:
    seen = road.submit().revision
    road.step()
    first = road.nomor
    road.submit()
    road.nomor = first

    assert _overtaken(road, "kadis", seen).what == "mendisposisikan surat"
    assert Permintaan.objects.count() == 2


def test_a_colleague_is_told_by_name_another_office_by_its_own_and_loket_as_itself(road: Road) -> None:
    opd = road.actor("opd")

    assert First(id=None, name="Loket").told_to(opd) == "Loket"
    assert First(id=1, name="Nur", opd_id=opd.opd_id).told_to(opd) == "Rekan Anda, Nur,"
    assert First(id=2, name="Sari").told_to(opd) == "Sari (Dinas Kominfo)"
