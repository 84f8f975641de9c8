"""A table where there is something else, and a way of measuring that nobody knows, are refused with their place."""

from typing import Any

import pytest

from loket.core.sop import SopInvalid
from loket.core.sop_fields import table
from loket.core.sop_reading import read_sop
from loket.sop.definition import text_of
from tests.core.sop_data import data_of


@pytest.mark.parametrize("value", ("teks", 7, None, [{"key": "surat"}]))
def test_only_a_table_is_a_table(value: Any) -> None:
    with pytest.raises(SopInvalid, match=r"^fase: harus berupa tabel$"):
        table(value, "fase")


def test_a_table_is_given_back_as_it_is() -> None:
    row = {"key": "surat"}

    assert table(row, "langkah") is row


def test_a_time_is_measured_by_work_or_by_an_event_and_by_nothing_else() -> None:
    data: Any = data_of(text_of())
    data["step"][0]["waktu"]["ukur"] = "perkiraan"

    with pytest.raises(SopInvalid, match=r"^langkah surat: ukur 'perkiraan' tidak dikenal$"):
        read_sop(data)
