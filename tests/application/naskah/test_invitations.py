"""A meeting is called by a letter of Loket only when that is signed, and says the same as the letter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from loket.application.errors import Invalid
from loket.application.naskah.content import CONTENTS
from loket.application.naskah.printing import printed_bytes
from loket.models.naskah import Naskah
from loket.models.rapat import Rapat
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.documents.reading import poppler
from tests.papers import INVITATION, draft, issue, issued, scan

At = Callable[..., Road]


@pytest.fixture
def road(at: At) -> Road:
    return at("undangan")


def invitation(road: Road, **changed: str) -> tuple[Naskah, Any]:
    """A letter for the meeting that is about to be called, and what step 5 is then given."""
    data: Any = road.plausible_data()
    when: datetime = data.start
    isian = {**INVITATION, "hari": when.date().isoformat(), "mulai": f"{when:%H:%M}", **changed}
    letter = issue(road, draft(road, "surat_undangan", isian=isian), "kadis")
    return letter, replace(data, kanal="surat", nomor_surat=letter.nomor)


def test_a_signed_letter_calls_the_meeting(road: Road) -> None:
    letter, data = invitation(road)
    scan(road, letter)

    road.perform_as("analis", data=data)

    assert Rapat.objects.get().nomor_surat == letter.nomor


def test_an_unsigned_one_does_not(road: Road) -> None:
    _, data = invitation(road)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=data)

    assert invalid.value.problems == {
        "nomor_surat": ["Surat undangan ini menunggu tanda tangan. Tanda tangani lebih dahulu."]
    }


def test_it_says_the_same_time(road: Road) -> None:
    letter, data = invitation(road, mulai="06:45")
    scan(road, letter)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=data)

    assert list(invalid.value.problems) == ["start"]


def test_the_number_of_another_kind_invites_to_nothing(road: Road) -> None:
    memo = issued(road)
    data: Any = road.plausible_data()

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=replace(data, kanal="surat", nomor_surat=memo.nomor))

    assert invalid.value.problems == {"nomor_surat": ["Nomor ini bukan nomor surat undangan permintaan ini."]}


def test_a_letter_from_elsewhere_is_taken_at_its_word(road: Road) -> None:
    data: Any = road.plausible_data()

    road.perform_as("analis", data=replace(data, kanal="surat", nomor_surat="005/12/2026"))

    assert Rapat.objects.get().nomor_surat == "005/12/2026"


@pytest.mark.parametrize("jenis", ("nota_dinas", "surat_undangan", "surat_tugas", "bast"))
def test_a_new_draft_begins_with_what_is_known(road: Road, jenis: str) -> None:
    proposed = CONTENTS[jenis].proposed(road.permintaan, None)

    assert proposed
    assert set(proposed) <= {isian.name for isian in CONTENTS[jenis].isian}
    assert road.permintaan.nama_aplikasi in str(proposed) or road.permintaan.opd.nama in str(proposed)


def test_those_invited_stand_in_the_columns_of_the_annex(road: Road) -> None:
    invited = "Nur Hidayati; Narahubung; Disdukcapil\nBudi Santoso"
    letter = draft(road, "surat_undangan", "kasi", isian={**INVITATION, "undangan": invited})

    words = " ".join(poppler(printed_bytes(letter, road.actor("kasi"), road.now)).split())

    assert "DAFTAR UNDANGAN No. Nama Jabatan Instansi 1. Nur Hidayati Narahubung Disdukcapil 2. Budi" in words
