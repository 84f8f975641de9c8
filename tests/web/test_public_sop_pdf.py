"""`/sop/NOMOR/pdf`: the SOP to be saved, as the office wrote it or with the gates, set once."""

from typing import Any

import pytest
from django.test import Client

from loket.documents.sop_document import Naskah
from loket.documents.sop_pdf import sop_pdf
from loket.queries import sop_print
from loket.sop.definition import MAIN, shipped
from loket.sop.related import related_numbers
from tests.cast import Road
from tests.documents.reading import words

URL = f"/sop/{MAIN}/pdf"
NIP = "NIP 19760520 199511 1 001"


@pytest.fixture
def staff(client: Client, road: Road) -> Client:
    client.force_login(road.people["kasi"])
    return client


def text(answer: Any) -> str:
    return " ".join(words(answer.content))


def test_a_visitor_saves_the_literal_print_without_the_nip(client: Client, road: Road) -> None:
    answer = client.get(URL)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{MAIN}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == sop_pdf(shipped(), with_nip=False)
    assert NIP not in text(answer)


def test_who_is_signed_in_saves_what_the_command_line_writes(staff: Client) -> None:
    answer = staff.get(URL)

    assert answer.content == sop_pdf(shipped())
    assert NIP in text(answer)


def test_the_complete_print_has_a_name_of_its_own(staff: Client) -> None:
    answer = staff.get(URL, {"naskah": "lengkap"})

    assert answer["Content-Disposition"] == f'attachment; filename="{MAIN}-lengkap.pdf"'
    assert answer.content == sop_pdf(shipped(), Naskah.LENGKAP)


@pytest.mark.django_db
def test_a_new_office_saves_the_shipped_sop(client: Client) -> None:
    assert client.get(URL).content == sop_pdf(shipped(), with_nip=False)


def test_nobody_waits_twice_for_the_same_words(
    client: Client, road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(URL).content
    monkeypatch.delattr(sop_print, "document_pdf")

    assert client.get(URL).content == first


def test_the_print_of_a_named_revision_is_that_revision(client: Client, road: Road) -> None:
    assert client.get(URL, {"revisi": "0"}).content == client.get(URL).content


@pytest.mark.parametrize(
    ("path", "query"),
    (
        (URL, {"naskah": "lain"}),
        (URL, {"revisi": "7"}),
        (URL, {"revisi": "x"}),
        ("/sop/SOP-DISKOMINFO-009/pdf", {}),
        ("/sop/SOP-DISKOMINFO-002/pdf", {"naskah": "x"}),
    ),
)
def test_what_there_is_none_of_is_not_found(
    client: Client, road: Road, path: str, query: dict[str, str]
) -> None:
    assert client.get(path, query).status_code == 404


def test_the_page_offers_both_prints_of_the_revision_that_is_read(client: Client, road: Road) -> None:
    newest, named = (client.get(f"/sop/{MAIN}", query).content.decode() for query in ({}, {"revisi": "0"}))

    assert f'href="{URL}"' in newest
    assert f'href="{URL}?naskah=lengkap"' in newest
    assert f'href="{URL}?revisi=0"' in named
    assert f'href="{URL}?revisi=0&amp;naskah=lengkap"' in named


@pytest.mark.parametrize("nomor", related_numbers())
def test_a_related_sop_is_offered_and_saved(client: Client, road: Road, nomor: str) -> None:
    answer = client.get(f"/sop/{nomor}/pdf")

    assert f'href="/sop/{nomor}/pdf"' in client.get(f"/sop/{nomor}").content.decode()
    assert answer["Content-Disposition"] == f'attachment; filename="{nomor}.pdf"'
    assert nomor in text(answer)
