"""The settings of the office's letters by the API, as an admin's program reads and changes them."""

from typing import Any

import pytest

from loket.api.calls import kantor_naskah
from loket.application.office.letters import Letterhead
from loket.application.throttle import Limit
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah
from tests.api.program import Program, code_of
from tests.api.test_sending import errors_of
from tests.cast import Road
from tests.web.office_pages import last_entry

PAGE = "/kantor/naskah"
HEAD, KIND, SAMPLE = f"{PAGE}/kop", f"{PAGE}/jenis", f"{PAGE}/contoh"
LETTERHEAD = tuple(Letterhead.__slots__)


def head_of(admin: Program, **changed: str) -> dict[str, str]:
    """The letterhead as it was read, with something changed, as it is sent back."""
    found: dict[str, Any] = admin.get(PAGE).json()
    return {**{name: found[name] for name in LETTERHEAD}, "alamat": "Jalan Basuki Rahmat 1", **changed}


def kind_of(admin: Program, jenis: str) -> dict[str, str]:
    (found,) = [one for one in admin.get(PAGE).json()["jenis"] if one["jenis"] == jenis]
    return {name: found[name] for name in ("klasifikasi", "wewenang", "terendah")}


def test_the_letterhead_is_changed_and_the_next_number_follows_the_pattern(road: Road) -> None:
    admin = Program(road, "admin")

    changed = admin.post(HEAD, head_of(admin, tempat="Plaosan", pola_nomor="{klasifikasi}/{nomor}/{tahun}"))

    assert changed.status_code == 200
    assert changed.json() == admin.get(PAGE).json()
    assert (changed.json()["tempat"], Kantor.objects.get().tempat) == ("Plaosan", "Plaosan")
    assert changed.json()["contoh_nomor"] == f"{kind_of(admin, 'bast')['klasifikasi']}/001/2026"
    assert (last_entry().kind, last_entry().source) == ("naskah.settings_changed", "api")


def test_a_letterhead_is_refused_with_everything_that_is_wrong(road: Road) -> None:
    admin = Program(road, "admin")
    wrong = {"instansi": "", "tempat": "x" * 61, "pola_nomor": "{tahun}", "unit": ""}

    refused = admin.post(HEAD, head_of(admin, **wrong))
    of_no_kind = admin.post(HEAD, head_of(admin, kertas="a3", keamanan="x"))

    assert set(errors_of(refused)) == set(wrong)
    assert set(errors_of(of_no_kind)) == {"kertas", "keamanan"}
    assert Kantor.objects.get().tempat == "Magetan"


def test_a_kind_gets_its_code_and_its_signers(road: Road) -> None:
    admin = Program(road, "admin")
    wanted = {"klasifikasi": "500.12.9", "wewenang": "kepala_dinas", "terendah": "kepala_seksi"}

    changed = admin.post(f"{KIND}/bast", wanted)

    assert changed.status_code == 200
    assert kind_of(admin, "bast") == wanted
    assert AturanNaskah.objects.get(jenis="bast").klasifikasi == "500.12.9"
    assert (last_entry().kind, last_entry().source) == ("naskah.settings_changed", "api")


def test_a_kind_is_refused_with_everything_that_is_wrong(road: Road) -> None:
    admin = Program(road, "admin")
    taken = kind_of(admin, "nota_dinas")["klasifikasi"]

    same_code = admin.post(f"{KIND}/bast", {**kind_of(admin, "bast"), "klasifikasi": taken})
    nobody = admin.post(f"{KIND}/bast", {"klasifikasi": "", "wewenang": "tata_usaha", "terendah": ""})
    above = {**kind_of(admin, "bast"), "wewenang": "kepala_seksi", "terendah": "kepala_dinas"}

    assert set(errors_of(same_code)) == {"klasifikasi"}
    assert set(errors_of(nobody)) == {"klasifikasi", "wewenang", "terendah"}
    assert set(errors_of(admin.post(f"{KIND}/bast", above))) == {"terendah"}


@pytest.mark.parametrize("jenis", ("tidak_ada", "lembar_disposisi"))
def test_what_has_no_number_has_no_settings(road: Road, jenis: str) -> None:
    answer = Program(road, "admin").post(f"{KIND}/{jenis}", {"klasifikasi": "500.12.9"})

    assert code_of(answer) == (404, "not_found")


def test_a_sample_shows_the_letterhead_as_a_picture_to_be_saved(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kantor_naskah, "SAMPLES", Limit("contoh-api", tries=1, seconds=30))
    admin = Program(road, "admin")

    answer = admin.get(SAMPLE)

    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Contoh kop.png"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert code_of(admin.get(SAMPLE)) == (429, "too_many")
