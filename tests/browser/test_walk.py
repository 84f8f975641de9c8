"""A permintaan through all twelve steps, with everybody who has a part in it.

Once by touch on a phone, with scripts, and once by keyboard on a desk, without: clicks on a desk are in the exceptions.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from loket.models.permintaan import Permintaan
from tests.browser.hands import Hands
from tests.browser.keys import Keys
from tests.browser.people import PHONE, People
from tests.browser.serving import Clock
from tests.browser.walk import Walk


@pytest.mark.parametrize(
    ("options", "hands"),
    (
        pytest.param({"viewport": PHONE, "has_touch": True, "is_mobile": True}, Hands(), id="phone"),
        pytest.param({"java_script_enabled": False}, Keys(), id="without-script-by-keyboard-alone"),
    ),
)
def test_a_permintaan_walks_all_twelve_steps(
    people: People, clock: Clock, papers: dict[str, Path], options: dict[str, Any], hands: Hands
) -> None:
    people.options |= options
    walk = Walk(people, clock, papers, hands)

    walk.all_twelve()

    permintaan = Permintaan.objects.get(nomor=walk.nomor)
    assert (permintaan.status, permintaan.at_step, permintaan.sesi) == ("selesai", "selesai", 2)
    page = people.visitor()
    page.goto(f"/lacak/{permintaan.kode_lacak}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Permintaan sudah selesai")
