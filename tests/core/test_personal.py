"""Numbers of persons are recognised as people write them, and other numbers are left alone."""

import pytest

from loket.core.personal import personal_data_in


@pytest.mark.parametrize(
    ("text", "named"),
    (
        ("NIK 3520123456789012.", "NIK"),
        ("3520 1234 5678 9012", "NIK"),
        ("352012-345678-9012", "NIK"),
        ("".join(chr(0xFF10 + int(digit)) for digit in "3520123456789012"), "NIK"),
        ("NIP 19651231 199003 1 001", "NIP"),
        ("196512311990031001", "NIP"),
        ("WA 081234567890", "nomor telepon"),
        ("+62 812-3456-7890", "nomor telepon"),
        ("(+62)8123456789", "nomor telepon"),
        ("6281234567890", "nomor telepon"),
        ("0812 3456 7890 atas nama 3520123456789012", "NIK dan nomor telepon"),
        ("", ""),
        ("Rapat 08-12-2026 pukul 09.00-10.30", ""),
        ("Surat B/500.12/118/403.112/2026", ""),
        ("Anggaran Rp125.000.000 untuk 12 bulan", ""),
        ("Versi 1.0.0, port 8080, tiket APL-2026-0012", ""),
        ("commit 0812345678901234567890", ""),
        ("id 12345678901234567", ""),
    ),
)
def test_what_a_text_seems_to_hold(text: str, named: str) -> None:
    assert personal_data_in(text) == named
