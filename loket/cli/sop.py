"""`loket sop`: the SOPs that come with Loket, as text, and whether they are sound."""

import argparse
import os
from datetime import date
from pathlib import Path

import django

from loket.cli.problem import Problem
from loket.cli.sop_bpmn import write_bpmn
from loket.cli.sop_pdf import write_pdf
from loket.cli.sop_text import related_text, sop_text
from loket.core.sop import Sop, SopInvalid
from loket.sop.definition import MAIN, problems_in, shipped, text_of
from loket.sop.related import RelatedSop, related, related_numbers

UNREADABLE = (SopInvalid, ValueError, LookupError, TypeError, AttributeError)
"""What reading a broken file may raise."""

ABOUT_PDF = """\
Write an SOP in the format of PermenPANRB 35/2012. With --lengkap each bagian that may send back, or end early, is
drawn as a decision with two exits, Ya and Tidak. Not drawn are a third exit (row 2a, straight to the section: said
in Keterangan) and a bagian whose outcomes all lead on (status_gitlab.ubah: changed, or waiting for GitLab).
`loket sop bpmn` draws all of them.
"""


def run(argv: list[str]) -> int:
    """Run `sop list`, `sop show`, `sop check`, `sop bpmn` or `sop pdf`."""
    parser = argparse.ArgumentParser(prog="loket sop", description="The SOPs that come with Loket.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="their numbers, revisions and names")
    show = commands.add_parser("show", help="print one as text")
    show.add_argument("nomor", metavar="NOMOR", nargs="?", default=MAIN, help=f"{MAIN} if left out")
    check = commands.add_parser("check", help="prove that they are sound, or name the line that is wrong")
    check.add_argument("nomor", metavar="NOMOR", nargs="?", help="all of them if left out")
    bpmn = commands.add_parser(
        "bpmn", help="write one as BPMN 2.0, with its diagram, for editors and engines"
    )
    bpmn.add_argument("nomor", metavar="NOMOR", nargs="?", default=MAIN, help=f"{MAIN} if left out")
    bpmn.add_argument("--output", metavar="FILE", type=Path, help="NOMOR.bpmn if left out")
    pdf = commands.add_parser("pdf", help="write one in its official format as a PDF", description=ABOUT_PDF)
    pdf.add_argument("nomor", metavar="NOMOR", nargs="?", default=MAIN, help=f"{MAIN} if left out")
    pdf.add_argument("--lengkap", action="store_true", help="corrected words, and the gates")
    pdf.add_argument("--output", metavar="FILE", type=Path, help="NOMOR.pdf if left out")
    options = parser.parse_args(argv)
    if options.command == "check":
        return _check(options.nomor)
    try:
        print(_said(options))
    except UNREADABLE as problem:
        raise Problem(f"An SOP file is broken, see loket sop check: {problem}") from None
    return 0


def problems(nomor: str | None = None) -> list[str]:
    """What is wrong with the shipped files, each with its line. Django must be set up."""
    return [
        f"{number}, {problem}"
        for number in ([nomor] if nomor else _numbers())
        for problem in (_problems_in_main() if number == MAIN else _problems_in_related(number))
    ]


def problems_in_use(today: date) -> list[str]:
    """What is wrong with the released revisions that permintaan run under. Needs the database."""
    from loket.application.notices import RECIPIENTS  # noqa: PLC0415 - `list` and `show` need no Django
    from loket.application.steps import PARTS  # noqa: PLC0415 - as above
    from loket.queries.stored import sop_problems  # noqa: PLC0415 - as above

    return sop_problems(today, parts=PARTS, effects=RECIPIENTS)


def _check(nomor: str | None) -> int:
    if nomor:
        _require_known(nomor)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")
    django.setup()
    found = problems(nomor)
    print("\n".join(found) or f"{nomor or ', '.join(_numbers())}: sound.")
    return 1 if found else 0


def _list() -> str:
    rows: list[Sop | RelatedSop] = [shipped(), *map(related, related_numbers())]
    return "\n".join(f"{sop.nomor}  revisi {sop.revisi}  {sop.status}  {sop.nama}" for sop in rows)


def _said(options: argparse.Namespace) -> str:
    if options.command == "list":
        return _list()
    _require_known(options.nomor)
    if options.command == "show":
        return _text(options.nomor)
    if options.command == "pdf":
        return f"{write_pdf(options.nomor, complete=options.lengkap, output=options.output)}: written."
    return f"{write_bpmn(options.nomor, options.output)}: written."


def _text(nomor: str) -> str:
    return sop_text(shipped()) if nomor == MAIN else related_text(related(nomor))


def _require_known(nomor: str) -> None:
    if nomor not in _numbers():
        raise Problem(f"There is no {nomor}. There are {', '.join(_numbers())}.")


def _numbers() -> list[str]:
    """The main SOP, and those that it names as far as it can be read."""
    try:
        return [MAIN, *related_numbers()]
    except SopInvalid:
        return [MAIN]


def _problems_in_main() -> list[str]:
    from loket.application.notices import RECIPIENTS  # noqa: PLC0415 - as above
    from loket.application.steps import PARTS  # noqa: PLC0415 - as above

    return problems_in(text_of(), parts=PARTS, effects=RECIPIENTS)


def _problems_in_related(nomor: str) -> list[str]:
    try:
        sop = related(nomor)
    except UNREADABLE as problem:
        return [f"tidak dapat dibaca: {problem}"]
    step = shipped().steps.get(sop.langkah)
    fits = step is not None and step.sop_terkait == nomor and sop.induk == MAIN
    return [] if fits else [f"langkah {sop.langkah} dari {sop.induk} tidak merujuk {nomor}"]
