import stat
from pathlib import Path
from typing import Any

import pytest

from loket.environment import InvalidEnvironment, read


@pytest.fixture
def base(tmp_path: Path) -> dict[str, str]:
    return {"LOKET_DATA_DIR": str(tmp_path / "data"), "LOKET_SECRET_KEY": "a key", "HOME": "/root"}


def refusal(environ: dict[str, str]) -> list[str]:
    with pytest.raises(InvalidEnvironment) as refused:
        read(environ)
    return str(refused.value).splitlines()


def test_nothing_said_gives_an_installation_that_needs_nothing_else(
    base: dict[str, str], tmp_path: Path
) -> None:
    environment = read(base)

    assert environment.data_dir == tmp_path / "data"
    assert environment.storage_url == f"file://{tmp_path}/data/files"
    assert environment.database["HOST"] == f"{tmp_path}/data/postgres/socket"
    assert environment.database["NAME"] == "loket"
    assert (environment.base_url, environment.gitlab_url, environment.oidc) == (None, None, {})


def test_the_data_directory_is_var_below_the_working_directory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    assert read({"LOKET_SECRET_KEY": "a key"}).data_dir == tmp_path / "var"


def test_every_unknown_name_is_listed_with_the_nearest_known_one(base: dict[str, str]) -> None:
    assert refusal(base | {"LOKET_BASE_URI": "x", "LOKET_QQQQ": "x"}) == [
        "LOKET_BASE_URI is not a setting of Loket. Did you mean LOKET_BASE_URL?",
        "LOKET_QQQQ is not a setting of Loket.",
    ]


def test_every_wrong_value_is_said_at_once(base: dict[str, str]) -> None:
    wrong = {
        "LOKET_BASE_URL": "loket.example",
        "LOKET_STORAGE_URL": "file://relative/files",
        "LOKET_EMAIL_URL": "http://mail.example",
        "DATABASE_URL": "mysql://db.example/loket",
    }

    assert refusal(base | wrong) == [
        "LOKET_BASE_URL must be an address such as https://loket.example.go.id.",
        "LOKET_STORAGE_URL must be file:///an/absolute/directory or s3://bucket/prefix.",
        "LOKET_EMAIL_URL must be an address such as smtp://user:password@host:587.",
        "DATABASE_URL must begin with postgresql://: Loket runs on PostgreSQL 15 or newer only.",
    ]


@pytest.mark.parametrize(
    "value", ("https://", "ftp://host", "https://host:99999", "https://host:0", "http://[::1")
)
def test_an_address_that_leads_nowhere_is_refused(base: dict[str, str], value: str) -> None:
    assert refusal(base | {"LOKET_TSA_URL": value}) == [
        "LOKET_TSA_URL must be an address such as https://loket.example.go.id."
    ]


def test_addresses_lose_their_last_slash(base: dict[str, str]) -> None:
    assert read(base | {"LOKET_BASE_URL": "https://loket.example/"}).base_url == "https://loket.example"


def test_an_empty_value_is_one_that_was_not_set(base: dict[str, str]) -> None:
    assert read(base | {"LOKET_GITLAB_URL": "", "LOKET_GITLAB_TOKEN_FILE": ""}).gitlab_url is None


