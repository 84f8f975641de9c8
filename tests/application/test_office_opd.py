"""The register of agencies changes with the region's organisation, and the record says how."""

from dataclasses import replace
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.office.opd import OpdData, change_opd, create_opd, set_opd_active
from loket.models.entry import Entry
from loket.models.opd import Opd
from tests.cast import NOW, Road

DAMKAR = OpdData(kode="DAMKAR", nama="Dinas Pemadam Kebakaran", singkatan="Damkar")


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")


def problems_of(road: Road, **changed: Any) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as invalid:
        create_opd(replace(DAMKAR, **changed), actor=road.actor("admin"), now=NOW)
    return dict(invalid.value.problems)


def test_a_new_agency_is_registered_and_recorded(road: Road) -> None:
    opd = create_opd(DAMKAR, actor=road.actor("admin"), now=NOW)

    assert (opd.nama, opd.is_active) == ("Dinas Pemadam Kebakaran", True)
    assert (last_entry().kind, last_entry().particulars["kode"]) == ("opd.created", "DAMKAR")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    (
        ("kode", "", "Isi kode."),
        ("kode", "damkar", "Kode hanya huruf besar, angka, dan tanda hubung, misalnya KEC-PLAOSAN."),
        ("kode", "KEC-", "Kode hanya huruf besar, angka, dan tanda hubung, misalnya KEC-PLAOSAN."),
        ("kode", "DLH", "Kode ini sudah dipakai OPD lain. Pilih yang lain."),
        ("nama", "", "Isi nama OPD."),
        ("nama", "dinas lingkungan hidup", "OPD dengan nama ini sudah ada."),
        ("singkatan", "", "Isi singkatan."),
    ),
)
def test_what_is_wrong_is_said_at_its_field(road: Road, field: str, value: str, sentence: str) -> None:
    assert problems_of(road, **{field: value}) == {field: [sentence]}


def test_an_agency_gets_another_name_and_keeps_its_requests(road: Road) -> None:
    road.submit()
    opd = road.permintaan.opd

    change_opd(opd, replace(DAMKAR, kode="DUKCAPIL"), actor=road.actor("admin"), now=NOW)

    assert road.permintaan.opd.nama == "Dinas Pemadam Kebakaran"
    assert last_entry().kind == "opd.changed"


def test_what_an_agency_cannot_be_called_changes_nothing(road: Road) -> None:
    opd = Opd.objects.get(kode="DUKCAPIL")

    with pytest.raises(Invalid) as invalid:
        change_opd(opd, replace(DAMKAR, kode="DLH"), actor=road.actor("admin"), now=NOW)

    assert list(invalid.value.problems) == ["kode"]
    assert Opd.objects.get(pk=opd.pk).nama != DAMKAR.nama


def test_an_agency_that_is_no_more_sends_nothing_new_but_finishes_what_it_has_sent(road: Road) -> None:
    road.submit()
    opd = Opd.objects.get(kode="DUKCAPIL")

    set_opd_active(opd, is_active=False, actor=road.actor("admin"), now=NOW)

    with pytest.raises(Invalid, match="Pilih OPD yang mengajukan permintaan"):
        road.submit()
    road.walk_to("analisis", "setujui")
    road.step()
    assert road.permintaan.at_step == "desain"
    assert last_entry().particulars == {"opd_id": opd.pk, "is_active": False}


def test_an_agency_can_come_back(road: Road) -> None:
    opd, admin = Opd.objects.get(kode="DUKCAPIL"), road.actor("admin")
    set_opd_active(opd, is_active=False, actor=admin, now=NOW)

    set_opd_active(opd, is_active=True, actor=admin, now=NOW)

    assert road.submit().nomor


def test_only_an_admin_changes_the_register(road: Road) -> None:
    opd = Opd.objects.get(kode="DLH")
    before = Entry.objects.count()

    with pytest.raises(Refused):
        create_opd(DAMKAR, actor=road.actor("kadis"), now=NOW)
    with pytest.raises(Refused):
        change_opd(opd, DAMKAR, actor=road.actor("kadis"), now=NOW)
    with pytest.raises(Refused):
        set_opd_active(opd, is_active=False, actor=road.actor("kadis"), now=NOW)

    assert Entry.objects.count() == before
