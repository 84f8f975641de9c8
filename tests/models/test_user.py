"""A person is in the capacities held on a day, and is found by name however it is typed."""

from datetime import timedelta

from loket.core.role import Role
from loket.models.user import Jabatan, User
from tests.cast import NOW

TODAY = NOW.date()


def _deputise(user: User, role: Role, kind: str, *, from_days: int = 0, until_days: int = 0) -> Jabatan:
    return Jabatan.objects.create(
        user=user,
        role=role,
        kind=kind,
        nomor_surat="800/1/2026",
        from_date=TODAY + timedelta(days=from_days),
        until_date=TODAY + timedelta(days=until_days),
    )


def test_a_position_counts_from_its_first_to_its_last_day(office: dict[str, User]) -> None:
    kabid = office["kabid"]
    _deputise(kabid, Role.KEPALA_DINAS, "plh", from_days=1, until_days=2)

    held = [Role.KEPALA_DINAS in kabid.actor(TODAY + timedelta(days=day)).capacities for day in range(4)]

    assert held == [False, True, True, False]


def test_the_holder_of_a_position_is_not_its_deputy(office: dict[str, User]) -> None:
    kadis, kabid = office["kadis"], office["kabid"]
    _deputise(kadis, Role.KEPALA_DINAS, "plt")
    _deputise(kabid, Role.KEPALA_DINAS, "plt")
    _deputise(kabid, Role.KEPALA_DINAS, "plh")

    assert kadis.actor(TODAY).capacities == {Role.KEPALA_DINAS: ""}
    assert kabid.actor(TODAY).capacities == {Role.KEPALA_BIDANG: "", Role.KEPALA_DINAS: "Plt."}


def test_a_position_reads_as_it_is_signed(office: dict[str, User]) -> None:
    deputy = _deputise(office["kabid"], Role.KEPALA_DINAS, "plh")

    assert str(deputy) == "Plh. Kepala Dinas"
    assert [str(held) for held in office["tu"].jabatan_set.all()] == ["Tata Usaha"]


def test_an_account_is_found_however_its_name_is_typed(office: dict[str, User]) -> None:
    assert User.objects.get_by_natural_key("KaDis") == office["kadis"]
    assert office["kadis"].get_full_name() == "Hendra Prasetya Wibawa, S.Sos., M.Si."
