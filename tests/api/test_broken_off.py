"""A connection that ends before all of a body has come: nothing is done, and the same may be sent again."""

import json
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.test import Client

from loket.api.reading import JSON
from loket.application.office.tokens import TokenData, create_token
from loket.integrations.gitlab.standin.hooks import headers
from loket.integrations.gitlab.standin.state import Hook
from loket.models.dokumen import Upload
from loket.models.permintaan import Permintaan
from loket.models.token import KeptAnswer
from loket.web.whole import BODY, Whole
from tests.api.program import BASE, as_json, code_of, letter
from tests.api.test_hooks import ISSUE, SECRET, SIGNING, URL, office
from tests.application.everything import nothing_changes
from tests.cast import NOW, Road
from tests.files import samples

UNAVAILABLE = (503, "unavailable")
MULTIPART = "multipart/form-data; boundary=batas"


def send(path: str, body: bytes, came: int, media: str, said: dict[str, str]) -> Any:
    """Announce all of `body`, and let so many bytes of it come; how a server gives them is for it to say."""
    arrived: Any = Whole(BytesIO(body[:came]))
    with time_machine.travel(NOW, tick=False):
        client = Client(raise_request_exception=False)
        return client.generic("POST", path, body, media, headers=said, **{BODY: arrived})


def said_by(road: Road, key: str) -> dict[str, str]:
    data = TokenData(nama="uji", scope="tulis", days=30)
    secret = create_token(road.people["opd"], data, actor=road.actor("opd"), now=road.now)[1]
    return {"Authorization": f"Bearer {secret}", "Idempotency-Key": key}


@pytest.mark.parametrize("signing", (None, SIGNING))
def test_gitlab_hears_that_a_hook_broke_off_and_nothing_follows(db: None, signing: str | None) -> None:
    """Not that it was wrong: older versions stop sending to whoever says so."""
    body = json.dumps(ISSUE).encode()
    hook = Hook(URL, token=SECRET, signing_token=signing or "")
    said = headers(hook, "Issue Hook", body, at=int(NOW.timestamp()))
    said = {name: value for name, value in said.items() if name != "Content-Type"}

    with office(gitlab_webhook_token=SECRET, gitlab_signing_token=signing):
        with nothing_changes():
            broken = send(URL, body, len(body) - 1, JSON, said)
        whole = send(URL, body, len(body), JSON, said)

    assert code_of(broken) == UNAVAILABLE
    assert broken.headers["Retry-After"]
    assert "terputus" in broken.json()["detail"]
    assert whole.status_code == 202


@pytest.mark.parametrize("came", (0, 40))
def test_a_call_that_broke_off_is_done_when_it_comes_again_under_its_key(road: Road, came: int) -> None:
    body, said = json.dumps(as_json(letter(road))).encode(), said_by(road, "k1")

    broken = send(f"{BASE}/permintaan", body, came, JSON, said)
    assert (code_of(broken), Permintaan.objects.count(), KeptAnswer.objects.count()) == (UNAVAILABLE, 0, 0)
    whole = send(f"{BASE}/permintaan", body, len(body), JSON, said)

    assert (whole.status_code, Permintaan.objects.count()) == (201, 1)


def test_half_a_file_is_no_file(road: Road) -> None:
    """It might be read as a whole one: a text that ends early is a text."""
    head = b'--batas\r\nContent-Disposition: form-data; name="berkas"; filename="surat.pdf"\r\n\r\n'
    body = head + samples.pdf() + b"\r\n--batas--\r\n"
    said = said_by(road, "k1")

    broken = send(f"{BASE}/dokumen", body, len(body) - 12, MULTIPART, said)
    assert (code_of(broken), Upload.objects.count()) == (UNAVAILABLE, 0)
    whole = send(f"{BASE}/dokumen", body, len(body), MULTIPART, said)

    assert (whole.status_code, Upload.objects.get().sha256) == (201, whole.json()["sha256"])


def test_openapi_and_the_page_say_so(db: None) -> None:
    made = Client().get(f"{BASE}/openapi.json").json()
    answers = made["paths"][URL]["post"]["responses"]["503"]

    assert "broke off" in answers["description"]
    assert list(answers["content"]) == ["application/problem+json"]
    assert "kiriman terputus" in Client().get(f"{BASE}/docs").content.decode()
