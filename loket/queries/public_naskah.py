"""What anybody who holds a paper may know of it, by the code under its QR or by the number printed on it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from loket.core.letter_number import LONGEST
from loket.core.naskah import INTERNAL
from loket.models.naskah import Naskah, NaskahFile, NaskahQuerySet, TandaTangan
from loket.models.surat import Disposisi
from loket.queries.tracking import canonical

CLOSED = INTERNAL | {"lembar_disposisi", "lembar_prioritas"}
"""Kinds that are for the office and the OPD: whoever holds one is told that it is genuine, not what it is about."""
TO_THE_OPD = frozenset(
    {
        *("tanda_terima", "surat_undangan", "daftar_hadir", "notulen", "lembar_reviu", "berita_acara_uat"),
        *("bast", "laporan_pendampingan", "surat_kelengkapan", "surat_penolakan", "surat_pengalihan"),
        "addendum",
    }
)
"""Kinds that go to the agency. Of the others, and of what is typed as addressee, the name could be a person's."""
_SECRET = ("terbatas", "rahasia", "sangat rahasia")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNaskah:
    """`is_closed`: internal, or secret by its class or by the disposisi; then its subject is nobody's business here."""

    naskah: Naskah
    parties: Sequence[TandaTangan]
    files: Sequence[NaskahFile]
    is_closed: bool

    @property
    def latest(self) -> NaskahFile | None:
        return self.files[-1] if self.files else None

    @property
    def hal(self) -> str:
        """What it is about, "" where that is nobody's business here."""
        return "" if self.is_closed else self.naskah.hal

    @property
    def tujuan(self) -> str:
        """The agency that it goes to, "" where the name could be a person's."""
        if self.is_closed or self.naskah.jenis not in TO_THE_OPD:
            return ""
        return self.naskah.permintaan.opd.nama


def naskah_of_code(typed: str) -> PublicNaskah | None:
    """The naskah of a code (three queries, or one). What is no code is looked for like any other."""
    return _found(_issued().filter(kode=canonical(typed)).first())


def naskah_of_number(typed: str) -> PublicNaskah | None:
    """The naskah of a number, whatever spaces and small letters it was typed with (three queries, or one)."""
    return _found(_issued().numbered(typed[: 2 * LONGEST]).first())


def _issued() -> NaskahQuerySet:
    """Drafts have no code: that they exist is told to nobody, not even by an empty one."""
    secret = Disposisi.objects.filter(permintaan=OuterRef("permintaan"), sifat=Disposisi.Sifat.RAHASIA)
    issued = Naskah.objects.filter(issued_at__isnull=False).exclude(kode="")
    return issued.select_related("permintaan__opd", "pengganti").annotate(is_secret=Exists(secret))


def _found(naskah: Naskah | None) -> PublicNaskah | None:
    if naskah is None:
        return None
    return PublicNaskah(
        naskah=naskah,
        parties=list(naskah.tandatangan_set.select_related("file")),
        files=list(naskah.naskahfile_set.filter(is_recorded=True)),
        is_closed=naskah.jenis in CLOSED or getattr(naskah, "is_secret", True) or _is_secret(naskah),
    )


def _is_secret(naskah: Naskah) -> bool:
    """By what is printed on it: who may read it (klasifikasi), or how it is to be treated (sifat)."""
    printed = json.loads((naskah.isi or {})["data"])["dokumen"]
    classes = (str(printed.get(name, "")).strip().casefold() for name in ("klasifikasi", "sifat"))
    return any(one in _SECRET for one in classes)
