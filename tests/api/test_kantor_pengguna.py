"""Accounts, positions and keys by the API, as an admin's program does it."""

from datetime import date, timedelta

from django.urls import reverse

from loket.application.office.accounts import AccountData, create_account, link_for
from loket.models.token import KeptAnswer, Token
from loket.models.user import Jabatan, User
from tests.api.program import Program, code_of
from tests.api.test_sending import errors_of
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.web.office_pages import last_entry

NEW = {"username": "nur.hidayati", "nama": "Nur Hidayati", "nip": "19760520 199511 2 001"}
LIST = "/kantor/pengguna"


def one(road: Road, username: str = "analis") -> str:
    return f"{LIST}/{road.people[username].pk}"


def test_an_account_is_made_and_stands_first_in_the_list(road: Road) -> None:
    admin = Program(road, "admin")

    made = admin.post(f"{LIST}/baru", NEW)

    assert made.status_code == 201
    assert made.json()["nip"] == "197605201995112001"
    assert made.json()["jabatan"] == []
    assert admin.get(LIST, limit=1).json()["items"][0]["id"] == made.json()["id"]
    assert not User.objects.get(username="nur.hidayati").has_usable_password()
    entry = last_entry()
    assert (entry.kind, entry.source) == ("akun.created", "api")


def test_an_account_is_refused_with_everything_that_is_wrong(road: Road) -> None:
    admin = Program(road, "admin")
    bad = {"username": "Kasi", "nama": "", "nip": "1", "phone": "x", "email": "x", "opd_id": 10**9}

    Token.objects.update(last_used_at=road.now)
    with nothing_changes():
        assert errors_of(admin.post(f"{LIST}/baru", bad)).keys() == bad.keys()


def test_the_same_key_makes_one_account(road: Road) -> None:
    admin = Program(road, "admin")

    first, again = (admin.post(f"{LIST}/baru", NEW, key="akun-1") for _ in range(2))

    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json() == first.json()
    assert User.objects.filter(username="nur.hidayati").count() == 1


def test_the_list_goes_page_by_page_and_asks_the_same_of_one_row_and_of_three(road: Road) -> None:
    admin = Program(road, "admin")
    for number in range(3):
        data = AccountData(username=f"baru{number}", nama=f"Pegawai Baru {number}")
        create_account(data, actor=road.actor("admin"), now=road.now)

    page = admin.get(LIST, q="pegawai baru", limit=2).json()
    rest = admin.get(LIST, q="pegawai baru", limit=2, cursor=page["next"]).json()

    found = [row["username"] for row in (*page["items"], *rest["items"])]
    assert found == ["baru2", "baru1", "baru0"]
    assert rest["next"] is None
    assert admin.queries(f"{LIST}?q=baru1") == admin.queries(f"{LIST}?q=pegawai%20baru")
    assert errors_of(admin.get(LIST, nama="x")).keys() == {"nama"}
    assert errors_of(admin.get(LIST, cursor="x!")).keys() == {"cursor"}


def test_an_account_is_changed_whole(road: Road) -> None:
    admin = Program(road, "admin")
    data = {"username": "analis", "nama": "Sari Dewi, S.Kom.", "pangkat": "Penata"}

    answer = admin.post(f"{one(road)}/ubah", data)

    assert answer.status_code == 200
    assert admin.get(one(road)).json() == answer.json()
    assert (answer.json()["nama"], answer.json()["pangkat"]) == ("Sari Dewi, S.Kom.", "Penata")
    assert last_entry().source == "api"
    assert errors_of(admin.post(f"{one(road)}/ubah", {**data, "username": "kasi"})).keys() == {"username"}


def test_whoever_is_kept_out_comes_in_again_but_nobody_shuts_out_themselves(road: Road) -> None:
    admin = Program(road, "admin")
    held, analis = Program(road, "analis"), one(road)

    assert admin.post(f"{analis}/nonaktifkan", {}).json()["is_active"] is False
    assert code_of(held.get("/tugas")) == (401, "unauthenticated")
    assert admin.post(f"{analis}/aktifkan", {}).json()["is_active"] is True
    assert code_of(held.get("/tugas")) == (401, "unauthenticated")
    assert Program(road, "analis").get("/tugas").status_code == 200
    assert errors_of(admin.post(f"{one(road, 'admin')}/nonaktifkan", {})).keys() == {"is_active"}


