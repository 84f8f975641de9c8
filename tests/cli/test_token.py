"""`loket token`: the secret on a line of its own, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from loket.application.office.tokens import token_shown
from loket.cli import token
from loket.cli.problem import Problem
from loket.models.entry import Entry
from loket.models.token import Token
from tests.cast import Road

Out = pytest.CaptureFixture[str]


def test_it_prints_a_token_that_opens(road: Road, capsys: Out) -> None:
    assert token.run(["KASI", "--days", "7"]) == 0

    secret = capsys.readouterr().out.strip()
    now = datetime.now(UTC)
    shown = token_shown(secret, now)
    assert shown is not None
    assert (shown.user, shown.scope) == (road.people["kasi"], "tulis")
    assert timedelta(days=6, hours=23) < shown.expires_at - now <= timedelta(days=7)
    entry = Entry.objects.get(kind="token.created")
    assert (entry.source, entry.actor) == ("sistem", None)


def test_one_that_only_reads(road: Road, capsys: Out) -> None:
    token.run(["opd", "--baca", "--nama", "Papan"])

    made = Token.objects.get()
    assert (made.scope, made.nama) == ("baca", "Papan")
    assert capsys.readouterr().out.startswith(made.prefix)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    (
        (["siapa"], "no active account siapa"),
        (["kasi", "--days", "0"], "Isi masa berlaku 1 sampai 366 hari."),
    ),
)
def test_what_cannot_be_is_a_sentence(road: Road, argv: list[str], sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        token.run(argv)

    assert not Token.objects.exists()
