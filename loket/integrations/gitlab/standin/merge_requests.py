"""Merge requests about an issue, and their pipelines: read by calls, and brought about by hand."""

from loket.integrations.gitlab.standin import hooks, issues, shown
from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.lists import listed
from loket.integrations.gitlab.standin.messages import refuse
from loket.integrations.gitlab.standin.state import Issue, MergeRequest
from loket.integrations.loopback import Reply


def naming(call: Call) -> Reply:
    """List those that name the issue."""
    issue = call.issue()
    if issue is None:
        return refuse(404, "404 Not found")
    return listed(
        call, [shown.with_pipeline(call.standin, call.project, one) for one in issue.merge_requests]
    )


def closing(call: Call) -> Reply:
    """List those that close the issue when they are merged."""
    issue = call.issue()
    if issue is None:
        return refuse(404, "404 Not found")
    return listed(
        call,
        [shown.merge_request(call.standin, call.project, one) for one in issue.merge_requests if one.closes],
    )


def open_one(
    call: Call, issue: Issue, title: str, *, draft: bool = False, closes: bool = False
) -> MergeRequest:
    """Open one that names the issue."""
    standin, project = call.standin, call.project
    project.last_merge_request += 1
    one = MergeRequest(
        standin.next_id(),
        project.last_merge_request,
        call.who,
        title,
        standin.stamp(),
        draft=draft,
        closes=closes,
    )
    issue.merge_requests.append(one)
    hooks.tell_of_merge_request(call, one, "open")
    return one


def run(call: Call, one: MergeRequest, status: str) -> None:
    """Let its pipeline be in another state."""
    one.pipeline, one.updated_at = status, call.standin.stamp()
    hooks.tell_of_pipeline(call, one)


def merge(call: Call, issue: Issue, one: MergeRequest) -> None:
    """Merge it; where it closes the issue, the issue closes as if whoever merged had done it."""
    one.state, one.draft, one.updated_at = "merged", False, call.standin.stamp()
    hooks.tell_of_merge_request(call, one, "merge")
    if one.closes and issue.state == "opened":
        issues.apply(call, issue, {"state_event": "close"})
        hooks.tell_of_issue(call, issue, "close")


def close(call: Call, one: MergeRequest) -> None:
    """Give it up."""
    one.state, one.updated_at = "closed", call.standin.stamp()
    hooks.tell_of_merge_request(call, one, "close")
