"""A draft: what was typed for a naskah. It has no number and prints as a draft."""

from collections.abc import Mapping

from django.conf import settings

from loket.application.errors import Refused
from loket.application.history import last_change
from loket.application.locking import overtaken_by
from loket.application.naskah.content import CONTENTS, Subject
from loket.application.naskah.letterhead import kop_of
from loket.application.registry import Work
from loket.core.naskah import AFTER_THE_END, IN_STEP, JENIS, STEP, JenisNaskah
from loket.core.verdict import Verdict, unless
from loket.documents import Penandatangan, Pengesahan
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.naskah import Naskah
from loket.models.permintaan import Permintaan

KONSEP = Pengesahan(cara="konsep")
DRAFT = Naskah.State.KONSEP


def new_draft(
    permintaan: Permintaan,
    jenis: JenisNaskah,
    work: Work,
    *,
    isian: Mapping[str, str] | None = None,
    entry: Entry | None = None,
    menggantikan: Naskah | None = None,
) -> Naskah:
    """A draft of what was typed, or of what the rows propose."""
    typed = CONTENTS[jenis.key].proposed(permintaan, entry) if isian is None else dict(isian)
    naskah = Naskah(
        permintaan=permintaan,
        jenis=jenis.key,
        isian=typed,
        because_of=entry,
        drafted_by_id=work.actor.id,
        drafted_at=work.now,
        menggantikan=menggantikan,
    )
    name(naskah)
    naskah.save()
    return naskah


def name(naskah: Naskah) -> None:
    """By which words the draft is known until it is issued."""
    made = CONTENTS[naskah.jenis].make(draft_subject(naskah))
    naskah.hal, naskah.tujuan = made.hal[:500], made.tujuan[:250]


def draft_subject(naskah: Naskah, signers: tuple[Penandatangan, ...] = ()) -> Subject:
    """What the preview of a draft is made from; without signers there is room for one."""
    kantor = Kantor.objects.get()
    return Subject(
        permintaan=naskah.permintaan,
        kantor=kantor,
        kop=kop_of(kantor),
        sah=KONSEP,
        isian=naskah.isian,
        alamat=settings.BASE_URL,
        entry=naskah.origin,
        signers=signers,
    )


def may_draft(work: Work, jenis: JenisNaskah) -> Verdict:
    """Whether this person may draft it; the team only for its own permintaan, which it alone sees."""
    held = any(work.actor.has(role) for role in jenis.drafters)
    names = ", ".join(role.label for role in jenis.drafters)
    return unless(held, f"Konsep {jenis.label.lower()} dibuat {names}.")


def still_as_shown(naskah: Naskah, version: str) -> None:
    """Raise Overtaken, saying who was first, when the draft no longer says what the page showed."""
    if naskah.version == version:
        return
    drafted = Entry.objects.filter(
        permintaan=naskah.permintaan, kind="naskah.drafted", particulars__naskah_id=naskah.pk
    )
    last = drafted.select_related("actor__opd").order_by("-seq").first()
    raise overtaken_by(last or last_change(naskah.permintaan), "mengubah konsep naskah ini")


def lacks(permintaan: Permintaan, jenis: JenisNaskah, replaced: Naskah | None = None) -> str:
    """What stands in the way of a draft, as a sentence; the first of a kind needs more than its replacement."""
    if replaced is not None:
        in_hand = jenis.key == IN_STEP and permintaan.at_step == STEP
        return "Berita acara serah terima disiapkan pada langkah 10." if in_hand else ""
    if permintaan.ended_at is not None and jenis.key not in AFTER_THE_END:
        return "Permintaan ini sudah berakhir."
    return CONTENTS[jenis.key].missing(permintaan)


def require(verdict: Verdict) -> None:
    if not verdict:
        raise Refused(verdict)


def draftable(key: str) -> JenisNaskah | None:
    """A kind that people draft; None for others, and for what somebody made up."""
    jenis = JENIS.get(key)
    return jenis if jenis and jenis.drafters else None
