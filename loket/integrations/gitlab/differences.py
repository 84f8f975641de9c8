"""Which fields of Loket somebody has changed in GitLab, as against those that Loket itself has changed since."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any

from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.taxonomy import Taxonomy
from loket.integrations.gitlab.values import Issue

Known = Mapping[str, Any]
"""The fields of Loket as an issue has them, as JSON; of the description only its digest."""


def known_of(issue: Issue, taxonomy: Taxonomy) -> Known:
    return {
        "title": issue.title,
        "description": sha256(issue.description.encode()).hexdigest(),
        "labels": sorted(issue.labels & taxonomy.all()),
        "due_date": issue.due_on.isoformat() if issue.due_on else "",
        "confidential": issue.is_confidential,
    }


def known_after(issue: Issue, taxonomy: Taxonomy, change: Change) -> Known:
    """What it will be once the change has come there; kept before it is sent, as its answer may get lost."""
    labels = (issue.labels - change.remove_labels) | change.add_labels
    said = {
        "title": change.title,
        "description": sha256(change.description.encode()).hexdigest() if change.description else None,
        "labels": sorted(labels & taxonomy.all()),
        "due_date": change.due_on.isoformat() if change.due_on else None,
        "confidential": change.is_confidential,
    }
    return {**known_of(issue, taxonomy), **{name: value for name, value in said.items() if value is not None}}


def changed_there(
    issue: Issue, taxonomy: Taxonomy, change: Change, known: Collection[Known]
) -> tuple[str, ...]:
    """Name the fields that `change` sets right and that were never known so; nothing where nothing is known yet."""
    if not known:
        return ()
    now = known_of(issue, taxonomy)
    return tuple(name for name in _set_by(change) if not any(one.get(name) == now[name] for one in known))


def _set_by(change: Change) -> tuple[str, ...]:
    sets = {
        "title": change.title is not None,
        "description": change.description is not None,
        "labels": bool(change.add_labels or change.remove_labels),
        "due_date": change.due_on is not None,
        "confidential": change.is_confidential is not None,
    }
    return tuple(name for name, is_so in sets.items() if is_so)
