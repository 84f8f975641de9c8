"""The binder of one permintaan: an index, and every original as it was stored."""

import io
import zipfile
from hashlib import sha256

from loket.application.naskah.binder import INDEX, write_binder
from loket.application.naskah.making import make_from
from loket.application.naskah.printing import print_naskah
from loket.core.naskah import makes
from loket.models.entry import Entry
from loket.models.naskah import Naskah
from tests.cast import Road
from tests.documents.reading import words
from tests.papers import issued, void


def binder(road: Road, username: str = "kasi") -> zipfile.ZipFile:
    target = io.BytesIO()
    write_binder(target, road.permintaan, road.actor(username), road.now)
    return zipfile.ZipFile(target)


def printed(road: Road) -> None:
    for entry in Entry.objects.filter(permintaan=road.permintaan).order_by("seq"):
        if makes(entry.kind, entry.outcome):
            make_from(entry.pk, entry.happened_at)
    for naskah in Naskah.objects.exclude(issued_at=None):
        print_naskah(naskah.pk)


def test_it_holds_the_index_and_every_original_untouched(road: Road) -> None:
    road.submit()
    printed(road)

    archive = binder(road)

    names = archive.namelist()
    assert names[0] == INDEX
    (receipt,) = [name for name in names if "Tanda terima" in name]
    kept = Naskah.objects.get(jenis="tanda_terima").naskahfile_set.get()
    assert sha256(archive.read(receipt)).hexdigest() == kept.sha256
    said = " ".join(words(archive.read(INDEX)))
    assert all(part in said for part in (road.nomor, "Tanda terima", "Antrean Daring"))


def test_what_the_store_has_lost_is_named_and_stops_nothing(road: Road) -> None:
    road.submit(upload_id=road.upload("opd", name="hilang.pdf"))  # a row without a file, whatever is kept

    archive = binder(road)

    (lost,) = [name for name in archive.namelist() if name.endswith(".HILANG.txt")]
    assert "tidak dapat dibaca" in archive.read(lost).decode()
    assert "berkas tidak dapat dibaca" in " ".join(words(archive.read(INDEX)))


def test_what_waits_for_a_certificate_is_not_in_it_as_if_it_were_signed(road: Road) -> None:
    road.submit()
    waits, void_one, on_paper = (issued(road, cara=cara) for cara in ("internal", "bsre", "basah"))
    void(road, void_one)
    for naskah in (waits, void_one, on_paper):
        print_naskah(naskah.pk)

    names = [name for name in binder(road).namelist() if "Nota dinas" in name]

    assert len(names) == 1


def test_the_same_binder_has_the_same_bytes(road: Road) -> None:
    road.submit()
    printed(road)

    first, second = io.BytesIO(), io.BytesIO()
    write_binder(first, road.permintaan, road.actor("kasi"), road.now)
    write_binder(second, road.permintaan, road.actor("kasi"), road.now)

    assert first.getvalue() == second.getvalue()


def test_a_run_that_was_repeated_is_in_the_index(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    assert "1 (ulang 2)" in " ".join(words(binder(road).read(INDEX)))
