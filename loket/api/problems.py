"""Every "no" of the API in one shape (RFC 9457): a code for the program, sentences for its people."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja.errors import ValidationError

from loket.api.reading import WrongType
from loket.api.request import Call
from loket.api.wording import WHOLE, problems_in
from loket.application.errors import Invalid, NotVisible, Overtaken, Refused
from loket.application.naskah.comparing import Busy
from loket.application.once import OtherContent
from loket.application.throttle import TooMany
from loket.core.calendar import CalendarNotFilled
from loket.files.problems import FileProblem, NotStored, TooLarge

MEDIA = "application/problem+json"
RETRY_SECONDS = 10


class Unauthenticated(Exception):
    """No token, or none that is valid."""


class NotAllowed(Exception):
    """The address is there, but not for this method."""

    def __init__(self, allow: str) -> None:
        super().__init__(allow)
        self.allow = allow


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`more` holds the members that only this kind of problem has."""

    status: int
    code: str
    title: str
    detail: str
    more: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(problem: Problem) -> HttpResponse:
    said = {
        "type": f"/api/v1/docs#{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "code": problem.code,
        "detail": problem.detail,
        **problem.more,
    }
    body = json.dumps(said, ensure_ascii=False)
    return HttpResponse(body, status=problem.status, content_type=MEDIA, headers=dict(problem.headers))


def answer_to(call: Call, raised: Exception) -> HttpResponse:
    """The answer to something that was raised. Raises it again where nobody foresaw it."""
    for kind, said in _SAID.items():
        if isinstance(raised, kind):
            return answer(said(call, raised))
    raise raised


def _unauthenticated(call: Call, raised: Exception) -> Problem:
    return Problem(
        status=401,
        code="unauthenticated",
        title="Token diperlukan",
        detail="Sertakan token yang berlaku: Authorization: Bearer TOKEN.",
        headers={"WWW-Authenticate": "Bearer"},
    )


def _not_found(call: Call, raised: Exception) -> Problem:
    detail = "Tidak ada, atau bukan untuk Anda."
    return Problem(status=404, code="not_found", title="Tidak ditemukan", detail=detail)


def _not_allowed(call: Call, raised: Any) -> Problem:
    return Problem(
        status=405,
        code="method_not_allowed",
        title="Metode tidak tersedia",
        detail=f"Alamat ini hanya menerima {raised.allow}.",
        headers={"Allow": raised.allow},
    )


def _overtaken(call: Call, raised: Any) -> Problem:
    who = "Anda" if raised.first.id == call.actor.id else raised.first.told_to(call.actor)
    return Problem(
        status=409,
        code="overtaken",
        title="Permintaan sudah berubah",
        detail=f"{who} sudah {raised.what}. Baca lagi permintaan ini, lalu kirim dengan revision yang baru.",
        more={"at": raised.at.isoformat()},
    )


def _refused(call: Call, raised: Any) -> Problem:
    return _with_reasons(raised.verdict.unmet)


def _no_calendar(call: Call, raised: Exception) -> Problem:
    return _with_reasons((str(raised),))


def _with_reasons(reasons: tuple[str, ...]) -> Problem:
    return Problem(
        status=422,
        code="refused",
        title="Belum dapat dikerjakan",
        detail=" ".join(reasons),
        more={"reasons": list(reasons)},
    )


def _invalid(call: Call, raised: Any) -> Problem:
    return _with_errors(raised.problems)


def _misshapen(call: Call, raised: Any) -> Problem:
    """What django-ninja found in the address."""
    return _with_errors(problems_in(raised.errors, skip=1))


def _unreadable(call: Call, raised: Exception) -> Problem:
    return _with_errors({WHOLE: ["Isi kiriman tidak dapat dibaca sebagai multipart/form-data."]})


def _broken_off(call: Call, raised: Exception) -> Problem:
    """Nobody has read it: whoever still listens, as a proxy or GitLab does, is told that it was no fault of theirs."""
    return _again_later("Kiriman terputus sebelum diterima seluruhnya, dan belum diproses. Kirim lagi.")


def _other_content(call: Call, raised: Exception) -> Problem:
    sentence = "Kunci ini sudah dipakai untuk kiriman yang lain. Pakai kunci baru."
    return _with_errors({"Idempotency-Key": [sentence]})


def _bad_file(call: Call, raised: Any) -> Problem:
    return _with_errors({"berkas": [raised.sentence]})


def _with_errors(problems: Mapping[str, list[str]]) -> Problem:
    errors = [{"field": name, "message": text} for name, sentences in problems.items() for text in sentences]
    detail = " ".join(error["message"] for error in errors[:3])
    return Problem(
        status=422, code="invalid", title="Isian belum benar", detail=detail, more={"errors": errors}
    )


def _too_large(call: Call, raised: Any) -> Problem:
    detail = getattr(raised, "sentence", "Kiriman ini terlalu besar.")
    return Problem(status=413, code="too_large", title="Terlalu besar", detail=detail)


def _wrong_type(call: Call, raised: Any) -> Problem:
    detail = f"Kirim sebagai {raised.wanted}."
    return Problem(status=415, code="unsupported_type", title="Jenis isi tidak didukung", detail=detail)


def _too_many(call: Call, raised: Any) -> Problem:
    return Problem(
        status=429,
        code="too_many",
        title="Terlalu sering",
        detail=f"Coba lagi dalam {raised.wait} detik.",
        headers={"Retry-After": str(raised.wait)},
    )


def _unavailable(call: Call, raised: Exception) -> Problem:
    return _again_later(
        "Basis data atau penyimpanan sedang tidak dapat dihubungi. Kiriman belum diproses; coba lagi."
    )


def _again_later(detail: str) -> Problem:
    return Problem(
        status=503,
        code="unavailable",
        title="Sedang tidak tersedia",
        detail=detail,
        headers={"Retry-After": str(RETRY_SECONDS)},
    )


def _busy(call: Call, raised: Exception) -> Problem:
    return Problem(
        status=503,
        code="unavailable",
        title="Sedang tidak tersedia",
        detail="Loket sedang memeriksa berkas lain. Kirim lagi berkas yang sama sebentar lagi.",
        headers={"Retry-After": str(RETRY_SECONDS)},
    )


Said = Callable[[Call, Any], Problem]
_SAID: Mapping[type[Exception], Said] = {
    Unauthenticated: _unauthenticated,
    NotVisible: _not_found,
    Http404: _not_found,
    NotAllowed: _not_allowed,
    Overtaken: _overtaken,
    Refused: _refused,
    CalendarNotFilled: _no_calendar,
    Invalid: _invalid,
    ValidationError: _misshapen,
    OtherContent: _other_content,
    TooLarge: _too_large,
    FileProblem: _bad_file,
    RequestDataTooBig: _too_large,
    TooManyFieldsSent: _too_large,
    TooManyFilesSent: _too_large,
    MultiPartParserError: _unreadable,
    UnreadablePostError: _broken_off,
    WrongType: _wrong_type,
    TooMany: _too_many,
    OperationalError: _unavailable,
    InterfaceError: _unavailable,
    NotStored: _unavailable,
    OSError: _unavailable,
    Busy: _busy,
}
"""What each thing that may be raised says; of two that fit, the first."""
FORESEEN = tuple(_SAID)
