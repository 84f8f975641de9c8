"""The queue, the jobs that gave up and the differences, as an admin reads them and presses."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.integrations.gitlab.asking import Change
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from loket.models.user import Jabatan
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.syncing import issue_row, sync
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import Talk
from tests.web.office_pages import admin
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Answer

__all__ = ["gitlab"]
At = Callable[..., Road]
QUEUE, FAILED, DRIFT = "/kantor/gitlab/antrean", "/kantor/gitlab/gagal", "/kantor/gitlab/perbedaan"


@pytest.fixture
def made(gitlab: Talk, at: At) -> Road:
    """A permintaan whose issue is there."""
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    ProcrastinateJob.objects.all().delete()
    return road


def others(road: Road, count: int, **said: object) -> list[Road]:
    """More permintaan with a ticket, and with an issue if something is said of it."""
    roads = []
    for _ in range(count):
        other = Road(road.people, road.now)
        other.submit()
        tiket = Tiket.objects.create(permintaan=other.permintaan, opened_at=road.now)
        if said:
            IssueGitlab.objects.create(
                tiket=tiket, ref=uuid4(), stage="created", project_id=99, iid=tiket.pk, **said
            )
        roads.append(other)
    return roads


def presses(answer: Answer) -> list[str]:
    return [
        form.action for form in forms_on(answer) if form.action.startswith(("/kantor/gitlab/per", FAILED))
    ]


def test_who_waits_is_listed_with_what_comes_next_and_what_hinders(made: Road) -> None:
    assert "Antrean kosong." in text_of(admin(made).get(QUEUE))
    IssueGitlab.objects.update(problem="token_ditolak")
    outbox.follow_again(made.permintaan.pk, made.now + timedelta(hours=1), made.now)
    (other,) = others(made, 1)
    outbox.follow_again(other.permintaan.pk, made.now, made.now)
    (third,) = others(made, 1)
    ProcrastinateJob.objects.filter(args__permintaan_id=third.permintaan.pk).delete()

    answer = admin(made).get(QUEUE)

    words = text_of(answer)
    assert "3 permintaan menunggu GitLab, yang terlama sejak" in words
    assert "1 di antaranya terhambat." in words
    assert f"{made.nomor} Issue 1" in words
    assert "GitLab menolak token Loket" in words
    assert f"{other.nomor} Issue belum dibuat" in words
    for following in ("Segera", "Pada perbandingan berikutnya", "Hari ini,"):
        assert following in words
    assert third.nomor in words
    assert "Antrean Daring" not in answer.content.decode()
    assert f"/permintaan/{made.nomor}" not in answer.content.decode()


def test_an_admin_who_may_read_permintaan_gets_a_link_to_each(made: Road) -> None:
    others(made, 1)
    Jabatan.objects.create(user=made.people["admin"], role="kepala_seksi", from_date=made.now.date())
    IssueGitlab.objects.update(gone="hilang")

    links = [admin(made).get(url).content.decode() for url in (QUEUE, DRIFT)]

    assert all(f'href="/permintaan/{made.nomor}"' in page for page in links[1:])
    assert 'href="/permintaan/' in links[0]


def test_while_it_is_paused_all_wait_for_its_end(made: Road) -> None:
    others(made, 1)
    admin(made).post("/kantor/gitlab/jeda", alasan="Sebab.")

    assert "Setelah jeda berakhir" in text_of(admin(made).get(QUEUE))


def test_a_job_that_gave_up_is_tried_again_by_a_press(made: Road) -> None:
    assert "Tidak ada pekerjaan GitLab yang gagal." in text_of(admin(made).get(FAILED))
    for task, args in ((outbox.GITLAB, {"permintaan_id": made.permintaan.pk}), ("loket.asing", {})):
        job = app.configure_task(task, queue=outbox.GITLAB_QUEUE).defer(**args)
        ProcrastinateJob.objects.filter(pk=job).update(status="failed", attempts=8)
    first, last = ProcrastinateJob.objects.order_by("pk")

    answer = admin(made).get(FAILED)
    assert f"Menyamakan issue {made.nomor} · gagal" in text_of(answer)
    assert "Pekerjaan GitLab (loket.asing)" in text_of(answer)
    assert text_of(answer).count("8 kali dicoba") == 2
    assert presses(answer) == [f"{FAILED}/{last.pk}/ulang", f"{FAILED}/{first.pk}/ulang"]
    reader = admin(made)
    assert reader.post(f"{FAILED}/{first.pk}/ulang").headers["Location"] == FAILED

    first.refresh_from_db()
    assert first.status == "todo"
    assert "Pekerjaan diulang." in text_of(reader.get(FAILED))
    reader.post(f"{FAILED}/{first.pk}/ulang")
    assert "Pekerjaan ini sudah diulang." in text_of(reader.get(FAILED))


def test_every_job_that_can_give_up_has_its_name_in_words(made: Road) -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]  # of the library
    names = {task.name for task in app.tasks.values() if task.queue == outbox.GITLAB_QUEUE}
    for name in names:
        job = app.configure_task(name, queue=outbox.GITLAB_QUEUE).defer()
        ProcrastinateJob.objects.filter(pk=job).update(status="failed", attempts=1)

    words = text_of(admin(made).get(FAILED))

    assert names >= {outbox.GITLAB, outbox.GITLAB_CHANGES}
    assert words.count("1 kali dicoba") == len(names)
    assert "loket." not in words


def test_during_a_pause_no_press_is_offered_and_each_says_why(made: Road) -> None:
    IssueGitlab.objects.update(gone="hilang")
    job = app.configure_task(outbox.GITLAB, queue=outbox.GITLAB_QUEUE).defer(permintaan_id=1)
    ProcrastinateJob.objects.filter(pk=job).update(status="failed")
    offered = {url: presses(admin(made).get(url)) for url in (FAILED, DRIFT)}
    reader, why = admin(made), "Sinkronisasi sedang dijeda. Lanjutkan dahulu, lalu ulangi."
    reader.post("/kantor/gitlab/jeda", alasan="Sebab.")

    for url, before in offered.items():
        answer = reader.get(url)
        assert presses(answer) == []
        assert text_of(answer).count(why) == len(before) > 0
        assert reader.post(before[0]).headers["Location"] == url
        assert text_of(reader.get(url)).count(why) == len(before) + 1

    assert ProcrastinateJob.objects.get(pk=job).status == "failed"


def test_without_a_difference_the_page_says_so(made: Road) -> None:
    assert "GitLab dan Loket sama." in text_of(admin(made).get(DRIFT))


def test_for_a_deleted_issue_a_press_makes_another(gitlab: Talk, made: Road) -> None:
    gitlab.project.issues.clear()
    IssueGitlab.objects.update(gone=IssueGitlab.Gone.HILANG)
    reader, row = admin(made), issue_row()

    answer = reader.get(DRIFT)
    assert f"{made.nomor}, issue 1" in text_of(answer)
    assert "Issue dihapus atau tidak terlihat lagi" in text_of(answer)
    assert presses(answer) == [f"{DRIFT}/{row.pk}/issue-baru", f"{DRIFT}/{row.pk}/bandingkan"]
    assert reader.post(presses(answer)[0]).headers["Location"] == DRIFT
    assert "Issue baru segera dibuat." in text_of(reader.get(DRIFT))
    sync(gitlab, made.permintaan, made.now)

    assert list(gitlab.project.issues) == [2]
    assert "GitLab dan Loket sama." in text_of(reader.get(DRIFT))


def test_what_was_opened_again_may_be_closed_again_or_left(gitlab: Talk, made: Road) -> None:
    do(made, "batalkan")
    sync(gitlab, made.permintaan, made.now)
    gitlab.issues(holding="token-budi").update(1, Change(state_event="reopen"))
    sync(gitlab, made.permintaan, made.now)

    answer = admin(made).get(DRIFT)
    assert "Boleh dibiarkan" in text_of(answer)
    admin(made).post(presses(answer)[0])
    sync(gitlab, made.permintaan, made.now)

    assert gitlab.project.issues[1].state == "closed"
    assert presses(admin(made).get(DRIFT)) == []


def test_what_gitlab_dropped_and_what_was_set_right_is_named(made: Road) -> None:
    IssueGitlab.objects.update(
        dropped=["labels", "due_date", "due_date"],
        corrected=["title", "bobot"],
        corrected_at=made.now,
        tries=2,
        asked_at=made.now,
        is_open=False,
    )

    words = text_of(admin(made).get(DRIFT))

    assert "GitLab tidak menyimpan label, tenggat." in words
    assert "dikembalikan oleh Loket: judul, bobot, hari ini," in words
    assert "terkirim 2 kali" in words
    assert "Issue ditutup di GitLab, sedangkan permintaan masih berjalan." in words


def test_what_is_gone_after_its_end_needs_nothing(made: Road) -> None:
    IssueGitlab.objects.update(gone="pindah", is_open=False, closed_at=made.now, web_url="")
    Tiket.objects.update(state=Tiket.State.SELESAI)

    words = text_of(admin(made).get(DRIFT))

    assert "Tiketnya sudah selesai, jadi tidak ada yang perlu dilakukan." in words
    assert "Buka di GitLab" not in words


def test_what_is_not_so_any_more_is_said_and_not_done(made: Road) -> None:
    reader = admin(made)

    reader.post(f"{DRIFT}/{issue_row().pk}/issue-baru")
    assert "Keadaannya sudah berubah." in text_of(reader.get(DRIFT))
    assert issue_row().iid == 1
    assert reader.post(f"{DRIFT}/999999/tutup").headers["Location"] == DRIFT
    assert reader.post(f"{DRIFT}/1/hapus").status_code == 404


@pytest.mark.parametrize("url", ("/kantor/gitlab", QUEUE, FAILED, DRIFT))
def test_a_page_costs_the_same_however_many_rows_it_has(made: Road, url: str) -> None:
    def one_more() -> None:
        others(made, 1, problem="token_ditolak", dropped=["labels"])
        job = app.configure_task(outbox.GITLAB, queue=outbox.GITLAB_QUEUE).defer(
            permintaan_id=made.permintaan.pk
        )
        ProcrastinateJob.objects.filter(pk=job).update(status="failed")

    one_more()
    before = admin(made).queries(url)
    for _ in range(3):
        one_more()

    assert admin(made).queries(url) == before
    assert before <= 14


@pytest.mark.parametrize("url", (QUEUE, DRIFT))
def test_long_lists_are_read_page_by_page(made: Road, url: str) -> None:
    roads = others(made, 26, problem="token_ditolak", dropped=["labels"])
    reader = admin(made)

    first = reader.get(url)
    assert 'rel="next"' in first.content.decode()
    (following,) = {
        part.split('"')[0] for part in first.content.decode().split('href="') if "?sesudah=" in part[:60]
    }
    second = reader.get(following)

    shown = [road.nomor in text_of(first) for road in roads]
    assert [road.nomor in text_of(second) for road in roads] == [not each for each in shown]
    assert 'rel="prev"' in second.content.decode()
    assert reader.get(url, sesudah="x").status_code == 200
