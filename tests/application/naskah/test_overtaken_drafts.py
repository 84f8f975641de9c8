"""What is issued is what its page showed, and nobody writes over the words of another unnoticed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from loket.application.acts.naskah import Draft, Issue
from loket.application.errors import Overtaken
from loket.application.naskah.recording import Proof
from loket.application.naskah.step_signing import Place, sign_paper
from loket.models.naskah import Naskah
from tests.application.everything import nothing_changes
from tests.application.naskah.test_handover import DINAS
from tests.cast import Road
from tests.papers import MEMO, SECOND, _act, again, draft, issue
from tests.signing import TYPED, Keys

At = Callable[..., Road]


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def change(road: Road, naskah: Naskah, username: str, *, version: str, hal: str) -> None:
    data = Draft(jenis="nota_dinas", isian={**MEMO, "hal": hal}, naskah_id=naskah.pk, version=version)
    _act(road, "konsep_naskah", data, username)


def test_words_that_nobody_previewed_are_not_issued(road: Road) -> None:
    memo = draft(road)
    version = memo.version
    change(road, memo, "tu", version=version, hal="Sesuatu yang lain")

    with nothing_changes(), pytest.raises(Overtaken) as overtaken:
        _act(road, "terbitkan_naskah", Issue(naskah_id=memo.pk, cara="basah", version=version), "kasi")

    said = overtaken.value
    assert (said.first.id, said.what) == (road.people["tu"].pk, "mengubah konsep naskah ini")
    assert issue(road, memo).hal == "Sesuatu yang lain"


def test_the_second_of_two_drafters_hears_of_the_first(road: Road) -> None:
    memo = draft(road)
    version = memo.version
    change(road, memo, "tu", version=version, hal="Dari Tata Usaha")

    with nothing_changes(), pytest.raises(Overtaken):
        change(road, memo, "kasi", version=version, hal="Dari Kepala Seksi")

    change(road, memo, "kasi", version=again(memo).version, hal="Dari Kepala Seksi")
    assert again(memo).hal == "Dari Kepala Seksi"


def test_a_page_that_never_showed_the_draft_is_told_what_happened_last(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    paper = Naskah.objects.get(permintaan=road.permintaan, jenis="bast")

    with nothing_changes(), pytest.raises(Overtaken) as overtaken:
        _act(road, "terbitkan_naskah", Issue(naskah_id=paper.pk, cara="basah", version=""), "tu")

    assert overtaken.value.first.id == road.people["kasi"].pk


def test_the_step_signs_the_paper_that_its_page_showed(at: At, keys: Keys) -> None:
    road = at("serah_terima", "ttd_dinas")
    keys.give(road.people["kadis"])
    paper = Naskah.objects.get(permintaan=road.permintaan, jenis="bast")
    one = road.permintaan
    place = Place(
        nomor=one.nomor,
        step=one.at_step,
        bagian=one.at_bagian,
        seen=one.revision,
        paper_version=paper.version,
    )
    draft(road, "bast", naskah_id=paper.pk, isian={**SECOND, "saksi": "Sri Wahyuni"})
    data = replace(DINAS, proof=Proof(file_id=0))

    with nothing_changes(), pytest.raises(Overtaken):
        sign_paper(place, paper, "internal", TYPED, data=data, actor=road.actor("kadis"), now=road.now)
