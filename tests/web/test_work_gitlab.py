"""What the office reads of GitLab on the page of a permintaan and of step 9, and what an OPD never sees."""

from datetime import timedelta
from uuid import uuid4

import pytest

from loket.integrations.gitlab.standin import merge_requests as there
from loket.integrations.gitlab.standin.state import Person
from loket.models.gitlab import GitlabComment, GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.speaking import Table, table, write
from tests.application.gitlab.syncing import sync
from tests.cast import Road
from tests.web.reading_forms import form_at
from tests.web.step_desk import errors_of, text_of
from tests.web.work_pages import Answer, Reader

__all__ = ["gitlab", "table"]
HELP = "Kirim juga ke GitLab"


def _page(road: Road, username: str, path: str = "", **query: str) -> Answer:
    return Reader(road, username).get(f"/permintaan/{road.nomor}{path}", **query)


def _text(road: Road, username: str, path: str = "", **query: str) -> str:
    return text_of(_page(road, username, path, **query))


def _build(table: Table) -> None:
    """Bring the permintaan to step 9, with two merge requests of which one is merged."""
    table.road.walk_to("implementasi")
    first = there.open_one(table.budi, table.issue, "Formulir <b>antrean</b>")
    there.run(table.budi, there.open_one(table.budi, table.issue, "Rekap", draft=True), "failed")
    there.merge(table.budi, table.issue, first)
    table.settle()


def test_the_office_reads_number_state_and_address_of_the_issue(table: Table) -> None:
    content, words = _page(table.road, "kasi").content.decode(), _text(table.road, "kasi")

    address = IssueGitlab.objects.get().web_url
    assert "GitLab #1: terbuka" in words
    assert "Issue #1 di GitLab Keadaan Terbuka Terakhir dilihat" in words
    assert f'<a href="{address}" rel="noopener">#1 di GitLab</a>' in content


def test_an_opd_sees_its_own_ticket_and_nothing_of_gitlab(table: Table) -> None:
    write(table.road, "Server siap.")
    table.write_there("Ditulis di sana")
    _build(table)

    for path in ("", "/implementasi", "/status_gitlab"):
        content = _page(table.road, "opd", path).content.decode()
        for hidden in (
            "gitlab.invalid",
            "GitLab #",
            "Ditulis di sana",
            "Formulir",
            "ke_gitlab",
            "Merge request di",
        ):
            assert hidden not in content
    assert "Tiket terbuka" in _text(table.road, "opd")


def test_without_a_gitlab_the_ticket_is_lokets_own(table: Table) -> None:
    IssueGitlab.objects.all().delete()

    words = _text(table.road, "kasi")

    assert "Tiket terbuka" in words
    assert "GitLab #" not in words


@pytest.mark.parametrize(
    ("changed", "words"),
    (
        ({"is_open": False}, "GitLab #1: ditutup di GitLab"),
        ({"gone": "hilang"}, "GitLab #1: dihapus atau tidak terlihat lagi"),
        ({"iid": None, "stage": "refused", "problem": "token_ditolak"}, "GitLab: belum dibuat"),
        ({"problem": "token_ditolak"}, "Keadaan Terbuka GitLab menolak token Loket: token salah"),
        ({"dropped": ["labels", "confidential"]}, "Tidak diterima GitLab label, kerahasiaan"),
        ({"corrected": ["title"]}, "Disetel kembali oleh Loket judul"),
    ),
)
def test_what_is_not_as_it_should_be_is_said(table: Table, changed: dict[str, object], words: str) -> None:
    IssueGitlab.objects.update(**changed)

    assert words in _text(table.road, "kasi")


def test_a_note_stands_in_the_discussion_where_it_belongs_by_its_time(table: Table) -> None:
    write(table.road, "Sebelum.", ke_gitlab=False)
    table.road.now = table.now = table.road.now + timedelta(minutes=5)
    table.write_there("Di antaranya")
    table.road.now = table.now + timedelta(minutes=5)
    write(table.road, "Sesudah.", ke_gitlab=False)
    table.settle()

    words = _text(table.road, "kasi")

    assert words.index("Sesudah.") < words.index("Di antaranya") < words.index("Sebelum.")
    assert "Budi di GitLab menulis catatan" in words


def test_an_edited_note_says_so_and_one_without_text_says_that(table: Table) -> None:
    note = table.write_there("Senin")
    note.updated_at = (table.now + timedelta(minutes=5)).isoformat()
    table.write_there("x").body = "<!-- -->"
    table.settle()

    words = _text(table.road, "kasi")

    assert "Diubah" in words
    assert "Catatan tanpa teks" in words


def test_what_people_in_gitlab_type_is_text(table: Table) -> None:
    note = table.write_there("x")
    note.author = Person(note.author.id, "budi", "<img src=x onerror=alert(1)>")
    note.body = "&lt;script&gt;alert(2)&lt;/script&gt; javascript:alert(3)"
    table.settle()

    content = _page(table.road, "kasi").content.decode()

    assert "&lt;script&gt;alert(2)" in content
    assert [bad for bad in ("<img src=x", "<script>alert", 'href="javascript') if bad in content] == []


