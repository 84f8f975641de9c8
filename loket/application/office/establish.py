"""What an empty database needs before the first request: the office, its agencies, its calendar and its SOP."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from loket.application.office.ledger import record_for_kantor
from loket.core.actor import SYSTEM
from loket.models.kantor import HariLibur, JadwalKerja, Kantor
from loket.models.opd import Opd
from loket.models.sop_revision import SopRevision
from loket.sop import shipped_calendar
from loket.sop.definition import MAIN, shipped, text_of
from loket.sop.shipped_opd import opd_register


def establish(now: datetime) -> bool:
    """Seed a new office once; False where it already stands. Nothing that an office has edited is touched."""
    with transaction.atomic():
        if Kantor.objects.exists():
            return False
        calendar = shipped_calendar.load()
        kantor = Kantor.objects.create(
            pk=1,
            digest_salt=secrets.token_hex(16),
            calendar_version=1,
            calendar_from=calendar.first,
            calendar_until=calendar.last,
        )
        Opd.objects.bulk_create(Opd(**row._asdict()) for row in opd_register())
        _seed_calendar()
        revision = _release_sop(now)
        record_for_kantor(
            kantor,
            "sop.released",
            {"nomor": revision.nomor, "revisi": revision.revisi, "sha256": revision.sha256},
            actor=SYSTEM,
            now=now,
            source="sistem",
        )
    return True


def _seed_calendar() -> None:
    JadwalKerja.objects.bulk_create(
        JadwalKerja(
            label=schedule.label,
            valid_from=schedule.valid_from,
            valid_until=schedule.valid_until,
            windows={
                str(day): [[start.isoformat("minutes"), end.isoformat("minutes")] for start, end in windows]
                for day, windows in schedule.windows.items()
            },
        )
        for schedule in shipped_calendar.schedules()
    )
    HariLibur.objects.bulk_create(
        HariLibur(
            day=holiday.date,
            nama=holiday.name,
            kind=holiday.kind,
            decree=holiday.decree,
            is_certain=not holiday.is_estimate,
        )
        for holiday in shipped_calendar.holidays()
    )


def _release_sop(now: datetime) -> SopRevision:
    content = text_of(MAIN)
    return SopRevision.objects.create(
        nomor=MAIN,
        revisi=shipped(MAIN).revisi,
        content=content,
        sha256=sha256(content.encode()).hexdigest(),
        released_at=now,
    )
