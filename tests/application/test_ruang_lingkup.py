"""Perubahan ruang lingkup: asked for, decided at the level it needs, and in the documents before the OPD tests."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.core.zone import ZONE
from loket.models.addendum import Addendum
from loket.models.dokumen import DokumenVersi
from loket.models.perubahan import PerubahanLingkup
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do, specification

At = Callable[..., Road]
NEW = date(2026, 9, 30)


def refusal(road: Road, key: str, username: str = "") -> tuple[str, ...]:
    with nothing_changes(), pytest.raises(Refused) as refused:
        do(road, key, username)
    return refused.value.verdict.unmet


@pytest.mark.parametrize(
    ("asked", "level"),
    (
        ({}, "kepala_seksi"),
        ({"usaha": 10}, "kepala_seksi"),
        ({"usaha": 11}, "kepala_bidang"),
        ({"hari": 1}, "kepala_bidang"),
        ({"hari": 300}, "kepala_dinas"),
        ({"perlu_anggaran": True}, "kepala_dinas"),
    ),
)
def test_its_effects_say_who_decides(at: At, asked: dict[str, Any], level: str) -> None:
    road = at("implementasi")

    entry = do(road, "perubahan_ruang_lingkup", **asked)

    assert PerubahanLingkup.objects.get().diputus == level
    assert road.permintaan.scope == entry.particulars["ruang_lingkup"] == level
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize(
    ("level", "may"),
    (
        ({}, ("kasi", "kabid", "kadis")),
        ({"usaha": 11}, ("kabid", "kadis")),
        ({"perlu_anggaran": True}, ("kadis",)),
    ),
)
def test_that_level_decides_or_one_above_it(at: At, level: dict[str, Any], may: tuple[str, ...]) -> None:
    road = at("implementasi")
    do(road, "perubahan_ruang_lingkup", "opd", **level)

    for username in {"kasi", "kabid", "kadis", "analis", "opd"} - set(may):
        assert "Perubahan ruang lingkup ini diputuskan" in refusal(road, "putuskan_perubahan", username)[0]
    entry = do(road, "putuskan_perubahan", may[-1], keputusan="ditolak")

    assert (entry.kind, road.permintaan.scope) == ("lingkup.declined", "")


def test_a_small_change_keeps_the_date_and_comes_into_the_specification(at: At) -> None:
    road = at("implementasi")
    before = road.permintaan

    do(road, "perubahan_ruang_lingkup")
    do(road, "putuskan_perubahan")
    assert road.permintaan.scope == "disetujui"
    do(road, "terapkan_perubahan")

    permintaan = road.permintaan
    assert (permintaan.scope, permintaan.due_at, permintaan.at_bagian) == ("", before.due_at, "bangun")
    change = PerubahanLingkup.objects.get()
    assert change.version == DokumenVersi.objects.filter(dokumen__jenis="spesifikasi").latest("number")
    assert change.version.versi == "1.1"
    road.walk_to("selesai")
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_longer_one_moves_the_date_by_addendum_and_keeps_the_old_one(at: At) -> None:
    road = at("implementasi")
    old = road.permintaan.implementasi_until
    do(road, "perubahan_ruang_lingkup", hari=15)

    do(road, "putuskan_perubahan", "kadis", sampai=NEW, nomor="B/12/2026")

    permintaan = road.permintaan
    assert (permintaan.implementasi_until, permintaan.due_at) == (
        NEW,
        datetime(2026, 9, 30, 16, 0, tzinfo=ZONE),
    )
    addendum = Addendum.objects.get()
    assert (addendum.semula, addendum.menjadi, PerubahanLingkup.objects.get().addendum) == (
        old,
        NEW,
        addendum,
    )
    assert_replay_lands_on_the_rows(permintaan)


def test_a_declined_one_leaves_everything_and_another_may_follow(at: At) -> None:
    road = at("desain")
    before = road.permintaan.due_at
    do(road, "perubahan_ruang_lingkup", "opd")
    do(road, "putuskan_perubahan", keputusan="ditolak")

    do(road, "perubahan_ruang_lingkup", "opd")

    assert road.permintaan.due_at == before
    assert PerubahanLingkup.objects.count() == 2


def test_the_opd_does_not_test_what_is_still_being_changed(at: At) -> None:
    road = at("implementasi", "uat")
    reason = "Perubahan ruang lingkup belum diputuskan, atau belum masuk ke dokumen spesifikasi."
    road.wait_until_possible()
    data = road.plausible_data()
    for key in ("perubahan_ruang_lingkup", "putuskan_perubahan"):
        do(road, key)
        with nothing_changes(), pytest.raises(Refused) as refused:
            road.perform_as("opd", data=data)
        assert refused.value.verdict.unmet == (reason,)

    do(road, "terapkan_perubahan")

    road.perform_as("opd", data=data)
    assert road.permintaan.at_step == "serah_terima"


@pytest.mark.parametrize(
    ("key", "changed", "problems"),
    (
        (
            "perubahan_ruang_lingkup",
            {"usaha": None, "hari": 501, "risiko": ""},
            {
                "usaha": ["Isi tambahan usaha dalam persen, 0 bila tidak ada."],
                "hari": ["Isi tambahan waktu dalam hari kerja, 0 bila tanggal tidak berubah."],
                "risiko": ["Isi dampak pada risiko."],
            },
        ),
        ("putuskan_perubahan", {"keputusan": "mungkin"}, {"keputusan": ["Pilih keputusan."]}),
        (
            "putuskan_perubahan",
            {"sampai": NEW, "nomor": "B/12/2026"},
            {"sampai": ["Perubahan ini tidak mengubah tanggal. Kosongkan isian ini."]},
        ),
        ("putuskan_perubahan", {"nomor": "B/12/2026"}, {"sampai": ["Isi tanggal yang baru."]}),
        ("terapkan_perubahan", {"upload_id": None}, {"upload_id": ["Unggah dokumen spesifikasi yang baru."]}),
    ),
)
def test_what_is_wrong_is_said_at_its_field(
    at: At, key: str, changed: dict[str, Any], problems: dict[str, list[str]]
) -> None:
    road = at("implementasi")
    if key != "perubahan_ruang_lingkup":
        do(road, "perubahan_ruang_lingkup")
    if key == "terapkan_perubahan":
        do(road, "putuskan_perubahan")
        specification(road)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, key, **changed)

    assert dict(invalid.value.problems) == problems


def test_a_change_that_needs_days_needs_its_new_date(at: At) -> None:
    road = at("implementasi")
    do(road, "perubahan_ruang_lingkup", hari=5)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "putuskan_perubahan", "kabid")

    assert invalid.value.problems == {
        "sampai": ["Perubahan ini menambah 5 hari kerja. Isi tanggal yang baru beserta nomor addendum."]
    }


def test_who_and_when_is_lawful(at: At) -> None:
    road = at("analisis")
    assert refusal(road, "perubahan_ruang_lingkup", "kasi") == (
        "Perubahan ruang lingkup diajukan setelah spesifikasi disetujui dan sebelum serah terima.",
        "Perubahan ruang lingkup diajukan OPD atau sistem analis pada tim permintaan ini.",
    )
    road = at("desain")
    specification(road)
    assert refusal(road, "putuskan_perubahan") == (
        "Tidak ada perubahan ruang lingkup yang menunggu keputusan.",
    )
    assert refusal(road, "terapkan_perubahan", "programmer") == (
        "Tidak ada perubahan ruang lingkup yang sudah disetujui.",
        "Dokumen spesifikasi diperbarui sistem analis pada tim permintaan ini.",
    )
    do(road, "perubahan_ruang_lingkup")
    assert refusal(road, "perubahan_ruang_lingkup") == ("Perubahan ruang lingkup sebelumnya belum selesai.",)


def test_a_date_further_off_than_was_asked_for_needs_the_level_that_it_needs(at: At) -> None:
    road = at("implementasi")
    do(road, "perubahan_ruang_lingkup", hari=1)
    far = date(2027, 6, 30)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "putuskan_perubahan", "kabid", sampai=far, nomor="B/12/2026")
    assert invalid.value.problems == {"sampai": ["Tanggal sejauh itu diputuskan Kepala Dinas."]}

    assert do(road, "putuskan_perubahan", "kadis", sampai=far, nomor="B/12/2026").capacity == "kepala_dinas"


def test_after_a_return_to_before_the_agreement_it_can_only_be_declined(at: At) -> None:
    road = at("implementasi")
    do(road, "perubahan_ruang_lingkup", hari=5)
    road.return_to("undangan")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "putuskan_perubahan", "kabid", sampai=NEW, nomor="B/12/2026")
    assert invalid.value.problems == {"sampai": ["Belum ada tanggal yang disepakati untuk langkah ini."]}

    do(road, "putuskan_perubahan", "kabid", keputusan="ditolak")
    road.walk_to("selesai")
