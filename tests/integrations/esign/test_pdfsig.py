"""Another program than ours, with another library, comes to the same judgement."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.reports import Flaw, Trust
from loket.integrations.esign.signing import Signed
from tests.integrations.esign.desk import NOW


@pytest.fixture(scope="module")
def database(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A list of trusted authorities that holds ours."""
    directory = tmp_path_factory.mktemp("nss")
    root = directory / "ca.pem"
    root.write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    database = f"sql:{directory}"
    subprocess.run(["certutil", "-N", "-d", database, "--empty-password"], check=True)
    subprocess.run(
        ["certutil", "-A", "-d", database, "-n", "loket", "-t", "CT,C,C", "-i", str(root)], check=True
    )
    return database


def _pdfsig(pdf: bytes, database: str, directory: Path) -> str:
    path = directory / "naskah.pdf"
    path.write_bytes(pdf)
    return subprocess.run(
        ["pdfsig", "-nssdir", database, str(path)], capture_output=True, text=True, check=False
    ).stdout


def test_both_signatures_are_valid_and_trusted(countersigned: Signed, database: str, tmp_path: Path) -> None:
    said = _pdfsig(countersigned.pdf, database, tmp_path)

    assert said.count("Signature is Valid.") == 2
    assert said.count("Certificate is Trusted.") == 2


def test_one_changed_byte_is_found_by_both_programs(
    signed: Signed, trust: Trust, database: str, tmp_path: Path
) -> None:
    at = signed.pdf.index(b"stream") + 20
    altered = signed.pdf[:at] + bytes([signed.pdf[at] ^ 1]) + signed.pdf[at + 1 :]

    said = _pdfsig(altered, database, tmp_path)
    (report,) = inspect(altered, trust, now=NOW)

    assert "Signature is Valid." not in said
    assert "Digest Mismatch." in said
    assert report.flaw is Flaw.ALTERED
    assert not report.intact
