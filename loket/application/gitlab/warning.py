"""Admins hear before the token ends, when it has ended, and when the connection has failed for a day; each once."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from loket.application.data import local_date
from loket.application.gitlab.checking import rights_of
from loket.application.gitlab.connection_row import connection
from loket.application.gitlab.wording import RENEW
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import SYSTEM
from loket.core.calendar_plan import spelt
from loket.core.record import KANTOR
from loket.core.role import Role
from loket.integrations.gitlab.problems import TokenExpired, sentence_of
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabConnection
from loket.models.kantor import Kantor
from loket.models.user import Jabatan

KIND = "gitlab.warned"
TASK = "loket.gitlab_watch"
SOURCE = "loket"
DAYS_BEFORE = (60, 30, 7, 0)
TOO_LONG = timedelta(hours=23)
"""A day, for a test that runs daily and is a little early now and then."""


def warn_admins(now: datetime) -> None:
    connection()
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM)
        row = GitlabConnection.objects.select_for_update().get()
        left = _days_left(row, now)
        warning = next_warning(left, row.token_warned_days)
        if warning is not None:
            row.token_warned_days = warning
            row.save(update_fields=["token_warned_days"])
            _tell(kantor, {"why": "token", "days": warning}, _about_token(row, left), now)
        if left != 0 and _has_failed_too_long(row, now):
            _tell(kantor, {"why": "putus"}, f"Sambungan GitLab gagal sejak sehari: {_why(row)}", now)


def next_warning(left: int | None, warned: int | None) -> int | None:
    """The nearest of the warnings that are due with so many days left, if it was not given yet."""
    reached = min((days for days in DAYS_BEFORE if left is not None and left <= days), default=None)
    return reached if reached is not None and (warned is None or reached < warned) else None


def _days_left(row: GitlabConnection, now: datetime) -> int | None:
    """Until the day from which it does not hold any more; 0 once it has come, also where only GitLab knows it."""
    if row.problem == TokenExpired.code:
        return 0
    if row.token_expires_on is None:
        return None
    return max((row.token_expires_on - local_date(now)).days, 0)


def _about_token(row: GitlabConnection, left: int | None) -> str:
    if not left or row.token_expires_on is None:
        return f"Token Loket di GitLab sudah berakhir; tiket tidak disamakan lagi. {RENEW}"
    return f"Token Loket di GitLab berakhir {spelt(row.token_expires_on)}, {left} hari lagi. {RENEW}"


def _has_failed_too_long(row: GitlabConnection, now: datetime) -> bool:
    if row.failing_since is None or now - row.failing_since < TOO_LONG:
        return False
    told = Entry.objects.filter(subject=KANTOR, kind=KIND, particulars__why="putus")
    return not told.filter(happened_at__gte=row.failing_since).exists()


def _why(row: GitlabConnection) -> str:
    if row.problem:
        return sentence_of(row.problem)
    rights = rights_of(row)
    lacks = rights.lacks() if rights else ()
    return " ".join(lacks[0]) if lacks else "Buka halaman Sambungan GitLab untuk sebabnya."


def _tell(kantor: Kantor, said: dict[str, Any], judul: str, now: datetime) -> None:
    entry = record_for_kantor(kantor, KIND, said, actor=SYSTEM, now=now, source=SOURCE)
    admins = Jabatan.objects.serving([Role.ADMIN], local_date(now)).values_list("user", flat=True)
    Pesan.objects.bulk_create(
        Pesan(user_id=user_id, entry=entry, judul=judul[:250], sent_at=now) for user_id in set(admins)
    )
