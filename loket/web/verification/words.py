"""What is said of a naskah to whoever holds it: plainly, and without anybody's personal data."""

from django.urls import reverse

from loket.application.data import local_date
from loket.core.zone import ZONE
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from loket.queries.public_naskah import CLOSED, PublicNaskah
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Banner

State = Naskah.State
WAYS: dict[str, str] = {
    Naskah.Cara.APLIKASI: "Disetujui secara elektronik dalam aplikasi Loket."
    " Persetujuan ini tercatat, tetapi bukan tanda tangan elektronik.",
    Naskah.Cara.INTERNAL: "Sertifikat internal dinas. Perubahan pada berkas dapat diketahui,"
    " tetapi ini bukan tanda tangan elektronik tersertifikasi.",
    Naskah.Cara.BSRE: "Sertifikat elektronik yang diterbitkan Balai Besar Sertifikasi Elektronik (BSrE), BSSN.",
    Naskah.Cara.BASAH: "Tanda tangan basah pada kertas. Kertas aslinya yang menjadi pegangan;"
    " Loket menyimpan pindaiannya.",
    Naskah.Cara.TERCATAT: "Dicetak dari catatan yang tersimpan dalam Loket, tanpa tanda tangan.",
}


def state_banner(found: PublicNaskah) -> Banner:
    """What counts first: whether it may be relied upon."""
    naskah = found.naskah
    if naskah.state == State.MENUNGGU:
        text = "Naskah ini sudah bernomor, tetapi belum sah karena belum selesai ditandatangani."
        return Banner(title="Menunggu tanda tangan.", text=text, kind="peringatan")
    if naskah.state == State.DIBATALKAN:
        text = f"Naskah ini dibatalkan penerbitnya{_ended(naskah)} dan tidak berlaku lagi."
        return Banner(title="Dibatalkan.", text=text, kind="gawat")
    if naskah.state == State.DIGANTIKAN:
        return _replaced(naskah)
    return Banner(title="Berlaku.", text="Naskah ini tercatat di Loket dan berlaku.", kind="beres")


def _replaced(naskah: Naskah) -> Banner:
    new = getattr(naskah, "pengganti", None)
    text = f"Naskah ini tidak berlaku lagi{_ended(naskah, 'sejak')}."
    if new is None or not new.kode:
        return Banner(title="Digantikan.", text=text, kind="peringatan")
    return Banner(
        title="Digantikan.",
        text=f"{text} Penggantinya",
        kind="peringatan",
        link_text=f"naskah nomor {new.nomor}" if new.nomor else "naskah penggantinya",
        link_url=reverse("verifikasi_kode", args=[new.kode]),
    )


def _ended(naskah: Naskah, since: str = "pada") -> str:
    return f" {since} {formats.full_date(local_date(naskah.ended_at))}" if naskah.ended_at else ""


def facts_of(found: PublicNaskah) -> tuple[Fact, ...]:
    naskah = found.naskah
    facts = (
        *identity_of(found),
        Fact("Hal", _subject(found)),
        Fact("Tujuan", found.tujuan),
        Fact("Pengesahan", WAYS.get(naskah.cara, "")),
    )
    return tuple(fact for fact in facts if fact.value)


def identity_of(found: PublicNaskah) -> tuple[Fact, ...]:
    """What a number alone is answered with: anybody can count on, so the subject takes the code."""
    naskah = found.naskah
    dated = formats.plain_date(naskah.tanggal) if naskah.tanggal else ""
    facts = (
        Fact("Jenis naskah", naskah.get_jenis_display()),
        Fact("Nomor", naskah.nomor or "Lembar ini tidak bernomor"),
        Fact("Tanggal", dated),
    )
    return tuple(fact for fact in facts if fact.value)


def _subject(found: PublicNaskah) -> str:
    if not found.is_closed:
        return found.hal
    if found.naskah.jenis in CLOSED:
        return "Naskah internal, hal tidak ditampilkan"
    return "Hal tidak ditampilkan untuk umum"


def parties_of(found: PublicNaskah) -> tuple[Fact, ...]:
    return tuple(_party(party) for party in found.parties)


def _party(party: TandaTangan) -> Fact:
    return Fact(", ".join(party.jabatan), party.nama, lines=how_signed(party))


def how_signed(party: TandaTangan) -> tuple[str, ...]:
    """Of a paper Loket knows only when its scan came: who held the pen, and when, stands on it."""
    if party.signed_at is None or party.file is None:
        return ("Belum menandatangani",)
    at = formats.full_datetime(party.signed_at.astimezone(ZONE))
    if party.file.kind == NaskahFile.Kind.PINDAIAN:
        return (f"Ditandatangani di atas kertas; pindaian diarsipkan oleh Loket pada {at}",)
    return (at, f"Sertifikat atas nama {party.file.certificate}")


def prints_of(found: PublicNaskah) -> tuple[Fact, ...]:
    """The fingerprint of each stored file; the same file is named by what it became last."""
    kinds = {file.sha256: file.get_kind_display() for file in found.files}
    return tuple(Fact(kind, digest) for digest, kind in kinds.items())
