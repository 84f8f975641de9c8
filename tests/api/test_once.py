"""Whatever is sent twice under one key is done once, and answered as it was the first time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from loket.api import door
from loket.application.once import Sending, answer_before, forget_answers
from loket.models.diskusi import Comment
from loket.models.dokumen import Upload
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.token import KeptAnswer, Token
from loket.models.user import User
from tests.api.program import Program, as_json, code_of, letter
from tests.cast import Road

THREADS = 4


def test_the_first_answer_comes_again(road: Road) -> None:
    opd, body = Program(road, "opd"), letter(road)

    first, second = (opd.post("/permintaan", body, key="k1") for _ in range(2))

    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.headers["Content-Type"] == second.headers["Content-Type"]
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"
    assert Permintaan.objects.count() == 1


def test_a_refusal_comes_again_as_well(road: Road) -> None:
    road.submit()
    opd = Program(road, "opd")

    def ask() -> Any:
        return opd.act("lanjutkan", seen=road.permintaan.revision, catatan="Sudah.")

    first = opd.post(f"/permintaan/{road.nomor}/tindakan/lanjutkan", {"seen": 0, "catatan": "x"}, key="k")
    again = opd.post(f"/permintaan/{road.nomor}/tindakan/lanjutkan", {"seen": 0, "catatan": "x"}, key="k")

    assert code_of(first) == code_of(again)
    assert first.content == again.content
    assert ask().status_code == 422


def test_something_else_under_the_same_key_is_refused(road: Road) -> None:
    opd = Program(road, "opd")
    opd.post("/permintaan", letter(road), key="k1")

    other = opd.post("/permintaan", letter(road, perihal="Lain"), key="k1")
    elsewhere = opd.upload(key="k1")

    for answer in (other, elsewhere):
        assert code_of(answer) == (422, "invalid")
        assert answer.json()["errors"][0]["field"] == "Idempotency-Key"
    assert Permintaan.objects.count() == 1


def test_the_key_of_another_token_is_another_key(road: Road) -> None:
    body = letter(road)
    answers = [Program(road, "opd").post("/permintaan", body, key="k1") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert Permintaan.objects.count() == 2


def test_a_step_and_an_act_and_a_file_are_done_once(road: Road) -> None:
    road.submit()
    kadis, opd = Program(road, "kadis"), Program(road, "opd")
    body = as_json(road.plausible_data()) | {"bagian": "kepala_dinas", "seen": road.permintaan.revision}
    files = Upload.objects.count()

    steps = [kadis.post(f"/permintaan/{road.nomor}/langkah/disposisi", body, key="a") for _ in range(2)]
    said = [
        opd.post(f"/permintaan/{road.nomor}/tindakan/diskusi", {"text": "Halo."}, key="b") for _ in range(2)
    ]
    sent = [opd.upload(key="c") for _ in range(2)]

    for first, second in (steps, said, sent):
        assert (first.status_code // 100, first.content) == (2, second.content)
    assert (Comment.objects.count(), Upload.objects.count() - files) == (1, 1)


def test_after_a_day_a_key_is_free_again(road: Road) -> None:
    road.submit()
    opd, path = Program(road, "opd"), f"/permintaan/{road.nomor}/tindakan/diskusi"
    opd.post(path, {"text": "Satu."}, key="k")
    road.now += timedelta(hours=24)

    assert opd.post(path, {"text": "Dua."}, key="k").status_code == 200
    assert Comment.objects.count() == 2
    assert KeptAnswer.objects.count() == 1


def test_what_is_old_is_forgotten_and_nothing_else(road: Road) -> None:
    opd = Program(road, "opd")
    for hours in (0, 12):
        road.now += timedelta(hours=hours)
        opd.post("/permintaan", letter(road), key=f"k{hours}")

    assert forget_answers(road.now + timedelta(hours=12)) == 1
    assert KeptAnswer.objects.get().key == "k12"


@pytest.mark.parametrize("key", (" ", "a b", "x" * 201, "k\u00e9", "k\t"))
def test_what_is_no_key_is_told_so(road: Road, key: str) -> None:
    answer = Program(road, "opd").ask(
        "post",
        "/permintaan",
        data=letter(road),
        content_type="application/json",
        headers={"Idempotency-Key": key},
    )

    assert code_of(answer) == (422, "invalid")
    assert not Permintaan.objects.exists()


def test_what_was_undone_has_no_answer(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is kept in the transaction of what it answers: neither is there without the other."""
    road.submit()
    opd, path = Program(road, "opd"), f"/permintaan/{road.nomor}/tindakan/diskusi"

    def broken(*_: Any) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("loket.api.keeping.keep", broken)
        assert opd.post(path, {"text": "Halo."}, key="k").status_code == 500
    assert not Comment.objects.exists()

    assert opd.post(path, {"text": "Halo."}, key="k").status_code == 200
    assert Comment.objects.count() == 1


def test_at_the_same_moment_one_is_done_and_all_get_its_answer(own_office: dict[str, User]) -> None:
    road = Road(own_office)
    road.submit()
    opd, body = Program(road, "opd"), letter(road)
    begin = Barrier(THREADS)
    talk = f"/permintaan/{road.nomor}/tindakan/diskusi"

    def send(path: str, sent: Any) -> tuple[int, bytes]:
        try:
            begin.wait(timeout=20)
            answer = opd.post(path, sent, key=f"k{path}")
            return answer.status_code, answer.content
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        for path, sent in (("/permintaan", body), (talk, {"text": "Halo."})):
            found = [future.result(60) for future in [pool.submit(send, path, sent) for _ in range(THREADS)]]
            assert len(set(found)) == 1, found
            assert found[0][0] in {200, 201}

    assert (Permintaan.objects.count(), Comment.objects.count()) == (2, 1)
    assert sorted(Permintaan.objects.values_list("nomor", flat=True)) == ["APL-2026-0001", "APL-2026-0002"]
    assert Entry.objects.filter(kind="diskusi.posted").count() == 1


def test_a_row_that_somebody_else_broke_is_no_answer(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    sending = Sending(token_id=0, key="k", digest="d")

    assert answer_before(sending, road.now) is None
    assert door._again(KeptAnswer(status=201, body="{}")).status_code == 201
    assert not Token.objects.exists()
