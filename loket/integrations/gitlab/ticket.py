"""What an issue says of a permintaan: enough to work on it, and nothing about a person that the work does not need."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loket.core.personal import masked
from loket.core.priority import Level
from loket.integrations.gitlab import neutral, taxonomy
from loket.integrations.gitlab.asking import Change, NewIssue
from loket.integrations.gitlab.taxonomy import Progress, Taxonomy
from loket.integrations.gitlab.values import Issue

_LONGEST_TEXT = 20_000
_MANAGED = (
    "Tiket ini dibuat dan diperbarui oleh Loket. Judul, uraian, tenggat, dan label Loket mengikuti Loket;"
    " tanggapan dan label lain bebas dipakai."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """`kebutuhan` is what people typed; phone numbers, NIK, NIP and addresses in it are masked on their way out.

    Contact persons have no field here.
    """

    ref: UUID
    nomor: str
    nama_aplikasi: str
    kebutuhan: str
    opd_nama: str
    opd_kode: str
    link: str | None
    priority: Level | None
    step: str
    progress: Progress = Progress.PROSES
    analis: tuple[str, ...] = ()
    programmers: tuple[str, ...] = ()
    due_on: date | None = None

    @property
    def is_open(self) -> bool:
        return self.progress in {Progress.PROSES, Progress.DIJEDA}


def marker(ref: UUID) -> str:
    """Stands at the end of the description; nothing that people type can look like it."""
    return f"<!-- loket-ref: {ref} -->"


def is_marked(issue: Issue, ref: UUID) -> bool:
    return marker(ref) in issue.description


def title(ticket: Ticket) -> str:
    return neutral.title(f"[{ticket.nomor}] ", ticket.nama_aplikasi)


def description(ticket: Ticket) -> str:
    text = masked(neutral.cleaned(ticket.kebutuhan))
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT].rstrip() + "…"
    parts = [
        f"Permintaan {neutral.inline(ticket.nomor)} dari {neutral.inline(ticket.opd_nama)}.",
        neutral.quoted(text),
        *([f"[Buka {neutral.inline(ticket.nomor)} di Loket](<{ticket.link}>)"] if ticket.link else []),
        _MANAGED,
        marker(ticket.ref),
    ]
    return "\n\n".join(parts)


def labels(ticket: Ticket, known: Taxonomy) -> frozenset[str]:
    single = [taxonomy.progress(ticket.progress), taxonomy.opd(ticket.opd_kode)]
    if ticket.priority:
        single.append(taxonomy.priority(ticket.priority))
    if ticket.is_open and ticket.step in known.steps:
        single.append(taxonomy.step(ticket.step, known.steps))
    people = (*map(taxonomy.analis, ticket.analis), *map(taxonomy.programmer, ticket.programmers))
    return frozenset((*single, *people))


def new_issue(ticket: Ticket, known: Taxonomy) -> NewIssue:
    return NewIssue(
        title=title(ticket),
        description=description(ticket),
        labels=labels(ticket, known),
        due_on=ticket.due_on,
    )


def change_to(ticket: Ticket, known: Taxonomy, issue: Issue) -> Change:
    """What has to be said so that the issue agrees with the ticket; nothing where it does, so that no echo answers.

    The labels to take away come from the taxonomy, not from what the issue had a moment ago: somebody else may be
    at work on it, and GitLab does not say so.
    """
    wanted = labels(ticket, known)
    unwanted = known.others(wanted)
    differ = not wanted <= issue.labels or bool(unwanted & issue.labels)
    return Change(
        title=title(ticket) if title(ticket) != issue.title else None,
        description=description(ticket) if description(ticket) != issue.description else None,
        add_labels=wanted if differ else frozenset(),
        remove_labels=unwanted if differ else frozenset(),
        due_on=ticket.due_on if ticket.due_on != issue.due_on else None,
        is_confidential=None if issue.is_confidential else True,
        state_event="close" if issue.is_open and not ticket.is_open else None,
    )
