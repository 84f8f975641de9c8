"""One screen: where it is, who looks at it, and in which state; and how it is opened."""

from contextlib import nullcontext
from dataclasses import dataclass

from django.template.loader import render_to_string
from playwright.sync_api import Page

from loket.web.middleware import _POLICY
from tests.browser.apart import with_a_gitlab
from tests.browser.hands import Hands
from tests.browser.people import DESKTOP, People
from tests.browser.settled import Settled
from tests.browser.watching import Watch

TURN, ONLOOKER = "turn", "onlooker"
"""Whose turn it is at a place, and somebody who may look but not act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`path` names places in braces; `sent` is a button that is pressed first, so that the page refuses.

    `unfolded` is what is opened first, by its words. `template` is drawn instead of what the address would answer.
    `gitlab`: the office has one, as far as its settings go.
    """

    name: str
    path: str
    who: str = ""
    place: str = ""
    sent: str = ""
    unfolded: str = ""
    status: int = 200
    template: str = ""
    gitlab: bool = False

    def __str__(self) -> str:
        return self.name

    def open(self, people: People, settled: Settled) -> Page:
        """Open it as the person who looks; "" is a visitor."""
        page = people.visitor() if self.template else people[self._viewer(settled)]
        page.set_viewport_size(DESKTOP)
        page.emulate_media(color_scheme="light")
        path = self.path.format(**settled.places, **settled.others)
        if self.template:
            headers = {"Content-Security-Policy": _POLICY}
            page.route(f"**{path}", lambda route: route.fulfill(body=_drawn(self.template), headers=headers))
        with with_a_gitlab() if self.gitlab else nullcontext():
            response = page.goto(path)
            assert response is not None
            assert response.status == self.status, f"{self.name}: {response.status}"
            if self.unfolded:
                Hands().unfold(page, self.unfolded)
            if self.sent:
                Hands().try_to(page, self.sent)
        return page

    def _viewer(self, settled: Settled) -> str:
        if self.who not in {TURN, ONLOOKER}:
            return self.who
        performer = settled.performers[self.place]
        if self.who == TURN:
            return performer
        return "opd" if performer == "kabid" else "kabid"


@dataclass(frozen=True, slots=True)
class Look:
    """The shared office before the eyes of one test."""

    people: People
    settled: Settled

    @property
    def watch(self) -> Watch:
        return self.people.watch

    def open(self, screen: Screen) -> Page:
        return screen.open(self.people, self.settled)


def _drawn(template: str) -> str:
    return render_to_string(template)
