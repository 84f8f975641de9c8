"""`?revisi=0` reads another revision of the SOP than the one in force."""

from django.http import Http404

from loket.web.request import Request

_DIGITS = 4


def asked_revision(request: Request) -> int | None:
    """The number asked for; what is no number is no revision."""
    asked = request.GET.get("revisi")
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) <= _DIGITS):
        raise Http404
    return int(asked)
