"""GitLab's answer at step 11, in words: what is waited for, since when, and from when a note may stand for it."""

from loket.core.awaiting import PATIENCE_MINUTES, Awaited
from loket.queries.answers import issue_waited_for
from loket.queries.step_rows import Standing
from loket.web.components.facts import Fact
from loket.web.step_facts import at


def answer_facts(standing: Standing) -> tuple[Fact, ...]:
    """None where no answer is waited for; else one query."""
    awaited = standing.facts.awaited
    if awaited is None:
        return ()
    waited = issue_waited_for(standing.permintaan)
    number = f" #{waited.iid}" if waited and waited.iid else ""
    facts = (
        Fact("Yang ditunggu", f"Issue{number} ditutup di GitLab", url=waited.web_url if waited else ""),
        Fact("Ditunggu sejak", at(awaited.since)),
        Fact("Catatan diterima", _from_when(awaited)),
    )
    if waited is None or waited.paused_at is None:
        return facts
    held_back = f"Dijeda sejak {at(waited.paused_at)}; GitLab tidak menjawab sebelum dilanjutkan"
    return (*facts, Fact("Sinkronisasi", held_back))


def _from_when(awaited: Awaited) -> str:
    if awaited.is_over:
        return "Sekarang, karena GitLab belum menjawab"
    if awaited.until is None:
        return f"Setelah {PATIENCE_MINUTES} menit kerja tanpa jawaban"
    return f"Mulai {at(awaited.until)}"
