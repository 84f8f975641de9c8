from django.urls import URLPattern, path

from loket.web.pages import lacak, landing, masuk, sandi, sop_page

urlpatterns: list[URLPattern] = [
    path("", landing.landing, name="landing"),
    path("lacak", lacak.lacak, name="lacak"),
    path("lacak/<str:kode>", lacak.lacak_kode, name="lacak_kode"),
    path("masuk", masuk.masuk, name="account_login"),
    path("keluar", masuk.keluar, name="account_logout"),
    path("akun/sandi", sandi.sandi, name="sandi"),
    path("akun/sandi/<str:token>", sandi.atur_sandi, name="atur_sandi"),
    path("sop/<str:nomor>", sop_page.sop, name="sop"),
]
