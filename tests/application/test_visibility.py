"""Who sees which permintaan; for everybody else it does not exist."""

from dataclasses import replace

from loket.core.actor import Actor
from loket.core.role import Role
from loket.models.permintaan import Permintaan
from tests.cast import Road


def sees(actor: Actor) -> bool:
    return Permintaan.objects.visible_to(actor).exists()


def test_the_heads_the_front_desk_and_the_own_opd_see_it_from_the_start(road: Road) -> None:
    road.submit()

    seeing = {username for username in road.people if sees(road.actor(username))}

    assert seeing == {"kadis", "kabid", "kasi", "tu", "opd"}


def test_the_team_sees_it_once_appointed_and_keeps_seeing_it(road: Road) -> None:
    road.submit()
    road.walk_to("prioritas")
    team = {member.user.username for member in road.permintaan.penugasan_set.select_related("user")}
    road.permintaan.penugasan_set.update(until_date=road.now.date())

    seeing = {username for username in road.people if sees(road.actor(username))}

    assert len(team) == 2
    assert seeing == {"kadis", "kabid", "kasi", "tu", "opd", *team}


def test_somebody_whose_position_has_ended_sees_nothing(road: Road) -> None:
    road.submit()
    former = replace(road.actor("opd"), capacities={})

    assert sees(road.actor("opd"))
    assert not sees(former)
    assert not sees(Actor(id=road.people["kasi"].pk, name="Agung", capacities={Role.ADMIN: ""}))
