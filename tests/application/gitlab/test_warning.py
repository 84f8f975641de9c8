"""Admins hear of the end of the token 60, 30 and 7 days before, when it has come, and of a day of failures; once each."""

from datetime import UTC, date, datetime, timedelta

import pytest

from loket.application.gitlab.warning import next_warning, warn_admins
from loket.integrations.gitlab.problems import TokenExpired, sentence_of
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabConnection
from loket.models.user import User

END = date(2027, 3, 1)
NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
Office = dict[str, User]


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)


def told() -> list[str]:
    return list(Pesan.objects.order_by("pk").values_list("judul", flat=True))


def test_each_warning_comes_once_to_the_admin_alone(office: Office) -> None:
    GitlabConnection.objects.create(token_expires_on=END)

    for before in range(90, -3, -1):
        warn_admins(on(END - timedelta(days=before)))

    titles = told()
    assert [title.partition(",")[2].partition(".")[0] for title in titles[:3]] == [
        " 60 hari lagi",
        " 30 hari lagi",
        " 7 hari lagi",
    ]
    assert titles[0].startswith("Token Loket di GitLab berakhir 1 Maret 2027")
    assert titles[3].startswith("Token Loket di GitLab sudah berakhir")
    assert len(titles) == 4
    assert {pesan.user for pesan in Pesan.objects.all()} == {office["admin"]}
    entries = Entry.objects.filter(kind="gitlab.warned").order_by("seq")
    assert [entry.particulars["days"] for entry in entries] == [60, 30, 7, 0]
    assert {(entry.subject, entry.actor, entry.source) for entry in entries} == {("kantor", None, "loket")}


@pytest.mark.parametrize(
    ("left", "warned", "expected"),
    (
        (None, None, None),
        (61, None, None),
        (60, None, 60),
        (20, None, 30),
        (20, 60, 30),
        (20, 30, None),
        (7, 30, 7),
        (0, 7, 0),
        (0, 0, None),
    ),
)
def test_late_comers_hear_the_nearest_warning_only(
    left: int | None, warned: int | None, expected: int | None
) -> None:
    assert next_warning(left, warned) == expected


def test_a_token_of_which_only_gitlab_knows_that_it_has_ended_is_told_once(office: Office) -> None:
    GitlabConnection.objects.create(problem=TokenExpired.code, failing_since=NOW - timedelta(days=3))

    for _ in range(2):
        warn_admins(NOW)

    assert len(told()) == 1
    assert "sudah berakhir" in told()[0]


def test_a_day_of_failures_is_told_once_and_the_next_such_day_again(office: Office) -> None:
    GitlabConnection.objects.create(problem="gitlab_gangguan", failing_since=NOW)

    warn_admins(NOW + timedelta(hours=3))
    assert told() == []
    for day in (1, 2, 3):
        warn_admins(NOW + timedelta(days=day))
    assert [title[:41] for title in told()] == ["Sambungan GitLab gagal sejak sehari: GitL"]

    GitlabConnection.objects.update(failing_since=NOW + timedelta(days=10))
    warn_admins(NOW + timedelta(days=11))
    assert len(told()) == 2


def test_a_right_that_lacks_for_a_day_is_told_as_well(office: Office) -> None:
    rights = {"access_level": 10, "is_archived": False, "has_issues": True}
    GitlabConnection.objects.create(rights=rights, failing_since=NOW)

    warn_admins(NOW + timedelta(days=1))

    assert "terlalu rendah: Guest. Minta pengelola proyek" in told()[0]


def test_where_nobody_knows_why_it_is_told_all_the_same(office: Office) -> None:
    GitlabConnection.objects.create(failing_since=NOW)

    warn_admins(NOW + timedelta(days=1))

    assert told() == ["Sambungan GitLab gagal sejak sehari: Buka halaman Sambungan GitLab untuk sebabnya."]


def test_a_kept_problem_has_its_sentence_and_none_has_none() -> None:
    assert "Admin perlu memasang token baru." in sentence_of("token_ditolak")
    assert sentence_of("") == ""


def test_without_anything_to_tell_nobody_is_told(office: Office) -> None:
    warn_admins(NOW)

    assert told() == []
    assert not Entry.objects.filter(kind="gitlab.warned").exists()
