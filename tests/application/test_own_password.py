"""Whoever knows the old password may choose a new one that is hard to guess."""

import pytest

from loket.application.errors import Invalid
from loket.application.office.own_password import change_own_password
from loket.application.office.tokens import token_shown
from loket.cli.demo.people import PASSWORD
from loket.models.entry import Entry
from loket.models.user import User
from tests.application.everything import nothing_changes
from tests.application.test_tokens import make
from tests.cast import NOW, Road

NEW = "tiga-kerbau-membajak"
WRONG = "Kata sandi lama tidak cocok. Ketik sekali lagi."
SAME = "Pilih kata sandi yang berbeda dari yang lama."


def change(road: Road, old: str, new: str, *, revokes_tokens: bool = True) -> int:
    opd, actor = road.people["opd"], road.actor("opd")
    return change_own_password(opd, old, new, revokes_tokens=revokes_tokens, actor=actor, now=NOW)


def test_the_new_one_holds_and_the_record_says_that_it_was_set_and_nothing_of_it(road: Road) -> None:
    change(road, PASSWORD, NEW)

    opd = User.objects.get(username="opd")
    entry = Entry.objects.filter(subject="kantor").latest("seq")
    assert (opd.check_password(NEW), opd.check_password(PASSWORD)) == (True, False)
    assert (entry.kind, entry.actor_id, entry.particulars) == (
        "akun.password_set",
        opd.pk,
        {"user_id": opd.pk},
    )


@pytest.mark.parametrize(("revokes_tokens", "ended"), ((True, 2), (False, 0)))
def test_their_tokens_end_with_the_old_one_where_they_want_so(
    road: Road, revokes_tokens: bool, ended: int
) -> None:
    secrets = [make(road, "opd")[1] for _ in range(2)]
    of_another = make(road, "kasi")[1]

    assert change(road, PASSWORD, NEW, revokes_tokens=revokes_tokens) == ended

    live = [token_shown(secret, NOW) is not None for secret in secrets]
    assert live == [not revokes_tokens] * 2
    assert token_shown(of_another, NOW)
    assert Entry.objects.filter(kind="token.revoked", actor=road.people["opd"]).count() == ended


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    (
        ("tebakan", NEW, {"old": WRONG}),
        (PASSWORD, PASSWORD, {"new": SAME}),
        (PASSWORD, "1234567890123", {"new": "angka"}),
        ("tebakan", "pendek", {"old": WRONG, "new": "10 karakter"}),
    ),
)
def test_every_reason_against_it_is_said_at_its_field_and_nothing_changes(
    road: Road, old: str, new: str, fields: dict[str, str]
) -> None:
    make(road, "opd")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        change(road, old, new)

    problems = invalid.value.problems
    assert problems.keys() == fields.keys()
    for field, said in fields.items():
        assert said in " ".join(problems[field])
