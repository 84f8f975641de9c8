"""Names and passwords that cannot be are refused in our own words."""

import pytest
from django.test import Client

from loket.cli.demo.people import PASSWORD
from loket.models.user import User
from tests.web.step_desk import errors_of
from tests.web.test_public_sign_in import sign_in


@pytest.mark.parametrize("nonsense", ("a\x00b", "x" * 100_000))
@pytest.mark.parametrize("field", ("login", "password", "both"))
def test_what_can_be_no_name_and_no_password_gets_the_sentence_of_a_wrong_one(
    client: Client, office: dict[str, User], nonsense: str, field: str
) -> None:
    username = "opd" if field == "password" else nonsense
    password = "salah" if field == "login" else nonsense

    answer = sign_in(client, username, password)

    assert answer.status_code == 422
    assert errors_of(answer) == ["Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi."]


def test_a_missing_name_is_asked_for_even_beside_a_password_that_cannot_be(
    client: Client, office: dict[str, User]
) -> None:
    assert "Isi nama pengguna." in errors_of(sign_in(client, "", "\x00"))


@pytest.mark.parametrize(
    ("new", "sentence"),
    (
        ("kunci\x00gudang", "Kata sandi mengandung karakter tersembunyi. Ketik ulang."),
        ("x" * 4_097, "Kata sandi terlalu panjang. Pakai paling banyak 4.096 karakter."),
    ),
)
def test_a_new_password_that_cannot_be_is_refused_in_our_own_words(
    client: Client, office: dict[str, User], new: str, sentence: str
) -> None:
    client.force_login(office["opd"])

    answer = client.post("/akun/sandi", {"old": PASSWORD, "new": new, "again": new})

    assert (answer.status_code, set(errors_of(answer))) == (422, {sentence})
