"""An addendum on its page, and the date that it replaced in sight."""

from collections.abc import Callable

from tests.cast import Road
from tests.web.act_pages import act_url, send_act, words_for
from tests.web.step_desk import Office, text_of

At = Callable[..., Road]


def test_everybody_reads_the_new_date_and_the_one_before(at: At) -> None:
    desk = Office(at("implementasi"))
    assert "Akhir pengerjaan semula " in text_of(desk.get("kasi", act_url(desk, "perpanjang")))

    response = send_act(
        desk, "perpanjang", sampai="30/9/2026", nomor="B/9/403.113/2026", alasan="Lingkup bertambah."
    )

    assert response.headers["Location"] == f"/permintaan/{desk.road.nomor}"
    for username in ("opd", "programmer"):
        words = words_for(desk, username)
        assert "Pengerjaan sampai Rabu, 30 September 2026 Semula " in words
        assert ", addendum B/9/403.113/2026" in words
        assert "memperpanjang waktu yang disepakati" in words
