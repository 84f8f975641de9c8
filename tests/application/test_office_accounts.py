"""Accounts: made by an admin, entered only by their owner, and every act in the office's own chain."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.office.accounts import (
    LINK_LIFETIME,
    AccountData,
    change_account,
    create_account,
    issue_password_link,
    link_for,
    set_active,
    set_password,
)
from loket.core.actor import SYSTEM
from loket.models.entry import Entry
from loket.models.opd import Opd
from loket.models.user import PasswordLink, User
from tests.cast import NOW, Road

RINA = AccountData(
    username="rina",
    nama="Rina Astuti",
    nip="19850409 201001 2 015",
    phone="0812-3456-7890",
    email="rina@m.example",
)
PASSWORD = "tiga-kerbau-membajak"  # noqa: S105 - typed only here


def made(road: Road, data: AccountData = RINA) -> User:
    return create_account(data, actor=road.actor("admin"), now=NOW)


def problems_of(road: Road, **changed: Any) -> dict[str, list[str]]:
    with pytest.raises(Invalid) as invalid:
        made(road, replace(RINA, **changed))
    return dict(invalid.value.problems)


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")


def test_an_account_is_kept_as_the_office_writes_it(road: Road) -> None:
    user = made(road)

    assert (user.nip, user.phone, user.is_demo) == ("198504092010012015", "+6281234567890", False)
    assert not user.has_usable_password()


def test_the_record_names_the_account_but_holds_no_personal_value(road: Road) -> None:
    user = made(road)

    entry = last_entry()
    assert (entry.kind, entry.actor_id, entry.capacity) == ("akun.created", road.people["admin"].pk, "admin")
    assert entry.particulars["user_id"] == user.pk
    assert not any(value in str(entry.particulars) for value in ("Rina", "rina", "1985", "812", "m.example"))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    (
        ("username", "", "Isi nama pengguna."),
        ("username", "Rina A", "Nama pengguna hanya huruf kecil, angka, titik, garis, dan garis bawah."),
        ("username", "kasi", "Nama pengguna ini sudah dipakai. Pilih yang lain."),
        ("nama", " ", "Isi nama lengkap."),
        ("nip", "1234", "NIP terdiri atas 18 angka, misalnya 197605201995111001."),
        ("nip", "19850409201001201²", "NIP terdiri atas 18 angka, misalnya 197605201995111001."),
        ("nip", "NIP 198504092010012015", "NIP terdiri atas 18 angka, misalnya 197605201995111001."),
        ("nip", "198513402010012015", "NIP terdiri atas 18 angka, misalnya 197605201995111001."),
        ("phone", "tidak ada", "Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890."),
        ("email", "rina@", "Alamat email tidak lengkap. Tulis seperti nama@magetan.go.id."),
        ("opd_id", 99_999, "Pilih OPD yang masih aktif."),
    ),
)
def test_what_is_wrong_is_said_at_its_field(road: Road, field: str, value: object, sentence: str) -> None:
    assert problems_of(road, **{field: value}) == {field: [sentence]}


def test_the_nip_of_a_pppk_is_one_too(road: Road) -> None:
    assert made(road, replace(RINA, nip="199807142023212005")).nip == "199807142023212005"


def test_an_agency_that_is_no_more_gets_no_accounts(road: Road) -> None:
    opd = Opd.objects.get(kode="DLH")
    Opd.objects.filter(pk=opd.pk).update(is_active=False)

    assert problems_of(road, opd_id=opd.pk) == {"opd_id": ["Pilih OPD yang masih aktif."]}


def test_a_refused_account_leaves_nothing(road: Road) -> None:
    before = (User.objects.count(), Entry.objects.count())

    problems_of(road, nama="")

    assert (User.objects.count(), Entry.objects.count()) == before


@pytest.mark.parametrize("username", ("kadis", "kasi", "tu", "analis", "opd"))
def test_only_an_admin_makes_accounts(road: Road, username: str) -> None:
    with pytest.raises(Refused) as refused:
        create_account(RINA, actor=road.actor(username), now=NOW)

    assert refused.value.verdict.unmet == ("Pengaturan kantor dikerjakan oleh Admin.",)


def test_an_account_is_changed_and_the_record_says_so(road: Road) -> None:
    user = made(road)

    change_account(user, replace(RINA, nama="Rina Astuti, S.Kom."), actor=road.actor("admin"), now=NOW)

    user.refresh_from_db()
    assert (user.nama, last_entry().kind) == ("Rina Astuti, S.Kom.", "akun.changed")


def test_an_account_keeps_its_own_username(road: Road) -> None:
    user = made(road)

    change_account(user, RINA, actor=road.actor("admin"), now=NOW)

    assert last_entry().kind == "akun.changed"


def test_somebody_who_has_held_a_position_does_not_move_to_another_agency(road: Road) -> None:
    user = road.people["opd"]
    moved = AccountData(username="opd", nama=user.nama, opd_id=Opd.objects.get(kode="DLH").pk)

    with pytest.raises(Invalid) as invalid:
        change_account(user, moved, actor=road.actor("admin"), now=NOW)

    assert list(invalid.value.problems) == ["opd_id"]


def test_an_account_is_kept_out_and_let_in_again(road: Road) -> None:
    user, admin = road.people["analis"], road.actor("admin")

    set_active(user, is_active=False, actor=admin, now=NOW)
    assert (User.objects.get(pk=user.pk).is_active, last_entry().kind) == (False, "akun.disabled")

    set_active(user, is_active=True, actor=admin, now=NOW)
    assert (User.objects.get(pk=user.pk).is_active, last_entry().kind) == (True, "akun.enabled")


def test_nobody_locks_themselves_out(road: Road) -> None:
    with pytest.raises(Invalid, match="Anda tidak dapat menonaktifkan akun sendiri"):
        set_active(road.people["admin"], is_active=False, actor=road.actor("admin"), now=NOW)


def test_a_link_sets_a_password_once(road: Road) -> None:
    user = made(road)
    token = issue_password_link(user, actor=road.actor("admin"), now=NOW)

    set_password(token, PASSWORD, now=NOW)

    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert last_entry().actor_id == user.pk
    with pytest.raises(Invalid, match="Tautan ini sudah dipakai atau kedaluwarsa"):
        set_password(token, PASSWORD, now=NOW)


def test_a_link_lives_three_days(road: Road) -> None:
    token = issue_password_link(made(road), actor=road.actor("admin"), now=NOW)

    assert link_for(token, NOW + LINK_LIFETIME - timedelta(seconds=1))
    assert link_for(token, NOW + LINK_LIFETIME) is None


def test_a_new_link_ends_the_earlier_one(road: Road) -> None:
    user = made(road)
    first = issue_password_link(user, actor=road.actor("admin"), now=NOW)
    second = issue_password_link(user, actor=road.actor("admin"), now=NOW)

    assert (link_for(first, NOW) is None, link_for(second, NOW) is None) == (True, False)


def test_the_link_of_an_account_that_is_kept_out_is_dead(road: Road) -> None:
    user = made(road)
    token = issue_password_link(user, actor=road.actor("admin"), now=NOW)
    set_active(user, is_active=False, actor=road.actor("admin"), now=NOW)

    assert link_for(token, NOW) is None


def test_a_weak_password_is_refused_and_the_link_lives_on(road: Road) -> None:
    token = issue_password_link(made(road), actor=road.actor("admin"), now=NOW)

    with pytest.raises(Invalid):
        set_password(token, "12345", now=NOW)

    assert link_for(token, NOW)


def test_the_database_never_holds_a_token(road: Road) -> None:
    token = issue_password_link(made(road), actor=SYSTEM, now=NOW)

    assert not PasswordLink.objects.filter(digest=token).exists()
    assert token not in str(list(Entry.objects.values_list("particulars", flat=True)))


def test_a_person_without_a_position_may_do_nothing(road: Road) -> None:
    assert dict(made(road).actor(date(2026, 3, 2)).capacities) == {}
