"""Signing in: by username, throttled, with sentences; nobody signs up by themselves."""

from datetime import UTC, datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import LoginForm
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from loket.core.zone import ZONE
from loket.models.user import User


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    def get_user(self, user_id: int) -> User | None:
        """The signed-in person of a request, with the positions that decide what they may do."""
        today = datetime.now(UTC).astimezone(ZONE).date()
        user = User.objects.with_positions(today).filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Akun ini tidak aktif. Hubungi admin Loket.",
        "username_password_mismatch": "Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.",
        "too_many_login_attempts": "Terlalu banyak percobaan masuk. Tunggu lima menit, lalu coba lagi.",
        "rate_limited": "Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by an admin."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """After signing in one stays here: an address with a host, even this one, is not followed."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Only whoever knows the password learns that the account is shut."""
        return render(request, "account/inactive.html", status=403)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count by the account alone: allauth adds the Host header, which a guesser can change at will."""
        return str(credentials.get("username", "")).lower()


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Nama pengguna"
        self.fields["login"].error_messages["required"] = "Isi nama pengguna."
        self.fields["password"].label = "Kata sandi"
        self.fields["password"].error_messages["required"] = "Isi kata sandi."
        self.fields["password"].help_text = ""
        self.fields.pop("remember", None)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def add_error(self, field: str | None, error: Any) -> None:
        """What can be no name or no password at all, such as one far too long, is simply a wrong one."""
        if field is None or all(one.code == "required" for one in error.error_list):
            super().add_error(field, error)
        elif NON_FIELD_ERRORS not in self.errors:
            super().add_error(None, get_adapter().validation_error("username_password_mismatch"))
        self.cleaned_data.pop(field, None)
