"""Ganti tim: a member hands over; the history stays with the person, the clock runs on."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.models.permintaan import Penugasan
from loket.models.perubahan import SerahTerimaTugas
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do

At = Callable[..., Road]


def test_the_next_one_has_the_work_and_the_former_has_it_no_more(at: At) -> None:
    road = at("implementasi")
    before = road.permintaan

    entry = do(road, "ganti_tim")

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.due_at) == (before.status, before.due_at)
    assert permintaan.revision == before.revision + 1
    handover = SerahTerimaTugas.objects.get()
    assert (handover.dari.username, handover.kepada.username) == ("programmer", "programmer2")
    assert entry.particulars["serah_terima_id"] == handover.pk
    with nothing_changes(), pytest.raises(Refused) as refused:
        road.perform_as("programmer", outcome="kemajuan")
    assert refused.value.verdict.unmet == ("Anda bukan Programmer pada tim permintaan ini.",)
    road.perform_as("programmer2", outcome="kemajuan")
    assert_replay_lands_on_the_rows(road.permintaan)


def test_the_place_of_the_former_stays_on_record(at: At) -> None:
    road = at("implementasi")

    do(road, "ganti_tim")

    places = Penugasan.objects.filter(role="programmer").order_by("pk")
    assert [(one.user.username, one.until_date is None) for one in places] == [
        ("programmer", False),
        ("programmer2", True),
    ]


def test_the_next_analyst_leads_where_the_former_did(at: At) -> None:
    road = at("analisis")

    do(
        road,
        "ganti_tim",
        dari_id=road.people["analis"].pk,
        role="sistem_analis",
        kepada_id=road.people["analis2"].pk,
    )

    lead = Penugasan.objects.current().get(is_lead=True)
    assert lead.user.username == "analis2"
    road.walk_to("selesai")


def test_the_clock_runs_on_while_somebody_hands_over_and_the_road_goes_on(at: At) -> None:
    road = at("implementasi")
    road.pause()

    do(road, "ganti_tim")

    road.later(days=1)
    road.resume("programmer2")
    road.walk_to("selesai")
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize(
    ("changed", "problems"),
    (
        ({"dari_id": None}, {"dari_id": ["Pilih anggota tim yang diganti."]}),
        ({"role": "admin"}, {"dari_id": ["Pilih anggota tim yang diganti."]}),
        ({"role": "sistem_analis"}, {"dari_id": ["Pilih anggota tim yang diganti."]}),
        ({"kepada_id": None}, {"kepada_id": ["Pilih Programmer yang masih bertugas."]}),
        ({"surat_tugas": "  "}, {"surat_tugas": ["Isi nomor surat."]}),
        ({"akses": " "}, {"akses": ["Isi akses yang diserahkan dan dicabut."]}),
    ),
)
def test_what_is_wrong_is_said_at_its_field(
    at: At, changed: dict[str, Any], problems: dict[str, list[str]]
) -> None:
    road = at("implementasi")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "ganti_tim", **changed)

    assert dict(invalid.value.problems) == problems


def test_nobody_hands_over_to_who_is_there_or_cannot(at: At) -> None:
    road = at("implementasi")

    for username, sentence in (
        ("programmer", "Orang ini sudah di tim. Pilih orang lain."),
        ("analis2", "Pilih Programmer yang masih bertugas."),
    ):
        with nothing_changes(), pytest.raises(Invalid) as invalid:
            do(road, "ganti_tim", kepada_id=road.people[username].pk)
        assert invalid.value.problems["kepada_id"] == [sentence]


@pytest.mark.parametrize(
    ("place", "username", "reasons"),
    (
        ("penunjukan", "kasi", ("Tim belum ditunjuk. Tim ditunjuk Kepala Seksi pada langkah 3.",)),
        ("implementasi", "kadis", ("Anggota tim diganti oleh Kepala Seksi.",)),
        ("implementasi", "programmer", ("Anggota tim diganti oleh Kepala Seksi.",)),
    ),
)
def test_who_and_when_is_lawful(at: At, place: str, username: str, reasons: tuple[str, ...]) -> None:
    road = at(place)

    with nothing_changes(), pytest.raises(Refused) as refused:
        do(road, "ganti_tim", username)

    assert refused.value.verdict.unmet == reasons
