"""A suspension: by whom, for what, until when, and what the clock says meanwhile."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from loket.application.act import act
from loket.application.acts.tangguhkan import Data as Suspension
from loket.application.errors import Invalid, Refused
from loket.application.notices import tell
from loket.core.role import Role
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.usulan import Usulan
from tests.application.everything import jobs, nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import decide, suspend, told_until, until_proposed
from tests.cast import Road
from tests.deputies import deputise

At = Callable[..., Road]
SOON = timedelta(days=60)


def test_an_opd_that_never_came_is_told_and_the_end_is_proposed(at: At) -> None:
    road = at("rapat_teknis")
    suspend(road, "tidak_hadir")

    heard = until_proposed(road)

    assert {alarm: people for alarm, (_, people) in heard.items()} == {
        "tidak_hadir": ["analis", "opd", "programmer"],
        "usul_batalkan_hadir": ["kasi"],
    }
    decide(road, "terima_usulan")
    assert road.permintaan.status == "dibatalkan"
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_pause_without_an_expected_end_and_one_beyond_it_are_asked_about(at: At) -> None:
    road = at("desain")
    road.pause()
    assert told_until(road, road.now + timedelta(days=30)) == {
        "menunggu_opd": ("11/03 08.00", ["analis", "opd", "programmer"]),
        "jeda_lama": ("26/03 07.30", ["kasi"]),
    }
    road.resume()
    suspend(road, "anggaran", "kadis", perkiraan=date(2026, 4, 30))

    assert told_until(road, road.now + SOON * 2) == {"penangguhan": ("04/05 07.30", ["kadis", "kasi"])}


@pytest.mark.parametrize("sebab", ("kapasitas", "regulasi", "anggaran"))
def test_for_its_own_reasons_only_the_head_of_the_office_suspends_and_ends_it(at: At, sebab: str) -> None:
    road = at("desain")
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        suspend(road, sebab, perkiraan=date(2026, 6, 30))
    assert invalid.value.problems == {
        "sebab": ["Penangguhan karena kapasitas, peraturan, atau anggaran diputuskan Kepala Dinas."]
    }

    suspend(road, sebab, "kadis", perkiraan=date(2026, 6, 30))

    assert (road.permintaan.waiting_on, road.permintaan.paused_until) == ("kominfo", date(2026, 6, 30))
    with pytest.raises(Refused) as refused:
        road.resume("kasi")
    assert refused.value.verdict.unmet == ("Penangguhan oleh Dinas Kominfo diakhiri Kepala Dinas.",)
    road.resume("kadis")
    assert (road.permintaan.status, road.permintaan.paused_until) == ("berjalan", None)
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize(
    ("data", "problems"),
    (
        (Suspension(sebab="malas", keterangan="a"), {"sebab": ["Pilih sebab penangguhan."]}),
        (
            Suspension(sebab="anggaran", keterangan="a"),
            {"perkiraan": ["Isi perkiraan sampai kapan permintaan ditangguhkan."]},
        ),
        (
            Suspension(sebab="surat_asli", keterangan="", perkiraan=date(2026, 1, 2)),
            {
                "keterangan": ["Isi keterangan penangguhan."],
                "perkiraan": ["Perkiraan tidak dapat sebelum hari ini, 4 Maret 2026."],
            },
        ),
    ),
)
def test_a_suspension_that_cannot_be_is_refused(
    at: At, data: Suspension, problems: dict[str, list[str]]
) -> None:
    road = at("desain")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        act(
            nomor=road.nomor,
            act_key="tangguhkan",
            actor=road.actor("kadis"),
            data=data,
            now=road.now,
            seen=road.permintaan.revision,
        )

    assert invalid.value.problems == problems


@pytest.mark.parametrize("username", ("analis", "tu", "opd"))
def test_the_team_does_not_suspend(at: At, username: str) -> None:
    road = at("desain")

    with nothing_changes(), pytest.raises(Refused) as refused:
        suspend(road, "surat_asli", username)

    assert refused.value.verdict.unmet == ("Penangguhan diputuskan Kepala Seksi atau pimpinannya.",)


def test_after_a_suspension_the_original_letter_is_waited_for_anew(at: At) -> None:
    road = at("undangan")
    suspend(road, "surat_asli")
    road.later(days=1)
    road.resume()

    heard = told_until(road, road.now + timedelta(days=10))

    assert road.permintaan.letter_since == Entry.objects.get(kind="permintaan.resumed").happened_at
    assert "surat_asli" in heard


def test_another_pause_leaves_the_letter_its_time_and_no_reminder_comes_twice(road: Road) -> None:
    road.submit()
    road.step()
    heard = until_proposed(road)
    since = road.permintaan.letter_since

    road.pause()
    assert (road.permintaan.proposed, Usulan.objects.get().keputusan) == ("", "gugur")
    road.later(minutes=30)
    road.resume()

    assert road.permintaan.letter_since == since
    assert {"surat_asli", "surat_asli_lagi"} <= set(heard)
    assert set(until_proposed(road)) & {*heard} == {"usul_tangguhkan"}
    assert_replay_lands_on_the_rows(road.permintaan)


def test_everybody_on_it_and_the_heads_hear_of_a_suspension(at: At) -> None:
    road = at("desain")
    entry = suspend(road, "surat_asli")

    for effect, entry_id in jobs():
        if entry_id == entry.pk:
            tell(effect, entry_id, road.now)

    heard = Pesan.objects.filter(entry=entry).values_list("user__username", flat=True)
    assert set(heard) == {"opd", "analis", "programmer", "kadis", "tu"}


def test_a_deputy_of_the_head_suspends_for_the_office_as_that_deputy(at: At) -> None:
    road = at("desain")
    deputise(road, "kabid", Role.KEPALA_DINAS)

    entry = suspend(road, "kapasitas", "kabid", perkiraan=date(2026, 12, 1))

    assert entry.capacity == "Plh. kepala_dinas"


def test_what_the_section_has_suspended_the_team_does_not_resume(at: At) -> None:
    road = at("desain")
    suspend(road, "surat_asli")

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.resume("programmer")

    assert refused.value.verdict.unmet == ("Penangguhan diakhiri Kepala Seksi atau pimpinannya.",)
