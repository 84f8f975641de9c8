"""Steps 10 to 12: the BAST with both confirmations, the ticket, mentoring and its report."""

from loket.models.pendampingan import LaporanPendampingan, PendampinganNote
from loket.models.permintaan import Permintaan
from loket.queries import step_recorded as rows
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.records import TimelineItem
from loket.web.step_facts import at, bast_facts, document, for_another, given, remark, signed
from loket.web.step_recorded.section import Section


def serah_terima(permintaan: Permintaan) -> tuple[Section, ...]:
    return tuple(
        Section(
            title="Berita acara serah terima" if bast.is_current else "Berita acara sebelumnya",
            facts=bast_facts(bast),
        )
        for bast in rows.handovers(permintaan)
    )


def status_gitlab(permintaan: Permintaan) -> tuple[Section, ...]:
    ticket = rows.ticket(permintaan)
    if ticket is None or ticket.changed_at is None:
        return ()
    facts = given(
        Fact("Keadaan", ticket.get_state_display()),
        Fact("Diubah", at(ticket.changed_at)),
        Fact("Catatan", ticket.catatan),
    )
    return (Section(title="Tiket", facts=facts),)


def pendampingan(permintaan: Permintaan) -> tuple[Section, ...]:
    reports = tuple(_report(one, permintaan) for one in rows.reports(permintaan))
    notes = tuple(_activity(one) for one in rows.activities(permintaan))
    return (*reports, *((Section(title="Kegiatan pendampingan", remarks=notes),) if notes else ()))


def _report(one: LaporanPendampingan, permintaan: Permintaan) -> Section:
    return Section(
        title="Laporan pendampingan" if one.is_current else "Laporan sebelumnya",
        facts=given(
            Fact("Ringkasan", one.ringkasan),
            Fact("Diajukan", one.by.nama, lines=(at(one.at),)),
            signed("Persetujuan Kepala Seksi", one.approved_by, one.approved_at, for_another(one)),
            signed("Konfirmasi OPD", one.confirmed_by, one.confirmed_at),
            Fact("Dikembalikan karena", one.returned_reason),
        ),
        documents=(document(one.version, permintaan),),
    )


def _activity(note: PendampinganNote) -> TimelineItem:
    quote = "\n\n".join(part for part in (note.kegiatan, note.hasil) if part)
    held = f"mendampingi pada {formats.full_date(note.held_on)}"
    return remark(note.by, note.at, held, quote=quote)
