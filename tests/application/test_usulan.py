"""What the clock proposes: by whose decision it is done, and what makes it void."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.act import act
from loket.application.acts.surat_asli_diterima import Data as Original
from loket.application.errors import Refused
from loket.cli.demo.walk import office_calendar
from loket.models.usulan import Usulan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import decide, told_at, told_until, until_proposed
from tests.cast import Road

At = Callable[..., Road]
SOON = timedelta(days=60)


def test_the_head_of_the_section_accepts_and_the_permintaan_is_suspended(road: Road) -> None:
    road.submit()
    until_proposed(road)
    usulan = Usulan.objects.get()
    assert usulan.alasan == (
        "Surat asli ditunggu sejak 2 Maret 2026 dan belum diterima setelah 10 hari kerja."
        " OPD sudah diingatkan, terakhir paling sedikit 5 hari kerja yang lalu."
    )

    entry = decide(road, "terima_usulan")

    usulan.refresh_from_db()
    permintaan = road.permintaan
    assert (usulan.keputusan, usulan.decided_by) == ("diterima", road.people["kasi"])
    assert (entry.kind, entry.particulars["usulan_id"]) == ("permintaan.suspended", usulan.pk)
    assert (permintaan.status, permintaan.waiting_on) == ("menunggu", "opd")
    assert (permintaan.waiting_reason, permintaan.proposed, permintaan.due_at) == ("ditangguhkan", "", None)
    assert set(told_until(road, road.now + SOON)) == {"menunggu_opd", "jeda_lama"}
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_declined_proposal_comes_again_after_ten_working_days(road: Road) -> None:
    road.submit()
    until_proposed(road)

    decide(road, "tolak_usulan")

    assert (road.permintaan.proposed, Usulan.objects.get().keputusan) == ("", "ditolak")
    again = office_calendar().next_open(office_calendar().add_days(road.now, 10))
    assert road.permintaan.alarm_at == again
    assert told_at(road, again) == [("usul_tangguhkan", ["kasi"])]
    assert Usulan.objects.get(keputusan="").alasan.startswith("Surat asli ditunggu sejak 2 Maret 2026")
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_letter_that_comes_makes_the_proposal_void(road: Road) -> None:
    road.submit()
    until_proposed(road)

    act(
        nomor=road.nomor,
        act_key="surat_asli_diterima",
        actor=road.actor("tu"),
        data=Original(received_at=road.now),
        now=road.now,
    )

    assert (road.permintaan.proposed, Usulan.objects.get().keputusan) == ("", "gugur")
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_step_that_goes_on_leaves_the_proposal_and_an_end_makes_it_void(road: Road) -> None:
    road.submit()
    until_proposed(road)

    road.step()
    assert road.permintaan.proposed == "usul_tangguhkan"
    road.step("dikembalikan")

    assert (road.permintaan.proposed, Usulan.objects.get().keputusan) == ("", "gugur")


@pytest.mark.parametrize("username", ("kadis", "kabid", "tu", "opd"))
@pytest.mark.parametrize("key", ("terima_usulan", "tolak_usulan"))
def test_nobody_else_decides(road: Road, key: str, username: str) -> None:
    road.submit()
    until_proposed(road)

    with nothing_changes(), pytest.raises(Refused) as refused:
        decide(road, key, username)

    assert refused.value.verdict.unmet == ("Usulan Loket diputuskan Kepala Seksi.",)


def test_without_a_proposal_there_is_nothing_to_decide(road: Road) -> None:
    road.submit()

    with nothing_changes(), pytest.raises(Refused) as refused:
        decide(road, "terima_usulan")

    assert refused.value.verdict.unmet == ("Tidak ada usulan Loket yang menunggu keputusan.",)


def test_a_letter_that_is_not_completed_ends_by_decision_and_without_a_letter_of_the_opd(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    heard = until_proposed(road)
    assert {alarm: people for alarm, (_, people) in heard.items()} == {
        "kelengkapan": ["opd"],
        "kelengkapan_lagi": ["opd"],
        "usul_batalkan": ["kasi"],
    }
    decide(road, "terima_usulan")

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.penutupan.surat_nomor) == ("dibatalkan", "")
    assert "belum dilengkapi setelah 20 hari kerja" in permintaan.penutupan.alasan
    assert (permintaan.alarm_at, permintaan.told) == (None, {})
    assert_replay_lands_on_the_rows(permintaan)


def test_a_completed_letter_makes_the_proposal_void(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    until_proposed(road)

    road.resend()

    assert (road.permintaan.proposed, Usulan.objects.get().keputusan) == ("", "gugur")
    assert_replay_lands_on_the_rows(road.permintaan)
