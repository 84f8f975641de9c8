"""The heads and the admin at the pages of the SOP's revisions."""

from datetime import timedelta

import pytest

from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.sop.definition import MAIN
from tests.application.revising import begin, decide, revise, save
from tests.cast import NOW, Road
from tests.web.office_pages import last_entry
from tests.web.sop_pages import AROUND, COMPARISON, DISCARD, DRAFT, LIST, RELEASE, ROW, fill
from tests.web.step_desk import errors_of, text_of
from tests.web.work_pages import Reader, menu_of

OF_DRAFTERS = (LIST, DRAFT, ROW, AROUND, COMPARISON, DISCARD)
DECISION = {
    "keputusan": "188/12/403.113/2026",
    "tanggal_penetapan": "02/03/2026",
    "tanggal_berlaku": "besok",
    "sure": "on",
}


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "admin"))
def test_whoever_drafts_finds_it_in_the_menu_and_opens_every_page(road: Road, username: str) -> None:
    begin(road)
    reader = Reader(road, username)

    answers = [reader.get(url) for url in OF_DRAFTERS]

    assert {answer.status_code for answer in answers} == {200}
    assert all("no-store" in answer.headers["Cache-Control"] for answer in answers)
    assert "Revisi SOP" in menu_of(answers[0])
    assert reader.get(RELEASE).status_code == (200 if username == "kadis" else 404)


@pytest.mark.parametrize("username", ("analis", "programmer", "tu", "opd"))
def test_for_everybody_else_there_are_no_such_pages(road: Road, username: str) -> None:
    begin(road)
    reader = Reader(road, username)

    assert {reader.get(url).status_code for url in (*OF_DRAFTERS, RELEASE)} == {404}
    assert {reader.post(url).status_code for url in (*OF_DRAFTERS, RELEASE, f"{LIST}/mulai")} == {404}
    assert "Revisi SOP" not in menu_of(reader.get("/akun"))


def test_the_list_says_what_is_in_force_what_comes_and_how_many_run_on_each(road: Road) -> None:
    road.submit()
    revise(road, nilai=25, berlaku=NOW.date() + timedelta(days=3))

    words = text_of(Reader(road, "kasi").get(LIST))

    assert "Revisi 1 Akan berlaku 188/12/403.113/2026 Ditetapkan 2 Maret 2026 Mulai 5 Maret 2026" in words
    assert (
        "Revisi 0 Berlaku Belum ditetapkan dengan keputusan Tanpa tanggal berlaku, akan diganti 5 Maret 2026 Bawaan Loket 1"
        in words
    )


def test_a_revision_that_was_replaced_says_until_when_it_ran(road: Road) -> None:
    revise(road, nilai=25, berlaku=NOW.date() + timedelta(days=3))
    begin(road)
    decide(road, tanggal_berlaku=NOW.date() + timedelta(days=3))
    road.later(days=4)

    words = text_of(Reader(road, "admin").get(LIST))

    assert "Revisi 2 Berlaku" in words
    assert "Revisi 1 Dicabut 188/12/403.113/2026 Ditetapkan 2 Maret 2026 Diganti sebelum dipakai" in words
    assert "Tanpa tanggal berlaku, diganti 5 Maret 2026" in words


def test_the_public_reads_an_old_revision_as_one_that_was(road: Road) -> None:
    for _ in range(2):
        begin(road)
        decide(road)

    words = text_of(Reader(road, "opd").get(f"/sop/{MAIN}", revisi="1"))

    assert "revisi 1, pernah berlaku sejak 2 Maret 2026" in words
    assert "Ini revisi lama." in words
    assert "Buka revisi yang berlaku" in words


def test_the_pages_cost_the_same_however_much_there_is(road: Road) -> None:
    begin(road)
    save(road, "disposisi", nilai=40)
    road.submit()
    reader = Reader(road, "kadis")
    before = [reader.queries(url) for url in (LIST, DRAFT, ROW, COMPARISON, RELEASE)]
    decide(road)
    begin(road)
    for key in ("surat", "penunjukan", "analisis"):
        save(road, key, keterangan="Baru", nilai=45)
        road.submit()

    assert [reader.queries(url) for url in (LIST, DRAFT, ROW, COMPARISON, RELEASE)] == before


def test_a_draft_is_begun_once_and_the_second_one_lands_in_it(road: Road) -> None:
    reader = Reader(road, "kasi")

    assert "Tanggal berlaku belum ditetapkan" in text_of(reader.get(LIST))
    assert reader.post(f"{LIST}/mulai").headers["Location"] == DRAFT
    assert SopDraft.objects.get().begun_by == road.people["kasi"]
    other = Reader(road, "kabid")
    assert other.post(f"{LIST}/mulai").headers["Location"] == DRAFT
    assert "sudah memulai rancangan revisi 1." in text_of(other.get(DRAFT))


