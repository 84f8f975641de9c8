"""Print what was issued: once, from what was fixed then, into the file store."""

import io
import json
from datetime import datetime

from django.db import IntegrityError, transaction
from pypdfium2 import PdfDocument

from loket.application.data import local_date
from loket.application.naskah.content import CONTENTS
from loket.application.naskah.drafting import draft_subject
from loket.application.naskah.signers import parties_of
from loket.application.uploads import store
from loket.core.actor import Actor
from loket.documents import Cara, Frozen, freeze, pictures, render_frozen
from loket.files.sizes import MAX_BYTES
from loket.models.naskah import Naskah, NaskahFile

Kind = NaskahFile.Kind


def print_naskah(pk: int) -> NaskahFile:
    """The printed file of an issued naskah; printed now where it has not been. Twice at once prints one."""
    naskah = Naskah.objects.get(pk=pk)
    found = naskah.naskahfile_set.filter(kind=Kind.CETAKAN).first()
    if found:
        return found
    pdf = render_frozen(frozen_of(naskah), made_at=issued_at(naskah))
    try:
        with transaction.atomic():
            return keep_pdf(naskah, pdf, Kind.CETAKAN, now=issued_at(naskah))
    except IntegrityError:
        return naskah.naskahfile_set.get(kind=Kind.CETAKAN)


def printed_bytes(naskah: Naskah, actor: Actor, now: datetime) -> bytes:
    """What the print is, or will be once the job has run; a draft, and what waits for certificates, marked as such."""
    frozen, made_at = _frozen(naskah, actor, now)
    return render_frozen(frozen, made_at=made_at)


def pictured(naskah: Naskah, actor: Actor, now: datetime) -> list[bytes]:
    """The same as pictures of its pages (PNG), to look at before there is a file."""
    frozen, _ = _frozen(naskah, actor, now)
    return pictures(frozen)


def _frozen(naskah: Naskah, actor: Actor, now: datetime) -> tuple[Frozen, datetime]:
    if naskah.issued_at is None:
        signers = tuple(party.printed() for party in parties_of(naskah, actor, local_date(now)))
        return freeze(CONTENTS[naskah.jenis].make(draft_subject(naskah, signers)).dokumen), now
    frozen = frozen_of(naskah)
    cara = _unsigned(naskah)
    return (_marked(frozen, cara) if cara else frozen), naskah.issued_at


def _unsigned(naskah: Naskah) -> Cara | None:
    """How to mark what says that it has been signed electronically, and has not, or not by both parties."""
    signed = (
        list(naskah.tandatangan_set.values_list("signed_at", flat=True)) if naskah.is_by_certificate else []
    )
    if None not in signed:
        return None
    return "sebagian" if any(signed) else "menunggu"


def _marked(frozen: Frozen, cara: Cara) -> Frozen:
    data = json.loads(frozen.data)
    data["dokumen"]["sah"]["cara"] = cara
    return Frozen(frozen.template, json.dumps(data, ensure_ascii=False))


def keep_pdf(
    naskah: Naskah,
    pdf: bytes,
    kind: str,
    *,
    now: datetime,
    by_id: int | None = None,
    certificate: str = "",
    is_recorded: bool = True,
) -> NaskahFile:
    """Store the bytes by their hash and note whose they are."""
    stored = store().put(io.BytesIO(pdf), MAX_BYTES)
    return NaskahFile.objects.create(
        naskah=naskah,
        kind=kind,
        sha256=stored.sha256,
        size=stored.size,
        pages=pages_in(pdf),
        by_id=by_id,
        at=now,
        certificate=certificate[:250],
        is_recorded=is_recorded,
    )


def read_file(file: NaskahFile) -> bytes:
    with store().open(file.sha256) as stored:
        return stored.read()


def latest_pdf(naskah: Naskah) -> bytes:
    """What the next one signs: the file that the one before has signed, else the print."""
    signed = naskah.naskahfile_set.filter(kind=Kind.TTE, is_recorded=True).last()
    return read_file(signed or print_naskah(naskah.pk))


def pages_in(pdf: bytes) -> int:
    document = PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def frozen_of(naskah: Naskah) -> Frozen:
    if naskah.isi is None:
        raise TypeError(f"{naskah} has not been issued.")
    return Frozen(**naskah.isi)


def issued_at(naskah: Naskah) -> datetime:
    if naskah.issued_at is None:
        raise TypeError(f"{naskah} has not been issued.")
    return naskah.issued_at
