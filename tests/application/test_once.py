"""The answer that is kept for a key, apart from how it is asked for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from loket.application.once import LIFETIME, OtherContent, Sending, answer_before, forget_answers, keep
from loket.models.token import KeptAnswer
from tests.application.test_tokens import make
from tests.cast import Road


@pytest.fixture
def sending(road: Road) -> Sending:
    return Sending(token_id=make(road)[0].pk, key="k", digest="isi")


def test_it_is_given_again_for_the_same_and_refused_for_something_else(road: Road, sending: Sending) -> None:
    assert answer_before(sending, road.now) is None
    keep(sending, 201, "{}", road.now)

    kept = answer_before(sending, road.now)

    assert kept is not None
    assert (kept.status, kept.body, str(kept)) == (201, "{}", "k: 201")
    with pytest.raises(OtherContent):
        answer_before(replace(sending, digest="lain"), road.now)


def test_whoever_is_slower_undoes_all(road: Road, sending: Sending) -> None:
    keep(sending, 200, "{}", road.now)

    with pytest.raises(IntegrityError, match="a_key_has_one_answer"), transaction.atomic():
        keep(sending, 200, "[]", road.now)

    assert KeptAnswer.objects.get().body == "{}"


def test_after_a_day_it_is_no_answer_any_more(road: Road, sending: Sending) -> None:
    keep(sending, 200, "{}", road.now)
    late = road.now + LIFETIME

    assert answer_before(sending, late - timedelta(seconds=1)) is not None
    assert answer_before(sending, late) is None
    keep(sending, 200, "[]", late)
    assert KeptAnswer.objects.get().body == "[]"


def test_the_old_ones_are_removed(road: Road, sending: Sending) -> None:
    keep(sending, 200, "{}", road.now)
    keep(replace(sending, key="baru"), 200, "{}", road.now + timedelta(seconds=1))

    assert forget_answers(road.now + LIFETIME) == 1
    assert KeptAnswer.objects.get().key == "baru"
