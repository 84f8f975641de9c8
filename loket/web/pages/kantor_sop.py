"""`/kantor/sop`: the revisions of the SOP, and the draft of the next one, begun and discarded."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loket.application.data import local_date
from loket.application.errors import Invalid
from loket.application.office.sop_access import DRAFTERS
from loket.application.office.sop_draft import begin_draft, discard_draft
from loket.core.zone import ZONE
from loket.models.sop_draft import SopDraft
from loket.queries.office import last_change
from loket.queries.sop_in_force import released_revisions
from loket.queries.sop_revisions import current_draft, released_rows, running_by_revision
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.navigation import Crumb
from loket.web.office.access import only
from loket.web.office.accounts import lead
from loket.web.office.sending import asked, attempted, sentences_of
from loket.web.office.sop_tables import revisions_table
from loket.web.request import Request
from loket.web.steps.fields import as_id

PAGE, DRAFT = "revisi_sop", "draf_sop"
TITLE = "Revisi SOP"
SEEN = "versi"
GONE = "Rancangan ini sudah ditetapkan atau dibuang."
FORM = ["GET", "HEAD", "POST"]
drafters_only = only(*DRAFTERS)


@drafters_only
@require_safe
def page(request: Request) -> HttpResponse:
    draft = current_draft()
    revisions = released_revisions(local_date(request.now))
    context = {
        "title": TITLE,
        "lead": lead(last_change("sop"), request.now),
        "draft": draft,
        "facts": draft_facts(draft) if draft else (),
        "table": revisions_table(revisions, released_rows(), running_by_revision()),
        "undated": not any(one.keputusan for one in revisions),
    }
    return render(request, "office/sop.html", context)


@drafters_only
@require_POST
def begin(request: Request) -> HttpResponse:
    try:
        draft = begin_draft(actor=request.actor, now=request.now)
    except Invalid as invalid:
        messages.error(request, " ".join(sentences_of(invalid)))
    else:
        messages.success(request, f"Rancangan revisi {draft.revisi} dimulai dari revisi sebelumnya.")
    return redirect(DRAFT)


@drafters_only
@require_http_methods(FORM)
def discard(request: Request) -> HttpResponse:
    draft = current_draft()
    if draft is None:
        return gone(request)
    revisi = draft.revisi
    question = Confirm(
        title=f"Buang rancangan revisi {revisi}?",
        consequence="Semua perubahan di dalamnya hilang. Revisi yang berlaku tetap berlaku.",
        facts=draft_facts(draft),
        confirm_text="Buang rancangan",
        back_url=reverse(DRAFT),
        action=f"?{SEEN}={draft.version}",
        kind="bahaya",
    )

    def act() -> None:
        discard_draft(seen=_version(request), actor=request.actor, now=request.now)

    done, problems = attempted(request, act)
    if done:
        messages.success(request, f"Rancangan revisi {revisi} dibuang.")
        return redirect(PAGE)
    return asked(request, question, trail(question.confirm_text), problems)


def _version(request: Request) -> int:
    """Of the draft that the question showed; what is none is no version."""
    return as_id(request.GET.get(SEEN, "")) or 0


def draft_facts(draft: SopDraft) -> tuple[Fact, ...]:
    changed = len(draft.changes.get("langkah", {})) + bool(draft.changes.get("naskah"))
    return (
        Fact("Rancangan", f"Revisi {draft.revisi}", lines=(f"Disusun dari revisi {draft.based_on.revisi}",)),
        Fact("Bagian yang diubah", formats.number(changed)),
        Fact("Dimulai", formats.full_datetime(draft.begun_at.astimezone(ZONE)), lines=(draft.begun_by.nama,)),
        Fact(
            "Terakhir disimpan",
            formats.full_datetime(draft.saved_at.astimezone(ZONE)),
            lines=(draft.saved_by.nama,),
        ),
    )


def gone(request: Request) -> HttpResponse:
    """Whoever comes back to a draft that is none any more hears of it."""
    messages.error(request, GONE)
    return redirect(PAGE)


def trail(*names: str) -> tuple[Crumb, ...]:
    return Crumb(TITLE, reverse(PAGE)), Crumb("Rancangan", reverse(DRAFT)), *map(Crumb, names)
