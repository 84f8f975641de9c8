from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.models.surat import Disposisi
from loket.queries.public_naskah import naskah_of_code, naskah_of_number
from tests.cast import Road
from tests.files.samples import pdf
from tests.letters import draft, issued, signer, stored


def test_a_code_is_found_however_it_was_typed(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)

    found = naskah_of_code(f" {naskah.kode.lower().replace('-', ' ')}")

    assert found is not None
    assert found.naskah == naskah


@pytest.mark.parametrize(
    "typed",
    ("", "B7K2M9Q-B7K2M9Q-B7K2M9Q-B7K2M9Q", "\x00", "\u202e\uff11", pytest.param("x" * 100_000, id="long")),
)
def test_neither_a_draft_nor_nonsense_is_found(road: Road, typed: str) -> None:
    road.submit()
    draft(road)

    assert naskah_of_code(typed) is None
    assert naskah_of_number(typed.replace("\x00", "")) is None


def test_a_number_that_was_given_with_spaces_and_small_letters_is_found_as_typed(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1, nomor="000.1.5 / 001 / Kominfo / 2026")

    for typed in (naskah.nomor, naskah.nomor.upper(), "000.1.5/001/kominfo/2026"):
        found = naskah_of_number(typed)
        assert found is not None
        assert found.naskah == naskah


def test_a_number_is_found_with_spaces_and_small_letters(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)

    found = naskah_of_number(f" {naskah.nomor.lower().replace('/', ' / ')} ")

    assert found is not None
    assert found.naskah == naskah


@pytest.mark.parametrize(
    ("changed", "closed"),
    (
        ({}, False),
        ({"jenis": "nota_dinas"}, True),
        ({"jenis": "lembar_disposisi"}, True),
        ({"printed": {"klasifikasi": "Rahasia"}}, True),
        ({"printed": {"sifat": " SANGAT RAHASIA "}}, True),
        ({"printed": {"sifat": "Segera", "klasifikasi": "Biasa/Terbuka"}}, False),
    ),
)
def test_what_is_internal_or_secret_is_closed(road: Road, changed: dict[str, Any], closed: bool) -> None:
    road.submit()

    found = naskah_of_code(issued(road, 1, **changed).kode)

    assert found is not None
    assert found.is_closed is closed


def test_what_the_heads_called_secret_stays_closed(road: Road) -> None:
    road.submit()
    road.step()
    Disposisi.objects.update(sifat=Disposisi.Sifat.RAHASIA)

    found = naskah_of_code(issued(road, 1).kode)

    assert found is not None
    assert found.is_closed


@pytest.mark.parametrize("count", (1, 3))
def test_a_look_costs_three_queries(
    road: Road, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    road.submit()
    naskah = issued(road, 1)
    for pihak in range(1, count + 1):
        signer(naskah, road, pihak=pihak)
    stored(naskah, pdf(), is_recorded=True)
    for number in range(1, count):
        stored(naskah, pdf() + bytes([number]), "tte", is_recorded=True)

    with django_assert_num_queries(3):
        found = naskah_of_code(naskah.kode)
        assert found is not None
        told = (found.naskah.permintaan.opd.nama, [str(party.file) for party in found.parties])

    assert len(told[1]) == count
    assert len(found.files) == count


def test_what_is_signed_and_not_recorded_is_no_file_of_it(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)
    stored(naskah, pdf(), "tte", is_recorded=False)

    found = naskah_of_code(naskah.kode)

    assert found is not None
    assert found.latest is None
