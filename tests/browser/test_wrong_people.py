"""At every step somebody whose turn it is not: they read why, and have nothing to press; a stranger finds nothing."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.screen import ONLOOKER, Look, Screen
from tests.browser.settled import PLACES

REASON = re.compile(r"dikerjakan oleh|Anda bukan")
STEPS = dict(reversed(PLACES))
"""Each step with its first part."""


def test_every_step_is_tried() -> None:
    assert len(STEPS) == 12


@pytest.mark.parametrize(("step", "bagian"), STEPS.items())
def test_a_wrong_person_reads_why_and_has_nothing_to_press(look: Look, step: str, bagian: str) -> None:
    place = f"{step}_{bagian}"
    screen = Screen(name=place, path=f"/permintaan/{{{place}}}/{step}", who=ONLOOKER, place=place)

    main = look.open(screen).locator("main")

    expect(main.get_by_text("Bagian ini belum dapat Anda kerjakan")).to_be_visible()
    expect(main.locator(".alasan li").filter(has_text=REASON).first).to_be_visible()
    expect(main.locator("form")).to_have_count(0)


@pytest.mark.parametrize(("step", "bagian"), STEPS.items())
def test_another_agency_finds_nothing(look: Look, step: str, bagian: str) -> None:
    path = f"/permintaan/{{{step}_{bagian}}}"
    for address in (path, f"{path}/{step}"):
        page = look.open(Screen(name=step, path=address, who="opd_lain", status=404))
        expect(page.get_by_role("heading", name="Halaman tidak ditemukan")).to_be_visible()
