"""What a comparison found, in words for somebody who is no archivist."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from loket.application.naskah.comparing import Compared, Match
from loket.core.zone import ZONE
from loket.models.naskah import Naskah
from loket.queries.public_naskah import PublicNaskah
from loket.web import formats
from loket.web.components.feedback import BannerKind

_PAPER = "Bila Anda memegang pindaian atau foto kertas, cocokkan nomor, tanggal, dan hal dengan halaman ini."

OUTCOMES: dict[Match, tuple[BannerKind, str, str]] = {
    Match.ISSUED: (
        "beres",
        "Berkas sama dengan yang tersimpan",
        "Berkas ini sama persis dengan berkas naskah yang tersimpan di Loket.",
    ),
    Match.EARLIER: (
        "peringatan",
        "Berkas lebih awal dari yang berlaku",
        "Berkas ini asli, tetapi dibuat sebelum naskah selesai ditandatangani. Mintalah berkas yang terakhir.",
    ),
    Match.CHANGED: (
        "gawat",
        "Berkas diubah setelah ditandatangani",
        "Jangan dipakai: berkas ini tidak sama dengan yang diterbitkan, dan isinya berubah atau rusak.",
    ),
    Match.OTHER_SIGNED: (
        "gawat",
        "Berkas bukan berkas naskah ini",
        "Berkas ini bertanda tangan elektronik, tetapi bukan berkas naskah ini. Mungkin milik naskah lain.",
    ),
    Match.OTHER: (
        "peringatan",
        "Berkas tidak sama dengan yang diterbitkan",
        f"Berkas ini tidak sama dengan berkas yang tersimpan, dan tidak memuat tanda tangan elektronik. {_PAPER}",
    ),
    Match.NO_PDF: (
        "peringatan",
        "Berkas ini bukan PDF",
        f"Hanya berkas PDF dari penerbit yang dapat dicocokkan. {_PAPER}",
    ),
}
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before any electronic signature."""


@dataclass(frozen=True, slots=True)
class Outcome:
    kind: BannerKind
    title: str
    text: str
    sha256: str
    signatures: tuple[str, ...] = ()


def outcome_of(compared: Compared, found: PublicNaskah, now: datetime) -> Outcome:
    kind, title, text = OUTCOMES[compared.match]
    naskah = found.naskah
    if compared.match is Match.ISSUED and naskah.state != Naskah.State.BERLAKU:
        kind = "peringatan"
        text += f" Namun keadaan naskahnya: {naskah.get_state_display().lower()}."
    return Outcome(kind, title, text, compared.sha256, tuple(_signatures(compared, now)))


def _signatures(compared: Compared, now: datetime) -> list[str]:
    said = []
    for number, report in enumerate(compared.reports, start=1):
        who = report.signer or f"Tanda tangan {number}"
        when = _when(report.at, now, is_proven=report.is_time_proven)
        said.append(f"{who}{when}: {report.sentence}")
    return said


def _when(at: datetime | None, now: datetime, *, is_proven: bool) -> str:
    """What only the signer claims is called so, and left out where it cannot be."""
    if at is None or at.tzinfo is None:
        return ""
    if not is_proven and not EARLIEST <= at <= now + timedelta(days=1):
        return ""
    claimed = "" if is_proven else " menurut penanda tangan"
    return f", {formats.full_datetime(at.astimezone(ZONE))}{claimed}"
