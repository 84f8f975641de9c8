"""Which other authorities an administrator trusts."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.roots import UnreadableRoot, roots_in


def test_certificates_are_read_in_either_encoding_and_once(tmp_path: Path, authority: Authority) -> None:
    root, other = authority.certificate, authority.tsa_certificate
    (tmp_path / "a.pem").write_bytes(root.public_bytes(Encoding.PEM) + other.public_bytes(Encoding.PEM))
    (tmp_path / "b.CER").write_bytes(root.public_bytes(Encoding.DER))
    (tmp_path / "readme.txt").write_text("not a certificate")

    assert roots_in(tmp_path) == (root.public_bytes(Encoding.DER), other.public_bytes(Encoding.DER))


def test_without_a_directory_nobody_else_is_trusted(tmp_path: Path) -> None:
    assert roots_in(tmp_path / "nowhere") == ()


def test_a_file_that_holds_no_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "bsre.crt").write_bytes(b"<html>")

    with pytest.raises(UnreadableRoot, match=r"bsre\.crt"):
        roots_in(tmp_path)
