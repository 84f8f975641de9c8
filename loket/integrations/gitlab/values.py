"""What GitLab says about its things, as values; a thing that lacks what Loket needs is no such thing."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from loket.integrations.gitlab import problems

_UNKEPT = re.compile("[\0\ud800-\udfff]")
_FIRST_YEAR, _LAST_YEAR = 2000, 2199


@dataclass(frozen=True, slots=True)
class Project:
    """`id` is its number, which stays when it is renamed or moved; the path does not."""

    id: int
    path: str
    web_url: str
    is_archived: bool
    access_level: int
    name: str = ""
    has_issues: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    id: int
    username: str


@dataclass(frozen=True, slots=True)
class TokenState:
    scopes: tuple[str, ...]
    is_active: bool
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class Label:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """`author_name` is how GitLab shows its author. The moments are None where they cannot be read."""

    id: int
    body: str
    author_id: int
    is_system: bool
    is_internal: bool
    author_name: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def iid(self) -> int:
        """Its number under the issue, which is the only one that a note has."""
        return self.id


@dataclass(frozen=True, slots=True)
class StateChange:
    """Somebody has closed an issue or opened it again; of an account that is gone there is no `author_id`."""

    id: int
    is_open: bool
    author_id: int | None
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Issue:
    """`id` counts in all of GitLab, `iid` in its project; every address of an issue uses `iid`."""

    id: int
    iid: int
    project_id: int
    author_id: int
    title: str
    description: str
    is_open: bool
    is_confidential: bool
    labels: frozenset[str]
    due_on: date | None
    web_url: str
    updated_at: str
    moved_to: int | None = None
    """The `id`, not the `iid`, of the issue that goes on in its place in another project."""

    @property
    def changed_at(self) -> datetime | None:
        """GitLab's own time of its newest change, where it says one that can be read."""
        return _moment(self.updated_at)


class Said:
    """An object of GitLab's, read field by field; the first that is missing or of another type ends it."""

    def __init__(self, said: object) -> None:
        if not isinstance(said, dict):
            raise problems.Nonsense("not an object")
        self._said = said

    def number(self, name: str) -> int:
        value = self._said.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
            raise problems.Nonsense(f"{name} is no number")
        return value

    def text(self, name: str, *, required: bool = True) -> str:
        value = self._said.get(name)
        if value is None and not required:
            return ""
        if not isinstance(value, str):
            raise problems.Nonsense(f"{name} is no text")
        return _UNKEPT.sub("", value)

    def number_or_none(self, name: str) -> int | None:
        return None if self._said.get(name) is None else self.number(name)

    def flag(self, name: str, *, absent: bool = False) -> bool:
        return self._said.get(name, absent) is True

    def is_on(self, feature: str) -> bool:
        """Whether a project has a feature; older versions say so in another way, and what is not said is on."""
        level, enabled = self._said.get(f"{feature}_access_level"), self._said.get(f"{feature}_enabled")
        return level != "disabled" and enabled is not False

    def list(self, name: str) -> "list[object]":
        value = self._said.get(name, [])
        if not isinstance(value, list):
            raise problems.Nonsense(f"{name} is no list")
        return value

    def inner(self, name: str, *, required: bool = True) -> "Said":
        value = self._said.get(name)
        return Said({} if value is None and not required else value)

    def inner_or_none(self, name: str) -> "Said | None":
        return None if self._said.get(name) is None else self.inner(name)

    def moment_or_none(self, name: str) -> datetime | None:
        return _moment(self.text(name, required=False))

    def day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.text(name, required=False)[:10] or "-")
        except ValueError:
            return None

    def moment(self, name: str) -> datetime:
        found = _moment(self.text(name))
        if found is None:
            raise problems.Nonsense(f"{name} is no moment")
        return found

    def address(self, name: str) -> str:
        """Give an address that a page may link to; anything else is none."""
        value = self.text(name, required=False)
        try:
            parts = urlsplit(value)
        except ValueError:
            return ""
        return value if parts.scheme in {"http", "https"} and parts.hostname and value.isprintable() else ""


def _moment(said: str) -> datetime | None:
    """Give an instant of our times; another would only break whoever reckons with it."""
    try:
        found = datetime.fromisoformat(said.removesuffix(" UTC") or "-")
    except ValueError:
        return None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def project(said: object) -> Project:
    found = Said(said)
    levels = [0]
    permissions = said.get("permissions") if isinstance(said, dict) else None
    for each in permissions.values() if isinstance(permissions, dict) else ():
        level = each.get("access_level") if isinstance(each, dict) else None
        levels += [level] if isinstance(level, int) else []
    return Project(
        id=found.number("id"),
        path=found.text("path_with_namespace"),
        web_url=found.address("web_url"),
        is_archived=found.flag("archived"),
        access_level=max(levels),
        name=found.text("name", required=False),
        has_issues=found.is_on("issues"),
    )


def account(said: object) -> Account:
    found = Said(said)
    return Account(found.number("id"), found.text("username"))


def token_state(said: object) -> TokenState:
    found = Said(said)
    scopes = tuple(each for each in found.list("scopes") if isinstance(each, str))
    return TokenState(scopes, found.flag("active"), found.day("expires_at"))


def version(said: object) -> str:
    return Said(said).text("version")


def label(said: object) -> Label:
    found = Said(said)
    return Label(found.number("id"), found.text("name"))


def note(said: object) -> Note:
    found = Said(said)
    author = found.inner("author")
    return Note(
        id=found.number("id"),
        body=found.text("body"),
        author_id=author.number("id"),
        is_system=found.flag("system"),
        is_internal=found.flag("internal") or found.flag("confidential"),
        author_name=author.text("name", required=False) or author.text("username", required=False),
        created_at=found.moment_or_none("created_at"),
        updated_at=found.moment_or_none("updated_at"),
    )


def state_change(said: object) -> StateChange:
    found = Said(said)
    by = found.inner("user", required=False)
    return StateChange(
        id=found.number("id"),
        is_open=found.text("state") == "reopened",
        author_id=by.number_or_none("id"),
        author=by.text("name", required=False),
        at=found.moment("created_at"),
    )


def issue(said: object) -> Issue:
    found = Said(said)
    return Issue(
        id=found.number("id"),
        iid=found.number("iid"),
        project_id=found.number("project_id"),
        author_id=found.inner("author").number("id"),
        title=found.text("title"),
        description=found.text("description", required=False),
        is_open=found.text("state") == "opened",
        is_confidential=found.flag("confidential"),
        labels=frozenset(each for each in found.list("labels") if isinstance(each, str)),
        due_on=found.day("due_date"),
        web_url=found.address("web_url"),
        updated_at=found.text("updated_at", required=False),
        moved_to=found.number_or_none("moved_to_id"),
    )
