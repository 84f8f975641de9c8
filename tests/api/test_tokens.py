"""Who comes in: a valid token of an active account, and nobody else; at most so often."""

from datetime import timedelta

import pytest

from loket.api import door
from loket.application.office.tokens import revoke_token
from loket.application.throttle import Limit
from loket.models.permintaan import Permintaan
from loket.models.token import Token
from tests.api.program import Program, code_of, letter
from tests.cast import Road


def test_nobody_is_told_how_to_come_in(road: Road) -> None:
    answer = Program(road, None).get("/tugas")

    assert code_of(answer) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "header",
    ("", "Bearer", "Bearer ", "Bearer salah", "Basic b3BkOmxva2V0", "bearer \x00", "Bearer \xff\xfe"),
)
def test_what_is_no_token_opens_nothing(road: Road, header: str) -> None:
    nobody = Program(road, None)

    assert code_of(nobody.ask("get", "/tugas", headers={"Authorization": header})) == (401, "unauthenticated")


def test_a_session_is_no_token(road: Road) -> None:
    nobody = Program(road, None)
    nobody.client.force_login(road.people["kasi"])

    assert nobody.get("/tugas").status_code == 401
    assert nobody.post("/permintaan", letter(road)).status_code == 401


def test_a_revoked_or_expired_one_and_that_of_a_closed_account_are_none(road: Road) -> None:
    kasi, kadis, opd = Program(road, "kasi"), Program(road, "kadis", days=1), Program(road, "opd")
    assert [one.get("/tugas").status_code for one in (kasi, kadis, opd)] == [200, 200, 200]

    revoke_token(Token.objects.get(user__username="kasi"), actor=road.actor("kasi"), now=road.now)
    road.people["opd"].is_active = False
    road.people["opd"].save(update_fields=["is_active"])
    road.later(days=1)

    assert [one.get("/tugas").status_code for one in (kasi, kadis, opd)] == [401, 401, 401]


def test_one_that_only_reads_sends_nothing(road: Road) -> None:
    reader = Program(road, "opd", scope="baca")

    answer = reader.post("/permintaan", letter(road))

    assert code_of(answer) == (422, "refused")
    assert answer.json()["reasons"] == ["Token ini hanya untuk membaca."]
    assert not Permintaan.objects.exists()
    assert reader.get("/permintaan").status_code == 200


def test_reading_notes_the_last_use(road: Road) -> None:
    Program(road, "kasi").get("/tugas")

    assert Token.objects.get().last_used_at == road.now


def test_too_often_is_told_until_when_and_each_token_counts_for_itself(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "CALLS", Limit("api", tries=2, seconds=30))
    kasi, other = Program(road, "kasi"), Program(road, "kasi")

    statuses = [kasi.get("/tugas").status_code for _ in range(2)]
    road.now += timedelta(seconds=10)
    refused = kasi.get("/tugas")

    assert statuses == [200, 200]
    assert code_of(refused) == (429, "too_many")
    assert refused.headers["Retry-After"] == "20"
    assert other.get("/tugas").status_code == 200


def test_no_answer_is_kept_by_anybody_on_the_way(road: Road) -> None:
    for answer in (Program(road, "kasi").get("/tugas"), Program(road, None).get("/tugas")):
        assert answer.headers["Cache-Control"] == "no-store"
