"""Everything that a person can do in the web can be done by a program, or there is a reason why not."""

from collections.abc import Callable, Iterator, Mapping
from inspect import getclosurevars
from typing import Any

from django.urls import URLPattern

from loket.api.openapi import document
from loket.sop.definition import shipped
from loket.web.urls import urlpatterns

STEPS, DEEDS = "langkah_*", "tindakan_*"
"""Each of them is a call of its own."""
CALLS: Mapping[str, tuple[str, ...]] = {
    "lacak": ("lacak",),
    "lacak_kode": ("lacak",),
    "verifikasi": ("verifikasi", "verifikasi_nomor"),
    "verifikasi_kode": ("verifikasi", "verifikasi_berkas"),
    "sop": ("sop", "sop_butir"),
    "sop_bpmn": ("sop_bpmn",),
    "sop_pdf": ("sop_pdf",),
    "baru_periksa": ("permintaan_baru",),
    "tanda_terima": ("permintaan",),
    "unggah": ("dokumen_baru",),
    "berkas": ("dokumen",),
    "dokumen": ("dokumen",),
    "permintaan": ("daftar_permintaan",),
    "satu_permintaan": ("permintaan", "catatan", "diskusi"),
    "baca_dokumen": ("dokumen_permintaan",),
    "berkas_perkara": ("berkas_perkara",),
    "naskah_permintaan": ("naskah_permintaan",),
    "naskah_baru": ("konsep", "tindakan_konsep_naskah"),
    "satu_naskah": ("naskah_permintaan",),
    "naskah_pdf": ("naskah",),
    "ubah_naskah": ("tindakan_konsep_naskah",),
    "terbitkan_naskah": ("tindakan_terbitkan_naskah",),
    "tanda_tangani_naskah": ("tindakan_tanda_tangani_naskah",),
    "batalkan_naskah": ("tindakan_batalkan_naskah",),
    "tindakan": (DEEDS,),
    "langkah": (STEPS, "hasil"),
    "langkah_mulai": ("tindakan_mulai",),
    "papan": ("papan",),
    "batas_papan": ("batas_papan",),
    "pemberitahuan": ("daftar_pemberitahuan",),
    "baca_semua_pemberitahuan": ("pemberitahuan_dibaca",),
    "buka_pemberitahuan": ("pemberitahuan_dibaca",),
    "baca_pemberitahuan": ("pemberitahuan_dibaca",),
    "akun": ("akun",),
    "penggantian": ("penggantian",),
    "register": ("register_keluar", "register_masuk"),
    "tugas": ("tugas", "tugas_naskah", "tugas_agenda"),
}
"""By the name of the route, the calls that do what its page shows and sends."""
_SIGNED_IN = "It is about the session of a browser; a program has a token."
_ASKED = "The account is asked for its password, which no program holds."
_KEPT = "It keeps what was typed and not sent; a program sends when it is ready."
_SEEN = "It is made for the eye; a program takes the file."
EXEMPT: Mapping[str, str] = {
    "landing": "It says what Loket is, and holds nothing.",
    "account_login": _SIGNED_IN,
    "account_logout": _SIGNED_IN,
    "keluar_semua": _SIGNED_IN,
    "sandi": _ASKED,
    "atur_sandi": _ASKED,
    "sertifikat": _ASKED,
    "cabut_sertifikat": _ASKED,
    "token": _ASKED,
    "cabut_token": _ASKED,
    "baru": _KEPT,
    "draf_baru": _KEPT,
    "hapus_draf_baru": _KEPT,
    "baru_isian": _KEPT,
    "langkah_draf": _KEPT,
    "dokumen_halaman": _SEEN,
    "naskah_halaman": _SEEN,
    "unduh_register": "The same lines as a sheet; a program has them from the book itself.",
}
KANTOR: Mapping[str, tuple[str, ...] | str] = {
    **{
        name: (name,)
        for name in (
            *(
                "ubah_kop",
                "contoh_kop",
                "ubah_jenis_naskah",
                "pengguna_baru",
                "satu_pengguna",
                "ubah_pengguna",
            ),
            *("aktifkan_pengguna", "nonaktifkan_pengguna", "cabut_sertifikat_pengguna"),
            *("cabut_token_pengguna", "tautan_sandi", "beri_jabatan", "akhiri_jabatan", "opd_baru"),
            *("aktifkan_opd", "nonaktifkan_opd", "uji_gitlab", "jeda_gitlab", "lanjutkan_gitlab"),
            *("ulang_gitlab", "perbaiki_gitlab", "akhiri_kahar", "revisi_sop", "mulai_draf_sop", "draf_sop"),
            *("draf_sop_naskah", "perbandingan_sop", "tetapkan_sop", "buang_draf_sop", "pemeriksaan"),
            *("tahun_lengkap", "libur_baru", "ubah_libur", "hapus_libur", "jadwal_baru", "akhiri_jadwal"),
        )
    },
    "kantor_naskah": ("pengaturan_naskah",),
    "pengguna": ("daftar_pengguna",),
    "jabatan": ("daftar_jabatan",),
    "pengganti_baru": ("beri_jabatan",),
    "opd": ("daftar_opd",),
    "satu_opd": ("ubah_opd",),
    "gitlab": ("sambungan_gitlab",),
    "gitlab_antrean": ("antrean_gitlab",),
    "gitlab_gagal": ("gagal_gitlab",),
    "gitlab_perbedaan": ("perbedaan_gitlab",),
    "kahar": ("daftar_kahar",),
    "kahar_baru": ("nyatakan_kahar",),
    "kalender": ("kalender_kantor",),
    "draf_sop_langkah": tuple(f"draf_sop_{step}" for step in shipped().steps),
}
"""Routes under /kantor: their calls, or the reason why there are none."""


