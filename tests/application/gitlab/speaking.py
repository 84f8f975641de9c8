"""People in GitLab who write and build, and people in Loket who write to them."""

from collections.abc import Callable
from datetime import datetime

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data
from loket.application.gitlab.talking import talk
from loket.integrations.gitlab.standin.access import Call, by_hand
from loket.integrations.gitlab.standin.state import Issue, Note
from loket.models.diskusi import Comment
from loket.models.entry import Entry
from tests.application.gitlab.syncing import sync
from tests.cast import Road
from tests.integrations.gitlab.standins import BUDI, Talk

MOST = 40


class Table:
    """A permintaan whose issue is made; `now` is the moment of the next look."""

    def __init__(self, gitlab: Talk, road: Road) -> None:
        self.gitlab, self.road = gitlab, road
        self.now = sync(gitlab, road.permintaan, road.now)

    @property
    def issue(self) -> Issue:
        return self.gitlab.project.issues[1]

    @property
    def budi(self) -> Call:
        return by_hand(self.gitlab.standin, self.gitlab.project, BUDI)

    def write_there(self, text: str, *, holding: str = "token-budi", internal: bool = False) -> Note:
        self.gitlab.watch.at = self.now
        self.gitlab.issues(holding=holding).add_note(1, text, is_internal=internal)
        return self.issue.notes[-1]

    def look(self, *, patient: bool = True) -> datetime | None:
        """One look."""
        return talk(self.road.permintaan.pk, self.gitlab.client(patient=patient), self.now)

    def settle(self, *, patient: bool = True) -> None:
        """Look until nothing asks for another look."""
        for _ in range(MOST):
            later = self.look(patient=patient)
            if later is None:
                return
            assert later >= self.now
            self.now = self.gitlab.watch.at = later
        raise AssertionError("never done")


def write(road: Road, text: str, *, username: str = "kasi", ke_gitlab: bool = True) -> Comment:
    """An internal comment, that goes to GitLab unless said otherwise."""
    data = Data(text=text, ke_gitlab=ke_gitlab)
    entry: Entry = act(
        nomor=road.nomor, act_key="catatan_internal", actor=road.actor(username), data=data, now=road.now
    )
    return Comment.objects.get(pk=entry.particulars["comment_id"])


@pytest.fixture
def table(gitlab: Talk, at: Callable[..., Road]) -> Table:
    road = at("prioritas")
    road.step()
    return Table(gitlab, road)
