"""`/masuk` and `/keluar`."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from django.http import HttpResponse


class Masuk(LoginView):  # type: ignore[misc]  # allauth ships no types
    def form_invalid(self, form: Any) -> HttpResponse:
        too_many = form.has_error("__all__", code="too_many_login_attempts")
        context = self.get_context_data(form=form)
        response: HttpResponse = self.render_to_response(context, status=429 if too_many else 422)
        return response


masuk = Masuk.as_view()
keluar = LogoutView.as_view()
