"""Telephone numbers and addresses as people write them, and as Loket keeps them."""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from loket.core.text import problem_with

LONGEST_EMAIL = 254
LONGEST_ADDRESS = 300
_WRITTEN = re.compile(r"[0-9+(). /-]+")
"""What a number is written with; letters would be dialled as the digits on their keys."""
_is_web_address = URLValidator(schemes=["http", "https"])


def e164(written: str) -> str | None:
    """Normalise "0812-3456-7890", "62812..." or "+62 812 ..." to "+6281234567890"; None where it is no number."""
    text = written.strip()
    if not _WRITTEN.fullmatch(text):
        return None
    digits = "".join(character for character in text if character.isdigit())
    if digits.startswith("62") and not text.startswith("+"):
        text = f"+{digits}"
    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def problem_with_phone(written: str) -> str | None:
    if not written.strip():
        return "Isi nomor telepon."
    if e164(written) is None:
        return "Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890."
    return None


def problem_with_email(written: str) -> str | None:
    """An empty address is no problem here; whether one is needed is the field's business."""
    if not written:
        return None
    if problem := problem_with(written, what="alamat email", limit=LONGEST_EMAIL, required=False):
        return problem
    try:
        validate_email(written)
    except ValidationError:
        return "Alamat email tidak lengkap. Tulis seperti nama@magetan.go.id."
    return None


def problem_with_web_address(written: str, what: str) -> str | None:
    if problem := problem_with(written, what=what, limit=LONGEST_ADDRESS):
        return problem
    try:
        _is_web_address(written)
    except ValidationError:
        return f"Tulis {what} lengkap, diawali https://."
    return None
