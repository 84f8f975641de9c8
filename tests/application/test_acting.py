"""DOMAIN 12, "Kadis tidak ada" and "Kabid/Kasi kosong": others do the work, in their own name and as what they are."""

from collections.abc import Callable

import pytest

from loket.application.act import act
from loket.application.acts.tolak import Data as Rejection
from loket.application.errors import Refused
from loket.application.notices import tell
from loket.application.office.positions import end_jabatan
from loket.application.steps.s02_disposisi import Data as Routing
from loket.core.calendar_plan import spelt
from loket.core.facts import Status
from loket.core.role import Role
from loket.models.bast import Bast
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.surat import Disposisi
from tests.application.everything import jobs
from tests.cast import Road
from tests.deputies import deputise, vacate

At = Callable[..., Road]


def to_section(road: Road, username: str) -> Routing:
    return Routing(
        outcome="sampai_di_seksi", kepada_id=road.people[username].pk, instruksi=("tindak_lanjuti",)
    )


def do(road: Road, username: str, data: Routing | None = None) -> Entry:
    road.wait_until_possible()
    return road.perform_as(username, data=data)


def test_a_plh_walks_the_disposisi_of_the_head_and_the_clock_goes_on(road: Road) -> None:
    road.submit()
    due_at = road.permintaan.due_at
    deputise(road)

    entry = road.perform_as("kabid", data=to_section(road, "kasi"))

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.at_step) == (Status.BERJALAN, "penunjukan")
    assert (entry.capacity, Disposisi.objects.get().capacity) == ("Plh. kepala_dinas", "Plh. kepala_dinas")
    run = permintaan.pengerjaan_set.get(step="disposisi")
    assert (run.pauses, run.due_at or due_at) == ([], due_at)


