"""Where the people of the office and of the OPD work."""

from django.urls import URLPattern, path, re_path

from loket.web.pages import (
    akun,
    berkas,
    daftar,
    dokumen_baca,
    naskah,
    naskah_satu,
    naskah_tanda_tangan,
    naskah_tindakan,
    papan,
    pemberitahuan,
    penggantian,
    permintaan,
    register,
    sertifikat,
    token,
    tugas,
)

_NOMOR = r"^permintaan/(?P<nomor>APL-\d{4}-\d{4,12})"
_ID = r"(?P<pk>[1-9]\d{0,17})"

urlpatterns: list[URLPattern] = [
    path("permintaan", daftar.page, name="permintaan"),
    re_path(rf"{_NOMOR}\Z", permintaan.page, name="satu_permintaan"),
    re_path(rf"{_NOMOR}/dokumen/{_ID}\Z", dokumen_baca.page, name="baca_dokumen"),
    re_path(rf"{_NOMOR}/berkas\Z", berkas.berkas, name="berkas_perkara"),
    re_path(rf"{_NOMOR}/naskah\Z", naskah.page, name="naskah_permintaan"),
    re_path(rf"{_NOMOR}/naskah/baru/(?P<jenis>[a-z_]{{3,30}})\Z", naskah.new, name="naskah_baru"),
    re_path(rf"^naskah/{_ID}\Z", naskah_satu.page, name="satu_naskah"),
    re_path(rf"^naskah/{_ID}/pdf\Z", naskah_satu.pdf, name="naskah_pdf"),
    re_path(
        rf"^naskah/{_ID}/halaman/(?P<number>[1-9][0-9]{{0,3}})\Z", naskah_satu.picture, name="naskah_halaman"
    ),
    re_path(rf"^naskah/{_ID}/ubah\Z", naskah.change, name="ubah_naskah"),
    re_path(rf"^naskah/{_ID}/terbitkan\Z", naskah_tindakan.issue, name="terbitkan_naskah"),
    re_path(rf"^naskah/{_ID}/tanda-tangan\Z", naskah_tanda_tangan.sign, name="tanda_tangani_naskah"),
    re_path(rf"^naskah/{_ID}/batalkan\Z", naskah_tindakan.void, name="batalkan_naskah"),
    path("papan", papan.page, name="papan"),
    path("papan/batas", papan.limits, name="batas_papan"),
    path("pemberitahuan", pemberitahuan.page, name="pemberitahuan"),
    path("pemberitahuan/dibaca", pemberitahuan.read_all, name="baca_semua_pemberitahuan"),
    re_path(rf"^pemberitahuan/{_ID}/buka\Z", pemberitahuan.open_one, name="buka_pemberitahuan"),
    re_path(rf"^pemberitahuan/{_ID}/dibaca\Z", pemberitahuan.read_one, name="baca_pemberitahuan"),
    path("akun", akun.page, name="akun"),
    path("akun/sertifikat", sertifikat.page, name="sertifikat"),
    path("akun/sertifikat/cabut", sertifikat.revoke, name="cabut_sertifikat"),
    path("akun/token", token.page, name="token"),
    re_path(rf"^akun/token/{_ID}/cabut\Z", token.revoke, name="cabut_token"),
    path("akun/keluar-semua", akun.sign_out_everywhere, name="keluar_semua"),
    re_path(rf"^akun/penggantian/{_ID}\Z", penggantian.page, name="penggantian"),
    path("register", register.page, name="register"),
    re_path(r"^register/unduh/(?P<form>[a-z]{3,4})\Z", register.export, name="unduh_register"),
    path("tugas", tugas.page, name="tugas"),
]
