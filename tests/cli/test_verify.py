"""`loket verify` passes on what was written, and names the place of every change behind Loket's back."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.application.naskah.making import make_from
from loket.application.naskah.printing import print_naskah
from loket.application.seal import close_the_book
from loket.application.uploads import store
from loket.cli import verify
from loket.cli.problem import Problem
from loket.models.dokumen import Upload
from loket.models.entry import Entry, Seal
from loket.models.kantor import Kantor
from loket.models.naskah import Naskah
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision
from tests.cast import NOW, Road
from tests.cli.tampering import tamper

Out = pytest.CaptureFixture[str]


@pytest.fixture
def walked(road: Road) -> Road:
    """A permintaan after both disposisi, under two seals; its letter is really stored."""
    road.submit()
    close_the_book(NOW)
    road.step()
    road.step()
    close_the_book(road.now)
    store().put(BytesIO(Upload.objects.get().name.encode()), limit=1000)  # tests/cast.py hashes the name
    return road


def findings(out: Out, *argv: str) -> list[str]:
    """What a verification that fails finds."""
    assert verify.run(list(argv)) == 1
    *found, summary = out.readouterr().out.splitlines()
    assert summary.endswith(f"{len(found)} broken.")
    return found


def test_what_was_written_is_sound(walked: Road, capsys: Out) -> None:
    assert verify.run([]) == 0

    entries = Entry.objects.count()
    assert capsys.readouterr().out == (
        f"{entries} entries, 2 chains, 2 seals, 1 SOP revisions, 1 files, 1 permintaan recomputed: all sound.\n"
    )


def test_one_permintaan_can_be_verified_alone(walked: Road, capsys: Out) -> None:
    assert verify.run(["--permintaan", walked.nomor]) == 0

    assert capsys.readouterr().out == "5 entries, 1 chains, 1 files, 1 permintaan recomputed: all sound.\n"


def test_an_unknown_permintaan_is_said_to_be_unknown(road: Road) -> None:
    with pytest.raises(Problem, match="There is no permintaan APL-2026-0009"):
        verify.run(["--permintaan", "APL-2026-0009"])


@pytest.mark.parametrize(
    "change",
    (
        "particulars = jsonb_set(particulars, '{disposisi_id}', '-1')",
        "capacity = 'Plh. kepala_dinas'",
        "happened_at = happened_at + interval '1 microsecond'",
        "actor_id = NULL",
        "outcome = 'sampai_di_seksi'",
        "kind = 'disposisi.returned'",
        "source = 'api'",
        "hash = repeat('0', 64)",
    ),
)
def test_one_changed_thing_in_an_entry_is_found_at_its_place(walked: Road, capsys: Out, change: str) -> None:
    tamper(f"UPDATE loket_entry SET {change} WHERE subject = %s AND seq = 3", walked.nomor)  # noqa: S608 - see above

    assert findings(capsys) == [f"{walked.nomor}, catatan 3: isi catatan berubah"]


def test_a_change_is_found_when_only_its_permintaan_is_verified(walked: Road, capsys: Out) -> None:
    tamper("UPDATE loket_entry SET capacity = 'x' WHERE subject = %s AND seq = 3", walked.nomor)

    assert findings(capsys, "--permintaan", walked.nomor) == [
        f"{walked.nomor}, catatan 3: isi catatan berubah"
    ]


def test_a_change_of_the_offices_own_record_is_found(walked: Road, capsys: Out) -> None:
    tamper("UPDATE loket_entry SET kind = 'akun.changed' WHERE subject = 'kantor' AND seq = 4")

    assert findings(capsys) == ["kantor, catatan 4: isi catatan berubah"]


def test_an_entry_removed_from_the_middle_is_missed(walked: Road, capsys: Out) -> None:
    tamper("DELETE FROM loket_entry WHERE subject = %s AND seq = 3", walked.nomor)

    assert findings(capsys) == [f"{walked.nomor}, catatan 3: catatan hilang dari urutan"]


def test_an_entry_with_another_predecessor_is_found(walked: Road, capsys: Out) -> None:
    tamper("UPDATE loket_entry SET previous = repeat('1', 64) WHERE subject = %s AND seq = 3", walked.nomor)

    assert findings(capsys) == [f"{walked.nomor}, catatan 3: catatan tidak menyambung ke catatan sebelumnya"]


def test_a_removed_tail_is_missed_by_the_head_and_by_the_seal(walked: Road, capsys: Out) -> None:
    last = walked.permintaan.head_seq
    tamper("DELETE FROM loket_entry WHERE subject = %s AND seq = %s", walked.nomor, last)

    assert findings(capsys) == [
        f"{walked.nomor}, catatan {last}: catatan terakhir hilang atau kepala rantai berubah",
        f"{walked.nomor}, catatan {last}: catatan yang sudah disegel hilang atau berubah",
    ]


def test_a_removed_tail_is_missed_by_the_seal_when_the_head_was_adapted(walked: Road, capsys: Out) -> None:
    last = walked.permintaan.head_seq
    before = Entry.objects.get(subject=walked.nomor, seq=last - 1)
    tamper("DELETE FROM loket_entry WHERE subject = %s AND seq = %s", walked.nomor, last)
    Permintaan.objects.update(head_seq=last - 1, head_hash=before.hash)

    assert findings(capsys) == [
        f"{walked.nomor}, catatan {last}: catatan yang sudah disegel hilang atau berubah"
    ]


def test_a_whole_record_that_is_gone_is_missed(walked: Road, capsys: Out) -> None:
    tamper("DELETE FROM loket_entry WHERE subject = %s", walked.nomor)

    assert findings(capsys)[0] == f"{walked.nomor}: seluruh catatan hilang"


def test_the_offices_record_that_is_gone_is_missed(walked: Road, capsys: Out) -> None:
    tamper("DELETE FROM loket_entry WHERE subject = 'kantor'")

    assert findings(capsys)[0] == "kantor: seluruh catatan hilang"


@pytest.mark.parametrize(
    ("changed", "said"),
    (
        ({"worked": 7}, "pengerjaan disposisi ke-1, detik pengerjaan 7, menurut catatan 600"),
        ({"colour": "red"}, "pengerjaan disposisi ke-1, penilaian red, menurut catatan green"),
    ),
)
def test_a_changed_clock_is_found(walked: Road, capsys: Out, changed: dict[str, Any], said: str) -> None:
    Pengerjaan.objects.filter(step="disposisi").update(**changed)

    assert findings(capsys) == [f"{walked.nomor}: {said}"]
    assert findings(capsys, "--permintaan", walked.nomor) == [f"{walked.nomor}: {said}"]


@pytest.mark.parametrize("change", ({"head_seq": 2}, {"head_hash": "1" * 64}))
def test_a_changed_head_is_found(walked: Road, capsys: Out, change: dict[str, object]) -> None:
    last = walked.permintaan.head_seq
    Permintaan.objects.update(**change)

    assert findings(capsys) == [
        f"{walked.nomor}, catatan {last + 1}: catatan terakhir hilang atau kepala rantai berubah"
    ]


def test_a_changed_head_of_the_office_is_found(walked: Road, capsys: Out) -> None:
    last = Kantor.objects.get().head_seq
    Kantor.objects.update(head_hash="1" * 64)

    assert findings(capsys) == [
        f"kantor, catatan {last + 1}: catatan terakhir hilang atau kepala rantai berubah"
    ]


def test_an_entry_hung_onto_another_permintaan_is_found(walked: Road, capsys: Out) -> None:
    first = walked.nomor
    walked.submit()
    tamper(
        "UPDATE loket_entry SET permintaan_id = %s WHERE subject = %s AND seq = 3",
        walked.permintaan.pk,
        first,
    )

    assert findings(capsys) == [f"{first}, catatan 3: catatan dipasang pada permintaan lain"]


def test_every_broken_chain_is_named_once(walked: Road, capsys: Out) -> None:
    tamper("UPDATE loket_entry SET capacity = 'x' WHERE seq IN (2, 3, 4)")

    assert findings(capsys) == [
        f"{walked.nomor}, catatan 2: isi catatan berubah",
        "kantor, catatan 2: isi catatan berubah",
    ]


def test_a_changed_seal_is_found(walked: Road, capsys: Out) -> None:
    seal = Seal.objects.order_by("pk")[0]
    tamper("UPDATE loket_seal SET digest = repeat('1', 64) WHERE id = %s", seal.pk, table="loket_seal")

    assert findings(capsys)[0] == f"segel {seal.pk}: segel berubah, atau segel sebelumnya hilang"


def test_a_changed_sealed_head_is_found(walked: Road, capsys: Out) -> None:
    seal = Seal.objects.latest("pk")
    last = walked.permintaan.head_seq
    tamper(
        "UPDATE loket_sealedhead SET hash = repeat('1', 64) WHERE seal_id = %s AND subject = %s",
        *(seal.pk, walked.nomor),
        table="loket_sealedhead",
    )

    assert findings(capsys) == [
        f"segel {seal.pk}: segel berubah, atau segel sebelumnya hilang",
        f"{walked.nomor}, catatan {last}: catatan yang sudah disegel hilang atau berubah",
    ]


def test_a_removed_last_seal_is_missed(walked: Road, capsys: Out) -> None:
    seal = Seal.objects.latest("pk")
    tamper("DELETE FROM loket_sealedhead WHERE seal_id = %s", seal.pk, table="loket_sealedhead")
    tamper("DELETE FROM loket_seal WHERE id = %s", seal.pk, table="loket_seal")

    assert findings(capsys) == [f"{walked.nomor}: segel terakhirnya hilang"]


def test_a_removed_first_seal_is_missed(walked: Road, capsys: Out) -> None:
    first, second = Seal.objects.order_by("pk")
    tamper("DELETE FROM loket_sealedhead WHERE seal_id = %s", first.pk, table="loket_sealedhead")
    tamper("DELETE FROM loket_seal WHERE id = %s", first.pk, table="loket_seal")

    assert findings(capsys) == [
        f"segel {second.pk}: segel berubah, atau segel sebelumnya hilang",
        "kantor: segel terakhirnya hilang",
    ]


def test_one_changed_byte_of_a_file_is_found_with_its_document(walked: Road, capsys: Out) -> None:
    digest = Upload.objects.get().sha256
    store().path(digest).write_bytes(b"Berkas.pdf")

    place = f"berkas {digest} ({walked.nomor}, Surat permintaan versi 1)"
    assert findings(capsys) == [f"{place}: isi berkas berubah"]


def test_a_removed_file_is_missed(walked: Road, capsys: Out) -> None:
    digest = Upload.objects.get().sha256
    store().path(digest).unlink()

    place = f"berkas {digest} ({walked.nomor}, Surat permintaan versi 1)"
    assert findings(capsys, "--permintaan", walked.nomor) == [f"{place}: berkas hilang"]


def test_a_changed_sop_revision_is_found_even_with_its_hash_adapted(walked: Road, capsys: Out) -> None:
    revision = SopRevision.objects.get()
    changed = revision.content.replace("±10 menit", "±20 menit")
    SopRevision.objects.update(content=changed)

    assert findings(capsys) == [f"{revision}: isi SOP berbeda dari yang ditetapkan"]


def test_the_number_of_queries_does_not_grow_with_the_permintaan(walked: Road) -> None:
    with CaptureQueriesContext(connection) as before:
        verify.run([])
    walked.submit()
    walked.submit()
    with CaptureQueriesContext(connection) as after:
        verify.run([])

    assert len(after) == len(before)


def test_a_print_that_changed_on_the_disk_is_named(walked: Road, capsys: Out) -> None:
    make_from(Entry.objects.get(subject=walked.nomor, seq=1).pk, walked.now)
    receipt = Naskah.objects.get()
    digest = print_naskah(receipt.pk).sha256
    assert verify.run([]) == 0
    capsys.readouterr()

    store().path(digest).chmod(0o600)
    store().path(digest).write_bytes(b"another receipt")

    place = f"berkas {digest} ({walked.nomor}, Tanda terima surat): isi berkas berubah"
    assert findings(capsys) == [place]
    assert findings(capsys, "--permintaan", walked.nomor) == [place]
