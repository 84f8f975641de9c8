from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.models.naskah import OPD, Naskah
from loket.web.pages.verifikasi import GUESSES
from tests.cast import Road
from tests.files.samples import pdf
from tests.letters import State, draft, ended, issued, signer, stored
from tests.web.verifying import Visitor, words

WRONG = "B7K2M9Q-B7K2M9Q-B7K2M9Q-B7K2M9Q"
UNKNOWN = "Naskah dengan kode atau nomor ini tidak ditemukan. Periksa kembali yang tercetak pada naskah."


@pytest.fixture
def visitor(road: Road) -> Visitor:
    road.submit()
    return Visitor(road)


def test_a_typed_code_leads_to_its_naskah(visitor: Visitor) -> None:
    kode = issued(visitor.road, 1).kode

    answer = visitor.get("/verifikasi", kode=kode.lower().replace("-", " "))

    assert (answer.status_code, answer["Location"]) == (302, f"/verifikasi/{kode}")


def test_the_page_says_what_stands_on_the_paper_and_that_it_holds(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    party = signer(naskah, visitor.road)
    file = stored(naskah, pdf())

    said = visitor.look(naskah)

    assert "Berlaku. Naskah ini tercatat di Loket dan berlaku." in said
    for told in (naskah.nomor, "2 Maret 2026", naskah.hal, party.nama, "Kepala Dinas Kominfo", file.sha256):
        assert told in said
    assert "Dinas Kependudukan dan Pencatatan Sipil" in said
    assert "bukan tanda tangan elektronik tersertifikasi" in said


@pytest.mark.parametrize(
    ("cara", "said"),
    (
        (Naskah.Cara.APLIKASI, "bukan tanda tangan elektronik."),
        (Naskah.Cara.BSRE, "Balai Besar Sertifikasi Elektronik (BSrE), BSSN."),
        (Naskah.Cara.BASAH, "Tanda tangan basah pada kertas."),
    ),
)
def test_the_page_says_plainly_how_it_was_signed(visitor: Visitor, cara: str, said: str) -> None:
    assert said in visitor.look(issued(visitor.road, 1, cara=cara))


def test_what_waits_for_its_signature_is_not_valid_yet(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1, state=State.MENUNGGU)
    signer(naskah, visitor.road)

    said = visitor.look(naskah)

    assert "Menunggu tanda tangan. Naskah ini sudah bernomor, tetapi belum sah" in said
    assert "Belum menandatangani" in said
    assert "Berlaku." not in said


def test_what_is_void_says_when_and_keeps_the_reason_to_itself(visitor: Visitor) -> None:
    said = visitor.look(ended(issued(visitor.road, 1), State.DIBATALKAN, visitor.road))

    assert "Dibatalkan. Naskah ini dibatalkan penerbitnya pada Senin, 2 Maret 2026" in said
    assert "salah tulis" not in said


def test_what_was_replaced_leads_to_what_replaces_it(visitor: Visitor) -> None:
    old = ended(issued(visitor.road, 1), State.DIGANTIKAN, visitor.road)
    new = issued(visitor.road, 2, menggantikan=old)

    answer = visitor.get(f"/verifikasi/{old.kode}")

    assert f"Penggantinya naskah nomor {new.nomor}" in words(answer)
    assert f'href="/verifikasi/{new.kode}"' in answer.content.decode()


def test_what_is_to_be_replaced_says_nothing_of_the_draft(visitor: Visitor) -> None:
    old = ended(issued(visitor.road, 1), State.DIGANTIKAN, visitor.road)
    draft(visitor.road, menggantikan=old)

    assert "Penggantinya" not in visitor.look(old)


def test_nobodys_personal_data_are_shown(visitor: Visitor) -> None:
    road = visitor.road
    naskah = issued(road, 1, jenis="surat_tugas", tujuan="Sari Wulandari; Bayu Prasetyo")
    party = signer(naskah, road)
    assert party.user is not None

    said = visitor.look(naskah)

    assert party.user.nip
    hidden = (party.user.nip, "Sari Wulandari", road.permintaan.pic_nama, road.permintaan.kode_lacak)
    assert [word for word in hidden if word in said] == []


@pytest.mark.parametrize(
    ("changed", "said"),
    (
        ({"jenis": "nota_dinas"}, "Naskah internal, hal tidak ditampilkan"),
        ({"printed": {"klasifikasi": "Rahasia"}}, "Hal tidak ditampilkan untuk umum"),
    ),
)
def test_the_subject_of_what_is_internal_or_secret_stays_inside(
    visitor: Visitor, changed: dict[str, Any], said: str
) -> None:
    naskah = issued(visitor.road, 1, hal="Perkara yang tidak untuk umum", **changed)

    page = visitor.look(naskah)

    assert said in page
    assert naskah.hal not in page
    assert "Dinas Kependudukan" not in page


def test_a_number_from_the_paper_tells_its_state_and_neither_subject_nor_code(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    signer(naskah, visitor.road)

    answer = visitor.get("/verifikasi", kode=naskah.nomor.lower())

    html = answer.content.decode()
    assert "Naskah ini tercatat di Loket dan berlaku." in words(answer)
    assert "2 Maret 2026" in html
    assert [hidden for hidden in (naskah.hal, naskah.kode) if hidden in html] == []


def test_numbers_cannot_be_counted_through(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)

    asked = [visitor.get("/verifikasi", kode=naskah.nomor).status_code for _ in range(GUESSES.tries + 1)]

    assert asked == [200] * GUESSES.tries + [429]


def test_reading_by_its_code_is_no_guess(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)

    for path, query in ((f"/verifikasi/{naskah.kode}", {}), ("/verifikasi", {"kode": naskah.kode})):
        statuses = {visitor.get(path, **query).status_code for _ in range(GUESSES.tries + 2)}
        assert statuses <= {200, 302}


def test_wrong_codes_are_counted(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    statuses = [visitor.get(f"/verifikasi/{WRONG}").status_code for _ in range(GUESSES.tries)]

    refused = visitor.get(f"/verifikasi/{naskah.kode}")

    assert statuses == [404] * GUESSES.tries
    assert (refused.status_code, refused["Retry-After"]) == (429, "300")
    assert Visitor(visitor.road, "203.0.113.9").look(naskah)


@pytest.mark.parametrize(
    "typed",
    (WRONG, "000.1.5/99/403.000/III/2026", "\u202e", "<b>kode</b>", pytest.param("x" * 100_000, id="long")),
)
def test_an_unknown_code_is_said_politely_and_stays_in_the_form(visitor: Visitor, typed: str) -> None:
    draft(visitor.road)

    answer = visitor.get("/verifikasi", kode=typed)

    assert answer.status_code == 404
    assert UNKNOWN in words(answer)
    assert answer.context["form"]["kode"].value() == typed
    assert "<b>kode" not in answer.content.decode()


@pytest.mark.parametrize(("typed", "sentence"), (("  ", "Isi kode verifikasi"), ("\x00", "Kode hanya huruf")))
def test_what_is_no_text_is_asked_for_again(visitor: Visitor, typed: str, sentence: str) -> None:
    answer = visitor.get("/verifikasi", kode=typed)

    assert answer.status_code == 422
    assert sentence in words(answer)


def test_hostile_text_stays_text(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1, hal="<script>alert(1)</script>\u202e{{ 7 }}")
    signer(naskah, visitor.road, nama='"><img src=x onerror=alert(1)>')

    html = visitor.get(f"/verifikasi/{naskah.kode}").content.decode()

    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_the_signature_of_the_opd_on_paper_is_called_so(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1, jenis="bast")
    scan = stored(naskah, b"\x89PNG kertas", "pindaian")
    by = visitor.road.people["opd"]
    signer(naskah, visitor.road, pihak=OPD, signed_at=visitor.road.now, signed_by=by, file=scan)

    said = visitor.look(naskah)

    filed = "pindaian diarsipkan oleh Loket pada Senin, 2 Maret 2026 pukul 09.00 WIB"
    assert f"Ditandatangani di atas kertas; {filed}" in said


def test_the_name_in_the_certificate_stands_beside_the_printed_one(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)
    file = stored(naskah, pdf(), "tte", certificate="AGUNG WICAKSONO (nomor seri 1f)")
    by = visitor.road.people["kasi"]
    signer(naskah, visitor.road, "kasi", signed_at=visitor.road.now, signed_by=by, file=file)

    assert "Sertifikat atas nama AGUNG WICAKSONO (nomor seri 1f)" in visitor.look(naskah)


def test_nobody_may_keep_or_index_it_and_it_costs_the_same_for_all(visitor: Visitor) -> None:
    naskah, other = issued(visitor.road, 1), issued(visitor.road, 2)
    for pihak in (1, 2):
        signer(other, visitor.road, pihak=pihak)
    visitor.look(naskah)

    costs = []
    for one in (naskah, other):
        with CaptureQueriesContext(connection) as captured:
            answer = visitor.get(f"/verifikasi/{one.kode}")
        costs.append(len(captured))

    assert costs[0] == costs[1]
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_the_front_page_and_the_footer_lead_there(visitor: Visitor) -> None:
    for path in ("/", "/masuk"):
        assert 'href="/verifikasi"' in visitor.get(path).content.decode()
