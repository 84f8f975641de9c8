from loket.models.permintaan import Permintaan
from tests.cast import Road


def test_a_permintaan_walks_all_twelve_steps(road: Road) -> None:
    road.submit()

    road.walk_to("selesai")

    permintaan = Permintaan.objects.get()
    assert (permintaan.status, permintaan.nomor) == ("selesai", "APL-2026-0001")
    assert permintaan.pengerjaan_set.filter(done_at=None).count() == 0
