"""What is typed is not lost: by closing the page, by leaving it, or because somebody else was faster."""

import re
from collections.abc import Callable
from pathlib import Path
from time import sleep
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from loket.models.diskusi import Draft
from tests.browser.hands import Hands, field
from tests.browser.papers import PaperRoad
from tests.browser.people import People
from tests.browser.serving import Clock

REMARK = "Formulir pendaftaran yang dipakai sekarang"
SLOW = {"offline": False, "latency": 700, "downloadThroughput": -1, "uploadThroughput": 20_000}
SAVED = re.compile(r"Draf tersimpan pukul \d\d\.\d\d")


@pytest.fixture
def come_to(road: PaperRoad, clock: Clock) -> Callable[[str], str]:
    """Let a permintaan come to a step; gives the address of the step's page."""

    def walk(step: str) -> str:
        road.submit()
        road.walk_to(step)
        clock.moment = road.now
        return f"/permintaan/{road.nomor}/{step}"

    return walk


def test_a_draft_keeps_itself_and_is_there_when_its_writer_comes_back(
    people: People, road: PaperRoad, come_to: Callable[[str], str]
) -> None:
    path = come_to("undangan")
    page = people.open(road.performer())
    page.goto(path)
    field(page, "Bahan yang perlu dibawa").press_sequentially(REMARK)
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.context.close()

    again = people.open(road.performer())
    again.goto(path)

    expect(field(again, "Bahan yang perlu dibawa")).to_have_value(REMARK)
    expect(again.get_by_text(SAVED)).to_be_visible()
    expect(again.locator("main").get_by_role("button", name="Mulai")).to_have_count(0)


