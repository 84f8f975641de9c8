from django.urls import URLPattern, path, re_path

from loket.web.pages import (
    baru,
    dokumen,
    lacak,
    landing,
    masuk,
    periksa,
    sandi,
    sop_bpmn,
    sop_page,
    sop_pdf,
    unggah,
    verifikasi,
)

_ID = r"(?P<pk>[1-9][0-9]{0,17})"

urlpatterns: list[URLPattern] = [
    path("", landing.landing, name="landing"),
    path("lacak", lacak.lacak, name="lacak"),
    path("lacak/<str:kode>", lacak.lacak_kode, name="lacak_kode"),
    path("verifikasi", verifikasi.verifikasi, name="verifikasi"),
    path("verifikasi/<str:kode>", verifikasi.verifikasi_kode, name="verifikasi_kode"),
    path("masuk", masuk.masuk, name="account_login"),
    path("keluar", masuk.keluar, name="account_logout"),
    path("akun/sandi", sandi.sandi, name="sandi"),
    path("akun/sandi/<str:token>", sandi.atur_sandi, name="atur_sandi"),
    path("sop/<str:nomor>", sop_page.sop, name="sop"),
    path("sop/<str:nomor>/bpmn", sop_bpmn.sop_bpmn, name="sop_bpmn"),
    path("sop/<str:nomor>/pdf", sop_pdf.sop_pdf, name="sop_pdf"),
    path("permintaan/baru", baru.mulai, name="baru"),
    path("permintaan/baru/draf", baru.draf, name="draf_baru"),
    path("permintaan/baru/hapus", baru.hapus, name="hapus_draf_baru"),
    path("permintaan/baru/periksa", periksa.periksa, name="baru_periksa"),
    path("permintaan/baru/<slug:halaman>", baru.isian, name="baru_isian"),
    re_path(
        r"^permintaan/(?P<nomor>APL-\d{4}-\d{4,12})/tanda-terima\Z", periksa.tanda_terima, name="tanda_terima"
    ),
    path("unggah", unggah.unggah, name="unggah"),
    re_path(rf"^berkas/{_ID}\Z", unggah.berkas, name="berkas"),
    re_path(rf"^dokumen/{_ID}\Z", dokumen.dokumen, name="dokumen"),
    re_path(
        rf"^dokumen/{_ID}/halaman/(?P<number>[1-9][0-9]{{0,3}})\Z", dokumen.halaman, name="dokumen_halaman"
    ),
]
