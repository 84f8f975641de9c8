"""The office's own addresses, for admins and for its head."""

from django.urls import URLPattern, path, re_path

from loket.web.pages import jabatan, kahar, kalender, opd, pemeriksaan, pengguna

_ID = r"(?P<pk>[1-9][0-9]{0,17})"
_PENGGUNA = rf"^kantor/pengguna/{_ID}"
_OPD = rf"^kantor/opd/{_ID}"
_LIBUR = rf"^kantor/kalender/libur/{_ID}"

urlpatterns: list[URLPattern] = [
    path("kantor/pengguna", pengguna.page, name="pengguna"),
    path("kantor/pengguna/baru", pengguna.new, name="pengguna_baru"),
    re_path(rf"{_PENGGUNA}\Z", pengguna.one, name="satu_pengguna"),
    re_path(rf"{_PENGGUNA}/ubah\Z", pengguna.change, name="ubah_pengguna"),
    re_path(rf"{_PENGGUNA}/aktifkan\Z", pengguna.activate, name="aktifkan_pengguna"),
    re_path(rf"{_PENGGUNA}/nonaktifkan\Z", pengguna.deactivate, name="nonaktifkan_pengguna"),
    re_path(rf"{_PENGGUNA}/tautan\Z", pengguna.link, name="tautan_sandi"),
    re_path(rf"{_PENGGUNA}/jabatan\Z", jabatan.give, name="beri_jabatan"),
    re_path(
        rf"{_PENGGUNA}/jabatan/(?P<jabatan>[1-9][0-9]{{0,17}})/akhiri\Z", jabatan.end, name="akhiri_jabatan"
    ),
    path("kantor/jabatan", jabatan.page, name="jabatan"),
    path("kantor/jabatan/pengganti", jabatan.deputise, name="pengganti_baru"),
    path("kantor/opd", opd.page, name="opd"),
    path("kantor/opd/baru", opd.new, name="opd_baru"),
    re_path(rf"{_OPD}\Z", opd.one, name="satu_opd"),
    re_path(rf"{_OPD}/aktifkan\Z", opd.activate, name="aktifkan_opd"),
    re_path(rf"{_OPD}/nonaktifkan\Z", opd.deactivate, name="nonaktifkan_opd"),
    path("kantor/kahar", kahar.page, name="kahar"),
    path("kantor/kahar/baru", kahar.new, name="kahar_baru"),
    path("kantor/kahar/berakhir", kahar.finish, name="akhiri_kahar"),
    path("kantor/pemeriksaan", pemeriksaan.page, name="pemeriksaan"),
    path("kantor/kalender", kalender.page, name="kalender"),
    re_path(
        r"^kantor/kalender/tahun/(?P<written>[1-9][0-9]{3})/lengkap\Z",
        kalender.finish_year,
        name="tahun_lengkap",
    ),
    path("kantor/kalender/libur/baru", kalender.new_holiday, name="libur_baru"),
    re_path(rf"{_LIBUR}\Z", kalender.edit_holiday, name="ubah_libur"),
    re_path(rf"{_LIBUR}/hapus\Z", kalender.delete_holiday, name="hapus_libur"),
    path("kantor/kalender/jadwal/baru", kalender.new_schedule, name="jadwal_baru"),
    re_path(rf"^kantor/kalender/jadwal/{_ID}/akhiri\Z", kalender.finish_schedule, name="akhiri_jadwal"),
]
