"""What Loket cannot write by itself under the settings as they are is told to the admin, and written when they changed."""

from collections.abc import Callable

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.naskah.making import make_from
from loket.application.office.letters import Kind, set_kind
from loket.application.outbox import MAKE
from loket.core.naskah import JENIS
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.naskah import AturanNaskah, Naskah
from tests.cast import Road
from tests.letters import issued

At = Callable[..., Road]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@pytest.fixture
def road(at: At) -> Road:
    """A meeting has ended whose minutes would get the number of an invitation."""
    road = at("analisis", "susun")
    AturanNaskah.objects.create(jenis="notulen", klasifikasi="000.1.5")
    day = road.now
    issued(road, 1, nomor=f"000.1.5/001/403.000/{ROMAN[day.month - 1]}/{day.year}")
    return road


def meeting() -> Entry:
    return Entry.objects.get(kind="rapat.concluded")


def waiting() -> int:
    jobs = ProcrastinateJob.objects.filter(task_name=MAKE, args={"entry_id": meeting().pk}, status="todo")
    return jobs.count()


def test_the_admin_hears_why_and_nothing_is_half_made(road: Road) -> None:
    assert make_from(meeting().pk, road.now) == 0

    assert not Naskah.objects.filter(because_of=meeting()).exists()
    pesan = Pesan.objects.get(entry__kind="naskah.not_made")
    assert (pesan.user, pesan.permintaan) == (road.people["admin"], None)
    assert pesan.judul.startswith(f"Naskah untuk {road.nomor} belum dapat dibuat. Nomor 000.1.5/001/")
    assert pesan.entry.particulars == {"entry_id": meeting().pk, "nomor": road.nomor}


def test_changed_settings_let_it_try_again(road: Road) -> None:
    make_from(meeting().pk, road.now)
    before = waiting()

    set_kind(JENIS["notulen"], Kind(klasifikasi="000.1.5.1"), actor=road.actor("admin"), now=road.now)

    assert waiting() == before + 1
    assert make_from(meeting().pk, road.now) == 2
    set_kind(JENIS["notulen"], Kind(klasifikasi="000.1.5.2"), actor=road.actor("admin"), now=road.now)
    assert waiting() == before + 1
