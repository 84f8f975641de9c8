"""What is typed is kept: by a script while it is typed, and by a button without one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from loket.core.role import Role
from loket.models.diskusi import Draft
from loket.models.pengerjaan import Pengerjaan
from tests.cast import Road
from tests.web.step_desk import Office, a_pdf, errors_of, text_of

At = Callable[..., Road]


def _begun(desk: Office) -> bool:
    return Pengerjaan.objects.get(permintaan=desk.permintaan, done_at=None).begun is not None


def test_the_first_saved_draft_starts_the_clock(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    desk.road.now = desk.road.now.replace(hour=10, minute=29)
    assert not _begun(desk)

    response = desk.post("kadis", desk.filled({"catatan": "Segera"}), desk.url() + "/draf")

    assert (response.status_code, response.json()) == (200, {"saved_at": "10.29"})
    assert _begun(desk)


def test_the_form_comes_back_as_the_draft_was_left(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    typed = {
        "notulen": "Baris <satu>",
        "jam_selesai": "sore",
        "attendees-1-nama": "Tamu",
        "attendees-0-is_present": [],
        "attendees-TOTAL_FORMS": "5",
    }
    desk.post(desk.road.performer(), desk.filled(typed), desk.url() + "/draf")

    again, page = desk.form(), desk.get(desk.road.performer())

    assert {name: again.answers.get(name, []) for name in typed} == {
        name: value if isinstance(value, list) else [value] for name, value in typed.items()
    }
    assert "Draf tersimpan pukul" in text_of(page)
    assert errors_of(page) == []


def test_a_draft_belongs_to_whoever_wrote_it(at: At) -> None:
    desk = Office(at("desain", "susun"))
    desk.post(desk.member(Role.SISTEM_ANALIS), desk.filled({"versi": "0.9"}), desk.url() + "/draf")

    assert desk.form(desk.member(Role.PROGRAMMER)).answers["versi"] == [""]


def test_a_draft_is_gone_when_it_is_sent(at: At) -> None:
    desk = Office(at("penunjukan"))
    desk.post("kasi", desk.filled({}), desk.url() + "/draf")
    assert Draft.objects.count() == 1

    desk.send({})

    assert Draft.objects.count() == 0


def test_without_a_script_a_button_keeps_the_draft_and_the_file(at: At) -> None:
    desk = Office(at("analisis", "susun"))
    desk.road.wait_until_possible()

    response = desk.send({"simpan": "draf", "versi": "0.1", "berkas": a_pdf("SKPL.pdf")})

    assert response.status_code == 302
    assert desk.form().answers["versi"] == ["0.1"]
    assert "SKPL.pdf" in text_of(desk.get(desk.road.performer()))
    assert desk.permintaan.at_bagian == "susun"


def test_a_draft_holds_no_secret_and_no_field_of_the_page(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    extra = {"csrfmiddlewaretoken": "rahasia", "password": "rahasia", "lain": "x", "catatan": "a\x00b"}

    desk.post("kadis", desk.filled(extra), desk.url() + "/draf")

    kept = Draft.objects.get().fields
    assert kept["catatan"] == ["ab"]
    assert not {"csrfmiddlewaretoken", "password", "lain", "seen", "bagian"} & set(kept)


@pytest.mark.parametrize(
    ("username", "changes", "status"),
    (
        ("opd_lain", {}, 404),
        ("kadis", {"bagian": "raja"}, 404),
        ("kadis", {"catatan": "a" * 300_000}, 413),
        ("kasi", {}, 200),
    ),
)
def test_a_draft_that_cannot_be_is_refused(
    at: At, username: str, changes: dict[str, Any], status: int
) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    response = desk.post(username, desk.filled(changes), desk.url() + "/draf")

    assert (response.status_code, Draft.objects.count()) == (status, int(status == 200))
    assert not _begun(desk)


def test_a_session_that_has_ended_says_so(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    response = Client().post(desk.url() + "/draf", {"bagian": "kepala_dinas"})

    assert (response.status_code, Draft.objects.count()) == (401, 0)


def test_a_draft_that_is_too_large_comes_back_with_its_text(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    response = desk.send({"simpan": "draf", "catatan": "a" * 300_000})

    assert response.status_code == 413
    assert errors_of(response) == ["Draf terlalu besar untuk disimpan. Ringkas isian Anda, lalu simpan lagi."]


def test_mulai_starts_the_clock_once(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    assert "Mulai" in text_of(desk.get("kadis"))

    first = desk.post("kadis", {"bagian": "kepala_dinas"}, desk.url() + "/mulai")
    entries = desk.entries()
    desk.post("kadis", {"bagian": "kepala_dinas"}, desk.url() + "/mulai")

    assert (first.status_code, first.headers["Location"], _begun(desk)) == (302, desk.url(), True)
    assert desk.entries() == entries
    assert "Mulai" not in text_of(desk.get("kadis"))


def test_mulai_is_refused_to_others(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    refused = desk.post("kasi", {"bagian": "kepala_dinas"}, desk.url() + "/mulai")
    invisible = desk.post("opd_lain", {"bagian": "kepala_dinas"}, desk.url() + "/mulai")

    assert (refused.status_code, invisible.status_code, _begun(desk)) == (302, 404, False)
