"""The checklists of steps 7 to 9: what may be handed in, what is kept of it, and what a decision closes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from loket.application.checklist import Answer, Answers
from loket.application.errors import Invalid
from loket.application.review import Submission
from loket.application.steps.s09_implementasi import Building
from loket.models.periksa import ButirPeriksa
from tests.application.entered import NOW, PDF, SUBMISSION, facts
from tests.application.everything import nothing_changes
from tests.cast import Road

At = Callable[..., Road]
ANALYSIS = facts("analisis", "susun")
BUILDING = facts("implementasi", "bangun")
DONE = Answer("selesai")
MANDATORY: Answers = {"AN-04": DONE, "AN-08": DONE, "AN-10": DONE}


def _needed(kode: str) -> str:
    return f"Butir {kode} wajib diselesaikan dahulu, atau dinyatakan tidak berlaku dengan alasan."


def _problems(**changed: Answer) -> dict[str, list[str]]:
    answers = {**MANDATORY, **{name.replace("_", "-"): answer for name, answer in changed.items()}}
    return replace(SUBMISSION, periksa=answers).check(ANALYSIS, NOW)


def _kept(road: Road) -> dict[str, tuple[str, str]]:
    rows = ButirPeriksa.objects.filter(permintaan=road.permintaan)
    return {row.kode: (row.status, row.keterangan) for row in rows}


def test_every_mandatory_item_that_is_open_is_named_at_once() -> None:
    assert _problems(AN_04=Answer("belum"), AN_08=Answer("proses", "Baru separuh."), AN_10=Answer()) == {
        f"status_{kode}": [_needed(kode)] for kode in ("AN-04", "AN-08", "AN-10")
    }
    assert set(replace(SUBMISSION, periksa={}).check(ANALYSIS, NOW)) == {
        "status_AN-04",
        "status_AN-08",
        "status_AN-10",
    }


def test_an_item_that_is_not_mandatory_may_stay_open() -> None:
    assert _problems(AN_01=Answer("belum"), AN_02=Answer("proses")) == {}


@pytest.mark.parametrize("kode", ("AN_04", "AN_01"))
@pytest.mark.parametrize("reason", ("", "  "))
def test_an_item_that_does_not_apply_says_why(kode: str, reason: str) -> None:
    named = kode.replace("_", "-")

    assert _problems(**{kode: Answer("tidak_berlaku", "Tidak ada data pribadi.")}) == {}
    assert _problems(**{kode: Answer("tidak_berlaku", reason)}) == {
        f"keterangan_{named}": [f"Isi alasan butir {named} tidak berlaku."]
    }


@pytest.mark.parametrize(
    ("answer", "field", "sentence"),
    (
        (Answer("beres"), "status", "Pilih status butir AN-04."),
        (Answer(""), "status", "Pilih status butir AN-04."),
        (
            Answer("selesai", "a" * 301),
            "keterangan",
            "Isian bukti atau alasan butir AN-04 301 karakter. Ringkas menjadi paling banyak 300 karakter.",
        ),
        (
            Answer("selesai", "a\x00b"),
            "keterangan",
            (
                "Isian bukti atau alasan butir AN-04 mengandung karakter tersembunyi."
                " Ketik ulang tanpa menyalin dari aplikasi lain."
            ),
        ),
    ),
)
def test_an_answer_that_cannot_be_is_refused_with_a_sentence(
    answer: Answer, field: str, sentence: str
) -> None:
    assert _problems(AN_04=answer) == {f"{field}_AN-04": [sentence]}


@pytest.mark.parametrize("kode", ("AN_99", "IM_01", "AN_11", "\x00"))
def test_an_item_that_is_not_asked_here_is_refused(kode: str) -> None:
    """Another step's, none at all, or one that only a later decision closes."""
    assert _problems(**{kode: DONE}) == {
        "periksa": ["Daftar periksa memuat butir yang tidak ada di langkah ini. Hapus butir itu."]
    }


