"""Langkah 10: launch and handover; the section head prepares the BAST, the dinas and then the OPD confirm it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from loket.application.data import Plain, Problems, local_date
from loket.application.naskah.bast import draft_bast, drop_bast, issued_bast
from loket.application.naskah.recording import Proof, record_signature
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.models.bast import Bast

RETURNED = "dikembalikan"
_PREPARED = (
    *("versi_aplikasi", "launch_start", "launch_end", "tempat", "peserta", "rincian"),
    *("pihak_kesatu", "pihak_kedua", "pendampingan_until"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation(Plain):
    """The facts of the BAST; `pihak_kesatu` hands over for the dinas, `pihak_kedua` receives for the OPD."""

    versi_aplikasi: str
    launch_start: datetime | None
    launch_end: datetime | None
    tempat: str
    peserta: str
    rincian: str
    pihak_kesatu: str
    pihak_kedua: str
    pendampingan_until: date | None

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.text("versi_aplikasi", self.versi_aplikasi, "versi aplikasi", limit=30)
        problems.text("tempat", self.tempat, "tempat launching")
        problems.long_text("peserta", self.peserta, "peserta launching, satu nama per baris")
        problems.long_text("rincian", self.rincian, "rincian yang diserahkan")
        problems.text("pihak_kesatu", self.pihak_kesatu, "nama PIHAK KESATU", limit=150)
        problems.text("pihak_kedua", self.pihak_kedua, "nama PIHAK KEDUA", limit=150)
        start, end, until = self.launch_start, self.launch_end, self.pendampingan_until
        day = local_date(start) if start else None
        if day:
            accepted = "Launching tidak dapat dilakukan sebelum OPD menerima hasil uji"
            problems.not_before("launch_start", day, facts.available_at, accepted)
        if "launch_start" not in problems:
            problems.working_date("launch_start", day, facts, "tanggal launching")
        problems.unless(end, "launch_end", "Isi jam selesai launching.")
        if start and end:
            same_day = local_date(start) == local_date(end)
            problems.unless(same_day and end > start, "launch_end", "Jam selesai harus setelah jam mulai.")
        problems.working_date("pendampingan_until", until, facts, "tanggal akhir pendampingan")
        if start and until:
            later = until > max(local_date(start), local_date(now))
            problems.unless(
                later,
                "pendampingan_until",
                "Akhir pendampingan harus setelah hari ini dan setelah launching.",
            )
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Plain):
    """`is_agreed`: the signer has read and agreed, and `proof` shows the signature; returning needs a reason instead."""

    outcome: str
    is_agreed: bool = False
    catatan: str = ""
    proof: Proof = field(default_factory=Proof)

    def uploads(self) -> Iterable[int]:
        return self.proof.uploads()

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        yes = "ditandatangani" if facts.bagian == "ttd_dinas" else "diserahkan"
        problems.choice("outcome", self.outcome, (yes, RETURNED), "keputusan")
        returned = self.outcome == RETURNED
        problems.long_text("catatan", self.catatan, "yang perlu diperbaiki", required=returned)
        problems.unless(
            returned or self.is_agreed,
            "is_agreed",
            "Nyatakan bahwa Anda sudah membaca dan menyetujui isinya.",
        )
        if not returned:
            self.proof.check(problems, facts)
        if self.outcome == "diserahkan" and facts.event_end is not None:
            held = facts.event_end <= now
            problems.unless(held, "outcome", "Serah terima disetujui setelah acara launching selesai.")
        return problems


@part("serah_terima", "siapkan", Preparation)
def prepare_bast(work: Work, data: Preparation) -> Happened:
    work.permintaan.bast_set.filter(is_current=True).update(is_current=False)
    drop_bast(work, "Disusun ulang.")
    bast = Bast.objects.create(
        permintaan=work.permintaan,
        prepared_by_id=work.by,
        prepared_at=work.now,
        **{name: getattr(data, name) for name in _PREPARED},
    )
    draft_bast(work, bast)
    return Happened(
        kind="bast.prepared",
        outcome="disiapkan",
        particulars={
            "bast_id": bast.pk,
            "event_start": data.launch_start,
            "event_end": data.launch_end,
            "pendampingan_until": data.pendampingan_until,
        },
    )


@part("serah_terima", "ttd_dinas", Confirmation)
@part("serah_terima", "ttd_opd", Confirmation)
def sign_bast(work: Work, data: Confirmation) -> Happened:
    """The step is done when the paper is signed, not before."""
    bast = work.permintaan.bast_set.get(is_current=True)
    if data.outcome == RETURNED:
        bast.returned_reason = data.catatan
        bast.save(update_fields=["returned_reason"])
        drop_bast(work, data.catatan)
        return Happened(kind="bast.returned", outcome=data.outcome, particulars={"bast_id": bast.pk})
    signed = record_signature(work, issued_bast(work), data.proof)
    if work.permintaan.at_bagian == "ttd_dinas":
        kind = "bast.signed_by_dinas"
        bast.dinas_by_id, bast.dinas_at, bast.dinas_capacity = work.by, work.now, work.capacity
        bast.save(update_fields=["dinas_by", "dinas_at", "dinas_capacity"])
    else:
        kind = "bast.signed_by_opd"
        bast.opd_by_id, bast.opd_at = work.by, work.now
        bast.save(update_fields=["opd_by", "opd_at"])
    return Happened(kind=kind, outcome=data.outcome, particulars={"bast_id": bast.pk, **signed})
