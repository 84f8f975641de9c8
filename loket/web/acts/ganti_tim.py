"""Somebody of the team hands over to another."""

from loket.application.acts import ganti_tim
from loket.application.data import StepData, local_date
from loket.core.role import TEAM, Role
from loket.queries.step_people import Candidate, candidates
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, PersonField, TextField, as_id
from loket.web.steps.people import with_title


@act_form("ganti_tim")
class GantiTimForm(MovingForm):
    LABEL = "Ganti anggota tim"
    ICON = "users"
    EXPLAINED = (
        "Pengganti memegang tugas ini mulai sekarang. Riwayat tetap atas nama yang mengerjakannya,"
        " dan waktu terus berjalan."
    )
    BUTTON = "Ganti anggota tim"
    RESULT = "Anggota tim diganti. Yang diganti, tim, dan OPD mendapat pemberitahuan."

    dari_id = PersonField(label="Yang diganti")
    kepada_id = PersonField(label="Pengganti")
    surat_tugas = TextField(
        label="Nomor surat tugas",
        what="nomor surat",
        required=False,
        help_text="Kosongkan bila surat tugas diterbitkan di Loket; konsepnya disiapkan.",
    )
    alasan = AreaField(label="Alasan penggantian", help_text="Contoh mutasi, cuti panjang, atau sakit.")
    dokumen = AreaField(label="Dokumen yang diserahkan")
    akses = AreaField(
        label="Akses yang diserahkan dan dicabut", help_text="Contoh repositori, server, dan basis data."
    )
    keadaan = AreaField(label="Keadaan pekerjaan", help_text="Yang sudah selesai dan yang belum.")

    def prepare(self) -> None:
        self.people = candidates(sorted(TEAM), self.now, local_date(self.now))
        team = self.standing.facts.team
        members = [one for one in self.people if (one.id, one.role) in team]
        gone = team - {(one.id, one.role) for one in members}
        self.fields["dari_id"].choices = [  # type: ignore[attr-defined]  # a choice field
            *((_place(one.id, one.role), f"{one.nama}, {one.role.label}") for one in members),
            *((_place(*place), f"{place[1].label} yang sudah tidak bertugas") for place in sorted(gone)),
        ]
        others = [one for one in self.people if (one.id, one.role) not in team]
        self.fields["kepada_id"].choices = [_choice(one) for one in others]  # type: ignore[attr-defined]  # a choice field

    def to_data(self) -> StepData:
        leaver, _, role = self.written("dari_id").partition(":")
        texts = ("surat_tugas", "alasan", "dokumen", "akses", "keadaan")
        return ganti_tim.Data(
            dari_id=as_id(leaver),
            role=role,
            kepada_id=as_id(self.written("kepada_id").partition(":")[0]),
            **{name: self.written(name) for name in texts},
        )


def _place(user_id: int, role: Role) -> str:
    return f"{user_id}:{role}"


def _choice(one: Candidate) -> tuple[str, object]:
    return _place(one.id, one.role), with_title(one)
