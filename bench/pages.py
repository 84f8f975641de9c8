"""What the benchmark of the pages does inside an office."""

from datetime import datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import many_rows
from loket.models.sop_revision import SopRevision
from loket.models.user import User


def fill(*, closed: int, open_ones: int, now: datetime) -> None:
    many_rows.fill(
        closed=closed,
        open_ones=open_ones,
        revision_id=SopRevision.objects.get().pk,
        user_id=User.objects.get(username="opd").pk,
        now=now,
    )


def signed_in(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def statements(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)
