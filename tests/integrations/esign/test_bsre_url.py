"""The address of the service, as the administrator writes it into the environment."""

from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.bsre_url import SECONDS, InvalidAddress, bsre_from_url
from loket.integrations.esign.bsre_v1 import BsreV1
from loket.integrations.esign.bsre_v2 import BsreV2
from tests.integrations.esign.standins import KADIS


@pytest.mark.parametrize(
    ("url", "kind", "totp", "seconds"),
    (
        ("https://u:p@esign.example.go.id", BsreV1, False, SECONDS),
        ("http://u:p@10.0.0.7:8080/?versi=1", BsreV1, False, SECONDS),
        ("https://u:p@esign.example.go.id/?versi=2", BsreV2, False, SECONDS),
        ("https://u:p@esign.example.go.id/?versi=2&totp=ya&batas=30", BsreV2, True, 30.0),
    ),
)
def test_an_address_opens_the_version_it_names(url: str, kind: type, totp: bool, seconds: float) -> None:
    client = bsre_from_url(url)

    assert type(client) is kind
    assert (client.needs_totp, client.service.seconds) == (totp, seconds)


def test_credentials_go_into_the_header_decoded_and_not_into_the_address() -> None:
    seen: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"status": "ISSUE"})

    client = bsre_from_url(
        "https://lo%40ket:ra%3Ahasia@esign.example.go.id/pusat", transport=httpx.MockTransport(serve)
    )
    client.check_account(KADIS)

    assert str(seen[0].url) == f"https://esign.example.go.id/pusat/api/user/status/{KADIS.nik}"
    assert seen[0].headers["Authorization"] == "Basic bG9Aa2V0OnJhOmhhc2lh"


@pytest.mark.parametrize(
    "url",
    (
        "",
        "esign.example.go.id",
        "ftp://u:hunter2@esign.example.go.id",
        "https://u:hunter2@/",
        "https://u:hunter2@esign:port",
        "https://u:hunter2@[::1",
        "https://u:hunter2@esign/?versi=3",
        "https://u:hunter2@esign/?version=2",
        "https://u:hunter2@esign/?versi=1&totp=ya",
        "https://u:hunter2@esign/?versi=2&totp=yes",
        "https://u:hunter2@esign/?batas=0",
        "https://u:hunter2@esign/?batas=9999",
        "https://u:hunter2@esign/?batas=²",
    ),
)
def test_an_address_that_cannot_be_meant_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(InvalidAddress) as refused:
        bsre_from_url(url)

    assert "hunter2" not in str(refused.value)
    assert refused.value.__context__ is None


def test_a_client_certificate_is_used_or_refused(authority: Authority, tmp_path: Path) -> None:
    good, bad = tmp_path / "client.pem", tmp_path / "none.pem"
    key = authority.tsa_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    good.write_bytes(key + authority.tsa_certificate.public_bytes(Encoding.PEM))

    assert bsre_from_url("https://u:p@esign.example.go.id", good)
    with pytest.raises(InvalidAddress, match="client certificate"):
        bsre_from_url("https://u:p@esign.example.go.id", bad)
