"""What is sent: done by the one road, or answered with every reason."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import OperationalError
from pytest_django import Settings

from loket.api.bodies import DEEDS, STEPS
from loket.application.acts import ACTS
from loket.application.steps import PARTS
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from tests.api.program import Program, as_json, code_of, letter
from tests.cast import Road
from tests.doings import DOINGS

DEEP = b'{"a":' * 5000 + b"1" + b"}" * 5000


def errors_of(answer: Any) -> dict[str, str]:
    assert code_of(answer) == (422, "invalid")
    return {error["field"]: error["message"] for error in answer.json()["errors"]}


def test_a_letter_becomes_a_permintaan(road: Road) -> None:
    answer = Program(road, "opd").post("/permintaan", letter(road))

    permintaan = Permintaan.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "nomor": permintaan.nomor,
        "kode_lacak": permintaan.kode_lacak,
        "revision": permintaan.revision,
    }
    assert Entry.objects.get(permintaan=permintaan).source == "api"


def test_the_front_desk_names_the_opd_and_an_opd_cannot_send_for_another(road: Road) -> None:
    other = road.people["opd_lain"].opd_id
    sent = Program(road, "tu").post("/permintaan", letter(road, "tu") | {"opd_id": other})
    foreign = Program(road, "opd").post("/permintaan", letter(road) | {"opd_id": other})
    nobodys = Program(road, "tu").post("/permintaan", letter(road, "tu"))

    assert sent.status_code == 201
    assert Permintaan.objects.get().opd_id == other
    assert code_of(foreign) == (422, "refused")
    assert "opd_id" in errors_of(nobodys)


def test_every_wrong_field_has_its_sentence(road: Road) -> None:
    wrong = errors_of(Program(road, "opd").post("/permintaan", letter(road, perihal="", kanal="merpati")))

    assert set(wrong) == {"perihal", "kanal"}
    assert not Permintaan.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    (
        ({"perihal": 5}, "perihal", "Isi dengan teks."),
        ({"perihal": None}, "perihal", "Isi dengan teks."),
        ({"perihal": "a\x00b"}, "perihal", "Teks ini memuat karakter NUL, yang tidak dapat disimpan."),
        ({"upload_id": "5"}, "upload_id", "Isi dengan bilangan bulat."),
        ({"upload_id": 10**400}, "upload_id", "Bilangan ini terlalu besar."),
        ({"upload_id": True}, "upload_id", "Isi dengan bilangan bulat."),
        ({"wanted_date": "besok"}, "wanted_date", "Isi dengan tanggal, misalnya 2026-03-02."),
        ({"wanted_date": 1772500000}, "wanted_date", "Isi dengan tanggal, misalnya 2026-03-02."),
        ({"nomor": "APL-2026-0001"}, "nomor", "Kolom ini tidak dikenal."),
        ({"created_by": 1}, "created_by", "Kolom ini tidak dikenal."),
        ({"perihal": ["x"]}, "perihal", "Isi dengan teks."),
    ),
)
def test_what_has_the_wrong_shape_is_told_by_field(
    road: Road, changed: dict[str, Any], field: str, sentence: str
) -> None:
    answer = Program(road, "opd").post("/permintaan", letter(road) | changed)

    assert errors_of(answer) == {field: sentence}


@pytest.mark.parametrize(
    "body",
    (
        *(b" ", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"a": NaN}', b'{"a": "\xed\xa0\x80"}'),
        *(b'{"a": "\\ud800"}', b"\xef\xbb\xbf{}", DEEP, b'{"a":1}{"b":2}'),
    ),
)
def test_what_is_no_json_object_is_told_so(road: Road, body: bytes) -> None:
    assert set(errors_of(Program(road, "opd").raw("/permintaan", body))) == {"body"}


def test_another_type_and_too_much_are_told_so(road: Road, settings: Settings) -> None:
    opd = Program(road, "opd")
    assert code_of(opd.raw("/permintaan", b"{}", "text/plain")) == (415, "unsupported_type")
    assert code_of(opd.ask("post", "/permintaan", data={"a": "b"})) == (415, "unsupported_type")

    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert code_of(opd.raw("/permintaan", b" " * 1001)) == (413, "too_large")


def test_a_step_moves_the_permintaan_and_says_where_it_stands(road: Road) -> None:
    road.submit()
    kadis = Program(road, "kadis")
    seen = kadis.one()["revision"]
    body = as_json(road.plausible_data()) | {"bagian": "kepala_dinas", "seen": seen}

    said = kadis.post(f"/permintaan/{road.nomor}/langkah/disposisi", body).json()

    assert (said["langkah"], said["bagian"], said["revision"]) == ("disposisi", "kepala_bidang", seen + 1)
    assert said["kind"] == Entry.objects.get(subject=road.nomor, seq=said["seq"]).kind
    assert said == {name: said[name] for name in said if name in said} | {"nomor": road.nomor}


def test_whoever_comes_too_late_is_told_who_was_first(road: Road) -> None:
    road.submit()
    body = as_json(road.plausible_data()) | {"bagian": "kepala_dinas", "seen": road.permintaan.revision}
    path = f"/permintaan/{road.nomor}/langkah/disposisi"
    kadis = Program(road, "kadis")
    assert kadis.post(path, body).status_code == 200

    late, never = kadis.post(path, body), Program(road, "opd").post(path, body)

    assert code_of(late) == (409, "overtaken")
    assert "Anda sudah" in late.json()["detail"]
    assert code_of(never) == (422, "refused")
    assert "Bagian ini dikerjakan oleh Kepala Dinas." in never.json()["reasons"]


def test_who_was_first_is_told_of_an_act_too(road: Road) -> None:
    road.submit()
    kasi, opd = Program(road, "kasi"), Program(road, "opd")
    old = road.permintaan.revision
    road.step()

    late = kasi.act("tolak", seen=old, alasan="Di luar kewenangan.")
    never = opd.act("tolak", seen=old, alasan="Di luar kewenangan.")

    assert code_of(late) == (409, "overtaken")
    assert code_of(never) == (422, "refused")


def test_a_refusal_has_every_reason(road: Road) -> None:
    road.submit()
    body = {"bagian": "susun", "seen": road.permintaan.revision, "upload_id": None, "versi": "1.0"}

    refused = Program(road, "kasi").post(f"/permintaan/{road.nomor}/langkah/analisis", body)

    assert code_of(refused) == (422, "refused")
    assert len(refused.json()["reasons"]) > 2
    assert all(reason in refused.json()["detail"] for reason in refused.json()["reasons"])


@pytest.mark.parametrize("bagian", ("", "hilang", 5, None, ["susun"], "kepala_dinas"))
def test_a_bagian_that_the_step_does_not_have_is_told_so(road: Road, bagian: Any) -> None:
    road.submit()

    answer = Program(road, "kadis").post(
        f"/permintaan/{road.nomor}/langkah/analisis", {"bagian": bagian, "seen": 1}
    )

    assert errors_of(answer) == {"bagian": "Pilih salah satu dari: susun, setujui, reviu."}


@pytest.mark.parametrize(
    "path",
    (
        *("/permintaan/APL-2026-9999", "/permintaan/APL-2026-0001'--", "/permintaan/%00", "/tidak/ada", "/"),
        *("/permintaan/APL-2026-0001/langkah/hilang", "/permintaan/APL-2026-0001/tindakan/hilang"),
        *(
            "/dokumen/0",
            "/dokumen/99999999999999999999999",
            "/dokumen/-1",
            "/dokumen/x",
            "/dokumen/999999999",
        ),
    ),
)
def test_what_is_not_there_is_404(road: Road, path: str) -> None:
    road.submit()

    assert code_of(Program(road, "kasi").get(path)) in {(404, "not_found"), (405, "method_not_allowed")}


def test_another_method_is_told_which_there_are(road: Road) -> None:
    answer = Program(road, "kasi").ask("delete", "/permintaan")

    assert code_of(answer) == (405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "POST"}


def test_mulai_starts_the_working_clock_once(road: Road) -> None:
    road.submit()
    kadis, here = Program(road, "kadis"), {"langkah": "disposisi", "bagian": "kepala_dinas"}

    first, second = kadis.act("mulai", **here), kadis.act("mulai", **here)
    foreign = Program(road, "kasi").act("mulai", **here)
    nowhere = kadis.act("mulai", langkah="hilang", bagian="")

    assert first.status_code == 200
    assert second.json()["reasons"] == ["Waktu kerja bagian ini sudah berjalan."]
    assert code_of(foreign) == (422, "refused")
    assert code_of(nowhere) == (404, "not_found")
    assert kadis.one()["langkah_langkah"][1]["started_at"]


@pytest.mark.parametrize("key", sorted(DOINGS))
def test_every_act_can_be_asked_for(at: Callable[..., Road], key: str) -> None:
    """Good data in the wrong place is refused by the procedure, not by its shape."""
    road = at("analisis")
    username, good = DOINGS[key]
    body = as_json(good(road)) | ({"seen": road.permintaan.revision} if ACTS[key].moves else {})

    answer = Program(road, username).act(key, **body)

    assert (
        answer.status_code == 200
        or answer.json()["code"] == "refused"
        or errors_of(answer).keys() == {"induk"}
    )


def test_what_was_typed_wrongly_is_put_right(road: Road) -> None:
    road.submit()
    changes = {"nama_aplikasi": "Antrean Daring Adminduk", "tanggal_surat": "2026-02-26"}
    tu = Program(road, "tu")

    done = tu.act("koreksi_data", seen=road.permintaan.revision, sebab="Salah ketik.", changes=changes)
    wrong = tu.act(
        "koreksi_data", seen=road.permintaan.revision, sebab="Salah.", changes={"status": "selesai"}
    )

    assert done.status_code == 200
    assert road.permintaan.nama_aplikasi == "Antrean Daring Adminduk"
    assert road.permintaan.surat_set.get().tanggal_surat == date(2026, 2, 26)
    assert errors_of(wrong) == {"changes.status": "Kolom ini tidak dikenal."}


def test_while_the_database_is_away_it_says_when_to_come_back(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    kasi = Program(road, "kasi")

    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("connection refused")

    for place in ("loket.api.door.token_shown", "loket.api.calls.tugas.inbox.tasks"):
        with monkeypatch.context() as patch:
            patch.setattr(place, away)
            answer = kasi.get("/tugas")
        assert code_of(answer) == (503, "unavailable")
        assert answer.headers["Retry-After"] == "10"


def test_a_new_step_or_act_needs_no_line_of_the_api() -> None:
    assert {(step, bagian) for step, models in STEPS.items() for bagian in models} == set(PARTS)
    assert set(DEEDS) == set(ACTS)
