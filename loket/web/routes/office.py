"""The office's own addresses, for admins and for its heads."""

from django.urls import URLPattern, path, re_path

from loket.web.pages import (
    gitlab,
    gitlab_antrean,
    gitlab_perbedaan,
    jabatan,
    kahar,
    kalender,
    kantor_naskah,
    kantor_sop,
    kantor_sop_draf,
    opd,
    pemeriksaan,
    pengguna,
    sertifikat,
    token,
)

_ID = r"(?P<pk>[1-9][0-9]{0,17})"
_PENGGUNA = rf"^kantor/pengguna/{_ID}"
_OPD = rf"^kantor/opd/{_ID}"
_LIBUR = rf"^kantor/kalender/libur/{_ID}"

urlpatterns: list[URLPattern] = [
    path("kantor/naskah", kantor_naskah.page, name="kantor_naskah"),
    path("kantor/naskah/kop", kantor_naskah.letterhead, name="ubah_kop"),
    path("kantor/naskah/contoh", kantor_naskah.preview, name="contoh_kop"),
    re_path(r"^kantor/naskah/jenis/(?P<jenis>[a-z_]{3,30})\Z", kantor_naskah.kind, name="ubah_jenis_naskah"),
    path("kantor/pengguna", pengguna.page, name="pengguna"),
    path("kantor/pengguna/baru", pengguna.new, name="pengguna_baru"),
    re_path(rf"{_PENGGUNA}\Z", pengguna.one, name="satu_pengguna"),
    re_path(rf"{_PENGGUNA}/ubah\Z", pengguna.change, name="ubah_pengguna"),
    re_path(rf"{_PENGGUNA}/aktifkan\Z", pengguna.activate, name="aktifkan_pengguna"),
    re_path(rf"{_PENGGUNA}/nonaktifkan\Z", pengguna.deactivate, name="nonaktifkan_pengguna"),
    re_path(rf"{_PENGGUNA}/sertifikat/cabut\Z", sertifikat.revoke_of, name="cabut_sertifikat_pengguna"),
    re_path(
        rf"{_PENGGUNA}/token/(?P<token>[1-9][0-9]{{0,17}})/cabut\Z",
        token.revoke_of,
        name="cabut_token_pengguna",
    ),
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
    path("kantor/gitlab", gitlab.page, name="gitlab"),
    path("kantor/gitlab/uji", gitlab.try_now, name="uji_gitlab"),
    path("kantor/gitlab/jeda", gitlab.pause_now, name="jeda_gitlab"),
    path("kantor/gitlab/lanjutkan", gitlab.resume_now, name="lanjutkan_gitlab"),
    path("kantor/gitlab/antrean", gitlab_antrean.queue, name="gitlab_antrean"),
    path("kantor/gitlab/gagal", gitlab_antrean.failed, name="gitlab_gagal"),
    re_path(rf"^kantor/gitlab/gagal/{_ID}/ulang\Z", gitlab_antrean.retry_now, name="ulang_gitlab"),
    path("kantor/gitlab/perbedaan", gitlab_perbedaan.page, name="gitlab_perbedaan"),
    re_path(
        rf"^kantor/gitlab/perbedaan/{_ID}/(?P<way>issue-baru|tutup|bandingkan)\Z",
        gitlab_perbedaan.repair_now,
        name="perbaiki_gitlab",
    ),
    path("kantor/kahar", kahar.page, name="kahar"),
    path("kantor/kahar/baru", kahar.new, name="kahar_baru"),
    path("kantor/kahar/berakhir", kahar.finish, name="akhiri_kahar"),
    path("kantor/sop", kantor_sop.page, name="revisi_sop"),
    path("kantor/sop/mulai", kantor_sop.begin, name="mulai_draf_sop"),
    path("kantor/sop/draf", kantor_sop_draf.page, name="draf_sop"),
    path("kantor/sop/draf/naskah", kantor_sop_draf.naskah, name="draf_sop_naskah"),
    re_path(
        r"^kantor/sop/draf/langkah/(?P<key>[a-z_]{1,40})\Z", kantor_sop_draf.row, name="draf_sop_langkah"
    ),
    path("kantor/sop/draf/perbandingan", kantor_sop_draf.comparison, name="perbandingan_sop"),
    path("kantor/sop/draf/tetapkan", kantor_sop_draf.release, name="tetapkan_sop"),
    path("kantor/sop/draf/buang", kantor_sop.discard, name="buang_draf_sop"),
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
