"""Naskah dinas as a person sees them: of one permintaan, one of them, and those that wait for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from loket.core.actor import Actor
from loket.core.role import HEADS, Role
from loket.models.naskah import (
    DINAS,
    OPD,
    AturanNaskah,
    Naskah,
    NaskahFile,
    NaskahQuerySet,
    TandaTangan,
)
from loket.models.permintaan import Permintaan
from loket.models.sertifikat import Sertifikat


@dataclass(frozen=True, slots=True, kw_only=True)
class OneNaskah:
    """A naskah with its files and its parties, in order (three queries)."""

    naskah: Naskah
    files: Sequence[NaskahFile]
    parties: Sequence[TandaTangan]

    @property
    def latest(self) -> NaskahFile | None:
        """What to read and to download: as signed, else as printed; None before the job has printed it.

        A print that speaks of certificates is shown only once all of them have signed.
        """
        if self.naskah.is_by_certificate and self.next_party:
            return None
        recorded = [file for file in self.files if file.is_recorded]
        return recorded[-1] if recorded else None

    @property
    def next_party(self) -> TandaTangan | None:
        return next((party for party in self.parties if party.signed_at is None), None)

    def unrecorded(self, actor: Actor) -> NaskahFile | None:
        mine = (file for file in self.files if not file.is_recorded and file.by_id == actor.id)
        return next(mine, None) if self.naskah.state == Naskah.State.MENUNGGU else None


def one_naskah(actor: Actor, pk: int) -> OneNaskah | None:
    rows = Naskah.objects.visible_to(actor).select_related(
        *("permintaan__opd", "permintaan__sop_revision", "drafted_by", "issued_by", "ended_by"),
        *("menggantikan", "pengganti", "because_of"),
    )
    naskah = rows.filter(pk=pk).first()
    if naskah is None:
        return None
    return OneNaskah(
        naskah=naskah,
        files=list(naskah.naskahfile_set.all()),
        parties=list(naskah.tandatangan_set.select_related("user", "file")),
    )


def naskah_of(actor: Actor, permintaan_id: int) -> "NaskahQuerySet":
    """All of a permintaan that this person may see, in the order in which they were made."""
    return Naskah.objects.visible_to(actor).filter(permintaan=permintaan_id)


def waiting_for(actor: Actor) -> "models.QuerySet[Naskah]":
    """Those that this person is to sign: drafts of a kind that they sign, and what was issued in their name."""
    unsigned = TandaTangan.objects.filter(signed_at=None, naskah__state=Naskah.State.MENUNGGU)
    first = unsigned.filter(pihak=DINAS)
    if actor.has(Role.OPD):
        theirs = unsigned.filter(pihak=OPD, naskah__permintaan__opd=actor.opd_id)
        turns = theirs.exclude(naskah__in=first.values("naskah"))
        wanted = Naskah.objects.filter(pk__in=turns.values("naskah"))
    elif not any(actor.has(role) for role in HEADS):
        return Naskah.objects.none()
    else:
        rules = {key: aturan.rule for key, aturan in AturanNaskah.all_of_them().items()}
        nearest = [key for key, rule in rules.items() if rule and actor.has(rule.lowest)]
        drafts = Q(state=Naskah.State.KONSEP, jenis__in=nearest)
        wanted = Naskah.objects.filter(drafts | Q(pk__in=first.filter(user=actor.id).values("naskah")))
    return wanted.select_related("permintaan__opd").order_by("pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper of a handover as it is before one of its parties; `signed_file_id` is signed and not recorded yet."""

    naskah: Naskah | None
    pihak: int = 0
    signed_file_id: int | None = None

    @property
    def title(self) -> str:
        return str(self.naskah)

    @property
    def version(self) -> str:
        return self.naskah.version if self.naskah else ""

    @property
    def sentence(self) -> str:
        """What comes next with it."""
        naskah = self.naskah
        if naskah is None:
            return "Berita acara dibatalkan atau belum disiapkan. Siapkan konsepnya, lalu tanda tangani."
        if naskah.state == Naskah.State.KONSEP:
            return (
                "Nomor diberikan saat ditandatangani; untuk tanda tangan basah, terbitkan dan cetak dahulu."
            )
        if self.signed_file_id is not None:
            return "Berkas sudah Anda tanda tangani; kirim untuk mencatatnya."
        if naskah.cara == Naskah.Cara.BASAH:
            return "Cetak, tanda tangani, lalu unggah pindaiannya."
        return "Ditandatangani dengan sertifikat elektronik."


def paper_in_hand(permintaan: Permintaan, actor: Actor) -> Paper:
    """The BAST that is drafted or waits for a signature (at most three queries)."""
    open_states = (Naskah.State.KONSEP, Naskah.State.MENUNGGU)
    naskah = Naskah.objects.filter(permintaan=permintaan, jenis="bast", state__in=open_states).last()
    if naskah is None:
        return Paper(naskah=None)
    party = naskah.tandatangan_set.filter(signed_at=None).first()
    files = naskah.naskahfile_set.filter(is_recorded=False, by=actor.id)
    return Paper(
        naskah=naskah,
        pihak=party.pihak if party else DINAS,
        signed_file_id=files.values_list("pk", flat=True).last(),
    )


def certificates_of(user_id: int) -> Sequence[Sertifikat]:
    """Those of a person, the newest first."""
    return list(Sertifikat.objects.filter(user=user_id).defer("pkcs12"))
