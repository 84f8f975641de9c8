from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

handler400 = "loket.web.pages.errors.bad_request"
handler403 = "loket.web.pages.errors.forbidden"
handler404 = "loket.web.pages.errors.not_found"
handler500 = "loket.web.pages.errors.server_error"
