"""Steps 5 and 6: each session's invitation and minutes, and the four outputs that were agreed."""

from dataclasses import replace

from loket.application.steps.s06_rapat_teknis import ITEM_KINDS
from loket.models.permintaan import Permintaan
from loket.models.rapat import Kesepakatan, Rapat
from loket.queries import step_recorded as rows
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_facts import at, given, span
from loket.web.step_recorded.section import Section


def undangan(permintaan: Permintaan) -> tuple[Section, ...]:
    return tuple(_invitation(one) for one in rows.meetings(permintaan))


def _invitation(one: Rapat) -> Section:
    return Section(
        title=f"Undangan sesi {one.sesi}",
        facts=given(
            Fact("Waktu", span(one.planned_start, one.planned_end)),
            Fact("Tempat", one.tempat),
            Fact("Tautan", one.tautan, url=one.tautan),
            Fact("Peserta Dinas Kominfo", "", lines=tuple(user.nama for user in one.peserta.all())),
            Fact("Disampaikan lewat", one.get_kanal_display()),
            Fact("Catatan telepon", one.catatan_telepon),
            Fact("Nomor surat undangan", one.nomor_surat),
            Fact("Bahan yang dibawa", one.bahan),
            Fact("Diundang oleh", one.invited_by.nama, lines=(at(one.invited_at),)),
        ),
    )


def rapat_teknis(permintaan: Permintaan) -> tuple[Section, ...]:
    agreed = [_outputs(one) for one in rows.agreements(permintaan)]
    meetings = (one for one in rows.meetings(permintaan) if one.held_start or one.missed_at)
    minutes = tuple(_missed(one) if one.missed_at else _minutes(one) for one in meetings)
    holds, replaced = agreed[:1], agreed[1:]
    return (*holds, *minutes, *(replace(one, title=f"{one.title} semula") for one in replaced))


def _missed(one: Rapat) -> Section:
    return Section(
        title=f"Sesi {one.sesi}: OPD tidak hadir",
        facts=given(
            Fact("Dijadwalkan", span(one.planned_start, one.planned_end)),
            Fact("Catatan", one.notulen),
            Fact("Surat kepada Kepala OPD", one.surat_teguran),
            Fact("Dicatat", at(one.missed_at) if one.missed_at else ""),
        ),
    )


def _minutes(one: Rapat) -> Section:
    held = span(one.held_start, one.held_end) if one.held_start and one.held_end else ""
    columns = (Column("Nama"), Column("Instansi"), Column("Kehadiran"))
    attendance = tuple(
        TableRow((Cell(who.nama), Cell(who.instansi), Cell("Hadir" if who.is_present else "Tidak hadir")))
        for who in one.kehadiran_set.all()
    )
    return Section(
        title=f"Notulen sesi {one.sesi}",
        facts=given(
            Fact("Waktu", held),
            Fact("Tempat", one.tempat or one.tautan),
            Fact("Notulen", one.notulen),
            Fact("Keputusan", one.get_keputusan_display()),
            Fact("Yang masih perlu dibahas", one.alasan_lanjutan),
        ),
        table=Table(caption=f"Daftar hadir sesi {one.sesi}", columns=columns, rows=attendance, dense=True),
    )


def _outputs(agreed: Kesepakatan) -> Section:
    work = (
        f"{formats.full_date(agreed.implementasi_from)} sampai {formats.full_date(agreed.implementasi_until)}"
    )
    columns = (Column("Perangkat"), Column("Jenis"), Column("Disediakan oleh"))
    parties = dict(Kesepakatan.Pihak.choices)
    items = tuple(
        TableRow((Cell(item["nama"]), Cell(ITEM_KINDS[item["jenis"]]), Cell(str(parties[item["pihak"]]))))
        for item in agreed.penyedia
    )
    return Section(
        title=f"Kesepakatan sesi {agreed.rapat.sesi}",
        facts=given(
            Fact("Kebutuhan aplikasi", agreed.kebutuhan),
            Fact("Waktu pengerjaan", work),
            Fact("Penanggung jawab", agreed.pemelihara_nama, lines=(agreed.get_pemelihara_display(),)),
        ),
        table=Table(caption="Penyedia perangkat", columns=columns, rows=items, dense=True),
    )
