"""The text that a draft makes, and whether it could be released."""

import tomllib
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from loket.application.notices import RECIPIENTS
from loket.application.steps import PARTS
from loket.core.performers import performer_problems
from loket.core.revising import Issue, revised
from loket.core.sop import Sop
from loket.models.sop_draft import SopDraft
from loket.sop.definition import parse, problems_in
from loket.sop.writing import write


def text_of_draft(draft: SopDraft, issue: Issue | None = None) -> str:
    """The TOML of the new revision: the same draft always makes the same text."""
    base = tomllib.loads(draft.based_on.content)
    data = revised(base, draft.changes, issue or Issue(revisi=draft.revisi))
    return (
        f"# {data['nomor']}, revisi {data['revisi']}. A released revision is never edited.\n\n{write(data)}"
    )


def proposed(draft: SopDraft) -> Sop:
    """The SOP as it would be. Raises SopInvalid only where the revision before is broken already."""
    return parse(text_of_draft(draft))


def unsound(content: str) -> list[str]:
    """Every reason why a text cannot run; none where it can."""
    return problems_in(content, parts=PARTS, effects=RECIPIENTS) or performer_problems(parse(content))


def head_of(content: str) -> Mapping[str, Any]:
    """Who signed the revision before."""
    signed: Mapping[str, Any] = tomllib.loads(content)["disahkan"]
    return signed


def digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()
