"""The addresses of the API, each behind the door, under /api/v1."""

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path, re_path

from loket.api.app import api
from loket.api.door import door
from loket.api.hooks import gitlab
from loket.api.openapi import docs, openapi
from loket.api.problems import answer_to
from loket.api.request import Call

ROOT = "api-root"
"""django-ninja's own page, which would show the way to its documentation."""


_ID = "[1-9][0-9]{0,17}"
PARTS = {
    "nomor": "APL-[0-9]{4}-[0-9]{4,12}",
    "nomor_sop": "[A-Z0-9-]{1,40}",
    "id": _ID,
    "jabatan": _ID,
    "token": _ID,
    "tahun": "[1-9][0-9]{3}",
    "jenis": "[a-z_]{3,30}",
    "cara": "issue-baru|tutup|bandingkan",
    "kode": "[0-9A-Z]{7}(?:-[0-9A-Z]{7}){3}",
}


def unknown(call: Call) -> HttpResponse:
    answer = answer_to(call, Http404())
    answer.headers["Cache-Control"] = "no-store"
    return answer


unknown.csrf_exempt = True  # type: ignore[attr-defined]  # there is nothing to protect


def _behind_the_door() -> list[URLPattern]:
    """One pattern for an address; django-ninja gives one for each of its methods."""
    patterns = {
        str(one.pattern): one
        for one in reversed(api.urls[0])
        if isinstance(one, URLPattern) and one.name != ROOT
    }
    return [
        re_path(_exact(route), door(one.callback), name=f"api_{one.name}")
        for route, one in reversed(patterns.items())
    ]


def _exact(route: str) -> str:
    """What cannot be a number or an id is no address, so nobody has to look for it."""
    for name, form in PARTS.items():
        route = route.replace(f"<{name}>", f"(?P<{name}>{form})")
    return rf"^{route}\Z"


urlpatterns: list[URLPattern] = [
    path("openapi.json", openapi, name="api_openapi"),
    path("docs", docs, name="api_docs"),
    *_behind_the_door(),
    path("hooks/gitlab", gitlab, name="api_hooks_gitlab"),
    re_path("", unknown, name="api_unknown"),
]
