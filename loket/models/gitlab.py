"""What comes from GitLab: the state of the connection, hooks that were taken, comments and merge requests."""

from django.db import models
from django.db.models import Q

from loket.models.diskusi import Comment
from loket.models.issue_gitlab import IssueGitlab
from loket.models.made_in_gitlab import MadeInGitlab
from loket.models.user import User


class GitlabConnection(models.Model):
    """The one row of this office's connection; made when it is first needed.

    `read_until` is GitLab's own time up to which changes were read. `token_warned_days` is the last warning
    about the end of the token that was given (60, 30 or 7 days before; 0 once it has ended). `failing_since` is the
    first of the tests that have failed one after the other, and `rights` what the last good one said of our account.
    """

    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    paused_because = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=40, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    version = models.CharField(max_length=40, blank=True)
    project_name = models.CharField(max_length=250, blank=True)
    project_url = models.URLField(max_length=500, blank=True)
    rights = models.JSONField(default=dict)
    token_expires_on = models.DateField(null=True, blank=True)
    token_warned_days = models.PositiveSmallIntegerField(null=True, blank=True)
    read_until = models.DateTimeField(null=True, blank=True)
    hook_at = models.DateTimeField(null=True, blank=True)
    only = models.BooleanField(default=True, editable=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["only"], name="there_is_one_gitlab_connection"),
            models.CheckConstraint(condition=Q(only=True), name="the_gitlab_connection_is_the_only_one"),
            models.CheckConstraint(
                condition=Q(paused_at=None, paused_by=None)
                | Q(paused_at__isnull=False, paused_by__isnull=False),
                name="a_paused_gitlab_was_paused_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return "dijeda" if self.paused_at else self.problem or "tersambung"


class GitlabDelivery(models.Model):
    """A hook that was taken, by the key that is the same when GitLab sends it again."""

    key = models.CharField(max_length=200, unique=True)
    event = models.CharField(max_length=60)
    received_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.event


class GitlabStateChange(models.Model):
    """Somebody has closed the issue in GitLab, or opened it again; `event_id` is GitLab's.

    `is_ours`: it was Loket, which tells nobody of it.
    """

    issue = models.ForeignKey(IssueGitlab, on_delete=models.CASCADE)
    event_id = models.BigIntegerField()
    is_open = models.BooleanField()
    is_ours = models.BooleanField()
    author = models.CharField(max_length=250, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["issue", "event_id"], name="a_state_change_is_kept_once"),
        )

    def __str__(self) -> str:
        return f"{'Dibuka kembali' if self.is_open else 'Ditutup'} oleh {self.author or 'akun yang sudah tidak ada'}"


class GitlabComment(models.Model):
    """A note that somebody wrote under the issue in GitLab, as plain text; what Loket sends there is `GitlabPosting`.

    `at` and `changed_at` are GitLab's own times. What is edited or deleted there is so here.
    """

    issue = models.ForeignKey(IssueGitlab, on_delete=models.CASCADE)
    note_id = models.BigIntegerField()
    author = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["issue", "note_id"], name="a_note_is_kept_once"),)

    def __str__(self) -> str:
        return f"Catatan {self.note_id} dari {self.author}"


class GitlabPosting(MadeInGitlab):
    """A comment of Loket that its author wants in GitLab too, as an internal note; `iid` is the number of that note."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"Tanggapan {self.comment_id}, {self.stage}"


class GitlabMergeRequest(models.Model):
    """A merge request that is about the issue; `state` and `pipeline` are the words of GitLab."""

    issue = models.ForeignKey(IssueGitlab, on_delete=models.CASCADE)
    remote_id = models.BigIntegerField()
    reference = models.CharField(max_length=250)
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=20)
    is_draft = models.BooleanField(default=False)
    pipeline = models.CharField(max_length=30, blank=True)
    web_url = models.URLField(max_length=500, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["issue", "remote_id"], name="a_merge_request_is_kept_once"),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"
