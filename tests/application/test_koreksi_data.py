"""Ganti PIC and koreksi data: a fact changes, what it was stays, and no measurement does."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.perubahan import PerubahanData
from loket.models.surat import Surat
from loket.models.user import Jabatan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do

At = Callable[..., Road]


def measured(road: Road) -> list[Any]:
    return list(Pengerjaan.objects.filter(permintaan=road.permintaan).order_by("pk").values())


def test_what_was_typed_wrongly_is_right_and_stays_on_record_as_it_was(at: At) -> None:
    road = at("analisis")
    before = measured(road)

    entry = do(road, "koreksi_data")

    assert road.permintaan.nama_aplikasi == "Antrean Daring Adminduk"
    assert Surat.objects.get().tanggal_surat == date(2026, 2, 26)
    notes = {one.isian: (one.semula, one.menjadi) for one in PerubahanData.objects.all()}
    assert notes == {
        "nama_aplikasi": ("Antrean Daring", "Antrean Daring Adminduk"),
        "tanggal_surat": ("2026-02-27", "2026-02-26"),
    }
    assert entry.particulars["isian"] == ["nama_aplikasi", "tanggal_surat"]
    assert measured(road) == before
    assert_replay_lands_on_the_rows(road.permintaan)


def test_the_record_names_what_changed_and_never_the_values(at: At) -> None:
    road = at("analisis")

    entries = [do(road, "koreksi_data"), do(road, "ganti_pic")]

    said = str([entry.particulars for entry in entries])
    assert not any(word in said for word in ("Adminduk", "Siti", "9999"))


@pytest.mark.parametrize(
    ("changes", "problems"),
    (
        ({}, {"sebab": ["Ubah paling sedikit satu isian yang keliru."]}),
        ({"nama_aplikasi": ""}, {"nama_aplikasi": ["Isi nama aplikasi."]}),
        (
            {"wanted_date": date(2026, 3, 1)},
            {"wanted_date": ["Tanggal yang diharapkan harus setelah hari ini."]},
        ),
        ({"tanggal_surat": None}, {"tanggal_surat": ["Isi tanggal surat."]}),
        (
            {"tanggal_surat": date(2027, 1, 1)},
            {"tanggal_surat": ["Tanggal surat tidak boleh setelah hari ini."]},
        ),
        (
            {"nomor_surat": "a"},
            {
                "nomor_surat": [
                    "Nomor surat hanya berisi huruf, angka, titik, garis miring, dan tanda hubung."
                ]
            },
        ),
    ),
)
def test_what_is_wrong_is_said_at_its_field(
    at: At, changes: dict[str, Any], problems: dict[str, list[str]]
) -> None:
    road = at("analisis")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "koreksi_data", changes=changes)

    assert dict(invalid.value.problems) == problems


def test_a_letter_is_not_dated_after_its_original_came(at: At) -> None:
    road = at("desain")
    received = Surat.objects.get().asli_received_at
    assert received is not None
    road.later(days=5)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "koreksi_data", changes={"tanggal_surat": date(2026, 3, 6)})

    assert "Surat asli sudah diterima" in invalid.value.problems["tanggal_surat"][0]


def test_the_contact_changes_and_the_former_stays_on_record(at: At) -> None:
    road = at("analisis")

    entry = do(road, "ganti_pic")

    permintaan = road.permintaan
    assert (permintaan.pic_nama, permintaan.pic_phone) == ("Siti Rahmawati", "+6281299998888")
    assert PerubahanData.objects.get(isian="pic_nama").semula == "Nur Hidayati"
    assert set(entry.particulars["isian"]) == {"pic_nama", "pic_phone", "pic_email"}
    assert_replay_lands_on_the_rows(permintaan)


def test_the_account_of_the_former_contact_sees_nothing_any_more(at: At) -> None:
    road = at("analisis")
    former = road.people["opd"]

    do(road, "ganti_pic", "tu", akun_lama_id=former.pk)

    road.later(days=1)
    assert not road.actor("opd").capacities
    assert Entry.objects.filter(subject="kantor").latest("pk").kind == "jabatan.ended"
    assert Entry.objects.filter(subject="kantor").latest("pk").capacity == "tata_usaha"


def test_an_account_that_speaks_for_its_opd_since_today_is_taken_back_whole(at: At) -> None:
    road = at("analisis")
    former = road.people["opd"]
    Jabatan.objects.filter(user=former).update(from_date=road.now.date())

    do(road, "ganti_pic", "tu", akun_lama_id=former.pk)

    assert not Jabatan.objects.filter(user=former).exists()


@pytest.mark.parametrize(
    ("username", "account", "sentence"),
    (
        ("tu", "opd_lain", "Pilih akun OPD yang mengajukan permintaan ini."),
        ("tu", "kasi", "Pilih OPD yang masih bertugas."),
        ("opd", "opd", "Pencabutan akses dicatat Tata Usaha atau Kepala Seksi menurut surat OPD."),
    ),
)
def test_only_another_account_of_that_opd_loses_its_access(
    at: At, username: str, account: str, sentence: str
) -> None:
    road = at("analisis")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "ganti_pic", username, akun_lama_id=road.people[account].pk)

    assert invalid.value.problems == {"akun_lama_id": [sentence]}


@pytest.mark.parametrize(
    ("key", "what"), (("ganti_pic", "Narahubung diganti"), ("koreksi_data", "Data diperbaiki"))
)
@pytest.mark.parametrize("username", ("analis", "kadis"))
def test_who_is_lawful(at: At, key: str, what: str, username: str) -> None:
    road = at("analisis")

    with nothing_changes(), pytest.raises(Refused) as refused:
        do(road, key, username)

    assert refused.value.verdict.unmet == (
        f"{what} oleh OPD yang mengajukan, Tata Usaha, atau Kepala Seksi.",
    )


@pytest.mark.parametrize(
    ("place", "username", "changes", "sentence"),
    (
        (
            "desain",
            "tu",
            {"kebutuhan": "Kebutuhan yang lain sama sekali."},
            "Spesifikasi sudah disetujui. Ajukan perubahan ruang lingkup.",
        ),
        (
            "analisis",
            "opd",
            {"nomor_surat": "B/9/2026"},
            "Surat yang sudah didisposisikan diperbaiki Tata Usaha atau Kepala Seksi.",
        ),
    ),
)
def test_what_is_settled_is_not_corrected(
    at: At, place: str, username: str, changes: dict[str, Any], sentence: str
) -> None:
    road = at(place)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "koreksi_data", username, changes=changes)

    assert list(invalid.value.problems.values()) == [[sentence]]


def test_a_letter_that_is_back_with_its_opd_is_put_right_there(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    with nothing_changes(), pytest.raises(Refused) as refused:
        do(road, "koreksi_data")

    assert refused.value.verdict.unmet == (
        "Surat permintaan sedang dilengkapi OPD. Perbaiki di langkah pertama.",
    )
