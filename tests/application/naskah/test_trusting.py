"""An examination believes the office's own authority and those that its administrator has put beside it."""

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pytest_django import Settings

from loket.application.naskah.trusting import ROOTS, authority_home, trust
from loket.integrations.esign.reports import Trust
from tests.cast import NOW, Road
from tests.signing import Keys


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> Path:
    """A data directory without any authority."""
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data_dir=tmp_path)
    return tmp_path


def a_root(keys: Keys, road: Road) -> bytes:
    keys.give(road.people["kasi"])
    return authority_home().open().certificate.public_bytes(Encoding.PEM)


def test_without_an_authority_nobody_is_trusted_and_none_is_made(elsewhere: Path) -> None:
    assert trust(NOW) == Trust(roots=())
    assert not authority_home().directory.exists()


def test_others_count_besides_the_own_and_a_broken_file_does_not(
    road: Road, keys: Keys, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = a_root(keys, road)
    own = trust(NOW)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, data_dir=tmp_path)
    (tmp_path / ROOTS).mkdir()
    pem = tmp_path / ROOTS / "bsre.pem"

    pem.write_bytes(root)
    others = trust(NOW)
    (tmp_path / "esign").symlink_to(keys.data_dir / "esign")
    both = trust(NOW)
    pem.write_bytes(b"bukan sertifikat")
    without = trust(NOW)

    assert (len(own.roots), len(others.roots), others.crls) == (1, 1, ())
    assert (both.roots, both.crls) == ((*own.roots, *others.roots), own.crls)
    assert without == own
    assert "No other authority is trusted." in caplog.text
