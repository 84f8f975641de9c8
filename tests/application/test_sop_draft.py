"""A draft of the next revision: who may begin and change it, what it keeps, and what it refuses."""

from dataclasses import replace
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.errors import Invalid, Refused
from loket.application.office.sop_draft import begin_draft, discard_draft, save_naskah, save_row
from loket.application.office.sop_naskah import NaskahData
from loket.application.office.sop_text import proposed, text_of_draft, unsound
from loket.core.revising import LISTS, TEXTS, naskah_of
from loket.core.role import Role
from loket.models.entry import Entry
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.sop.definition import parse, shipped
from tests.application.everything import nothing_changes
from tests.application.revising import begin, last_entry, row_data, save
from tests.cast import Road
from tests.deputies import deputise

BEFORE = naskah_of(shipped().document["naskah"])
NASKAH = NaskahData(
    texts={name: BEFORE[name] for name in TEXTS}, lists={name: BEFORE[name] for name in LISTS}
)


def problems(road: Road, key: str, **changed: Any) -> dict[str, list[str]]:
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        save(road, key, **changed)
    return dict(invalid.value.problems)


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "admin"))
def test_the_heads_and_the_admin_draft(road: Road, username: str) -> None:
    draft = begin(road, username)

    assert (draft.revisi, draft.version, draft.changes) == (1, 1, {})
    assert draft.begun_by == road.people[username]
    assert parse(text_of_draft(draft)).revisi == 1
    assert unsound(text_of_draft(draft)) == []


@pytest.mark.parametrize("username", ("analis", "programmer", "tu", "opd"))
def test_nobody_else_drafts_saves_or_discards(road: Road, username: str) -> None:
    with pytest.raises(Refused) as refused:
        begin(road, username)
    assert refused.value.verdict.unmet == (
        "Rancangan revisi SOP disusun Kepala Dinas, Kepala Bidang TIK, Kepala Seksi, atau Admin.",
    )

    begin(road)
    actor = road.actor(username)
    with nothing_changes():
        with pytest.raises(Refused):
            save(road, "desain", username, keterangan="Baru")
        with pytest.raises(Refused):
            save_naskah(NASKAH, seen=1, actor=actor, now=road.now)
        with pytest.raises(Refused):
            discard_draft(seen=1, actor=actor, now=road.now)


def test_there_is_one_draft_at_a_time(road: Road) -> None:
    begin(road, "kabid")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        begin_draft(actor=road.actor("kasi"), now=road.now)

    assert invalid.value.problems["rancangan"] == [
        f"{road.people['kabid'].nama} sudah memulai rancangan revisi 1."
    ]


def test_a_saved_row_keeps_only_what_differs(road: Road) -> None:
    begin(road)
    save(road, "disposisi", nilai=20, kegiatan="  Mendisposisikan\r\nsurat  kepada Kepala Seksi ")

    draft = SopDraft.objects.get()
    assert draft.changes["langkah"] == {
        "disposisi": {
            "kegiatan": "Mendisposisikan surat kepada Kepala Seksi",
            "waktu": {"nilai": 20, "satuan": "menit_kerja"},
        }
    }
    assert proposed(draft).step("disposisi").standard.text == "±20 menit"


def test_a_row_put_back_as_it_was_is_not_changed_any_more(road: Road) -> None:
    begin(road)
    save(road, "disposisi", nilai=20)
    save(road, "desain", keterangan="Baru")
    save(road, "disposisi")

    assert list(SopDraft.objects.get().changes["langkah"]) == ["desain"]


def test_every_save_is_an_entry_of_the_office_without_what_was_typed(road: Road) -> None:
    draft = begin(road)
    save(road, "disposisi", nilai=20, keterangan="Rahasia")
    saved = SopDraft.objects.get()

    assert [entry.kind for entry in Entry.objects.filter(subject="kantor").order_by("-seq")[:2]] == [
        "sop.drafted",
        "sop.drafted",
    ]
    entry = last_entry()
    assert (entry.capacity, entry.particulars["langkah"], entry.particulars["naskah"]) == (
        "kepala_seksi",
        ["disposisi"],
        [],
    )
    assert (entry.particulars["revisi"], entry.particulars["version"]) == (1, saved.version)
    assert "Rahasia" not in str(entry.particulars)
    assert draft.version == 1


def test_whoever_is_acted_for_hears_of_it(road: Road) -> None:
    deputise(road, "analis", Role.KEPALA_SEKSI)

    begin(road, "analis")

    assert last_entry().capacity == "Plh. kepala_seksi"
    assert ProcrastinateJob.objects.filter(args__effect="kabari_yang_digantikan").exists()


def test_of_two_who_edit_at_once_the_second_one_is_told(road: Road) -> None:
    begin(road)
    save(road, "desain", username="kabid", keterangan="Baru")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        save_row("surat", row_data("surat", nilai=15), seen=1, actor=road.actor("kasi"), now=road.now)

    sentence = (
        f"{road.people['kabid'].nama} menyimpan rancangan ini pada 2 Maret 2026 pukul 09.00."
        " Isian Anda belum disimpan. Periksa perbandingan, lalu simpan lagi."
    )
    assert invalid.value.problems["rancangan"] == [sentence]


def test_a_draft_that_is_gone_takes_nothing(road: Road) -> None:
    with pytest.raises(Invalid) as invalid:
        save_row("surat", row_data("surat"), seen=1, actor=road.actor("kasi"), now=road.now)

    assert invalid.value.problems == {"rancangan": ["Rancangan ini sudah ditetapkan atau dibuang."]}


