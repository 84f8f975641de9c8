"""Signing with a certificate: as on a page, by the same road; what opens it is used once and is kept nowhere."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.apps import apps

from loket.api.calls import tindakan
from loket.integrations.esign.problems import WrongPassphrase
from loket.models.entry import Entry
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from loket.models.token import KeptAnswer
from tests.api.program import BASE, Answer, Program, code_of
from tests.api.test_sending import errors_of
from tests.cast import Road
from tests.papers import again, draft, issued, sign
from tests.signing import PASSPHRASE, WRONG, Keys

BAD = WRONG.passphrase
SIGN = "tanda_tangani_naskah"


@pytest.fixture
def kasi(road: Road, keys: Keys) -> Program:
    road.submit()
    keys.give(road.people["kasi"])
    return Program(road, "kasi")


@pytest.fixture
def memo(road: Road, kasi: Program) -> Naskah:
    """It waits for the certificate of the head of section."""
    return issued(road, cara="internal")


def sign_it(program: Program, naskah: Naskah, passphrase: str = PASSPHRASE, **more: Any) -> Answer:
    return program.act(SIGN, naskah_id=naskah.pk, passphrase=passphrase, **more)


def keyed(program: Program, naskah: Naskah, passphrase: str, key: str) -> Answer:
    path = f"/permintaan/{program.road.nomor}/tindakan/{SIGN}"
    return program.post(path, {"naskah_id": naskah.pk, "passphrase": passphrase}, key=key)


def everything() -> str:
    """All that the database holds, as text."""
    return "".join(str(list(model._default_manager.values())) for model in apps.get_models())


def test_a_passphrase_signs(road: Road, kasi: Program, memo: Naskah) -> None:
    answer = sign_it(kasi, memo)

    assert (answer.status_code, answer.json()["kind"]) == (200, "naskah.signed")
    assert again(memo).state == "berlaku"
    assert TandaTangan.objects.get().file == NaskahFile.objects.get(kind="tte", is_recorded=True)
    assert Entry.objects.get(kind="naskah.signed").source == "api"


def test_what_was_typed_is_kept_nowhere_and_said_nowhere(
    kasi: Program, memo: Naskah, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(tindakan, "act", broken)
        crashed = keyed(kasi, memo, PASSPHRASE, "a")
    answers = [keyed(kasi, memo, BAD, "b"), keyed(kasi, memo, PASSPHRASE, "c")]
    answers += [keyed(kasi, memo, PASSPHRASE, key) for key in ("c", "d")]

    assert crashed.status_code == 500
    assert [answer.status_code for answer in answers] == [200, 422, 422, 422]
    words = caplog.text + everything() + "".join(answer.content.decode() for answer in answers)
    assert [secret for secret in (PASSPHRASE, BAD) if secret in words] == []
    assert "naskah.signed" in words


def test_nobody_can_guess_it_from_what_is_kept(road: Road, kasi: Program, memo: Naskah) -> None:
    """The digest of what was sent has the token's own secret for its key, which is kept nowhere either."""
    for program in (kasi, Program(road, "kasi")):
        keyed(program, memo, BAD, "k")
    first, second = KeptAnswer.objects.order_by("pk")
    sent = f'{{"naskah_id": {memo.pk}, "passphrase": "{BAD}"}}'
    path = f"{BASE}/permintaan/{road.nomor}/tindakan/{SIGN}"

    assert first.digest != second.digest
    assert sha256(f"{path}\napplication/json\n{sent}".encode()).hexdigest() not in everything()


def test_a_wrong_one_is_said_and_the_third_makes_one_wait(road: Road, kasi: Program, memo: Naskah) -> None:
    wrong = [errors_of(sign_it(kasi, memo, BAD)) for _ in range(3)]
    locked = errors_of(sign_it(kasi, memo))
    road.now += timedelta(minutes=15)

    assert wrong == [{"passphrase": WrongPassphrase.text}] * 3
    assert locked == {"passphrase": "Passphrase salah tiga kali. Coba lagi 15 menit lagi."}
    assert sign_it(kasi, memo).status_code == 200


