"""What was changed beside the road: a member of the team, a fact, the scope."""

from loket.core.role import Role
from loket.models.permintaan import Permintaan
from loket.models.perubahan import PerubahanData, PerubahanLingkup, SerahTerimaTugas
from loket.queries import step_changes as rows
from loket.web.components.facts import Fact
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_facts import at, document, given, signed
from loket.web.step_recorded.section import Section
from loket.web.steps.s01_surat import label_of
from loket.web.work.scope import facts_of


def handovers(permintaan: Permintaan) -> tuple[Section, ...]:
    return tuple(_handover(one) for one in rows.handovers(permintaan))


def _handover(one: SerahTerimaTugas) -> Section:
    return Section(
        title=f"Serah terima tugas {Role(one.role).label}",
        facts=given(
            Fact("Dari", one.dari.nama),
            Fact("Kepada", one.kepada.nama),
            Fact("Surat tugas", one.surat_tugas),
            Fact("Alasan", one.alasan),
            Fact("Dokumen", one.dokumen),
            Fact("Akses", one.akses),
            Fact("Keadaan pekerjaan", one.keadaan),
            signed("Ditetapkan", one.by, one.at),
        ),
    )


def corrections(permintaan: Permintaan) -> tuple[Section, ...]:
    found = tuple(rows.corrections(permintaan))
    if not found:
        return ()
    columns = (Column("Isian"), Column("Semula"), Column("Menjadi"), Column("Alasan"), Column("Oleh"))
    table = Table(
        caption="Perubahan data", columns=columns, rows=tuple(_correction(one) for one in found), dense=True
    )
    return (Section(title="Perubahan data", table=table),)


def _correction(one: PerubahanData) -> TableRow:
    return TableRow(
        (
            Cell(label_of(one.isian)),
            Cell(one.semula),
            Cell(one.menjadi),
            Cell(one.alasan),
            Cell(one.by.nama, detail=at(one.at)),
        )
    )


def scopes(permintaan: Permintaan) -> tuple[Section, ...]:
    return tuple(_scope(one, permintaan) for one in rows.scopes(permintaan))


def _scope(one: PerubahanLingkup, permintaan: Permintaan) -> Section:
    decided = (
        (Fact("Keputusan", one.get_keputusan_display()), signed("Diputuskan", one.decided_by, one.decided_at))
        if one.decided_by
        else (Fact("Keputusan", "Belum diputuskan"),)
    )
    return Section(
        title="Perubahan ruang lingkup",
        facts=given(
            *facts_of(one), signed("Diajukan", one.by, one.at), *decided, Fact("Pertimbangan", one.catatan)
        ),
        documents=(document(one.version, permintaan),) if one.version else (),
    )
