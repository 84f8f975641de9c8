"""The board: who sees what on it, how it is grouped and filtered, and what it says of its limits."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.core.facts import Status
from loket.models.entry import Entry
from loket.models.issue_gitlab import IssueGitlab
from loket.models.kantor import Kantor
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.tiket import Tiket
from loket.queries import board as board_queries
from tests.cast import Road
from tests.web.step_desk import errors_of, text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]
LIMITS = {"permintaan": "1", "kesepakatan": "5", "pembuatan": "5", "serah_terima": "5"}


@pytest.fixture
def several(road: Road) -> Road:
    """Antrean at the disposisi, Retribusi at the analysis, Arsip withdrawn."""
    road.submit(nama_aplikasi="Antrean Daring")
    road.submit(nama_aplikasi="e-Retribusi Pasar")
    road.walk_to("analisis")
    Permintaan.objects.update(priority_rank=1)
    Permintaan.objects.exclude(priority="").update(priority="tinggi")
    road.submit(nama_aplikasi="Arsip Digital")
    road.withdraw()
    return road


def board(road: Road, username: str = "kasi", **query: str) -> str:
    return text_of(Reader(road, username).get("/papan", **query))


def test_a_card_says_what_whose_until_when_how_urgent_and_who_and_leads_to_its_step(several: Road) -> None:
    answer = Reader(several, "kasi").get("/papan")

    card = text_of(answer).partition("e-Retribusi Pasar")[2].partition("Buka langkah")[0]
    names = [place.user.nama for place in Penugasan.objects.current().select_related("user")]
    assert "APL-2026-0002 · Disdukcapil" in card
    assert "Tanpa batas waktu 7. Analisis" in card
    assert "Lewat 2 hari kerja" in text_of(answer).partition("Antrean Daring")[2].partition("Buka langkah")[0]
    assert "Prioritas tinggi" in card
    assert all(name in card for name in names)
    assert 'href="/permintaan/APL-2026-0002/analisis"' in answer.content.decode()
    assert "Arsip Digital" not in text_of(answer)


def test_the_columns_are_the_phases_with_their_steps_and_an_empty_one_says_so(several: Road) -> None:
    text = board(several)

    head = "Permintaan 1 dari 8 1. Surat"
    assert head in text
    assert "2. Disposisi 1 Antrean Daring" in text
    assert "Kesepakatan 0 dari 8 Kosong" in text
    assert "7. Analisis 1 e-Retribusi Pasar" in text


def test_a_column_over_its_limit_says_so_in_words(several: Road) -> None:
    several.submit(nama_aplikasi="Satu Lagi")
    Reader(several, "kasi").post("/papan/batas", **LIMITS)

    assert "Permintaan 2 dari 1, melebihi batas" in board(several)
    assert "melebihi" not in board(several, langkah="disposisi")


def test_limits_are_set_by_the_head_of_section_and_written_down(several: Road) -> None:
    reader = Reader(several, "kasi")
    wrong: Any = reader.post("/papan/batas", **{**LIMITS, "pembuatan": "0", "serah_terima": "banyak"})
    assert wrong.status_code == 422
    assert errors_of(wrong) == ["Isi batas dengan angka 1 sampai 999.", "Tulis bilangan bulat, contoh 40."]
    assert Kantor.objects.get().batas_papan == {}

    right = reader.post("/papan/batas", **LIMITS)

    assert (right.status_code, right["Location"]) == (302, "/papan")
    entry = Entry.objects.get(kind="papan.limits_changed")
    assert (entry.capacity, entry.particulars["batas"]["permintaan"]) == ("kepala_seksi", 1)
    assert 'value="1"' in reader.get("/papan/batas").content.decode()


@pytest.mark.parametrize("username", ("kadis", "analis", "tu", "admin", "opd"))
def test_nobody_else_sets_limits(several: Road, username: str) -> None:
    reader = Reader(several, username)

    assert reader.get("/papan/batas").status_code == 404
    assert reader.post("/papan/batas", **LIMITS).status_code == 404
    assert "Ubah batas" not in text_of(reader.get("/papan"))


@pytest.mark.parametrize(
    ("query", "found"),
    (
        ({}, ["Antrean Daring", "e-Retribusi Pasar"]),
        ({"langkah": "disposisi"}, ["Antrean Daring"]),
        ({"langkah": "apa"}, ["Antrean Daring", "e-Retribusi Pasar"]),
        ({"prioritas": "rendah", "kelompok": "apa"}, []),
        ({"orang": "9" * 30}, ["Antrean Daring", "e-Retribusi Pasar"]),
        ({"orang": "999999"}, []),
    ),
)
def test_filters_hold_for_every_grouping(several: Road, query: dict[str, str], found: list[str]) -> None:
    for grouping in ("langkah", "prioritas", "tim"):
        text = board(several, **{"kelompok": grouping, **query})
        assert [name for name in ("Antrean Daring", "e-Retribusi Pasar") if f"{name} APL" in text] == found


def test_by_priority_and_by_person_each_stands_in_its_column(several: Road) -> None:
    level = Permintaan.objects.get(nama_aplikasi="e-Retribusi Pasar").priority_label

    by_priority = board(several, kelompok="prioritas")
    by_person = board(several, kelompok="tim")

    assert f"{level} 1 e-Retribusi Pasar" in by_priority
    assert "Belum ada prioritas 1 Antrean Daring" in by_priority
    for place in Penugasan.objects.current().select_related("user"):
        assert f"{place.user.nama} 1 e-Retribusi Pasar" in by_person
    assert "Belum ada tim 1 Antrean Daring" in by_person


def test_whoever_has_two_roles_in_a_team_has_the_card_once(several: Road) -> None:
    place = Penugasan.objects.current().filter(role="programmer").get()
    place.pk, place.role, place._state.adding = None, "sistem_analis", True
    place.save()

    assert f"{place.user.nama} 1 e-Retribusi Pasar" in board(several, kelompok="tim")


def test_a_member_of_a_team_sees_only_what_is_theirs_and_no_limit_of_the_whole(several: Road) -> None:
    username = Penugasan.objects.current().filter(role="sistem_analis").get().user.username

    text = board(several, username)

    assert "e-Retribusi Pasar" in text
    assert "Antrean Daring" not in text
    assert "Pembuatan 1 " in text
    assert " dari 8" not in text


@pytest.mark.parametrize("username", ("opd", "opd_lain", "admin"))
def test_for_everybody_else_there_is_no_board(several: Road, username: str) -> None:
    assert Reader(several, username).get("/papan").status_code == 404


def test_on_a_phone_one_column_is_chosen_the_first_with_work_unless_another_is_asked_for(at: At) -> None:
    road = at("analisis")
    chosen = 'terpilih" aria-labelledby="lajur-{}"'

    first = Reader(road, "kasi").get("/papan").content.decode()
    asked = Reader(road, "kasi").get("/papan", kolom="4").content.decode()

    assert chosen.format(3) in first
    assert chosen.format(4) in asked
    assert first.count("terpilih") == asked.count("terpilih") == 1
    assert 'href="/papan?kolom=2"' in first


def test_a_lane_shows_its_most_urgent_cards_and_leads_to_the_rest(
    several: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_queries, "MOST", 1)
    several.submit(nama_aplikasi="Satu Lagi")
    Permintaan.objects.filter(nama_aplikasi="Antrean Daring").update(due_at=several.now)
    Permintaan.objects.filter(status=Status.BERJALAN).exclude(nama_aplikasi="Antrean Daring").update(
        due_at=None
    )

    answer = Reader(several, "kasi").get("/papan")

    assert "2. Disposisi 2 Antrean Daring" in text_of(answer)
    assert "1 permintaan lainnya" in text_of(answer)
    assert 'href="/permintaan?tampilan=berjalan&amp;langkah=disposisi"' in answer.content.decode()


def test_the_rest_of_a_person_is_on_their_own_board(several: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_queries, "MOST", 1)
    several.submit(nama_aplikasi="Satu Lagi")
    several.walk_to("analisis")
    user = Penugasan.objects.current().filter(role="programmer")[0].user_id

    page = Reader(several, "kasi").get("/papan", kelompok="tim").content.decode()

    assert f'href="/papan?orang={user}"' in page


def test_the_issue_is_on_the_card_where_gitlab_holds_one(several: Road) -> None:
    tiket = Tiket.objects.get(permintaan__nama_aplikasi="e-Retribusi Pasar")
    address = "https://git.magetan.example/diskominfo/e-ticketing/-/issues/12"
    ref = "7c0f3c3e-3f0b-4d5e-9a53-1f4c9f5f0001"
    IssueGitlab.objects.create(tiket=tiket, ref=ref, iid=12, project_id=1, web_url=address)

    page = Reader(several, "kasi").get("/papan")

    assert "Issue #12" in text_of(page)
    assert f'href="{address}"' in page.content.decode()


def test_a_paused_permintaan_says_why_it_waits(at: At) -> None:
    road = at("analisis")
    road.pause()

    assert "Dijeda Menunggu OPD" in board(road)


def test_the_board_costs_the_same_however_full_it_is(at: At) -> None:
    road = at("analisis")
    costs = []
    for _ in range(2):
        costs += [
            Reader(road, "kasi").queries("/papan", kelompok=one) for one in ("langkah", "prioritas", "tim")
        ]
        road.submit(nama_aplikasi="Satu Lagi")
        road.walk_to("desain")

    assert len(set(costs)) == 1
    assert costs[0] <= 8
