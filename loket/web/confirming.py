"""Before something grave the account's password is asked for once more: a session may have been left open."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from loket.web.request import Request
from loket.web.steps.fields import TextField
from loket.web.throttle import Limit, TooMany, guess, wait_text

CONFIRMATIONS = Limit("kata-sandi-ulang", tries=5, seconds=5 * 60)
"""As many wrong ones as at signing in."""


class ConfirmedForm(forms.Form):
    """Ends with the password of whoever fills it in."""

    password = TextField(
        label="Kata sandi akun Anda",
        help_text="Untuk memastikan bahwa Anda sendiri yang melakukannya.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: Request, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.request = request
        self.order_fields([name for name in self.fields if name != "password"])

    def clean_password(self) -> str:
        """It is compared and forgotten. Only a wrong one counts."""
        typed, user = self.cleaned_data["password"], self.request.user
        if not typed:
            raise ValidationError("Isi kata sandi akun Anda.")
        try:
            right = guess(
                CONFIRMATIONS, str(user.pk), self.request.now, lambda: user.check_password(typed) or None
            )
        except TooMany as too_many:
            raise ValidationError(
                f"Kata sandi salah berulang kali. Coba lagi {wait_text(too_many.wait)} lagi."
            ) from too_many
        if not right:
            raise ValidationError("Kata sandi tidak cocok. Ketik sekali lagi.")
        return ""
