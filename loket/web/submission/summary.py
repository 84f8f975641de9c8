"""The answers as they are read before sending, and the receipt that is kept after it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localtime

from loket.application.steps.s01_surat import Data
from loket.core.role import Role
from loket.core.text import SHORT
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.models.surat import Surat
from loket.queries.files import own_upload
from loket.queries.similar import Similar, similar_to
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.step_files import file_words
from loket.web.step_links import permintaan_url
from loket.web.steps.wording import to_do
from loket.web.submission.answers import Answers
from loket.web.submission.questions import Page

EMPTY = "Belum diisi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The answers of one page."""

    title: str
    url: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A sentence that leads to the field it is about."""

    text: str
    url: str


def sections(answers: Answers) -> tuple[Section, ...]:
    return tuple(
        Section(title=page.title, url=_url(page), facts=tuple(_facts(answers, page)))
        for page in answers.sender.pages
    )


def missing(answers: Answers) -> tuple[Missing, ...]:
    """Every sentence with the way to its field, in the order of the pages."""
    found = []
    for page in answers.sender.pages:
        for name in answers.forms[page.key].fields:
            found += [Missing(text=text, url=_url(page, name)) for text in answers.problems.get(name, ())]
    return tuple(found)


def similar(answers: Answers) -> tuple[Fact, ...]:
    name = answers.data.nama_aplikasi
    if "nama_aplikasi" in answers.problems or len(name) > SHORT:
        return ()
    return tuple(_similar(one) for one in similar_to(name, answers.sender.actor))


def receipt(permintaan: Permintaan, surat: Surat) -> tuple[Fact, ...]:
    day = formats.plain_date(surat.tanggal_surat)
    return (
        Fact("Nomor permintaan", permintaan.nomor),
        Fact("Aplikasi", permintaan.nama_aplikasi),
        Fact("OPD", permintaan.opd.nama),
        Fact("Surat", f"{surat.nomor_surat}, {day}", lines=(surat.perihal,)),
        Fact("Bentuk surat", surat.get_bentuk_display()),
        Fact("Diterima", formats.full_datetime(localtime(surat.received_at))),
    )


def following(permintaan: Permintaan) -> str:
    """Who has it now, for what, and until when."""
    if not permintaan.turn:
        return ""
    sop = rules_of(permintaan.sop_revision_id)
    part = sop.bagian(permintaan.at_step, permintaan.at_bagian)
    who = " atau ".join(Role(role).label for role in permintaan.turn)
    until = f" Batasnya {formats.full_datetime(localtime(permintaan.due_at))}." if permintaan.due_at else ""
    return f"{who}: {formats.lowered(to_do(part))}, waktu baku {sop.step(part.step).standard.text}.{until}"


def _url(page: Page, name: str = "") -> str:
    """Back to a page from the check, which is where its answers return to."""
    address = f"{reverse('baru_isian', args=[page.key])}?ubah=1"
    return f"{address}#id_{name}" if name else address


def _facts(answers: Answers, page: Page) -> list[Fact]:
    form = answers.forms[page.key]
    return [
        Fact(str(form.fields[name].label), _value(answers, name) or EMPTY, change_url=_url(page, name))
        for name in form.fields
        if name != "berkas_id"
    ]


def _value(answers: Answers, name: str) -> str:
    """An answer as it was understood; where it could not be, as it was typed."""
    if name == "berkas":
        return _file(answers)
    if name == "opd":
        return _agency(answers.agencies) or answers.typed.get("opd", "")
    data: Data = answers.data
    days = {"wanted_date": data.wanted_date, "tanggal_surat": data.tanggal_surat}
    if day := days.get(name):
        return formats.full_date(day)
    labels = {"bentuk": dict(Surat.Bentuk.choices), "kanal": dict(Surat.Kanal.choices)}
    typed: str = answers.typed.get(name, "")
    return str(labels[name].get(typed, "")) if name in labels else typed


def _agency(agencies: list[Opd]) -> str:
    return agencies[0].nama if len(agencies) == 1 else ""


def _file(answers: Answers) -> str:
    upload_id = answers.data.upload_id
    upload = own_upload(upload_id, answers.sender.actor) if upload_id else None
    return f"{upload.name} ({file_words(upload)})" if upload else ""


def _similar(one: Similar) -> Fact:
    return Fact(one.nomor, one.nama_aplikasi, url=permintaan_url(one.nomor))
