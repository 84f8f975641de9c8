"""Facts, remarks and documents as the rows of a step hold them, in words."""

from datetime import datetime

from django.db.models import Model

from loket.core.capacity import label
from loket.core.zone import ZONE
from loket.models.bast import Bast
from loket.models.dokumen import Dokumen, DokumenVersi
from loket.models.permintaan import Permintaan
from loket.models.user import User
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.records import DocumentRow, TimelineItem
from loket.web.step_files import file_words
from loket.web.step_links import document_url, reading_url


def at(moment: datetime) -> str:
    return formats.full_datetime(moment.astimezone(ZONE))


def span(start: datetime, end: datetime) -> str:
    """Selasa, 24 November 2026 pukul 13.00-16.00 WIB."""
    first, last = start.astimezone(ZONE), end.astimezone(ZONE)
    return f"{formats.full_date(first)} pukul {formats.clock(first)}-{formats.clock(last)} {formats.zone_name(last)}"


def given(*facts: Fact | None) -> tuple[Fact, ...]:
    """Those facts that have a value."""
    return tuple(fact for fact in facts if fact is not None and (fact.value or fact.lines))


def signed(what: str, by: User | None, moment: datetime | None, capacity: str = "") -> Fact:
    if by is None or moment is None:
        return Fact(what, "Belum")
    return Fact(what, named(by, capacity), lines=(at(moment),))


def named(by: User, capacity: str) -> str:
    return f"{by.nama}, {label(capacity)}" if capacity else by.nama


def for_another(row: Model) -> str:
    """The capacity that a query has read from the record; empty for what is done in a position of one's own."""
    return getattr(row, "capacity", None) or ""


def remark(
    by: User, moment: datetime, text: str, *, quote: str = "", detail: str = "", capacity: str = ""
) -> TimelineItem:
    local = moment.astimezone(ZONE)
    return TimelineItem(
        text=text,
        when=formats.full_datetime(local),
        datetime_iso=local.isoformat(timespec="minutes"),
        who=by.nama,
        unit=label(capacity) if capacity else "",
        quote=quote,
        detail=detail,
    )


def version_name(version: DokumenVersi) -> str:
    """As its author calls it; of a letter the author's word is its number, which may have been cut short."""
    own = "" if version.dokumen.jenis == Dokumen.Jenis.SURAT else version.versi
    return f"versi {own or version.number}"


def document(version: DokumenVersi, permintaan: Permintaan) -> DocumentRow:
    return DocumentRow(
        title=f"{version.dokumen}, {version_name(version)}",
        url=reading_url(permintaan.nomor, version.pk),
        detail=f"{version.upload.name}, {file_words(version.upload)}",
        format=version.upload.label,
        download_url=document_url(version.pk),
    )


def bast_facts(bast: Bast) -> tuple[Fact, ...]:
    """Everything that both sides confirm."""
    return given(
        Fact("Versi aplikasi", bast.versi_aplikasi),
        Fact("Launching", span(bast.launch_start, bast.launch_end)),
        Fact("Tempat", bast.tempat),
        Fact("Peserta", bast.peserta),
        Fact("Yang diserahkan", bast.rincian),
        Fact("PIHAK KESATU", bast.pihak_kesatu),
        Fact("PIHAK KEDUA", bast.pihak_kedua),
        Fact("Pendampingan sampai", formats.full_date(bast.pendampingan_until)),
        signed("Disiapkan oleh", bast.prepared_by, bast.prepared_at, for_another(bast)),
        signed("Persetujuan Dinas Kominfo", bast.dinas_by, bast.dinas_at, bast.dinas_capacity),
        signed("Persetujuan OPD", bast.opd_by, bast.opd_at),
        Fact("Dikembalikan karena", bast.returned_reason),
    )
