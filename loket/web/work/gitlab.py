"""What GitLab holds of a permintaan, for the office: its issue, notes of people there, and merge requests."""

from datetime import datetime

from loket.application.gitlab.posting import issue_of
from loket.application.gitlab.wording import posting_state, state_of, trouble_of, words_of
from loket.core.zone import ZONE
from loket.models.gitlab import GitlabComment, GitlabMergeRequest
from loket.queries.one_permintaan import Whole
from loket.web import formats
from loket.web.components.badges import Badge
from loket.web.components.facts import Fact
from loket.web.components.records import TimelineItem

SHOWN = 10
"""Merge requests beside the work; the page of step 9 has them all."""
_WIDTH = 10
_STATES = {"opened": "Terbuka", "merged": "Sudah digabung", "closed": "Ditutup", "locked": "Sedang digabung"}
_PIPELINES = {
    "success": "berhasil",
    "failed": "gagal",
    "running": "berjalan",
    "canceled": "dibatalkan",
    "canceling": "dibatalkan",
    "skipped": "dilewati",
    "manual": "menunggu tindakan orang",
    **dict.fromkeys(
        ("created", "pending", "preparing", "scheduled", "waiting_for_callback", "waiting_for_resource"),
        "menunggu",
    ),
}
_UNREADABLE = "(Catatan tanpa teks. Buka issue untuk melihatnya.)"


def badge_of(whole: Whole) -> Badge | None:
    """The ticket as GitLab holds it, None where it is Loket's own or the reader is not of the office."""
    issue = issue_of(whole.permintaan) if whole.is_for_office else None
    if issue is None:
        return None
    number = f" #{issue.iid}" if issue.iid is not None else ""
    return Badge(text=f"GitLab{number}: {formats.lowered(state_of(issue))}", icon="git-branch")


def facts_of(whole: Whole) -> tuple[Fact, ...]:
    """All that the office reads of the issue; none where there is none to come."""
    issue = issue_of(whole.permintaan) if whole.is_for_office else None
    if issue is None:
        return ()
    facts = (
        Fact("Issue", f"#{issue.iid} di GitLab" if issue.iid is not None else "", url=issue.web_url),
        Fact("Keadaan", state_of(issue), lines=tuple(line for line in (trouble_of(issue),) if line)),
        Fact("Tidak diterima GitLab", words_of(issue.dropped)),
        Fact("Disetel kembali oleh Loket", words_of(issue.corrected), lines=_at(issue.corrected_at)),
        Fact("Terakhir dilihat", "".join(_at(issue.seen_at))),
        *_merge_requests(whole),
    )
    return tuple(fact for fact in facts if fact.value)


def note_item(note: GitlabComment) -> TimelineItem:
    """What somebody wrote in GitLab, as plain text among what was said here."""
    local = note.at.astimezone(ZONE)
    changed = "".join(_at(note.changed_at))
    return TimelineItem(
        text="menulis catatan",
        when=formats.full_datetime(local),
        datetime_iso=local.isoformat(timespec="minutes"),
        who=note.author,
        unit="di GitLab",
        quote=note.text or _UNREADABLE,
        internal=True,
        detail=f"Diubah {changed}" if changed else "",
    )


def posting_words(whole: Whole, comment_id: int) -> str:
    """What became of a comment that was to go to GitLab; nothing for all others."""
    posting = whole.in_gitlab.postings.get(comment_id)
    return posting_state(posting, whole.permintaan, issue_of(whole.permintaan)) if posting else ""


def state_words(one: GitlabMergeRequest) -> str:
    if one.is_draft and one.state == "opened":
        return "Konsep"
    return _STATES.get(one.state, "Tidak dikenal")


def pipeline_words(one: GitlabMergeRequest) -> str:
    """What its newest pipeline said, "" where there was none."""
    return _PIPELINES.get(one.pipeline, "tidak dikenal") if one.pipeline else ""


def _merge_requests(whole: Whole) -> tuple[Fact, ...]:
    found = whole.in_gitlab.merge_requests
    facts = tuple(map(_merge_request, found[-SHOWN:]))
    more = len(found) - len(facts)
    return (*facts, Fact("Merge request lain", f"{more} pada halaman langkah 9" if more else ""))


def _merge_request(one: GitlabMergeRequest) -> Fact:
    """By its number alone: the path of its project would not fit, and stands at step 9."""
    number, pipeline = one.reference.rpartition("!")[2][:_WIDTH], pipeline_words(one)
    state = f"{state_words(one)}, {f'pipeline {pipeline}' if pipeline else 'tanpa pipeline'}"
    return Fact(f"!{number}", one.title or one.reference, url=one.web_url, lines=(state,))


def _at(moment: datetime | None) -> tuple[str, ...]:
    return (formats.full_datetime(moment.astimezone(ZONE)),) if moment else ()
