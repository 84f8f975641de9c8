"""`loket verify`: proves the record, its seals and the stored files, or says where they break."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loket.cli.problem import Problem

if TYPE_CHECKING:
    from loket.queries.finding import Finding

ABOUT = """\
Reads the whole record and says the first place where each chain breaks; then every seal, SOP revision and
stored file that is not what it was. Then every state and clock is reckoned again from the entries of sound
chains, and each figure named that differs from the stored one. Exit status 1 when anything is found.

Whoever rules the database can rewrite a chain and its seals alike. Against that keep seals elsewhere:
--export FILE writes them as JSON lines, --against FILE compares the record with such a file.
"""
COUNTED = (
    ("entries", "entries"),
    ("chains", "chains"),
    ("seals", "seals"),
    ("revisions", "SOP revisions"),
    ("files", "files"),
    ("permintaan", "permintaan recomputed"),
)


def run(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="loket verify", description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--permintaan", metavar="NOMOR", help="only this permintaan and its files")
    parser.add_argument("--export", metavar="FILE", type=Path, help="write the seals to a new file")
    parser.add_argument("--against", metavar="FILE", type=Path, help="compare with seals that were exported")
    options = parser.parse_args(argv)
    if options.permintaan and (options.export or options.against):
        parser.error("a seal covers the whole office: leave out --permintaan")
    return _verify(options.permintaan, options.export, options.against)


def _verify(nomor: str | None, export: Path | None, against: Path | None) -> int:
    from loket.application.uploads import store  # noqa: PLC0415 - Django is set up only for commands that run
    from loket.models.permintaan import Permintaan  # noqa: PLC0415 - as above
    from loket.queries.verification import Verification  # noqa: PLC0415 - as above

    if nomor and not Permintaan.objects.filter(nomor=nomor).exists():
        raise Problem(f"There is no permintaan {nomor}.")
    verification = Verification(store(), nomor)
    named: set[str] = set()
    broken = _report(verification.findings(), named)
    broken += _report(_recomputed(nomor, named, verification.counted))
    if against:
        broken += _report(_differences(against))
    print(f"{_summary(verification.counted)}: {f'{broken} broken' if broken else 'all sound'}.")
    if export and not broken:
        _export(export)
    elif export:
        print(f"{export} was not written: a broken record is not worth keeping.")
    return 1 if broken else 0


def _report(findings: "Iterator[Finding]", named: set[str] | None = None) -> int:
    """Print each and count them; `named` collects the subjects that they are about."""
    found = 0
    for finding in findings:
        print(finding)
        found += 1
        if named is not None:
            named.add(finding.place.partition(",")[0])
    return found


def _recomputed(nomor: str | None, named: set[str], counted: Counter[str]) -> "Iterator[Finding]":
    """What the entries tell otherwise than the rows, of chains about which nothing was found."""
    from loket.application.examination import Examination  # noqa: PLC0415 - as above
    from loket.models.permintaan import Permintaan  # noqa: PLC0415 - as above
    from loket.queries.finding import Finding  # noqa: PLC0415 - as above

    everything = Permintaan.objects.all()
    examination = Examination()
    wanted = everything.filter(nomor=nomor) if nomor else everything.order_by("pk")
    for one in examination.differences(wanted.values_list("pk", flat=True).iterator(chunk_size=1000)):
        if one.nomor not in named:
            yield Finding(one.nomor, one.what)
    counted["permintaan"] = examination.examined


def _summary(counted: Counter[str]) -> str:
    return ", ".join(f"{counted[key]} {words}" for key, words in COUNTED if key in counted)


def _differences(path: Path) -> "Iterator[Finding]":
    from loket.queries.sealed import differences  # noqa: PLC0415 - as above

    try:
        with path.open(encoding="utf-8") as lines:
            yield from differences(json.loads(line) for line in lines)
    except OSError as problem:
        raise Problem(f"{path} cannot be read: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError) as problem:
        raise Problem(f"{path} is no export of seals: {problem}") from None


def _export(path: Path) -> None:
    from loket.queries.sealed import lines_to_keep  # noqa: PLC0415 - as above

    try:
        with path.open("x", encoding="utf-8") as file:
            count = sum(_write(file, line) for line in lines_to_keep())
    except FileExistsError:
        raise Problem(f"{path} exists. What was exported is evidence: choose another name.") from None
    except OSError as problem:
        raise Problem(f"{path} cannot be written: {problem.strerror}") from None
    print(f"{count} seals written to {path}. Keep it on another machine.")


def _write(file: Any, line: dict[str, Any]) -> int:
    file.write(json.dumps(line) + "\n")
    return 1
