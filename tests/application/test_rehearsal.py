"""What is said of a request while it is written is what is said of it when it is sent."""

from datetime import date
from typing import Any

import pytest

from loket.application.errors import Invalid
from loket.application.rehearsal import may_submit, problems_so_far
from loket.application.submit import submit
from loket.core.role import Role
from loket.models.kantor import Kantor, calendar_of
from loket.models.permintaan import Permintaan
from loket.sop.definition import shipped
from tests.cast import Road

CHANGES: tuple[dict[str, Any], ...] = (
    {"nama_aplikasi": ""},
    {"kebutuhan": "a" * 6_000},
    {"wanted_date": date(2026, 8, 17)},
    {"tanggal_surat": None, "bentuk": "lisan", "kanal": ""},
    {"pic_phone": "x", "pic_email": "x"},
    {"upload_id": None},
    {"upload_id": 10**15},
)


@pytest.mark.parametrize("changed", CHANGES, ids=[" ".join(change) for change in CHANGES])
def test_the_rehearsal_finds_what_sending_finds(road: Road, changed: dict[str, Any]) -> None:
    actor, data = road.actor("opd"), road.letter(**changed)

    rehearsed = problems_so_far(
        actor=actor,
        opd_id=actor.opd_id,
        data=data,
        sop=shipped(),
        calendar=calendar_of(Kantor.objects.get().calendar_version),
        now=road.now,
    )
    with pytest.raises(Invalid) as refused:
        submit(actor=actor, opd_id=actor.opd_id, data=data, now=road.now)

    assert (dict(rehearsed), Permintaan.objects.count()) == (dict(refused.value.problems), 0)


def test_a_good_request_has_no_problems(road: Road) -> None:
    actor = road.actor("opd")

    problems = problems_so_far(
        actor=actor,
        opd_id=actor.opd_id,
        data=road.letter(),
        sop=shipped(),
        calendar=calendar_of(Kantor.objects.get().calendar_version),
        now=road.now,
    )

    assert dict(problems) == {}


def test_only_an_agency_and_the_front_desk_may_send(road: Road) -> None:
    allowed = {username for username in road.people if may_submit(road.actor(username), shipped())}

    assert allowed == {"opd", "opd_lain", "tu"}


def test_a_person_of_no_agency_cannot_send_for_one(road: Road) -> None:
    actor = road.actor("opd")
    of_nobody = type(actor)(id=actor.id, name=actor.name, capacities={Role.OPD: ""}, opd_id=None)

    assert may_submit(of_nobody, shipped()).unmet == (
        "Bagian ini dikerjakan oleh OPD yang mengajukan permintaan.",
    )
