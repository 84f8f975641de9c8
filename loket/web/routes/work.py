"""Where the people of the office and of the OPD work."""

from django.urls import URLPattern, path, re_path

from loket.web.pages import daftar, permintaan, tugas

urlpatterns: list[URLPattern] = [
    path("permintaan", daftar.page, name="permintaan"),
    re_path(r"^permintaan/(?P<nomor>APL-\d{4}-\d{4,12})\Z", permintaan.page, name="satu_permintaan"),
    path("tugas", tugas.page, name="tugas"),
]
