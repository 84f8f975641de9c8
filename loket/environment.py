"""What the environment says, read once, typed, and refused as a whole when a part of it is wrong."""

import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from loket.database_url import django_database
from loket.integrations.gitlab.hook_signature import key_of

PREFIX = "LOKET_"
OIDC_PREFIX = "LOKET_OIDC_"
NAMES = (
    "LOKET_DATA_DIR",
    "LOKET_SECRET_KEY",
    "LOKET_BASE_URL",
    "LOKET_STORAGE_URL",
    "LOKET_EMAIL_URL",
    "LOKET_GITLAB_URL",
    "LOKET_GITLAB_TOKEN",
    "LOKET_GITLAB_PROJECT",
    "LOKET_GITLAB_WEBHOOK_TOKEN",
    "LOKET_GITLAB_SIGNING_TOKEN",
    "LOKET_WHATSAPP_URL",
    "LOKET_WHATSAPP_TOKEN",
    "LOKET_WHATSAPP_PHONE_ID",
    "LOKET_ESIGN_URL",
    "LOKET_ESIGN_CERT",
    "LOKET_TSA_URL",
)
DATABASE_URL = "DATABASE_URL"
FILE_SUFFIX = "_FILE"
SHORTEST_SECRET = 16
SECRET_KEY_FILE_NAME = "secret-key"  # noqa: S105 - the name of a file, not a secret


class InvalidEnvironment(Exception):
    """The environment cannot be used; the message holds one sentence a line, each naming its variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Every setting of one installation; None where nothing was said and nothing is assumed."""

    data_dir: Path
    secret_key: str = field(repr=False)
    database: dict[str, Any] = field(repr=False)
    base_url: str | None
    storage_url: str
    email_url: str | None = field(repr=False)
    gitlab_url: str | None
    gitlab_token: str | None = field(repr=False)
    gitlab_project: str | None
    gitlab_webhook_token: str | None = field(repr=False)
    gitlab_signing_token: str | None = field(repr=False)
    whatsapp_url: str | None
    whatsapp_token: str | None = field(repr=False)
    whatsapp_phone_id: str | None
    esign_url: str | None = field(repr=False)
    esign_cert: str | None
    tsa_url: str | None = field(repr=False)
    oidc: Mapping[str, str] = field(repr=False)

    @property
    def has_gitlab(self) -> bool:
        return bool(self.gitlab_url and self.gitlab_token and self.gitlab_project)


def read(environ: Mapping[str, str]) -> Environment:
    """Read the environment, or raise InvalidEnvironment with every sentence that is needed to repair it."""
    problems = _unknown_names(environ)
    said = _said(environ, problems)
    values: dict[str, Any] = {name.removeprefix(PREFIX).lower(): said.get(name) for name in NAMES}
    for name, check in CHECKS.items():
        try:
            if name in said:
                values[name.removeprefix(PREFIX).lower()] = check(said[name])
        except ValueError as problem:
            problems.append(f"{name} {problem}")
    problems += _without_company(said)
    data_dir = Path(said.get("LOKET_DATA_DIR", "var")).absolute()
    try:
        database = django_database(
            said.get(DATABASE_URL) or embedded_database_url(data_dir / "postgres" / "socket")
        )
    except ValueError as problem:
        problems.append(str(problem))
    if problems:
        raise InvalidEnvironment("\n".join(problems))
    return Environment(
        **values
        | {
            "data_dir": data_dir,
            "database": database,
            "secret_key": said.get("LOKET_SECRET_KEY") or _kept_secret_key(data_dir),
            "storage_url": values["storage_url"] or data_dir.joinpath("files").as_uri(),
            "oidc": {
                name.removeprefix(OIDC_PREFIX).lower(): value
                for name, value in said.items()
                if name.startswith(OIDC_PREFIX)
            },
        }
    )


def embedded_database_url(socket_dir: Path) -> str:
    """Where the embedded PostgreSQL listens when nothing else was said."""
    return f"postgresql://postgres@/loket?host={quote(str(socket_dir))}&port=5432"


def _unknown_names(environ: Mapping[str, str]) -> list[str]:
    known = {*NAMES, *(name + FILE_SUFFIX for name in NAMES)}
    sentences = []
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in known and not name.startswith(OIDC_PREFIX):
            similar = get_close_matches(name, NAMES, n=1)
            hint = f" Did you mean {similar[0]}?" if similar else ""
            sentences.append(f"{name} is not a setting of Loket.{hint}")
    return sentences


