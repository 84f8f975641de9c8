"""What the bearer of a tracking code may know: where the permintaan stands and since when, and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import compare_digest

from loket.core.actor import SYSTEM
from loket.core.capacity import label
from loket.core.kinds import PERMINTAAN_KINDS, Kind
from loket.core.sop import Sop
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.models.surat import Surat

GROUP = 7
LENGTH = 28
EVENTS = 5
_PUBLIC_KINDS = [name for name, kind in PERMINTAAN_KINDS.items() if kind.public]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEvent:
    """`capacity` as it is recorded: "kepala_dinas", "Plh. kepala_dinas"; never a name."""

    kind: Kind
    capacity: str
    at: datetime

    @property
    def who(self) -> str:
        return label(self.capacity) if self.capacity else SYSTEM.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    permintaan: Permintaan
    sop: Sop
    runs: Sequence[Pengerjaan]
    events: Sequence[PublicEvent]
    bentuk: str


def canonical(typed: str) -> str:
    """A code as it was issued, whatever spaces, dashes and small letters it was typed with; "" where it is none."""
    letters = "".join(character for character in typed.upper() if character.isascii() and character.isalnum())
    if len(letters) != LENGTH:
        return ""
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def tracked(typed: str) -> Tracked | None:
    """The permintaan of a code, or None (four queries, or one).

    What is no code at all is looked for like any other, so that nothing tells a wrong code from a malformed one.
    """
    code = canonical(typed)
    found = Permintaan.objects.select_related("opd", "penutupan").filter(kode_lacak=code).first()
    if found is None or not compare_digest(found.kode_lacak, code):
        return None
    surat = Surat.objects.filter(permintaan=found, is_current=True).values_list("bentuk", flat=True).first()
    return Tracked(
        permintaan=found,
        sop=rules_of(found.sop_revision_id),
        runs=list(Pengerjaan.objects.filter(permintaan=found).order_by("available_at", "pk")),
        events=_last_events(found),
        bentuk=surat or "",
    )


def _last_events(permintaan: Permintaan) -> list[PublicEvent]:
    entries = Entry.objects.filter(permintaan=permintaan, kind__in=_PUBLIC_KINDS).order_by("-seq")[:EVENTS]
    rows = entries.values_list("kind", "capacity", "happened_at")
    return [PublicEvent(kind=PERMINTAAN_KINDS[kind], capacity=capacity, at=at) for kind, capacity, at in rows]
