"""How a position ends."""

from datetime import date
from typing import Any

from loket.models.user import Jabatan


def end_on(jabatan: Jabatan, last: date | None) -> dict[str, Any]:
    """`last` is its last day; without one it is taken back whole. Returns particulars."""
    particulars = {
        "jabatan_id": jabatan.pk,
        "user_id": jabatan.user_id,
        "role": jabatan.role,
        "until_date": last,
    }
    if last is None:
        jabatan.delete()
    else:
        jabatan.until_date = last
        jabatan.save(update_fields=["until_date"])
    return particulars
