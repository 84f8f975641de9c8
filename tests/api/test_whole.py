"""All of one permintaan by program: what its steps left, what was said, its papers, and what GitLab holds of it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from loket.integrations.gitlab.standin import merge_requests as there
from loket.models.gitlab import GitlabComment
from loket.models.issue_gitlab import IssueGitlab
from tests.api.program import Program, code_of
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.speaking import Table, table, write
from tests.cast import Road
from tests.letters import draft, issued, signer

__all__ = ["gitlab", "table"]
At = Callable[..., Road]


def read(road: Road, username: str, part: str) -> Any:
    answer = Program(road, username).get(f"/permintaan/{road.nomor}/{part}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_whole_road_can_be_read_step_by_step(at: At) -> None:
    road = at("pendampingan", "laporan")

    said = read(road, "kasi", "hasil")

    left = {name for name, rows in said.items() if rows}
    assert left >= {
        *("surat", "disposisi", "tim", "prioritas", "tiket", "rapat", "kesepakatan", "daftar_periksa"),
        *("kemajuan", "aplikasi", "uji_penerimaan", "bast"),
    }
    assert [one["dari"]["nama"] for one in said["disposisi"]] == [
        road.people["kadis"].nama,
        road.people["kabid"].nama,
    ]
    assert said["surat"][0]["nomor_surat"] == "B/500.12/118/403.112/2026"
    assert {one["hasil"] for one in said["uji_penerimaan"][0]["skenario"]} == {"lulus"}
    assert said["rapat"][0]["kehadiran"]
    assert Program(road, "kasi").get(f"/dokumen/{said['surat'][0]['dokumen_id']}").status_code == 503


def test_before_a_step_there_is_nothing_of_it(road: Road) -> None:
    road.submit()

    said = read(road, "opd", "hasil")

    assert {name for name, rows in said.items() if rows} == {"surat"}


def test_who_has_the_turn_is_named(road: Road) -> None:
    road.submit()

    said = Program(road, "opd").one()

    assert said["giliran"] == [road.people["kadis"].nama]
    assert said["kode_lacak"] == road.permintaan.kode_lacak


def test_documents_come_with_what_was_said_of_each_version(at: At) -> None:
    road = at("desain")

    rows = read(road, "kasi", "dokumen")["items"]

    (specification,) = [one for one in rows if one["jenis"] == "spesifikasi"]
    assert specification["oleh"] == road.people["analis"].nama
    assert [one["is_approved"] for one in specification["reviu"]] == [True] * len(specification["reviu"])
    assert specification["reviu"]
    assert {one["id"] for one in rows} == {one["id"] for one in Program(road, "kasi").one()["dokumen"]}


def test_the_papers_of_a_case_come_as_one_archive(road: Road) -> None:
    road.submit()

    answer = Program(road, "opd").get(f"/permintaan/{road.nomor}/berkas")

    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="Berkas {road.nomor}.zip"'
    assert "00 Indeks.pdf" in ZipFile(BytesIO(answer.saved)).namelist()


def test_naskah_say_who_signs_and_what_was_typed_to_the_office_alone(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1, isian={"hal": "Undangan"})
    signer(naskah, road)
    drafted = draft(road)

    inside, outside = read(road, "kasi", "naskah")["items"], read(road, "opd", "naskah")["items"]

    assert [one["id"] for one in inside] == [naskah.pk, drafted.pk]
    assert inside[0]["isian"] == {"hal": "Undangan"}
    assert inside[0]["penandatangan"][0]["nama"] == road.people["kadis"].nama
    assert [(one["id"], one["isian"], one["kode"]) for one in outside] == [(naskah.pk, None, naskah.kode)]


def test_what_waits_for_a_signature_waits_for_its_signer(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1, state="menunggu")
    signer(naskah, road)

    assert [one["id"] for one in Program(road, "kadis").get("/tugas/naskah").json()["items"]] == [naskah.pk]
    assert Program(road, "kasi").get("/tugas/naskah").json()["items"] == []


def test_the_discussion_is_one_list_of_both_places(table: Table) -> None:
    road = table.road
    write(road, "Server siap.")
    table.settle()
    table.write_there("Ditulis di sana.")
    table.settle()
    Program(road, "kasi").act("diskusi", text="Mohon data pendukung.")

    inside, outside = read(road, "kasi", "diskusi")["items"], read(road, "opd", "diskusi")["items"]

    told = {(one["sumber"], one["text"]): one for one in inside}
    assert set(told) == {
        ("loket", "Server siap."),
        ("loket", "Mohon data pendukung."),
        ("gitlab", "Ditulis di sana."),
    }
    assert told["loket", "Server siap."]["ke_gitlab"] == "Dikirim ke GitLab"
    assert told["loket", "Server siap."]["internal"]
    assert told["gitlab", "Ditulis di sana."]["oleh"]
    assert [(one["text"], one["ke_gitlab"]) for one in outside] == [("Mohon data pendukung.", None)]
    assert [one["at"] for one in inside] == sorted((one["at"] for one in inside), reverse=True)


def test_the_discussion_is_paged_and_everything_comes_once(table: Table) -> None:
    road, issue = table.road, IssueGitlab.objects.get()
    for number in range(3):
        write(road, f"Di sini {number}.", ke_gitlab=False)
        at = road.now  # the same moment, in both places
        GitlabComment.objects.create(issue=issue, note_id=number, author="Budi", text=f"{number}", at=at)
    kasi, found, cursor = Program(road, "kasi"), [], ""
    while cursor is not None:
        page = kasi.get(f"/permintaan/{road.nomor}/diskusi", limit=1, cursor=cursor).json()
        found += [(one["sumber"], one["id"]) for one in page["items"]]
        cursor = page["next"]

    everything = [(one["sumber"], one["id"]) for one in read(road, "kasi", "diskusi")["items"]]
    assert found == everything
    assert len(set(found)) == 6


@pytest.mark.parametrize(
    "cursor", ("x", "MQ", "MS4y", "YS5iLmM", "OTk5OTk5OTk5OTk5OTk5OTk5LjEuMQ", "\x00", "é")
)
def test_a_cursor_that_is_none_of_ours_is_told_so(road: Road, cursor: str) -> None:
    road.submit()

    answer = Program(road, "kasi").get(f"/permintaan/{road.nomor}/diskusi", cursor=cursor)

    assert code_of(answer) == (422, "invalid")


def test_the_office_reads_what_gitlab_holds_and_an_opd_nothing_of_it(table: Table) -> None:
    road = table.road
    road.walk_to("implementasi")
    there.run(table.budi, there.open_one(table.budi, table.issue, "Rekap", draft=True), "failed")
    table.settle()

    said = Program(road, "kasi").one()["gitlab"]

    assert (said["iid"], said["is_open"], said["keadaan"]) == (1, True, "Terbuka")
    assert said["web_url"] == IssueGitlab.objects.get().web_url
    assert said["ditandai_selesai"] is None
    (asked,) = said["merge_requests"]
    assert (asked["title"], asked["state"], asked["is_draft"], asked["pipeline"]) == (
        "Rekap",
        "opened",
        True,
        "failed",
    )
    assert Program(road, "opd").one()["gitlab"] is None


def test_without_a_gitlab_there_is_no_issue(road: Road) -> None:
    road.submit()
    road.walk_to("undangan")

    assert Program(road, "kasi").one()["gitlab"] is None


@pytest.mark.parametrize("part", ("hasil", "diskusi", "dokumen", "berkas", "naskah"))
@pytest.mark.parametrize("username", ("opd_lain", "admin", "programmer2"))
def test_who_may_not_see_it_finds_nothing_of_it(road: Road, username: str, part: str) -> None:
    road.submit()

    answer = Program(road, username).get(f"/permintaan/{road.nomor}/{part}")

    assert code_of(answer) == (404, "not_found")


def test_one_permintaan_costs_the_same_with_more_of_everything(table: Table) -> None:
    road = table.road
    kasi = Program(road, "kasi")
    paths = tuple(
        f"/permintaan/{road.nomor}{part}" for part in ("", "/diskusi", "/naskah", "/dokumen", "/hasil")
    )

    def more(number: int) -> None:
        write(road, f"Server siap {number}.")
        table.write_there(f"Ditulis {number}.")
        there.open_one(table.budi, table.issue, f"Rekap {number}")
        table.settle()
        signer(issued(road, number), road)

    more(1)
    before = [kasi.queries(path) for path in paths]
    for number in (2, 3):
        more(number)

    assert [kasi.queries(path) for path in paths] == before
