"""Each difference in one sentence, and what a person may do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from loket.application.gitlab.repairs import Way, ways_of
from loket.application.gitlab.wording import words_of
from loket.models.issue_drift import Drift
from loket.models.issue_gitlab import IssueGitlab
from loket.queries.gitlab_drift import drifts_of
from loket.web.office.gitlab_lists import in_sentence, shown_url
from loket.web.request import Request

_SENTENCES: Mapping[Drift, str] = {
    Drift.HILANG: "Issue dihapus atau tidak terlihat lagi oleh akun Loket.",
    Drift.PINDAH: "Issue dipindahkan ke proyek lain, sehingga Loket tidak mengikutinya lagi.",
    Drift.DIBUKA_LAGI: "Issue dibuka lagi di GitLab setelah ditutup. Boleh dibiarkan bila pekerjaannya memang dilanjutkan.",
    Drift.DITUTUP_DI_GITLAB: "Issue ditutup di GitLab, sedangkan permintaan masih berjalan. Ini tanda pekerjaan selesai; langkahnya tetap diselesaikan di Loket.",
    Drift.LUPUT: "GitLab tidak menyimpan {dropped}. Periksa peran akun Loket pada proyek.",
    Drift.KEMBARAN: "Permintaan pembuatan terkirim {tries} kali karena jawaban GitLab tidak sampai. Kembarannya, bila ada, ditutup Loket dengan catatan.",
    Drift.DIKOREKSI: "Diubah di GitLab dan dikembalikan oleh Loket: {corrected}, {corrected_at}.",
}
_PRESSES = {
    Way.ISSUE_BARU: "Perbaiki: buat issue baru",
    Way.TUTUP: "Perbaiki: tutup lagi",
    Way.BANDINGKAN: "Bandingkan sekarang",
}
_OVER = "Tiketnya sudah selesai, jadi tidak ada yang perlu dilakukan."


@dataclass(frozen=True, slots=True)
class Press:
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftRow:
    title: str
    issue_url: str
    permintaan_url: str
    sentences: tuple[str, ...]
    presses: tuple[Press, ...]


def drift_rows(rows: Sequence[IssueGitlab], request: Request) -> tuple[DriftRow, ...]:
    return tuple(_row(row, request) for row in rows)


def _row(row: IssueGitlab, request: Request) -> DriftRow:
    nomor, drifts = row.tiket.permintaan.nomor, drifts_of(row)
    needs_another: bool = row.needs_another  # type: ignore[attr-defined]  # annotated by the query
    is_lost = Drift.HILANG in drifts or Drift.PINDAH in drifts
    over = (_OVER,) if is_lost and not needs_another else ()
    return DriftRow(
        title=f"{nomor}, issue {row.iid}" if row.iid else nomor,
        issue_url=row.web_url,
        permintaan_url=shown_url(nomor, request),
        sentences=(*(_sentence(drift, row, request.now) for drift in drifts), *over),
        presses=tuple(
            Press(_text(way, is_lost=needs_another), reverse("perbaiki_gitlab", args=[row.pk, way]))
            for way in ways_of(drifts, needs_another=needs_another)
        ),
    )


def _text(way: Way, *, is_lost: bool) -> str:
    return "Cari lagi" if way is Way.BANDINGKAN and is_lost else _PRESSES[way]


def _sentence(drift: Drift, row: IssueGitlab, now: datetime) -> str:
    return _SENTENCES[drift].format(
        dropped=words_of(row.dropped),
        corrected=words_of(row.corrected),
        tries=row.tries,
        corrected_at=in_sentence(row.corrected_at, now) if row.corrected_at else "",
    )
