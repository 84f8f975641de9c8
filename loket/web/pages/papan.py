"""The ticket board of the people of the office: all open work they may see, by phase, priority or person."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.office.board import SETS, Limits, may_set_limits, set_limits
from loket.core.acts import is_of_office
from loket.core.board import LARGEST_LIMIT, key_of, limit_of
from loket.queries.board import Wanted, board_of
from loket.queries.counts import Surroundings
from loket.web.components.navigation import Crumb
from loket.web.office.access import only
from loket.web.office.sending import accepted, shown
from loket.web.request import Request
from loket.web.shell import surroundings
from loket.web.steps.fields import NumberField
from loket.web.work import board_address
from loket.web.work.board_columns import Desk, choices_of, columns_of

ALL_OF_IT, OF_TEAMS = "Semua permintaan yang berjalan.", "Permintaan berjalan yang Anda kerjakan dalam tim."


class LimitsForm(forms.Form):
    """A number for each phase, by its place in the SOP."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None, around: Surroundings, phases: tuple[str, ...]) -> None:
        limits = around.kantor.batas_papan
        super().__init__(data, initial={key_of(name): limit_of(name, limits) for name in phases})
        for name in phases:
            self.fields[key_of(name)] = NumberField(
                label=name, help_text=f"Permintaan, 1 sampai {LARGEST_LIMIT}"
            )

    def to_data(self) -> Limits:
        return Limits({name: self.cleaned_data.get(name) for name in self.fields})


@login_required
@require_safe
def page(request: Request) -> HttpResponse:
    around = surroundings(request)
    if around is None or around.sop is None or not is_of_office(request.actor):
        raise Http404
    address = board_address.read(request.GET.dict(), around.sop)
    board, sees_all = board_of(request.actor, address.wanted), request.actor.sees_everything()
    desk = Desk(
        board=board,
        address=address,
        sop=around.sop,
        calendar=around.calendar,
        now=request.now,
        limits=around.kantor.batas_papan if sees_all else None,
    )
    columns, wanted = columns_of(desk), address.wanted
    filters = sum(bool(one) for one in (wanted.prioritas, wanted.orang, wanted.langkah))
    context = {
        "lead": ALL_OF_IT if sees_all else OF_TEAMS,
        "may_set": bool(may_set_limits(request.actor)),
        "groupings": board_address.groupings(address),
        "form": board_address.FilterForm(wanted, around.sop, board.people),
        "filter_text": f"Saring, {filters} saringan aktif" if filters else "Saring",
        "is_filtered": wanted.is_filtered,
        "clear_url": board_address.Address(wanted=Wanted(kelompok=wanted.kelompok)).url,
        "columns": columns,
        "chosen": choices_of(desk, columns),
    }
    return render(request, "work/papan.html", context)


@only(*SETS)
@require_http_methods(["GET", "HEAD", "POST"])
def limits(request: Request) -> HttpResponse:
    around = surroundings(request)
    if around is None or around.sop is None:
        raise Http404
    form = LimitsForm(request.POST if request.method == "POST" else None, around, tuple(around.sop.fase))

    def save() -> None:
        set_limits(form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, save, lambda: form.to_data().check()):
        messages.success(request, "Batas papan disimpan.")
        return redirect("papan")
    title = "Ubah batas papan"
    context = {
        "title": title,
        "lead": "Lajur yang berisi lebih banyak dari batasnya ditandai. Tidak ada pekerjaan yang dihentikan.",
        "crumbs": (Crumb("Papan", board_address.PAGE), Crumb(title)),
        "send_text": "Simpan",
        "back": board_address.PAGE,
    }
    return shown(request, "office/isian.html", form, context)
