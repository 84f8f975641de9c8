"""Steps 3 and 4: the team with its jobdesk, the priority sheet and the ticket."""

from loket.core.priority import CRITERIA, Level
from loket.core.role import Role
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.tiket import Prioritas
from loket.queries import step_recorded as rows
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_facts import at, for_another, given, signed
from loket.web.step_recorded.section import Section


def penunjukan(permintaan: Permintaan) -> tuple[Section, ...]:
    members = rows.team(permintaan)
    if not members:
        return ()
    columns = (Column("Nama"), Column("Peran"), Column("Jobdesk"), Column("Sejak"))
    table = Table(caption="Tim permintaan", columns=columns, rows=tuple(_member(one) for one in members))
    return (Section(title="Tim permintaan", table=table),)


def _member(one: Penugasan) -> TableRow:
    role = Role(one.role).label
    until = f"sampai {formats.plain_date(one.until_date)}" if one.until_date else ""
    return TableRow(
        (
            Cell(one.user.nama),
            Cell(f"{role}, ketua tim" if one.is_lead else role),
            Cell(one.jobdesk),
            Cell(formats.plain_date(one.from_date), detail=until),
        )
    )


def prioritas(permintaan: Permintaan) -> tuple[Section, ...]:
    sheets = list(rows.priorities(permintaan))
    ticket = rows.ticket(permintaan)
    sections = [_sheet(one, number) for number, one in enumerate(sheets)]
    if ticket:
        facts = given(Fact("Keadaan", ticket.get_state_display()), Fact("Dibuka", at(ticket.opened_at)))
        sections.append(Section(title="Tiket", facts=facts))
    return tuple(sections)


def _sheet(one: Prioritas, number: int) -> Section:
    columns = (
        Column("Kriteria"),
        Column("Penilaian"),
        Column("Nilai", numeric=True),
        Column("Skor", numeric=True),
    )
    computed, decided = Level(one.computed), Level(one.decided)
    return Section(
        title="Penilaian sebelumnya" if number else "Dokumen prioritas pelayanan",
        facts=given(
            Fact("Prioritas", decided.label),
            Fact("Skor", f"{formats.number(one.total)} dari 100"),
            Fact("Hasil perhitungan", computed.label if computed is not decided else ""),
            Fact("Alasan", one.reason),
            Fact("Tenggat", formats.full_date(one.deadline) if one.deadline else ""),
            signed("Ditetapkan", one.by, one.at, for_another(one)),
        ),
        table=Table(caption="Nilai setiap kriteria", columns=columns, rows=_scores(one), dense=True),
    )


def _scores(one: Prioritas) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            (
                Cell(criterion.nama, detail=f"bobot {criterion.weight}"),
                Cell(criterion.scale[one.scores[criterion.key] - 1]),
                Cell(str(one.scores[criterion.key])),
                Cell(formats.number(criterion.weight * one.scores[criterion.key] / 4)),
            )
        )
        for criterion in CRITERIA
    )
