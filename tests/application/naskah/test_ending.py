"""What holds is ended by whoever may sign it, or by what replaces it, and nothing ends in a dead end."""

from collections.abc import Callable

import pytest

from loket.application.errors import Refused
from loket.models.addendum import Addendum
from loket.models.naskah import Naskah
from tests.application.everything import nothing_changes
from tests.application.naskah.test_handover import DINAS, OPD, on_paper, paper, send
from tests.cast import Road
from tests.doings import do
from tests.papers import SECOND, again, draft, issue, issued, make_all, scan, void

At = Callable[..., Road]


def handed_over(at: At) -> Road:
    """Both have signed on paper."""
    road = at("serah_terima", "ttd_dinas")
    issue(road, paper(road), "tu")
    send(road, "kadis", DINAS, **on_paper(road, "kadis"))
    road.wait_until_possible()
    send(road, "opd", OPD, **on_paper(road, "opd"))
    return road


def refusal(road: Road, naskah: Naskah, username: str) -> tuple[str, ...]:
    with nothing_changes(), pytest.raises(Refused) as refused:
        void(road, naskah, username)
    return refused.value.verdict.unmet


def test_what_holds_is_not_voided_by_the_front_desk(road: Road) -> None:
    road.submit()
    letter = issued(road, "surat_undangan")
    scan(road, letter)

    (said,) = refusal(road, letter, "tu")

    assert said.startswith("Naskah ini ditandatangani Kepala Dinas")
    assert void(road, letter, "kabid").state == "dibatalkan"


def test_a_handover_that_holds_is_ended_by_what_replaces_it(at: At) -> None:
    road = handed_over(at)
    old = paper(road)
    assert refusal(road, old, "kadis") == ("Berita acara yang berlaku tidak dibatalkan. Buat penggantinya.",)

    new = issue(road, draft(road, "bast", menggantikan_id=old.pk), "tu")
    scan(road, new, "kadis")
    assert (again(old).state, again(new).state) == ("berlaku", "menunggu")
    scan(road, new, "opd")

    assert (again(old).state, again(new).state) == ("digantikan", "berlaku")


def test_its_replacement_is_voided_between_two_signatures(at: At) -> None:
    """No step is about it, so nothing else could end it."""
    road = handed_over(at)
    new = issue(road, draft(road, "bast", menggantikan_id=paper(road).pk), "tu")
    scan(road, new, "kadis")

    assert void(road, new, "kadis").state == "dibatalkan"


def test_while_the_step_is_in_hand_a_handover_is_prepared_there(at: At) -> None:
    road = handed_over(at)
    old = paper(road)
    road.return_to("serah_terima")
    assert road.permintaan.at_step == "serah_terima"

    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, "bast", menggantikan_id=old.pk)
    assert refused.value.verdict.unmet == ("Berita acara serah terima disiapkan pada langkah 10.",)

    road.walk_to("serah_terima", "ttd_dinas")
    void(road, issue(road, paper(road), "tu"))
    assert draft(road, "bast").menggantikan == old


def test_an_addendum_that_is_void_makes_room_for_another(at: At) -> None:
    road = extended(at)
    first = issue(road, Naskah.objects.get(jenis="addendum"), "kadis")
    assert Addendum.objects.get().nomor == first.nomor

    void(road, first)

    assert Addendum.objects.get().nomor == ""
    second = issue(road, draft(road, "addendum"), "kadis")
    assert Addendum.objects.get().nomor == second.nomor


def test_a_replacement_that_is_void_leaves_the_number_of_what_holds(at: At) -> None:
    road = extended(at)
    old = issue(road, Naskah.objects.get(jenis="addendum"), "kadis")
    scan(road, old, "kadis")
    scan(road, old, "opd")
    new = issue(road, draft(road, "addendum", menggantikan_id=old.pk, isian=SECOND), "kadis")
    assert new.origin == old.because_of
    assert Addendum.objects.get().nomor == new.nomor

    void(road, new)

    assert Addendum.objects.get().nomor == old.nomor


def extended(at: At) -> Road:
    """A date was put off, and Loket has drafted its addendum."""
    road = at("analisis", "susun")
    road.extend(nomor="")
    make_all(road)
    return road


@pytest.mark.parametrize("jenis", ("surat_undangan", "surat_tugas", "surat_kelengkapan"))
def test_about_what_has_ended_only_what_still_makes_sense_is_written(road: Road, jenis: str) -> None:
    road.submit()
    do(road, "tolak")

    with nothing_changes(), pytest.raises(Refused) as refused:
        draft(road, jenis)
    assert refused.value.verdict.unmet == ("Permintaan ini sudah berakhir.",)
    assert draft(road).state == draft(road, "surat_penolakan").state == "konsep"
