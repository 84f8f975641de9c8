"""The settings of the office: for whoever has no page for them they do not exist here either."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from ninja import P, PathEx, Schema

from loket.api.bodies import Body
from loket.api.keeping import Keeping
from loket.api.reading import read
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.core.role import Role

Id = PathEx[str, P(examples=["1"])]


class TanpaIsi(Body):
    """An act that needs to be told nothing: `{}`."""


def only(call: Call, *roles: Role) -> None:
    """Raises NotVisible for everybody who holds none of them."""
    if not any(call.actor.has(role) for role in roles):
        raise NotVisible(call.path)


def admin_only(call: Call) -> None:
    only(call, Role.ADMIN)


def told_nothing(call: Call) -> None:
    """Raises Invalid where something was sent that the act would not heed."""
    read(call, TanpaIsi)


def answered(
    call: Call, status: int, model: type[Schema], act: Callable[[], Mapping[str, Any]]
) -> HttpResponse:
    """Do it, and keep what it answers in the same transaction."""
    keeping = Keeping(call, status, lambda row: model.model_validate(row).model_dump(mode="json"))
    with transaction.atomic():
        keeping(act())
    return keeping.answer()
