"""Naskah dinas of a permintaan: drafted, issued with a number, signed, voided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from loket.application.data import Plain, Problems, present
from loket.application.errors import Invalid, NotVisible
from loket.application.naskah.addenda import give_number_back
from loket.application.naskah.bast import earlier_bast
from loket.application.naskah.content import CONTENTS
from loket.application.naskah.drafting import (
    draftable,
    lacks,
    may_draft,
    name,
    new_draft,
    require,
    still_as_shown,
)
from loket.application.naskah.issuing import issue, said_of
from loket.application.naskah.recording import Proof, named, record_signature
from loket.application.naskah.signing import end, may_issue_now, may_void_now, signs_outside_a_step
from loket.application.registry import Happened, Work, act
from loket.core.facts import Facts
from loket.core.naskah import IN_STEP
from loket.core.naskah_acts import (
    DRAFTERS,
    ISSUERS,
    SIGNERS,
    may_draft_naskah,
    may_issue_naskah,
    may_sign_naskah,
)
from loket.core.verdict import unless
from loket.models.naskah import Naskah

WITH_CERTIFICATE = (Naskah.Cara.INTERNAL, Naskah.Cara.BSRE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Plain):
    """`isian` by field. `naskah_id` changes that draft; `menggantikan_id` is the naskah that this one replaces.

    `version`: of that draft, as its page showed it.
    """

    jenis: str
    isian: Mapping[str, str] = field(default_factory=dict)
    naskah_id: int | None = None
    version: str = ""
    menggantikan_id: int | None = None

    def check(self, facts: Facts, now: datetime) -> Problems:
        if draftable(self.jenis) is None:
            return Problems({"jenis": ["Pilih jenis naskah."]})
        return CONTENTS[self.jenis].check(self.isian)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Plain):
    """`cara`: how it will be signed. `version`: of the draft that its page showed."""

    naskah_id: int
    cara: str
    version: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        ways = (*WITH_CERTIFICATE, Naskah.Cara.BASAH)
        problems.choice("cara", self.cara, ways, "cara tanda tangan")
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Plain):
    naskah_id: int
    proof: Proof = field(default_factory=Proof)

    def uploads(self) -> Iterable[int]:
        return self.proof.uploads()

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        self.proof.check(problems, facts)
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiding(Plain):
    naskah_id: int
    alasan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("alasan", self.alasan, "alasan pembatalan")
        return problems


@act("konsep_naskah", Draft, allowed=may_draft_naskah, roles=DRAFTERS, moves=False)
def draft(work: Work, data: Draft) -> Happened:
    jenis = present(draftable(data.jenis))
    require(may_draft(work, jenis))
    if data.naskah_id is None:
        replaced = _replaced(work, data)
        missing = lacks(work.permintaan, jenis, replaced)
        require(unless(not missing, missing))
        if jenis.key == IN_STEP:
            replaced = replaced or earlier_bast(work)
        naskah = new_draft(work.permintaan, jenis, work, isian=data.isian, menggantikan=replaced)
    else:
        naskah = _of(work, data.naskah_id)
        is_draft = naskah.state == Naskah.State.KONSEP and naskah.jenis == data.jenis
        require(unless(is_draft, "Naskah ini sudah diterbitkan dan tidak dapat diubah lagi."))
        still_as_shown(naskah, data.version)
        naskah.isian = dict(data.isian)
        name(naskah)
        naskah.save(update_fields=["isian", "hal", "tujuan"])
    return Happened(kind="naskah.drafted", particulars=named(naskah))


@act("terbitkan_naskah", Issue, allowed=may_issue_naskah, roles=ISSUERS, moves=False)
def give_number(work: Work, data: Issue) -> Happened:
    naskah = _of(work, data.naskah_id)
    require(may_issue_now(naskah, work.actor))
    still_as_shown(naskah, data.version)
    if problems := CONTENTS[naskah.jenis].check(naskah.isian):
        raise Invalid(Problems({"naskah": [text for texts in problems.values() for text in texts]}))
    issue(work, naskah, data.cara)
    return Happened(kind="naskah.issued", particulars=said_of(naskah))


@act("tanda_tangani_naskah", Signature, allowed=may_sign_naskah, roles=SIGNERS, moves=False)
def sign(work: Work, data: Signature) -> Happened:
    naskah = _of(work, data.naskah_id)
    require(signs_outside_a_step(naskah))
    return Happened(kind="naskah.signed", particulars=record_signature(work, naskah, data.proof))


@act("batalkan_naskah", Voiding, allowed=may_issue_naskah, roles=ISSUERS, moves=False)
def void(work: Work, data: Voiding) -> Happened:
    naskah = _of(work, data.naskah_id)
    require(may_void_now(naskah, work.actor))
    give_number_back(naskah)
    end(naskah, Naskah.State.DIBATALKAN, data.alasan, by_id=work.by, now=work.now)
    return Happened(kind="naskah.voided", particulars=named(naskah))


def _of(work: Work, pk: int) -> Naskah:
    """A naskah of the permintaan in hand, which is locked, and with it all its naskah."""
    naskah = Naskah.objects.visible_to(work.actor).filter(permintaan=work.permintaan.pk, pk=pk).first()
    if naskah is None:
        raise NotVisible(str(pk))
    naskah.permintaan = work.permintaan
    return naskah


def _replaced(work: Work, data: Draft) -> Naskah | None:
    if data.menggantikan_id is None:
        return None
    replaced = _of(work, data.menggantikan_id)
    fits = replaced.jenis == data.jenis and replaced.state == Naskah.State.BERLAKU
    require(unless(fits, "Hanya naskah yang berlaku yang dapat digantikan, oleh naskah sejenis."))
    taken = Naskah.objects.filter(menggantikan=replaced).exists()
    require(unless(not taken, "Pengganti naskah ini sudah disiapkan."))
    return replaced
