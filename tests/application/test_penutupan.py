"""Tolak, alihkan and batalkan: a permintaan ends with its reasons, its clocks stop, and nothing opens it again."""

from collections.abc import Callable
from datetime import date

import pytest

from loket.application.act import act
from loket.application.acts.alihkan import Data as Alihkan
from loket.application.acts.batalkan import Data as Batalkan
from loket.application.acts.tolak import Data as Tolak
from loket.application.data import StepData
from loket.application.errors import Invalid, Refused
from loket.application.steps import PARTS
from loket.models.entry import Entry
from loket.models.jeda import Jeda
from loket.models.pengerjaan import Pengerjaan
from loket.models.penutupan import Penutupan
from loket.models.tiket import Tiket
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road

At = Callable[..., Road]
DATA: dict[str, StepData] = {
    "tolak": Tolak(alasan="Pengirim bukan perangkat daerah.", saran="Ajukan melalui DPMD."),
    "alihkan": Alihkan(tujuan="SRIKANDI", kontak="srikandi.arsip.go.id", alasan="Sudah ada aplikasi umum."),
    "batalkan": Batalkan(
        alasan="Anggaran dialihkan.",
        surat_nomor="B/7/2026",
        surat_tanggal=date(2026, 3, 1),
        dipakai_ulang=True,
    ),
}
PLACES = [
    place for place in PARTS if place[0] != "surat" and place[1] not in {"kepala_dinas", "terkonfirmasi"}
]
ENDS = {
    "tolak": ("ditolak", "permintaan.rejected"),
    "alihkan": ("dialihkan", "permintaan.redirected"),
    "batalkan": ("dibatalkan", "permintaan.cancelled"),
}
AGREED = "Waktu pengerjaan sudah disepakati dengan OPD. Penghentian diputuskan Kepala Dinas."


def end(road: Road, key: str, username: str, data: StepData | None = None) -> Entry:
    return act(
        nomor=road.nomor,
        act_key=key,
        actor=road.actor(username),
        data=data or DATA[key],
        now=road.now,
        seen=road.permintaan.revision,
    )


def refusal(road: Road, key: str, username: str) -> tuple[str, ...]:
    with nothing_changes(), pytest.raises(Refused) as refused:
        end(road, key, username)
    return refused.value.verdict.unmet


@pytest.mark.parametrize(("key", "username"), (("tolak", "kasi"), ("alihkan", "kasi"), ("batalkan", "opd")))
def test_it_ends_with_its_reason_and_its_clocks_stop(at: At, key: str, username: str) -> None:
    road = at("undangan")

    entry = end(road, key, username)

    permintaan = road.permintaan
    assert (permintaan.status, entry.kind) == ENDS[key]
    assert (permintaan.turn, permintaan.due_at, permintaan.ended_at) == ([], None, road.now)
    assert (permintaan.at_step, permintaan.at_bagian) == ("undangan", "undangan")
    assert not Pengerjaan.objects.filter(permintaan=permintaan, done_at=None).exists()
    assert Tiket.objects.get(permintaan=permintaan).state == "ditutup"
    assert_replay_lands_on_the_rows(permintaan)


def test_what_was_said_is_kept_and_the_record_holds_only_its_id(at: At) -> None:
    road = at("penunjukan")

    entry = end(road, "alihkan", "kabid")

    row = Penutupan.objects.get()
    assert (row.tujuan, row.kontak) == ("SRIKANDI", "srikandi.arsip.go.id")
    assert entry.particulars == {"penutupan_id": row.pk}


@pytest.mark.parametrize("place", PLACES)
def test_an_opd_cancels_by_letter_at_any_step_after_the_disposition(at: At, place: tuple[str, str]) -> None:
    road = at(*place)

    end(road, "batalkan", "opd")

    assert road.permintaan.status == "dibatalkan"
    assert_replay_lands_on_the_rows(road.permintaan)


