"""What waits for certificates: the OPD does not see it, and nobody gets a print that says it was signed."""

from collections.abc import Callable
from typing import Any

import pytest

from loket.application.naskah.printing import print_naskah
from loket.models.naskah import Naskah
from tests.cast import Road
from tests.documents.reading import words
from tests.papers import again, issue, issued, make_all, sign, void
from tests.signing import Keys
from tests.web.work_pages import Reader

At = Callable[..., Road]
SIGNED = "Ditandatangani secara elektronik"


def read(road: Road, username: str, naskah: Naskah) -> str:
    """What stands in the file that this person downloads."""
    answer: Any = Reader(road, username).get(f"/naskah/{naskah.pk}/pdf")
    assert answer.status_code == 200
    return " ".join(words(answer.getvalue()))


def opd_gets(road: Road, naskah: Naskah) -> list[int]:
    opd = Reader(road, "opd")
    answers = [opd.get(f"/naskah/{naskah.pk}{part}") for part in ("", "/pdf", "/halaman/1")]
    for answer in answers:
        answer.getvalue()  # a file is closed when it has been read
    return [answer.status_code for answer in answers]


@pytest.mark.parametrize("cara", ("internal", "bsre", "basah"))
def test_an_opd_does_not_see_a_letter_before_it_is_signed(road: Road, keys: Keys, cara: str) -> None:
    road.submit()
    letter = issued(road, "surat_undangan", cara=cara)
    print_naskah(letter.pk)

    assert opd_gets(road, letter) == [404, 404, 404]


def test_the_signed_letter_is_for_the_opd_as_it_was_signed(road: Road, keys: Keys) -> None:
    road.submit()
    keys.give(road.people["kadis"])
    letter = issued(road, "surat_undangan", cara="internal")
    sign(road, letter)

    assert SIGNED in read(road, "opd", letter)
    assert opd_gets(road, letter) == [200, 200, 200]


@pytest.mark.parametrize("cara", ("internal", "bsre"))
def test_its_print_is_marked_until_it_is_signed(road: Road, cara: str) -> None:
    road.submit()
    letter = issued(road, "surat_undangan", cara=cara)
    print_naskah(letter.pk)

    said = read(road, "kadis", letter)

    assert "BELUM DITANDATANGANI" in said
    assert letter.nomor in said
    assert [
        claim for claim in (SIGNED, "sertifikat elektronik", "sertifikat internal") if claim in said
    ] == []
    assert Reader(road, "kadis").get(f"/naskah/{letter.pk}/halaman/1").status_code == 200
    assert "BELUM DITANDATANGANI" in read(road, "kadis", void(road, letter))


def test_what_is_to_be_signed_by_hand_is_printed_without_a_mark(road: Road) -> None:
    road.submit()
    letter = issued(road, "surat_undangan")
    print_naskah(letter.pk)

    assert "BELUM" not in read(road, "kadis", letter)


def test_a_party_reads_what_the_other_has_signed_and_that_it_is_not_in_force(at: At, keys: Keys) -> None:
    road = at("analisis", "susun")
    keys.give(road.people["kadis"])
    addendum = issue(road, addendum_of(road), cara="internal")
    assert "BELUM DITANDATANGANI" in read(road, "opd", addendum)

    sign(road, addendum)

    assert again(addendum).state == "menunggu"
    said = read(road, "opd", addendum)
    assert "PIHAK KESATU sudah menandatangani dengan sertifikat elektronik" in said
    assert "BELUM DITANDATANGANI" not in said
    assert SIGNED not in said


def addendum_of(road: Road) -> Naskah:
    """A new date was agreed; Loket has drafted its addendum."""
    road.extend(nomor="")
    make_all(road)
    return Naskah.objects.get(permintaan=road.permintaan, jenis="addendum")
