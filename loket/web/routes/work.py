"""Where the people of the office and of the OPD work."""

from django.urls import URLPattern, path, re_path

from loket.web.pages import akun, daftar, dokumen_baca, pemberitahuan, penggantian, permintaan, tugas

_NOMOR = r"^permintaan/(?P<nomor>APL-\d{4}-\d{4,12})"
_ID = r"(?P<pk>[1-9]\d{0,17})"

urlpatterns: list[URLPattern] = [
    path("permintaan", daftar.page, name="permintaan"),
    re_path(rf"{_NOMOR}\Z", permintaan.page, name="satu_permintaan"),
    re_path(rf"{_NOMOR}/dokumen/{_ID}\Z", dokumen_baca.page, name="baca_dokumen"),
    path("pemberitahuan", pemberitahuan.page, name="pemberitahuan"),
    path("pemberitahuan/dibaca", pemberitahuan.read_all, name="baca_semua_pemberitahuan"),
    re_path(rf"^pemberitahuan/{_ID}/buka\Z", pemberitahuan.open_one, name="buka_pemberitahuan"),
    re_path(rf"^pemberitahuan/{_ID}/dibaca\Z", pemberitahuan.read_one, name="baca_pemberitahuan"),
    path("akun", akun.page, name="akun"),
    path("akun/keluar-semua", akun.sign_out_everywhere, name="keluar_semua"),
    re_path(rf"^akun/penggantian/{_ID}\Z", penggantian.page, name="penggantian"),
    path("tugas", tugas.page, name="tugas"),
]
