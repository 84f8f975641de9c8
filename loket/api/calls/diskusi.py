"""What was said of a permintaan, in Loket and in GitLab."""

from datetime import datetime
from typing import Any

from ninja import Field, Query, Router, Schema

from loket.api.calls.permintaan import Nomor
from loket.api.documented import LISTED_OF_ONE
from loket.api.paging import NOT_OURS, Halaman
from loket.api.reading import only
from loket.api.request import Call
from loket.application.data import Problems
from loket.application.errors import Invalid, NotVisible
from loket.application.gitlab.posting import issue_of
from loket.application.gitlab.wording import posting_state
from loket.models.diskusi import Comment
from loket.models.gitlab import GitlabComment
from loket.queries.talk import Said, Talk, place_at, talk_of

router = Router(tags=["Diskusi"])


class HalamanDiskusi(Halaman):
    cursor: str = Field(default="", max_length=80, description="Nilai next dari halaman sebelumnya.")


class Tanggapan(Schema):
    """`sumber` is loket or gitlab. `ke_gitlab` says whether it has come to GitLab, or what it waits for."""

    id: int
    sumber: str
    oleh: str
    sebagai: str
    text: str
    internal: bool
    at: datetime
    changed_at: datetime | None
    ke_gitlab: str | None


class DaftarTanggapan(Schema):
    items: list[Tanggapan]
    next: str | None


@router.get(
    "/permintaan/{nomor}/diskusi",
    response={200: DaftarTanggapan, **LISTED_OF_ONE},
    operation_id="diskusi",
    summary="Diskusi permintaan, yang terbaru lebih dahulu",
    description="Catatan internal, catatan dari GitLab, dan ke_gitlab hanya untuk orang dinas.",
)
def diskusi(request: Call, halaman: Query[HalamanDiskusi], nomor: Nomor) -> dict[str, Any]:
    only(request, HalamanDiskusi.model_fields)
    after = place_at(halaman.cursor) if halaman.cursor else None
    if halaman.cursor and after is None:
        raise Invalid(Problems({"cursor": [NOT_OURS]}))
    found = talk_of(request.actor, nomor, after, halaman.limit)
    if found is None:
        raise NotVisible(nomor)
    return {"items": [_row(one, found) for one in found.rows], "next": found.next or None}


def _row(one: Said, talk: Talk) -> dict[str, Any]:
    if one.comment is not None:
        sent = one.posting and posting_state(one.posting, talk.permintaan, issue_of(talk.permintaan))
        return {**_comment(one.comment), "ke_gitlab": sent or None}
    if one.note is not None:
        return {**_note(one.note), "ke_gitlab": None}
    raise TypeError("somebody said it, here or there")


def _comment(one: Comment) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "text", "at")},
        "sumber": "loket",
        "oleh": one.by.nama,
        "sebagai": one.entry.capacity if one.entry else "",
        "internal": one.is_internal,
        "changed_at": None,
    }


def _note(one: GitlabComment) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "text", "at", "changed_at")},
        "sumber": "gitlab",
        "oleh": one.author,
        "sebagai": "",
        "internal": True,
    }
