"""A draft says what will be written; it is changed until it is issued, and written only about what there is."""

from collections.abc import Callable

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.naskah.drafting import draft_subject
from loket.models.naskah import Naskah
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.papers import MEMO, SECOND, again, draft, issue, issued, scan, void

At = Callable[..., Road]


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def test_what_replaces_another_names_it_and_ends_it_when_it_is_signed(road: Road) -> None:
    old = issued(road)
    scan(road, old)
    new = issue(road, draft(road, menggantikan_id=old.pk))
    assert again(old).state == "berlaku"

    scan(road, new)

    old = again(old)
    assert (old.state, old.ended_because, old.pengganti) == ("digantikan", f"Digantikan {new.nomor}.", new)
    assert again(new).state == "berlaku"


def test_one_naskah_in_force_has_one_replacement_of_its_kind(road: Road) -> None:
    old = issued(road)
    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, menggantikan_id=old.pk)
    assert refused.value.verdict.unmet == (
        "Hanya naskah yang berlaku yang dapat digantikan, oleh naskah sejenis.",
    )
    scan(road, old)
    first = draft(road, menggantikan_id=old.pk)

    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, menggantikan_id=old.pk)
    assert refused.value.verdict.unmet == ("Pengganti naskah ini sudah disiapkan.",)

    void(road, first)
    assert draft(road, menggantikan_id=old.pk).menggantikan_id == old.pk


def test_a_draft_is_changed_until_it_is_issued(road: Road) -> None:
    naskah = draft(road)
    changed = draft(road, naskah_id=naskah.pk, isian={**MEMO, "hal": "Kebutuhan jaringan"})
    assert (changed.pk, changed.hal) == (naskah.pk, "Kebutuhan jaringan")

    issue(road, naskah)

    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, naskah_id=naskah.pk)
    assert refused.value.verdict.unmet == ("Naskah ini sudah diterbitkan dan tidak dapat diubah lagi.",)
    with nothing_changes(), pytest.raises(Refused):
        issue(road, naskah)


def test_an_analyst_drafts_and_does_not_issue(at: At) -> None:
    road = at("undangan")
    memo = draft(road, username="analis")

    with nothing_changes(), pytest.raises(Refused) as refused:
        issue(road, memo, "analis")
    assert refused.value.verdict.unmet == ("Naskah diterbitkan Tata Usaha atau penandatangannya.",)
    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, "surat_tugas", "analis")
    assert refused.value.verdict.unmet[0].startswith("Konsep surat tugas dibuat")


@pytest.mark.parametrize(
    ("jenis", "sentence"),
    (
        ("bast", "Berita acara serah terima disiapkan pada langkah 10."),
        ("addendum", "Tidak ada perpanjangan waktu yang belum memiliki addendum."),
        ("surat_tugas", "Tim ditunjuk pada langkah 3."),
        ("surat_kelengkapan", "Surat permintaan ini tidak dikembalikan untuk dilengkapi."),
        ("surat_penolakan", "Permintaan ini tidak ditolak."),
        ("surat_pengalihan", "Permintaan ini tidak dialihkan."),
    ),
)
def test_what_it_is_about_has_to_exist(road: Road, jenis: str, sentence: str) -> None:
    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, jenis)

    assert refused.value.verdict.unmet == (sentence,)


@pytest.mark.parametrize("jenis", ("tanda_terima", "rahasia", ""))
def test_a_kind_that_people_do_not_draft_is_not_drafted(road: Road, jenis: str) -> None:
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        draft(road, jenis, "kadis")
    assert invalid.value.problems == {"jenis": ["Pilih jenis naskah."]}


def test_dates_and_times_of_an_invitation_are_dates_and_times(road: Road) -> None:
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        draft(road, "surat_undangan", isian={"hari": "besok", "mulai": "pagi", "selesai": "25:00"})

    assert invalid.value.problems["hari"] == ["Isi tanggal rapat."]
    assert invalid.value.problems["mulai"] == ["Isi jam mulai."]
    assert invalid.value.problems["selesai"] == ["Isi jam selesai."]


def test_the_name_of_the_second_party_fits_where_it_is_kept(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    paper = Naskah.objects.get(permintaan=road.permintaan, jenis="bast")
    longest = {**SECOND, "pihak_kedua": "N" * 150}

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        draft(road, "bast", naskah_id=paper.pk, isian={**SECOND, "pihak_kedua": "N" * 151})
    assert list(invalid.value.problems) == ["pihak_kedua"]

    draft(road, "bast", naskah_id=paper.pk, isian=longest)
    assert issue(road, paper).tandatangan_set.get(pihak=2).nama == "N" * 150


def test_a_draft_that_lacks_words_is_not_issued(road: Road) -> None:
    memo = draft(road)
    Naskah.objects.filter(pk=memo.pk).update(isian={})

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        issue(road, memo)

    assert "Isi hal." in invalid.value.problems["naskah"]


def test_a_time_that_was_not_typed_is_none(road: Road) -> None:
    subject = draft_subject(draft(road, "surat_undangan"))

    assert subject.moment("hari", "mulai") is not None
    assert subject.moment("hari", "hari") is None
