"""The letter that comes back for completion, and the original that must arrive."""

from datetime import date, datetime

import pytest

from loket.application.act import act
from loket.application.acts.surat_asli_diterima import Data as Arrived
from loket.application.errors import Invalid, Refused
from loket.cli.demo.walk import office_calendar
from loket.core.zone import ZONE
from loket.models.dokumen import DokumenVersi
from loket.models.entry import Entry
from loket.models.kantor import Counter
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import LETTER, Road


def _receive(road: Road, username: str = "tu", *, received_at: datetime | None = None) -> Entry:
    return act(
        nomor=road.nomor,
        act_key="surat_asli_diterima",
        actor=road.actor(username),
        data=Arrived(received_at=received_at or road.now, catatan="Diterima di loket."),
        now=road.now,
    )


def test_a_returned_letter_makes_the_permintaan_wait_for_its_opd(road: Road) -> None:
    road.submit()

    entry = road.step("dikembalikan")

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.waiting_on, permintaan.waiting_reason) == (
        "menunggu",
        "opd",
        "menunggu_kelengkapan",
    )
    assert (permintaan.at_step, permintaan.at_bagian, permintaan.turn) == (
        "surat",
        "surat",
        ["opd", "tata_usaha"],
    )
    assert (permintaan.due_at, permintaan.reached) == (None, [])
    assert entry.kind == "disposisi.returned"
    assert (
        permintaan.disposisi_set.get().kekurangan == "Surat belum ditandatangani. Mohon kirim surat yang sah."
    )


def test_a_completed_letter_goes_on_with_a_new_run_and_a_new_clock(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    entry = road.resend()

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.waiting_on, permintaan.waiting_reason) == ("berjalan", "", "")
    assert (permintaan.at_step, permintaan.attempts) == ("disposisi", {"surat": 2, "disposisi": 2})
    assert permintaan.due_at == office_calendar().add_minutes(entry.happened_at, 10)
    runs = Pengerjaan.objects.filter(permintaan=permintaan).order_by("pk")
    assert [(run.step, run.attempt) for run in runs] == [
        ("surat", 1),
        ("disposisi", 1),
        ("surat", 2),
        ("disposisi", 2),
    ]


def test_the_same_letter_again_keeps_the_note_of_its_original(road: Road) -> None:
    road.submit()
    _receive(road)
    arrived = road.now
    road.step("dikembalikan")

    entry = road.resend()

    surat = road.permintaan.surat_set.get(is_current=True)
    assert entry.kind == "surat.corrected"
    assert (surat.asli_received_at, surat.asli_received_by, surat.asli_catatan) == (
        arrived,
        road.people["tu"],
        "Diterima di loket.",
    )
    assert sorted(road.permintaan.reached) == ["surat_asli_diterima", "surat_tercatat"]


def test_another_letter_awaits_its_own_original(road: Road) -> None:
    road.submit()
    _receive(road)
    road.step("dikembalikan")

    entry = road.resend(nomor_surat="B/500.12/131/403.112/2026")

    surat = road.permintaan.surat_set.get(is_current=True)
    assert entry.kind == "surat.replaced"
    assert (surat.asli_received_at, surat.asli_received_by, surat.asli_catatan) == (None, None, "")
    assert road.permintaan.reached == ["surat_tercatat"]
    assert _receive(road).kind == "surat_asli.received"


TTE, SOFT_FILE = {"bentuk": "elektronik_tte"}, {"bentuk": "softfile_sementara"}


@pytest.mark.parametrize(("first", "then"), ((TTE, TTE), (TTE, {}), ({}, TTE), (SOFT_FILE, {})), ids=str)
def test_a_letter_of_another_file_or_form_awaits_its_own_original(
    road: Road, first: dict[str, str], then: dict[str, str]
) -> None:
    road.submit(**first)
    _receive(road)
    road.step("dikembalikan")

    entry = road.resend(upload_id=road.upload("opd", name="surat-lain.pdf"), **then)

    assert entry.kind == "surat.replaced"
    assert road.permintaan.surat_set.get(is_current=True).asli_received_at is None
    assert road.permintaan.reached == ["surat_tercatat"]
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize(
    ("form", "name"),
    ((TTE, "berkas.pdf"), ({}, "pindaian-lain.pdf"), (SOFT_FILE, "pindaian-lain.pdf")),
    ids=str,
)
def test_a_letter_with_the_same_tte_or_on_the_same_paper_stays_received(
    road: Road, form: dict[str, str], name: str
) -> None:
    road.submit(**form)
    _receive(road)
    arrived = road.now
    road.step("dikembalikan")

    entry = road.resend(upload_id=road.upload("opd", name=name), **form)

    assert entry.kind == "surat.corrected"
    assert road.permintaan.surat_set.get(is_current=True).asli_received_at == arrived
    assert sorted(road.permintaan.reached) == ["surat_asli_diterima", "surat_tercatat"]
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_letter_with_a_tte_that_keeps_its_file_stays_received(road: Road) -> None:
    road.submit(**TTE)
    _receive(road)
    file = road.permintaan.surat_set.get().version.upload_id
    road.step("dikembalikan")

    assert road.resend(upload_id=file, **TTE).kind == "surat.corrected"


