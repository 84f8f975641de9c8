"""Giving acting periods: what is in the way is named, and holders and deputies end in order."""

from dataclasses import replace
from datetime import date

import pytest

from loket.application.errors import Invalid
from loket.application.office.positions import JabatanData, end_jabatan, give_jabatan
from loket.core.role import Role
from loket.models.user import Jabatan
from tests.cast import Road
from tests.deputies import deputise


def problems_with_giving(road: Road, username: str, role: Role, kind: str = "plh") -> list[str]:
    with pytest.raises(Invalid) as invalid:
        deputise(road, username, role, kind=kind)
    return [sentence for sentences in invalid.value.problems.values() for sentence in sentences]


def test_periods_in_each_others_way_are_refused_with_name_letter_and_days(road: Road) -> None:
    deputise(road)
    plh = "Ratna Kusumaningrum, S.Kom., M.T. sudah menjadi Plh. Kepala Dinas sejak 2 Maret 2026 sampai 6 Maret 2026"

    assert problems_with_giving(road, "kasi", Role.KEPALA_DINAS) == [
        f"{plh} (surat 800/12/2026). Pilih masa lain, atau akhiri masa itu dahulu."
    ]
    assert f"{plh} (surat 800/12/2026). Satu orang menggantikan satu jabatan." in problems_with_giving(
        road, "kabid", Role.KEPALA_SEKSI
    )


def test_an_account_that_is_shut_acts_for_nobody(road: Road) -> None:
    road.people["kabid"].is_active = False

    assert problems_with_giving(road, "kabid", Role.KEPALA_DINAS) == [
        "Akun Ratna Kusumaningrum, S.Kom., M.T. tidak aktif. Pilih orang lain, atau aktifkan akunnya dahulu."
    ]


def test_the_holder_does_not_leave_before_the_plh(road: Road) -> None:
    deputise(road)
    kadis = road.people["kadis"].jabatan_set.get()

    with pytest.raises(Invalid, match=r"menjadi Plh\. Kepala Dinas sejak .* Akhiri masa itu dahulu"):
        end_jabatan(kadis, actor=road.actor("admin"), now=road.now)

    Jabatan.objects.filter(kind="plh").delete()
    end_jabatan(kadis, actor=road.actor("admin"), now=road.now)


def test_a_successor_is_given_the_position_from_the_day_after(road: Road) -> None:
    Jabatan.objects.filter(user=road.people["kadis"]).update(until_date=date(2026, 3, 31))
    data = JabatanData(role=Role.KEPALA_DINAS, from_date=date(2026, 4, 1))

    def succeed(data: JabatanData) -> Jabatan:
        return give_jabatan(road.people["tu"], data, actor=road.actor("admin"), now=road.now)

    with pytest.raises(Invalid, match="menjabat Kepala Dinas sejak 2 Januari 2025 sampai 31 Maret 2026"):
        succeed(replace(data, from_date=date(2026, 3, 31)))

    assert succeed(data).kind == "tetap"
