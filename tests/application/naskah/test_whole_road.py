"""Every paper that a permintaan gives rise to, along one road with detours; each of them prints."""

from collections import Counter
from collections.abc import Callable

import pytest

from loket.application.naskah.printing import pictured, printed_bytes
from loket.application.notices import tell
from loket.core.naskah import JENIS
from loket.models.addendum import Addendum
from loket.models.diskusi import Pesan
from loket.models.naskah import Naskah, TandaTangan
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.doings import do
from tests.papers import draft, issue, make_all, scan

At = Callable[..., Road]
AT_THE_END = {
    "tanda_terima": 1,
    "lembar_disposisi": 1,
    "surat_kelengkapan": 1,
    "surat_tugas": 2,
    "serah_terima_tugas": 1,
    "lembar_prioritas": 1,
    "notulen": 1,
    "daftar_hadir": 1,
    "lembar_reviu": 2,
    "berita_acara_uat": 1,
    "bast": 1,
    "addendum": 1,
    "laporan_pendampingan": 1,
}


def test_one_road_gives_every_paper_of_it_and_all_of_them_print(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.resend()
    road.walk_to("implementasi")
    road.extend(nomor="")
    do(road, "ganti_tim", surat_tugas="")
    road.walk_to("selesai")

    kinds = Counter(make_all(road))
    for naskah in Naskah.objects.filter(state="konsep"):
        issue(road, naskah, "tu")

    assert kinds == AT_THE_END
    for naskah in Naskah.objects.all():
        assert printed_bytes(naskah, road.actor("kasi"), road.now).startswith(b"%PDF")
        assert bool(naskah.nomor) is JENIS[naskah.jenis].is_numbered
    unsigned = set(Naskah.objects.filter(cara="tercatat").values_list("jenis", flat=True))
    assert unsigned == {"tanda_terima", "daftar_hadir"}
    assert Addendum.objects.get().nomor == Naskah.objects.get(jenis="addendum").nomor
    with nothing_changes():
        make_all(road)


@pytest.mark.parametrize(("act", "jenis"), (("tolak", "surat_penolakan"), ("alihkan", "surat_pengalihan")))
def test_a_request_that_is_declined_is_answered_by_letter(road: Road, act: str, jenis: str) -> None:
    road.submit()
    road.walk_to("penunjukan")
    do(road, act)

    make_all(road)
    letter = Naskah.objects.get(jenis=jenis)
    issued = issue(road, letter, "kadis")

    assert (letter.state, issued.state) == ("konsep", "menunggu")
    assert issued.tujuan == f"Kepala {road.permintaan.opd.nama}"
    assert printed_bytes(issued, road.actor("kasi"), road.now).startswith(b"%PDF")


@pytest.mark.parametrize("jenis", ("nota_dinas", "surat_undangan"))
def test_what_people_draft_is_looked_at_before_it_is_issued(at: At, jenis: str) -> None:
    road = at("undangan")

    naskah = draft(road, jenis)

    assert (naskah.state, naskah.nomor, naskah.kode) == ("konsep", "", "")
    assert pictured(naskah, road.actor("kasi"), road.now)[0].startswith(b"\x89PNG")
    assert printed_bytes(naskah, road.actor("kasi"), road.now).startswith(b"%PDF")


def test_a_session_that_did_not_end_has_its_minutes_too(at: At) -> None:
    road = at("rapat_teknis")
    road.step("rapat_lagi")

    assert "notulen" in make_all(road)
    minutes = Naskah.objects.get(jenis="notulen")
    assert minutes.state == "berlaku"
    assert "Menjadwalkan rapat lanjutan" in str(minutes.isi)


def test_what_was_signed_elsewhere_is_not_written_again(at: At) -> None:
    road = at("implementasi")
    road.extend(nomor="B/9/2026")
    do(road, "ganti_tim", surat_tugas="800.1.11.1/12/2026")

    kinds = make_all(road)

    assert "addendum" not in kinds
    assert kinds.count("surat_tugas") == 1


def test_the_record_names_the_paper_and_nobody(at: At) -> None:
    road = at("selesai")
    make_all(road)

    told = road.permintaan.entry_set.filter(kind__startswith="naskah.")

    said = {"naskah_id", "jenis", "nomor", "digest", "signatures", "menggantikan_id"}
    assert {name for entry in told for name in entry.particulars} == said
    names = [user.nama for user in road.people.values()]
    assert [name for name in names for entry in told if name in str(entry.particulars)] == []


def test_a_second_handover_replaces_the_first_when_it_is_signed(at: At) -> None:
    road = at("status_gitlab")
    first = Naskah.objects.get(jenis="bast")
    road.return_to("serah_terima")
    road.walk_to("status_gitlab")

    second = Naskah.objects.exclude(pk=first.pk).get(jenis="bast")
    first.refresh_from_db()

    assert (first.state, first.pengganti, second.state) == ("digantikan", second, "berlaku")
    assert first.ended_because == f"Digantikan {second.nomor}."
    assert TandaTangan.objects.filter(naskah=second).exclude(signed_at=None).count() == 2


def test_the_opd_hears_that_it_is_its_turn(at: At) -> None:
    road = at("implementasi")
    road.extend(nomor="")
    make_all(road)
    addendum = issue(road, Naskah.objects.get(jenis="addendum"), "tu")

    given = road.permintaan.entry_set.filter(kind="naskah.issued").latest("seq")
    assert tell("kabari_penandatangan", given.pk, road.now) == 1
    assert Pesan.objects.get(entry=given).user == road.people["kadis"]
    signed = scan(road, addendum, "kadis")
    told = tell("kabari_penandatangan", signed.pk, road.now)

    names = Pesan.objects.filter(entry=signed).values_list("user__username", flat=True)
    assert (told, list(names)) == (1, ["opd"])