def test_every_letter_stays_and_one_is_current(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.resend(nomor_surat="B/2/2026")

    letters = road.permintaan.surat_set.order_by("pk").values_list("nomor_surat", "is_current")

    assert list(letters) == [(LETTER["nomor_surat"], False), ("B/2/2026", True)]
    assert [version.number for version in DokumenVersi.objects.filter(dokumen__jenis="surat")] == [2, 1]


def test_a_letter_completed_without_a_new_file_keeps_its_version(road: Road) -> None:
    road.submit()
    file = road.permintaan.surat_set.get().version.upload_id
    road.step("dikembalikan")

    road.resend(upload_id=file, kebutuhan="Antrean untuk tiga loket.")

    assert [version.number for version in DokumenVersi.objects.filter(dokumen__jenis="surat")] == [1]
    assert road.permintaan.kebutuhan == "Antrean untuk tiga loket."


def test_the_agenda_number_is_taken_once_and_kept(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.resend()
    road.step("diteruskan")
    road.step()
    first = road.nomor
    road.submit()
    road.step("sampai_di_seksi")

    numbers = [sheet.nomor_agenda for sheet in road.permintaan.disposisi_set.all()]

    assert numbers == ["2/2026"]
    road.nomor = first
    assert {sheet.nomor_agenda for sheet in road.permintaan.disposisi_set.all()} == {"1/2026"}
    assert Counter.objects.get(kind="agenda").last == 2


def test_what_does_not_belong_on_a_returned_sheet_is_not_kept(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.resend()
    road.step("sampai_di_seksi")

    returned, given = road.permintaan.disposisi_set.order_by("pk")

    assert (returned.kepada, returned.instruksi) == (None, [])
    assert (given.kepada, given.kekurangan, given.instruksi_labels) == (
        road.people["kasi"],
        "",
        ["Tindak lanjuti", "Laporkan hasil"],
    )


def test_the_original_is_received_once(road: Road) -> None:
    road.submit()
    _receive(road)

    with nothing_changes(), pytest.raises(Refused) as refused:
        _receive(road)

    assert refused.value.verdict.unmet == ("Surat asli sudah tercatat diterima.",)


@pytest.mark.parametrize("username", ("opd", "kadis", "kabid", "kasi"))
def test_only_the_front_desk_receives_originals(road: Road, username: str) -> None:
    road.submit()

    with nothing_changes(), pytest.raises(Refused) as refused:
        _receive(road, username)

    assert refused.value.verdict.unmet == ("Surat asli dicatat oleh Tata Usaha.",)


@pytest.mark.parametrize(
    ("received_at", "sentence"),
    (
        (datetime(2026, 3, 2, 9, 1, tzinfo=ZONE), "Isi waktu surat asli diterima, paling akhir saat ini."),
        (
            datetime(9999, 12, 31, 23, 59, tzinfo=ZONE),
            "Isi waktu surat asli diterima, paling akhir saat ini.",
        ),
        (
            datetime(1, 1, 1, tzinfo=ZONE),
            "Surat tidak mungkin diterima sebelum tanggal surat, 27 Februari 2026.",
        ),
        (
            datetime(2026, 2, 26, 23, 59, tzinfo=ZONE),
            "Surat tidak mungkin diterima sebelum tanggal surat, 27 Februari 2026.",
        ),
    ),
)
def test_an_original_cannot_arrive_at_an_impossible_time(
    road: Road, received_at: datetime, sentence: str
) -> None:
    road.submit()

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        _receive(road, received_at=received_at)

    assert invalid.value.problems == {"received_at": [sentence]}


def test_an_original_cannot_arrive_before_the_years_that_the_office_reckons_with(road: Road) -> None:
    road.submit(tanggal_surat=date(2024, 12, 30))

    with pytest.raises(Invalid, match="Kalender kerja tahun 2024 belum diisi"):
        _receive(road, received_at=datetime(2024, 12, 31, 9, 0, tzinfo=ZONE))
