"""Every screen there is, who looks at it, and in which state."""

from loket.sop.definition import MAIN
from tests.browser.screen import ONLOOKER, TURN, Screen
from tests.browser.settled import PLACES

LETTER = "tindakan/surat_asli_diterima"
AMENDING = (
    ("ganti_tim", "analisis_susun", "kasi"),
    ("ganti_pic", "analisis_susun", "tu"),
    ("koreksi_data", "analisis_susun", "opd"),
    ("jadwal_ulang", "rapat_teknis_rapat_teknis", "analis"),
    ("perubahan_ruang_lingkup", "desain_susun", "opd"),
    ("putuskan_perubahan", "berubah", "kasi"),
    ("terapkan_perubahan", "disetujui", "analis"),
)
"""Acts that change what is known or agreed: where, and by whom."""


def _steps() -> list[Screen]:
    """Each part of a step for whom it waits, one for somebody else, and each step as it was recorded."""
    path = "/permintaan/{analisis_reviu}/analisis"
    screens = [Screen(name="analisis-reviu-orang-lain", path=path, who=ONLOOKER, place="analisis_reviu")]
    screens.append(
        Screen(
            name="daftar-periksa",
            path="/permintaan/{implementasi_bangun}/implementasi",
            who=TURN,
            place="implementasi_bangun",
            unfolded="Daftar periksa",
        )
    )
    for step, bagian in PLACES:
        place = f"{step}_{bagian}"
        path = f"/permintaan/{{{place}}}/{step}"
        screens.append(Screen(name=f"{step}-{bagian}", path=path, who=TURN, place=place))
    screens.extend(
        Screen(
            name=f"implementasi-gitlab-{who}",
            path="/permintaan/{gitlab}/implementasi",
            who=who,
            place="gitlab",
        )
        for who in (TURN, "kasi")
    )
    screens.extend(
        Screen(name=f"{step}-berubah", path=f"/permintaan/{{berubah}}/{step}", who="kasi")
        for step in ("surat", "penunjukan", "analisis")
    )
    screens.extend(
        Screen(name=f"{step}-recorded", path=f"/permintaan/{{selesai_}}/{step}", who="kasi")
        for step in dict(PLACES)
    )
    return screens


def _permintaan() -> list[Screen]:
    """The page of a permintaan: in hand, waiting for others, finished."""
    seen = (
        ("surat_surat", "opd"),
        ("disposisi_kepala_dinas", "kadis"),
        ("rapat_teknis_rapat_teknis", TURN),
        ("analisis_susun", TURN),
        ("implementasi_uat", "kasi"),
        ("pendampingan_laporan", "opd"),
        ("selesai_", "kasi"),
        ("dijeda", "kasi"),
        ("dijeda", "opd"),
        ("berubah", "kasi"),
        ("digabung", "kasi"),
        ("gitlab", "kasi"),
        ("gitlab", TURN),
    )
    return [
        Screen(name=f"permintaan-{place}-{who}", path=f"/permintaan/{{{place}}}", who=who, place=place)
        for place, who in seen
    ]


def _public() -> list[Screen]:
    sop = f"/sop/{MAIN}"
    return [
        Screen(name="landing", path="/"),
        Screen(name="lacak", path="/lacak"),
        Screen(name="lacak-hasil", path="/lacak/{kode}"),
        Screen(name="lacak-salah", path="/lacak?kode=SALAH-SALAH", status=404),
        Screen(name="verifikasi", path="/verifikasi"),
        Screen(name="verifikasi-hasil", path="/verifikasi/{kode_naskah}"),
        Screen(name="verifikasi-galat", path="/verifikasi/{kode_naskah}", sent="Cocokkan berkas"),
        Screen(name="verifikasi-salah", path="/verifikasi?kode=SALAH-SALAH", status=404),
        Screen(name="masuk", path="/masuk"),
        Screen(name="masuk-galat", path="/masuk", sent="Masuk"),
        Screen(name="sop", path=sop),
        Screen(name="sop-naskah", path=f"{sop}?tampilan=naskah"),
        Screen(name="sop-masuk", path=sop, who="kadis"),
        Screen(name="api", path="/api/v1/docs"),
        Screen(name="sop-terkait", path="/sop/SOP-DISKOMINFO-002"),
    ]


def _errors() -> list[Screen]:
    """The pages of errors that nobody can bring about here stand in for the landing page."""
    return [
        Screen(name="tidak-ditemukan", path="/tidak-ada", status=404),
        Screen(name="tidak-ditemukan-masuk", path="/tidak-ada", who="kasi", status=404),
        *(
            Screen(name=f"galat-{error}", path="/", template=f"errors/{error}.html")
            for error in ("403", "429", "500", "503", "csrf")
        ),
    ]


def _board() -> list[Screen]:
    return [
        *(
            Screen(name=f"papan-{one}", path=f"/papan?kelompok={one}", who="kasi", unfolded="Saring")
            for one in ("langkah", "prioritas", "tim")
        ),
        Screen(name="papan-tim-sendiri", path="/papan?langkah=desain", who="analis"),
        Screen(name="batas-papan", path="/papan/batas", who="kasi"),
    ]