def test_a_very_long_talk_begins_with_its_newest_notes(table: Table) -> None:
    issue = IssueGitlab.objects.get()
    GitlabComment.objects.bulk_create(
        GitlabComment(issue=issue, note_id=number, author="Budi", text=f"Nomor {number}.", at=table.now)
        for number in range(1, 40)
    )

    short, full = _text(table.road, "kasi"), _text(table.road, "kasi", linimasa="semua")

    assert ("Nomor 39." in short, "Nomor 2." in short, "Tampilkan seluruh catatan" in short) == (
        True,
        False,
        True,
    )
    assert ("Nomor 1." in full, "Tampilkan seluruh catatan" in full) == (True, False)


def test_a_comment_says_whether_it_has_come_there(table: Table) -> None:
    write(table.road, "Server siap.")
    assert "Menunggu dikirim ke GitLab" in _text(table.road, "kasi")

    table.settle()

    assert "Dikirim ke GitLab" in _text(table.road, "kasi")


def test_the_wish_is_written_where_the_comment_is(table: Table) -> None:
    reader, url = Reader(table.road, "kasi"), f"/permintaan/{table.road.nomor}/tindakan/"
    page = _page(table.road, "kasi")
    assert b'type="checkbox" name="ke_gitlab"' in page.content
    assert "ke_gitlab" not in form_at(page, f"{url}diskusi").answers

    sent = reader.post(f"{url}catatan_internal", text="Server siap.", ke_gitlab="on")
    kept = reader.post(f"{url}catatan_internal", text="Hanya di sini.")
    public = reader.post(f"{url}diskusi", text="Untuk semua.", ke_gitlab="on")

    assert (sent.status_code, kept.status_code, public.status_code) == (302, 302, 422)
    assert GitlabPosting.objects.get().comment.text == "Server siap."
    assert errors_of(public)[0].startswith("Hanya catatan internal yang dapat dikirim ke GitLab.")


def test_personal_data_is_refused_beside_the_text(table: Table) -> None:
    reader = Reader(table.road, "kasi")

    answer = reader.post(
        f"/permintaan/{table.road.nomor}/tindakan/catatan_internal", text="WA 0812-3456-7890", ke_gitlab="on"
    )

    assert answer.status_code == 422
    assert errors_of(answer)[0].startswith(
        "Catatan ini tampaknya memuat NIK, NIP, nomor telepon, atau pos-el."
    )


@pytest.mark.parametrize(("username", "offered"), (("kasi", True), ("opd", False)))
def test_only_the_office_is_offered_to_send_to_gitlab(table: Table, username: str, offered: bool) -> None:
    assert (HELP in _text(table.road, username)) is offered


def test_without_a_gitlab_nobody_is_offered_to(at: object, road: Road) -> None:
    road.submit()

    assert HELP not in _text(road, "kadis")


def test_merge_requests_stand_beside_the_work_and_at_step_9(table: Table) -> None:
    _build(table)

    words, step = _text(table.road, "kasi"), _text(table.road, "kasi", "/implementasi")
    content = _page(table.road, "kasi", "/implementasi").content.decode()

    assert "!1 Formulir <b>antrean</b> Sudah digabung, tanpa pipeline" in words
    assert "!2 Rekap Konsep, pipeline gagal" in words
    assert "Merge request di GitLab" in step
    assert "Rekap diskominfo/e-ticketing!2 Konsep Gagal" in step
    assert "Sudah digabung Tidak ada" in step
    assert 'merge_requests/1" rel="noopener">Formulir &lt;b&gt;antrean&lt;/b&gt;</a>' in content


def test_of_many_merge_requests_the_newest_stand_beside_the_work(table: Table) -> None:
    for number in range(12):
        there.open_one(table.budi, table.issue, f"Nomor {number}.")
    table.settle()

    words = _text(table.road, "kasi")

    assert ("Nomor 11." in words, "Nomor 1." in words) == (True, False)
    assert "Merge request lain 2 pada halaman langkah 9" in words


@pytest.mark.parametrize(
    ("state", "pipeline", "words"),
    (
        ("locked", "manual", "Sedang digabung"),
        ("closed", "canceling", "Ditutup"),
        ("baru", "entah", "Tidak dikenal"),
    ),
)
def test_every_state_has_words(table: Table, state: str, pipeline: str, words: str) -> None:
    table.road.walk_to("implementasi")
    one = there.open_one(table.budi, table.issue, "Rekap")
    one.state, one.pipeline = state, pipeline
    table.settle()

    assert f"!1 Rekap {words}, pipeline" in _text(table.road, "kasi")


@pytest.mark.parametrize("username", ("kasi", "opd"))
def test_notes_and_merge_requests_cost_no_query_more(table: Table, username: str) -> None:
    path = f"/permintaan/{table.road.nomor}"
    before = Reader(table.road, username).queries(path)
    for number in range(4):
        write(table.road, f"Keluar {number}")
        table.write_there(f"Masuk {number}")
        there.open_one(table.budi, table.issue, f"Nomor {number}")
    table.settle()

    assert Reader(table.road, username).queries(path) == before


def test_a_ticket_whose_issue_is_planned_waits(table: Table) -> None:
    IssueGitlab.objects.all().delete()
    IssueGitlab.objects.create(tiket=Tiket.objects.get(), ref=uuid4())

    assert "Keadaan Belum dibuat" in _text(table.road, "kasi")
    sync(table.gitlab, table.road.permintaan, table.now)
    assert "Keadaan Terbuka" in _text(table.road, "kasi")