def test_the_same_key_signs_once(kasi: Program, memo: Naskah) -> None:
    first, second = (keyed(kasi, memo, PASSPHRASE, "k") for _ in range(2))

    assert (first.status_code, first.content) == (200, second.content)
    assert second.headers["Idempotency-Replayed"] == "true"
    assert NaskahFile.objects.filter(kind="tte").count() == 1
    assert errors_of(keyed(kasi, memo, BAD, "k")).keys() == {"Idempotency-Key"}


def test_what_was_signed_and_not_recorded_is_recorded_by_the_next_try(
    kasi: Program, memo: Naskah, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(tindakan, "act", broken)
        assert keyed(kasi, memo, PASSPHRASE, "k").status_code == 500
    assert again(memo).state == "menunggu"

    assert keyed(kasi, memo, PASSPHRASE, "k").status_code == 200
    assert NaskahFile.objects.get(kind="tte").is_recorded
    assert again(memo).state == "berlaku"


@pytest.mark.parametrize(
    ("more", "field"),
    (
        ({"passphrase": ""}, "passphrase"),
        ({"passphrase": 5}, "passphrase"),
        ({"passphrase": "x" * 1001}, "passphrase"),
        ({"passphrase": "a\x00b"}, "passphrase"),
        ({"passphrase": PASSPHRASE, "proof": {"upload_id": 1}}, "passphrase"),
        ({"passphrase": PASSPHRASE, "nik": ["1"]}, "nik"),
        ({"passphrase": PASSPHRASE, "kata": "x"}, "kata"),
        ({}, "upload_id"),
    ),
)
def test_what_cannot_sign_is_told_and_signs_nothing(
    kasi: Program, memo: Naskah, more: dict[str, Any], field: str
) -> None:
    assert errors_of(kasi.act(SIGN, naskah_id=memo.pk, **more)).keys() == {field}
    assert not NaskahFile.objects.filter(kind="tte").exists()


@pytest.mark.parametrize("username", ("tu", "kadis", "analis", "opd"))
def test_who_may_not_sign_it_hears_why_before_anything_is_signed(
    road: Road, memo: Naskah, keys: Keys, username: str
) -> None:
    road.walk_to("analisis", "susun")
    keys.give(road.people[username])

    refused = sign_it(Program(road, username), memo)

    assert code_of(refused) == ((404, "not_found") if username == "opd" else (422, "refused"))
    assert not NaskahFile.objects.filter(kind="tte").exists()


def test_what_is_not_of_this_permintaan_is_not_there(road: Road, kasi: Program, memo: Naskah) -> None:
    foreign = sign_it(Program(road, "opd_lain"), memo)
    road.submit()
    elsewhere = sign_it(kasi, memo)

    assert [code_of(foreign), code_of(elsewhere)] == [(404, "not_found")] * 2
    assert again(memo).state == "menunggu"


def test_nothing_that_is_shown_has_a_place_for_a_secret(road: Road, kasi: Program, memo: Naskah) -> None:
    """Neither the examples of the documentation nor what a permintaan tells."""
    sign(road, memo)
    draft(road)

    whole = kasi.get(f"/permintaan/{road.nomor}").content.decode()
    examples = kasi.get("/openapi.json").json()["paths"][f"{BASE}/permintaan/{{nomor}}/tindakan/{SIGN}"]

    assert "passphrase" not in whole
    assert "passphrase" not in str(examples["post"]["requestBody"]["content"])


def test_bsre_gets_the_nik_and_without_it_nobody_is_asked(kasi: Program, memo: Naskah) -> None:
    Naskah.objects.filter(pk=memo.pk).update(cara="bsre")

    without, away = sign_it(kasi, memo), sign_it(kasi, memo, nik="3520011203850001")

    assert errors_of(without).keys() == {"nik"}
    assert code_of(away) == (422, "refused")
    assert "BSrE, yang kini tidak terhubung" in away.json()["detail"]