def _without_company(said: Mapping[str, str]) -> list[str]:
    """What is of use only together: half of it would look like a GitLab, and nothing would ever get there."""
    together = ("LOKET_GITLAB_TOKEN", "LOKET_GITLAB_PROJECT")
    missing = [name for name in together if name not in said]
    return [f"LOKET_GITLAB_URL also needs {name}." for name in missing if "LOKET_GITLAB_URL" in said]


def _said(environ: Mapping[str, str], problems: list[str]) -> dict[str, str]:
    """Every setting that has a value, its own or that of the file it points to; empty means not set."""
    oidc = {name.removesuffix(FILE_SUFFIX) for name in environ if name.startswith(OIDC_PREFIX)}
    said = {}
    for name in (DATABASE_URL, *NAMES, *sorted(oidc)):
        direct, path = environ.get(name, ""), environ.get(name + FILE_SUFFIX, "")
        if direct and path:
            problems.append(f"Set either {name} or {name}{FILE_SUFFIX}, not both.")
        elif path:
            try:
                direct = Path(path).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError, ValueError):
                problems.append(f"{name}{FILE_SUFFIX} names a file that cannot be read: {path}")
            else:
                if not direct:
                    problems.append(f"{name}{FILE_SUFFIX} names a file that is empty: {path}")
        if direct:
            said[name] = direct
    return said


def _web_address(value: str) -> str:
    if not _has_host(value, ("http", "https")):
        raise ValueError("must be an address such as https://loket.example.go.id.")
    return value.rstrip("/")


def _mail_server(value: str) -> str:
    if not _has_host(value, ("smtp", "smtps")):
        raise ValueError("must be an address such as smtp://user:password@host:587.")
    return value


def _storage(value: str) -> str:
    parts = urlsplit(value)
    if not (parts.scheme == "file" and not parts.netloc and parts.path.startswith("/")) and not _has_host(
        value, ("s3",)
    ):
        raise ValueError("must be file:///an/absolute/directory or s3://bucket/prefix.")
    return value


def _has_host(value: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _signing_service(value: str) -> str:
    """The address of BSrE's eSign client service; it holds a password, so no sentence repeats it."""
    from loket.integrations.esign.bsre_url import bsre_from_url  # noqa: PLC0415 - only where it is used

    bsre_from_url(value).close()
    return value


def _webhook_token(value: str) -> str:
    """It is all that keeps others from sending hooks, so nobody may guess it."""
    if len(value) < SHORTEST_SECRET or not value.isascii() or not value.isprintable():
        raise ValueError(f"must be at least {SHORTEST_SECRET} letters, digits and signs without accents.")
    return value


def _signing_token(value: str) -> str:
    key_of(value)
    return value


CHECKS: Mapping[str, Callable[[str], str]] = {
    "LOKET_BASE_URL": _web_address,
    "LOKET_STORAGE_URL": _storage,
    "LOKET_EMAIL_URL": _mail_server,
    "LOKET_GITLAB_URL": _web_address,
    "LOKET_GITLAB_WEBHOOK_TOKEN": _webhook_token,
    "LOKET_GITLAB_SIGNING_TOKEN": _signing_token,
    "LOKET_WHATSAPP_URL": _web_address,
    "LOKET_ESIGN_URL": _signing_service,
    "LOKET_TSA_URL": _web_address,
}


def _kept_secret_key(data_dir: Path) -> str:
    """Read the key of this installation; make it once, also when several processes start together."""
    path = data_dir / SECRET_KEY_FILE_NAME
    try:
        if not path.exists():
            data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
            draft.touch(mode=0o600, exist_ok=False)
            draft.write_text(secrets.token_urlsafe(64) + "\n", encoding="ascii")
            # Where the key exists by now, another process was first, and its key is the one that counts.
            with suppress(FileExistsError):
                path.hardlink_to(draft)
            draft.unlink()
        if key := path.read_text(encoding="ascii").strip():
            return key
    except (OSError, UnicodeDecodeError) as problem:
        raise InvalidEnvironment(
            f"LOKET_SECRET_KEY is not set, and {path} cannot be read or made: {problem}"
        ) from None
    raise InvalidEnvironment(
        f"LOKET_SECRET_KEY is not set, and {path} is empty: remove it to have a new one made."
    )
