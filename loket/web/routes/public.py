from django.urls import URLPattern, path

from loket.web.pages import lacak, landing, sop_page

urlpatterns: list[URLPattern] = [
    path("", landing.landing, name="landing"),
    path("lacak", lacak.lacak, name="lacak"),
    path("lacak/<str:kode>", lacak.lacak_kode, name="lacak_kode"),
    path("sop/<str:nomor>", sop_page.sop, name="sop"),
]