def test_progress_may_be_reported_with_open_items_and_ready_may_not() -> None:
    progress = Building(outcome="kemajuan", percent=40, catatan="Modul masuk selesai.")
    ready = replace(
        progress,
        outcome="siap_uji",
        repository="https://gitlab.magetan.example/a",
        address="https://a.magetan.example",
        versi="1.0.0",
        skenario="Petugas memanggil antrean",
        upload_id=PDF,
    )

    assert progress.check(BUILDING, NOW) == {}
    assert list(ready.check(BUILDING, NOW)) == [
        f"status_IM-{number:02}" for number in (1, 3, 4, 5, 8, 9, 10, 11, 14)
    ]
    assert list(replace(progress, periksa={"IM-01": Answer("tidak_berlaku")}).check(BUILDING, NOW)) == [
        "keterangan_IM-01"
    ]


def test_nothing_is_written_while_a_mandatory_item_is_open(at: At) -> None:
    road = at("analisis", "susun")
    road.wait_until_possible()
    good = road.plausible_data()
    assert isinstance(good, Submission)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=replace(good, periksa={**MANDATORY, "AN-08": Answer("proses")}))

    assert invalid.value.problems == {"status_AN-08": [_needed("AN-08")]}


def test_every_item_is_kept_and_the_record_tells_how_far_it_is(at: At) -> None:
    road = at("analisis", "susun")
    road.wait_until_possible()
    good = road.plausible_data()
    assert isinstance(good, Submission)
    answers = {**MANDATORY, "AN-02": Answer("proses", "  Dua dari tiga wawancara. ")}

    entry = road.perform_as("analis", data=replace(good, periksa=answers))

    kept = _kept(road)
    assert (len(kept), kept["AN-04"], kept["AN-01"], kept["AN-11"]) == (
        12,
        ("selesai", ""),
        ("belum", ""),
        ("belum", ""),
    )
    assert kept["AN-02"] == ("proses", "Dua dari tiga wawancara.")
    assert entry.particulars["periksa"] == {kode: status for kode, (status, _) in kept.items()}


def test_what_is_handed_in_again_takes_the_place_of_what_was(at: At) -> None:
    road = at("desain", "susun")
    road.step()
    road.step("dikembalikan")
    before = _kept(road)
    data = road.plausible_data()
    assert isinstance(data, Submission)

    road.perform_as(road.performer(), data=replace(data, periksa={**data.periksa, "DS-09": Answer("proses")}))

    assert _kept(road) == {**before, "DS-09": ("proses", "")}
    assert ButirPeriksa.objects.filter(permintaan=road.permintaan, kode="DS-09").count() == 1


def test_a_decision_closes_the_items_that_it_is_the_evidence_of(at: At) -> None:
    road = at("analisis", "reviu")
    told = [road.step().particulars["periksa"] for _ in ("reviu", "setujui")]

    assert told == [{"AN-11": "selesai"}, {"AN-12": "selesai"}]
    assert [_kept(road)[kode][0] for kode in ("AN-11", "AN-12")] == ["selesai", "selesai"]


def test_a_return_closes_nothing_and_a_new_version_opens_the_review_again(at: At) -> None:
    road = at("analisis", "setujui")
    assert _kept(road)["AN-11"][0] == "selesai"

    returned = road.step("dikembalikan")
    road.step()

    assert "periksa" not in returned.particulars
    assert [_kept(road)[kode][0] for kode in ("AN-11", "AN-12")] == ["belum", "belum"]


@pytest.mark.parametrize(
    ("outcome", "status"),
    (("diterima", "selesai"), ("diterima_dengan_catatan", "selesai"), ("ditolak", "belum")),
)
def test_acceptance_closes_the_test_and_the_release(at: At, outcome: str, status: str) -> None:
    road = at("implementasi", "uat")

    road.step(outcome)

    assert [_kept(road)[kode][0] for kode in ("IM-12", "IM-17")] == [status, status]


def test_no_mandatory_item_is_open_where_all_three_steps_are_done(at: At) -> None:
    road = at("serah_terima", "siapkan")
    kept = _kept(road)

    assert len(kept) == 12 + 11 + 17
    assert {kode for kode, (status, _) in kept.items() if status in {"belum", "proses"}} == {
        "IM-13",
        "IM-15",
        "IM-16",
    }


def test_progress_is_kept_with_the_report(at: At) -> None:
    road = at("implementasi", "bangun")

    entry = road.step("kemajuan")

    assert _kept(road)["IM-01"][0] == "selesai"
    assert _kept(road)["IM-14"] == ("belum", "")
    assert entry.particulars["periksa"]["IM-14"] == "belum"
