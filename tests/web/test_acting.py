"""Whoever works for another sees it marked on every page, and whoever was away reads what was done."""

from collections.abc import Callable

import pytest

from loket.core.role import Role
from loket.models.dokumen import DokumenVersi
from loket.models.permintaan import Permintaan
from loket.models.user import Jabatan
from tests.cast import Road
from tests.deputies import deputise, vacate
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]
RATNA = "Ratna Kusumaningrum, S.Kom., M.T."


@pytest.fixture
def deputised(road: Road) -> Road:
    """A letter for Kepala Dinas, whose Plh. is the head of the division; and one for herself."""
    road.submit(nama_aplikasi="Surat Kabid")
    road.step("diteruskan")
    road.submit(nama_aplikasi="Surat Kadis")
    deputise(road)
    return road


@pytest.mark.parametrize(
    "url", ("/tugas", "/permintaan", "/akun", "/pemberitahuan", "/sop/SOP-DISKOMINFO-001")
)
def test_every_page_says_as_whom_one_works_and_until_when(road: Road, url: str) -> None:
    deputise(road)

    page = Reader(road, "kabid").get(url).content.decode()

    assert "Anda juga bekerja sebagai Plh. Kepala Dinas sampai 6 Maret 2026." in page
    assert "Kepala Bidang TIK, Plh. Kepala Dinas sampai 6 Maret 2026" in page
    assert "Anda juga bekerja" not in Reader(road, "kadis").get(url).content.decode()


def test_a_superior_reads_which_position_is_vacant(road: Road) -> None:
    vacate(road, "kasi")

    page = Reader(road, "kabid").get("/tugas").content.decode()

    sentence = "Jabatan Kepala Seksi Pengembangan Aplikasi kosong. Tugasnya ada pada Anda selaku atasan."
    assert sentence in page
    assert sentence not in Reader(road, "kadis").get("/tugas").content.decode()


def test_a_period_is_marked_no_longer_than_it_lasts(road: Road) -> None:
    deputise(road, days=1)
    road.later(days=2)

    assert "Plh. Kepala Dinas" not in Reader(road, "kabid").get("/tugas").content.decode().replace("\n", " ")


def test_tasks_for_another_stand_in_a_group_of_their_own(deputised: Road) -> None:
    Permintaan.objects.filter(nama_aplikasi="Surat Kabid").update(due_at=deputised.now)
    deputised.later(minutes=1)

    text = text_of(Reader(deputised, "kabid").get("/tugas"))

    assert "Sebagai Plh. Kepala Dinas 1 Menunggu pihak lain 0" in text
    card, group = text.index("Dahulukan"), text.rindex("Sebagai Plh. Kepala Dinas")
    assert card < text.index("Surat Kabid") < group < text.index("Surat Kadis")


def test_the_first_task_says_as_whom_it_is_done(road: Road) -> None:
    road.submit()
    deputise(road)

    text = text_of(Reader(road, "kabid").get("/tugas"))

    assert "Sebagai Plh. Kepala Dinas · Antrean Daring" in text


def test_tasks_for_another_are_a_filter(deputised: Road) -> None:
    reader = Reader(deputised, "kabid")

    text = text_of(reader.get("/tugas", saring="kepala_dinas"))

    assert ("Surat Kadis" in text, "Surat Kabid" in text) == (True, False)
    everything = text_of(reader.get("/tugas", saring="kepala_bidang"))
    assert ("Surat Kadis" in everything, "Surat Kabid" in everything) == (True, True)


def test_an_empty_filter_names_the_capacity(road: Road) -> None:
    road.submit()
    road.step("diteruskan")
    deputise(road)

    text = text_of(Reader(road, "kabid").get("/tugas", saring="kepala_dinas"))

    assert "Tidak ada tugas pada saringan Sebagai Plh. Kepala Dinas. Lihat semua tugas" in text


def test_what_is_ones_own_turn_too_is_ones_own(road: Road) -> None:
    road.submit()
    deputise(road)
    Jabatan.objects.filter(user=road.people["kabid"], kind="tetap").update(role=Role.KEPALA_DINAS)

    assert "Sebagai Plh." not in text_of(Reader(road, "kabid").get("/tugas"))


@pytest.mark.parametrize("many", (1, 3))
def test_tasks_for_another_cost_no_more_queries(road: Road, many: int) -> None:
    for _ in range(many):
        road.submit()
    deputise(road)

    assert Reader(road, "kabid").queries("/tugas") == 10


def test_a_step_says_as_whom_it_is_done(at: At) -> None:
    road = at("penunjukan")
    vacate(road, "kasi")
    reader = Reader(road, "kabid")

    for url in (f"/permintaan/{road.nomor}", f"/permintaan/{road.nomor}/penunjukan"):
        assert "Giliran Anda sebagai atasan Kepala Seksi Pengembangan Aplikasi" in text_of(reader.get(url))


