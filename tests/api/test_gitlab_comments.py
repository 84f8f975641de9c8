"""A program sends a comment to GitLab as a person does: by the same field, with the same refusals."""

import pytest

from loket.models.gitlab import GitlabPosting
from tests.api.program import Program, code_of
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.speaking import Table, table
from tests.cast import Road

__all__ = ["gitlab", "table"]


def _post(road: Road, act: str, username: str = "kasi", **said: object) -> tuple[int, str]:
    answer = Program(road, username).post(f"/permintaan/{road.nomor}/tindakan/{act}", said)
    return code_of(answer) if answer.status_code >= 400 else (answer.status_code, "")


def test_an_internal_comment_goes_to_gitlab(table: Table) -> None:
    status, _ = _post(table.road, "catatan_internal", text="Server siap.", ke_gitlab=True)

    assert status < 300
    assert GitlabPosting.objects.get().comment.text == "Server siap."


@pytest.mark.parametrize(
    ("act", "username", "said", "code"),
    (
        ("diskusi", "kasi", {"text": "Halo.", "ke_gitlab": True}, (422, "invalid")),
        ("catatan_internal", "kasi", {"text": "0812-3456-7890", "ke_gitlab": True}, (422, "invalid")),
        ("catatan_internal", "kasi", {"text": "Halo.", "ke_gitlab": "ya"}, (422, "invalid")),
        ("catatan_internal", "opd", {"text": "Halo.", "ke_gitlab": True}, (422, "refused")),
    ),
)
def test_what_may_not_go_there_is_refused(
    table: Table, act: str, username: str, said: dict[str, object], code: tuple[int, str]
) -> None:
    assert _post(table.road, act, username, **said) == code
    assert not GitlabPosting.objects.exists()


def test_without_a_gitlab_there_is_nowhere_to_go(road: Road) -> None:
    road.submit()

    assert _post(road, "catatan_internal", "kadis", text="Halo.", ke_gitlab=True) == (422, "invalid")
