"""What the clock proposes, as a row: made when it is due, void when the permintaan has moved on."""

from datetime import datetime

from loket.application.data import local_date, present
from loket.application.registry import Work
from loket.core.alarm import Alarm
from loket.core.alarm_moments import ABSENT_LIMIT, INCOMPLETE_LIMIT, LETTER_LIMIT, NOTICE_DAYS
from loket.core.calendar_plan import spelt
from loket.models.permintaan import Permintaan
from loket.models.usulan import Usulan

_REASONS = {
    Alarm.USUL_TANGGUHKAN: (
        "Surat asli ditunggu sejak {since} dan belum diterima setelah {limit} hari kerja."
        " OPD sudah diingatkan, terakhir paling sedikit {notice} hari kerja yang lalu."
    ),
    Alarm.USUL_BATALKAN: (
        "Surat dikembalikan untuk dilengkapi pada {since} dan belum dilengkapi setelah {limit} hari kerja."
        " OPD sudah diingatkan, terakhir paling sedikit {notice} hari kerja yang lalu."
    ),
    Alarm.USUL_BATALKAN_HADIR: (
        "Permintaan ditangguhkan sejak {since} karena OPD tidak hadir, dan belum dilanjutkan setelah {limit}"
        " hari kerja. OPD sudah diingatkan, terakhir paling sedikit {notice} hari kerja yang lalu."
    ),
}
_LIMITS = {
    Alarm.USUL_TANGGUHKAN: LETTER_LIMIT,
    Alarm.USUL_BATALKAN: INCOMPLETE_LIMIT,
    Alarm.USUL_BATALKAN_HADIR: ABSENT_LIMIT,
}


def propose(work: Work, alarm: Alarm) -> Usulan:
    words = {"since": spelt(local_date(_since(work, alarm))), "limit": _LIMITS[alarm], "notice": NOTICE_DAYS}
    return Usulan.objects.create(
        permintaan=work.permintaan,
        alarm=alarm,
        alasan=_REASONS[alarm].format(**words),
        proposed_at=work.now,
    )


def _since(work: Work, alarm: Alarm) -> datetime:
    """From when the time was counted that has run out."""
    if alarm is Alarm.USUL_TANGGUHKAN:
        return present(work.permintaan.letter_since)
    run = present(work.pengerjaan).run()
    return run.available_at if alarm is Alarm.USUL_BATALKAN else run.pauses[-1].since


def void_open_usulan(permintaan: Permintaan, now: datetime) -> None:
    """What it rested on is gone; one that was decided is not open any more."""
    open_one = Usulan.objects.filter(permintaan=permintaan, keputusan="")
    open_one.update(keputusan=Usulan.Keputusan.GUGUR, decided_at=now)
