"""`loket demo load`: an empty office becomes one that has been at work for months."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import Enum, auto

from django.db import transaction
from django.db.models import F

from loket.application.data import local_date
from loket.application.office.establish import establish
from loket.cli.demo import walk
from loket.cli.demo.days import Days
from loket.cli.demo.filing import file_all
from loket.cli.demo.letters import certify, furnish
from loket.cli.demo.people import CAST, Person, make_people
from loket.cli.demo.plan import plan
from loket.cli.demo.stories import stories, unsent
from loket.cli.demo.telling import tell_at_once
from loket.cli.demo.troupe import Troupe
from loket.core.role import Role
from loket.models.diskusi import Pesan
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision
from loket.models.user import User

AT_ONCE = 2
"""Files checked at a time."""
REMEMBERED = 5
"""Working days after which everybody has read what they were told."""


class State(Enum):
    """What is in the database: nothing yet, the demo, or the work of a real office."""

    EMPTY = auto()
    LOADED = auto()
    REAL = auto()


def state() -> State:
    if User.objects.filter(is_demo=True).exists():
        return State.LOADED
    occupied = User.objects.exists() or Permintaan.objects.exists()
    return State.REAL if occupied else State.EMPTY


def load(now: datetime) -> int:
    """Fill an empty office; returns how many permintaan it has then.

    All or nothing: an interrupted load leaves no half of a demo behind. Raises CalendarNotFilled where the
    demo's months lie outside the office's calendar.
    """
    with _one_transaction():
        establish(now)
        people = make_people(now, (*CAST, *contacts()))
        days = Days(walk.office_calendar(), now)
        furnish(now)
        sop = SopRevision.objects.in_force(local_date(now))[0].rules()
        planned = plan(stories(), sop, days)
        certify(people, planned.deeds[0].at)
        tell_at_once(None, planned.deeds[0].at)
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            authors = {username: user.nama for username, user in people.items()}
            agencies = dict(Opd.objects.values_list("kode", "nama"))
            troupe = Troupe(planned, people, days, file_all(pool, planned.deeds, days, agencies, authors))
            troupe.play()
        finally:
            pool.shutdown(cancel_futures=True)
        for draft in unsent():
            troupe.leave_draft(draft)
        _remember(days.moment(-REMEMBERED, 0))
        return len(troupe.numbers)


def contacts() -> Iterator[Person]:
    """The people of the agencies, besides those whom the cast has already."""
    known = {person.username for person in CAST}
    for story in stories():
        if story.pic.akun not in known:
            known.add(story.pic.akun)
            yield Person(story.pic.akun, story.pic.nama, Role.OPD, "Petugas OPD", opd=story.opd)


@contextmanager
def _one_transaction() -> Iterator[None]:
    """One transaction around acts that each ask to be the outermost one; they become parts of it."""
    transaction.set_autocommit(False)
    try:
        yield
        transaction.commit()
    finally:
        transaction.rollback()
        transaction.set_autocommit(True)


def _remember(since: datetime) -> None:
    """Months of unread notices would hide what is new."""
    Pesan.objects.filter(sent_at__lt=since).update(read_at=F("sent_at") + timedelta(hours=1))
