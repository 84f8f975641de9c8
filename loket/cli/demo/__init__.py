"""`loket demo`: an office that has been at work for months, and its people who go on working."""

import argparse
from datetime import UTC, datetime

from django.conf import settings

from loket.cli.problem import Problem
from loket.core.calendar import CalendarNotFilled

ABOUT_ADVANCE = """\
Performs the next part of NOMOR through the pipeline, as the demo person whose turn it is, with plausible data
and generated files. With --to it goes on until the permintaan stands at that step.

The demo's people act now. Where something must have taken place first (the technical meeting, the launch), they
act right after it, even if it is still to come: from there on the entries of this permintaan lie in the future,
and every line says its time. So a demo can be walked to its end at once, and nothing in it happens before what
it needs.
"""


def run(argv: list[str]) -> int:
    """Run `demo load` or `demo advance`."""
    parser = argparse.ArgumentParser(prog="loket demo", description="Demo data, for an office that is none.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("load", help="fill an empty database with demo data and accounts")
    advance = commands.add_parser(
        "advance",
        help="perform the next part of a permintaan, or all up to a step",
        description=ABOUT_ADVANCE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    advance.add_argument("nomor", metavar="NOMOR", help="such as APL-2026-0012")
    advance.add_argument(
        "--to", metavar="STEP", help="a step such as desain, a part such as desain.reviu, or selesai"
    )
    options = parser.parse_args(argv)
    if options.command == "load":
        load()
        return 0
    from loket.cli.demo import advancing  # noqa: PLC0415 - Django is set up only for commands that run

    advancing.advance(options.nomor, options.to, datetime.now(UTC))
    return 0


def load() -> None:
    """Load the demo into an empty office; where it is loaded already, say so and change nothing."""
    from loket.cli.demo import loading, people  # noqa: PLC0415 - as above

    state = loading.state()
    if state is loading.State.LOADED:
        print("The demo data is loaded already; nothing was changed.")
        return
    if state is loading.State.REAL:
        raise Problem(
            "This office has accounts or permintaan of its own. Demo data goes only into an empty database."
        )
    if settings.HTTPS:
        raise Problem(
            "Demo accounts have a password that everybody knows: not where LOKET_BASE_URL is on https."
        )
    try:
        number = loading.load(datetime.now(UTC))
    except CalendarNotFilled as problem:
        raise Problem(f"The demo needs about six months of calendar before today. {problem}") from None
    print(f"{number} permintaan loaded. Every demo account has the password {people.PASSWORD}.")
