"""The revisions of the SOP: read, drafted, compared, released; for whoever has their pages."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.sop.definition import shipped
from tests.api.hostile import FITTING, MISSHAPEN
from tests.api.program import Program, code_of
from tests.api.test_fuzzed import _nobody_is_too_often
from tests.api.test_hostile import undocumented
from tests.api.test_sending import errors_of
from tests.application.everything import nothing_changes
from tests.application.revising import begin, revise, save
from tests.cast import Road
from tests.web.office_pages import last_entry

__all__ = ("_nobody_is_too_often",)
LIST, DRAFT = "/kantor/sop", "/kantor/sop/draf"
ROW, AROUND = f"{DRAFT}/langkah/disposisi", f"{DRAFT}/naskah"
COMPARISON, RELEASE, DISCARD = f"{DRAFT}/perbandingan", f"{DRAFT}/tetapkan", f"{DRAFT}/buang"
DECISION = {
    "keputusan": "188/12/403.113/2026",
    "tanggal_penetapan": "2026-03-02",
    "tanggal_berlaku": "2026-03-03",
    "sure": True,
}


def row_of(program: Program, key: str, **changed: Any) -> dict[str, Any]:
    """A row of the draft as it was read, with something changed, as it is sent back."""
    draft = program.get(DRAFT).json()
    (row,) = [one for one in draft["baris"] if one["key"] == key]
    kept = {name: value for name, value in row.items() if name not in {"ke", "key"}}
    return {**kept, "seen": draft["version"], **changed}


def around_of(program: Program, **changed: Any) -> dict[str, Any]:
    draft = program.get(DRAFT).json()
    return {**draft["isi_naskah"], "seen": draft["version"], **changed}


def test_the_revisions_are_listed_with_how_many_run_on_each(road: Road) -> None:
    road.submit()
    revise(road, nilai=25)

    newest, first = Program(road, "kasi").get(LIST).json()["items"]

    assert (newest["revisi"], newest["keputusan"], newest["berjalan"]) == (1, DECISION["keputusan"], 0)
    assert (first["revisi"], first["keadaan"], first["berjalan"]) == (0, "dicabut", 1)
    assert first["ditetapkan_oleh"] is None


@pytest.mark.parametrize("username", ("analis", "tu", "opd"))
def test_for_whoever_drafts_nothing_there_is_no_such_address(road: Road, username: str) -> None:
    begin(road)
    program = Program(road, username)

    assert program.get("/tugas").status_code == 200
    with nothing_changes():
        for path in (LIST, DRAFT, COMPARISON):
            assert code_of(program.get(path)) == (404, "not_found")
        for path in (f"{LIST}/mulai", ROW, AROUND, RELEASE, DISCARD):
            assert code_of(program.post(path, {})) == (404, "not_found")


def test_only_the_head_of_the_office_releases(road: Road) -> None:
    draft = begin(road)

    answer = Program(road, "admin").post(RELEASE, {**DECISION, "seen": draft.version})

    assert code_of(answer) == (404, "not_found")
    assert SopRevision.objects.count() == 1


def test_without_a_draft_there_is_nothing_to_read_or_change(road: Road) -> None:
    kasi = Program(road, "kasi")

    assert kasi.get(LIST).json()["rancangan"] is None
    for path in (DRAFT, COMPARISON):
        assert code_of(kasi.get(path)) == (404, "not_found")
    for path in (ROW, AROUND, DISCARD):
        assert code_of(kasi.post(path, {"seen": 1})) == (404, "not_found")
    assert "rancangan" in errors_of(Program(road, "kadis").post(RELEASE, {**DECISION, "seen": 1}))


def test_a_draft_is_begun_once(road: Road) -> None:
    kasi = Program(road, "kasi")

    made, again = kasi.post(f"{LIST}/mulai", {}), kasi.post(f"{LIST}/mulai", {})

    assert made.status_code == 201
    assert (made.json()["revisi"], made.json()["dari_revisi"], made.json()["langkah"]) == (1, 0, [])
    assert "sudah memulai rancangan revisi 1" in errors_of(again)["rancangan"]
    assert (last_entry().kind, last_entry().source) == ("sop.drafted", "api")


def test_what_was_read_can_be_sent_back_and_changes_nothing(road: Road) -> None:
    begin(road)
    kasi = Program(road, "kasi")

    for key in shipped().steps:
        assert kasi.post(f"{DRAFT}/langkah/{key}", row_of(kasi, key)).status_code == 200
    assert kasi.post(AROUND, around_of(kasi)).status_code == 200

    draft = SopDraft.objects.get()
    assert draft.changes.get("langkah", {}) == {}
    assert not draft.changes.get("naskah")


def test_a_row_and_the_parts_around_it_are_changed_and_compared(road: Road) -> None:
    begin(road)
    kasi = Program(road, "kasi")

    row = kasi.post(ROW, row_of(kasi, "disposisi", nilai=25))
    around = kasi.post(AROUND, around_of(kasi, tujuan="Aplikasi yang dipakai."))

    assert row.json()["langkah"] == ["disposisi"]
    assert around.json()["naskah"] is True
    assert last_entry().source == "api"
    compared = kasi.get(COMPARISON).json()
    (time,) = [one for one in compared["perbedaan"] if one["langkah"] == "disposisi"]
    (aim,) = [one for one in compared["perbedaan"] if one["langkah"] is None]
    assert (time["kolom"], time["sesudah"]) == ("Waktu baku", "±25 menit")
    assert (aim["kolom"], aim["sesudah"]) == ("Tujuan utama", "Aplikasi yang dipakai.")
    assert compared["halangan"] == []


def test_the_comparison_says_whose_limits_would_be_others(road: Road) -> None:
    road.submit()
    begin(road)
    save(road, "disposisi", nilai=25)

    compared = Program(road, "admin").get(COMPARISON).json()

    assert (compared["berjalan"], compared["terkena"]) == (1, 1)
    (one,) = compared["terdekat"]
    assert (one["nomor"], one["revisi"], one["langkah"]) == (road.nomor, 0, "disposisi")
    assert one["due_at"] != one["would_be"]


def test_every_reason_against_a_row_is_told(road: Road) -> None:
    begin(road)
    kasi = Program(road, "kasi")

    wrong = kasi.post(ROW, row_of(kasi, "disposisi", kegiatan="", output=[], nilai=0))
    unknown = kasi.post(ROW, row_of(kasi, "disposisi", bagian={"tidak_ada": []}))
    around = kasi.post(AROUND, around_of(kasi, tujuan="", definisi="satu baris", kualifikasi=[]))

    assert set(errors_of(wrong)) == {"kegiatan", "output", "nilai"}
    assert all(field.startswith("bagian") for field in errors_of(unknown))
    assert set(errors_of(around)) == {"tujuan", "definisi", "kualifikasi"}
    assert SopDraft.objects.get().changes == {}


def test_whoever_saves_what_another_has_changed_meanwhile_is_told(road: Road) -> None:
    begin(road)
    kasi = Program(road, "kasi")
    late = row_of(kasi, "disposisi", nilai=25)
    save(road, "disposisi", nilai=30)

    for path, body in ((ROW, late), (DISCARD, {"seen": late["seen"]})):
        assert "menyimpan rancangan ini" in errors_of(kasi.post(path, body))["rancangan"]
    assert SopDraft.objects.get().changes["langkah"]["disposisi"]["waktu"]["nilai"] == 30


def test_a_draft_is_discarded(road: Road) -> None:
    draft = begin(road)

    answer = Program(road, "kasi").post(DISCARD, {"seen": draft.version})

    assert answer.json() == {"revisi": 1}
    assert not SopDraft.objects.exists()
    assert (last_entry().kind, last_entry().source) == ("sop.draft_discarded", "api")


def test_a_draft_is_released_by_a_decision(road: Road) -> None:
    begin(road)
    save(road, "disposisi", nilai=25)
    seen = SopDraft.objects.get().version

    answer = Program(road, "kadis").post(RELEASE, {**DECISION, "seen": seen})

    made = SopRevision.objects.latest("revisi")
    assert answer.status_code == 201
    assert answer.json() == {
        "nomor": made.nomor,
        "revisi": 1,
        "sha256": made.sha256,
        "tanggal_berlaku": "2026-03-03",
    }
    assert (last_entry().kind, last_entry().source) == ("sop.released", "api")


def test_every_reason_against_a_release_is_told(road: Road) -> None:
    draft = begin(road)
    wrong = {"keputusan": "", "tanggal_penetapan": "2026-03-05", "tanggal_berlaku": "2026-03-01"}

    answer = Program(road, "kadis").post(RELEASE, {**wrong, "seen": draft.version})

    assert set(errors_of(answer)) == {"keputusan", "tanggal_penetapan", "tanggal_berlaku", "sure"}
    assert SopRevision.objects.count() == 1


BREAKABLE: dict[str, tuple[str, Callable[[Program], Any]]] = {
    ROW: ("kasi", lambda program: row_of(program, "disposisi", nilai=25)),
    AROUND: ("admin", around_of),
    DISCARD: ("kabid", lambda _: {"seen": 1}),
    RELEASE: ("kadis", lambda _: {**DECISION, "pangkat": "Pembina", "seen": 1}),
}


@pytest.mark.parametrize("path", BREAKABLE)
def test_no_change_of_a_draft_breaks(road: Road, path: str) -> None:
    begin(road)
    username, good = BREAKABLE[path]
    program = Program(road, username)

    assert undocumented(program, path, path, good(program), (*FITTING, *MISSHAPEN)) == {}


def test_more_revisions_take_no_more_queries(road: Road) -> None:
    revise(road, nilai=25)
    kasi = Program(road, "kasi")
    before = kasi.queries(LIST)
    for minutes in (30, 35):
        revise(road, nilai=minutes)

    assert kasi.queries(LIST) == before
