"""The OPD has another contact; the account of the former one may lose its access."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application.changes import keep_changes
from loket.application.contact import e164, problem_with_email, problem_with_phone
from loket.application.data import Plain, Problems, given
from loket.application.errors import Invalid
from loket.application.office.opd_access import end_opd_access
from loket.application.registry import Happened, Work, act
from loket.core.amendments import FRONT, may_change_pic, may_revoke
from loket.core.facts import Facts
from loket.core.moving import PIC_CHANGED
from loket.core.record import digest_of
from loket.core.role import Role
from loket.models.user import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`pic_phone` as typed; `dasar`: the letter or message by which the OPD said so.

    `akun_lama_id`: the account of the former contact, where it is to speak for the OPD no longer.
    """

    pic_nama: str
    pic_phone: str
    pic_email: str
    dasar: str
    akun_lama_id: int | None = None

    def people(self) -> Iterable[int]:
        return given(self.akun_lama_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.text("pic_nama", self.pic_nama, "nama narahubung", limit=150)
        problems.add("pic_phone", problem_with_phone(self.pic_phone))
        problems.add("pic_email", problem_with_email(self.pic_email))
        problems.long_text("dasar", self.dasar, "dasar penggantian")
        if self.akun_lama_id is not None:
            problems.person("akun_lama_id", self.akun_lama_id, facts, Role.OPD)
        return problems


@act("ganti_pic", Data, allowed=may_change_pic, roles=FRONT)
def change_pic(work: Work, data: Data) -> Happened:
    if data.akun_lama_id is not None:
        _end_access(work, data.akun_lama_id)
    phone = e164(data.pic_phone) or ""
    new = {"pic_nama": data.pic_nama, "pic_phone": phone, "pic_email": data.pic_email}
    particulars = keep_changes(work, work.permintaan, new, why=data.dasar)
    pic = digest_of(f"{data.pic_nama}\n{phone}\n{data.pic_email}", salt=work.permintaan.kode_lacak)
    return Happened(kind=PIC_CHANGED, particulars={**particulars, "pic": pic})


def _end_access(work: Work, user_id: int) -> None:
    if not may_revoke(work.actor):
        sentence = "Pencabutan akses dicatat Tata Usaha atau Kepala Seksi menurut surat OPD."
        raise Invalid(Problems({"akun_lama_id": [sentence]}))
    if not User.objects.filter(pk=user_id, opd_id=work.permintaan.opd_id).exists():
        raise Invalid(Problems({"akun_lama_id": ["Pilih akun OPD yang mengajukan permintaan ini."]}))
    end_opd_access(user_id, actor=work.actor, roles=FRONT, now=work.now, source=work.source)
