"""The office sets how its letters look, how they are numbered, and who signs them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.office.letters import Kind, Letterhead, set_kind, set_letterhead
from loket.core.naskah import JENIS
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah
from tests.cast import NOW, Road
from tests.papers import issued

KOP = Letterhead(
    pemerintah="Pemerintah Kabupaten Magetan",
    instansi="Dinas Kominfo",
    alamat="Jalan Contoh 1",
    kontak="",
    tempat="Magetan",
    kertas="f4",
    unit="403.114",
    pola_nomor="{nomor}/{klasifikasi}/{tahun}",
    keamanan="T",
)
UNDANGAN, NOTULEN = JENIS["surat_undangan"], JENIS["notulen"]


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")


def test_the_letterhead_is_kept_and_recorded(road: Road) -> None:
    set_letterhead(KOP, actor=road.actor("admin"), now=NOW)

    kantor = Kantor.objects.get()
    assert (kantor.kertas, kantor.unit, kantor.keamanan) == ("f4", "403.114", "T")
    assert (last_entry().kind, last_entry().particulars["kop"]["unit"]) == (
        "naskah.settings_changed",
        "403.114",
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    (
        ("instansi", "", "Isi nama instansi."),
        ("kertas", "a3", "Pilih ukuran kertas."),
        ("keamanan", "X", "Pilih klasifikasi keamanan."),
        (
            "pola_nomor",
            "{klasifikasi}/{nomor}",
            "Pola harus memuat {tahun} agar setiap nomor hanya ada satu.",
        ),
    ),
)
def test_what_is_wrong_with_the_letterhead_is_said_at_its_field(
    road: Road, field: str, value: str, sentence: str
) -> None:
    changed: dict[str, Any] = {field: value}
    with pytest.raises(Invalid) as invalid:
        set_letterhead(replace(KOP, **changed), actor=road.actor("admin"), now=NOW)

    assert dict(invalid.value.problems) == {field: [sentence]}


def test_a_kind_gets_a_code_and_other_signers(road: Road) -> None:
    kind = Kind(klasifikasi=" 005 ", wewenang="kepala_bidang", terendah="kepala_seksi")

    set_kind(UNDANGAN, kind, actor=road.actor("admin"), now=NOW)

    aturan = AturanNaskah.of(UNDANGAN)
    assert (aturan.klasifikasi, aturan.rule and aturan.rule.signers) == (
        "005",
        ("kepala_bidang", "kepala_seksi"),
    )
    assert last_entry().particulars["jenis"] == "surat_undangan"


def test_a_kind_that_nobody_signs_has_only_a_code(road: Road) -> None:
    set_kind(NOTULEN, Kind(klasifikasi="005.1"), actor=road.actor("admin"), now=NOW)

    assert (AturanNaskah.of(NOTULEN).klasifikasi, AturanNaskah.of(NOTULEN).rule) == ("005.1", None)


@pytest.mark.parametrize(
    ("kind", "problems"),
    (
        (
            Kind(klasifikasi="800.1.11.1", wewenang="kepala_dinas", terendah="kepala_seksi"),
            {"klasifikasi": ["Kode ini sudah dipakai surat tugas. Nomor kedua jenis naskah akan sama."]},
        ),
        (
            Kind(klasifikasi="800.1.11.1 ", wewenang="kepala_dinas", terendah="kepala_seksi"),
            {"klasifikasi": ["Kode ini sudah dipakai surat tugas. Nomor kedua jenis naskah akan sama."]},
        ),
        (
            Kind(klasifikasi="005", wewenang="kepala_seksi", terendah="kepala_dinas"),
            {"terendah": ["Pilih pejabat yang sama atau di bawah yang berwenang."]},
        ),
        (
            Kind(klasifikasi="", wewenang="opd", terendah=""),
            {
                "klasifikasi": ["Isi kode klasifikasi."],
                "wewenang": ["Pilih pejabat yang berwenang."],
                "terendah": ["Pilih pejabat terendah."],
            },
        ),
    ),
    ids=("a code that is taken", "with another space", "upside down", "nothing"),
)
def test_what_is_wrong_with_a_kind_is_said_at_its_field(
    road: Road, kind: Kind, problems: dict[str, list[str]]
) -> None:
    with pytest.raises(Invalid) as invalid:
        set_kind(UNDANGAN, kind, actor=road.actor("admin"), now=NOW)

    assert dict(invalid.value.problems) == problems


def test_a_code_that_numbers_of_another_kind_bear_this_year_is_not_given(road: Road) -> None:
    """The memo 001 has it; the invitation would come to its own 001 and never go on."""
    road.submit()
    issued(road)
    admin = road.actor("admin")
    heads = {"wewenang": "kepala_dinas", "terendah": "kepala_seksi"}
    set_kind(JENIS["nota_dinas"], Kind(klasifikasi="999.1", **heads), actor=admin, now=road.now)
    wanted = Kind(klasifikasi="500.12.16.3.7", **heads)

    with pytest.raises(Invalid) as invalid:
        set_kind(UNDANGAN, wanted, actor=admin, now=road.now)

    sentence = "Nomor jenis naskah lain tahun ini sudah memuat kode ini. Pilih kode lain."
    assert dict(invalid.value.problems) == {"klasifikasi": [sentence]}
    set_kind(UNDANGAN, wanted, actor=admin, now=road.now + timedelta(days=365))
    assert AturanNaskah.of(UNDANGAN).klasifikasi == "500.12.16.3.7"


def test_a_code_within_a_longer_one_is_another(road: Road) -> None:
    road.submit()
    issued(road)

    set_kind(NOTULEN, Kind(klasifikasi="500.12.16"), actor=road.actor("admin"), now=road.now)

    assert AturanNaskah.of(NOTULEN).klasifikasi == "500.12.16"


def test_only_an_admin_sets_them(road: Road) -> None:
    with pytest.raises(Refused):
        set_letterhead(KOP, actor=road.actor("kadis"), now=NOW)
