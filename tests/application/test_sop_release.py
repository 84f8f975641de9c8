"""A revision is released by the head of the office; what runs stays on its own."""

from collections import Counter
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.core.sop import Sop
from loket.models.permintaan import Permintaan
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision, rules_of
from loket.models.user import User
from loket.queries.stored import sop_findings
from tests.application.everything import nothing_changes
from tests.application.revising import begin, decide, last_entry, revise, save
from tests.cast import NOW, Road
from tests.deputies import deputise

TODAY = NOW.date()
OTHERS: dict[str, dict[str, Any]] = {
    "penunjukan": {"bagian": {"penunjukan": ["kepala_bidang"]}, "peran": {"kepala_bidang": "pelaksana"}},
    "prioritas": {"bagian": {"prioritas": ["sistem_analis"]}, "peran": {"sistem_analis": "pelaksana"}},
    "undangan": {"bagian": {"undangan": ["kepala_seksi"]}, "peran": {"kepala_seksi": "pelaksana"}},
    "rapat_teknis": {"bagian": {"rapat_teknis": ["programmer"]}},
    "analisis": {
        "bagian": {"susun": ["programmer"], "reviu": ["kepala_bidang"]},
        "peran": {"programmer": "pelaksana", "kepala_bidang": "mengetahui"},
    },
    "desain": {
        "bagian": {"susun": ["programmer"], "reviu": ["kepala_bidang"]},
        "peran": {"programmer": "pelaksana", "kepala_bidang": "mengetahui"},
    },
    "implementasi": {"bagian": {"bangun": ["sistem_analis"]}, "peran": {"sistem_analis": "pelaksana"}},
    "serah_terima": {
        "bagian": {"siapkan": ["kepala_bidang"]},
        "peran": {"kepala_bidang": "pelaksana"},
    },
    "status_gitlab": {
        "bagian": {"ubah": ["kepala_seksi"], "terkonfirmasi": ["kepala_seksi"]},
        "peran": {"kepala_seksi": "pelaksana"},
    },
    "pendampingan": {
        "bagian": {"laporan": ["programmer"], "setujui": ["kepala_bidang"]},
    },
}
"""Whoever does not do it by the shipped SOP, and can."""


def rules(permintaan: Permintaan) -> Sop:
    return rules_of(Permintaan.objects.get(pk=permintaan.pk).sop_revision_id)


def test_the_head_of_the_office_releases_a_revision(road: Road) -> None:
    revision = revise(road, nilai=25)

    assert (revision.revisi, revision.keputusan, revision.tanggal_berlaku) == (
        1,
        "188/12/403.113/2026",
        TODAY,
    )
    assert revision.sha256 == sha256(revision.content.encode()).hexdigest()
    sop = revision.rules()
    assert (sop.status, sop.document["tanggal_berlaku"], sop.document["tanggal_revisi"]) == (
        "berlaku",
        TODAY,
        TODAY,
    )
    assert sop.document["tanggal_pembuatan"] == date(2021, 6, 10)
    assert not SopDraft.objects.exists()
    said = last_entry()
    assert (said.kind, said.capacity, said.particulars["langkah"]) == (
        "sop.released",
        "kepala_dinas",
        ["disposisi"],
    )
    assert (said.particulars["sha256"], said.particulars["tanggal_berlaku"]) == (
        revision.sha256,
        "2026-03-02",
    )


@pytest.mark.parametrize("username", ("kabid", "kasi", "admin", "analis", "opd"))
def test_nobody_else_releases(road: Road, username: str) -> None:
    begin(road)

    with nothing_changes(), pytest.raises(Refused) as refused:
        decide(road, username)

    assert refused.value.verdict.unmet == ("Revisi SOP ditetapkan Kepala Dinas.",)


def test_a_deputy_signs_as_such_and_the_next_holder_does_not(road: Road) -> None:
    User.objects.filter(username="kabid").update(nip="197805202003121002")
    deputise(road, "kabid")
    begin(road)

    signed = decide(road, "kabid", pangkat="Pembina").rules().document["disahkan"]

    assert signed == {
        "jabatan": "Plh. Kepala Dinas Komunikasi dan Informatika Kabupaten Magetan",
        "nama": road.people["kabid"].nama,
        "pangkat": "Pembina",
        "nip": "19780520 200312 1 002",
    }
    begin(road)
    signed = decide(road, "kadis").rules().document["disahkan"]
    assert signed["jabatan"] == "Kepala Dinas Komunikasi dan Informatika Kabupaten Magetan"
    assert "pangkat" not in signed


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    (
        ({"keputusan": ""}, "keputusan", "Isi nomor keputusan."),
        (
            {"keputusan": "<b>"},
            "keputusan",
            "Nomor keputusan hanya berisi huruf, angka, titik, garis miring, dan tanda hubung.",
        ),
        ({"tanggal_penetapan": None}, "tanggal_penetapan", "Isi tanggal penetapan."),
        (
            {"tanggal_penetapan": TODAY + timedelta(days=1)},
            "tanggal_penetapan",
            "Tanggal penetapan paling lambat 2 Maret 2026.",
        ),
        ({"tanggal_berlaku": None}, "tanggal_berlaku", "Isi tanggal berlaku."),
        (
            {"tanggal_berlaku": TODAY - timedelta(days=1)},
            "tanggal_berlaku",
            "Tanggal berlaku paling cepat hari ini, 2 Maret 2026.",
        ),
        (
            {"tanggal_berlaku": TODAY + timedelta(days=367)},
            "tanggal_berlaku",
            "Tanggal berlaku paling lambat 3 Maret 2027.",
        ),
        ({"sure": False}, "sure", "Nyatakan bahwa perbandingan sudah diperiksa."),
        (
            {"pangkat": "\x00"},
            "pangkat",
            "Isian pangkat mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain.",
        ),
    ),
)
def test_what_a_decision_lacks_is_said_at_its_field(
    road: Road, changed: dict[str, Any], field: str, sentence: str
) -> None:
    begin(road)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        decide(road, **changed)

    assert invalid.value.problems[field][0] == sentence


