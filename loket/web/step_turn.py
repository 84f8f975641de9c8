"""The action in hand before one person: its form, and all that stands around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from loket.application.data import present
from loket.application.draft_rows import place_of, read_draft
from loket.core.capacity import is_own, name_of
from loket.core.process import acting_roles
from loket.core.sop import Bagian, Step
from loket.core.zone import ZONE
from loket.models.permintaan import Permintaan
from loket.queries.step_rows import Standing, latest_version, standing_of, uploads_shown
from loket.web import formats
from loket.web.components.forms import ErrorSummary, errors_of
from loket.web.components.records import Letter, LetterPage
from loket.web.request import Request
from loket.web.step_facts import version_name
from loket.web.step_files import file_words, kept_file
from loket.web.step_links import draft_url, page_url, reading_url, start_url, step_url
from loket.web.steps import FORMS
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.fields import as_id
from loket.web.steps.wording import after_sending, to_do

A4 = (1400, 1980)
"""The size of a page's picture, as far as a browser must know before it has loaded it."""
MOST_PAGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """`reasons` are those of a refusal: what was typed is still there, but cannot be sent."""

    form: StepForm
    step: Step
    part: Bagian
    url: str
    draft_url: str
    start_url: str
    begun: bool
    saved_at: str = ""
    reasons: tuple[str, ...] = ()
    letter: Letter | None = None

    @property
    def template(self) -> str:
        return self.form.template

    @property
    def context(self) -> dict[str, Any]:
        return {"turn": self}

    @property
    def start_fields(self) -> tuple[tuple[str, str], ...]:
        return (("bagian", self.part.key),)

    @property
    def title(self) -> str:
        return to_do(self.part)

    @property
    def as_whom(self) -> str:
        """Plh. Kepala Dinas, where the turn is this person's only in a position of somebody else."""
        desk = self.form.desk
        capacity = desk.actor.acting_as(acting_roles(desk.actor, self.part, desk.standing.facts))
        return "" if is_own(capacity) else name_of(capacity)

    @property
    def eyebrow(self) -> str:
        return f"Giliran Anda sebagai {self.as_whom}" if self.as_whom else "Giliran Anda"

    @property
    def after(self) -> str:
        return after_sending(self.form.desk.standing.sop, self.step.key, self.part.key, self.form.MAIN)

    @property
    def problems(self) -> ErrorSummary:
        return ErrorSummary(errors=errors_of(self.form, *self.form.rows))


def turn(request: Request, permintaan: Permintaan) -> Turn | None:
    """The inline form of the action in hand, None when it is not this person's turn."""
    standing = standing_of(permintaan, request.actor, request.now)
    here = standing.step_in_hand
    if here is None or not standing.verdict(request.actor, here.key, permintaan.at_bagian):
        return None
    desk = desk_of(request, standing, here.key, permintaan.at_bagian)
    return take_up(desk)


def desk_of(request: Request, standing: Standing, step: str, bagian: str) -> Desk:
    return Desk(standing=standing, step=step, bagian=bagian, actor=request.actor, now=request.now)


def take_up(desk: Desk) -> Turn:
    """The form as it begins, or as its draft was left."""
    form_class = FORMS[desk.step, desk.bagian]
    draft = read_draft(
        present(desk.actor.id), place_of(desk.standing.permintaan.nomor, desk.step, desk.bagian)
    )
    if draft is None:
        return turn_with(form_class(desk), desk)
    form = form_class(desk, _as_typed(draft.fields, desk))
    form.show_without_judging()
    return turn_with(form, desk, saved_at=formats.clock(draft.saved_at.astimezone(ZONE)))


def turn_with(form: StepForm, desk: Desk, *, saved_at: str = "", reasons: Sequence[str] = ()) -> Turn:
    standing, run = desk.standing, desk.standing.open_run
    permintaan = standing.permintaan
    form.dress()
    ids = [value for value in map(as_id, form.file_ids()) if value]
    form.kept = tuple(kept_file(upload) for upload in uploads_shown(ids, permintaan, desk.actor))
    return Turn(
        form=form,
        step=standing.sop.step(desk.step),
        part=standing.sop.bagian(desk.step, desk.bagian),
        url=step_url(permintaan.nomor, desk.step),
        draft_url=draft_url(permintaan.nomor, desk.step) if form.keeps_drafts else "",
        start_url=start_url(permintaan.nomor, desk.step),
        begun=run is not None and run.begun is not None,
        saved_at=saved_at,
        reasons=tuple(reasons),
        letter=_letter(form, permintaan),
    )


def _as_typed(fields: Mapping[str, Sequence[str]], desk: Desk) -> QueryDict:
    typed = QueryDict(mutable=True)
    for name, values in fields.items():
        typed.setlist(name, list(values))
    typed["seen"], typed["bagian"] = str(desk.standing.permintaan.revision), desk.bagian
    return typed


def _letter(form: StepForm, permintaan: Permintaan) -> Letter | None:
    """The document that is read while the form is filled in."""
    if not form.reads:
        return None
    version = latest_version(permintaan, form.reads)
    if version is None:
        return None
    upload, title = version.upload, str(version.dokumen)
    width, height = A4
    return Letter(
        title=title.lower(),
        detail=f"{file_words(upload)}, {version_name(version)}",
        url=reading_url(permintaan.nomor, version.pk),
        pages=tuple(
            LetterPage(page_url(version.pk, number), f"{title}, halaman {number}", width, height)
            for number in range(1, min(upload.pages, MOST_PAGES) + 1)
        ),
    )
