"""What is printed of a naskah claims no signature that is not there."""

from collections.abc import Callable

from loket.application.naskah.printing import printed_bytes
from loket.models.naskah import Naskah
from tests.cast import Road
from tests.documents.reading import words
from tests.papers import issue, issued, make_all, sign
from tests.signing import Keys

At = Callable[..., Road]
NOBODY, ONE = "BELUM DITANDATANGANI", "PIHAK KESATU sudah menandatangani dengan sertifikat elektronik"


def marks_on(road: Road, naskah: Naskah) -> list[str]:
    said = " ".join(words(printed_bytes(naskah, road.actor("kadis"), road.now)))
    return [mark for mark in (NOBODY, ONE) if mark in said]


def test_it_is_marked_until_it_is_signed_by_all_who_sign_it(at: At, keys: Keys) -> None:
    road = at("analisis", "susun")
    for username in ("kadis", "opd"):
        keys.give(road.people[username])
    road.extend(nomor="")
    make_all(road)
    addendum = Naskah.objects.get(jenis="addendum")
    addendum.isian = {**addendum.isian, "pihak_kedua": road.people["opd"].nama}
    addendum.save()
    addendum = issue(road, addendum, cara="internal")

    before = marks_on(road, addendum)
    sign(road, addendum)
    between = marks_on(road, addendum)
    sign(road, addendum, "opd")

    assert (before, between, marks_on(road, addendum)) == ([NOBODY], [ONE], [])


def test_what_is_to_be_signed_by_hand_is_printed_without_a_mark(road: Road) -> None:
    road.submit()

    assert marks_on(road, issued(road, "surat_undangan")) == []
