from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.application.act import act
from loket.application.acts.diskusi import Data
from loket.cli.demo.walk import office_calendar
from loket.core.moving import STARTED
from loket.models.dokumen import Review
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.queries.one_dokumen import reading_of
from loket.queries.one_permintaan import RECENT, Whole, found_for, whole_of
from loket.queries.remarks import remark_on
from tests.cast import Road

At = Callable[..., Road]


def whole(road: Road, username: str, *, everything: bool = False) -> Whole:
    actor = road.actor(username)
    permintaan = found_for(actor, road.nomor)
    assert permintaan is not None
    return whole_of(permintaan, actor, office_calendar(), road.now, everything=everything)


def write(road: Road, username: str, key: str, text: str) -> None:
    act(nomor=road.nomor, act_key=key, actor=road.actor(username), data=Data(text=text), now=road.now)


def said(found: Whole) -> list[tuple[str, str]]:
    """Every entry that has words with it."""
    pairs = [(entry.kind, remark_on(entry, found.remarks)) for entry in found.entries]
    return [pair for pair in pairs if pair[1]]


@pytest.mark.parametrize(
    ("username", "sees"),
    (("opd", True), ("kadis", True), ("kabid", True), ("tu", True), ("opd_lain", False), ("admin", False)),
)
def test_a_permintaan_is_found_only_by_those_who_may_see_it(at: At, username: str, sees: bool) -> None:
    road = at("undangan")

    assert (found_for(road.actor(username), road.nomor) is not None) is sees


def test_an_unknown_number_is_found_by_nobody(road: Road) -> None:
    assert found_for(road.actor("kadis"), "APL-2026-9999") is None


def test_internal_notes_reach_the_office_and_never_the_opd(at: At) -> None:
    road = at("disposisi", "kepala_bidang")
    write(road, "opd", "diskusi", "Kapan dimulai?")
    write(road, "kasi", "catatan_internal", "Periksa anggarannya dahulu.")

    office, opd = whole(road, "kasi"), whole(road, "opd")

    assert said(office)[:2] == [
        ("diskusi.posted_internally", "Periksa anggarannya dahulu."),
        ("diskusi.posted", "Kapan dimulai?"),
    ]
    assert said(opd) == [("diskusi.posted", "Kapan dimulai?")]
    assert "diskusi.posted_internally" not in [entry.kind for entry in opd.entries]
    assert "Periksa anggarannya dahulu." not in opd.remarks.values()


def test_what_a_disposisi_says_stays_in_the_office(at: At) -> None:
    road = at("penunjukan")

    assert [kind for kind, _ in said(whole(road, "kasi"))] == ["disposisi.given"] * 2
    assert said(whole(road, "opd")) == []


def test_the_reason_of_a_return_stands_with_the_return(road: Road) -> None:
    road.submit()
    road.step(outcome="dikembalikan")

    lack = road.permintaan.disposisi_set.get().kekurangan
    assert said(whole(road, "opd")) == [("disposisi.returned", lack)]


def review_of(permintaan: Permintaan) -> Review:
    return Review.objects.filter(version__dokumen__permintaan=permintaan).latest("pk")


def progress_of(permintaan: Permintaan) -> str:
    note = permintaan.progressnote_set.get()
    return f"{note.percent}%. {note.catatan}"


@pytest.mark.parametrize(
    ("place", "outcome", "kind", "words"),
    (
        (("rapat_teknis",), "rapat_lagi", "rapat.continued", lambda one: one.rapat_set.get().alasan_lanjutan),
        (("analisis", "reviu"), "dikembalikan", "analisis.returned", lambda one: review_of(one).catatan),
        (("desain", "setujui"), "dikembalikan", "desain.returned", lambda one: review_of(one).catatan),
        (("implementasi",), "kemajuan", "implementasi.progressed", progress_of),
        (("implementasi", "uat"), "ditolak", "uat.rejected", lambda one: one.uat_set.get().catatan),
        (
            ("serah_terima", "ttd_dinas"),
            "dikembalikan",
            "bast.returned",
            lambda one: one.bast_set.get().returned_reason,
        ),
        (
            ("pendampingan",),
            "kegiatan",
            "pendampingan.logged",
            lambda one: one.pendampingannote_set.get().kegiatan,
        ),
        (
            ("pendampingan", "setujui"),
            "dikembalikan",
            "pendampingan.returned",
            lambda one: one.laporanpendampingan_set.get().returned_reason,
        ),
    ),
)
def test_whatever_was_written_on_the_way_is_read_with_its_entry(
    at: At, place: tuple[str, ...], outcome: str, kind: str, words: Callable[[Permintaan], str]
) -> None:
    road = at(*place)
    road.step(outcome=outcome)

    assert said(whole(road, "opd"))[0] == (kind, words(road.permintaan))


