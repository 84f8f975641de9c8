"""What the last test of the connection said: what is wrong and what to do about it, the facts, and what Loket may do."""

from collections.abc import Iterator
from datetime import date, datetime

from loket.application.data import local_date
from loket.application.gitlab.checking import rights_of
from loket.application.gitlab.warning import DAYS_BEFORE
from loket.application.gitlab.wording import RENEW, reason_of
from loket.core.zone import ZONE
from loket.models.gitlab import GitlabConnection
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Banner
from loket.web.components.tables import Cell, Column, Table, TableRow


def when(moment: datetime | None) -> str:
    return formats.full_datetime(moment.astimezone(ZONE)) if moment else "Belum pernah"


def banners(row: GitlabConnection, now: datetime) -> tuple[Banner, ...]:
    found = tuple(_banners(row, local_date(now)))
    if found or row.checked_at is None:
        return found or (
            Banner(title="Sambungan belum diuji", text="Tekan Uji sambungan untuk memeriksanya."),
        )
    text = "GitLab menjawab, dan akun Loket memiliki semua hak yang diperlukan."
    return (Banner(title="Sambungan baik", text=text, kind="beres"),)


def _banners(row: GitlabConnection, today: date) -> Iterator[Banner]:
    if row.paused_at and row.paused_by:
        text = f"Sejak {when(row.paused_at)} oleh {row.paused_by.nama}. Alasan: {row.paused_because}"
        yield Banner(title="Sinkronisasi dijeda", text=text, kind="peringatan")
    if row.problem:
        since = f" Gagal sejak {when(row.failing_since)}." if row.failing_since else ""
        yield Banner(title="Sambungan gagal", text=f"{reason_of(row)}{since}", kind="gawat")
    rights = rights_of(row)
    for what, remedy in rights.lacks() if rights else ():
        yield Banner(title=what, text=remedy, kind="gawat")
    if row.token_expires_on and (row.token_expires_on - today).days <= max(DAYS_BEFORE):
        left = (row.token_expires_on - today).days
        day = formats.plain_date(row.token_expires_on)
        title = f"Token berakhir {day}, {left} hari lagi" if left > 0 else f"Token sudah berakhir pada {day}"
        yield Banner(title=title, text=RENEW, kind="peringatan" if left > 0 else "gawat")


def facts(row: GitlabConnection) -> tuple[Fact, ...]:
    rights = rights_of(row)
    until = (
        formats.full_date(row.token_expires_on)
        if row.token_expires_on
        else "Tidak dibatasi atau tidak diketahui"
    )
    scopes = ", ".join(row.rights.get("scopes") or ()) or "Tidak diketahui"
    return (
        Fact("Diuji", when(row.checked_at)),
        Fact("Versi GitLab", row.version or "Belum diketahui"),
        Fact("Proyek", row.project_name or "Belum diketahui", url=row.project_url),
        Fact("Akun Loket di GitLab", row.rights.get("username") or "Belum diketahui"),
        Fact("Peran pada proyek", rights.role if rights else "Belum diketahui"),
        Fact("Cakupan token", scopes),
        Fact("Token berlaku sampai", until),
        Fact("Kabar (webhook) terakhir dari GitLab", when(row.hook_at)),
    )


def abilities(row: GitlabConnection) -> Table | None:
    rights = rights_of(row)
    if rights is None:
        return None
    return Table(
        caption="Hak akun Loket pada proyek",
        columns=(Column("Yang diperlukan"), Column("Keadaan")),
        rows=tuple(
            TableRow((Cell(what), Cell("Dapat" if may else "Tidak dapat")))
            for what, may in rights.abilities()
        ),
        caption_hidden=False,
        dense=True,
    )
