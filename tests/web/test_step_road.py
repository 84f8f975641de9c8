"""The whole road by the forms of its pages, with everybody else trying each door."""

import pytest

from loket.application.steps import PARTS
from loket.core.sop import Bagian
from loket.models.permintaan import Permintaan
from loket.web.steps import FORMS
from tests.cast import Road
from tests.web.step_answers import ANSWERS
from tests.web.step_desk import Office, errors_of, text_of

OTHER_OPD = "opd_lain"


@pytest.fixture
def desk(road: Road) -> Office:
    road.submit()
    return Office(road)


def test_every_bagian_has_a_form() -> None:
    assert set(FORMS) == set(PARTS)


def test_the_road_is_walked_by_its_forms_alone(desk: Office) -> None:
    places = []
    while (place := (desk.permintaan.at_step, desk.permintaan.at_bagian)) != ("selesai", ""):
        desk.road.wait_until_possible()
        places.append(place)
        answers = desk.filled(ANSWERS[place](desk))

        response = desk.post(desk.road.performer(), answers)

        assert (errors_of(response), response.status_code) == ([], 302)
        desk.road.later(minutes=1)
    assert places == [place for place in ANSWERS if place[0] != "surat"]


def test_everybody_but_the_performer_is_refused_and_nothing_changes(desk: Office) -> None:
    tried = 0
    while desk.permintaan.at_step != "selesai":
        desk.road.wait_until_possible()
        part = _part(desk)
        answers, before = desk.filled({}), desk.entries()
        for username in _onlookers(desk, part):
            sent = desk.post(username, answers)
            assert (sent.status_code, desk.entries()) == (422, before), username
            assert {"dikerjakan oleh", "Anda bukan"} & _found(text_of(sent)), username
            tried += 1
        for stranger in (OTHER_OPD, "admin"):
            read, sent = desk.get(stranger), desk.post(stranger, answers)
            assert (read.status_code, sent.status_code, desk.entries()) == (404, 404, before), stranger
        read = desk.get(username)
        assert (read.status_code, len(_found(text_of(read)))) == (200, 1), username
        desk.road.step()
    assert tried > 100


def _part(desk: Office) -> Bagian:
    permintaan = desk.permintaan
    return permintaan.sop_revision.rules().bagian(permintaan.at_step, permintaan.at_bagian)


def _onlookers(desk: Office, part: Bagian) -> list[str]:
    """Those who see the permintaan, and hold no role of its performers or are not in its team."""
    team = {user_id for (user_id,) in desk.permintaan.penugasan_set.values_list("user_id")}
    found = []
    for username, user in desk.road.people.items():
        actor = desk.road.actor(username)
        lawful = any(actor.has(role) for role in part.pelaksana) and (
            user.pk in team or not actor.works_in_teams()
        )
        if not lawful and Permintaan.objects.visible_to(actor).exists():
            found.append(username)
    return found


def _found(text: str) -> set[str]:
    return {words for words in ("dikerjakan oleh", "Anda bukan") if words in text}