def test_a_checklist_counts_on_and_comes_back_as_it_was_left(
    people: People, road: PaperRoad, come_to: Callable[[str], str]
) -> None:
    path = come_to("implementasi")
    page = people.open(road.performer())
    page.goto(path)
    Hands().unfold(page, "0 dari 9 butir wajib selesai")
    Hands().select(field(page, "Status IM-01"), "Selesai")
    Hands().select(field(page, "Status IM-02"), "Selesai")
    Hands().select(field(page, "Status IM-03"), "Sedang dikerjakan")
    expect(page.get_by_text("1 dari 9 butir wajib selesai")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.context.close()

    again = people.open(road.performer())
    again.goto(path)

    Hands().unfold(again, "1 dari 9 butir wajib selesai")
    expect(field(again, "Status IM-03")).to_have_value("proses")


def test_what_was_typed_a_moment_before_leaving_is_kept(
    people: People, road: PaperRoad, come_to: Callable[[str], str]
) -> None:
    path = come_to("undangan")
    page = people[road.performer()]
    page.goto(path)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    field(page, "Bahan yang perlu dibawa").press_sequentially(REMARK)
    page.get_by_role("link", name="Permintaan", exact=True).click()
    page.wait_for_url("**/permintaan")
    wait_for(Draft.objects.filter(user__username=road.performer()).exists)

    page.goto(path)

    expect(field(page, "Bahan yang perlu dibawa")).to_have_value(REMARK)


def test_without_script_a_button_keeps_the_draft(
    people: People, road: PaperRoad, come_to: Callable[[str], str]
) -> None:
    path = come_to("undangan")
    page = people.open(road.performer(), java_script_enabled=False)
    page.goto(path)
    field(page, "Bahan yang perlu dibawa").fill(REMARK)

    Hands().press(page, "Simpan draf")

    expect(page.locator("main").get_by_role("status")).to_contain_text("Draf tersimpan pukul")
    expect(field(page, "Bahan yang perlu dibawa")).to_have_value(REMARK)


def test_an_unsent_request_is_there_when_the_agency_comes_back(people: People) -> None:
    page = people.open("opd")
    page.goto("/permintaan/baru/kebutuhan")
    field(page, "Nama aplikasi").press_sequentially("Antrean Daring")
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.context.close()

    again = people.open("opd")
    again.goto("/permintaan/baru")
    Hands().follow(again, "Lanjutkan draf")

    expect(field(again, "Nama aplikasi")).to_have_value("Antrean Daring")


def test_a_draft_under_way_cannot_take_the_place_of_what_is_sent_after_it(people: People) -> None:
    page, held, answered = people["opd"], list[Route](), list[str]()
    page.goto("/permintaan/baru/kebutuhan")
    page.route("**/draf?*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no builtin
    page.on("requestfinished", lambda request: answered.append(urlsplit(request.url).path))
    with page.expect_request("**/draf?*"):
        Hands().fill(page, "Nama aplikasi", "Antrean")
        field(page, "Kebutuhan").focus()
    Hands().fill(page, "Nama aplikasi", "Antrean Daring")
    page.locator("main").get_by_role("button", name="Lanjutkan", exact=True).click()
    answered.clear()

    with page.expect_navigation():
        held[0].continue_()

    in_turn = [path for path in answered if path.startswith("/permintaan")]  # styles may come in between
    assert in_turn[:2] == ["/permintaan/baru/draf", "/permintaan/baru/kebutuhan"]
    assert Draft.objects.get(user__username="opd").fields["nama_aplikasi"] == ["Antrean Daring"]


def test_the_second_of_two_people_hears_who_was_first_and_keeps_what_was_typed(
    people: People, road: PaperRoad, come_to: Callable[[str], str]
) -> None:
    path = come_to("serah_terima")
    first, second = people.open("kasi"), people.open("kasi")
    for page in (first, second):
        page.goto(path)
        fill_handover(page)
    Hands().press(first, "Siapkan berita acara")
    second.get_by_label("Yang diserahkan").fill(REMARK)

    Hands().try_to(second, "Siapkan berita acara")

    refusal = second.get_by_role("alert", name="Ada yang perlu diperbaiki")
    expect(refusal).to_contain_text(re.compile(r"Anda sudah .* pukul \d\d\.\d\d"))
    expect(second.get_by_label("Yang diserahkan")).to_have_value(REMARK)


def test_a_colleague_hears_who_was_first(
    people: People, road: PaperRoad, come_to: Callable[[str], str], papers: dict[str, Path]
) -> None:
    path = come_to("desain")
    team = road.permintaan.penugasan_set.order_by("role").values_list("user__username", "user__nama")
    (programmer, _), (analyst, name) = team
    first, second = people[analyst], people[programmer]
    for page in (first, second):
        page.goto(path)
        Hands().fill(page, "Versi", "1.0")
        Hands().attach(page, "Dokumen", papers["desain"])
        Hands().check_off(page)
    Hands().fill(second, "Catatan untuk pereviu", REMARK)
    Hands().press(first, "Kirim untuk direviu")

    Hands().try_to(second, "Kirim untuk direviu")

    refusal = second.get_by_role("alert", name="Ada yang perlu diperbaiki")
    expect(refusal).to_contain_text(f"Rekan Anda, {name}, sudah")
    expect(second.get_by_label("Catatan untuk pereviu")).to_have_value(REMARK)
    expect(second.locator("main").get_by_text("desain.pdf", exact=True)).to_be_visible()


def wait_for(condition: Callable[[], bool]) -> None:
    """What a page sends while it is being left arrives a little later than the next page."""
    for _ in range(50):
        if condition():
            return
        sleep(0.1)
    raise AssertionError("it never came")


def fill_handover(page: Page) -> None:
    hands = Hands()
    hands.fill(page, "Tanggal launching", "senin")
    hands.fill(page, "Mulai pukul", "09.00")
    hands.fill(page, "Selesai pukul", "11.00")
    hands.fill(page, "Tempat launching", "Aula Dinas Kominfo")
    hands.fill(page, "Akhir pendampingan", "30/9/2026")
