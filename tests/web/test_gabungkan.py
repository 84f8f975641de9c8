"""A twin on its page, and the permintaan that carries it on before the eyes of both agencies."""

from collections.abc import Callable

from tests.cast import Road
from tests.doings import do
from tests.web.act_pages import send_act, words_for
from tests.web.step_desk import Office

At = Callable[..., Road]


def test_a_twin_shows_where_it_is_carried_on(at: At) -> None:
    road = at("penunjukan")
    parent = Road(road.people, road.now)
    parent.submit()
    desk = Office(road)

    response = send_act(desk, "gabungkan", induk=parent.nomor.lower(), alasan="Kebutuhannya sama.")

    assert response.status_code == 302
    assert f"Buka {parent.nomor}" in words_for(desk, "opd")
    office = Office(parent)
    assert f"{road.nomor}, Antrean Daring" in words_for(office, "kasi")
    assert f"{road.nomor}, Antrean Daring" not in words_for(office, "opd")


def test_another_agency_that_follows_reads_the_page_and_no_contact(at: At) -> None:
    road = at("penunjukan")
    twin = Road({**road.people, "opd": road.people["opd_lain"]}, road.now)
    twin.submit()
    twin.step("sampai_di_seksi")
    road.now = twin.now
    do(road, "ganti_pic")
    do(twin, "gabungkan", induk=road.nomor)
    desk = Office(road)

    words = words_for(desk, "opd_lain")

    assert "Antrean Daring" in words
    for secret in ("Siti Rahmawati", "0812", road.permintaan.kode_lacak):
        assert secret not in words, secret
    for path in ("surat", "tindakan/ganti_pic", "tindakan/diskusi"):
        assert desk.get("opd_lain", f"/permintaan/{road.nomor}/{path}").status_code == 404
        assert desk.post("opd_lain", {}, f"/permintaan/{road.nomor}/{path}").status_code == 404
