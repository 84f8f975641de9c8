"""The work of every day by program: notices, the books, one's own account."""

from datetime import timedelta
from typing import Any

import pytest

from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from tests.api.program import Program, code_of
from tests.cast import Road
from tests.deputies import deputise
from tests.letters import draft, issued, signer


def items(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def told(road: Road, username: str = "kadis") -> Pesan:
    """Somebody is told of the last that happened."""
    return Pesan.objects.create(
        user=road.people[username],
        permintaan=road.permintaan,
        entry=Entry.objects.filter(subject=road.nomor).latest("seq"),
        judul=f"{road.nomor} menunggu Anda.",
        is_my_turn=True,
        sent_at=road.now,
    )


def paged(program: Program, path: str, *, limit: int) -> list[dict[str, Any]]:
    """All rows of a list, page by page."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        said = program.get(path, limit=limit, cursor=cursor).json()
        assert len(said["items"]) <= limit
        found, cursor = found + said["items"], said["next"]
    return found


def test_notices_are_ones_own_and_the_unread_come_first(road: Road) -> None:
    notices = []
    for _ in range(3):
        road.submit()
        notices.append(told(road))
    numbers = [one.permintaan.nomor for one in notices if one.permintaan]
    kadis = Program(road, "kadis")

    assert kadis.post("/pemberitahuan/dibaca", {"id": notices[2].pk}).json() == {"ditandai": 1}

    found = paged(kadis, "/pemberitahuan", limit=2)
    assert [one["nomor"] for one in found] == [numbers[1], numbers[0], numbers[2]]
    assert [one["read_at"] is None for one in found] == [True, True, False]
    assert found[0]["giliran_saya"]
    assert items(Program(road, "opd_lain").get("/pemberitahuan")) == []


def test_all_notices_are_marked_at_once_and_again_changes_nothing(road: Road) -> None:
    for _ in range(2):
        road.submit()
        told(road)
    kadis = Program(road, "kadis")

    assert kadis.post("/pemberitahuan/dibaca", {}, key="baca-1").json() == {"ditandai": 2}
    assert kadis.post("/pemberitahuan/dibaca", {}).json() == {"ditandai": 0}
    replayed = kadis.post("/pemberitahuan/dibaca", {}, key="baca-1")
    assert (replayed.json(), replayed.headers["Idempotency-Replayed"]) == ({"ditandai": 2}, "true")


def test_a_notice_of_somebody_else_is_not_there(road: Road) -> None:
    road.submit()
    theirs = told(road)

    answer = Program(road, "opd").post("/pemberitahuan/dibaca", {"id": theirs.pk})

    assert code_of(answer) == (404, "not_found")
    theirs.refresh_from_db()
    assert theirs.read_at is None


def test_a_token_that_only_reads_marks_nothing(road: Road) -> None:
    road.submit()
    told(road)

    answer = Program(road, "kadis", scope="baca").post("/pemberitahuan/dibaca", {})

    assert code_of(answer) == (422, "refused")
    assert not Pesan.objects.filter(read_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("path", "query", "field"),
    (
        ("/pemberitahuan", {"cursor": "x"}, "cursor"),
        ("/pemberitahuan", {"dibaca": "1"}, "dibaca"),
        ("/papan", {"langkah": "mendisposisi"}, "langkah"),
        ("/papan", {"kelompok": "warna"}, "kelompok"),
        ("/papan", {"limit": 5}, "limit"),
        ("/register/keluar", {"jenis": "surat_cinta"}, "jenis"),
        ("/register/keluar", {"keadaan": "konsep"}, "keadaan"),
        ("/register/keluar", {"bulan": 2}, "tahun"),
        ("/register/masuk", {"jenis": "bast"}, "jenis"),
        ("/register/masuk", {"tahun": 10**6}, "tahun"),
        ("/register/masuk", {"cursor": "bukan-cursor"}, "cursor"),
        ("/permintaan", {"tampilan": "semua"}, "tampilan"),
        ("/permintaan", {"prioritas": "gawat"}, "prioritas"),
    ),
)
def test_a_filter_that_is_none_lists_nothing(
    road: Road, path: str, query: dict[str, Any], field: str
) -> None:
    answer = Program(road, "kasi").get(path, **query)

    assert code_of(answer) == (422, "invalid")
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_the_list_knows_the_views_and_the_priority(road: Road) -> None:
    road.submit()
    road.walk_to("undangan")
    kasi = Program(road, "kasi")
    level = road.permintaan.priority

    assert len(items(kasi.get("/permintaan", prioritas=level))) == 1
    assert items(kasi.get("/permintaan", prioritas="rendah" if level != "rendah" else "tinggi")) == []
    assert len(items(kasi.get("/permintaan", tampilan="berjalan"))) == 1
    assert items(kasi.get("/permintaan", tampilan="selesai")) == []


def test_the_book_of_letters_out_is_paged_and_every_letter_comes_once(road: Road) -> None:
    road.submit()
    for number in range(1, 6):
        signer(issued(road, number, at=road.now + timedelta(minutes=number)), road)
    draft(road)
    kasi = Program(road, "kasi")

    found = paged(kasi, "/register/keluar", limit=2)

    assert [one["urut"] for one in found] == [5, 4, 3, 2, 1]
    assert found[0]["permintaan"] == road.nomor
    assert found[0]["penanda_tangan"]
    assert len(items(kasi.get("/register/keluar", tahun=2026, bulan=3))) == 5
    assert items(kasi.get("/register/keluar", tahun=2026, bulan=4)) == []
    assert items(kasi.get("/register/keluar", q="tidak ada")) == []
    assert items(kasi.get("/register/keluar", keadaan="dibatalkan")) == []
    assert items(Program(road, "opd_lain").get("/register/keluar")) == []


def test_the_book_of_letters_in_says_what_became_of_each(road: Road) -> None:
    road.submit()
    road.step()
    walked = road.nomor
    road.submit()

    new, passed_on = items(Program(road, "kasi").get("/register/masuk"))

    assert (new["permintaan"], new["sifat"], new["kepada"]) == (road.nomor, None, None)
    assert (passed_on["permintaan"], passed_on["kepada"]) == (walked, road.people["kabid"].nama)
    assert passed_on["nomor_surat"] == "B/500.12/118/403.112/2026"
    assert len(paged(Program(road, "kasi"), "/register/masuk", limit=1)) == 2
    assert items(Program(road, "opd_lain").get("/register/masuk")) == []


def test_the_agenda_of_today_is_ones_own(road: Road) -> None:
    road.submit()
    road.walk_to("rapat_teknis")
    road.now = road.permintaan.rapat_set.get().planned_start

    (meeting,) = items(Program(road, "analis").get("/tugas/agenda"))

    assert (meeting["kind"], meeting["nomor"]) == ("rapat_teknis", road.nomor)
    assert items(Program(road, "opd_lain").get("/tugas/agenda")) == []


def test_an_account_says_in_which_positions_its_owner_acts(road: Road) -> None:
    deputise(road)
    said = Program(road, "kabid", scope="baca").get("/akun").json()

    assert (said["username"], said["cakupan"]) == ("kabid", "baca")
    assert said["sebagai"] == ["Plh. kepala_dinas", "kepala_bidang"]
    assert {one["sebagai"] for one in said["jabatan"]} == {"Plh. kepala_dinas", "kepala_bidang"}
    assert "password" not in str(said)


def test_what_was_done_meanwhile_is_read_by_whoever_it_was_done_for(road: Road) -> None:
    period = deputise(road)
    road.submit()
    body = {
        "bagian": "kepala_dinas",
        "seen": road.permintaan.revision,
        "outcome": "diteruskan",
        "kepada_id": road.people["kabid"].pk,
        "sifat": "biasa",
        "instruksi": ["pelajari"],
    }
    kadis, kabid = Program(road, "kadis"), Program(road, "kabid")
    done = kabid.post(f"/permintaan/{road.nomor}/langkah/disposisi", body)
    assert done.status_code == 200, done.content

    (deed,) = items(kadis.get(f"/akun/penggantian/{period.pk}"))

    assert [one["id"] for one in kadis.get("/akun").json()["penggantian"]] == [period.pk]
    assert (deed["nomor"], deed["sebagai"]) == (road.nomor, "Plh. kepala_dinas")
    assert deed["oleh"] == road.people["kabid"].nama
    assert code_of(Program(road, "kasi").get(f"/akun/penggantian/{period.pk}")) == (404, "not_found")


@pytest.mark.parametrize(
    "path",
    (
        "/pemberitahuan",
        "/papan",
        "/papan?kelompok=tim",
        "/register/masuk",
        "/register/keluar",
        "/tugas/naskah",
    ),
)
def test_a_list_costs_the_same_at_one_row_and_at_three(road: Road, path: str) -> None:
    kadis = Program(road, "kadis")

    def another(number: int) -> None:
        road.submit()
        road.walk_to("undangan")
        told(road)
        signer(issued(road, number), road)
        draft(road)

    another(1)
    one = kadis.queries(path)
    for number in (2, 3):
        another(number)

    assert kadis.queries(path) == one
