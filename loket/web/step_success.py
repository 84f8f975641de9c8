"""What is said after sending: the result, who acts next, and by when."""

from collections.abc import Mapping
from datetime import date

from loket.core.actor import Actor
from loket.core.process import performers_now
from loket.core.role import TEAM
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.queries.step_people import current_team, names_of_turn
from loket.queries.step_rows import Standing, next_letter
from loket.web import formats
from loket.web.step_links import permintaan_url, step_url
from loket.web.steps.base import StepForm
from loket.web.steps.wording import role_names, to_do

SEVERAL = 2
YOU = "Anda"


def sentence(form: StepForm, entry: Entry, standing: Standing) -> str:
    people = people_of_turn(standing, form.desk.today)
    done = form.result(entry.outcome, people)
    return " ".join(part for part in (done, _next(form, standing, done, people)) if part)


def destination(form: StepForm, standing: Standing) -> str:
    """The next letter for whoever clears a pile of them, else the permintaan."""
    if form.desk.step == "disposisi":
        following = next_letter(form.desk.actor, form.desk.step, besides=standing.permintaan)
        if following:
            return step_url(following, form.desk.step)
    return permintaan_url(standing.permintaan.nomor)


def people_of_turn(standing: Standing, day: date) -> dict[int, str]:
    """Whoever may act now, by id (one or two queries)."""
    roles = performers_now(standing.sop, standing.facts)
    team = current_team(standing.permintaan) if any(role in TEAM for role in roles) else ()
    return names_of_turn(standing.permintaan, roles, team, day) if roles else {}


def who_is_next(standing: Standing, actor: Actor, people: Mapping[int, str]) -> str:
    """One or two names, or the role where more people hold it."""
    if actor.id in people:
        return YOU
    names = list(people.values())
    if 0 < len(names) <= SEVERAL:
        return " atau ".join(names)
    return role_names(performers_now(standing.sop, standing.facts))


def _next(form: StepForm, standing: Standing, done: str, people: Mapping[int, str]) -> str:
    """Whoever was named in the result is not named again."""
    permintaan, step = standing.permintaan, standing.step_in_hand
    if step is None:
        return "Seluruh langkah pelayanan selesai."
    if (permintaan.at_step, permintaan.at_bagian) == (form.desk.step, form.desk.bagian):
        return ""
    what = formats.lowered(to_do(standing.sop.bagian(step.key, permintaan.at_bagian)))
    due = permintaan.due_at
    limit = f", paling lambat {formats.full_datetime(due.astimezone(ZONE))}" if due else ""
    who = who_is_next(standing, form.desk.actor, people)
    return f"Berikutnya{'' if who in done else f' {who}'}: {what}{limit}."
