"""Naskah as files: for whoever may see them, to be saved, and never mistaken for what holds."""

import pytest

from loket.api.calls import naskah as calls
from loket.application.naskah.printing import print_naskah, read_file
from loket.application.throttle import Limit
from loket.application.uploads import store
from loket.models.naskah import Naskah, NaskahFile
from tests.api.program import Program, code_of
from tests.cast import Road
from tests.papers import draft, issued, scan, sign
from tests.signing import Keys


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def path_of(naskah: Naskah) -> str:
    return f"/naskah/{naskah.pk}"


def test_one_that_is_signed_comes_as_it_was_signed(road: Road, keys: Keys) -> None:
    keys.give(road.people["kasi"])
    memo = issued(road, cara="internal")
    sign(road, memo)

    answer = Program(road, "kasi").get(path_of(memo))

    assert answer.saved == read_file(NaskahFile.objects.get(kind="tte"))
    assert answer.headers["Content-Type"] == "application/pdf"
    name = f"Nota dinas {memo.nomor} tte.pdf".replace("/", "-")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("cara", ("", "internal"))
def test_one_that_does_not_hold_yet_is_printed_for_saving_and_says_so(road: Road, cara: str) -> None:
    memo = issued(road, cara=cara) if cara else draft(road)

    answer = Program(road, "tu").get(path_of(memo))

    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
    assert "belum berlaku.pdf" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_one_for_a_pen_comes_as_it_was_printed(road: Road) -> None:
    memo = issued(road)
    printed = print_naskah(memo.pk)

    assert Program(road, "tu").get(path_of(memo)).saved == read_file(printed)


def test_whoever_may_not_see_it_finds_nothing(road: Road) -> None:
    memo = issued(road)

    for username in ("opd_lain", "admin", "opd"):
        assert code_of(Program(road, username).get(path_of(memo))) == (404, "not_found")
    for path in ("/naskah/999999", "/naskah/0", "/naskah/x", f"/naskah/{10**30}", f"{path_of(memo)}%00"):
        assert code_of(Program(road, "tu").get(path)) == (404, "not_found")


def test_a_file_that_was_lost_is_for_later(road: Road) -> None:
    memo = issued(road)
    store().path(print_naskah(memo.pk).sha256).unlink()

    assert code_of(Program(road, "tu").get(path_of(memo))) == (503, "unavailable")


def test_typesetting_is_not_for_asking_again_and_again(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "PRINTS", Limit("cetak-api", tries=1, seconds=30))
    tu, memo = Program(road, "tu"), draft(road)

    assert tu.get(path_of(memo)).status_code == 200
    assert code_of(tu.get(path_of(memo))) == (429, "too_many")


def test_a_permintaan_names_its_naskah_with_their_versions(road: Road) -> None:
    memo = draft(road)
    kasi = Program(road, "kasi")
    (named,) = kasi.one()["naskah"]
    assert named == {
        "id": memo.pk,
        "jenis": "nota_dinas",
        "nomor": "",
        "state": "konsep",
        "cara": "",
        "version": memo.version,
    }
    here = {"naskah_id": named["id"], "cara": "basah"}

    late = kasi.act("terbitkan_naskah", **here, version="lama")
    issued_now = kasi.act("terbitkan_naskah", **here, version=named["version"])

    assert code_of(late) == (409, "overtaken")
    assert issued_now.status_code == 200


def test_a_draft_is_changed_by_whoever_has_read_it(road: Road) -> None:
    kasi, memo = Program(road, "kasi"), draft(road)
    here = {"jenis": "nota_dinas", "naskah_id": memo.pk, "isian": {**memo.isian, "hal": "Hal baru"}}

    assert code_of(kasi.act("konsep_naskah", **here, version="lama")) == (409, "overtaken")
    assert kasi.act("konsep_naskah", **here, version=memo.version).status_code == 200
    assert Naskah.objects.get().hal == "Hal baru"


def test_the_scan_of_what_was_signed_on_paper_is_filed(road: Road) -> None:
    memo = issued(road)
    scan(road, memo)

    assert Program(road, "kasi").one()["naskah"][0]["state"] == "berlaku"
