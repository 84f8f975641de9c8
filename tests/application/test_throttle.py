"""Tries are used up for a while, one by one, and a guess that was right costs none."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache

from loket.application.throttle import Limit, TooMany, guess, take
from tests.cast import NOW

TWO = Limit("uji", tries=2, seconds=60)

pytestmark = pytest.mark.django_db


def nothing() -> None:
    return None


def right() -> str:
    return "benar"


def test_each_wrong_guess_uses_a_try_and_after_the_last_nothing_is_looked_for() -> None:
    looked = []

    def look() -> None:
        looked.append("sekali")

    for _ in range(TWO.tries):
        assert guess(TWO, "seseorang", NOW, look) is None
    with pytest.raises(TooMany):
        guess(TWO, "seseorang", NOW, look)

    assert len(looked) == TWO.tries


def test_who_guesses_right_can_do_so_for_ever() -> None:
    guess(TWO, "seseorang", NOW, nothing)

    assert [guess(TWO, "seseorang", NOW, right) for _ in range(5)] == ["benar"] * 5
    guess(TWO, "seseorang", NOW, nothing)
    with pytest.raises(TooMany):
        guess(TWO, "seseorang", NOW, right)


def test_the_wait_is_until_the_first_try_comes_back_in_whole_seconds() -> None:
    take(TWO, "seseorang", NOW)
    take(TWO, "seseorang", NOW + timedelta(seconds=20))

    for later, wait in ((20, 40), (20.5, 40), (59.9, 1), (60, 1)):
        with pytest.raises(TooMany, match=f"^{wait} seconds to wait$") as refused:
            take(TWO, "seseorang", NOW + timedelta(seconds=later))
        assert refused.value.wait == wait


def test_a_try_comes_back_when_its_time_is_over() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        take(TWO, "seseorang", NOW)
        clock.shift(30)
        take(TWO, "seseorang", NOW + timedelta(seconds=30))
        clock.shift(31)

        take(TWO, "seseorang", NOW + timedelta(seconds=61))
        with pytest.raises(TooMany) as refused:
            take(TWO, "seseorang", NOW + timedelta(seconds=61))

    assert refused.value.wait == 29


def test_each_counts_for_themselves_and_the_key_does_not_tell_who_it_is() -> None:
    keys = {take(TWO, who, NOW).key for who in ("budi@kota.example", "budi@kota.example", "sri@kota.example")}

    assert len(keys) == 3
    assert not [key for key in keys if "kota" in key or "budi" in key]


def test_whoever_is_overtaken_on_the_last_try_waits_the_whole_time(monkeypatch: pytest.MonkeyPatch) -> None:
    take(TWO, "seseorang", NOW)
    take(TWO, "seseorang", NOW)
    monkeypatch.setattr(cache, "get_many", lambda _: {})

    with pytest.raises(TooMany) as refused:
        take(TWO, "seseorang", NOW)

    assert refused.value.wait == TWO.seconds
