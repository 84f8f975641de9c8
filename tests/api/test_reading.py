"""What the calls tell, and only to whom it may be told."""

from typing import Any

import pytest

from loket.sop.definition import MAIN
from tests.api.program import Program, code_of
from tests.cast import Road
from tests.doings import do


def test_the_sop_has_twelve_rows(road: Road) -> None:
    said = Program(road, "opd").get(f"/sop/{MAIN}").json()

    assert [(row["ke"], row["key"]) for row in said["langkah"]][::11] == [(1, "surat"), (12, "pendampingan")]
    assert len(said["langkah"]) == 12
    fourth = said["langkah"][3]
    assert set(fourth) >= {"kegiatan", "pelaksana", "kelengkapan", "waktu", "output", "keterangan"}
    assert fourth["waktu"]["satuan"] == "menit_kerja"
    assert code_of(Program(road, "opd").get("/sop/SOP-LAIN")) == (404, "not_found")


def test_the_inbox_is_ones_own_and_says_until_when(road: Road) -> None:
    road.submit()

    (task,) = Program(road, "kadis").get("/tugas").json()["items"]

    assert (task["nomor"], task["langkah"], task["kind"]) == (road.nomor, "disposisi", "giliran")
    assert task["due_at"]
    assert Program(road, "opd_lain").get("/tugas").json() == {"items": []}


def test_the_list_is_paged_by_key_and_every_row_comes_once(road: Road) -> None:
    numbers = [road.submit().nomor for _ in range(5)]
    kasi = Program(road, "kasi")
    found: list[str] = []
    cursor = ""
    while True:
        page = kasi.get("/permintaan", limit=2, cursor=cursor).json()
        found += [row["nomor"] for row in page["items"]]
        if page["next"] is None:
            break
        cursor = page["next"]
        road.submit()

    assert found == numbers[::-1]
    assert page["items"]


def test_the_list_is_filtered(road: Road) -> None:
    road.submit()
    kasi = Program(road, "kasi")
    own = road.permintaan.opd_id

    def count(**query: Any) -> int:
        return len(kasi.get("/permintaan", **query).json()["items"])

    assert [count(status="berjalan"), count(status="selesai")] == [1, 0]
    assert [count(langkah="disposisi"), count(langkah="analisis")] == [1, 0]
    assert [count(opd=own), count(opd=own + 1000)] == [1, 0]
    assert [count(q="antrean"), count(q="tidak ada")] == [1, 0]


@pytest.mark.parametrize(
    ("query", "field"),
    (
        ({"status": "lama"}, "status"),
        ({"langkah": "mendisposisi"}, "langkah"),
        ({"limit": 0}, "limit"),
        ({"limit": 101}, "limit"),
        ({"limit": 10**30}, "limit"),
        ({"limit": "dua"}, "limit"),
        ({"opd": 2**64}, "opd"),
        ({"cursor": "bukan-cursor"}, "cursor"),
        ({"cursor": "x" * 41}, "cursor"),
        ({"q": "a\x00b"}, "q"),
        ({"q": "x" * 101}, "q"),
        ({"created_by__password": "x"}, "created_by__password"),
        ({"pk__gt": "0"}, "pk__gt"),
    ),
)
def test_a_filter_that_is_none_lists_nothing(road: Road, query: dict[str, Any], field: str) -> None:
    answer = Program(road, "kasi").get("/permintaan", **query)

    assert code_of(answer) == (422, "invalid")
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_one_permintaan_tells_both_clocks_and_what_may_be_done(road: Road) -> None:
    road.submit()
    road.later(minutes=7)
    said = Program(road, "kadis").one()

    first, second, third = said["langkah_langkah"][:3]
    assert first["done_at"]
    assert (second["waiting_minutes"], second["working_minutes"], second["verdict"]) == (7, 0, "green")
    assert third["available_at"] is third["verdict"] is third["waiting_minutes"] is None
    may = {(one["jenis"], one["key"]): one for one in said["may"]}
    assert may["langkah", "disposisi"]["allowed"]
    assert may["langkah", "disposisi"]["bagian"] == "kepala_dinas"
    assert not may["langkah", "analisis"]["allowed"]
    assert may["langkah", "analisis"]["reasons"]
    assert not may["tindakan", "tarik"]["allowed"]
    assert said["kontak"]["nama"] == "Nur Hidayati"
    assert said["dokumen"][0]["jenis"] == "surat"
    assert {one["id"] for one in said["orang"]["kepala_bidang"]} == {road.people["kabid"].pk}


def test_an_opd_is_not_told_whom_the_office_could_choose(road: Road) -> None:
    road.submit()

    assert Program(road, "opd").one()["orang"] == {}


def test_whoever_only_follows_reads_and_is_offered_nothing(road: Road) -> None:
    road.submit()
    twin = Road({**road.people, "opd": road.people["opd_lain"]}, road.now)
    twin.submit("opd_lain")
    for one in (road, twin):
        one.walk_to("disposisi", "kepala_bidang")
    twin.now = road.now = max(twin.now, road.now)
    do(twin, "gabungkan", induk=road.nomor)

    said = Program(road, "opd_lain").one()

    assert (said["kontak"], said["may"]) == (None, [])


def test_the_record_is_paged_and_internal_notes_stay_inside(road: Road) -> None:
    road.submit()
    kasi, opd = Program(road, "kasi"), Program(road, "opd")
    kasi.act("catatan_internal", text="Rahasia kantor.")
    kasi.act("diskusi", text="Mohon data pendukung.")

    inside = kasi.get(f"/permintaan/{road.nomor}/catatan").json()
    outside = opd.get(f"/permintaan/{road.nomor}/catatan").json()
    page = kasi.get(f"/permintaan/{road.nomor}/catatan", limit=1).json()
    following = kasi.get(f"/permintaan/{road.nomor}/catatan", cursor=page["next"]).json()

    assert [one["seq"] for one in inside["items"]] == [3, 2, 1]
    assert [one["seq"] for one in outside["items"]] == [3, 1]
    assert [one["seq"] for one in page["items"] + following["items"]] == [3, 2, 1]
    assert following["next"] is None
    assert inside["items"][0]["keterangan"] == "Mohon data pendukung."
    assert inside["items"][0]["particulars"]
    assert outside["items"][0]["particulars"] is None
    assert "Rahasia" not in str(outside)


@pytest.mark.parametrize("path", ("/permintaan", "/tugas"))
def test_a_list_costs_the_same_at_one_row_and_at_three(road: Road, path: str) -> None:
    kadis = Program(road, "kadis")
    road.submit()
    one = kadis.queries(path)
    for _ in range(2):
        road.submit()

    assert kadis.queries(path) == one


def test_one_permintaan_costs_the_same_with_more_entries(road: Road) -> None:
    road.submit()
    kasi = Program(road, "kasi")
    paths = (f"/permintaan/{road.nomor}", f"/permintaan/{road.nomor}/catatan")
    before = [kasi.queries(path) for path in paths]
    for _ in range(2):
        kasi.act("diskusi", text="Halo.")

    assert [kasi.queries(path) for path in paths] == before
