"""Tokens: made for a time, recognised by their digest, ended by their owner or an admin."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.errors import Invalid, Refused
from loket.application.notices import tell
from loket.application.office import tokens
from loket.application.office.accounts import issue_password_link, set_active, set_password
from loket.application.office.tokens import TokenData, create_token, revoke_token, token_shown
from loket.core.actor import SYSTEM
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.token import Token
from tests.cast import NOW, Road

GOOD = TokenData(nama="Perencanaan", scope="tulis", days=30)


def make(road: Road, username: str = "kasi", data: TokenData = GOOD) -> tuple[Token, str]:
    return create_token(road.people[username], data, actor=road.actor(username), now=road.now)


def test_a_token_is_its_person_and_only_its_digest_is_kept(road: Road) -> None:
    token, secret = make(road)

    shown = token_shown(secret, road.now)

    assert (shown, shown and shown.user) == (token, road.people["kasi"])
    assert secret not in str(Token.objects.values().get())
    assert secret.startswith(token.prefix)
    assert len(secret) > len(token.prefix) + 32
    assert str(token) == f"Perencanaan ({token.prefix}...)"


def test_the_record_says_so_without_the_secret(road: Road) -> None:
    token, _ = make(road)
    revoke_token(token, actor=road.actor("kasi"), now=road.now)

    made, ended = Entry.objects.filter(kind__startswith="token.").order_by("seq")

    assert (made.subject, made.actor, made.capacity) == ("kantor", road.people["kasi"], "kepala_seksi")
    assert set(made.particulars) == {"user_id", "token_id", "scope", "until"}
    assert ended.particulars == {"user_id": road.people["kasi"].pk, "token_id": token.pk}
    assert token.prefix not in str([made.particulars, ended.particulars])
    assert token.digest not in str([made.particulars, ended.particulars])


def test_its_owner_is_told_of_each_whoever_made_or_revoked_it(road: Road) -> None:
    """Somebody may have sat at their desk; and a token of the command line has no person behind it."""
    kasi = road.people["kasi"]
    token, _ = make(road)
    create_token(kasi, GOOD, actor=SYSTEM, now=road.now)
    revoke_token(token, actor=road.actor("admin"), now=road.now)

    for job in ProcrastinateJob.objects.filter(args__effect="kabari_pemilik_akun").order_by("pk"):
        for _ in range(2):
            tell(**job.args, now=road.now)

    more = "token API untuk akun Anda. Bila tidak Anda kehendaki, hubungi admin."
    admin = road.people["admin"].nama
    told = [f"{kasi.nama} membuat {more}", f"Loket membuat {more}", f"{admin} mencabut {more}"]
    assert list(Pesan.objects.order_by("pk").values_list("user", "judul")) == [
        (kasi.pk, text) for text in told
    ]


def test_nothing_else_opens(road: Road) -> None:
    _, secret = make(road)

    assert [token_shown(other, road.now) for other in ("", secret[:-1], f"{secret}x", "\udcff")] == [None] * 4


def test_it_ends_by_time_by_its_owner_and_with_the_account(road: Road) -> None:
    _, secret = make(road)
    assert token_shown(secret, road.now + timedelta(days=30, seconds=-1))
    assert token_shown(secret, road.now + timedelta(days=30)) is None

    kasi = road.people["kasi"]
    kasi.is_active = False
    kasi.save(update_fields=["is_active"])
    assert token_shown(secret, road.now) is None


def test_a_revoked_one_opens_nothing_and_is_revoked_once(road: Road) -> None:
    token, secret = make(road)

    for _ in range(2):
        revoke_token(token, actor=road.actor("kasi"), now=road.now)

    assert token_shown(secret, road.now) is None
    assert Entry.objects.filter(kind="token.revoked").count() == 1


def test_a_password_set_by_a_link_ends_every_live_token_of_the_account_each_with_its_entry_and_notice(
    road: Road,
) -> None:
    """It may have been lost to somebody who has made tokens of their own."""
    kasi, admin = road.people["kasi"], road.actor("admin")
    live = [make(road) for _ in range(2)]
    over, _ = make(road)
    revoke_token(over, actor=road.actor("kasi"), now=road.now)
    _, of_another = make(road, "opd")
    known = Entry.objects.filter(kind="token.revoked").count()
    link = issue_password_link(kasi, actor=admin, now=road.now)

    set_password(link, "tiga-kerbau-membajak", now=road.now)

    entries = Entry.objects.filter(kind="token.revoked").order_by("seq")[known:]
    assert [entry.particulars["token_id"] for entry in entries] == [token.pk for token, _ in live]
    assert {entry.actor for entry in entries} == {kasi}
    assert [token_shown(secret, road.now) for _, secret in live] == [None, None]
    assert token_shown(of_another, road.now)
    told = ProcrastinateJob.objects.filter(args__effect="kabari_pemilik_akun")
    assert set(told.values_list("args__entry_id", flat=True)) >= {entry.pk for entry in entries}


def test_an_account_that_is_kept_out_and_let_in_again_has_no_token(road: Road) -> None:
    _, secret = make(road)
    kasi, admin = road.people["kasi"], road.actor("admin")

    for is_active in (False, True):
        set_active(kasi, is_active=is_active, actor=admin, now=road.now)

    assert token_shown(secret, road.now) is None
    assert Entry.objects.get(kind="token.revoked").actor == road.people["admin"]


def test_a_password_that_is_refused_ends_no_token(road: Road) -> None:
    token, secret = make(road)
    link = issue_password_link(road.people["kasi"], actor=road.actor("admin"), now=road.now)

    for key, password in ((link, "12345"), ("tebakan", "tiga-kerbau-membajak")):
        with pytest.raises(Invalid):
            set_password(key, password, now=road.now)

    assert token_shown(secret, road.now) == token


def test_only_its_owner_and_an_admin_revoke_it(road: Road) -> None:
    token, secret = make(road)
    with pytest.raises(Refused):
        revoke_token(token, actor=road.actor("kadis"), now=road.now)
    assert token_shown(secret, road.now) == token

    revoke_token(token, actor=road.actor("admin"), now=road.now)

    assert token_shown(secret, road.now) is None


def test_the_last_use_is_written_at_most_once_a_minute(road: Road) -> None:
    token, secret = make(road)
    seen = []
    for seconds in (0, 59, 60, 61):
        token_shown(secret, NOW + timedelta(seconds=seconds))
        token.refresh_from_db()
        seen.append(token.last_used_at)

    assert seen == [NOW, NOW, NOW + timedelta(seconds=60), NOW + timedelta(seconds=60)]


@pytest.mark.parametrize(
    ("data", "field"),
    (
        (TokenData(nama="", scope="tulis", days=1), "nama"),
        (TokenData(nama="x" * 61, scope="tulis", days=1), "nama"),
        (TokenData(nama="x", scope="semua", days=1), "scope"),
        (TokenData(nama="x", scope="baca", days=None), "days"),
        (TokenData(nama="x", scope="baca", days=0), "days"),
        (TokenData(nama="x", scope="baca", days=367), "days"),
    ),
)
def test_what_is_wrong_is_said_and_nothing_is_made(road: Road, data: TokenData, field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        make(road, data=data)

    assert list(invalid.value.problems) == [field]
    assert not Token.objects.exists()


def test_nobody_collects_tokens(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST", 1)
    make(road)

    with pytest.raises(Invalid, match="Cabut yang tidak dipakai"):
        create_token(road.people["kasi"], GOOD, actor=SYSTEM, now=road.now)

    assert make(road, "opd")[0].user == road.people["opd"]
