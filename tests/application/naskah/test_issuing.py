"""A number is taken when a naskah is issued, by whoever may, and is never given twice."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from loket.application.errors import Invalid, NotVisible, Refused
from loket.application.naskah import issuing
from loket.application.naskah.making import make_from
from loket.application.naskah.printing import issued_at, print_naskah
from loket.core.zone import ZONE
from loket.documents import render_frozen
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.naskah import AturanNaskah, Naskah, NaskahFile, TandaTangan
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.deputies import deputise, vacate
from tests.papers import again, draft, issue, issued, scan, void

At = Callable[..., Road]


@pytest.fixture
def road(road: Road) -> Road:
    road.submit()
    return road


def numbers(jenis: str = "nota_dinas") -> list[int | None]:
    return list(Naskah.objects.filter(jenis=jenis).order_by("urut").values_list("urut", flat=True))


def test_a_number_is_taken_at_issue_and_never_by_a_draft(road: Road) -> None:
    first, second = draft(road), draft(road)

    later = issue(road, second)
    earlier = issue(road, first)

    assert (first.urut, later.urut, earlier.urut) == (None, 1, 2)
    assert later.nomor == "500.12.16.3.7/001/403.000/III/2026"


def test_what_is_void_keeps_its_number_and_says_why(road: Road) -> None:
    gone = void(road, issued(road))

    assert (gone.state, gone.urut, gone.ended_because) == ("dibatalkan", 1, "Salah nama.")
    assert issued(road).urut == 2
    with nothing_changes(), pytest.raises(Refused) as refused:
        void(road, gone)
    assert refused.value.verdict.unmet == ("Naskah ini sudah dibatalkan.",)


def test_a_new_year_begins_with_one(road: Road) -> None:
    assert issued(road).nomor.endswith("/III/2026")
    road.now = datetime(2026, 12, 31, 23, 59, tzinfo=ZONE)
    assert issued(road).nomor == "500.12.16.3.7/002/403.000/XII/2026"
    road.now = datetime(2027, 1, 1, 0, 1, tzinfo=ZONE)

    new_year = issued(road)

    assert (new_year.tahun, new_year.urut) == (2027, 1)
    assert (new_year.nomor, new_year.tanggal) == ("500.12.16.3.7/001/403.000/I/2027", date(2027, 1, 1))


def test_a_number_that_another_kind_has_is_not_given_again(road: Road) -> None:
    issued(road)
    AturanNaskah.objects.create(
        jenis="surat_undangan",
        klasifikasi="500.12.16.3.7",
        wewenang="kepala_dinas",
        terendah="kepala_dinas",
    )
    other = draft(road, "surat_undangan")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        issue(road, other)

    assert "sudah dipakai jenis naskah lain" in invalid.value.problems["naskah"][0]


def test_a_letter_that_nobody_can_sign_takes_no_number(road: Road) -> None:
    letter = draft(road, "surat_undangan")
    vacate(road, "kadis", "kabid", "kasi")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        issue(road, letter, "tu")

    assert invalid.value.problems["naskah"] == [
        "Belum ada pejabat yang dapat menandatangani naskah ini. Tetapkan Plh. atau Plt. lebih dahulu."
    ]


@pytest.mark.parametrize(
    ("username", "lines", "capacity"),
    (
        ("tu", ["Plh. Kepala Dinas Komunikasi dan Informatika"], "Plh. kepala_dinas"),
        ("kadis", ["Kepala Dinas Komunikasi dan Informatika"], "kepala_dinas"),
        ("kabid", ["Plh. Kepala Dinas Komunikasi dan Informatika"], "Plh. kepala_dinas"),
        (
            "kasi",
            [
                "a.n. Kepala Dinas Komunikasi dan Informatika",
                "Kepala Bidang Teknologi Informasi dan Komunikasi",
                "u.b.",
                "Kepala Seksi Pengembangan Aplikasi",
            ],
            "kepala_seksi",
        ),
    ),
)
def test_it_names_who_signs_it_and_for_whom(
    road: Road, username: str, lines: list[str], capacity: str
) -> None:
    deputise(road)

    naskah = issue(road, draft(road, "surat_undangan", "kasi"), username)

    party = TandaTangan.objects.get(naskah=naskah)
    assert (party.jabatan, party.capacity) == (lines, capacity)


def test_only_a_plt_of_the_position_is_asked_where_it_is_vacant(road: Road) -> None:
    vacate(road, "kadis")
    deputise(road, "kabid", kind="plt")

    naskah = issue(road, draft(road, "surat_undangan", "tu"), "tu")

    assert TandaTangan.objects.get(naskah=naskah).jabatan == ["Plt. Kepala Dinas Komunikasi dan Informatika"]


@pytest.mark.parametrize(
    ("username", "said"),
    (
        ("analis", NotVisible),
        ("kabid", Refused),
        ("opd_lain", NotVisible),
        ("opd", Refused),
        ("admin", NotVisible),
    ),
)
def test_only_the_front_desk_or_who_signs_gives_a_number(
    road: Road, username: str, said: type[Exception]
) -> None:
    memo = draft(road)

    with nothing_changes(), pytest.raises(said):
        issue(road, memo, username)


def test_a_letter_is_voided_by_those_who_may_issue_it(road: Road) -> None:
    letter = issued(road, "surat_undangan")
    scan(road, letter)
    AturanNaskah.objects.create(
        jenis="surat_undangan", klasifikasi="1", wewenang="kepala_dinas", terendah="kepala_dinas"
    )

    with nothing_changes(), pytest.raises(Refused):
        void(road, letter, "kasi")
    assert void(road, letter, "kadis").state == "dibatalkan"


def test_what_nobody_signs_is_voided_by_a_head(road: Road) -> None:
    make_from(Entry.objects.get(subject=road.nomor, seq=1).pk, road.now)

    assert void(road, Naskah.objects.get(), "kasi").state == "dibatalkan"


def test_a_naskah_of_another_permintaan_is_not_found(road: Road) -> None:
    memo = draft(road)
    road.submit()

    with nothing_changes(), pytest.raises(NotVisible):
        issue(road, memo)


def test_a_crash_while_it_is_issued_leaves_no_gap_and_nothing_half(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = draft(road), draft(road)
    monkeypatch.setattr(issuing, "_keep_parties", _power_cut)
    with nothing_changes(), pytest.raises(OSError, match="power"):
        issue(road, first)
    monkeypatch.undo()

    issue(road, second)
    issue(road, first)

    assert numbers() == [1, 2]


def _power_cut(*_: object) -> None:
    raise OSError("power")


def test_what_loket_makes_by_itself_is_made_once(road: Road) -> None:
    entry = Entry.objects.get(subject=road.nomor, seq=1)

    assert [make_from(entry.pk, road.now) for _ in range(3)] == [1, 0, 0]
    assert Naskah.objects.get().because_of == entry


def test_it_is_printed_once(road: Road) -> None:
    make_from(Entry.objects.get(subject=road.nomor, seq=1).pk, road.now)
    naskah = Naskah.objects.get()

    assert print_naskah(naskah.pk) == print_naskah(naskah.pk)
    assert NaskahFile.objects.get().kind == "cetakan"


def test_what_is_printed_twice_at_once_is_kept_once(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other worker was first, after this one had looked."""
    make_from(Entry.objects.get(subject=road.nomor, seq=1).pk, road.now)
    naskah = Naskah.objects.get()
    kept: list[NaskahFile] = []

    def meanwhile(*args: object, **options: object) -> bytes:
        monkeypatch.undo()
        kept.append(print_naskah(naskah.pk))
        return render_frozen(*args, **options)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("loket.application.naskah.printing.render_frozen", meanwhile)

    assert print_naskah(naskah.pk) == kept[0]
    assert NaskahFile.objects.count() == 1


def test_the_print_says_what_was_true_when_it_was_issued(road: Road) -> None:
    memo = issued(road)
    before = memo.isi
    Kantor.objects.update(pemerintah="PEMERINTAH LAIN")

    assert again(memo).isi == before


def test_nothing_that_was_not_issued_is_printed(road: Road) -> None:
    memo = draft(road)

    with pytest.raises(TypeError, match="has not been issued"):
        print_naskah(memo.pk)
    with pytest.raises(TypeError, match="has not been issued"):
        issued_at(memo)
