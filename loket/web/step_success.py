"""What is said after sending: the result, who acts next, and by when."""

from datetime import date

from django.urls import reverse

from loket.core.actor import Actor
from loket.core.process import performers_now
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.queries.step_people import names_of_turn
from loket.queries.step_rows import Standing, letters_waiting
from loket.web import formats
from loket.web.step_links import permintaan_url
from loket.web.steps.base import StepForm
from loket.web.steps.wording import lowered, role_names

SEVERAL = 2
YOU = "Anda"


def sentence(form: StepForm, entry: Entry, standing: Standing) -> str:
    return " ".join(part for part in (form.result(entry.outcome), _next(form, standing)) if part)


def destination(form: StepForm, standing: Standing) -> str:
    """The next letter for whoever clears a pile of them, else the permintaan."""
    if form.desk.step == "disposisi":
        queue = letters_waiting(form.desk.actor, form.desk.step, nomor=standing.permintaan.nomor)
        if queue.next_nomor:
            return reverse("langkah", args=(queue.next_nomor, form.desk.step))
    return permintaan_url(standing.permintaan.nomor)


def _next(form: StepForm, standing: Standing) -> str:
    permintaan, step = standing.permintaan, standing.step_in_hand
    if step is None:
        return "Seluruh langkah pelayanan selesai."
    if (permintaan.at_step, permintaan.at_bagian) == (form.desk.step, form.desk.bagian):
        return ""
    what = lowered(standing.sop.bagian(step.key, permintaan.at_bagian).tindakan)
    due = permintaan.due_at
    limit = f", paling lambat {formats.full_datetime(due.astimezone(ZONE))}" if due else ""
    return f"Berikutnya {who_is_next(standing, form.desk.actor, form.desk.today)}: {what}{limit}."


def who_is_next(standing: Standing, actor: Actor, day: date) -> str:
    """One or two names, or the role where more people hold it."""
    roles = performers_now(standing.sop, standing.facts)
    people = names_of_turn(standing.permintaan, roles, standing.facts.team, day)
    if actor.id in people:
        return YOU
    names = list(people.values())
    return " atau ".join(names) if 0 < len(names) <= SEVERAL else role_names(roles)