def test_a_plh_signs_the_bast_of_the_head(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    road.wait_until_possible()
    deputise(road)

    entry = do(road, "kabid")

    bast = Bast.objects.get()
    assert (entry.kind, entry.capacity) == ("bast.signed_by_dinas", "Plh. kepala_dinas")
    assert (bast.dinas_by, bast.dinas_capacity) == (road.people["kabid"], "Plh. kepala_dinas")
    assert road.permintaan.at_bagian == "ttd_opd"


def test_the_one_who_is_away_keeps_the_authority(road: Road) -> None:
    road.submit()
    deputise(road)

    assert road.perform_as("kadis").capacity == "kepala_dinas"


def test_after_its_last_day_a_plh_is_refused_with_the_reason(road: Road) -> None:
    road.submit()
    deputise(road, days=1)
    road.later(days=2)

    with pytest.raises(Refused) as refused:
        road.perform_as("kabid", data=to_section(road, "kasi"))

    assert refused.value.verdict.unmet == (
        "Masa Anda sebagai Plh. Kepala Dinas berakhir pada 3 Maret 2026.",
        "Bagian ini dikerjakan oleh Kepala Dinas.",
    )


def test_a_period_that_is_ended_early_is_over_at_once(road: Road) -> None:
    road.submit()
    jabatan = deputise(road)
    road.later(days=1)
    end_jabatan(jabatan, actor=road.actor("admin"), now=road.now)

    with pytest.raises(Refused, match=r"Plh\. Kepala Dinas berakhir pada 2 Maret 2026"):
        road.perform_as("kabid", data=to_section(road, "kasi"))


def test_a_period_in_which_something_was_done_stays_a_period(road: Road) -> None:
    road.submit()
    jabatan = deputise(road)
    road.perform_as("kabid")

    end_jabatan(jabatan, actor=road.actor("admin"), now=road.now)

    jabatan.refresh_from_db()
    assert jabatan.until_date == road.now.date()


def reject(road: Road, username: str) -> Entry:
    data = Rejection(alasan="Anggaran tidak tersedia.")
    seen = road.permintaan.revision
    return act(
        nomor=road.nomor, act_key="tolak", actor=road.actor(username), data=data, seen=seen, now=road.now
    )


def test_an_act_is_done_as_what_alone_allows_it(at: At) -> None:
    """After the agreement only Kepala Dinas rejects: the head of the division does so only as a Plh."""
    road = at("desain")
    deputise(road)

    assert reject(road, "kabid").capacity == "Plh. kepala_dinas"


def test_an_act_that_is_ones_own_is_done_as_oneself(road: Road) -> None:
    road.submit()
    deputise(road)

    assert reject(road, "kabid").capacity == "kepala_bidang"


def test_an_act_after_the_end_is_refused_with_the_reason(at: At) -> None:
    road = at("desain")
    deputise(road, days=0)
    last = spelt(road.now.date())
    road.later(days=1)

    with pytest.raises(Refused) as refused:
        reject(road, "kabid")

    assert refused.value.verdict.unmet == (
        f"Masa Anda sebagai Plh. Kepala Dinas berakhir pada {last}.",
        "Waktu pengerjaan sudah disepakati dengan OPD. Penghentian diputuskan Kepala Dinas.",
    )


@pytest.mark.parametrize("kind", ("plh", "plt"))
def test_a_deputy_of_the_section_appoints_the_team(at: At, kind: str) -> None:
    road = at("penunjukan")
    if kind == "plt":
        vacate(road, "kasi")
    deputise(road, "analis2", Role.KEPALA_SEKSI, kind=kind)

    assert do(road, "analis2").capacity == f"{kind.capitalize()}. kepala_seksi"


def test_while_the_section_is_vacant_the_head_of_the_division_works_one_level_down(at: At) -> None:
    road = at("penunjukan")
    vacate(road, "kasi")

    assert do(road, "kabid").capacity == "kepala_bidang atasan kepala_seksi"
    with pytest.raises(Refused):
        do(road, "kadis")


def test_while_both_are_vacant_the_head_of_the_office_does_the_work_of_both(road: Road) -> None:
    road.submit()
    vacate(road, "kabid", "kasi")

    disposed = do(road, "kadis", to_section(road, "kadis"))
    appointed = do(road, "kadis")

    assert (disposed.capacity, appointed.capacity) == ("kepala_dinas", "kepala_dinas atasan kepala_seksi")


def test_a_letter_for_a_vacant_division_is_the_heads_second_hop(at: At) -> None:
    road = at("disposisi", "kepala_bidang")
    vacate(road, "kabid")

    assert do(road, "kadis", to_section(road, "kasi")).capacity == "kepala_dinas atasan kepala_bidang"


def test_a_plt_of_the_section_ends_the_standing_in(at: At) -> None:
    road = at("penunjukan")
    vacate(road, "kasi")
    deputise(road, "analis2", Role.KEPALA_SEKSI, kind="plt")

    with pytest.raises(Refused):
        do(road, "kabid")


def test_a_holder_whose_account_is_shut_leaves_the_position_to_the_superior(at: At) -> None:
    road = at("penunjukan")
    kasi = road.people["kasi"]
    kasi.is_active = False
    kasi.save()

    assert do(road, "kabid").capacity == "kepala_bidang atasan kepala_seksi"


def told_of(entry: Entry, road: Road) -> dict[str, str]:
    for effect, entry_id in jobs():
        if entry_id == entry.pk:
            tell(effect, entry_id, road.now)
            tell(effect, entry_id, road.now)
    return dict(Pesan.objects.filter(entry=entry).values_list("user__username", "judul"))


def test_the_one_acted_for_is_told_of_each_act_once(road: Road) -> None:
    road.submit()
    deputise(road)

    told = told_of(road.perform_as("kabid", data=to_section(road, "kasi")), road)

    assert told["kadis"] == (
        "Ratna Kusumaningrum, S.Kom., M.T. selaku Plh. Kepala Dinas mendisposisikan surat: Antrean Daring"
    )
    assert Pesan.objects.filter(user=road.people["kadis"]).count() == 1


def test_the_one_acted_for_is_told_of_acts_outside_the_steps_too(at: At) -> None:
    road = at("desain")
    deputise(road, "analis2", Role.KEPALA_SEKSI)

    told = told_of(road.pause("analis2"), road)

    assert told["kasi"] == (
        "Fajar Nugroho, S.T. selaku Plh. Kepala Seksi Pengembangan Aplikasi menjeda permintaan: Antrean Daring"
    )


def test_what_a_superior_does_for_a_vacant_position_is_told_as_that(at: At) -> None:
    road = at("analisis", "reviu")
    vacate(road, "kasi")

    told = told_of(road.return_to("undangan", "kabid"), road)

    who = "Ratna Kusumaningrum, S.Kom., M.T."
    assert told["opd"] == f"{who} mengembalikan permintaan ke langkah sebelumnya: Antrean Daring"
    assert "kasi" not in told


def test_the_one_acted_for_is_told_of_what_the_plh_does_one_level_down(at: At) -> None:
    road = at("disposisi", "kepala_bidang")
    vacate(road, "kabid")
    period = deputise(road, "analis2")

    entry = do(road, "analis2", to_section(road, "kasi"))

    assert entry.capacity == "Plh. kepala_dinas atasan kepala_bidang"
    assert told_of(entry, road)["kadis"].startswith(
        "Fajar Nugroho, S.T. selaku atasan Kepala Bidang TIK mendisposisikan surat"
    )
    assert list(Entry.objects.done_in(period)) == [entry]


def test_a_turn_says_to_each_as_whom_it_is_theirs(road: Road) -> None:
    deputise(road)

    told = told_of(Entry.objects.get(permintaan=road.submit()), road)

    assert told == {
        "kadis": "Disposisikan surat permintaan: Antrean Daring",
        "kabid": "Disposisikan surat permintaan sebagai Plh. Kepala Dinas: Antrean Daring",
    }


def test_a_turn_reaches_the_superior_of_a_vacant_position(at: At) -> None:
    road = at("analisis", "susun")
    vacate(road, "kasi")

    told = told_of(do(road, road.performer()), road)

    assert told["kabid"] == (
        "Reviu dokumen spesifikasi kebutuhan aplikasi"
        " sebagai atasan Kepala Seksi Pengembangan Aplikasi: Antrean Daring"
    )


def test_a_superior_of_a_vacant_position_is_a_lawful_recipient(road: Road) -> None:
    road.submit()
    vacate(road, "kasi")

    entry = road.perform_as("kadis", data=to_section(road, "kabid"))

    assert (entry.outcome, entry.particulars["kepada_id"]) == ("sampai_di_seksi", road.people["kabid"].pk)