def test_a_letter_beside_its_form_says_as_whom_it_is_disposed(deputised: Road) -> None:
    nomor = Permintaan.objects.get(nama_aplikasi="Surat Kabid").nomor
    reader = Reader(deputised, "kabid")

    theirs = text_of(reader.get(f"/permintaan/{deputised.nomor}/disposisi"))
    own = text_of(reader.get(f"/permintaan/{nomor}/disposisi"))

    assert ("Giliran Anda sebagai Plh. Kepala Dinas" in theirs, "Giliran Anda" in own) == (True, False)


def test_an_act_says_as_whom_it_is_done(at: At) -> None:
    road = at("desain")
    deputise(road)
    url = f"/permintaan/{road.nomor}/tindakan"
    reader = Reader(road, "kabid")

    assert "Anda bertindak sebagai Plh. Kepala Dinas" in text_of(reader.get(f"{url}/tolak"))
    assert "Anda bertindak sebagai" not in text_of(reader.get(f"{url}/jeda"))


def test_whose_turn_it_is_names_the_deputy_as_one(deputised: Road) -> None:
    text = text_of(Reader(deputised, "kasi").get(f"/permintaan/{deputised.nomor}"))

    assert f"Menunggu Hendra Prasetya Wibawa, S.Sos., M.Si. atau {RATNA} (Plh. Kepala Dinas)" in text


def test_a_superior_can_be_chosen_for_a_vacant_position(road: Road) -> None:
    road.submit()
    vacate(road, "kasi")

    text = text_of(Reader(road, "kadis").get(f"/permintaan/{road.nomor}/disposisi"))

    assert f"{RATNA} Kepala Bidang TIK selaku atasan Kepala Seksi Pengembangan Aplikasi" in text
    assert f"{RATNA} Kepala Bidang Teknologi Informasi dan Komunikasi, belum ada" in text


def test_record_and_disposisi_say_in_which_capacity(deputised: Road) -> None:
    deputised.perform_as("kabid")
    reader = Reader(deputised, "opd")

    assert f"{RATNA} Plh. Kepala Dinas mendisposisikan surat" in text_of(
        reader.get(f"/permintaan/{deputised.nomor}")
    )
    step = text_of(reader.get(f"/permintaan/{deputised.nomor}/disposisi"))
    assert f"Disposisi Plh. Kepala Dinas Nomor agenda 2/2026 Dari {RATNA} Plh. Kepala Dinas" in step


@pytest.mark.parametrize(
    ("is_away", "name"),
    ((False, "Hendra Prasetya Wibawa, S.Sos., M.Si."), (True, f"{RATNA}, Plh. Kepala Dinas")),
)
def test_the_bast_proposes_whoever_signs_for_the_dinas(at: At, is_away: bool, name: str) -> None:
    road = at("serah_terima", "siapkan")
    if is_away:
        deputise(road)
    page = Reader(road, "kasi").get(f"/permintaan/{road.nomor}/serah_terima").content.decode()

    assert f'value="{name}"' in page


def test_without_a_head_the_bast_proposes_nobody(at: At) -> None:
    road = at("serah_terima", "siapkan")
    vacate(road, "kadis")

    answer = Reader(road, "kasi").get(f"/permintaan/{road.nomor}/serah_terima")

    assert "Hendra" not in answer.content.decode()


PLH_KASI = "Plh. Kepala Seksi Pengembangan Aplikasi"
FAJAR = "Fajar Nugroho, S.T."


@pytest.mark.parametrize(
    ("step", "bagian", "sentence"),
    (
        ("prioritas", "prioritas", f"Ditetapkan {FAJAR}, {PLH_KASI}"),
        ("analisis", "reviu", f"{FAJAR} {PLH_KASI} menyetujui hasil reviu"),
        ("serah_terima", "siapkan", f"Disiapkan oleh {FAJAR}, {PLH_KASI}"),
        ("pendampingan", "setujui", f"Persetujuan Kepala Seksi {FAJAR}, {PLH_KASI}"),
    ),
)
def test_what_a_deputy_of_the_section_has_decided_says_so(
    at: At, step: str, bagian: str, sentence: str
) -> None:
    road = at(step, bagian)
    road.wait_until_possible()
    deputise(road, "analis2", Role.KEPALA_SEKSI)
    road.perform_as("analis2")
    reader = Reader(road, "kasi")

    assert sentence in text_of(reader.get(f"/permintaan/{road.nomor}/{step}"))


def test_a_document_says_as_whom_it_was_reviewed(at: At) -> None:
    road = at("desain", "reviu")
    deputise(road, "analis2", Role.KEPALA_SEKSI)
    road.perform_as("analis2")
    version = DokumenVersi.objects.filter(dokumen__jenis="desain").latest("pk")

    text = text_of(Reader(road, "kasi").get(f"/permintaan/{road.nomor}/dokumen/{version.pk}"))

    assert f"{FAJAR} {PLH_KASI} menyetujui hasil reviu" in text
