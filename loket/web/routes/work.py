"""Where the people of the office and of the OPD work."""

from django.urls import URLPattern, path

from loket.web.pages import tugas

urlpatterns: list[URLPattern] = [
    path("tugas", tugas.page, name="tugas"),
]
