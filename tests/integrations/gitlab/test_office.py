"""The stand-in as the demo runs it: pages for people, hooks for Loket, and a memory that survives a restart."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from threading import Event

import httpx
import pytest

from loket.integrations.gitlab.asking import NewIssue
from loket.integrations.gitlab.client import Gitlab, Issues
from loket.integrations.gitlab.connection import connect
from loket.integrations.gitlab.standin.office import PATH, opened, running
from loket.integrations.gitlab.standin.state import Hook
from loket.integrations.loopback import Answer, Incoming, Reply, serving
from tests.cli.processes import eventually

HOSTILE = "<script>alert('x')</script> & \"kutip\""
TOKEN, HOOK_TOKEN = "token-loket", "token-kait"
NEW = NewIssue(title=f"[APL-2026-0001] {HOSTILE}", description=HOSTILE, labels=frozenset({"status::proses"}))
NOBODY = "http://127.0.0.1:9/"


@contextmanager
def office(memory: Path, hears: str = NOBODY) -> Iterator[tuple[httpx.Client, Issues]]:
    """A browser at the stand-in, and its issues as Loket reaches them."""
    hook = Hook(hears, token=HOOK_TOKEN)
    played = opened(memory, token=TOKEN, hook=hook, clock=lambda: datetime(2026, 3, 2, tzinfo=UTC))
    with (
        running(played) as url,
        httpx.Client(base_url=url, trust_env=False, follow_redirects=True) as browser,
    ):
        gitlab = Gitlab(connect(url, TOKEN))
        yield browser, gitlab.issues_of(gitlab.project(PATH).id)
        gitlab.close()


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "tiruan.json"


def test_the_address_of_an_issue_opens_its_page_which_says_that_it_is_a_stand_in(memory: Path) -> None:
    with office(memory) as (browser, issues):
        made = issues.create(NEW)

        page = browser.get(made.web_url)

    assert page.status_code == 200
    assert "Ini tiruan untuk peragaan Loket, bukan GitLab." in page.text
    assert "status::proses" in page.text
    assert escape(HOSTILE) in page.text
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_the_list_names_every_issue_and_what_is_not_there_is_said(memory: Path) -> None:
    with office(memory) as (browser, issues):
        empty = browser.get("/").text
        made = issues.create(NEW)

        assert "Belum ada issue." in empty
        assert f'href="/{PATH}/-/issues/{made.iid}"' in browser.get(f"/{PATH}").text
        assert browser.get(f"/{PATH}/-/issues/99").status_code == 404
        assert browser.post("/").status_code == 200
        assert browser.get("/lain").status_code == 404


def test_the_buttons_play_somebody_in_gitlab(memory: Path) -> None:
    with office(memory) as (browser, issues):
        made = issues.create(NEW)
        after = browser.post(made.web_url, data={"act": "comment", "body": f"Sudah {HOSTILE}"})
        assert escape(f"Sudah {HOSTILE}") in after.text
        (note,) = issues.notes(made.iid)
        assert note.body == f"Sudah {HOSTILE}"

        closed = browser.post(made.web_url, data={"act": "close", "body": ""})
        assert "Buka kembali issue" in closed.text
        assert not issues.get(made.iid).is_open
        browser.post(made.web_url, data={"act": "reopen"})

        assert issues.get(made.iid).is_open
        assert len(issues.notes(made.iid)) == 1
        browser.post(made.web_url, data={"act": "apa"})
        assert issues.get(made.iid).is_open


def test_a_restart_forgets_nothing_and_gives_no_number_twice(memory: Path) -> None:
    with office(memory) as (browser, issues):
        made = issues.create(NEW)
        browser.post(made.web_url, data={"act": "close", "body": "Selesai."})
        before = issues.get(made.iid)

    with office(memory) as (browser, issues):
        again = issues.get(made.iid)
        another = issues.create(NEW)

        assert (again.id, again.title, again.description, again.labels, again.is_open) == (
            before.id,
            before.title,
            before.description,
            before.labels,
            False,
        )
        assert [note.body for note in issues.notes(made.iid)] == ["Selesai."]
        assert another.iid == made.iid + 1
        assert another.id > before.id


def test_a_merge_request_is_proposed_and_merged_by_a_press_also_after_a_restart(memory: Path) -> None:
    with office(memory) as (browser, issues):
        made = issues.create(NEW)
        page = browser.post(made.web_url, data={"act": "propose", "body": HOSTILE})
        assert f"!1 {escape(HOSTILE)}, terbuka, pipeline success" in page.text
        assert issues.notes(made.iid) == []
        (opened_one,) = issues.merge_requests(made.iid)

    with office(memory) as (browser, issues):
        page_of_it = issues.get(made.iid).web_url
        (again,) = issues.merge_requests(made.iid)
        assert again.id == opened_one.id
        assert f"!1 {escape(HOSTILE)}, terbuka" in browser.get(again.web_url).text
        browser.post(page_of_it, data={"act": "propose", "body": ""})
        page = browser.post(page_of_it, data={"act": "merge-1", "body": ""})
        assert f"!1 {escape(HOSTILE)}, digabung" in page.text

        found = [(one.reference, one.title, one.state) for one in issues.merge_requests(made.iid)]
        assert found == [(f"{PATH}!1", HOSTILE, "merged"), (f"{PATH}!2", NEW.title, "opened")]


def test_its_hooks_come_by_themselves_with_the_token(memory: Path) -> None:
    heard: list[Incoming] = []

    def hear(incoming: Incoming) -> Answer:
        heard.append(incoming)
        return Answer(Reply(200))

    with serving(hear, Event()) as port, office(memory, f"http://127.0.0.1:{port}/kait") as (browser, issues):
        made = issues.create(NEW)
        browser.post(made.web_url, data={"act": "close", "body": "Selesai."})

        assert eventually(lambda: len(heard) == 3)

    assert {one.headers["x-gitlab-token"] for one in heard} == {HOOK_TOKEN}
    said = [json.loads(one.body) for one in heard]
    assert [one["object_kind"] for one in said] == ["issue", "note", "issue"]
    assert [one["user"]["username"] for one in said] == ["loket", "bayu.gitlab", "bayu.gitlab"]
    assert said[2]["object_attributes"]["url"] == made.web_url
