"""Langkah 1: the OPD (or tata_usaha for it) sends its letter; what was missing can be completed later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loket.application.asked import LETTER, NEED
from loket.application.contact import e164, problem_with_email, problem_with_phone
from loket.application.data import Plain, Problems, local_date, present
from loket.application.dokumen import add_version
from loket.application.errors import Invalid
from loket.application.numbering import agenda_number
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.core.record import digest_of
from loket.core.role import Role
from loket.models.dokumen import Dokumen, Upload
from loket.models.surat import Surat

LETTER_LABELS = ("PDF", "JPEG", "PNG")
_FACTS = (*NEED, "pic_nama", "pic_email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`pic_phone` as typed; `wanted_date` may be open."""

    nama_aplikasi: str
    kebutuhan: str
    alasan: str
    layanan: str
    pengguna: str
    wanted_date: date | None
    pic_nama: str
    pic_phone: str
    pic_email: str
    nomor_surat: str
    tanggal_surat: date | None
    perihal: str
    penanda_tangan: str
    bentuk: str
    kanal: str
    upload_id: int | None

    def uploads(self) -> Iterable[int]:
        return () if self.upload_id is None else (self.upload_id,)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        for name, check in {**NEED, **LETTER}.items():
            check(problems, getattr(self, name), facts, now)
        problems.choice("bentuk", self.bentuk, Surat.Bentuk.values, "bentuk surat")
        problems.choice("kanal", self.kanal, Surat.Kanal.values, "cara surat disampaikan")
        problems.upload("upload_id", self.upload_id, facts, LETTER_LABELS, "berkas surat")
        problems.text("pic_nama", self.pic_nama, "nama narahubung", limit=150)
        problems.add("pic_phone", problem_with_phone(self.pic_phone))
        problems.add("pic_email", problem_with_email(self.pic_email))
        return problems


@part("surat", "surat", Data)
def send_surat(work: Work, data: Data) -> Happened:
    if data.bentuk == Surat.Bentuk.ARAHAN_LISAN and not work.actor.has(Role.TATA_USAHA):
        raise Invalid(Problems({"bentuk": ["Arahan lisan pimpinan dicatat oleh Tata Usaha."]}))
    phone = e164(data.pic_phone) or ""
    work.change(**{name: getattr(data, name) for name in _FACTS}, pic_phone=phone)
    before = Surat.objects.filter(permintaan=work.permintaan, is_current=True).first()
    if before:
        before.is_current = False
        before.save(update_fields=["is_current"])
    same = before is not None and _is_same_letter(before, data)
    surat = _keep_letter(work, data, before, same=before if same else None)
    particulars: dict[str, Any] = {
        "surat_id": surat.pk,
        "pic": digest_of(f"{data.pic_nama}\n{phone}\n{data.pic_email}", salt=work.permintaan.kode_lacak),
    }
    if before is None:
        particulars["available_at"] = present(work.pengerjaan).available_at
    again = "surat.corrected" if same else "surat.replaced"
    return Happened(kind=again if before else "surat.submitted", outcome="dikirim", particulars=particulars)


def _is_same_letter(before: Surat, data: Data) -> bool:
    """Whether what tata_usaha noted of the letter before still holds: a TTE is genuine for one file only."""
    if (before.nomor_surat, before.bentuk) != (data.nomor_surat, data.bentuk):
        return False
    if data.bentuk != Surat.Bentuk.ELEKTRONIK_TTE or before.version.upload_id == data.upload_id:
        return True
    return Upload.objects.filter(pk=present(data.upload_id), sha256=before.version.upload.sha256).exists()


def _keep_letter(work: Work, data: Data, before: Surat | None, *, same: Surat | None) -> Surat:
    """Keep the letter as a new row; where it is the `same`, with its agenda number and its note of receipt."""
    if before and before.version.upload_id == data.upload_id:
        version = before.version
    else:
        version = add_version(
            work, Dokumen.Jenis.SURAT, present(data.upload_id), step="surat", versi=data.nomor_surat[:20]
        )
    return Surat.objects.create(
        permintaan=work.permintaan,
        version=version,
        nomor_agenda=same.nomor_agenda if same else agenda_number(local_date(work.now).year),
        received_at=work.now,
        asli_received_at=same.asli_received_at if same else None,
        asli_received_by_id=same.asli_received_by_id if same else None,
        asli_catatan=same.asli_catatan if same else "",
        **{name: getattr(data, name) for name in (*LETTER, "bentuk", "kanal")},
    )
