"""Berkas perkara: everything that one permintaan has left, in order, with an index and the originals untouched."""

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO

from loket.application.data import local_date
from loket.application.naskah.letterhead import kop_of
from loket.application.uploads import store
from loket.core.actor import Actor
from loket.core.zone import ZONE
from loket.documents import TERCATAT, BerkasPerkara, IsiBerkas, JejakLangkah, Perihal, render
from loket.files.store import Store
from loket.models.dokumen import DokumenVersi
from loket.models.kantor import Kantor
from loket.models.naskah import Naskah, NaskahFile
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.models.surat import Surat

INDEX = "00 Indeks.pdf"
_ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
}
_FIRST_YEAR_OF_ZIP = 1980


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One file of the binder; `is_kept` is False where the store has lost it or it has changed."""

    uraian: str
    at: datetime
    nomor: str
    signers: str
    pages: int
    sha256: str
    ending: str
    is_kept: bool = True

    def name(self, place: int) -> str:
        """As it lies in the archive: its place, what it is, when it came."""
        words = "".join(letter if letter.isalnum() or letter in " .-" else " " for letter in self.uraian)
        return f"{place:02d} {self.at.astimezone(ZONE):%Y-%m-%d} {' '.join(words.split())[:80]}.{self.ending}"


def write_binder(target: IO[bytes], permintaan: Permintaan, actor: Actor, now: datetime) -> None:
    """Write the archive: the index first, then every original as it was stored."""
    files = store()
    papers = sorted(_papers(permintaan, actor, files), key=lambda paper: paper.at)
    index = render(_index(permintaan, papers, now), made_at=now)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(INDEX, now), index)
        for place, paper in enumerate(papers, 1):
            _add(archive, files, paper, paper.name(place))


def _add(archive: zipfile.ZipFile, files: Store, paper: Paper, name: str) -> None:
    if not paper.is_kept:
        said = f"Berkas ini tidak dapat dibaca dari penyimpanan. SHA-256 {paper.sha256}\n"
        archive.writestr(_entry(f"{name}.HILANG.txt", paper.at), said)
        return
    with files.open(paper.sha256) as stored, archive.open(_entry(name, paper.at), "w") as place:
        shutil.copyfileobj(stored, place)


def _entry(name: str, at: datetime) -> zipfile.ZipInfo:
    moment = at.astimezone(UTC).timetuple()[:6]
    return zipfile.ZipInfo(name, max(moment, (_FIRST_YEAR_OF_ZIP, 1, 1, 0, 0, 0)))


def _papers(permintaan: Permintaan, actor: Actor, files: Store) -> Iterator[Paper]:
    """What was handed in, and what was issued, as far as this person may see it (four queries)."""
    letters = {surat.version_id: surat for surat in Surat.objects.filter(permintaan=permintaan)}
    versions = DokumenVersi.objects.filter(dokumen__permintaan=permintaan).order_by("pk")
    for version in versions.select_related("dokumen", "upload", "submitted_by"):
        yield _handed_in(version, letters.get(version.pk), files)
    naskah = Naskah.objects.visible_to(actor).filter(permintaan=permintaan)
    kept = NaskahFile.objects.filter(naskah__in=naskah, is_recorded=True)
    for file in kept.select_related("naskah").prefetch_related("naskah__tandatangan_set"):
        if not _claims_too_much(file):
            yield _issued(file, files)


def _claims_too_much(file: NaskahFile) -> bool:
    """The print of what waits for certificates, or was voided before they signed, says that they have."""
    naskah = file.naskah
    unsigned = any(party.signed_at is None for party in naskah.tandatangan_set.all())
    is_open = naskah.state == Naskah.State.MENUNGGU or file.kind == NaskahFile.Kind.CETAKAN
    return naskah.is_by_certificate and unsigned and is_open


def _handed_in(version: DokumenVersi, letter: Surat | None, files: Store) -> Paper:
    upload = version.upload
    return Paper(
        uraian=str(version.dokumen)
        if letter
        else f"{version.dokumen} versi {version.versi or version.number}",
        at=version.submitted_at,
        nomor=letter.nomor_surat if letter else "",
        signers=letter.penanda_tangan if letter else f"diunggah {version.submitted_by.nama}",
        pages=upload.pages,
        sha256=upload.sha256,
        ending=_ENDINGS.get(upload.mime, upload.label.lower()),
        is_kept=files.verify(upload.sha256),
    )


def _issued(file: NaskahFile, files: Store) -> Paper:
    naskah = file.naskah
    signed = [party.nama for party in naskah.tandatangan_set.all() if party.signed_at]
    return Paper(
        uraian=f"{naskah.get_jenis_display()}, {file.get_kind_display().lower()}",
        at=file.at,
        nomor=naskah.nomor,
        signers="; ".join(signed),
        pages=file.pages,
        sha256=file.sha256,
        ending=_ENDINGS.get(file.mime, "bin"),
        is_kept=files.verify(file.sha256),
    )


def _index(permintaan: Permintaan, papers: list[Paper], now: datetime) -> BerkasPerkara:
    kantor = Kantor.objects.get()
    return BerkasPerkara(
        kop=kop_of(kantor),
        sah=TERCATAT,
        tempat=kantor.tempat,
        tanggal=local_date(now),
        permintaan=Perihal(
            nomor=permintaan.nomor, aplikasi=permintaan.nama_aplikasi, opd=permintaan.opd.nama
        ),
        keadaan=permintaan.status.capitalize(),
        per=now,
        isi=tuple(
            IsiBerkas(
                uraian=paper.uraian if paper.is_kept else f"{paper.uraian} (berkas tidak dapat dibaca)",
                tanggal=local_date(paper.at),
                nomor=paper.nomor,
                penanda_tangan=paper.signers,
                halaman=paper.pages or None,
                sha256=paper.sha256,
                berkas=paper.name(place),
            )
            for place, paper in enumerate(papers, 1)
        ),
        langkah=tuple(_runs(permintaan)),
    )


def _runs(permintaan: Permintaan) -> Iterator[JejakLangkah]:
    sop = rules_of(permintaan.sop_revision_id)
    for run in Pengerjaan.objects.filter(permintaan=permintaan).order_by("available_at", "pk"):
        step = sop.step(run.step)
        again = f" (ulang {run.attempt})" if run.attempt > 1 else ""
        yield JejakLangkah(
            ke=f"{step.ke}{again}",
            uraian=step.nama,
            pelaksana=", ".join(role.label for role in step.pelaksana),
            tersedia=run.available_at,
            mulai=run.started_at,
            selesai=run.done_at,
        )
