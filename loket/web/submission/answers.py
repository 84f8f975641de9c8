"""The answers so far: what was typed on all pages, how it was understood, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict

from loket.application.rehearsal import problems_so_far
from loket.application.steps.s01_surat import Data
from loket.core.actor import Actor
from loket.core.calendar import Calendar
from loket.core.role import Role
from loket.core.sop import Sop
from loket.models.diskusi import Draft
from loket.models.opd import Opd
from loket.models.surat import Surat
from loket.models.user import User
from loket.queries.agencies import MOST_NAMED, agencies_called
from loket.queries.files import own_upload
from loket.web.step_files import kept_file
from loket.web.steps.base import PlainForm
from loket.web.steps.fields import as_id
from loket.web.steps.s01_surat import PLACES, letter_data
from loket.web.submission.questions import Page, pages_for

FILE = "berkas_id"


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who writes, at which moment, under which rules."""

    user: User
    actor: Actor
    sop: Sop
    calendar: Calendar
    now: datetime

    @property
    def is_clerk(self) -> bool:
        """Whoever registers letters for agencies, and is of none."""
        return self.actor.has(Role.TATA_USAHA) and not (self.actor.has(Role.OPD) and self.actor.opd_id)

    @property
    def pages(self) -> tuple[Page, ...]:
        return pages_for(clerk=self.is_clerk)

    def page(self, key: str) -> Page | None:
        return next((page for page in self.pages if page.key == key), None)

    def page_after(self, page: Page) -> Page | None:
        following = self.pages.index(page) + 1
        return self.pages[following] if following < len(self.pages) else None

    def own_contact(self) -> dict[str, str]:
        """An agency's person is most likely the contact; the front desk never is."""
        if self.is_clerk:
            return {}
        return {"pic_nama": self.user.nama, "pic_phone": self.user.phone, "pic_email": self.user.email}


@dataclass(frozen=True, kw_only=True)
class Answers:
    sender: Sender
    typed: QueryDict = field(default_factory=QueryDict)

    @classmethod
    def of(cls, sender: Sender, draft: Draft | None) -> "Answers":
        typed = QueryDict(mutable=True)
        for name, values in (draft.fields if draft else {}).items():
            typed.setlist(name, values)
        return cls(sender=sender, typed=typed)

    def with_page(self, page: Page, sent: QueryDict) -> "Answers":
        """These answers with a page as it was sent: what is not on it any more, such as a file, is gone."""
        typed = self.typed.copy()
        for name in self.names_of(page):
            typed.setlist(name, sent.getlist(name))
        return replace(self, typed=typed)

    def fields(self) -> dict[str, list[str]]:
        """As a draft keeps them."""
        return dict(self.typed.lists())

    def names_of(self, page: Page) -> tuple[str, ...]:
        return tuple(name for name in page.form.base_fields if name != "berkas")

    def form_to_fill(self, page: Page) -> PlainForm:
        """The page's form as it was left, judged by nobody yet."""
        shown: dict[str, Any] = {
            name: self.typed.get(name) for name in self.names_of(page) if name in self.typed
        }
        if not shown and page.key == "narahubung":
            shown |= self.sender.own_contact()
        return self._made(page, None, initial=shown)

    def form_judged(self, page: Page, file_problem: str = "") -> PlainForm:
        """The page's form with the sentences that belong to it; a file that was just refused has its own."""
        form = self.forms[page.key]
        problems = {**self.problems, **({"berkas": [file_problem]} if file_problem else {})}
        for name in form.fields:
            if name in problems and not form.errors.get(name):
                form.add_error(name, problems[name])
        return form

    @cached_property
    def forms(self) -> dict[str, PlainForm]:
        return {page.key: self._made(page, self.typed) for page in self.sender.pages}

    @cached_property
    def read(self) -> dict[str, Any]:
        """Every answer as it was understood; what could not be read is missing."""
        found: dict[str, Any] = {} if self.sender.is_clerk else {"kanal": Surat.Kanal.LOKET.value}
        for form in self.forms.values():
            form.is_valid()
            found |= form.cleaned_data
        return found

    @cached_property
    def data(self) -> Data:
        return letter_data(self.read)

    @cached_property
    def agencies(self) -> list[Opd]:
        """Those that the front desk may mean by what it typed."""
        return agencies_called(self.read.get("opd", "")) if self.sender.is_clerk else []

    @property
    def opd_id(self) -> int | None:
        if not self.sender.is_clerk:
            return self.sender.actor.opd_id
        return self.agencies[0].pk if len(self.agencies) == 1 else None

    @cached_property
    def problems(self) -> Mapping[str, list[str]]:
        """Sentences by the field of a form: first what could not be read, then what the rules say of the rest."""
        sender = self.sender
        found = problems_so_far(
            actor=sender.actor,
            opd_id=self.opd_id,
            data=self.data,
            sop=sender.sop,
            calendar=sender.calendar,
            now=sender.now,
        )
        placed = {PLACES.get(name, name): sentences for name, sentences in found.items()}
        if sender.is_clerk and self.opd_id is None:
            placed["opd"] = [self._which_agency()]
        unread = {
            name: [str(error) for error in errors]
            for form in self.forms.values()
            for name, errors in form.errors.items()
        }
        return placed | unread

    def unfinished(self) -> Page | None:
        """The first page that something is missing on."""
        return next(
            (page for page in self.sender.pages if set(self.forms[page.key].fields) & set(self.problems)),
            None,
        )

    def _which_agency(self) -> str:
        if not self.read.get("opd"):
            return "Pilih OPD yang mengajukan permintaan."
        if not self.agencies:
            return "OPD ini tidak ada di daftar. Ketik sebagian namanya, lalu pilih dari daftar."
        names = ", ".join(opd.nama for opd in self.agencies[:MOST_NAMED])
        more = ", dan lainnya" if len(self.agencies) > MOST_NAMED else ""
        return f"Beberapa OPD cocok: {names}{more}. Ketik nama yang lengkap."

    def _made(self, page: Page, typed: QueryDict | None, **options: Any) -> PlainForm:
        form = page.form(typed, now=self.sender.now, calendar=self.sender.calendar, **options)
        upload_id = as_id(self.typed.get(FILE, ""))
        upload = own_upload(upload_id, self.sender.actor) if page.takes_file and upload_id else None
        form.kept = (kept_file(upload),) if upload else ()
        return form
