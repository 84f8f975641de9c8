"""Positions: who holds which role when, as its holder or as Plh./Plt. with a letter."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.office.positions import JabatanData, end_jabatan, give_jabatan
from loket.core.role import Role
from loket.models.entry import Entry
from loket.models.user import Jabatan, User
from tests.cast import NOW, Road

TODAY = NOW.date()
PLH = JabatanData(
    role=Role.KEPALA_DINAS,
    kind="plh",
    nomor_surat="800/12/403.115/2026",
    from_date=TODAY,
    until_date=TODAY + timedelta(days=4),
)


def give(road: Road, username: str = "kabid", **changed: Any) -> Jabatan:
    return give_jabatan(road.people[username], replace(PLH, **changed), actor=road.actor("admin"), now=NOW)


def problems_of(road: Road, username: str = "kabid", **changed: Any) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as invalid:
        give(road, username, **changed)
    return dict(invalid.value.problems)


def capacities(user: User, day: date) -> dict[Role, str]:
    return dict(user.actor(day).capacities)


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")


def test_a_deputy_holds_the_role_from_the_first_to_the_last_day(road: Road) -> None:
    give(road)

    kabid = road.people["kabid"]
    assert capacities(kabid, TODAY - timedelta(days=1)) == {Role.KEPALA_BIDANG: ""}
    assert capacities(kabid, TODAY) == {Role.KEPALA_BIDANG: "", Role.KEPALA_DINAS: "Plh."}
    assert capacities(kabid, TODAY + timedelta(days=4)) == capacities(kabid, TODAY)
    assert capacities(kabid, TODAY + timedelta(days=5)) == {Role.KEPALA_BIDANG: ""}


def test_a_permanent_position_may_name_its_letter_but_no_longer_than_it_is_kept(road: Road) -> None:
    permanent: dict[str, Any] = {"role": Role.TATA_USAHA, "kind": "tetap", "until_date": None}

    assert problems_of(road, nomor_surat="a" * 5_000, **permanent) == {
        "nomor_surat": [
            "Isian nomor surat perintah 5.000 karakter. Ringkas menjadi paling banyak 100 karakter."
        ]
    }
    assert give(road, nomor_surat="", **permanent).nomor_surat == ""


def test_a_deputy_disposes_in_that_capacity(road: Road) -> None:
    give(road)
    road.submit()

    assert road.perform_as("kabid").capacity == "Plh. kepala_dinas"


def test_the_record_says_who_was_given_what(road: Road) -> None:
    jabatan = give(road)

    entry = last_entry()
    assert entry.kind == "jabatan.given"
    assert entry.particulars == {
        "jabatan_id": jabatan.pk,
        "user_id": road.people["kabid"].pk,
        "role": "kepala_dinas",
        "kind": "plh",
        "nomor_surat": "800/12/403.115/2026",
        "from_date": "2026-03-02",
        "until_date": "2026-03-06",
    }


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    (
        ({"role": "bupati"}, "role", "Pilih jabatan."),
        ({"kind": "pj"}, "kind", "Pilih jenis jabatan."),
        ({"from_date": None}, "from_date", "Isi tanggal mulai menjabat."),
        ({"nomor_surat": ""}, "nomor_surat", "Isi nomor surat perintah."),
        ({"until_date": None}, "until_date", "Plh. dan Plt. memerlukan tanggal akhir."),
        (
            {"until_date": TODAY - timedelta(days=1)},
            "until_date",
            "Tanggal akhir harus setelah tanggal mulai.",
        ),
        (
            {"from_date": TODAY - timedelta(days=9), "until_date": TODAY - timedelta(days=1)},
            "until_date",
            "Masa ini sudah berakhir pada 1 Maret 2026. Isi tanggal yang belum lewat.",
        ),
        ({"role": Role.OPD}, "role", "Pilih OPD akun ini dahulu, lalu beri peran OPD."),
    ),
)
def test_what_is_wrong_is_said_at_its_field(
    road: Road, changed: dict[str, Any], field: str, sentence: str
) -> None:
    assert problems_of(road, **changed) == {field: [sentence]}


def test_the_people_of_an_agency_hold_no_position_of_the_office(road: Road) -> None:
    assert problems_of(road, "opd") == {
        "role": ["Akun ini milik OPD. Jabatan kantor hanya untuk pegawai Dinas Kominfo."]
    }


@pytest.mark.parametrize(
    ("start", "end"),
    ((-10, None), (2, 3), (-10, 0), (4, 9), (0, None)),
)
def test_nobody_holds_a_position_twice_at_a_time(road: Road, start: int, end: int | None) -> None:
    from_date = TODAY + timedelta(days=start)
    until_date = None if end is None else TODAY + timedelta(days=end)
    programmer = {"role": Role.PROGRAMMER, "kind": "tetap", "nomor_surat": ""}

    assert problems_of(road, "programmer", **programmer, from_date=from_date, until_date=until_date) == {
        "role": ["Rizki Maulana, A.Md.Kom. sudah menjadi Programmer sejak 2 Januari 2025."]
    }


def test_a_position_is_held_again_after_it_has_ended(road: Road) -> None:
    give(road)

    again = give(road, from_date=TODAY + timedelta(days=5), until_date=TODAY + timedelta(days=6))

    assert again.role == Role.KEPALA_DINAS


def test_a_position_that_was_held_ends_at_once_and_its_days_stay(road: Road) -> None:
    kasi = road.people["kasi"]
    jabatan = kasi.jabatan_set.get()

    end_jabatan(jabatan, actor=road.actor("admin"), now=NOW)

    assert capacities(kasi, TODAY) == {}
    assert capacities(kasi, TODAY - timedelta(days=1)) == {Role.KEPALA_SEKSI: ""}
    assert last_entry().particulars["until_date"] == "2026-03-01"


@pytest.mark.parametrize("days", (0, 30))
def test_a_position_that_was_given_by_mistake_is_taken_back_whole(road: Road, days: int) -> None:
    start = TODAY + timedelta(days=days)
    jabatan = give(road, from_date=start, until_date=start)

    end_jabatan(jabatan, actor=road.actor("admin"), now=NOW)

    assert capacities(road.people["kabid"], start) == {Role.KEPALA_BIDANG: ""}
    assert (last_entry().kind, last_entry().particulars["until_date"]) == ("jabatan.ended", None)


def test_a_position_that_has_ended_is_not_ended_again(road: Road) -> None:
    jabatan = road.people["kasi"].jabatan_set.get()
    end_jabatan(jabatan, actor=road.actor("admin"), now=NOW)

    with pytest.raises(Invalid, match="Jabatan ini sudah berakhir"):
        end_jabatan(jabatan, actor=road.actor("admin"), now=NOW)


def test_an_admin_does_not_end_their_own_position(road: Road) -> None:
    with pytest.raises(Invalid, match="Anda tidak dapat mengakhiri jabatan admin Anda sendiri"):
        end_jabatan(road.people["admin"].jabatan_set.get(), actor=road.actor("admin"), now=NOW)


def test_only_an_admin_gives_and_ends_positions(road: Road) -> None:
    with pytest.raises(Refused):
        give_jabatan(road.people["kabid"], PLH, actor=road.actor("kadis"), now=NOW)
    with pytest.raises(Refused):
        end_jabatan(road.people["kabid"].jabatan_set.get(), actor=road.actor("kadis"), now=NOW)
