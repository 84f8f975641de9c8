import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from loket.models.sop_revision import SopRevision
from loket.sop.bpmn.writing import bpmn_of
from loket.sop.definition import MAIN, parse, shipped, text_of
from loket.sop.related import related, related_numbers
from loket.web.pages.sop_document import Voice, fields, opening, readable
from tests.cast import NOW, Road

URL = f"/sop/{MAIN}"


def ask(client: Client, road: Road, url: str = URL, **query: str) -> Any:
    with time_machine.travel(road.now, tick=False):
        return client.get(url, query)


def words(answer: Any) -> str:
    """The text of a page without its tags; a place where a word may break is none."""
    html = answer.content.decode().replace("<wbr>", "").replace("<br>", " ")
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def sign_in(client: Client, road: Road, username: str) -> None:
    with time_machine.travel(road.now, tick=False):
        client.force_login(road.people[username])


@pytest.mark.django_db
def test_a_new_office_shows_the_shipped_sop(client: Client) -> None:
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("original", (True, False))
def test_every_part_of_the_document_is_on_the_page(client: Client, road: Road, original: bool) -> None:
    sop, voice = shipped(), Voice(original=original)
    query = {"tampilan": "naskah"} if original else {}

    text = words(ask(client, road, **query))

    parts = [*opening(sop, voice), *(part for pair in fields(sop, voice) for part in pair)]
    said = [piece for part in parts for piece in (part.title, part.text, *part.items)]
    for step in sop.steps.values():
        said += voice.of_step(step, "agenda")
        said += voice.of_step(step, "kelengkapan")
        said += voice.of_step(step, "output")
        said += [voice.of_step(step, "kegiatan"), voice.of_step(step, "keterangan")]
    missing = [piece for piece in said if " ".join(piece.split()) not in text]
    assert missing == []


def test_the_text_as_written_has_its_own_spelling_and_no_live_numbers(client: Client, road: Road) -> None:
    road.submit()

    live, written = words(ask(client, road)), words(ask(client, road, tampilan="naskah"))

    assert ("gitiab" in live, "gitiab" in written) == (False, True)
    assert ("1 berjalan" in live, "1 berjalan" in written) == (True, False)
    assert ("Saat ini" in live, "Saat ini" in written) == (True, False)


def test_the_column_counts_open_and_late_ones(client: Client, road: Road) -> None:
    road.submit()
    road.submit()
    road.now += timedelta(days=7)

    assert "2 berjalan 2 lewat" in words(ask(client, road))


@pytest.mark.parametrize(
    ("username", "has_link"),
    (("", False), ("opd", False), ("analis", False), ("admin", False), ("kasi", True), ("tu", True)),
)
def test_only_who_sees_every_permintaan_gets_a_link_to_the_counted(
    client: Client, road: Road, username: str, has_link: bool
) -> None:
    road.submit()
    if username:
        sign_in(client, road, username)

    assert ('href="/permintaan?langkah=disposisi"' in ask(client, road).content.decode()) is has_link


def test_the_nip_is_shown_to_people_who_are_signed_in_only(client: Client, road: Road) -> None:
    nip = shipped().document["disahkan"]["nip"]
    public = words(ask(client, road))

    sign_in(client, road, "opd")

    assert (nip in public, nip in words(ask(client, road))) == (False, True)


def test_the_revision_in_force_is_named_and_an_older_one_can_be_read(client: Client, road: Road) -> None:
    content = text_of(MAIN).replace("revisi = 0", "revisi = 1", 1)
    SopRevision.objects.create(
        nomor=MAIN,
        revisi=1,
        content=content,
        sha256="0" * 64,
        released_at=NOW + timedelta(minutes=1),
    )

    newest, oldest = words(ask(client, road)), words(ask(client, road, revisi="0"))

    assert "SOP-DISKOMINFO-001, revisi 1" in newest
    assert "Riwayat revisi" in newest
    assert "SOP-DISKOMINFO-001, revisi 0" in oldest
    assert "Ini revisi lama." in oldest


def test_the_revision_that_is_read_is_offered_as_bpmn(client: Client, road: Road) -> None:
    content = text_of(MAIN).replace("revisi = 0", "revisi = 1", 1)
    SopRevision.objects.create(
        nomor=MAIN, revisi=1, content=content, sha256="0" * 64, released_at=NOW + timedelta(minutes=1)
    )
    for revisi, number in ((None, 1), ("0", 0)):
        page = ask(client, road, **({"revisi": revisi} if revisi else {})).content.decode()
        (url,) = re.findall(r'href="([^"]*/bpmn[^"]*)"', page)

        saved = client.get(unescape(url))

        assert saved.content == bpmn_of(parse(content.replace("revisi = 1", f"revisi = {number}", 1)))
        assert saved["Content-Disposition"] == f'attachment; filename="{MAIN}.bpmn"'
        assert saved["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "url", (f"{URL}/bpmn?revisi=7", f"/sop/{related_numbers()[0]}/bpmn", "/sop/SOP-X/bpmn")
)
def test_what_has_no_flow_is_not_found_as_bpmn(client: Client, road: Road, url: str) -> None:
    assert client.get(url).status_code == 404


@pytest.mark.django_db
def test_a_new_office_gives_the_shipped_sop_as_bpmn(client: Client) -> None:
    assert client.get(f"{URL}/bpmn").content == bpmn_of(shipped())


@pytest.mark.parametrize("revisi", ("7", "-1", "x", "", "\x00", "99999999999999999999", "\u0663"))
def test_a_revision_that_does_not_exist_is_not_found(client: Client, road: Road, revisi: str) -> None:
    assert ask(client, road, revisi=revisi).status_code == 404


@pytest.mark.parametrize("nomor", related_numbers())
def test_a_related_sop_is_a_checklist_of_its_step(client: Client, road: Road, nomor: str) -> None:
    sop = related(nomor)

    text = words(ask(client, road, reverse("sop", args=[nomor])))

    assert f"untuk langkah {shipped().step(sop.langkah).ke}" in text
    assert [butir.kode for butir in sop.butir if butir.kegiatan not in text] == []


@pytest.mark.parametrize("nomor", ("SOP-DISKOMINFO-009", "kalender", "..%2fopd", "\x00"))
def test_another_sop_is_not_found(client: Client, road: Road, nomor: str) -> None:
    assert ask(client, road, f"/sop/{nomor}").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_permintaan(client: Client, road: Road) -> None:
    counts = []
    for _ in range(2):
        road.submit()
        with CaptureQueriesContext(connection) as queries:
            ask(client, road)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_name_in_capitals_can_be_read() -> None:
    assert readable(shipped().nama) == "SOP Pelayanan Permintaan Pengadaan Aplikasi dari OPD ke Dinas Kominfo"
