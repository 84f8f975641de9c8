"""The first account of a real office: made once, entered by a link, and found again when its password is lost."""

import re
from unittest.mock import patch

import pytest
from django.db import ProgrammingError

from loket.application.office.accounts import set_password
from loket.application.office.establish import establish
from loket.cli import createadmin, manage
from loket.cli.problem import Problem
from loket.core.role import Role
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.user import User
from tests.cast import NOW, Road

Out = pytest.CaptureFixture[str]
RINA = ["rina", "--nama", "Rina Astuti", "--email", "rina@magetan.example"]


def token_in(out: Out) -> str:
    (token,) = re.findall(
        r"^http://127\.0\.0\.1:8000/akun/sandi/([\w-]+)$", out.readouterr().out, re.MULTILINE
    )
    return str(token)


def test_an_empty_database_becomes_an_office_with_an_admin(capsys: Out, nobody: str) -> None:
    assert createadmin.run(RINA) == 0

    user = User.objects.get()
    assert (user.username, user.nama, user.is_demo) == ("rina", "Rina Astuti", False)
    assert [one.role for one in user.jabatan_set.all()] == [Role.ADMIN]
    assert Kantor.objects.exists()
    kinds = list(Entry.objects.order_by("seq").values_list("kind", flat=True))
    assert kinds == ["sop.released", "akun.created", "jabatan.given", "akun.link_issued"]
    assert set(Entry.objects.values_list("source", flat=True)) == {"sistem"}


def test_the_link_sets_the_password(capsys: Out, nobody: str) -> None:
    createadmin.run(RINA)

    set_password(token_in(capsys), "tiga-kerbau-membajak", now=User.objects.get().created_at)

    assert User.objects.get().check_password("tiga-kerbau-membajak")


def test_an_admin_who_lost_the_password_gets_a_new_link(capsys: Out, nobody: str) -> None:
    createadmin.run(RINA)
    first = token_in(capsys)

    createadmin.run(["Rina"])

    assert token_in(capsys) != first
    assert User.objects.count() == 1


def test_an_office_that_stands_keeps_what_it_has(nobody: str) -> None:
    establish(NOW)

    createadmin.run(RINA)

    assert Entry.objects.filter(kind="sop.released").count() == 1


def test_an_account_that_is_no_admin_does_not_become_one(nobody: str) -> None:
    User.objects.create(username="tono", nama="Tono", created_at=NOW)

    with pytest.raises(Problem, match="tono exists and is no active admin"):
        createadmin.run(["tono", "--nama", "Tono"])


@pytest.mark.parametrize(
    ("argv", "sentence"),
    (
        (["rina"], "Say its full name with --nama"),
        (["Rina A", "--nama", "Rina"], "Nama pengguna hanya huruf kecil"),
        (["rina", "--nama", "Rina", "--email", "x"], "Alamat email tidak lengkap"),
    ),
)
def test_what_is_wrong_is_a_sentence_and_leaves_nothing(argv: list[str], sentence: str, nobody: str) -> None:
    with pytest.raises(Problem, match=sentence):
        createadmin.run(argv)

    assert not User.objects.exists()
    assert not Kantor.objects.exists()


def test_a_demo_is_no_real_office(road: Road) -> None:
    with pytest.raises(Problem, match="This database holds demo data"):
        createadmin.run(RINA)


def test_a_database_without_tables_is_a_sentence() -> None:
    with (
        patch.object(createadmin, "_account", side_effect=ProgrammingError("no such relation")),
        pytest.raises(Problem, match="Run loket migrate first"),
    ):
        createadmin.run(RINA)


def test_the_command_is_found_beside_those_of_django(capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        manage.run(["createadmin", "--help"])

    assert ended.value.code == 0
    assert "The link works once, for three days." in " ".join(capsys.readouterr().out.split())