def test_signing_again_does_not_repeat_why_a_bast_was_returned(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    road.step(outcome="dikembalikan")
    road.walk_to("status_gitlab")

    kinds = [kind for kind, _ in said(whole(road, "opd")) if kind.startswith("bast.")]

    assert kinds == ["bast.returned"]


def test_the_reason_of_a_withdrawal_is_read_by_the_office(road: Road) -> None:
    road.submit()
    road.withdraw()

    assert said(whole(road, "kadis")) == [("permintaan.withdrawn", "Kebutuhan sudah terpenuhi.")]


def test_who_took_up_a_bagian_is_shown_only_with_everything_and_to_the_office(at: At) -> None:
    road = at("penunjukan")

    def starts(found: Whole) -> int:
        return sum(entry.kind == STARTED for entry in found.entries)

    office, all_of_it = whole(road, "kasi"), whole(road, "kasi", everything=True)

    assert (starts(office), office.has_more) == (0, True)
    assert (starts(all_of_it), all_of_it.has_more) == (2, False)
    assert starts(whole(road, "opd", everything=True)) == 0


def test_a_long_record_begins_with_its_newest_entries(road: Road) -> None:
    road.submit()
    for number in range(RECENT + 5):
        write(road, "opd", "diskusi", f"Pesan {number}")

    shown, all_of_it = whole(road, "opd"), whole(road, "opd", everything=True)

    assert (len(shown.entries), shown.has_more) == (RECENT, True)
    assert said(shown)[0] == ("diskusi.posted", f"Pesan {RECENT + 4}")
    assert (len(all_of_it.entries), all_of_it.has_more) == (RECENT + 6, False)


def test_a_short_record_is_shown_to_its_opd_in_full(road: Road) -> None:
    road.submit()

    assert (len(whole(road, "opd").entries), whole(road, "opd").has_more) == (1, False)


def test_the_outputs_of_a_whole_road_are_all_there(at: At) -> None:
    road = at("selesai")

    outputs = whole(road, "opd").outputs

    kinds = sorted({version.dokumen.jenis for version in outputs.versions})
    assert kinds == ["bukti_uji", "desain", "laporan", "spesifikasi", "surat"]
    assert [bool(one) for one in (outputs.surat, outputs.prioritas, outputs.bast, outputs.laporan)] == [
        True
    ] * 4
    assert (len(outputs.disposisi), len(outputs.rapat)) == (2, 1)


def test_nobody_has_the_turn_of_what_has_ended(at: At) -> None:
    assert whole(at("selesai"), "kasi").turn == {}


def test_a_permintaan_costs_the_same_at_every_step(
    at: At, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    road = at("undangan")
    kasi, calendar, now = road.actor("kasi"), office_calendar(), road.now

    for place in ("analisis", "serah_terima", "pendampingan"):
        road.walk_to(place)
        write(road, "opd", "diskusi", "Terima kasih.")
        with django_assert_num_queries(19):
            found = found_for(kasi, road.nomor)
            assert found is not None
            whole_of(found, kasi, calendar, now)


def test_a_document_is_read_only_under_its_own_permintaan_by_those_who_may_see_it(at: At) -> None:
    road = at("analisis", "reviu")
    version = whole(road, "kasi").outputs.versions[-1]

    def found(username: str, nomor: str) -> bool:
        return reading_of(road.actor(username), nomor, version.pk) is not None

    assert [found(name, road.nomor) for name in ("kasi", "opd", "opd_lain", "admin")] == [
        True,
        True,
        False,
        False,
    ]
    assert found("kasi", "APL-2026-9999") is False


def test_a_document_is_read_with_its_versions_and_what_was_said(at: At) -> None:
    road = at("analisis", "reviu")
    road.step(outcome="dikembalikan")
    road.walk_to("analisis", "setujui")
    versions = [one for one in whole(road, "kasi").outputs.versions if one.dokumen.jenis == "spesifikasi"]

    first = reading_of(road.actor("opd"), road.nomor, versions[-1].pk)

    assert first is not None
    assert [one.number for one in first.versions] == [2, 1]
    assert [(one.is_approved, one.catatan) for one in first.reviews] == [
        (False, "Lengkapi bagian integrasi.")
    ]


def test_every_entry_of_a_whole_road_can_be_looked_at(at: At) -> None:
    road = at("selesai")

    found = whole(road, "kasi", everything=True)

    assert len(found.entries) == Entry.objects.filter(permintaan__nomor=road.nomor).count()
    assert [remark_on(entry, found.remarks) for entry in found.entries if entry.kind == STARTED] == [
        ""
    ] * sum(entry.kind == STARTED for entry in found.entries)
