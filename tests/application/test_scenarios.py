"""The scenarios of an acceptance test: what may be listed, how each is marked, and what is kept of both."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from loket.application.checklist import Answer, Answers
from loket.application.data import present
from loket.application.errors import Invalid
from loket.application.steps.s09_implementasi import Building, UatDecision
from loket.models.implementasi import Skenario
from loket.models.naskah import Naskah
from tests.application.entered import BUILDING, DINAS, FAILED, NOW, PASSED, TESTED, UAT, facts, problem
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.papers import make_all

At = Callable[..., Road]
UNKNOWN = "Hasil uji memuat skenario yang tidak ada pada putaran ini. Periksa hasil setiap skenario, lalu kirim lagi."


def _listing(*lines: str) -> list[str]:
    return problem(replace(BUILDING, skenario="\n".join(lines)), "skenario", DINAS)


def _problems(outcome: str, **results: Answer) -> dict[str, list[str]]:
    hasil = {f"S-{name.removeprefix('s'):0>2}": answer for name, answer in results.items()}
    return UatDecision(outcome=outcome, catatan="Rapikan.", hasil=hasil).check(UAT, NOW)


def _handed_over(road: Road, **changed: str) -> Building:
    data = road.plausible_data()
    assert isinstance(data, Building)
    return replace(data, **changed)  # type: ignore[arg-type]  # texts only


@pytest.mark.parametrize("lines", ((), ("", "   ")))
def test_at_least_one_scenario_is_listed(lines: tuple[str, ...]) -> None:
    assert _listing(*lines) == ["Isi skenario uji, satu skenario per baris."]


def test_sixty_scenarios_of_two_hundred_characters_may_be_listed() -> None:
    assert _listing(*["a" * 200] * 60) == []
    assert _listing(*["a"] * 61) == ["Skenario uji berjumlah 61. Ringkas menjadi paling banyak 60 skenario."]


def test_whatever_is_wrong_with_a_scenario_is_said_of_it_and_all_at_once() -> None:
    assert _listing("Masuk", "", "a" * 201, "Ke\u202eluar", "...", "\u3164") == [
        "Isian skenario ke-2 201 karakter. Ringkas menjadi paling banyak 200 karakter.",
        "Isian skenario ke-3 mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain.",
        "Isi skenario ke-5 dengan huruf atau angka.",
    ]


def test_a_report_of_progress_needs_no_scenarios() -> None:
    assert replace(BUILDING, outcome="kemajuan", percent=40, versi="", skenario="").check(DINAS, NOW) == {}


def test_every_scenario_is_marked() -> None:
    three = facts("implementasi", "uat", scenarios=3)

    assert problem(TESTED, "hasil", three) == ["Tandai Lulus atau Gagal pada skenario S-03."]
    assert problem(replace(TESTED, hasil={"S-02": Answer("beres")}), "hasil", three) == [
        "Tandai Lulus atau Gagal pada skenario S-01 sampai S-03."
    ]
    gaps = replace(TESTED, hasil={"S-03": PASSED, "S-05": PASSED})
    assert problem(gaps, "hasil", facts("implementasi", "uat", scenarios=8)) == [
        "Tandai Lulus atau Gagal pada skenario S-01, S-02, S-04, dan S-06 sampai S-08."
    ]
    assert _problems("diterima") == {"hasil": ["Tandai Lulus atau Gagal pada skenario S-01 dan S-02."]}


@pytest.mark.parametrize("kode", ("s3", "s99", "s\x00", "s-1"))
def test_a_result_of_a_scenario_that_is_not_there_is_refused(kode: str) -> None:
    assert _problems("diterima", s1=PASSED, s2=PASSED, **{kode: PASSED}) == {"hasil": [UNKNOWN]}


def test_what_failed_is_not_accepted_without_a_word() -> None:
    said = (
        "Skenario S-02 gagal, sehingga aplikasi belum dapat diterima tanpa catatan. "
        "Pilih diterima dengan catatan, atau ditolak."
    )

    assert _problems("diterima", s1=PASSED, s2=FAILED) == {"outcome": [said]}
    assert _problems("diterima_dengan_catatan", s1=PASSED, s2=FAILED) == {}
    assert _problems("ditolak", s1=PASSED, s2=FAILED) == {}


def test_everything_wrong_with_a_decision_is_said_at_once() -> None:
    results: Answers = {"S-01": Answer("gagal", "a" * 301), "S-09": PASSED}

    assert UatDecision(outcome="ditolak", hasil=results).check(UAT, NOW) == {
        "catatan": ["Isi catatan hasil uji."],
        "hasil": [UNKNOWN, "Tandai Lulus atau Gagal pada skenario S-02."],
        "keterangan_S-01": [
            "Isian catatan skenario S-01 301 karakter. Ringkas menjadi paling banyak 300 karakter."
        ],
    }


def test_a_round_opens_with_its_version_and_scenarios(at: At) -> None:
    road = at("implementasi", "bangun")
    data = _handed_over(road, versi=" 2.1 ", skenario="  Masuk \n\n\tKeluar")

    entry = road.perform_as(road.performer(), data=data)

    uat = road.permintaan.uat_set.get()
    assert uat.versi == "2.1"
    assert list(uat.scenarios()) == [
        Skenario(kode="S-01", uraian="Masuk"),
        Skenario(kode="S-02", uraian="Keluar"),
    ]
    assert (entry.particulars["skenario"], road.permintaan.scenarios) == (2, 2)


def test_the_results_are_kept_and_the_record_tells_how_many(at: At) -> None:
    road = at("implementasi", "bangun")
    road.perform_as(road.performer(), data=_handed_over(road, skenario="Masuk\nKeluar"))
    results: Answers = {"S-01": PASSED, "S-02": Answer("gagal", "  Tombol hilang. ")}

    entry = road.perform_as(
        "opd", data=UatDecision(outcome="ditolak", catatan="Perbaiki tombol.", hasil=results)
    )

    uat = road.permintaan.uat_set.get()
    assert uat.skenario == [
        {"uraian": "Masuk", "hasil": "lulus", "catatan": ""},
        {"uraian": "Keluar", "hasil": "gagal", "catatan": "Tombol hilang."},
    ]
    assert entry.particulars == {"uat_id": uat.pk, "lulus": 1, "gagal": 1}
    assert_replay_lands_on_the_rows(road.permintaan)


def test_each_round_has_scenarios_of_its_own(at: At) -> None:
    road = at("implementasi", "bangun")
    road.perform_as(road.performer(), data=_handed_over(road, skenario="Masuk\nKeluar"))
    road.step("ditolak")
    road.perform_as(road.performer(), data=_handed_over(road, skenario="Masuk"))

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("opd", data=TESTED)
    road.perform_as("opd", data=replace(TESTED, hasil={"S-01": PASSED}))

    assert invalid.value.problems == {"hasil": [UNKNOWN]}
    assert [len(uat.skenario) for uat in road.permintaan.uat_set.all()] == [2, 1]


def test_the_berita_acara_says_what_was_tested_and_what_was_found(at: At) -> None:
    road = at("implementasi", "bangun")
    road.perform_as(road.performer(), data=_handed_over(road, versi="1.4", skenario="Masuk <b>\nKeluar"))
    results: Answers = {"S-01": PASSED, "S-02": FAILED}
    road.perform_as(
        "opd", data=UatDecision(outcome="diterima_dengan_catatan", catatan="Suara.", hasil=results)
    )
    road.now += timedelta(minutes=1)

    make_all(road)

    said = json.loads(present(Naskah.objects.get(jenis="berita_acara_uat").isi)["data"])["dokumen"]
    upload = road.permintaan.uat_set.get().evidence.upload
    assert said["versi"] == "1.4"
    assert [
        tuple(one[name] for name in ("kode", "uraian", "hasil", "catatan")) for one in said["skenario"]
    ] == [
        ("S-01", "Masuk <b>", "Lulus", ""),
        ("S-02", "Keluar", "Gagal", "Suara tidak terdengar."),
    ]
    assert (said["bukti"], said["sha256"]) == (upload.name, upload.sha256)
    assert "IM-01" not in str(said)
