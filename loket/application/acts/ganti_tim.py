"""Somebody of the team hands over to another: documents, access and the state of the work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems, given, local_date, present
from loket.application.registry import Happened, Work, act
from loket.core.amendments import may_change_team
from loket.core.facts import Facts
from loket.core.moving import TEAM_CHANGED
from loket.core.role import TEAM, Role
from loket.core.text import problem_with_letter_number
from loket.models.permintaan import Penugasan
from loket.models.perubahan import SerahTerimaTugas

_HANDED_OVER = ("dokumen", "akses", "keadaan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """Who leaves (`dari_id`, in which `role`) and who takes over; `keadaan` is the state of the work.

    `surat_tugas`: the number of a letter from elsewhere; without one Loket drafts it.
    """

    dari_id: int | None
    role: str
    kepada_id: int | None
    surat_tugas: str
    alasan: str
    dokumen: str
    akses: str
    keadaan: str

    def people(self) -> Iterable[int]:
        return given(self.kepada_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        role = Role(self.role) if self.role in TEAM else None
        leaves = role is not None and facts.has_member(self.dari_id, role)
        problems.unless(leaves, "dari_id", "Pilih anggota tim yang diganti.")
        if role is not None and leaves:
            problems.person("kepada_id", self.kepada_id, facts, role)
            already = facts.has_member(self.kepada_id, role)
            problems.unless(not already, "kepada_id", "Orang ini sudah di tim. Pilih orang lain.")
        if self.surat_tugas:
            problems.add("surat_tugas", problem_with_letter_number(self.surat_tugas))
        problems.long_text("alasan", self.alasan, "alasan penggantian")
        problems.long_text("dokumen", self.dokumen, "dokumen yang diserahkan")
        problems.long_text("akses", self.akses, "akses yang diserahkan dan dicabut")
        problems.long_text("keadaan", self.keadaan, "keadaan pekerjaan")
        return problems


@act("ganti_tim", Data, allowed=may_change_team, roles=(Role.KEPALA_SEKSI,))
def change_team(work: Work, data: Data) -> Happened:
    before = Penugasan.objects.current().get(
        permintaan=work.permintaan, user_id=present(data.dari_id), role=data.role
    )
    today = local_date(work.now)
    before.until_date = today
    before.save(update_fields=["until_date"])
    Penugasan.objects.create(
        permintaan=work.permintaan,
        user_id=present(data.kepada_id),
        role=before.role,
        is_lead=before.is_lead,
        jobdesk=before.jobdesk,
        from_date=today,
    )
    handover = SerahTerimaTugas.objects.create(
        permintaan=work.permintaan,
        role=before.role,
        dari_id=before.user_id,
        kepada_id=present(data.kepada_id),
        alasan=data.alasan,
        surat_tugas=data.surat_tugas,
        by_id=work.by,
        at=work.now,
        **{name: getattr(data, name) for name in _HANDED_OVER},
    )
    return Happened(
        kind=TEAM_CHANGED,
        particulars={
            "serah_terima_id": handover.pk,
            "role": before.role,
            "dari_id": before.user_id,
            "kepada_id": data.kepada_id,
        },
    )
