"""`loket manage createadmin`: the first account of a real office, and a way back in when its password is lost."""

import argparse
from datetime import UTC, datetime

from django.conf import settings
from django.db import ProgrammingError, transaction
from django.urls import reverse

from loket.application.data import local_date
from loket.application.errors import Invalid
from loket.application.office.accounts import AccountData, create_account, issue_password_link
from loket.application.office.establish import establish
from loket.application.office.positions import JabatanData, give_jabatan
from loket.cli.problem import Problem
from loket.core.actor import SYSTEM
from loket.core.role import Role
from loket.models.user import User

ABOUT = """\
Makes an account that may administer the office, and prints a link by which its owner sets the password.
The link works once, for three days. For an admin who exists already it prints a new link.
"""
SOURCE = "sistem"


def run(argv: list[str]) -> int:
    """Establish the office where it does not stand yet, make the account, print the link."""
    parser = argparse.ArgumentParser(prog="loket manage createadmin", description=ABOUT)
    parser.add_argument("username", metavar="USERNAME", help="small letters, digits, dots and dashes")
    parser.add_argument("--nama", default="", help="full name; needed for a new account")
    parser.add_argument("--email", default="", help="address, if any")
    options = parser.parse_args(argv)
    now = datetime.now(UTC)
    try:
        account = _account(options.username, options.nama, options.email, now)
    except Invalid as invalid:
        raise Problem(" ".join(text for texts in invalid.problems.values() for text in texts)) from None
    except ProgrammingError:
        raise Problem("The database is not that of this version. Run loket migrate first.") from None
    token = issue_password_link(account, actor=SYSTEM, now=now, source=SOURCE)
    base = settings.ENVIRONMENT.base_url or settings.BASE_URL
    print(
        f"{account.nama} ({account.username}) is an admin. This link sets the password, once, within three days:"
    )
    print(f"{base}{reverse('atur_sandi', args=[token])}")
    return 0


def _account(username: str, nama: str, email: str, now: datetime) -> User:
    if User.objects.filter(is_demo=True).exists():
        raise Problem("This database holds demo data. A real office begins with an empty one.")
    known = User.objects.filter(username__iexact=username).first()
    if known:
        _require_admin(known, now)
        return known
    if not nama:
        raise Problem(f"There is no account {username} yet. Say its full name with --nama.")
    data = AccountData(username=username, nama=nama, email=email)
    position = JabatanData(role=Role.ADMIN, from_date=local_date(now))
    with transaction.atomic():
        establish(now)
        account = create_account(data, actor=SYSTEM, now=now, source=SOURCE)
        give_jabatan(account, position, actor=SYSTEM, now=now, source=SOURCE)
    return account


def _require_admin(account: User, now: datetime) -> None:
    if not account.is_active or not account.actor(local_date(now)).has(Role.ADMIN):
        raise Problem(f"{account.username} exists and is no active admin. Choose another name.")
