"""Who was faster is told to those whose turn it could have been; to all others that never was the reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from loket.api.request import Call
from loket.application.acts import ACTS
from loket.application.errors import NotVisible, Overtaken, Refused
from loket.core.process import acting_roles
from loket.queries.step_rows import Standing, standing_of, visible_permintaan


@contextmanager
def in_step(call: Call, nomor: str, step: str, bagian: str) -> Iterator[None]:
    try:
        yield
    except Overtaken:
        standing = _standing(call, nomor)
        part = standing.sop.bagian(step, bagian)
        if acting_roles(call.actor, part, standing.facts):
            raise
        raise Refused(standing.verdict(call.actor, step, bagian)) from None


@contextmanager
def in_act(call: Call, nomor: str, key: str) -> Iterator[None]:
    try:
        yield
    except Overtaken:
        if any(call.actor.has(role) for role in ACTS[key].roles):
            raise
        standing = _standing(call, nomor)
        raise Refused(ACTS[key].allowed(call.actor, standing.sop, standing.facts)) from None


def _standing(call: Call, nomor: str) -> Standing:
    permintaan = visible_permintaan(nomor, call.actor, with_opd=False)
    if permintaan is None:
        raise NotVisible(nomor)
    return standing_of(permintaan, call.actor, call.now)
