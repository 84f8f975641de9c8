"""The register of agencies by the API."""

from loket.models.opd import Opd
from tests.api.program import Program, code_of, letter
from tests.api.test_sending import errors_of
from tests.cast import Road
from tests.web.office_pages import last_entry

LIST = "/kantor/opd"
NEW = {"kode": "UPT-PASAR", "nama": "Unit Pasar", "singkatan": "UPT Pasar"}


def test_an_agency_is_added_changed_shut_and_opened(road: Road) -> None:
    admin = Program(road, "admin")

    made = admin.post(f"{LIST}/baru", NEW)
    one = f"{LIST}/{made.json()['id']}"
    changed = admin.post(f"{one}/ubah", {**NEW, "nama": "Unit Pasar Daerah"})

    assert made.status_code == 201
    assert changed.json() == {**made.json(), "nama": "Unit Pasar Daerah"}
    assert admin.post(f"{one}/nonaktifkan", {}).json()["is_active"] is False
    assert admin.get(LIST).json()["items"][-1] == {**changed.json(), "is_active": False, "akun": 0}
    assert admin.post(f"{one}/aktifkan", {}).json()["is_active"] is True
    assert (last_entry().kind, last_entry().source) == ("opd.changed", "api")


def test_an_agency_is_refused_with_everything_that_is_wrong(road: Road) -> None:
    answer = Program(road, "admin").post(f"{LIST}/baru", {"kode": "kecil", "nama": "", "singkatan": ""})

    assert errors_of(answer).keys() == {"kode", "nama", "singkatan"}


def test_an_agency_that_is_not_there_is_not_found(road: Road) -> None:
    admin = Program(road, "admin")

    for act, body in (("ubah", NEW), ("aktifkan", {}), ("nonaktifkan", {})):
        assert code_of(admin.post(f"{LIST}/999999/{act}", body)) == (404, "not_found")


def test_what_an_agency_that_is_shut_sends_is_refused(road: Road) -> None:
    """The same rule as for those who type: it holds for the next letter at once."""
    opd = road.people["opd"].opd_id
    Program(road, "admin").post(f"{LIST}/{opd}/nonaktifkan", {})

    assert Program(road, "opd").post("/permintaan", letter(road)).status_code == 422


def test_the_register_asks_the_same_of_one_more_and_of_three(road: Road) -> None:
    admin = Program(road, "admin")
    Opd.objects.create(kode="A-1", nama="Badan Satu", singkatan="Satu")
    with_one = admin.queries(LIST)
    for number in (2, 3):
        Opd.objects.create(kode=f"A-{number}", nama=f"Badan {number}", singkatan="x")

    assert admin.queries(LIST) == with_one
