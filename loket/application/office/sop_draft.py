"""A draft of the next revision: begun once, changed row by row, discarded where it is not wanted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from loket.application.data import Problems, present
from loket.application.errors import Invalid
from loket.application.office.ledger import record_for_kantor
from loket.application.office.sop_access import DRAFTERS, FIELD, draft_in_hand, may_draft, office_for
from loket.application.office.sop_naskah import NaskahData
from loket.application.office.sop_row import RowData
from loket.application.office.sop_text import digest, text_of_draft
from loket.application.outbox import enqueue
from loket.core.actor import Actor
from loket.core.revising import LISTS, TEXTS, difference, naskah_of, row_of
from loket.core.role import Role
from loket.core.sop import Sop
from loket.models.kantor import Kantor
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.sop.definition import MAIN


def begin_draft(*, actor: Actor, now: datetime, source: str = "web") -> SopDraft:
    """From the newest revision, also where its day has not come. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = office_for(may_draft(actor))
        if before := SopDraft.objects.select_related("begun_by").filter(nomor=MAIN).first():
            sentence = f"{before.begun_by.nama} sudah memulai rancangan revisi {before.revisi}."
            raise Invalid(Problems({FIELD: [sentence]}))
        draft = SopDraft.objects.create(
            nomor=MAIN,
            based_on=SopRevision.objects.released()[0],
            begun_by_id=present(actor.id),
            begun_at=now,
            saved_by_id=present(actor.id),
            saved_at=now,
        )
        _said(kantor, "sop.drafted", draft, actor=actor, now=now, source=source)
    return draft


def save_row(key: str, data: RowData, *, seen: int, actor: Actor, now: datetime, source: str = "web") -> None:
    """Keep what of a row differs from the revision before. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = office_for(may_draft(actor))
        draft = draft_in_hand(seen)
        sop = draft.based_on.rules()
        step = sop.step(key)
        if problems := data.check(step, printed_roles(sop)):
            raise Invalid(problems)
        rows = dict(draft.changes.get("langkah", {}))
        rows[key] = difference(row_of(step), data.row(step))
        kept = {one: rows[one] for one in sop.steps if rows.get(one)}
        _save(kantor, draft, {**draft.changes, "langkah": kept}, actor=actor, now=now, source=source)


def save_naskah(data: NaskahData, *, seen: int, actor: Actor, now: datetime, source: str = "web") -> None:
    """Keep what of the parts around the table differs. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = office_for(may_draft(actor))
        draft = draft_in_hand(seen)
        if problems := data.check():
            raise Invalid(problems)
        before = naskah_of(draft.based_on.rules().document["naskah"])
        changed = difference(before, data.naskah())
        _save(kantor, draft, {**draft.changes, "naskah": changed}, actor=actor, now=now, source=source)


def discard_draft(*, seen: int, actor: Actor, now: datetime, source: str = "web") -> None:
    """The revision in force stays; what was drafted is gone. Raises Refused or Invalid."""
    with transaction.atomic():
        kantor = office_for(may_draft(actor))
        draft = draft_in_hand(seen)
        _said(kantor, "sop.draft_discarded", draft, actor=actor, now=now, source=source)
        draft.delete()


def printed_roles(sop: Sop) -> tuple[Role, ...]:
    """The roles that the document has a column for, in its order."""
    return tuple(role for lajur in sop.lajur for role in lajur.roles)


def changed_places(draft: SopDraft) -> dict[str, list[str]]:
    """For the record: which rows, and which parts around the table, in the order of the document."""
    rows, around = (draft.changes.get(name, {}) for name in ("langkah", "naskah"))
    return {
        "langkah": [key for key in draft.based_on.rules().steps if key in rows],
        "naskah": [name for name in (*TEXTS, *LISTS) if name in around],
    }


def _save(
    kantor: Kantor, draft: SopDraft, changes: Mapping[str, Any], *, actor: Actor, now: datetime, source: str
) -> None:
    draft.changes, draft.version = dict(changes), draft.version + 1
    draft.saved_by_id, draft.saved_at = present(actor.id), now
    draft.save(update_fields=["changes", "version", "saved_by", "saved_at"])
    _said(kantor, "sop.drafted", draft, actor=actor, now=now, source=source)


def _said(kantor: Kantor, kind: str, draft: SopDraft, *, actor: Actor, now: datetime, source: str) -> None:
    said = {
        "nomor": draft.nomor,
        "revisi": draft.revisi,
        "version": draft.version,
        "sha256": digest(text_of_draft(draft)),
        **changed_places(draft),
    }
    enqueue((), record_for_kantor(kantor, kind, said, actor=actor, now=now, source=source, roles=DRAFTERS))
