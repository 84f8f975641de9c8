"""Jobs as rows: which of them are still to be done."""

from django.db.models import QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

PENDING = ("todo", "doing")
"""How procrastinate names what waits, and what a worker has in hand."""


def pending(task: str) -> "QuerySet[ProcrastinateJob]":
    """Give the jobs of a task, by its name, that will still be done."""
    found: QuerySet[ProcrastinateJob] = ProcrastinateJob.objects.filter(task_name=task, status__in=PENDING)
    return found
