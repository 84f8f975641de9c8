"""The papers are what the record tells: each number, state and content, each signed file, each print."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.examination import Examination, examine
from loket.application.naskah.conformity import papers_told
from loket.application.naskah.printing import print_naskah
from loket.application.outbox import PRINT
from loket.models.entry import Entry
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from tests.cast import Road
from tests.papers import again, draft, issue, issued, scan, void

At = Callable[..., Road]
UNISSUED = {"issued_at": None, "urut": None, "nomor": "", "kode": "", "isi": None, "state": "konsep"}


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def found(road: Road) -> list[str]:
    return [one.what for one in Examination().differences([road.permintaan.pk])]


def test_every_end_of_a_paper_is_what_the_record_tells(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    issue(road, Naskah.objects.get(jenis="bast"), "tu")
    void(road, issued(road))
    road.return_to("implementasi")
    road.walk_to("serah_terima", "ttd_dinas")
    old = issued(road)
    scan(road, old)
    scan(road, issue(road, draft(road, menggantikan_id=old.pk)))
    void(road, issued(road))
    void(road, draft(road))

    states = ["dibatalkan", "dibatalkan", "konsep", "digantikan", "berlaku", "dibatalkan", "dibatalkan"]
    assert list(Naskah.objects.order_by("pk").values_list("state", flat=True)) == states
    assert found(road) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    (
        ({"nomor": "X"}, ["nomor naskah {pk} X, menurut catatan {nomor}"]),
        ({"state": "berlaku"}, ["keadaan naskah {pk} berlaku, menurut catatan dibatalkan"]),
        ({"hal": "Lain"}, ["isi, hal, tanggal, atau kode naskah {pk}"]),
        ({"tujuan": "Lain"}, ["isi, hal, tanggal, atau kode naskah {pk}"]),
        ({"tanggal": date(2020, 1, 1)}, ["isi, hal, tanggal, atau kode naskah {pk}"]),
        ({"kode": "A-B"}, ["isi, hal, tanggal, atau kode naskah {pk}"]),
        ({"isi": {"template": "nota_dinas.typ", "data": "{}"}}, ["isi, hal, tanggal, atau kode naskah {pk}"]),
        (
            UNISSUED,
            [
                "isi, hal, tanggal, atau kode naskah {pk} tidak ada",
                "keadaan naskah {pk} tidak ada, menurut catatan dibatalkan",
                "nomor naskah {pk} tidak ada, menurut catatan {nomor}",
            ],
        ),
    ),
    ids=("nomor", "state", "hal", "tujuan", "tanggal", "kode", "isi", "unissued"),
)
def test_what_was_changed_behind_the_record_is_found(
    road: Road, changed: dict[str, Any], said: list[str]
) -> None:
    memo = void(road, issued(road))
    assert found(road) == []

    Naskah.objects.update(**changed)

    differences = found(road)
    assert len(differences) == len(said)
    for difference, words in zip(differences, said, strict=True):
        assert difference.startswith(words.format(pk=memo.pk, nomor=memo.nomor))


def test_a_signature_on_what_was_never_issued_is_told_as_it_is() -> None:
    said = {"naskah_id": 7, "pihak": 1, "sha256": "0" * 64}

    told = papers_told([Entry(kind="naskah.signed", particulars=said)])

    assert told == {"tanda tangan pihak 1 pada naskah 7": "0" * 64}


def test_what_was_issued_without_a_print_or_a_job_for_it_is_found(road: Road) -> None:
    memo = issued(road)
    said = f"naskah {memo.pk} terbit tanpa cetakan"
    jobs = ProcrastinateJob.objects.filter(task_name=PRINT, args__naskah_id=memo.pk)

    for status, differences in (("doing", []), ("succeeded", [said]), ("failed", [said])):
        jobs.update(status=status)
        assert found(road) == differences
    assert examine(road.now) == 1
    print_naskah(memo.pk)
    assert found(road) == []
    assert again(memo).state == "menunggu"


def test_a_signed_file_that_was_put_in_the_place_of_another_is_found(at: At) -> None:
    road = at("status_gitlab")
    first, second = TandaTangan.objects.select_related("file")
    assert first.file is not None
    NaskahFile.objects.filter(pk=first.file.pk).update(sha256="0" * 64)

    second.file = first.file
    second.save()

    assert [difference.partition(" pada")[0] for difference in found(road)] == [
        "tanda tangan pihak 1",
        "tanda tangan pihak 2",
    ]
