"""Naskah dinas as tests make them, each by the person whose business it is."""

from collections.abc import Mapping
from typing import Any

from loket.application.act import act
from loket.application.acts.naskah import Draft, Issue, Signature, Voiding
from loket.application.naskah.certified import Typed, sign_by
from loket.application.naskah.making import make_from
from loket.application.naskah.recording import Proof
from loket.core.naskah import makes
from loket.models.entry import Entry
from loket.models.naskah import Naskah
from tests.cast import Road
from tests.signing import TYPED

MEMO = {
    "kepada": "Kepala Bidang TIK",
    "hal": "Kebutuhan server",
    "sifat": "Biasa",
    "lampiran": "-",
    "isi": "Server uji diperlukan sebelum analisis selesai.",
}
INVITATION = {
    "kepada": "Kepala Dinas Kependudukan",
    "hari": "2026-03-09",
    "mulai": "09:00",
    "selesai": "11:00",
    "tempat": "Ruang Rapat",
    "acara": "Technical Meeting",
}
COMPLETION = {
    "kepada": "Kepala Dinas Kependudukan",
    "kekurangan": "Lampiran alur.",
    "penutup": "Melalui Loket.",
}
REFUSAL = {"kepada": "Kepala Dinas Kependudukan", "pertimbangan": "Sudah ada aplikasi serupa."}
TASK = {"dasar": "Surat permintaan.", "untuk": "Membuat aplikasi.", "waktu": "Sejak ditetapkan."}
SECOND = {"pihak_kedua": "Nur Hidayati", "jabatan_pihak_kedua": "Kepala Dinas Kependudukan"}
TYPED_FOR: Mapping[str, Mapping[str, str]] = {
    "nota_dinas": MEMO,
    "surat_undangan": INVITATION,
    "surat_kelengkapan": COMPLETION,
    "surat_penolakan": REFUSAL,
    "surat_pengalihan": REFUSAL,
    "surat_tugas": TASK,
    "bast": SECOND,
    "addendum": SECOND,
}
WHO = {"nota_dinas": "kasi"}
"""Who drafts and signs a kind; of the others it is the head of the dinas."""


def draft(road: Road, jenis: str = "nota_dinas", username: str = "", **changed: Any) -> Naskah:
    data = Draft(**{"jenis": jenis, "isian": TYPED_FOR.get(jenis, {}), **_version(**changed), **changed})
    entry = _act(road, "konsep_naskah", data, username or WHO.get(jenis, "kadis"))
    return Naskah.objects.get(pk=entry.particulars["naskah_id"])


def issue(road: Road, naskah: Naskah, username: str = "", *, cara: str = "basah") -> Naskah:
    data = Issue(naskah_id=naskah.pk, cara=cara, version=again(naskah).version)
    _act(road, "terbitkan_naskah", data, username or _signer(naskah))
    return again(naskah)


def issued(road: Road, jenis: str = "nota_dinas", *, cara: str = "basah") -> Naskah:
    return issue(road, draft(road, jenis), cara=cara)


def scan(road: Road, naskah: Naskah, username: str = "", **changed: Any) -> Entry:
    """The scan of the signed paper is filed."""
    username = username or _signer(naskah)
    if "upload_id" not in changed:
        changed["upload_id"] = road.upload(username)
    proof = Proof(**{"nomor": naskah.nomor, **changed})
    return _act(road, "tanda_tangani_naskah", Signature(naskah_id=naskah.pk, proof=proof), username)


def record(road: Road, naskah: Naskah, file_id: int | None, username: str = "") -> Entry:
    """What was signed by certificate is recorded."""
    data = Signature(naskah_id=naskah.pk, proof=Proof(file_id=file_id))
    return _act(road, "tanda_tangani_naskah", data, username or _signer(naskah))


def sign(road: Road, naskah: Naskah, username: str = "", typed: Typed = TYPED) -> Entry:
    username = username or _signer(naskah)
    file = sign_by(naskah.pk, typed, actor=road.actor(username), now=road.now)
    return record(road, naskah, file.pk, username)


def void(road: Road, naskah: Naskah, username: str = "tu") -> Naskah:
    _act(road, "batalkan_naskah", Voiding(naskah_id=naskah.pk, alasan="Salah nama."), username)
    return again(naskah)


def again(naskah: Naskah) -> Naskah:
    """As it is in the database now."""
    return Naskah.objects.get(pk=naskah.pk)


def make_all(road: Road) -> list[str]:
    """What Loket writes by itself for this permintaan; gives the kinds that there are then."""
    for entry in Entry.objects.filter(subject=road.nomor).order_by("seq"):
        if makes(entry.kind, entry.outcome):
            make_from(entry.pk, road.now)
    return list(Naskah.objects.filter(permintaan=road.permintaan).values_list("jenis", flat=True))


def _version(*, naskah_id: int | None = None, **_: object) -> dict[str, str]:
    """Whoever changes a draft has read it."""
    return {} if naskah_id is None else {"version": Naskah.objects.get(pk=naskah_id).version}


def _signer(naskah: Naskah) -> str:
    return WHO.get(naskah.jenis, "kadis")


def _act(road: Road, key: str, data: Any, username: str) -> Entry:
    return act(nomor=road.nomor, act_key=key, actor=road.actor(username), data=data, now=road.now)
