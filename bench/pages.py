"""What the benchmark of the pages does inside an office."""

from datetime import datetime

from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import many_rows
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision
from loket.models.user import User


def fill(*, closed: int, open_ones: int, now: datetime) -> None:
    """Add permintaan; those of one OPD are all found by its search, or its page would be short while they are few."""
    person = User.objects.get(username="opd")
    many_rows.fill(
        closed=closed,
        open_ones=open_ones,
        revision_id=SopRevision.objects.get().pk,
        user_id=person.pk,
        now=now,
    )
    Permintaan.objects.filter(opd=person.opd).update(nama_aplikasi=Concat(Value("Antrean "), "nomor"))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE loket_permintaan")


def signed_in(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def statements(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)
