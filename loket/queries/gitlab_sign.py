"""The sign that work is done: somebody has closed the issue in GitLab while its ticket is open in Loket."""

from django.db.models import Q

from loket.models.gitlab import GitlabStateChange
from loket.models.permintaan import Permintaan
from loket.models.tiket import Tiket


def sign_of(permintaan: Permintaan) -> GitlabStateChange | None:
    """Who gave it last and when; None where the issue is open, gone, or the ticket is closed too (one query)."""
    ticket = Q(issue__tiket__permintaan=permintaan, issue__tiket__state=Tiket.State.TERBUKA)
    closed = Q(issue__is_open=False, issue__gone="", is_open=False, is_ours=False)
    return GitlabStateChange.objects.filter(ticket, closed).order_by("-event_id").first()
