"""The handover is signed in its step, with the certificates of both who sign it."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.models.entry import Entry
from loket.models.naskah import Naskah, NaskahFile
from tests.api.program import Answer, Program, code_of
from tests.api.test_sending import errors_of
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.papers import draft, void
from tests.signing import PASSPHRASE, WRONG, Keys

At = Callable[..., Road]
BAD = WRONG.passphrase


@pytest.fixture
def handover(at: At, keys: Keys) -> Road:
    """The BAST is drafted; both who sign it have certificates."""
    road = at("serah_terima", "ttd_dinas")
    for username in ("kadis", "opd"):
        keys.give(road.people[username])
    return road


def paper_of(road: Road) -> Naskah:
    return Naskah.objects.filter(permintaan=road.permintaan, jenis="bast").latest("pk")


def confirm(road: Road, username: str, outcome: str, **more: Any) -> Answer:
    program = Program(road, username)
    whole = program.one()
    papers = [one for one in whole["naskah"] if one["jenis"] == "bast"]
    body = {
        "bagian": whole["bagian"],
        "seen": whole["revision"],
        "outcome": outcome,
        "is_agreed": True,
        "passphrase": PASSPHRASE,
        "version": papers[-1]["version"] if papers else "",
    }
    return program.post(f"/permintaan/{road.nomor}/langkah/serah_terima", {**body, **more})


def test_a_handover_is_signed_by_both_parties_in_its_step(handover: Road) -> None:
    named = {**paper_of(handover).isian, "pihak_kedua": handover.people["opd"].nama}
    draft(handover, "bast", naskah_id=paper_of(handover).pk, isian=named)
    dinas = confirm(handover, "kadis", "ditandatangani")
    handover.wait_until_possible()
    opd = confirm(handover, "opd", "diserahkan")

    assert [answer.status_code for answer in (dinas, opd)] == [200, 200], (dinas.content, opd.content)
    assert handover.permintaan.at_step == "status_gitlab"
    assert paper_of(handover).state == "berlaku"
    assert NaskahFile.objects.filter(kind="tte", is_recorded=True).count() == 2
    kinds = ("naskah.issued", "bast.signed_by_dinas", "bast.signed_by_opd")
    assert [Entry.objects.get(kind=kind).source for kind in kinds] == ["api"] * 3


def test_a_handover_is_not_signed_outside_its_step(handover: Road) -> None:
    kadis, paper = Program(handover, "kadis"), paper_of(handover)

    refused = kadis.act("tanda_tangani_naskah", naskah_id=paper.pk, passphrase=PASSPHRASE)

    assert refused.json()["reasons"] == [
        "Berita acara serah terima ditandatangani pada langkah serah terima."
    ]
    assert not NaskahFile.objects.filter(kind="tte").exists()


@pytest.mark.parametrize(
    ("username", "more", "code"),
    (
        ("kadis", {"version": "lama"}, (409, "overtaken")),
        ("kadis", {"seen": 1}, (409, "overtaken")),
        ("kadis", {"is_agreed": False}, (422, "invalid")),
        ("kadis", {"passphrase": BAD}, (422, "invalid")),
        ("kadis", {"passphrase": ""}, (422, "invalid")),
        ("kadis", {"proof": {"upload_id": 1}}, (422, "invalid")),
        ("kasi", {}, (422, "refused")),
        ("opd", {}, (422, "refused")),
    ),
)
def test_what_would_stop_the_step_stops_it_before_anything_is_signed(
    handover: Road, username: str, more: dict[str, Any], code: tuple[int, str]
) -> None:
    assert code_of(confirm(handover, username, "ditandatangani", **more)) == code
    assert not NaskahFile.objects.filter(kind="tte").exists()
    assert handover.permintaan.at_bagian == "ttd_dinas"


def test_what_is_sent_back_is_not_signed(handover: Road) -> None:
    answer = confirm(handover, "kadis", "dikembalikan", catatan="Nama pihak kedua keliru.")

    assert (answer.status_code, answer.json()["bagian"]) == (200, "siapkan")
    assert not NaskahFile.objects.filter(kind="tte").exists()


def test_without_a_paper_there_is_nothing_to_sign(handover: Road) -> None:
    void(handover, paper_of(handover))

    assert errors_of(confirm(handover, "kadis", "ditandatangani")).keys() == {"outcome"}


def test_what_the_step_has_signed_and_not_recorded_is_recorded_by_the_next_try(
    handover: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr("loket.application.perform.carry_out", broken)
        assert confirm(handover, "kadis", "ditandatangani").status_code == 500

    assert confirm(handover, "kadis", "ditandatangani").status_code == 200
    assert NaskahFile.objects.get(kind="tte").is_recorded


def test_somebody_elses_permintaan_is_not_there_for_signing(handover: Road) -> None:
    body = {"bagian": "ttd_opd", "seen": 1, "outcome": "diserahkan", "passphrase": PASSPHRASE}

    stranger = Program(handover, "opd_lain")
    assert stranger.get("/tugas").status_code == 200

    with nothing_changes():
        answer = stranger.post(f"/permintaan/{handover.nomor}/langkah/serah_terima", body)

    assert code_of(answer) == (404, "not_found")
