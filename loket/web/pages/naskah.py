"""The naskah of a permintaan: which there are, and the draft of another one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loket.application.act import act
from loket.application.acts.naskah import Draft
from loket.application.data import local_date
from loket.application.errors import Invalid, NotVisible, Overtaken, Refused
from loket.application.naskah.content import CONTENTS
from loket.application.naskah.drafting import draftable, lacks
from loket.core.actor import Actor
from loket.core.naskah import JENIS
from loket.models.naskah import Naskah
from loket.models.permintaan import Permintaan
from loket.queries.naskah import naskah_of, one_naskah
from loket.queries.step_rows import visible_permintaan
from loket.web.components.navigation import Crumb
from loket.web.components.records import Letter
from loket.web.naskah.forms import IsianForm, status_of
from loket.web.naskah.rows import naskah_row, naskah_url
from loket.web.office.sending import place
from loket.web.pages.naskah_satu import found_for, shown_of
from loket.web.request import Request
from loket.web.step_links import permintaan_url
from loket.web.step_overtaken import who_was_first
from loket.web.steps.fields import as_id

FORM = ["GET", "HEAD", "POST"]


@login_required
@require_safe
def page(request: Request, nomor: str) -> HttpResponse:
    permintaan = _permintaan(request, nomor)
    kinds = [
        (jenis.label, reverse("naskah_baru", args=[nomor, key]))
        for key, jenis in JENIS.items()
        if _drafts(request.actor, key) and not lacks(permintaan, jenis)
    ]
    context = {
        "title": "Naskah dinas",
        "lead": f"{permintaan.nama_aplikasi}, {permintaan.opd.nama}",
        "crumbs": _trail(nomor, "Naskah dinas"),
        "binder_url": reverse("berkas_perkara", args=[nomor]),
        "rows": tuple(naskah_row(one) for one in naskah_of(request.actor, permintaan.pk)),
        "kinds": kinds,
    }
    return render(request, "work/naskah.html", context)


@login_required
@require_http_methods(FORM)
def new(request: Request, nomor: str, jenis: str) -> HttpResponse:
    """`?ganti=ID` writes what replaces a naskah in force, with its words to begin with."""
    permintaan = _permintaan(request, nomor)
    if not _drafts(request.actor, jenis):
        raise Http404
    replaced = _replaced(request, permintaan, jenis)
    if lacks(permintaan, JENIS[jenis], replaced):
        raise Http404
    initial = replaced.isian if replaced else CONTENTS[jenis].proposed(permintaan, None)
    form = IsianForm(jenis, request.POST or None, initial=initial, today=local_date(request.now))
    draft = _sent(request, nomor, form, menggantikan_id=replaced.pk if replaced else None)
    if draft is not None:
        messages.success(request, "Konsep tersimpan. Periksa cetakannya, lalu terbitkan.")
        return redirect(naskah_url(draft))
    title = JENIS[jenis].label
    what = f"Menggantikan {replaced.nomor}." if replaced else "Periksa isinya; nomor diberikan saat terbit."
    return _written(request, form, permintaan, f"Konsep {title.lower()}", what)


@login_required
@require_http_methods(FORM)
def change(request: Request, pk: str) -> HttpResponse:
    found = one_naskah(request.actor, int(pk))
    if found is None or found.naskah.state != Naskah.State.KONSEP:
        raise Http404
    naskah = found.naskah
    if not _drafts(request.actor, naskah.jenis):
        raise Http404
    form = IsianForm(
        naskah.jenis,
        request.POST or None,
        initial=naskah.isian,
        today=local_date(request.now),
        version=naskah.version,
    )
    if _sent(request, naskah.permintaan.nomor, form, naskah_id=naskah.pk) is not None:
        messages.success(request, "Perubahan konsep tersimpan.")
        return redirect(naskah_url(naskah.pk))
    title = f"Ubah konsep {JENIS[naskah.jenis].label.lower()}"
    if not form.is_overtaken:
        return _written(request, form, naskah.permintaan, title, naskah.hal)
    letter = shown_of(found_for(request, pk), request.actor, request.now)["letter"]
    return _written(request, form, naskah.permintaan, title, naskah.hal, letter=letter)


def _sent(
    request: Request,
    nomor: str,
    form: IsianForm,
    *,
    naskah_id: int | None = None,
    menggantikan_id: int | None = None,
) -> int | None:
    """The id of the draft that was kept, or None where the form is to be shown (again)."""
    if not form.is_bound:
        return None
    if not form.is_valid():
        form.judge()
        return None
    data = Draft(
        jenis=form.jenis,
        isian=form.typed(),
        naskah_id=naskah_id,
        version=form.shown_version(),
        menggantikan_id=menggantikan_id,
    )
    try:
        entry = act(nomor=nomor, act_key="konsep_naskah", actor=request.actor, data=data, now=request.now)
    except Overtaken as overtaken:
        form.overtake(who_was_first(overtaken, request), found_for(request, str(naskah_id)).naskah.version)
    except Refused as refused:
        form.add_error(None, list(refused.verdict.unmet))
    except Invalid as invalid:
        place(form, invalid.problems)
    except NotVisible as invisible:
        raise Http404 from invisible
    else:
        return int(entry.particulars["naskah_id"])
    return None


def _written(
    request: Request,
    form: IsianForm,
    permintaan: Permintaan,
    title: str,
    lead: str,
    *,
    letter: Letter | None = None,
) -> HttpResponse:
    context = {
        "title": title,
        "lead": lead,
        "crumbs": _trail(permintaan.nomor, title),
        "send_text": "Simpan konsep",
        "back": reverse("naskah_permintaan", args=[permintaan.nomor]),
        "form": form,
        "letter": letter,
    }
    return render(request, "work/naskah_konsep.html", context, status=status_of(form))


def _permintaan(request: Request, nomor: str) -> Permintaan:
    permintaan = visible_permintaan(nomor, request.actor, with_opd=True)
    if permintaan is None:
        raise Http404
    return permintaan


def _drafts(actor: Actor, key: str) -> bool:
    jenis = draftable(key)
    return jenis is not None and any(actor.has(role) for role in jenis.drafters)


def _replaced(request: Request, permintaan: Permintaan, jenis: str) -> Naskah | None:
    wanted = request.GET.get("ganti", "")
    if not wanted:
        return None
    rows = naskah_of(request.actor, permintaan.pk).in_force().filter(jenis=jenis, pengganti=None)
    found = rows.filter(pk=as_id(wanted) or 0).first()
    if found is None:
        raise Http404
    return found


def _trail(nomor: str, name: str) -> tuple[Crumb, ...]:
    return Crumb("Permintaan", "/permintaan"), Crumb(nomor, permintaan_url(nomor)), Crumb(name)
