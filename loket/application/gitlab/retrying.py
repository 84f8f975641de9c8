"""A job that had given up runs once more, because an admin says so."""

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import UniqueViolation

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.gitlab.pausing import check_press
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.outbox import GITLAB_QUEUE
from loket.core.actor import Actor


def retry(job_id: int, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """Raises Refused, or Invalid during a pause, or where it has not failed any more or the same waits already."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        check_press()
        failed = ProcrastinateJob.objects.filter(queue_name=GITLAB_QUEUE, status="failed")
        job = failed.filter(pk=job_id).first()
        if job is None:
            raise Invalid(Problems({"ulang": ["Pekerjaan ini sudah diulang."]}))
        try:
            with transaction.atomic():
                app.job_manager.retry_job_by_id(job.pk, retry_at=now)
        except UniqueViolation:
            raise Invalid(Problems({"ulang": ["Pekerjaan yang sama sudah menunggu giliran."]})) from None
        said = {"task": job.task_name, "job_id": job.pk}
        record_for_kantor(kantor, "gitlab.retried", said, actor=actor, now=now, source=source)
