"""A person's own certificate: made behind a passphrase, replaced, revoked."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.errors import Invalid, Refused
from loket.application.naskah.trusting import authority
from loket.application.notices import tell
from loket.application.office.accounts import set_active
from loket.application.office.certificates import Data, make_certificate, revoke_certificate
from loket.integrations.esign import pkcs12
from loket.integrations.esign.problems import AuthorityMissing
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.sertifikat import Sertifikat
from tests.cast import NOW, Road
from tests.signing import PASSPHRASE, Keys

TYPED = Data(passphrase=PASSPHRASE, again=PASSPHRASE)
SHORT = PASSPHRASE[:5]


@pytest.fixture(autouse=True)
def _at_hand(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkcs12, "ROUNDS", 1000)


def held(road: Road, username: str) -> Sertifikat:
    return Sertifikat.objects.get(user=road.people[username], revoked_at=None)


def test_a_new_one_replaces_the_one_before(road: Road, keys: Keys) -> None:
    before = keys.give(road.people["kadis"])

    made = make_certificate(TYPED, actor=road.actor("kadis"), now=NOW)

    assert (held(road, "kadis"), made.serial != before.serial) == (made, True)
    assert authority(NOW).is_revoked(before.serial)
    said = Entry.objects.filter(subject="kantor").latest("seq")
    assert (said.kind, said.particulars["serial"]) == ("sertifikat.issued", made.serial)
    assert PASSPHRASE not in str(said.particulars) + repr(TYPED)


def test_its_owner_is_told_even_of_what_was_done_in_their_name(road: Road, keys: Keys) -> None:
    make_certificate(TYPED, actor=road.actor("kadis"), now=NOW)
    revoke_certificate(road.people["kadis"], "Pindah tugas.", actor=road.actor("admin"), now=NOW)

    jobs = ProcrastinateJob.objects.filter(args__effect="kabari_pemilik_akun").order_by("pk")
    for job in jobs:
        tell(**job.args, now=NOW)
        tell(**job.args, now=NOW)

    told = Pesan.objects.order_by("pk").values_list("user", "judul")
    more = "sertifikat internal untuk akun Anda. Bila tidak Anda kehendaki, hubungi admin."
    names = (road.people["kadis"].nama, road.people["admin"].nama)
    assert [user for user, _ in told] == [road.people["kadis"].pk] * 2
    assert [judul for _, judul in told] == [f"{names[0]} membuat {more}", f"{names[1]} mencabut {more}"]


@pytest.mark.parametrize(
    ("typed", "problems"),
    (
        (
            Data(passphrase="pendek", again="pendek"),  # noqa: S106 - of a sample
            {"passphrase": ["Passphrase paling sedikit 10 karakter."]},
        ),
        (
            Data(passphrase=PASSPHRASE, again="lain sekali"),
            {"again": ["Passphrase ulangan berbeda. Ketik sekali lagi."]},
        ),
    ),
    ids=("short", "different"),
)
def test_a_passphrase_is_long_and_typed_twice(
    road: Road, typed: Data, problems: dict[str, list[str]]
) -> None:
    with pytest.raises(Invalid) as invalid:
        make_certificate(typed, actor=road.actor("kadis"), now=NOW)

    assert dict(invalid.value.problems) == problems


def test_without_an_authority_it_is_said_and_nothing_is_made(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise AuthorityMissing

    monkeypatch.setattr("loket.application.office.certificates.authority", broken)

    with pytest.raises(Invalid, match="Otoritas sertifikat internal"):
        make_certificate(TYPED, actor=road.actor("kadis"), now=NOW)


def test_its_owner_revokes_it_with_a_reason(road: Road, keys: Keys) -> None:
    own = keys.give(road.people["kabid"])

    revoke_certificate(
        road.people["kabid"], "Passphrase diketahui orang lain.", actor=road.actor("kabid"), now=NOW
    )

    own.refresh_from_db()
    assert (own.revoked_at, own.reason) == (NOW, "Passphrase diketahui orang lain.")


def test_what_is_not_there_cannot_be_revoked(road: Road) -> None:
    with pytest.raises(Invalid) as invalid:
        revoke_certificate(road.people["kasi"], "", actor=road.actor("kasi"), now=NOW)

    assert invalid.value.problems["reason"] == [
        "Isi alasan pencabutan.",
        "Tidak ada sertifikat yang berlaku untuk dicabut.",
    ]


def test_nobody_but_an_admin_revokes_that_of_another(road: Road, keys: Keys) -> None:
    keys.give(road.people["kasi"])

    with pytest.raises(Refused):
        revoke_certificate(road.people["kasi"], "Pindah tugas.", actor=road.actor("kadis"), now=NOW)
    revoke_certificate(road.people["kasi"], "Pindah tugas.", actor=road.actor("admin"), now=NOW)

    assert not Sertifikat.objects.filter(user=road.people["kasi"], revoked_at=None).exists()


def test_a_closed_account_signs_nothing_any_more(road: Road, keys: Keys) -> None:
    keys.give(road.people["kasi"])

    set_active(road.people["kasi"], is_active=False, actor=road.actor("admin"), now=NOW)

    assert Sertifikat.objects.get(user=road.people["kasi"]).reason == "Akun dinonaktifkan."
