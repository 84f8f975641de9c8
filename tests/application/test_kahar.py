"""Keadaan kahar: the head of the office stops every clock by decree, and lets all go on when it is over."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.act import act
from loket.application.acts.jeda import Data as Jeda
from loket.application.errors import Invalid, Refused
from loket.application.kahar_round import carry_through
from loket.application.office.kahar import Data, declare, end
from loket.core.pause import Reason
from loket.models.entry import Entry
from loket.models.kahar import Kahar
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road

At = Callable[..., Road]
DECREE = Data(nomor="188/7/403.113/2026", alasan="Banjir di pusat data.")


def another(road: Road) -> Road:
    other = Road(road.people, road.now)
    other.submit()
    other.step("sampai_di_seksi")
    return other


def test_every_clock_stands_still_and_goes_on(at: At) -> None:
    road = at("desain")
    other = another(road)
    before = road.permintaan.due_at
    assert before is not None

    declare(DECREE, actor=road.actor("kadis"), now=road.now)
    assert carry_through(road.now) == 2

    for one in (road, other):
        permintaan = one.permintaan
        assert (permintaan.status, permintaan.waiting_reason, permintaan.waiting_on) == (
            "menunggu",
            "kahar",
            "lain",
        )
        last = Entry.objects.filter(permintaan=permintaan).latest("seq")
        assert (last.kind, last.actor, last.capacity, last.source) == ("permintaan.paused", None, "", "jam")
        assert last.particulars["kahar_id"] == Kahar.objects.get().pk
    road.later(days=3)
    end(actor=road.actor("kadis"), now=road.now)
    assert carry_through(road.now) == 2

    for one in (road, other):
        assert one.permintaan.status == "berjalan"
        assert_replay_lands_on_the_rows(one.permintaan)
    after = road.permintaan.due_at
    assert after is not None
    assert after > before
    road.walk_to("selesai")


def test_what_waits_for_its_opd_waits_for_it_still(at: At) -> None:
    road = at("desain")
    road.pause(alasan="opd")
    declare(DECREE, actor=road.actor("kadis"), now=road.now)

    assert carry_through(road.now) == 0

    assert road.permintaan.waiting_reason == "opd"
    with nothing_changes(), pytest.raises(Refused) as refused:
        road.resume()
    assert refused.value.verdict.unmet == ("Keadaan kahar masih berlaku.",)
    end(actor=road.actor("kadis"), now=road.now)
    assert carry_through(road.now) == 0
    road.resume()


def test_what_comes_in_meanwhile_is_met_at_the_next_round(at: At) -> None:
    road = at("desain")
    declare(DECREE, actor=road.actor("kadis"), now=road.now)
    carry_through(road.now)
    new = Road(road.people, road.now)
    new.submit()

    assert carry_through(new.now) == 1
    assert carry_through(new.now) == 0

    assert new.permintaan.waiting_reason == "kahar"


def test_nothing_happens_where_it_was_never_declared(road: Road) -> None:
    road.submit()

    assert carry_through(road.now) == 0


def test_its_time_is_nobodys(at: At) -> None:
    road = at("desain")
    declare(DECREE, actor=road.actor("kadis"), now=road.now)
    carry_through(road.now)

    run = Pengerjaan.objects.get(permintaan=road.permintaan, done_at=None).run()

    assert run.pauses[-1].reason is Reason.KAHAR
    assert run.pauses[-1].reason.party == "lain"


def test_the_office_keeps_it_in_its_own_record(road: Road) -> None:
    declare(DECREE, actor=road.actor("kadis"), now=road.now)
    end(actor=road.actor("kadis"), now=road.now + timedelta(days=1))

    kinds = list(Entry.objects.filter(subject="kantor").order_by("-seq").values_list("kind", "capacity")[:2])
    assert kinds == [("kahar.ended", "kepala_dinas"), ("kahar.declared", "kepala_dinas")]
    kahar = Kahar.objects.get()
    assert (kahar.nomor, kahar.until) == (DECREE.nomor, road.now + timedelta(days=1))


@pytest.mark.parametrize("username", ("kabid", "kasi", "admin", "opd"))
def test_only_the_head_of_the_office_declares_and_ends_it(road: Road, username: str) -> None:
    with nothing_changes(), pytest.raises(Refused) as refused:
        declare(DECREE, actor=road.actor(username), now=road.now)
    assert refused.value.verdict.unmet == ("Keadaan kahar dinyatakan Kepala Dinas.",)
    with nothing_changes(), pytest.raises(Refused):
        end(actor=road.actor(username), now=road.now)


def test_it_is_not_declared_twice_nor_ended_before_it_began(road: Road) -> None:
    kadis = road.actor("kadis")
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        end(actor=kadis, now=road.now)
    assert invalid.value.problems == {"kahar": ["Keadaan kahar tidak sedang berlaku."]}
    declare(DECREE, actor=kadis, now=road.now)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        declare(Data(nomor="", alasan=""), actor=kadis, now=road.now)

    assert invalid.value.problems == {
        "nomor": ["Isi nomor surat.", "Keadaan kahar sudah berlaku."],
        "alasan": ["Isi keadaan yang terjadi."],
    }


def test_nobody_pauses_one_permintaan_by_a_decree_of_their_own(at: At) -> None:
    road = at("desain")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        act(
            nomor=road.nomor,
            act_key="jeda",
            actor=road.actor("kasi"),
            data=Jeda(alasan="kahar", catatan="Listrik padam."),
            now=road.now,
            seen=road.permintaan.revision,
        )

    assert invalid.value.problems == {"alasan": ["Pilih alasan jeda."]}