def test_the_link_of_a_password_is_shown_once_and_kept_nowhere(road: Road) -> None:
    admin, analis = Program(road, "admin"), f"{one(road)}/tautan"

    first, again = (admin.post(analis, {}, key="tautan-1").json() for _ in range(2))

    secret = first["url"].rsplit("/", 2)[-1] or first["url"].rsplit("/", 2)[-2]
    link = link_for(secret, road.now)
    assert link is not None
    assert link.user == road.people["analis"]
    assert first["url"].endswith(reverse("atur_sandi", args=[secret]))
    assert again == {**first, "url": None}
    assert secret not in KeptAnswer.objects.get().body
    assert last_entry().kind == "akun.link_issued"


def test_an_account_that_is_shut_has_no_link(road: Road) -> None:
    User.objects.filter(username="analis").update(is_active=False)

    answer = Program(road, "admin").post(f"{one(road)}/tautan", {})

    assert code_of(answer) == (404, "not_found")


def test_a_strayed_token_is_revoked_by_an_admin(road: Road) -> None:
    admin, held = Program(road, "admin"), Program(road, "analis")
    (token,) = admin.get(one(road)).json()["token"]

    assert held.secret.startswith(token["awal"])
    assert admin.post(f"{one(road)}/token/{token['id']}/cabut", {}).json() == {"id": token["id"]}
    assert code_of(held.get("/tugas")) == (401, "unauthenticated")
    assert code_of(admin.post(f"{one(road)}/token/{token['id']}/cabut", {})) == (404, "not_found")
    assert last_entry().source == "api"


def test_a_certificate_that_is_not_there_is_not_revoked(road: Road) -> None:
    answer = Program(road, "admin").post(f"{one(road)}/sertifikat/cabut", {"reason": "Lupa frasa sandi."})

    assert errors_of(answer) == {"reason": "Tidak ada sertifikat yang berlaku untuk dicabut."}


def test_a_deputy_is_recorded_acts_and_ends(road: Road) -> None:
    admin, today = Program(road, "admin"), road.now.date()
    term = {
        "role": "kepala_bidang",
        "kind": "plh",
        "nomor_surat": "800/12/2026",
        "from_date": today.isoformat(),
        "until_date": (today + timedelta(days=5)).isoformat(),
    }

    given = admin.post(f"{one(road, 'kasi')}/jabatan", term)

    assert given.status_code == 201, given.json()
    seats = {seat["role"]: seat for seat in admin.get("/kantor/jabatan").json()["kursi"]}
    assert seats["kepala_bidang"]["pengganti"]["oleh"]["id"] == road.people["kasi"].pk
    assert seats["kepala_bidang"]["pejabat"]["oleh"]["id"] == road.people["kabid"].pk
    end = f"{one(road, 'kasi')}/jabatan/{given.json()['id']}/akhiri"
    assert admin.post(end, {}).json() == {"id": given.json()["id"], "until_date": None}
    assert code_of(admin.post(end, {})) == (404, "not_found")
    assert last_entry().source == "api"


def test_a_deputy_without_letter_or_end_is_refused_with_both(road: Road) -> None:
    term = {"role": "kepala_bidang", "kind": "plt", "from_date": "2026-03-02"}

    answer = Program(road, "admin").post(f"{one(road, 'kasi')}/jabatan", term)

    assert errors_of(answer).keys() == {"nomor_surat", "until_date"}


def test_a_position_that_was_held_before_today_ends_yesterday(road: Road) -> None:
    position = Jabatan.objects.get(user=road.people["analis"], role="sistem_analis")
    admin = Program(road, "admin")

    answer = admin.post(f"{one(road)}/jabatan/{position.pk}/akhiri", {})

    assert answer.json() == {"id": position.pk, "until_date": date(2026, 3, 1).isoformat()}
    whole = admin.get(one(road)).json()
    assert whole["jabatan"] == []
    assert position.pk in [row["id"] for row in whole["jabatan_lain"]]


def test_positions_ask_the_same_of_one_period_and_of_three(road: Road) -> None:
    admin, kabid = Program(road, "admin"), road.people["kabid"]

    def period(number: int) -> None:
        first = road.now.date() + timedelta(days=10 * number)
        Jabatan.objects.create(
            user=kabid,
            role="kepala_dinas",
            kind="plh",
            nomor_surat="1",
            from_date=first,
            until_date=first + timedelta(days=2),
        )

    period(1)
    with_one = admin.queries("/kantor/jabatan")
    period(2)
    period(3)
    assert admin.queries("/kantor/jabatan") == with_one
    assert len(admin.get("/kantor/jabatan").json()["berjalan"]) == 3
