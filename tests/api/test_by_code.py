"""What the bearer of a code may know by program: where a permintaan stands, and whether a paper is genuine."""

from io import BytesIO
from typing import Any

import pytest

from loket.api.calls import lacak, verifikasi
from loket.application.naskah.comparing import Busy
from loket.models.naskah import Naskah
from tests.api.program import Program, code_of
from tests.cast import Road
from tests.files.samples import pdf
from tests.letters import State, draft, ended, issued, signer, stored

WRONG = "B7K2M9Q-B7K2M9Q-B7K2M9Q-B7K2M9Q"


def named(content: bytes) -> Any:
    file = BytesIO(content)
    file.name = "naskah.pdf"
    return file


def compared(program: Program, kode: str, content: bytes) -> Any:
    return program.ask("post", f"/verifikasi/{kode}", data={"berkas": named(content)})


def test_whoever_was_shown_the_code_reads_where_it_stands_and_no_name(road: Road) -> None:
    road.submit()
    road.step()

    said = Program(road, "opd_lain", scope="baca").get(f"/lacak/{road.permintaan.kode_lacak}")

    assert said.json()["nomor"] == road.nomor
    assert (said.json()["status"], said.json()["langkah"]) == ("berjalan", "disposisi")
    assert said.json()["kejadian"][0]["oleh"] == "Kepala Dinas"
    written = said.content.decode()
    assert [one.nama for one in road.people.values() if one.nama in written] == []
    assert "Nur Hidayati" not in written


def test_guesses_of_a_code_are_counted(road: Road) -> None:
    road.submit()
    program = Program(road, "opd_lain")

    codes = [code_of(program.get(f"/lacak/{WRONG}")) for _ in range(lacak.GUESSES.tries)]

    assert set(codes) == {(404, "not_found")}
    assert code_of(program.get(f"/lacak/{WRONG}")) == (429, "too_many")
    assert Program(road, "opd").get(f"/lacak/{road.permintaan.kode_lacak}").status_code == 200


@pytest.mark.parametrize("kode", ("b7k2m9q-b7k2m9q-b7k2m9q-b7k2m9q", "B7K2M9Q", "x" * 300))
def test_what_is_no_code_is_no_address(road: Road, kode: str) -> None:
    program = Program(road, "opd")

    assert code_of(program.get(f"/lacak/{kode}")) == (404, "not_found")
    assert code_of(program.get(f"/verifikasi/{kode}")) == (404, "not_found")


def test_a_paper_is_known_by_its_code(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)
    party = signer(naskah, road)
    file = stored(naskah, pdf())

    said = Program(road, "admin").get(f"/verifikasi/{naskah.kode}").json()

    assert (said["nomor"], said["state"], said["hal"]) == (naskah.nomor, "berlaku", naskah.hal)
    assert said["tujuan"] == road.permintaan.opd.nama
    assert [one["nama"] for one in said["pihak"]] == [party.nama]
    assert said["berkas"] == [{"kind": "cetakan", "sha256": file.sha256}]


def test_what_was_replaced_leads_to_what_holds(road: Road) -> None:
    road.submit()
    old = ended(issued(road, 1), State.DIGANTIKAN, road)
    new = issued(road, 2, menggantikan=old)

    said = Program(road, "opd").get(f"/verifikasi/{old.kode}").json()

    assert (said["state"], said["pengganti"]) == ("digantikan", new.kode)


def test_of_what_is_internal_the_subject_is_not_told(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1, jenis="nota_dinas")

    said = Program(road, "opd").get(f"/verifikasi/{naskah.kode}").json()

    assert (said["nomor"], said["hal"], said["tujuan"]) == (naskah.nomor, "", "")


def test_a_number_tells_the_state_and_not_the_subject(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)
    program = Program(road, "opd_lain")

    said = program.get("/verifikasi", nomor=naskah.nomor.lower())

    assert said.json()["nomor"] == naskah.nomor
    assert [hidden for hidden in (naskah.hal, naskah.kode) if hidden in said.content.decode()] == []
    assert code_of(program.get("/verifikasi", nomor="000/1")) == (404, "not_found")
    assert code_of(program.get("/verifikasi")) == (422, "invalid")


def test_numbers_can_not_be_counted_through(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)
    program = Program(road, "opd_lain")

    asked = [program.get("/verifikasi", nomor=naskah.nomor) for _ in range(verifikasi.GUESSES.tries + 1)]

    assert code_of(asked[-1]) == (429, "too_many")
    assert {answer.status_code for answer in asked[:-1]} == {200}


def test_a_draft_is_known_to_nobody(road: Road) -> None:
    road.submit()
    draft(road)

    assert code_of(Program(road, "kasi").get(f"/verifikasi/{WRONG}")) == (404, "not_found")


def test_a_file_is_compared_with_what_was_issued(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)
    content = pdf()
    stored(naskah, content)
    program = Program(road, "opd_lain")

    same, other, none = (
        compared(program, naskah.kode, sent).json() for sent in (content, pdf(pages=2), b"Bukan PDF.")
    )

    assert [one["hasil"] for one in (same, other, none)] == ["issued", "other", "no_pdf"]
    assert same["state"] == "berlaku"
    assert Naskah.objects.get().naskahfile_set.count() == 1


def test_a_file_is_asked_for_as_anywhere(road: Road) -> None:
    road.submit()
    naskah = issued(road, 1)
    program = Program(road, "opd")

    assert code_of(program.post(f"/verifikasi/{naskah.kode}", {})) == (415, "unsupported_type")
    empty = program.ask("post", f"/verifikasi/{naskah.kode}", data={"lain": "x"})
    assert [error["field"] for error in empty.json()["errors"]] == ["berkas"]


def test_while_another_file_is_examined_one_waits(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    road.submit()
    naskah = issued(road, 1)

    def busy(*_: Any, **__: Any) -> None:
        raise Busy

    monkeypatch.setattr(verifikasi, "compare", busy)
    answer = compared(Program(road, "opd"), naskah.kode, pdf())

    assert code_of(answer) == (503, "unavailable")
    assert answer.headers["Retry-After"]


@pytest.mark.parametrize(
    ("path", "media"),
    (
        ("/sop/SOP-DISKOMINFO-001/pdf", "application/pdf"),
        ("/sop/SOP-DISKOMINFO-001/pdf?naskah=lengkap", "application/pdf"),
        ("/sop/SOP-DISKOMINFO-002/pdf", "application/pdf"),
        ("/sop/SOP-DISKOMINFO-001/bpmn", "application/xml"),
    ),
)
def test_the_sop_comes_as_a_file(road: Road, path: str, media: str) -> None:
    answer = Program(road, "opd").ask("get", path)

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, media)
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_related_sop_is_a_checklist(road: Road) -> None:
    opd = Program(road, "opd")

    said = opd.get("/sop/SOP-DISKOMINFO-002/butir").json()

    assert said["langkah"] == "analisis"
    assert said["butir"][0]["kode"].startswith("AN-")
    assert code_of(opd.get("/sop/SOP-DISKOMINFO-001/butir")) == (404, "not_found")
    assert code_of(opd.get("/sop/SOP-LAIN/pdf")) == (404, "not_found")
    assert code_of(opd.get("/sop/SOP-DISKOMINFO-002/bpmn")) == (404, "not_found")
    assert code_of(opd.get("/sop/SOP-DISKOMINFO-001/pdf", revisi=99)) == (404, "not_found")
    assert code_of(opd.get("/sop/SOP-DISKOMINFO-001/pdf", naskah="lain")) == (422, "invalid")
