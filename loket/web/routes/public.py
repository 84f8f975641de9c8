from django.urls import URLPattern, path, re_path

from loket.web.pages import dokumen, lacak, landing, masuk, sandi, sop_page, unggah

_ID = r"(?P<pk>[1-9][0-9]{0,17})"

urlpatterns: list[URLPattern] = [
    path("", landing.landing, name="landing"),
    path("lacak", lacak.lacak, name="lacak"),
    path("lacak/<str:kode>", lacak.lacak_kode, name="lacak_kode"),
    path("masuk", masuk.masuk, name="account_login"),
    path("keluar", masuk.keluar, name="account_logout"),
    path("akun/sandi", sandi.sandi, name="sandi"),
    path("akun/sandi/<str:token>", sandi.atur_sandi, name="atur_sandi"),
    path("sop/<str:nomor>", sop_page.sop, name="sop"),
    path("unggah", unggah.unggah, name="unggah"),
    re_path(rf"^berkas/{_ID}\Z", unggah.berkas, name="berkas"),
    re_path(rf"^dokumen/{_ID}\Z", dokumen.dokumen, name="dokumen"),
    re_path(
        rf"^dokumen/{_ID}/halaman/(?P<number>[1-9][0-9]{{0,3}})\Z", dokumen.halaman, name="dokumen_halaman"
    ),
]
