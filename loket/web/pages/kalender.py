"""The calendar: a year of working days, its holidays, and the working hours."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.data import local_date, present
from loket.application.office.calendar import (
    add_holiday,
    add_schedule,
    change_holiday,
    complete_year,
    end_schedule,
    remove_holiday,
)
from loket.core.calendar import Calendar
from loket.models.kantor import HariLibur
from loket.queries.office import (
    holiday_of,
    holidays_of,
    last_change,
    last_examination,
    ordinary_hours,
    schedule_of,
    schedules,
)
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.navigation import Crumb
from loket.web.office import calendar_year
from loket.web.office.access import admin_only
from loket.web.office.accounts import lead
from loket.web.office.calendar_facts import holiday_facts, schedule_facts
from loket.web.office.calendar_forms import HolidayForm, ScheduleForm, YearForm
from loket.web.office.calendar_preview import Proposal, is_sure, previewed, sure_url, through_preview
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.pages.pemeriksaan import banner_of
from loket.web.request import Request
from loket.web.shell import surroundings

PAGE = "kalender"
HOLIDAY, SCHEDULE = "Tambah hari libur", "Tambah jadwal kerja"
FORM = ["GET", "HEAD", "POST"]
FOLLOWS = "Batas waktu permintaan yang berjalan dihitung ulang."


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    today = local_date(request.now)
    calendar, year = _calendar_and_year(request, request.GET.get("tahun", ""))
    holidays = holidays_of(year)
    months = calendar_year.months_of(year, calendar, {one.day: one for one in holidays}, today)
    context = {
        "year": year,
        "examined": banner_of(last_examination()),
        "lead": lead(last_change("kalender"), request.now),
        "years": calendar_year.chips(calendar, year),
        "is_filled": year <= calendar.last.year,
        "is_thin": len(holidays) < calendar_year.FEW,
        "complete_url": reverse("tahun_lengkap", args=[year]) if holidays else "",
        "stats": calendar_year.stats(months, holidays),
        "weekdays": calendar_year.SHORT_WEEKDAYS,
        "months": months,
        "holidays": calendar_year.holidays_tables(holidays, today, calendar.last),
        "schedules": calendar_year.schedules_table(list(schedules()), today),
    }
    return render(request, "office/kalender.html", context)


@admin_only
@require_http_methods(FORM)
def finish_year(request: Request, written: str) -> HttpResponse:
    calendar, year = _calendar_and_year(request, written)
    if request.method != "POST" and year <= calendar.last.year:
        raise Http404
    form = YearForm(year, _sent(request), today=local_date(request.now))

    title, under = f"Nyatakan kalender {year} lengkap", calendar_year.recorded(holidays_of(year))

    def proposal() -> Proposal:
        return Proposal(
            title=title,
            facts=(Fact("Nomor keputusan bersama", form.text("decree")),),
            change=lambda: complete_year(form.to_data(), actor=request.actor, now=request.now),
            done=f"Kalender tahun {year} dinyatakan lengkap. {FOLLOWS}",
            next_url=_year_of(year),
        )

    answer = through_preview(
        request, form, lambda: form.to_data().check(calendar.last), proposal, _trail(title)
    )
    return answer or _form(request, form, title, "Lanjutkan", under=under)


@admin_only
@require_http_methods(FORM)
def new_holiday(request: Request) -> HttpResponse:
    today = local_date(request.now)
    form = HolidayForm(_sent(request), today=today)

    def proposal() -> Proposal:
        data = form.to_data()
        day = present(data.day)
        return Proposal(
            title=HOLIDAY,
            facts=holiday_facts(data),
            change=lambda: add_holiday(data, actor=request.actor, now=request.now),
            done=f"{formats.full_date(day)} dicatat sebagai hari libur. {FOLLOWS}",
            next_url=_year_of(day.year),
        )

    answer = through_preview(
        request, form, lambda: form.to_data().check(today, holiday=None), proposal, _trail(HOLIDAY)
    )
    return answer or _form(request, form, HOLIDAY, "Lanjutkan")


@admin_only
@require_http_methods(FORM)
def edit_holiday(request: Request, pk: str) -> HttpResponse:
    holiday, today = _holiday(pk), local_date(request.now)
    form = HolidayForm(_sent(request), today=today, holiday=holiday)

    def act() -> None:
        change_holiday(holiday, form.to_data(), actor=request.actor, now=request.now)
        messages.success(request, f"Keterangan {formats.full_date(holiday.day)} disimpan.")

    if accepted(form, act, lambda: form.to_data().check(today, holiday=holiday)):
        return redirect(_year_of(holiday.day.year))
    return _form(request, form, "Ubah keterangan hari libur", "Simpan", under=formats.full_date(holiday.day))


@admin_only
@require_http_methods(FORM)
def delete_holiday(request: Request, pk: str) -> HttpResponse:
    holiday = _holiday(pk)
    day = holiday.day
    question = Confirm(
        title=f"Hapus hari libur {holiday.nama}?",
        consequence=f"{formats.full_date(day)} menjadi hari kerja, kecuali kantor memang tutup.",
        facts=(Fact("Tanggal", formats.full_date(day)), Fact("Jenis", holiday.get_kind_display())),
        confirm_text="Hapus hari libur",
        back_url=_year_of(day.year),
        kind="bahaya",
    )

    def act() -> None:
        remove_holiday(holiday, actor=request.actor, now=request.now)

    return _confirmed(request, question, act, f"Hari libur {formats.full_date(day)} dihapus. {FOLLOWS}")


@admin_only
@require_http_methods(FORM)
def new_schedule(request: Request) -> HttpResponse:
    today = local_date(request.now)
    form = ScheduleForm(_sent(request), today=today, like=ordinary_hours(today))

    def proposal() -> Proposal:
        data = form.to_data()
        return Proposal(
            title=SCHEDULE,
            facts=schedule_facts(data),
            change=lambda: add_schedule(data, actor=request.actor, now=request.now),
            done=f"Jadwal {data.label.strip()} ditambahkan. {FOLLOWS}",
            next_url=reverse(PAGE),
        )

    answer = through_preview(request, form, lambda: form.to_data().check(today), proposal, _trail(SCHEDULE))
    return answer or _form(request, form, SCHEDULE, "Lanjutkan", template="office/jadwal.html")


@admin_only
@require_http_methods(FORM)
def finish_schedule(request: Request, pk: str) -> HttpResponse:
    schedule, today = schedule_of(int(pk)), local_date(request.now)
    if schedule is None:
        raise Http404
    begun = schedule.valid_from <= today
    question = Confirm(
        title=f"{'Akhiri' if begun else 'Hapus'} jadwal {schedule.label}?",
        consequence=f"Hari ini hari terakhirnya. {FOLLOWS}"
        if begun
        else f"Jadwal ini belum mulai. {FOLLOWS}",
        facts=(Fact("Jam kerja", "\n".join(calendar_year.week_of(schedule.windows))),),
        confirm_text="Akhiri jadwal" if begun else "Hapus jadwal",
        back_url=reverse(PAGE),
        kind="bahaya",
    )

    def act() -> None:
        end_schedule(schedule, actor=request.actor, now=request.now)

    done = f"Jadwal {schedule.label} {'berakhir hari ini' if begun else 'dihapus'}. {FOLLOWS}"
    return _confirmed(request, question, act, done)


def _calendar_and_year(request: Request, written: str) -> tuple[Calendar, int]:
    """The calendar as it is, and the year that the address names. Raises Http404 where there is no such year."""
    around = surroundings(request)
    if around is None:
        raise Http404
    year = calendar_year.year_of(written, around.calendar, local_date(request.now))
    if year is None:
        raise Http404
    return around.calendar, year


def _sent(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _holiday(pk: str) -> HariLibur:
    found = holiday_of(int(pk))
    if found is None:
        raise Http404
    return found


def _year_of(year: int) -> str:
    return f"{reverse(PAGE)}?tahun={year}"


def _trail(name: str) -> tuple[Crumb, ...]:
    return Crumb("Kalender kerja", reverse(PAGE)), Crumb(name)


def _form(
    request: Request,
    form: forms.Form,
    title: str,
    send_text: str,
    *,
    under: str = "",
    template: str = "office/isian.html",
) -> HttpResponse:
    context = {"title": title, "lead": under, "crumbs": _trail(title), "send_text": send_text}
    return shown(request, template, form, {**context, "back": reverse(PAGE)})


def _confirmed(request: Request, question: Confirm, act: Callable[[], None], done: str) -> HttpResponse:
    """Ask; then show what the act moves and ask again; then do it."""
    trail = _trail(question.confirm_text)
    if request.method != "POST":
        look = replace(question, confirm_text="Lihat batas yang bergeser", kind="utama")
        return asked(request, look, trail, ())
    if not is_sure(request.GET):
        moved, problems = previewed(act)
        return asked(request, replace(question, action=sure_url()), trail, problems, moved=moved)
    was_done, problems = attempted(request, act)
    if was_done:
        messages.success(request, done)
        return redirect(question.back_url)
    return asked(request, question, trail, problems)