def test_a_revision_comes_after_the_one_before_it(road: Road) -> None:
    revise(road, nilai=25, berlaku=TODAY + timedelta(days=10))
    begin(road)

    with pytest.raises(Invalid) as invalid:
        decide(road, tanggal_penetapan=TODAY - timedelta(days=1), tanggal_berlaku=TODAY + timedelta(days=9))

    assert dict(invalid.value.problems) == {
        "tanggal_penetapan": ["Tanggal penetapan tidak mendahului penetapan revisi 1, 2 Maret 2026."],
        "tanggal_berlaku": ["Tanggal berlaku tidak mendahului tanggal berlaku revisi 1, 12 Maret 2026."],
    }


def test_an_unsound_draft_cannot_be_released_and_says_every_reason(road: Road) -> None:
    first = SopRevision.objects.get()
    content = first.content.replace('"tim_lengkap", "undangan_terkirim"', '"restu_langit", "restu_bumi"')
    SopRevision.objects.update(content=content)
    begin(road)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        decide(road)

    reasons = invalid.value.problems["rancangan"]
    assert [reason.partition(": ")[2] for reason in reasons] == [
        "Syarat restu_langit tidak dikenal.",
        "Syarat restu_bumi tidak dikenal.",
    ]


def test_performers_that_the_code_cannot_follow_are_found_again_at_the_release(road: Road) -> None:
    begin(road)
    SopDraft.objects.update(changes={"langkah": {"analisis": {"bagian": {"setujui": ["kepala_dinas"]}}}})

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        decide(road)

    assert len(invalid.value.problems["rancangan"]) == 2
    assert all("Langkah 7, Analisis" in reason for reason in invalid.value.problems["rancangan"])


def test_what_was_accepted_before_ends_under_its_own_revision_and_times(road: Road) -> None:
    old = road.submit()
    due_before = old.due_at
    revise(road, "surat", nilai=200)
    save_all = {"disposisi": 500, "penunjukan": 500}
    begin(road)
    for key, nilai in save_all.items():
        save(road, key, nilai=nilai)
    decide(road)
    assert Permintaan.objects.get(pk=old.pk).due_at == due_before

    road.walk_to("selesai")

    entries = set(road.permintaan.entry_set.values_list("sop", flat=True))
    assert entries == {"SOP-DISKOMINFO-001/0"}
    assert [rules(old).step(key).standard.value for key in ("disposisi", "penunjukan")] == [10, 30]


def test_a_new_permintaan_is_accepted_under_the_new_revision_from_its_day_on(road: Road) -> None:
    revise(road, nilai=25, berlaku=TODAY + timedelta(days=2))

    road.submit()
    before = road.permintaan
    road.later(days=2)
    road.submit()
    after = road.permintaan

    assert [rules(one).revisi for one in (before, after)] == [0, 1]
    assert [rules(one).step("disposisi").standard.value for one in (before, after)] == [10, 25]
    assert before.due_at is not None
    assert after.due_at is not None
    assert after.due_at - road.now == timedelta(minutes=25)


def test_everyone_whom_the_code_lets_do_a_part_can_carry_a_permintaan_to_its_end(road: Road) -> None:
    begin(road)
    for key, changed in OTHERS.items():
        save(road, key, **changed)
    decide(road)
    road.submit()

    road.walk_to("selesai")

    done = road.permintaan.entry_set.exclude(outcome="").values_list("step", "bagian", "capacity")
    by = {(step, bagian): capacity for step, bagian, capacity in done}
    asked = {
        (key, bagian): roles[0] for key, one in OTHERS.items() for bagian, roles in one["bagian"].items()
    }
    del asked["status_gitlab", "terkonfirmasi"]  # nobody had to wait for GitLab
    assert {place: by[place] for place in asked} == asked


def test_the_record_proves_what_was_released(road: Road) -> None:
    revision = revise(road, nilai=25)
    assert list(sop_findings(Counter())) == []

    SopRevision.objects.filter(pk=revision.pk).update(content=revision.content.replace("25", "26"))

    assert [finding.place for finding in sop_findings(Counter())] == ["SOP-DISKOMINFO-001 revisi 1"]
