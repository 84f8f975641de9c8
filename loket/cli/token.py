"""`loket token`: an API token for an account, printed once."""

import argparse
from datetime import UTC, datetime

from loket.application.errors import Invalid
from loket.application.office.tokens import TokenData, create_token
from loket.cli.problem import Problem
from loket.core.actor import SYSTEM
from loket.models.token import Token
from loket.models.user import User

DAYS = 90


def run(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="loket token", description="Makes an API token and prints it, once; Loket keeps only its digest."
    )
    parser.add_argument("username", metavar="USERNAME", help="the account that the token acts as")
    parser.add_argument("--days", type=int, default=DAYS, help=f"how long it is valid (default {DAYS})")
    parser.add_argument("--nama", default="Baris perintah", help="what the list of tokens calls it")
    parser.add_argument("--baca", action="store_true", help="a token that only reads")
    options = parser.parse_args(argv)
    user = User.objects.filter(username__iexact=options.username, is_active=True).first()
    if user is None:
        raise Problem(f"There is no active account {options.username}.")
    scope = Token.Scope.BACA if options.baca else Token.Scope.TULIS
    data = TokenData(nama=options.nama, scope=scope, days=options.days)
    try:
        _, secret = create_token(user, data, actor=SYSTEM, now=datetime.now(UTC), source="sistem")
    except Invalid as invalid:
        raise Problem(" ".join(text for texts in invalid.problems.values() for text in texts)) from None
    print(secret)
    return 0
