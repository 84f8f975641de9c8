"""Sending back on its page: the steps that can begin again, and what everybody reads afterwards."""

from collections.abc import Callable

import pytest

from tests.cast import Road
from tests.web.act_pages import act_url, send_act, words_for
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]


@pytest.fixture
def desk(at: At) -> Office:
    return Office(at("implementasi"))


def test_the_nearest_step_comes_first_and_a_meeting_is_none_of_them(desk: Office) -> None:
    words = text_of(desk.get("kasi", act_url(desk, "kembalikan")))

    assert words.index("8. Desain") < words.index("7. Analisis") < words.index("5. Undangan")
    assert "6. Technical meeting" not in words


def test_everybody_reads_where_it_went_and_why(desk: Office) -> None:
    response = send_act(desk, "kembalikan", langkah="analisis", alasan="Alur pembayaran belum dianalisis.")

    assert response.headers["Location"] == f"/permintaan/{desk.road.nomor}"
    assert desk.permintaan.at_step == "analisis"
    for username in ("opd", "analis", "programmer"):
        words = words_for(desk, username)
        assert "mengembalikan permintaan ke langkah sebelumnya" in words
        assert "Alur pembayaran belum dianalisis." in words


def test_without_a_step_or_a_reason_the_form_comes_back(desk: Office) -> None:
    response = send_act(desk, "kembalikan", langkah="implementasi", alasan="")

    assert response.status_code == 422
    assert len(errors_of(response)) == 2
    assert desk.permintaan.at_step == "implementasi"
