"""A letter that its OPD takes back."""

from collections.abc import Callable

import pytest

from loket.application.errors import Refused
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road


def test_a_letter_is_withdrawn_before_the_disposisi_and_not_after(at: Callable[..., Road]) -> None:
    road = at("disposisi", "kepala_bidang")

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.withdraw()

    assert refused.value.verdict.unmet == (
        "Surat sudah didisposisikan. Gunakan tindakan Batalkan permintaan.",
    )


def test_a_letter_that_the_division_returned_can_be_withdrawn_because_no_unit_holds_it(
    at: Callable[..., Road],
) -> None:
    road = at("disposisi", "kepala_bidang")
    road.step("dikembalikan")

    entry = road.withdraw()

    kinds = Entry.objects.filter(permintaan=road.permintaan).exclude(kind="step.started").values_list("kind")
    assert [kind for (kind,) in kinds.order_by("seq")] == [
        "surat.submitted",
        "disposisi.given",
        "disposisi.returned",
        entry.kind,
    ]
    assert road.permintaan.status == "dibatalkan"
    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_returned_letter_can_be_withdrawn_and_then_rests(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    entry = road.withdraw()

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.ended_at, permintaan.turn) == (
        "dibatalkan",
        entry.happened_at,
        [],
    )
    assert (permintaan.waiting_on, permintaan.waiting_reason, permintaan.due_at) == ("", "", None)
    assert not Pengerjaan.objects.filter(permintaan=permintaan, done_at=None).exists()
    with nothing_changes(), pytest.raises(Refused) as refused:
        road.withdraw()
    assert refused.value.verdict.unmet == ("Permintaan sudah dibatalkan.",)


def test_the_front_desk_withdraws_nothing_for_an_agency(road: Road) -> None:
    road.submit()

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.withdraw("tu")

    assert refused.value.verdict.unmet == ("Permintaan hanya dapat ditarik oleh OPD yang mengajukannya.",)