def routes() -> dict[str, URLPattern]:
    return {str(one.name): one for one in urlpatterns}


def takes_post(view: Callable[..., Any]) -> bool:
    """What the decorators of a view let in; everything where none of them says it."""
    found: set[str] = set()
    while hasattr(view, "__wrapped__"):
        found |= set(getclosurevars(view).nonlocals.get("request_method_list", ()))
        view = view.__wrapped__
    return not found or "POST" in found


def promised() -> Iterator[tuple[str, str]]:
    """Route and call, as the lists above have them."""
    for route, calls in {**CALLS, **KANTOR}.items():
        if not isinstance(calls, str):
            yield from ((route, call) for call in calls)


def sent_by_api() -> dict[str, str]:
    """The method of each call by its name."""
    return {
        call["operationId"]: method
        for calls in document()["paths"].values()
        for method, call in calls.items()
    }


def test_every_page_has_its_calls_or_a_reason_to_have_none() -> None:
    named = [*CALLS, *EXEMPT, *KANTOR]

    assert sorted(named) == sorted(routes())
    assert len(set(named)) == len(named)
    assert all(
        reason.endswith(".") for reason in [*EXEMPT.values(), *KANTOR.values()] if isinstance(reason, str)
    )


def test_the_office_stands_apart() -> None:
    under = {name for name, one in routes().items() if "kantor/" in str(one.pattern)}

    assert under == set(KANTOR)


def test_every_call_that_is_named_is_there() -> None:
    there = sent_by_api()
    wanted = {call for _, call in promised() if not call.endswith("*")}

    assert wanted - set(there) == set()
    assert set(there) - wanted - {"hooks_gitlab"} == {
        name for name in there if name.startswith(("langkah_", "tindakan_")) and name not in wanted
    }


def test_whatever_is_sent_in_the_web_can_be_sent_by_a_program() -> None:
    there = {name for name, method in sent_by_api().items() if method == "post"}
    sends = {name for name, one in routes().items() if takes_post(one.callback)}
    by_program = {
        route
        for route, call in promised()
        if call in there or (call.endswith("*") and any(one.startswith(call[:-1]) for one in there))
    }
    exempt = {*EXEMPT, *(name for name, calls in KANTOR.items() if isinstance(calls, str))}

    assert sends - by_program - exempt == set()
    assert len(sends) > 40
    assert {"account_login", "langkah", "papan"} & sends == {"account_login", "langkah"}