def test_a_discarded_draft_leaves_the_revision_in_force(road: Road) -> None:
    begin(road)
    save(road, "desain", keterangan="Baru")

    discard_draft(seen=2, actor=road.actor("kabid"), now=road.now)

    assert not SopDraft.objects.exists()
    assert SopRevision.objects.get().revisi == 0
    assert (last_entry().kind, last_entry().particulars["langkah"]) == ("sop.draft_discarded", ["desain"])
    assert begin(road).changes == {}


@pytest.mark.parametrize(
    ("key", "changed", "field", "sentence"),
    (
        ("surat", {"kegiatan": " "}, "kegiatan", "Isi kegiatan."),
        ("surat", {"output": ("", " ")}, "output", "Isi output."),
        ("surat", {"output": ("x",) * 41}, "output", "Tulis paling banyak 40 baris output."),
        ("rapat_teknis", {"agenda": ()}, "agenda", "Isi pokok bahasan."),
        ("surat", {"nilai": None}, "nilai", "Isi waktu baku dari 1 sampai 2400 menit kerja."),
        ("surat", {"nilai": 0}, "nilai", "Isi waktu baku dari 1 sampai 2400 menit kerja."),
        (
            "analisis",
            {"nilai": 251, "satuan": "hari_kerja"},
            "nilai",
            "Isi waktu baku dari 1 sampai 250 hari kerja.",
        ),
        ("surat", {"satuan": "abad"}, "satuan", "Pilih satuan waktu baku."),
        (
            "serah_terima",
            {"satuan": "hari_kerja"},
            "satuan",
            "Waktu langkah ini diukur dari acaranya, jadi satuannya menit kerja.",
        ),
        ("surat", {"peran": {"kaisar": "pelaksana"}}, "peran", "Pilih pelaksana dari pilihan yang tersedia."),
        ("surat", {"peran": {"admin": "pelaksana"}}, "peran", "Pilih pelaksana dari pilihan yang tersedia."),
        ("surat", {"peran": {"opd": "penonton"}}, "peran", "Pilih pelaksana dari pilihan yang tersedia."),
        ("penunjukan", {"peran": {"kepala_seksi": ""}}, "peran", "Tetapkan paling sedikit satu pelaksana."),
        (
            "analisis",
            {"bagian": {"setujui": ["kepala_seksi"]}},
            "bagian_setujui",
            "Persetujuan dokumen analisis oleh OPD dikerjakan OPD, bukan Kepala Seksi Pengembangan Aplikasi.",
        ),
    ),
)
def test_what_a_row_cannot_be_is_said_at_its_field(
    road: Road, key: str, changed: dict[str, Any], field: str, sentence: str
) -> None:
    begin(road)

    assert problems(road, key, **changed)[field] == [sentence]


def test_hidden_characters_and_endless_lines_are_refused(road: Road) -> None:
    begin(road)

    found = problems(road, "surat", kegiatan="a\u202eb", keterangan="k" * 501, kelengkapan=("x" * 301,))

    assert set(found) == {"kegiatan", "keterangan", "kelengkapan"}


def test_an_agreed_time_stays_agreed_whatever_is_sent(road: Road) -> None:
    begin(road)

    save(road, "implementasi", nilai=5, satuan="menit_kerja", agenda=("sisipan",), keterangan="Baru")

    assert SopDraft.objects.get().changes["langkah"] == {"implementasi": {"keterangan": "Baru"}}


def test_the_text_survives_every_character_that_may_be_typed(road: Road) -> None:
    begin(road)
    nasty = 'Kata "kutip", \\garis, """tiga""", [[step]], {{ x }}, #1, é ü 漢 👍'

    save(road, "surat", kegiatan=nasty, output=(nasty, nasty))

    step = proposed(SopDraft.objects.get()).step("surat")
    assert (step.kegiatan, step.output) == (nasty, (nasty, nasty))


def test_the_parts_around_the_table_are_revised(road: Road) -> None:
    begin(road)
    data = replace(
        NASKAH,
        texts={**NASKAH.texts, "peringatan": "Baris satu \r\n\r\nBaris dua"},
        lists={**NASKAH.lists, "dasar_hukum": ("UU 25/2009", "", "Perpres 95/2018")},
    )

    save_naskah(data, seen=1, actor=road.actor("admin"), now=road.now)

    draft = SopDraft.objects.get()
    assert draft.changes["naskah"] == {
        "peringatan": "Baris satu\n\nBaris dua",
        "dasar_hukum": ["UU 25/2009", "Perpres 95/2018"],
    }
    assert proposed(draft).document["naskah"]["peringatan"] == "Baris satu\n\nBaris dua"
    assert (last_entry().capacity, last_entry().particulars["naskah"]) == (
        "admin",
        ["peringatan", "dasar_hukum"],
    )


@pytest.mark.parametrize("definisi", ("Satu baris", "Judul\nlanjutan judul\n\nIsi"))
def test_what_is_wrong_around_the_table_is_said(road: Road, definisi: str) -> None:
    begin(road)
    data = replace(
        NASKAH,
        texts={**NASKAH.texts, "tujuan": "", "definisi": definisi},
        lists={**NASKAH.lists, "kualifikasi": ()},
    )

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        save_naskah(data, seen=1, actor=road.actor("kasi"), now=road.now)

    assert dict(invalid.value.problems) == {
        "tujuan": ["Isi tujuan utama."],
        "kualifikasi": ["Isi kualifikasi pelaksana."],
        "definisi": [
            "Tulis istilah yang didefinisikan pada baris pertama, satu baris kosong, lalu definisinya."
        ],
    }
