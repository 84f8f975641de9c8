"""The head of the office determines a revision: by a decision, with a day from which it is in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid
from loket.application.office.ledger import record_for_kantor
from loket.application.office.sop_access import DECIDES, FIELD, draft_in_hand, may_release, office_for
from loket.application.office.sop_draft import changed_places
from loket.application.office.sop_text import digest, head_of, text_of_draft, unsound
from loket.application.outbox import enqueue
from loket.core.actor import Actor
from loket.core.calendar_plan import spelt
from loket.core.revising import Issue
from loket.core.role import Role
from loket.core.text import problem_with_letter_number
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.models.user import User

AHEAD = timedelta(days=366)
_NIP = (8, 14, 15)
"""Where the digits of a NIP are parted when they are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseData:
    """`sure`: that the comparison has been read and this is meant."""

    keputusan: str
    tanggal_penetapan: date | None
    tanggal_berlaku: date | None
    pangkat: str = ""
    sure: bool = False

    def check(self, before: SopRevision, today: date) -> Problems:
        problems = Problems()
        problems.add("keputusan", problem_with_letter_number(self.keputusan, what="nomor keputusan"))
        problems.text("pangkat", self.pangkat, "pangkat", limit=100, required=False)
        problems.unless(self.sure, "sure", "Nyatakan bahwa perbandingan sudah diperiksa.")
        self._check_decision(problems, before, today)
        self._check_beginning(problems, before, today)
        return problems

    def _check_decision(self, problems: Problems, before: SopRevision, today: date) -> None:
        day = self.tanggal_penetapan
        if day is None:
            problems.add("tanggal_penetapan", "Isi tanggal penetapan.")
            return
        problems.unless(day <= today, "tanggal_penetapan", f"Tanggal penetapan paling lambat {spelt(today)}.")
        what = f"Tanggal penetapan tidak mendahului penetapan revisi {before.revisi}"
        problems.not_before("tanggal_penetapan", day, before.tanggal_penetapan, what)

    def _check_beginning(self, problems: Problems, before: SopRevision, today: date) -> None:
        """What is accepted today until this moment has another revision; a day gone by would say otherwise."""
        day = self.tanggal_berlaku
        if day is None:
            problems.add("tanggal_berlaku", "Isi tanggal berlaku.")
            return
        problems.not_before("tanggal_berlaku", day, today, "Tanggal berlaku paling cepat hari ini")
        if before.tanggal_berlaku and before.tanggal_berlaku > today:
            what = f"Tanggal berlaku tidak mendahului tanggal berlaku revisi {before.revisi}"
            problems.not_before("tanggal_berlaku", day, before.tanggal_berlaku, what)
        last = today + AHEAD
        problems.unless(day <= last, "tanggal_berlaku", f"Tanggal berlaku paling lambat {spelt(last)}.")


def release_draft(
    data: ReleaseData, *, seen: int, actor: Actor, now: datetime, source: str = "web"
) -> SopRevision:
    """New permintaan take it from its day on; those that run stay on theirs. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = office_for(may_release(actor))
        draft = draft_in_hand(seen)
        if problems := data.check(draft.based_on, local_date(now)):
            raise Invalid(problems)
        content = text_of_draft(draft, _issue(draft, data, actor))
        if reasons := unsound(content):
            raise Invalid(Problems({FIELD: reasons}))
        revision = SopRevision.objects.create(
            nomor=draft.nomor,
            revisi=draft.revisi,
            content=content,
            sha256=digest(content),
            keputusan=data.keputusan.strip(),
            tanggal_penetapan=data.tanggal_penetapan,
            tanggal_berlaku=present(data.tanggal_berlaku),
            released_at=now,
            released_by_id=present(actor.id),
        )
        said = {
            "nomor": revision.nomor,
            "revisi": revision.revisi,
            "sha256": revision.sha256,
            "keputusan": revision.keputusan,
            "tanggal_penetapan": revision.tanggal_penetapan,
            "tanggal_berlaku": revision.tanggal_berlaku,
            **changed_places(draft),
        }
        draft.delete()
        enqueue(
            (),
            record_for_kantor(
                kantor, "sop.released", said, actor=actor, now=now, source=source, roles=DECIDES
            ),
        )
    return revision


def _issue(draft: SopDraft, data: ReleaseData, actor: Actor) -> Issue:
    return Issue(
        revisi=draft.revisi,
        tanggal_revisi=data.tanggal_penetapan,
        tanggal_berlaku=data.tanggal_berlaku,
        disahkan=_signed(head_of(draft.based_on.content), data, actor),
    )


def _signed(before: Mapping[str, str], data: ReleaseData, actor: Actor) -> dict[str, str]:
    """As whom the head of the office signs: in the office's own words, with Plh. or Plt. before them."""
    user = User.objects.get(pk=present(actor.id))
    prefix = actor.capacities[Role.KEPALA_DINAS]
    office = before["jabatan"].removeprefix("Plh. ").removeprefix("Plt. ")
    signed = {
        "jabatan": f"{prefix} {office}".strip(),
        "nama": user.nama,
        "pangkat": data.pangkat.strip(),
        "nip": _printed_nip(user.nip),
    }
    return {name: value for name, value in signed.items() if value}


def _printed_nip(nip: str) -> str:
    """19760520 199511 1 001."""
    first, second, third = _NIP
    return " ".join(filter(None, (nip[:first], nip[first:second], nip[second:third], nip[third:])))
