"""Langkah 3: the section head appoints analysts (one leads) and programmers, each with a jobdesk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from loket.application.data import Plain, Problems, local_date
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.core.role import Role
from loket.models.permintaan import Penugasan

JOBDESK = {
    Role.SISTEM_ANALIS: (
        "Mengundang OPD, memimpin technical meeting, menyusun dokumen spesifikasi kebutuhan dan desain,"
        " serta mendampingi OPD setelah serah terima."
    ),
    Role.PROGRAMMER: (
        "Mengikuti technical meeting, membuat dan menguji aplikasi, mengubah status di GitLab,"
        " serta mendampingi OPD setelah serah terima."
    ),
}
"""The preset jobdesk of each role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`jobdesk` maps (user id, role) to a text; the preset of the role is used where it says nothing."""

    analyst_ids: tuple[int, ...]
    lead_id: int | None
    programmer_ids: tuple[int, ...]
    jobdesk: Mapping[tuple[int, Role], str] = field(default_factory=dict)

    def people(self) -> Iterable[int]:
        return {*self.analyst_ids, *self.programmer_ids}

    def members(self) -> Iterable[tuple[int, Role]]:
        yield from ((user_id, Role.SISTEM_ANALIS) for user_id in dict.fromkeys(self.analyst_ids))
        yield from ((user_id, Role.PROGRAMMER) for user_id in dict.fromkeys(self.programmer_ids))

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.unless(self.analyst_ids, "analyst_ids", "Pilih paling sedikit satu sistem analis.")
        problems.unless(self.programmer_ids, "programmer_ids", "Pilih paling sedikit satu programmer.")
        for field_name, ids, role in (
            ("analyst_ids", self.analyst_ids, Role.SISTEM_ANALIS),
            ("programmer_ids", self.programmer_ids, Role.PROGRAMMER),
        ):
            for user_id in ids:
                problems.person(field_name, user_id, facts, role)
        problems.unless(
            self.lead_id in self.analyst_ids, "lead_id", "Pilih ketua dari sistem analis yang ditunjuk."
        )
        for member, text in self.jobdesk.items():
            problems.long_text(f"jobdesk_{member[0]}_{member[1]}", text, "jobdesk", required=False)
        return problems


@part("penunjukan", "penunjukan", Data)
def appoint_team(work: Work, data: Data) -> Happened:
    members = list(data.members())
    _release(work)
    Penugasan.objects.bulk_create(
        Penugasan(
            permintaan=work.permintaan,
            user_id=user_id,
            role=role,
            is_lead=role is Role.SISTEM_ANALIS and user_id == data.lead_id,
            jobdesk=data.jobdesk.get((user_id, role), "").strip() or JOBDESK[role],
            from_date=local_date(work.now),
        )
        for user_id, role in members
    )
    return Happened(
        kind="tim.appointed",
        outcome="ditunjuk",
        particulars={"team": [[user_id, role] for user_id, role in members], "lead_id": data.lead_id},
    )


def _release(work: Work) -> None:
    """A team that was appointed before makes room for the new one; its places stay on record."""
    former = Penugasan.objects.current().filter(permintaan=work.permintaan)
    former.update(until_date=local_date(work.now))