def test_what_cannot_run_is_said_on_every_page_of_the_draft(road: Road) -> None:
    first = SopRevision.objects.get()
    SopRevision.objects.update(content=first.content.replace('"tiket_terbuka"', '"restu_langit"'))
    begin(road)
    reader = Reader(road, "kadis")

    assert all(
        "Syarat restu_langit tidak dikenal." in text_of(reader.get(url))
        for url in (DRAFT, COMPARISON, RELEASE)
    )
    answer = fill(reader, RELEASE, **DECISION)
    assert answer.status_code == 422
    assert "Syarat restu_langit tidak dikenal." in errors_of(answer)[0]


def test_the_head_of_the_office_releases_it_and_the_public_reads_it_on_its_day(road: Road) -> None:
    begin(road)
    save(road, "disposisi", nilai=25)
    reader = Reader(road, "kadis")

    assert "tetap pada revisinya sampai selesai" in text_of(reader.get(RELEASE))
    assert fill(reader, RELEASE, **DECISION).headers["Location"] == LIST
    assert "Revisi 1 ditetapkan. Berlaku mulai 3 Maret 2026." in text_of(reader.get(LIST))
    assert last_entry().kind == "sop.released"

    public = f"/sop/{MAIN}"
    today = text_of(reader.get(public))
    assert "revisi 0, tanggal berlaku belum ditetapkan" in today
    assert "188/12/403.113/2026, mulai 3 Maret 2026 (akan berlaku)" in today
    coming = text_of(reader.get(public, revisi="1"))
    assert "revisi 1, akan berlaku mulai 3 Maret 2026" in coming
    assert "Revisi ini sudah ditetapkan dan belum berlaku." in coming
    road.later(days=1)
    tomorrow = text_of(reader.get(public))
    assert "revisi 1, berlaku sejak 3 Maret 2026" in tomorrow
    assert "±25 menit" in tomorrow
    assert road.people["kadis"].nama in tomorrow
    assert "Ini revisi lama." in text_of(reader.get(public, revisi="0"))
    assert "belum ditetapkan tanggal berlakunya" not in reader.get(public).content.decode()


def test_a_decision_that_cannot_be_is_said_at_its_fields(road: Road) -> None:
    begin(road)

    answer = fill(
        Reader(road, "kadis"),
        RELEASE,
        keputusan="",
        tanggal_berlaku="01/03/2026",
        tanggal_penetapan="kapan-kapan",
    )

    assert answer.status_code == 422
    assert errors_of(answer) == [
        "Isi nomor keputusan.",
        "Tulis tanggal seperti 26/11/2026.",
        "Tanggal berlaku paling cepat hari ini, 2 Maret 2026.",
        "Nyatakan bahwa perbandingan sudah diperiksa.",
    ]
    assert SopRevision.objects.count() == 1


def test_the_legal_basis_is_printed_in_the_place_of_the_regulation(road: Road) -> None:
    begin(road)
    reader = Reader(road, "kadis")
    fill(reader, AROUND, dasar_hukum="UU 25/2009 tentang Pelayanan Publik\nPerpres 95/2018")
    fill(reader, RELEASE, **{**DECISION, "tanggal_berlaku": "02/03/2026"})

    words = text_of(reader.get(f"/sop/{MAIN}"))

    assert "Dasar hukum UU 25/2009 tentang Pelayanan Publik Perpres 95/2018 Kualifikasi pelaksana" in words


def test_a_draft_is_discarded_after_a_question(road: Road) -> None:
    begin(road)
    reader = Reader(road, "kabid")

    assert "Revisi yang berlaku tetap berlaku." in text_of(reader.get(DISCARD))
    assert reader.post(DISCARD).status_code == 422
    assert reader.post(f"{DISCARD}?versi=1").headers["Location"] == LIST
    assert not SopDraft.objects.exists()
    assert "Rancangan revisi 1 dibuang." in text_of(reader.get(LIST))


@pytest.mark.parametrize("url", (DRAFT, ROW, AROUND, COMPARISON, RELEASE, DISCARD))
def test_a_draft_that_is_gone_leads_back_to_the_list(road: Road, url: str) -> None:
    reader = Reader(road, "kadis")

    assert reader.get(url).headers["Location"] == LIST
    assert "Rancangan ini sudah ditetapkan atau dibuang." in text_of(reader.get(LIST))


def test_a_permintaan_that_runs_still_says_its_own_times(road: Road) -> None:
    road.submit()
    revise(road, nilai=25)

    html = Reader(road, "kadis").get(f"/permintaan/{road.nomor}").content.decode()

    assert "±10 menit" in html
    assert "±25 menit" not in html
