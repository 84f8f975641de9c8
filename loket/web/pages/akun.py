"""One's own account: name, positions, password, and signing out everywhere."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from loket.core.naskah_acts import SIGNERS
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.user import Jabatan, User
from loket.queries.acting import MOST, periods_of
from loket.queries.positions import positions_of
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.office.accounts import term
from loket.web.request import Request
from loket.web.sessions import end_all
from loket.web.shell import surroundings


@login_required
@require_safe
def page(request: Request) -> HttpResponse:
    today = request.now.astimezone(ZONE).date()
    found = positions_of(request.user.pk, today)
    around = surroundings(request)
    context = {
        "password_url": reverse("sandi"),
        "certificate_url": reverse("sertifikat") if any(map(request.actor.has, SIGNERS)) else "",
        "token_url": reverse("token"),
        "sign_out_url": reverse("keluar_semua"),
        "facts": _facts(request.user, around.opd if around else ""),
        "held": tuple(_position(one) for one in found.held),
        "others": tuple(_position(one) for one in found.others),
        "acting": tuple(_period(one) for one in periods_of(request.user.pk, today)[:MOST]),
    }
    return render(request, "work/akun.html", context)


@login_required
@require_POST
def sign_out_everywhere(request: Request) -> HttpResponse:
    ended = end_all(request.user.pk, request.now)
    request.session.flush()
    messages.success(
        request, f"Anda keluar dari {formats.number(ended)} perangkat. Masuk lagi untuk melanjutkan."
    )
    return redirect("account_login")


def _facts(user: User, opd: str) -> tuple[Fact, ...]:
    facts = (
        Fact("Nama", user.nama),
        Fact("Nama pengguna", user.username),
        Fact("NIP", user.nip),
        Fact("Telepon", formats.phone(user.phone)),
        Fact("Email", user.email),
        Fact("OPD", opd),
    )
    return tuple(fact for fact in facts if fact.value)


def _position(one: Jabatan) -> Fact:
    letter = (f"Surat {one.nomor_surat}",) if one.nomor_surat else ()
    return Fact(str(one), one.title or Role(one.role).label, lines=(term(one), *letter))


def _period(one: Jabatan) -> Fact:
    """Who acted, and the way to what was done."""
    url = reverse("penggantian", args=[one.pk])
    return Fact(str(one), one.user.nama, url=url, lines=(term(one), f"Surat {one.nomor_surat}"))
