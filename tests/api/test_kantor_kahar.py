"""Keadaan kahar by the API, as a program of the head of the office declares and ends it."""

from datetime import datetime

from loket.application.office.kahar import Data, declare
from loket.models.kahar import Kahar
from tests.api.program import Program
from tests.api.test_sending import errors_of
from tests.cast import Road
from tests.web.office_pages import last_entry

LIST = "/kantor/kahar"
NEW, END = f"{LIST}/baru", f"{LIST}/berakhir"
DECREE = {"nomor": "100.3.3/12/2026", "alasan": "Banjir memutus listrik dan jaringan kantor."}


def test_it_is_declared_and_ended_by_the_head_of_the_office(road: Road) -> None:
    kadis = Program(road, "kadis")
    assert kadis.get(LIST).json() == {"berlaku": False, "items": []}

    declared = kadis.post(NEW, DECREE)

    assert declared.status_code == 201
    assert declared.json()["berlaku"] is True
    (said,) = declared.json()["items"]
    assert (said["nomor"], said["alasan"]) == (DECREE["nomor"], DECREE["alasan"])
    assert said["oleh"]["id"] == road.people["kadis"].pk
    assert (said["until"], said["diakhiri_oleh"]) == (None, None)
    assert (last_entry().kind, last_entry().source) == ("kahar.declared", "api")

    road.later(hours=3)
    ended = kadis.post(END, {}).json()

    assert ended == kadis.get(LIST).json()
    assert ended["berlaku"] is False
    assert datetime.fromisoformat(ended["items"][0]["until"]) == road.now
    assert (last_entry().kind, last_entry().source) == ("kahar.ended", "api")


def test_a_declaration_is_refused_with_everything_that_is_wrong(road: Road) -> None:
    kadis = Program(road, "kadis")

    assert set(errors_of(kadis.post(NEW, {"nomor": "", "alasan": " "}))) == {"nomor", "alasan"}
    kadis.post(NEW, DECREE)
    assert errors_of(kadis.post(NEW, DECREE)) == {"nomor": "Keadaan kahar sudah berlaku."}
    assert Kahar.objects.count() == 1


def test_what_does_not_hold_cannot_be_ended(road: Road) -> None:
    answer = Program(road, "kadis").post(END, {})

    assert errors_of(answer) == {"kahar": "Keadaan kahar tidak sedang berlaku."}


def test_the_list_asks_the_same_of_one_and_of_three(road: Road) -> None:
    kadis = Program(road, "kadis")

    def one_more(number: int) -> None:
        declare(Data(nomor=f"{number}/2026", alasan="Banjir."), actor=road.actor("kadis"), now=road.now)
        road.later(minutes=1)
        kadis.post(END, {})

    one_more(1)
    with_one = kadis.queries(LIST)
    one_more(2)
    one_more(3)

    assert kadis.queries(LIST) == with_one
    assert len(kadis.get(LIST).json()["items"]) == 3
