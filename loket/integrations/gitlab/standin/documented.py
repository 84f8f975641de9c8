"""Calls that GitLab's documentation describes and the OpenAPI file beside this repository does not hold.

Source: "List all merge requests related to an issue", docs.gitlab.com/api/issues, GitLab 19; the pages of every list.
"""

from typing import Any

_INTEGER = {"type": "integer"}
_LIST_OF_AN_ISSUE = [
    {"name": "id", "in": "path", "required": True, "schema": {"oneOf": [_INTEGER, {"type": "string"}]}},
    {"name": "issue_iid", "in": "path", "required": True, "schema": _INTEGER},
    {"name": "page", "in": "query", "schema": _INTEGER},
    {"name": "per_page", "in": "query", "schema": _INTEGER},
]
DOCUMENTED: dict[str, Any] = {
    "/api/v4/projects/{id}/issues/{issue_iid}/related_merge_requests": {
        "get": {"operationId": "related_merge_requests", "parameters": _LIST_OF_AN_ISSUE}
    }
}
