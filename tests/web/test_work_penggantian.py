"""What was done in an acting period is read by the one acted for and the one who acted, and by nobody else."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.office.kahar import Data as Decree
from loket.application.office.kahar import declare
from loket.core.role import Role
from loket.models.user import Jabatan
from tests.cast import Road
from tests.deputies import deputise, vacate
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]
RATNA = "Ratna Kusumaningrum, S.Kom., M.T."


def acted(road: Road) -> str:
    """A Plh. has disposed of a letter; the address of the period."""
    period = deputise(road)
    road.perform_as("kabid")
    return f"/akun/penggantian/{period.pk}"


@pytest.mark.parametrize("username", ("kadis", "kabid"))
def test_holder_and_deputy_find_what_was_done(road: Road, username: str) -> None:
    road.submit(nama_aplikasi="Surat Kabid")
    road.step("diteruskan")
    road.submit(nama_aplikasi="Surat Kadis")
    url, reader = acted(road), Reader(road, username)

    account = reader.get("/akun").content.decode()
    text = text_of(reader.get(url))

    assert url in account
    assert f"{RATNA} Plh. Kepala Dinas mendisposisikan surat Senin, 2 Maret 2026" in text
    assert f"Surat Kadis {road.nomor}" in text
    assert "Surat Kabid" not in text
    assert f"Yang bertugas {RATNA} Masa 2 Maret 2026 sampai 6 Maret 2026 Surat perintah 800/12/2026" in text


@pytest.mark.parametrize("username", ("kasi", "analis", "tu", "admin", "opd"))
def test_nobody_else_finds_it(road: Road, username: str) -> None:
    road.submit()
    url, reader = acted(road), Reader(road, username)

    assert (reader.get(url).status_code, url in reader.get("/akun").content.decode()) == (404, False)


def test_a_period_to_come_has_nothing_yet(road: Road) -> None:
    period = deputise(road)
    Jabatan.objects.filter(pk=period.pk).update(from_date=road.now.date() + timedelta(days=1))

    assert Reader(road, "kadis").get(f"/akun/penggantian/{period.pk}").status_code == 404


def test_a_period_in_which_nothing_was_done_says_so(road: Road) -> None:
    period = deputise(road)

    text = text_of(Reader(road, "kadis").get(f"/akun/penggantian/{period.pk}"))

    assert "Belum ada yang dikerjakan dalam masa ini." in text


def test_a_successor_reads_what_a_plt_did_before(at: At) -> None:
    road = at("penunjukan")
    vacate(road, "kasi")
    period = deputise(road, "analis2", Role.KEPALA_SEKSI, kind="plt")
    road.perform_as("analis2")
    road.later(days=7)
    Jabatan.objects.create(
        user=road.people["tu"], role=Role.KEPALA_SEKSI, from_date=road.now.date() - timedelta(days=1)
    )

    text = text_of(Reader(road, "tu").get(f"/akun/penggantian/{period.pk}"))

    assert "menunjuk sistem analis dan programmer" in text


@pytest.mark.parametrize("many", (1, 3))
def test_what_was_done_costs_the_same_however_much_it_is(road: Road, many: int) -> None:
    period = deputise(road)
    for _ in range(many):
        road.submit()
        road.perform_as("kabid")
    reader = Reader(road, "kadis")

    assert (reader.queries(f"/akun/penggantian/{period.pk}"), reader.queries("/akun")) == (5, 5)


def test_much_that_was_done_is_paged(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loket.queries.acting.DEEDS", 1)
    period = deputise(road)
    for name in ("Pertama", "Kedua"):
        road.submit(nama_aplikasi=name)
        road.perform_as("kabid")
    reader, url = Reader(road, "kadis"), f"/akun/penggantian/{period.pk}"

    first = reader.get(url)
    following = (
        first.content.decode().partition('rel="next"')[0].rpartition('href="?sesudah=')[2].rstrip('" ')
    )
    second = reader.get(url, sesudah=following)

    assert ("Kedua" in text_of(first), "Pertama" in text_of(first)) == (True, False)
    assert ("Kedua" in text_of(second), "Pertama" in text_of(second)) == (False, True)
    assert "?sebelum=" in second.content.decode()


def test_what_was_done_for_the_whole_office_is_among_it(road: Road) -> None:
    period = deputise(road)
    decree = Decree(nomor="188/7/2026", alasan="Banjir di pusat data.")
    declare(decree, actor=road.actor("kabid"), now=road.now)

    for username in ("kadis", "kabid"):
        text = text_of(Reader(road, username).get(f"/akun/penggantian/{period.pk}"))
        assert f"{RATNA} Plh. Kepala Dinas menyatakan keadaan kahar" in text
