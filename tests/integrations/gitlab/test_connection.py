"""Where the token goes, where it does not, and what is not an address."""

import logging
import time
import traceback
from collections.abc import Iterator

import httpx
import pytest

from loket.integrations.gitlab import connection, problems
from loket.integrations.gitlab.asking import NewIssue
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import Connection, InvalidAddress, connect
from loket.integrations.gitlab.problems import GitlabProblem
from loket.integrations.gitlab.standin.faults import WAITING, Fault
from tests.integrations.gitlab.standins import TOKEN, Talk

URL = "https://gitlab.test/kode"


def _answering(*answers: httpx.Response, seconds: float = 5.0) -> tuple[Gitlab, list[httpx.Request]]:
    asked: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answers[min(len(asked), len(answers)) - 1]

    return Gitlab(connect(URL, TOKEN, seconds=seconds, transport=httpx.MockTransport(serve))), asked


def _told(error: BaseException) -> str:
    """Everything that a report of an error may hold: messages, causes, contexts and the variables of all frames."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    below = [_told(each) for each in (error.__cause__, error.__context__) if each]
    return "".join([*report.format(), repr(error), repr(vars(error)), *below])


@pytest.mark.parametrize("fault", tuple(Fault))
def test_nothing_but_the_request_holds_the_token(
    gitlab: Talk, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    for name in ("", "httpx", "httpcore", "loket"):
        caplog.set_level(logging.DEBUG, logger=name)
    issues = gitlab.issues(patient=fault not in WAITING)
    gitlab.standin.break_next("create", fault)

    with pytest.raises(GitlabProblem) as problem:
        issues.create(NewIssue(title="x", description="y"))

    assert TOKEN not in _told(problem.value) + caplog.text + repr(issues) + repr(gitlab.standin)


def test_a_server_that_repeats_the_token_is_not_quoted() -> None:
    client, _ = _answering(httpx.Response(400, json={"message": f"bad\ntoken {TOKEN}"}))

    with pytest.raises(problems.Refused) as refused:
        client.me()

    assert TOKEN not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_token_travels_in_a_header_to_its_own_server_only() -> None:
    moved = httpx.Response(301, headers={"location": f"{URL}/api/v4/projects/9"})
    away = httpx.Response(302, headers={"location": "https://elsewhere.test/kode/api/v4/projects/9"})
    client, asked = _answering(moved, away)

    with pytest.raises(problems.Elsewhere):
        client.project("a/b")

    assert [str(request.url) for request in asked] == [
        f"{URL}/api/v4/projects/a%2Fb",
        f"{URL}/api/v4/projects/9",
    ]
    assert {request.headers["authorization"] for request in asked} == {f"Bearer {TOKEN}"}


def test_who_it_is_is_asked_once_and_again_where_nobody_has_answered() -> None:
    account = httpx.Response(200, json={"id": 7, "username": "loket", "name": "Loket"})
    client, asked = _answering(httpx.Response(502), account)
    with pytest.raises(problems.Faulty):
        client.me()

    assert [client.me().id, client.me().id] == [7, 7]
    assert len(asked) == 2


def test_what_is_read_waits_less_than_what_is_written() -> None:
    account = httpx.Response(200, json={"id": 7, "username": "loket", "name": "Loket"})
    client, asked = _answering(account, httpx.Response(204), seconds=connection.SECONDS)

    client.me()
    client.issues_of(1).delete_note(1, 1)

    assert [request.extensions["timeout"]["read"] for request in asked] == [15.0, 30.0]


def test_a_circle_of_moves_ends() -> None:
    client, asked = _answering(httpx.Response(301, headers={"location": f"{URL}/api/v4/user"}))

    with pytest.raises(problems.Elsewhere):
        client.me()
    assert len(asked) == connection.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "url",
    (
        *(
            "",
            "gitlab.test",
            "ftp://gitlab.test",
            "https://",
            "https://u:p@gitlab.test",
            "https://gitlab.test/?a=1",
        ),
        *("https://gitlab.test:0", "https://gitlab.test:x", "https://[gitlab"),
    ),
)
def test_what_is_no_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(InvalidAddress, match="must be an address") as invalid:
        connect(url, TOKEN)
    assert "u:p" not in str(invalid.value)


@pytest.mark.parametrize("token", ("", "glpat x", "glpat-\r\nX: y", "glpat-é"))
def test_what_is_no_token_is_refused_without_repeating_it(token: str) -> None:
    with pytest.raises(InvalidAddress, match="must be a token") as invalid:
        connect(URL, token)
    assert "glpat" not in str(invalid.value)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    (
        ({}, 60.0),
        ({"retry-after": "0"}, 1.0),
        ({"retry-after": "99999999"}, 60.0),
        ({"retry-after": "99999"}, 3600.0),
        ({"retry-after": "soon"}, 60.0),
        ({"retry-after": "Mon, 30 Nov 2026 01:02:00 GMT"}, 60.0),
        ({"retry-after": "Mon, 30 Nov 2026 01:02:00 GMT", "date": "Mon, 30 Nov 2026 01:00:00 GMT"}, 120.0),
        ({"retry-after": "Mon, 30 Nov 2026 01:02:00 GMT", "date": "yesterday"}, 60.0),
    ),
)
def test_a_pause_is_a_number_or_a_date_and_never_for_ever(headers: dict[str, str], seconds: float) -> None:
    client, _ = _answering(httpx.Response(429, text="Retry later", headers=headers))

    with pytest.raises(problems.Throttled) as throttled:
        client.me()

    assert throttled.value.retry_after == seconds


@pytest.mark.parametrize(
    "body",
    (
        *(
            b"",
            b"null",
            b"[]",
            b"7",
            b'"x"',
            b"[" * 99_999,
            b"\xff\xfe",
            b"{}",
            b'{"id": "1", "username": "a"}',
        ),
        *(
            b'{"id": true, "username": "a"}',
            b'{"id": -1, "username": "a"}',
            b'{"id": 1e400, "username": "a"}',
        ),
        *(b'{"id": 99999999999999999999, "username": "a"}', b'{"id": 1, "username": null}'),
    ),
)
def test_an_answer_of_the_wrong_kind_is_nonsense(body: bytes) -> None:
    client, _ = _answering(httpx.Response(200, content=body))

    with pytest.raises(problems.Nonsense):
        client.me()


def test_an_answer_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "LARGEST_ANSWER", 1000)
    client, _ = _answering(httpx.Response(200, content=b"0" * 2000))

    with pytest.raises(problems.Faulty):
        client.me()


def test_an_answer_that_only_trickles_is_given_up_in_time() -> None:
    def trickle() -> Iterator[bytes]:
        yield b'{"id": 1,'
        time.sleep(0.2)
        yield b'"username": "x"}'

    client, _ = _answering(httpx.Response(200, content=trickle()), seconds=0.1)

    with pytest.raises(problems.Slow):
        client.me()


def test_a_connection_does_not_show_its_token() -> None:
    opened = connect(URL + "/", TOKEN)

    assert TOKEN not in repr(opened)
    assert isinstance(opened, Connection)
    assert opened.root == f"{URL}/api/v4"
