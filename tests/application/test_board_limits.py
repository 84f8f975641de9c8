"""The limits of the board: set by Kepala Seksi alone, judged at once, and written down."""

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.office.board import Limits, set_limits
from loket.core.board import LARGEST_LIMIT, USUAL_LIMIT, limit_of
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from tests.cast import Road


def test_a_limit_holds_from_the_next_page_on_and_what_was_not_set_is_usual(road: Road) -> None:
    set_limits(Limits({"serah_terima": LARGEST_LIMIT}), actor=road.actor("kasi"), now=road.now)

    limits = Kantor.objects.get().batas_papan
    assert limit_of("Serah terima", limits) == LARGEST_LIMIT
    assert limit_of("Pembuatan", limits) == USUAL_LIMIT
    assert Entry.objects.get(kind="papan.limits_changed").particulars == {"batas": limits}


@pytest.mark.parametrize("wrong", (0, -1, LARGEST_LIMIT + 1, None))
def test_every_wrong_number_is_named_and_nothing_is_kept(road: Road, wrong: int | None) -> None:
    with pytest.raises(Invalid) as invalid:
        set_limits(Limits({"pembuatan": wrong, "permintaan": wrong}), actor=road.actor("kasi"), now=road.now)

    assert list(invalid.value.problems) == ["pembuatan", "permintaan"]
    assert Kantor.objects.get().batas_papan == {}


def test_nobody_else_sets_them(road: Road) -> None:
    with pytest.raises(Refused) as refused:
        set_limits(Limits({"pembuatan": 3}), actor=road.actor("admin"), now=road.now)

    assert refused.value.verdict.unmet == ("Batas papan diatur Kepala Seksi Pengembangan Aplikasi.",)
