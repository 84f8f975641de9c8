from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import localtime

from loket.application.act import act
from loket.application.acts.diskusi import Data as Comment
from loket.core.kinds import KINDS
from loket.queries.tracking import tracked
from loket.sop.definition import shipped
from loket.web import formats
from loket.web.pages.lacak import GUESSES
from loket.web.pages.lacak_status import ENDED, UNDERWAY, status_of
from tests.cast import Road
from tests.doings import do

WRONG = "B7K2M9Q-B7K2M9Q-B7K2M9Q-B7K2M9Q"


def ask(client: Client, road: Road, path: str, **query: str) -> Any:
    with time_machine.travel(road.now, tick=False):
        return client.get(path, query)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_every_step_and_every_end_has_its_sentence() -> None:
    assert set(UNDERWAY) == set(shipped().steps)
    assert {status.is_open for status in ENDED} == {False}


def test_a_typed_code_leads_to_the_address_of_its_permintaan(client: Client, road: Road) -> None:
    code = road.submit().kode_lacak

    answer = ask(client, road, "/lacak", kode=f" {code.lower().replace('-', ' ')} ")

    assert (answer.status_code, answer["Location"]) == (302, f"/lacak/{code}")


@pytest.mark.parametrize("typed", (WRONG, "APL-2026-0001", "\u202e", "x" * 5000, "<b>kode</b>"))
def test_a_wrong_code_is_not_found_and_stays_in_the_form(client: Client, road: Road, typed: str) -> None:
    answer = ask(client, road, "/lacak", kode=typed)

    assert answer.status_code == 404
    assert "Kode lacak belum tercatat. Periksa kembali tanda terima Anda." in text_of(answer)
    assert answer.context["form"]["kode"].value() == typed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    (
        ("  ", "Isi kode lacak. Kode ini ada pada tanda terima Anda."),
        ("\x00", "Kode lacak hanya huruf dan angka. Ketik ulang kode Anda."),
    ),
)
def test_what_is_no_text_is_asked_for_again(client: Client, road: Road, typed: str, sentence: str) -> None:
    answer = ask(client, road, "/lacak", kode=typed)

    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_the_form_stands_on_a_page_of_its_own(client: Client, road: Road) -> None:
    assert ask(client, road, "/lacak").status_code == 200


def test_a_malformed_code_and_a_wrong_one_get_the_same_page(client: Client, road: Road) -> None:
    road.submit()

    wrong = text_of(ask(client, road, f"/lacak/{WRONG}"))
    malformed = text_of(ask(client, road, "/lacak/apa-saja"))

    assert wrong.replace(WRONG, "apa-saja") == malformed


def test_after_ten_wrong_codes_even_the_right_one_is_refused_for_five_minutes(
    client: Client, road: Road
) -> None:
    code = road.submit().kode_lacak
    statuses = [ask(client, road, f"/lacak/{WRONG}").status_code for _ in range(GUESSES.tries)]

    refused = ask(client, road, f"/lacak/{code}")
    road.later(minutes=5, seconds=1)
    afterwards = ask(client, road, f"/lacak/{code}")

    assert statuses == [404] * GUESSES.tries
    assert (refused.status_code, refused["Retry-After"]) == (429, "300")
    assert "Coba lagi dalam 5 menit." in text_of(refused)
    assert afterwards.status_code == 200


def test_reading_ones_own_status_is_no_guess(client: Client, road: Road) -> None:
    code = road.submit().kode_lacak

    statuses = {ask(client, road, f"/lacak/{code}").status_code for _ in range(GUESSES.tries + 5)}

    assert statuses == {200}


def test_another_client_is_not_held_back_by_the_guesses_of_one(client: Client, road: Road) -> None:
    code = road.submit().kode_lacak
    for _ in range(GUESSES.tries):
        ask(client, road, f"/lacak/{WRONG}")

    elsewhere = Client(REMOTE_ADDR="203.0.113.9")

    assert ask(elsewhere, road, f"/lacak/{code}").status_code == 200


def test_the_page_says_where_it_stands_first_and_until_when(client: Client, road: Road) -> None:
    road.submit()
    permintaan = road.walk_to("penunjukan")

    html = text_of(ask(client, road, f"/lacak/{permintaan.kode_lacak}"))

    assert "<h1>Tim yang mengerjakan sedang ditunjuk.</h1>" in html
    assert permintaan.due_at is not None
    assert f"Perkiraan langkah ini selesai {formats.full_datetime(localtime(permintaan.due_at))}." in html


def test_the_page_names_nobody_and_shows_nothing_internal(client: Client, road: Road) -> None:
    road.submit()
    permintaan = road.walk_to("analisis", "reviu")
    note = Comment(text="Pemohon sulit dihubungi.")
    act(nomor=road.nomor, act_key="catatan_internal", actor=road.actor("kasi"), data=note, now=road.now)

    html = text_of(ask(client, road, f"/lacak/{permintaan.kode_lacak}"))

    assert not [user.nama for user in road.people.values() if user.nama.split(",")[0] in html]
    assert permintaan.pic_nama not in html
    assert "sulit dihubungi" not in html
    assert KINDS["diskusi.posted_internally"].sentence not in html


