"""A list is whole or a problem, and no page of it leads the token to another place."""

import httpx
import pytest

from loket.integrations.gitlab import paging, problems
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.connection import connect

ROOT = "https://gitlab.test/api/v4"


class Pages:
    """Answers one page after the other, and remembers who was asked for what."""

    def __init__(self, *pages: tuple[int, dict[str, str]]) -> None:
        self.pages, self.asked = list(pages), list[httpx.URL]()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url)
        rows, headers = self.pages.pop(0) if len(self.pages) > 1 else self.pages[0]
        names = [{"id": 1 + number, "name": f"label {number}"} for number in range(rows)]
        return httpx.Response(200, json=names, headers=headers)

    def count(self) -> int:
        connection = connect("https://gitlab.test", "t0ken", transport=httpx.MockTransport(self))
        return len(Issues(connection, 10).labels())


def test_the_link_is_followed_by_its_query_alone() -> None:
    link = '<https://elsewhere.test/api/v4/users?cursor=abc&private_token=x>; rel="next", <https://x>; rel="first"'
    pages = Pages((100, {"link": link}), (3, {"link": '<https://x>; rel="first"'}))

    assert pages.count() == 103
    assert [(url.host, url.path) for url in pages.asked] == [
        ("gitlab.test", "/api/v4/projects/10/labels")
    ] * 2
    assert dict(pages.asked[1].params) == {"cursor": "abc"}


def test_numbers_of_pages_are_followed_where_there_is_no_link() -> None:
    assert Pages((100, {"x-next-page": "2"}), (100, {"x-next-page": ""})).count() == 200


def test_a_full_page_without_a_word_about_the_next_is_not_taken_for_the_last() -> None:
    assert Pages((100, {}), (100, {}), (0, {})).count() == 200
    assert Pages((99, {})).count() == 99


def test_a_list_that_turns_in_circles_or_never_ends_is_a_problem() -> None:
    circle = Pages((100, {"link": f'<{ROOT}/projects/10/labels?page=2>; rel="next"'}))
    with pytest.raises(problems.Nonsense):
        circle.count()
    endless = Pages((100, {}))
    with pytest.raises(problems.TooMuch):
        endless.count()
    assert len(endless.asked) == paging.MOST_PAGES


def test_a_part_of_a_list_does_not_pass_for_the_whole() -> None:
    answers = iter((httpx.Response(200, json=[{"id": 1, "name": "a"}] * 100), httpx.Response(502)))
    connection = connect(
        "https://gitlab.test", "t0ken", transport=httpx.MockTransport(lambda _: next(answers))
    )

    with pytest.raises(problems.Faulty):
        Issues(connection, 10).labels()
