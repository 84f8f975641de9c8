"""What people wrote on the way: remarks, reasons and contributions, by the entry that they belong to (one query)."""

from collections.abc import Mapping
from typing import Any

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from loket.core.moving import CORRECTED, ENDINGS, PIC_CHANGED, WITHDRAWN
from loket.models.addendum import Addendum
from loket.models.bast import Bast
from loket.models.diskusi import Comment
from loket.models.dokumen import Review
from loket.models.entry import Entry
from loket.models.gitlab import GitlabStateChange
from loket.models.implementasi import ProgressNote, Uat
from loket.models.jeda import Jeda
from loket.models.pendampingan import LaporanPendampingan, PendampinganNote
from loket.models.penutupan import Penutupan
from loket.models.perubahan import PerubahanData, PerubahanLingkup, SerahTerimaTugas
from loket.models.rapat import Rapat
from loket.models.surat import Disposisi
from loket.models.usulan import Usulan

Remarks = Mapping[tuple[str, int], str]

_PLACES = {
    "diskusi": ("comment", "comment_id"),
    "permintaan": ("comment", "comment_id"),
    "analisis": ("review", "review_id"),
    "desain": ("review", "review_id"),
    "disposisi": ("disposisi", "disposisi_id"),
    "implementasi": ("progress", "note_id"),
    "uat": ("uat", "uat_id"),
    "bast": ("bast", "bast_id"),
    "rapat": ("rapat", "rapat_id"),
}
_EXACT = {
    **dict.fromkeys(ENDINGS.keys() - {WITHDRAWN}, ("closing", "penutupan_id")),
    "permintaan.joined": ("joined", "penutupan_id"),
    "tim.changed": ("handover", "serah_terima_id"),
    "lingkup.proposed": ("scope", "perubahan_id"),
    "lingkup.approved": ("decision", "perubahan_id"),
    "lingkup.declined": ("decision", "perubahan_id"),
    "rapat.missed": ("missed", "rapat_id"),
    "kesepakatan.extended": ("addendum", "addendum_id"),
    "permintaan.paused": ("pause", "jeda_id"),
    "permintaan.suspended": ("pause", "jeda_id"),
    "permintaan.resumed": ("resume", "jeda_id"),
    "jam.proposed": ("proposal", "usulan_id"),
    "usulan.declined": ("decision", "usulan_id"),
    "disposisi.returned": ("lack", "disposisi_id"),
    "issue.finished": ("issue", "perubahan_id"),
    "issue.reopened": ("issue", "perubahan_id"),
    "pendampingan.logged": ("mentoring", "note_id"),
    "pendampingan.returned": ("laporan", "laporan_id"),
}
_NOT_SAID_AGAIN = {"bast.prepared", "bast.signed_by_dinas", "bast.signed_by_opd", "rapat.concluded"}
"""Their rows may hold what was said on another occasion."""


def _text(*parts: str | F) -> Concat:
    written = [Value(part) if isinstance(part, str) else Cast(part, TextField()) for part in parts]
    return Concat(*written, output_field=TextField())


_PERCENT = _text(F("percent"), "%. ", F("catatan"))
_HANDOVER = _text(F("kepada__nama"), " menggantikan ", F("dari__nama"), ": ", F("alasan"))
_CHANGE = _text("Semula “", F("semula"), "”, menjadi “", F("menjadi"), "”.")
_BY = _text("Oleh ", F("author"), ".")
_TWIN = _text(F("permintaan__nomor"), ", ", F("permintaan__nama_aplikasi"))


def remark_on(entry: Entry, remarks: Remarks) -> str:
    """What was written with an entry, or nothing."""
    if entry.kind in {CORRECTED, PIC_CHANGED}:
        return _changes(entry, remarks)
    place = _EXACT.get(entry.kind) or _PLACES.get(entry.kind.partition(".")[0])
    if place is None or entry.kind in _NOT_SAID_AGAIN:
        return ""
    source, name = place
    return remarks.get((source, entry.particulars.get(name, 0)), "")


def _changes(entry: Entry, remarks: Remarks) -> str:
    """Every fact as it was and as it became, and why."""
    ids = entry.particulars["perubahan_ids"]
    said = [remarks.get(("change", pk), "") for pk in ids] + [remarks.get(("why", pk), "") for pk in ids[:1]]
    return " ".join(text for text in said if text)


def remarks_of(permintaan_id: int, *, internal: bool, contact: bool) -> Remarks:
    """Everything written on a permintaan; `internal` with what only the office may read, `contact` with who the PIC was."""
    first, *others = _sources(permintaan_id, internal=internal, contact=contact)
    rows = first.union(*others, all=True)
    return {(source, pk): text for source, pk, text in rows if text}


def _sources(permintaan_id: int, *, internal: bool, contact: bool) -> list[QuerySet[Any, Any]]:
    here = {"permintaan": permintaan_id}
    comments = Comment.objects.filter(**here)
    changes = PerubahanData.objects.filter(**here)
    if not contact:
        changes = changes.exclude(isian__startswith="pic_")
    sources = [
        _said("comment", comments if internal else comments.filter(is_internal=False), F("text")),
        _said("review", Review.objects.filter(version__dokumen__permintaan=permintaan_id), F("catatan")),
        _said("closing", Penutupan.objects.filter(**here), F("alasan")),
        _said("handover", SerahTerimaTugas.objects.filter(**here), _HANDOVER),
        _said("change", changes, _CHANGE),
        _said("why", changes, F("alasan")),
        _said("scope", PerubahanLingkup.objects.filter(**here), F("uraian")),
        _said("decision", PerubahanLingkup.objects.filter(**here), F("catatan")),
        _said("missed", Rapat.objects.filter(**here, missed_at__isnull=False), F("notulen")),
        _said("addendum", Addendum.objects.filter(**here), F("alasan")),
        _said("pause", Jeda.objects.filter(**here), F("catatan")),
        _said("resume", Jeda.objects.filter(**here), F("hasil")),
        _said("proposal", Usulan.objects.filter(**here), F("alasan")),
        _said("decision", Usulan.objects.filter(**here), F("catatan")),
        _said("lack", Disposisi.objects.filter(**here), F("kekurangan")),
        _said("progress", ProgressNote.objects.filter(**here), _PERCENT),
        _said("uat", Uat.objects.filter(**here), F("catatan")),
        _said("bast", Bast.objects.filter(**here), F("returned_reason")),
        _said("rapat", Rapat.objects.filter(**here), F("alasan_lanjutan")),
        _said("mentoring", PendampinganNote.objects.filter(**here), F("kegiatan")),
        _said("laporan", LaporanPendampingan.objects.filter(**here), F("returned_reason")),
    ]
    if internal:
        sources.append(_said("disposisi", Disposisi.objects.filter(**here), F("catatan")))
        changes_there = GitlabStateChange.objects.filter(issue__tiket__permintaan=permintaan_id)
        sources.append(_said("issue", changes_there.exclude(author=""), _BY))
        sources.append(_said("joined", Penutupan.objects.filter(induk=permintaan_id), _TWIN))
    return sources


def _said(source: str, rows: QuerySet[Any], text: Any) -> QuerySet[Any, Any]:
    named = rows.order_by().annotate(
        source=Value(source, output_field=CharField()), said=Cast(text, TextField())
    )
    columns: QuerySet[Any, Any] = named.values_list("source", "pk", "said")
    return columns