def test_a_secret_is_read_from_the_file_that_is_named(base: dict[str, str], tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("glpat-1\n")
    database = tmp_path / "database"
    database.write_text("postgresql://loket:rahasia@db.example/loket\n")

    environment = read(base | {"LOKET_GITLAB_TOKEN_FILE": str(secret), "DATABASE_URL_FILE": str(database)})

    assert (environment.gitlab_token, environment.database["PASSWORD"]) == ("glpat-1", "rahasia")


def test_a_secret_file_must_be_readable_filled_and_alone(base: dict[str, str], tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty", tmp_path / "missing"
    empty.touch()
    wrong = {
        "LOKET_GITLAB_TOKEN_FILE": str(missing),
        "LOKET_GITLAB_WEBHOOK_TOKEN_FILE": str(empty),
        "LOKET_WHATSAPP_TOKEN": "one",
        "LOKET_WHATSAPP_TOKEN_FILE": str(empty),
    }

    assert refusal(base | wrong) == [
        f"LOKET_GITLAB_TOKEN_FILE names a file that cannot be read: {missing}",
        f"LOKET_GITLAB_WEBHOOK_TOKEN_FILE names a file that is empty: {empty}",
        "Set either LOKET_WHATSAPP_TOKEN or LOKET_WHATSAPP_TOKEN_FILE, not both.",
    ]


def test_half_a_gitlab_is_refused(base: dict[str, str]) -> None:
    half = base | {"LOKET_GITLAB_URL": "https://gitlab.example.go.id", "LOKET_GITLAB_TOKEN": "glpat-1"}

    assert refusal(half) == ["LOKET_GITLAB_URL also needs LOKET_GITLAB_PROJECT."]
    assert read(half | {"LOKET_GITLAB_PROJECT": "diskominfo/tiket"}).gitlab_project == "diskominfo/tiket"


def test_all_oidc_settings_are_kept_under_their_own_names(base: dict[str, str], tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret")

    environment = read(base | {"LOKET_OIDC_CLIENT_ID": "loket", "LOKET_OIDC_CLIENT_SECRET_FILE": str(secret)})

    assert environment.oidc == {"client_id": "loket", "client_secret": "s3cret"}


def test_secrets_stay_out_of_what_is_printed(base: dict[str, str]) -> None:
    said = repr(read(base | {"DATABASE_URL": "postgresql://u:rahasia@h/d", "LOKET_GITLAB_TOKEN": "rahasia"}))

    assert "rahasia" not in said
    assert "a key" not in said


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    environ = {"LOKET_DATA_DIR": str(tmp_path / "data")}

    first, second = read(environ).secret_key, read(environ).secret_key

    assert first == second
    assert len(first) >= 50
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret-key"]
    assert stat.S_IMODE((tmp_path / "data/secret-key").stat().st_mode) == 0o600


def test_an_installation_with_its_own_secret_key_writes_nothing(base: dict[str, str], tmp_path: Path) -> None:
    read(base)

    assert list(tmp_path.iterdir()) == []


def test_an_empty_or_unreachable_secret_key_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    (tmp_path / "occupied").touch()

    assert refusal({"LOKET_DATA_DIR": str(tmp_path)}) == [
        f"LOKET_SECRET_KEY is not set, and {tmp_path}/secret-key is empty: remove it to have a new one made."
    ]
    assert refusal({"LOKET_DATA_DIR": f"{tmp_path}/occupied"})[0].startswith(
        f"LOKET_SECRET_KEY is not set, and {tmp_path}/occupied/secret-key cannot be read or made:"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    (
        ("postgres://h/d", {"HOST": "h", "NAME": "d", "PORT": "", "USER": "", "PASSWORD": ""}),
        ("postgresql://u:p%40%2F%3A@h:6432/d%20b", {"PASSWORD": "p@/:", "PORT": "6432", "NAME": "d b"}),
        ("postgresql://u@%2Frun%2Fpostgresql/d", {"HOST": "/run/postgresql", "USER": "u", "PORT": ""}),
        (
            "postgresql://u@/d?host=/run/pg%20a&port=5433",
            {"HOST": "/run/pg a", "PORT": "5433", "OPTIONS": {}},
        ),
        ("postgresql://[::1]:5433/d", {"HOST": "::1", "PORT": "5433"}),
        ("postgresql://[::1]/d", {"HOST": "::1", "PORT": ""}),
        ("postgresql://a:1,b:2/d?target_session_attrs=any", {"HOST": "a,b", "PORT": "1,2"}),
        ("postgresql://h/d?sslmode=require", {"OPTIONS": {"sslmode": "require"}}),
        ("postgresql://?dbname=d&user=u&password=p", {"NAME": "d", "USER": "u", "PASSWORD": "p", "HOST": ""}),
    ),
)
def test_a_database_url_reads_as_postgresql_reads_it(
    base: dict[str, str], url: str, expected: dict[str, Any]
) -> None:
    database = read(base | {"DATABASE_URL": url}).database

    assert {key: database[key] for key in expected} == expected
    assert database["ENGINE"] == "django.db.backends.postgresql"


@pytest.mark.parametrize(
    ("url", "sentence"),
    (
        ("postgresql://h", "DATABASE_URL must name a database, as in postgresql://host/loket."),
        ("postgresql://h:0/d", "DATABASE_URL must name a port between 1 and 65535."),
        ("postgresql://h:pw/d", "DATABASE_URL must name a port between 1 and 65535."),
        ("postgresql://[::1/d", "DATABASE_URL cannot be read as a URL."),
        ("postgresql://h/d?sslmode", "DATABASE_URL cannot be read as a URL."),
    ),
)
def test_a_database_url_that_leads_nowhere_is_refused(base: dict[str, str], url: str, sentence: str) -> None:
    assert refusal(base | {"DATABASE_URL": url}) == [sentence]


def test_secrets_of_webhooks_that_keep_nobody_out_are_refused(base: dict[str, str]) -> None:
    short = {"LOKET_GITLAB_WEBHOOK_TOKEN": "pendek", "LOKET_GITLAB_SIGNING_TOKEN": "whsec_cGVuZGVr"}
    sound = {"LOKET_GITLAB_WEBHOOK_TOKEN": "x" * 16, "LOKET_GITLAB_SIGNING_TOKEN": "whsec_" + "A" * 32}

    assert refusal(base | short) == [
        "LOKET_GITLAB_WEBHOOK_TOKEN must be at least 16 letters, digits and signs without accents.",
        "LOKET_GITLAB_SIGNING_TOKEN must be the signing token that GitLab shows once, beginning with whsec_.",
    ]
    assert read(base | sound).gitlab_signing_token == sound["LOKET_GITLAB_SIGNING_TOKEN"]