def test_before_the_disposition_it_withdraws_and_the_office_may_note_a_letter(at: At) -> None:
    road = at("disposisi", "kepala_dinas")

    assert refusal(road, "batalkan", "opd") == (
        "Surat belum didisposisikan. Gunakan tindakan Tarik permintaan.",
    )
    end(road, "batalkan", "tu")

    assert road.permintaan.status == "dibatalkan"


def test_a_paused_permintaan_can_be_ended(at: At) -> None:
    road = at("desain")
    road.pause()
    road.later(hours=1)

    end(road, "tolak", "kadis")

    run = Pengerjaan.objects.get(permintaan=road.permintaan, step="desain").run()
    assert (road.permintaan.status, road.permintaan.waiting_on, run.is_paused) == ("ditolak", "", False)
    assert Jeda.objects.get().resumed_at == road.now
    assert_replay_lands_on_the_rows(road.permintaan)


def test_after_the_agreement_only_the_head_of_the_office_declines(at: At) -> None:
    road = at("analisis")

    assert refusal(road, "tolak", "kasi") == (AGREED,)
    assert refusal(road, "tolak", "kabid") == (AGREED,)
    end(road, "tolak", "kadis")

    assert road.permintaan.status == "ditolak"


def test_what_is_being_built_is_not_shown_elsewhere(at: At) -> None:
    assert refusal(at("desain"), "alihkan", "kasi") == (
        "Spesifikasi kebutuhan sudah disetujui OPD, sehingga permintaan tidak dapat dialihkan lagi.",
    )


@pytest.mark.parametrize(
    ("key", "username", "sentence"),
    (
        ("tolak", "opd", "Penolakan diputuskan Kepala Seksi atau pimpinannya."),
        ("tolak", "analis", "Penolakan diputuskan Kepala Seksi atau pimpinannya."),
        ("alihkan", "tu", "Pengalihan diputuskan Kepala Seksi atau pimpinannya."),
        ("batalkan", "kadis", "Pembatalan dikirim OPD, atau dicatat Tata Usaha atau Kepala Seksi."),
        ("batalkan", "programmer", "Pembatalan dikirim OPD, atau dicatat Tata Usaha atau Kepala Seksi."),
    ),
)
def test_nobody_else_ends_it(at: At, key: str, username: str, sentence: str) -> None:
    assert refusal(at("undangan"), key, username) == (sentence,)


@pytest.mark.parametrize("key", tuple(DATA))
def test_what_has_ended_stays_ended(at: At, key: str) -> None:
    road = at("undangan")
    end(road, "tolak", "kadis")

    assert "Permintaan sudah ditolak." in refusal(road, key, "kasi")
    with nothing_changes(), pytest.raises(Refused):
        road.pause()


@pytest.mark.parametrize(
    ("data", "problems"),
    (
        (
            Alihkan(tujuan="", kontak="", alasan=""),
            {
                "tujuan": ["Isi aplikasi atau instansi tujuan."],
                "kontak": ["Isi kontak di tujuan."],
                "alasan": ["Isi alasan pengalihan."],
            },
        ),
        (Tolak(alasan=" "), {"alasan": ["Isi alasan penolakan."]}),
        (
            Batalkan(alasan="a", surat_nomor="", surat_tanggal=None),
            {
                "surat_nomor": ["Isi nomor surat pembatalan."],
                "surat_tanggal": ["Isi tanggal surat pembatalan."],
            },
        ),
        (
            Batalkan(alasan="a", surat_nomor="1", surat_tanggal=date(2027, 1, 1)),
            {"surat_tanggal": ["Tanggal surat tidak boleh setelah hari ini."]},
        ),
    ),
)
def test_what_is_missing_is_said_at_its_field(at: At, data: StepData, problems: dict[str, list[str]]) -> None:
    road, key = at("undangan"), next(key for key, good in DATA.items() if type(good) is type(data))

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        end(road, key, "kasi", data)

    assert dict(invalid.value.problems) == problems