def test_when_it_is_the_turn_of_the_opd_the_page_says_what_to_do(client: Client, road: Road) -> None:
    road.submit()
    permintaan = road.walk_to("analisis", "setujui")

    html = text_of(ask(client, road, f"/lacak/{permintaan.kode_lacak}"))

    assert "Giliran OPD: setujui dokumen spesifikasi kebutuhan aplikasi." in html
    assert f'href="/permintaan/{permintaan.nomor}"' in html


def test_a_letter_that_has_yet_to_come_is_asked_for(road: Road) -> None:
    road.submit(bentuk="softfile_sementara")
    found = tracked(road.permintaan.kode_lacak)

    assert found is not None
    assert status_of(found, road.now).duties == (
        "Antar surat asli ke Dinas Kominfo. Langkah Analisis baru dimulai setelah surat asli diterima.",
    )


def test_a_letter_with_an_electronic_signature_needs_no_original(road: Road) -> None:
    road.submit(bentuk="elektronik_tte")
    found = tracked(road.permintaan.kode_lacak)

    assert found is not None
    assert status_of(found, road.now).duties == ()


def test_a_meeting_that_is_planned_is_a_duty_until_it_begins(road: Road) -> None:
    road.submit(bentuk="elektronik_tte")
    road.walk_to("rapat_teknis")
    found = tracked(road.permintaan.kode_lacak)
    meeting = road.permintaan.rapat_set.get().planned_start

    assert found is not None
    when = formats.full_datetime(localtime(meeting))
    assert status_of(found, meeting - timedelta(minutes=1)).duties == (
        f"Hadiri technical meeting pada {when}.",
    )
    assert status_of(found, meeting).duties == ()


def test_phases_have_their_dates(road: Road) -> None:
    road.submit()
    road.walk_to("undangan")
    found = tracked(road.permintaan.kode_lacak)

    assert found is not None
    assert [(phase.label, phase.value) for phase in status_of(found, road.now).phases] == [
        ("Permintaan", "Selesai Senin, 2 Maret 2026"),
        ("Kesepakatan", "Berjalan sejak Senin, 2 Maret 2026"),
        ("Pembuatan", "Belum mulai"),
        ("Serah terima", "Belum mulai"),
    ]


def test_a_step_that_takes_too_long_is_said_to(road: Road) -> None:
    road.submit()
    found = tracked(road.permintaan.kode_lacak)

    assert found is not None
    status = status_of(found, road.now + timedelta(days=3))
    assert (status.is_late, status.expectation[:34]) == (True, "Langkah ini melewati perkiraannya,")


def test_what_has_ended_says_so_and_asks_for_nothing(road: Road) -> None:
    road.submit()
    road.withdraw()
    found = tracked(road.permintaan.kode_lacak)

    assert found is not None
    status = status_of(found, road.now)
    assert status.sentence == "Permintaan dibatalkan pada Senin, 2 Maret 2026."
    assert (status.expectation, status.duties) == ("", ())


def test_an_opd_that_is_waited_for_is_told_so(road: Road) -> None:
    road.submit()
    road.walk_to("undangan")
    road.pause()

    found = tracked(road.permintaan.kode_lacak)

    assert found is not None
    waited = status_of(found, road.now)
    assert waited.sentence == "Permintaan sedang dijeda, menunggu OPD."
    assert "Masuk ke Loket, baca yang ditunggu dari OPD, lalu kabari Dinas Kominfo." in waited.duties


def test_what_was_declined_says_where_the_reason_is_read(client: Client, road: Road) -> None:
    code = road.submit().kode_lacak
    do(road, "tolak")

    page = text_of(ask(client, road, f"/lacak/{code}"))

    assert "Permintaan dinyatakan tidak dapat dipenuhi pada Senin, 2 Maret 2026." in page
    assert "Permintaan ini sudah berakhir; OPD membaca alasannya setelah masuk ke Loket." in page


def test_every_place_of_the_road_has_a_page(client: Client, road: Road) -> None:
    code = road.submit().kode_lacak
    answers = {}
    while road.permintaan.at_step != "selesai":
        answers[road.permintaan.at_step] = ask(client, road, f"/lacak/{code}").status_code
        road.step()
    answers["selesai"] = ask(client, road, f"/lacak/{code}").status_code

    assert answers == dict.fromkeys([*list(shipped().steps)[1:], "selesai"], 200)


def test_nobody_may_keep_or_index_a_status(client: Client, road: Road) -> None:
    answer = ask(client, road, f"/lacak/{road.submit().kode_lacak}")

    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in text_of(answer)
