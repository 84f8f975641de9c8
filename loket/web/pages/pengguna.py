"""Accounts: the list, making one, and one account with its positions and what an admin may do to it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loket.application.data import local_date
from loket.application.office.accounts import (
    LINK_LIFETIME,
    change_account,
    create_account,
    issue_password_link,
    set_active,
)
from loket.models.user import User
from loket.queries.keyset import Edge, key_of
from loket.queries.naskah import certificates_of
from loket.queries.office import account_of, last_change, page_of_accounts
from loket.queries.positions import positions_of
from loket.queries.tokens import tokens_of
from loket.web.office import accounts
from loket.web.office.access import admin_only
from loket.web.office.accounts import LIST, ONE, crumbs
from loket.web.office.addresses import own_address
from loket.web.office.forms import AccountForm
from loket.web.office.sending import accepted, asked, attempted, shown
from loket.web.office.tokens import tokens_table
from loket.web.request import Request

FORM = ["GET", "HEAD", "POST"]


@admin_only
@require_safe
def page(request: Request) -> HttpResponse:
    wanted = accounts.wanted(request.GET.dict())
    edge = Edge(after=key_of(request.GET.get("sesudah", "")), before=key_of(request.GET.get("sebelum", "")))
    found = page_of_accounts(wanted.view, wanted.q, edge, local_date(request.now))
    context = {
        "lead": accounts.lead(last_change("akun", "jabatan"), request.now),
        "views": accounts.views(wanted),
        "search": accounts.SearchForm(wanted),
        "q": wanted.q,
        "clear_url": accounts.url_of(accounts.Wanted(view=wanted.view, q="")),
        "table": accounts.table_of(found.rows),
        "is_empty": not found.rows,
        "next_url": accounts.url_of(wanted, sesudah=found.next) if found.next else "",
        "previous_url": accounts.url_of(wanted, sebelum=found.previous) if found.previous else "",
    }
    return render(request, "office/pengguna.html", context)


@admin_only
@require_http_methods(FORM)
def new(request: Request) -> HttpResponse:
    form = AccountForm(request.POST if request.method == "POST" else None, today=local_date(request.now))
    made: list[User] = []

    def make() -> None:
        made.append(create_account(form.to_data(), actor=request.actor, now=request.now))

    if accepted(form, make, lambda: form.to_data().check(account=None)):
        messages.success(request, f"Akun {made[0].nama} dibuat. Beri jabatan, lalu buat tautan atur sandi.")
        return redirect(ONE, made[0].pk)
    context = {"title": "Tambah pengguna", "crumbs": crumbs("Tambah pengguna"), "send_text": "Buat akun"}
    return shown(request, "office/isian.html", form, {**context, "back": reverse(LIST), "lead": ""})


@admin_only
@require_safe
def one(request: Request, pk: str) -> HttpResponse:
    account, today = found_account(pk), local_date(request.now)
    positions = positions_of(account.pk, today)
    context = {
        "account": account,
        "crumbs": crumbs(account.nama),
        "badges": accounts.badges(account),
        "facts": accounts.facts(account),
        "held": accounts.positions_table(positions.held, account, today) if positions.held else None,
        "others": accounts.positions_table(positions.others, account, today) if positions.others else None,
        "is_own": account.pk == request.user.pk,
        "tokens": tokens_table(
            tokens_of(account.pk, request.now),
            lambda one: reverse("cabut_token_pengguna", args=[account.pk, one.pk]),
        ),
        "has_certificate": any(one.revoked_at is None for one in certificates_of(account.pk)),
    }
    return render(request, "office/satu_pengguna.html", context)


@admin_only
@require_http_methods(FORM)
def change(request: Request, pk: str) -> HttpResponse:
    account, back = found_account(pk), reverse(ONE, args=[pk])
    data = request.POST if request.method == "POST" else None
    form = AccountForm(data, today=local_date(request.now), account=account)
    name = account.nama

    def save() -> None:
        change_account(account, form.to_data(), actor=request.actor, now=request.now)

    if accepted(form, save, lambda: form.to_data().check(account=account)):
        messages.success(request, f"Data akun {account.nama} disimpan.")
        return redirect(back)
    context = {"title": "Ubah data akun", "crumbs": crumbs(name, back, "Ubah"), "send_text": "Simpan"}
    return shown(request, "office/isian.html", form, {**context, "back": back, "lead": name})


@admin_only
@require_http_methods(FORM)
def activate(request: Request, pk: str) -> HttpResponse:
    return _set_active(request, pk, is_active=True)


@admin_only
@require_http_methods(FORM)
def deactivate(request: Request, pk: str) -> HttpResponse:
    return _set_active(request, pk, is_active=False)


@admin_only
@require_POST
@sensitive_variables("token", "url")
def link(request: Request, pk: str) -> HttpResponse:
    """A link to set a password: made by this request, and shown by its answer alone."""
    account, back = found_account(pk), reverse(ONE, args=[pk])
    if not account.is_active:
        raise Http404
    token = issue_password_link(account, actor=request.actor, now=request.now)
    context = {
        "account": account,
        "url": own_address(request, reverse("atur_sandi", args=[token])),
        "until": request.now + LINK_LIFETIME,
        "back": back,
        "crumbs": crumbs(account.nama, back, "Tautan atur sandi"),
    }
    return render(request, "office/tautan.html", context)


def found_account(pk: str) -> User:
    """Raises Http404 where there is none."""
    account = account_of(int(pk))
    if account is None:
        raise Http404
    return account


def _set_active(request: Request, pk: str, *, is_active: bool) -> HttpResponse:
    account, back = found_account(pk), reverse(ONE, args=[pk])
    done, problems = attempted(
        request, lambda: set_active(account, is_active=is_active, actor=request.actor, now=request.now)
    )
    if done:
        messages.success(request, f"Akun {account.nama} {'aktif lagi' if is_active else 'dinonaktifkan'}.")
        return redirect(back)
    trail = crumbs(account.nama, back, "Aktifkan" if is_active else "Nonaktifkan")
    return asked(request, accounts.activating(account, is_active=is_active), trail, problems)
