"""What the office should judge at the head of the page: GitLab says that the work is done, Loket does not yet."""

from dataclasses import dataclass

from loket.core.zone import ZONE
from loket.queries.gitlab_sign import sign_of
from loket.queries.one_permintaan import Whole
from loket.web import formats


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    title: str
    reason: str


def sign_for(whole: Whole) -> Sign | None:
    """For the office alone. It proposes; what follows is done by the step in hand, or in GitLab by opening it again."""
    found = sign_of(whole.permintaan) if whole.is_for_office else None
    if found is None:
        return None
    who, when = found.author or "akun yang sudah tidak ada", formats.full_datetime(found.at.astimezone(ZONE))
    return Sign(
        title=f"Pekerjaan ditandai selesai oleh {who} di GitLab.",
        reason=(
            f"Issue ditutup {when}. Usulan Loket: bila benar selesai, catat pada langkah yang sedang berjalan;"
            " bila belum, buka kembali issue di GitLab. Tidak ada langkah yang berpindah dengan sendirinya."
        ),
    )
