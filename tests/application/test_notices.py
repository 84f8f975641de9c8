"""Who is told of what, in which words, and that nobody is told twice, too late, or of what is not theirs."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data as Said
from loket.application.notices import RECIPIENTS, tell
from loket.core.role import Role
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.user import Jabatan, User
from tests.application.everything import jobs, nothing_changes
from tests.cast import Road


def told(entry: Entry) -> dict[str, bool]:
    """Who has a notice of an entry, and whether as their turn."""
    notices = Pesan.objects.filter(entry=entry).select_related("user")
    return {notice.user.username: notice.is_my_turn for notice in notices}


def run_jobs(road: Road, entry: Entry) -> dict[str, bool]:
    """Do the effects of an entry as the worker does."""
    for effect, entry_id in jobs():
        if entry_id == entry.pk:
            tell(effect, entry_id, road.now)
    return told(entry)


def say(road: Road, username: str, act_key: str = "diskusi") -> Entry:
    data = Said(text="Mohon kabar.")
    return act(nomor=road.nomor, act_key=act_key, actor=road.actor(username), data=data, now=road.now)


TOLD = {
    ("surat", "surat"): {"kadis": True},
    ("disposisi", "kepala_dinas"): {"kabid": True, "opd": False},
    ("disposisi", "kepala_bidang"): {"kasi": True, "opd": False},
    ("penunjukan", "penunjukan"): {"analis": False, "programmer": False},
    ("prioritas", "prioritas"): {"analis": True, "opd": False},
    ("undangan", "undangan"): {"opd": False},
    ("rapat_teknis", "rapat_teknis"): {},
    ("analisis", "susun"): {"kasi": True},
    ("analisis", "reviu"): {"opd": True},
    ("analisis", "setujui"): {"analis": True, "programmer": True},
    ("desain", "susun"): {"kasi": True},
    ("desain", "reviu"): {"opd": True},
    ("desain", "setujui"): {"programmer": True},
    ("implementasi", "bangun"): {"opd": True},
    ("implementasi", "uat"): {"kasi": True},
    ("serah_terima", "siapkan"): {"kadis": True, "opd": False},
    ("serah_terima", "ttd_dinas"): {"opd": True},
    ("serah_terima", "ttd_opd"): {"programmer": True},
    ("status_gitlab", "ubah"): {"analis": True},
    ("pendampingan", "laporan"): {"kasi": True},
    ("pendampingan", "setujui"): {"opd": True},
    ("pendampingan", "konfirmasi"): {"analis": False, "programmer": False},
}
"""Who hears of each bagian of a whole road once it is done; whoever did it hears nothing of it."""


def test_along_the_road_those_whose_turn_it_is_and_those_concerned_are_told(road: Road) -> None:
    permintaan = road.submit()
    heard = {("surat", "surat"): run_jobs(road, Entry.objects.get(permintaan=permintaan))}
    while (permintaan := road.permintaan).at_step != "selesai":
        place = (permintaan.at_step, permintaan.at_bagian)
        heard[place] = run_jobs(road, road.step())

    assert heard == TOLD


def test_the_letter_that_goes_straight_to_the_section_is_copied_to_the_division(road: Road) -> None:
    road.submit()

    assert run_jobs(road, road.step("sampai_di_seksi")) == {"kasi": True, "kabid": False, "opd": False}


def test_a_returned_letter_is_the_turn_of_the_opd_and_not_of_the_front_desk(road: Road) -> None:
    road.submit()

    assert run_jobs(road, road.step("dikembalikan")) == {"opd": True}


def test_a_withdrawal_is_told_to_the_head_and_the_front_desk(road: Road) -> None:
    road.submit()

    assert run_jobs(road, road.withdraw()) == {"kadis": False, "tu": False}


def test_whoever_gets_the_turn_by_a_return_hears_of_it_as_a_turn_in_whatever_order(
    at: Callable[..., Road],
) -> None:
    road = at("implementasi")
    entry = road.return_to("analisis")

    tell("kabari_diskusi", entry.pk, road.now)
    tell("kabari_giliran", entry.pk, road.now)

    assert told(entry) == {"analis": True, "programmer": False, "opd": False}


def test_a_head_whose_turn_is_taken_hears_of_it(at: Callable[..., Road]) -> None:
    road = at("serah_terima", "ttd_dinas")

    assert run_jobs(road, road.pause())["kadis"] is False


def test_a_pause_is_told_to_everybody_on_it(at: Callable[..., Road]) -> None:
    road = at("desain")

    assert run_jobs(road, road.pause("analis")) == {"programmer": False, "kasi": False, "opd": False}


def test_a_turn_says_what_is_to_be_done_and_news_says_what_happened(road: Road) -> None:
    road.submit(nama_aplikasi="Antrean Daring")
    entry = road.step("diteruskan")

    run_jobs(road, entry)

    assert dict(Pesan.objects.filter(entry=entry).values_list("user__username", "judul")) == {
        "kabid": "Disposisikan surat ke seksi: Antrean Daring",
        "opd": "Hendra Prasetya Wibawa, S.Sos., M.Si. mendisposisikan surat: Antrean Daring",
    }


def test_the_longest_names_fit_into_a_notice(road: Road) -> None:
    permintaan = road.submit(nama_aplikasi="A" * 200)
    User.objects.update(nama="N" * 150)
    entry = Entry.objects.get(permintaan=permintaan)

    tell("kabari_kantor", entry.pk, road.now)

    assert {len(judul) for judul in Pesan.objects.values_list("judul", flat=True)} == {250}


def test_what_loket_did_by_itself_is_told_as_loket(road: Road) -> None:
    permintaan = road.submit()
    last = Entry.objects.get(permintaan=permintaan)
    fields = {field.attname: getattr(last, field.attname) for field in Entry._meta.fields}
    entry = Entry.objects.create(**{**fields, "id": None, "seq": last.seq + 1, "actor_id": None})

    tell("kabari_kantor", entry.pk, road.now)

    assert set(Pesan.objects.values_list("judul", flat=True)) == {
        "Loket mengirim surat permintaan: Antrean Daring"
    }


def test_a_job_that_runs_twice_tells_nobody_twice(road: Road) -> None:
    entry = Entry.objects.get(permintaan=road.submit())

    first = tell("kabari_giliran", entry.pk, road.now)
    with nothing_changes():
        second = tell("kabari_giliran", entry.pk, road.now)

    assert (first, second) == (1, 0)


def test_a_person_with_two_reasons_is_told_once(road: Road) -> None:
    road.submit()
    Jabatan.objects.create(user=road.people["kasi"], role=Role.KEPALA_BIDANG, from_date=road.now.date())

    heard = run_jobs(road, road.step("sampai_di_seksi"))

    assert heard == {"kasi": True, "kabid": False, "opd": False}


@pytest.mark.parametrize(("act_key", "opd_hears"), (("diskusi", True), ("catatan_internal", False)))
def test_internal_notes_stay_in_the_office(at: Callable[..., Road], act_key: str, opd_hears: bool) -> None:
    road = at("undangan")

    heard = run_jobs(road, say(road, "kasi", act_key))

    assert heard == {"analis": False, "programmer": False} | ({"opd": False} if opd_hears else {})


def test_before_there_is_a_team_the_section_hears_the_opd(road: Road) -> None:
    road.submit()

    assert run_jobs(road, say(road, "opd")) == {"kasi": False}


def test_accounts_that_are_closed_hear_nothing(road: Road) -> None:
    User.objects.filter(username="kadis").update(is_active=False)
    entry = Entry.objects.get(permintaan=road.submit())

    assert run_jobs(road, entry) == {}


def test_former_holders_hear_nothing_and_their_deputies_do(road: Road) -> None:
    entry = Entry.objects.get(permintaan=road.submit())
    today = road.now.date()
    road.people["kadis"].jabatan_set.update(until_date=today - timedelta(days=1))
    Jabatan.objects.create(
        user=road.people["kabid"],
        role=Role.KEPALA_DINAS,
        kind="plt",
        nomor_surat="800/7/2026",
        from_date=today,
        until_date=today,
    )

    assert run_jobs(road, entry) == {"kabid": True}


@pytest.mark.parametrize("how", ("left the team", "left the position"))
def test_former_members_hear_nothing(at: Callable[..., Road], how: str) -> None:
    road = at("undangan")
    today = road.now.date()
    if how == "left the team":
        road.permintaan.penugasan_set.filter(role="programmer").update(until_date=today)
    else:
        road.people["programmer"].jabatan_set.update(until_date=today - timedelta(days=1))

    assert run_jobs(road, say(road, "kasi")) == {"analis": False, "opd": False}


def test_the_people_of_another_agency_never_hear(road: Road) -> None:
    road.submit()
    road.walk_to("selesai")
    for effect, entry_id in jobs():
        tell(effect, entry_id, road.now)

    assert not Pesan.objects.filter(
        user__username__in=["opd_lain", "analis2", "programmer2", "admin"]
    ).exists()


def test_a_late_job_does_not_tell_a_turn_that_has_passed_on(road: Road) -> None:
    first = Entry.objects.get(permintaan=road.submit())
    second = road.step("diteruskan")

    assert run_jobs(road, first) == {}
    assert run_jobs(road, second) == {"kabid": True, "opd": False}


def test_a_late_job_after_a_withdrawal_tells_no_turn(road: Road) -> None:
    first = Entry.objects.get(permintaan=road.submit())
    road.withdraw()

    assert run_jobs(road, first) == {}


def test_notes_in_between_do_not_make_it_late(at: Callable[..., Road]) -> None:
    road = at("desain", "setujui")
    approved = road.step()
    road.step("kemajuan")

    assert run_jobs(road, approved) == {"programmer": True}


def test_a_note_of_progress_is_nobodys_new_turn(at: Callable[..., Road]) -> None:
    road = at("pendampingan", "laporan")

    assert run_jobs(road, road.step("kegiatan")) == {}


def test_an_act_of_the_office_is_told_to_nobody(road: Road) -> None:
    entry = Entry.objects.filter(subject="kantor").latest("pk")

    assert tell("kabari_kantor", entry.pk, road.now) == 0
    assert not Pesan.objects.exists()


def test_every_effect_of_the_sop_and_of_the_acts_has_recipients() -> None:
    assert set(RECIPIENTS) == {
        "kabari_giliran",
        "kabari_opd",
        "kabari_tim",
        "kabari_tembusan",
        "kabari_kantor",
        "kabari_diskusi",
        "kabari_pelaksana",
        "kabari_pemutus",
        "kabari_rapat_berlarut",
        "kabari_reviu_berulang",
        "kabari_anggota_lama",
        "kabari_yang_digantikan",
        "kabari_penandatangan",
        "ingatkan",
    }