def _work() -> list[Screen]:
    each_role = ("opd", "kadis", "kabid", "kasi", "analis", "programmer", "tu", "admin")
    return [
        *(Screen(name=f"tugas-{username}", path="/tugas", who=username) for username in each_role),
        Screen(name="tugas-kosong", path="/tugas", who="opd_lain"),
        Screen(name="daftar", path="/permintaan", who="kasi"),
        Screen(name="daftar-opd", path="/permintaan", who="opd"),
        Screen(name="daftar-cari", path="/permintaan?q=Antrean+1", who="kasi"),
        Screen(name="daftar-kosong", path="/permintaan?q=tidak-ada-yang-begini", who="kasi"),
        *(
            Screen(name=f"register-{name}", path=f"/register{query}", who="tu")
            for name, query in (("keluar", ""), ("masuk", "?buku=masuk"), ("kosong", "?q=tidak-ada"))
        ),
        Screen(name="register-opd", path="/register", who="opd", unfolded="Cari dan saring"),
        Screen(name="dokumen", path="/permintaan/{selesai_}/dokumen/{versi}", who="opd"),
        Screen(name="tindakan-surat-asli", path="/permintaan/{penunjukan_penunjukan}/" + LETTER, who="tu"),
        Screen(name="tindakan-ditolak", path="/permintaan/{selesai_}/" + LETTER, who="tu"),
        Screen(name="tindakan-tarik", path="/permintaan/{disposisi_kepala_dinas}/tindakan/tarik", who="opd"),
        Screen(name="tindakan-jeda", path="/permintaan/{analisis_susun}/tindakan/jeda", who="kasi"),
        *(
            Screen(
                name=f"tindakan-{key}", path=f"/permintaan/{{undangan_undangan}}/tindakan/{key}", who="kasi"
            )
            for key in ("kembalikan", "tolak", "alihkan", "batalkan", "gabungkan")
        ),
        *(
            Screen(name=f"tindakan-{key}", path=f"/permintaan/{{{place}}}/tindakan/{key}", who=who)
            for key, place, who in AMENDING
        ),
        Screen(
            name="tindakan-perpanjang", path="/permintaan/{analisis_susun}/tindakan/perpanjang", who="kasi"
        ),
        Screen(name="tindakan-lanjutkan", path="/permintaan/{dijeda}/tindakan/lanjutkan", who="kasi"),
        *_board(),
        Screen(name="pemberitahuan", path="/pemberitahuan", who="kasi"),
        Screen(name="pemberitahuan-kosong", path="/pemberitahuan", who="opd_lain"),
    ]


def _account() -> list[Screen]:
    return [
        Screen(name="akun", path="/akun", who="analis"),
        Screen(name="token", path="/akun/token", who="analis"),
        Screen(name="token-galat", path="/akun/token", who="analis", sent="Buat token"),
        Screen(name="sandi", path="/akun/sandi", who="analis"),
        Screen(name="sandi-galat", path="/akun/sandi", who="analis", sent="Ganti kata sandi"),
    ]


def _submission() -> list[Screen]:
    new = "/permintaan/baru"
    return [
        Screen(name="baru", path=new, who="opd"),
        Screen(name="baru-ditolak", path=new, who="kasi", status=403),
        Screen(name="baru-kebutuhan", path=f"{new}/kebutuhan", who="opd"),
        Screen(name="baru-kebutuhan-tu", path=f"{new}/kebutuhan", who="tu"),
        Screen(name="baru-surat", path=f"{new}/surat", who="opd"),
        Screen(name="baru-surat-tu", path=f"{new}/surat", who="tu"),
        Screen(name="baru-narahubung", path=f"{new}/narahubung", who="opd"),
        Screen(name="tanda-terima", path="/permintaan/{selesai_}/tanda-terima", who="opd"),
    ]


def _office() -> list[Screen]:
    pages = (
        *("pengguna", "pengguna/baru", "pengguna/{pengguna}", "pengguna/{pengguna}/ubah"),
        *("pengguna/{pengguna}/nonaktifkan", "pengguna/{pengguna}/jabatan"),
        "pengguna/{pengguna}/token/{token}/cabut",
        *("jabatan", "jabatan/pengganti"),
        *("opd", "opd/baru", "opd/{opd}", "opd/{opd}/nonaktifkan"),
        *("kalender", "kalender/libur/baru", "kalender/libur/{libur}", "kalender/libur/{libur}/hapus"),
        *("kalender/jadwal/baru", "kalender?tahun=2028", "kalender/tahun/2028/lengkap", "pemeriksaan"),
    )
    return [
        *(Screen(name=f"kantor-{page}", path=f"/kantor/{page}", who="admin") for page in pages),
        *(Screen(name=page, path=f"/kantor/{page}", who="kadis") for page in ("kahar", "kahar/baru")),
        Screen(name="gitlab-tanpa", path="/kantor/gitlab", who="admin"),
        *(
            Screen(name=f"gitlab{page}", path=f"/kantor/gitlab{page}", who="admin", gitlab=True)
            for page in ("", "/antrean", "/gagal", "/perbedaan", "/jeda", "/lanjutkan")
        ),
        Screen(
            name="gitlab-jeda-galat",
            path="/kantor/gitlab/jeda",
            who="admin",
            sent="Jeda sinkronisasi",
            gitlab=True,
        ),
        Screen(name="revisi-sop", path="/kantor/sop", who="kadis"),
        Screen(name="revisi-sop-draf", path="/kantor/sop/draf", who="admin"),
        Screen(name="revisi-sop-langkah", path="/kantor/sop/draf/langkah/rapat_teknis", who="kasi"),
        Screen(name="revisi-sop-perbandingan", path="/kantor/sop/draf/perbandingan", who="kabid"),
        Screen(
            name="revisi-sop-galat",
            path="/kantor/sop/draf/tetapkan",
            who="kadis",
            sent="Tetapkan revisi 1",
        ),
    ]


SCREENS = (
    *_public(),
    *_errors(),
    *_work(),
    *_account(),
    *_submission(),
    *_office(),
    *_permintaan(),
    *_steps(),
)
