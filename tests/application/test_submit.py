"""A new request: its number, its code, for whom it may be sent, and the SOP that it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from math import log2

import pytest

from loket.application.errors import Invalid, Refused
from loket.application.numbering import _ALPHABET, next_number, tracking_code
from loket.application.submit import sent_with, submit
from loket.core.actor import SYSTEM
from loket.core.zone import ZONE
from loket.models.kantor import Counter
from loket.models.opd import Opd
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import SopRevision, rules_of
from loket.sop.definition import MAIN, text_of
from tests.application.everything import nothing_changes
from tests.cast import NOW, Road


def _send(road: Road, username: str = "opd", **more: object) -> Permintaan:
    options = {"opd_id": road.people["opd"].opd_id, "now": road.now, **more}
    data = options.pop("data", None) or road.letter(username)
    return submit(actor=road.actor(username), data=data, **options)  # type: ignore[arg-type]  # mixed values


def test_numbers_count_up_within_the_year_and_begin_anew_with_the_next(road: Road) -> None:
    numbers = [_send(road).nomor for _ in range(2)]
    road.now = datetime(2027, 1, 4, 9, 0, tzinfo=ZONE)
    numbers += [_send(road, data=road.letter(wanted_date=None)).nomor for _ in range(2)]

    assert numbers == ["APL-2026-0001", "APL-2026-0002", "APL-2027-0001", "APL-2027-0002"]


def test_the_year_is_that_of_the_office_and_not_of_greenwich(road: Road) -> None:
    new_year_at_the_office = datetime(2027, 1, 1, 0, 30, tzinfo=ZONE)

    assert (
        _send(road, data=road.letter(wanted_date=None), now=new_year_at_the_office).nomor == "APL-2027-0001"
    )


def test_a_number_has_four_digits_or_more(road: Road) -> None:
    Counter.objects.create(kind="permintaan", year=2026, last=9_998)

    assert [_send(road).nomor for _ in range(2)] == ["APL-2026-9999", "APL-2026-10000"]


def test_each_kind_and_year_counts_for_itself(db: None) -> None:
    taken = [next_number(kind, year) for kind, year in (("a", 2026), ("b", 2026), ("a", 2027), ("a", 2026))]

    assert taken == [1, 1, 1, 2]


def test_what_is_refused_or_invalid_uses_no_number(road: Road) -> None:
    letter, empty = road.letter(), road.letter(perihal="")
    other = road.letter("opd_lain")

    with nothing_changes():
        with pytest.raises(Invalid):
            _send(road, data=empty)
        with pytest.raises(Refused):
            _send(road, "opd_lain", data=other)
        with pytest.raises(Refused):
            _send(road, "kadis", data=letter)

    assert _send(road).nomor == "APL-2026-0001"


def test_codes_are_long_random_and_readable(road: Road) -> None:
    codes = {tracking_code() for _ in range(1_000)}

    assert len(codes) == 1_000
    assert {tuple(map(len, code.split("-"))) for code in codes} == {(7, 7, 7, 7)}
    assert len(_ALPHABET) == len(set(_ALPHABET))
    assert 28 * log2(len(_ALPHABET)) >= 128
    assert not set("01OIl") & set(_ALPHABET)
    assert _send(road).kode_lacak not in codes


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "analis", "programmer", "admin", "opd_lain"))
def test_only_the_agency_itself_and_the_front_desk_send(road: Road, username: str) -> None:
    letter = road.letter(username)

    with nothing_changes(), pytest.raises(Refused):
        _send(road, username, data=letter)


def test_another_agency_hears_whose_request_it_would_be(road: Road) -> None:
    with pytest.raises(Refused) as refused:
        _send(road, "opd_lain")

    assert refused.value.verdict.unmet == ("Bagian ini dikerjakan oleh OPD yang mengajukan permintaan.",)


def test_the_front_desk_registers_a_letter_for_an_agency(road: Road) -> None:
    permintaan = _send(road, "tu")

    assert (permintaan.opd.kode, permintaan.created_by, permintaan.turn) == (
        "DUKCAPIL",
        road.people["tu"],
        ["kepala_dinas"],
    )


@pytest.mark.parametrize("chosen", ("none", "unknown", "inactive", "huge"))
def test_an_agency_that_cannot_ask_is_a_problem_of_its_field(road: Road, chosen: str) -> None:
    opd = Opd.objects.get(kode="DUKCAPIL")
    Opd.objects.filter(pk=opd.pk).update(is_active=chosen != "inactive")
    opd_id = {"none": None, "unknown": 0, "inactive": opd.pk, "huge": 10**30}[chosen]
    letter = road.letter()

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        _send(road, opd_id=opd_id, data=letter)

    assert invalid.value.problems == {"opd_id": ["Pilih OPD yang mengajukan permintaan."]}


def test_loket_itself_asks_for_no_application(road: Road) -> None:
    letter = road.letter()

    with nothing_changes(), pytest.raises(TypeError):
        submit(actor=SYSTEM, opd_id=road.people["opd"].opd_id, data=letter, now=road.now)


def test_the_form_makes_the_step_available_when_it_was_begun(road: Road) -> None:
    begun_at = NOW - timedelta(minutes=25)

    _send(road, begun_at=begun_at)

    run = Pengerjaan.objects.get(step="surat")
    assert (run.available_at, run.done_at, run.waited, run.worked) == (begun_at, NOW, 25 * 60, 0)


def test_without_a_beginning_it_is_available_when_it_was_sent(road: Road) -> None:
    _send(road)

    run = Pengerjaan.objects.get(step="surat")
    assert (run.available_at, run.done_at, run.waited, run.worked) == (NOW, NOW, 0, 0)


def test_the_facts_of_the_letter_are_kept_as_they_were_typed(road: Road) -> None:
    letter = road.letter(wanted_date=None)

    permintaan = Permintaan.objects.get(pk=_send(road, data=letter).pk)

    surat = permintaan.surat_set.get()
    for name in ("nama_aplikasi", "kebutuhan", "alasan", "layanan", "pengguna", "pic_nama", "pic_email"):
        assert getattr(permintaan, name) == getattr(letter, name)
    for name in ("nomor_surat", "tanggal_surat", "perihal", "penanda_tangan", "bentuk", "kanal"):
        assert getattr(surat, name) == getattr(letter, name)
    assert (permintaan.pic_phone, permintaan.wanted_date) == ("+6281234567890", None)
    assert (surat.received_at, surat.version.upload_id, surat.asli_received_at) == (
        NOW,
        letter.upload_id,
        None,
    )


def test_the_same_form_sent_twice_makes_one_permintaan(road: Road) -> None:
    first = _send(road, key="formulir-1")
    letter = road.letter()

    with nothing_changes():
        again = _send(road, data=letter, key="formulir-1")

    assert again == first
    assert _send(road, key="formulir-2").nomor == "APL-2026-0002"
    assert _send(road, "tu", key="formulir-1").nomor == "APL-2026-0003"


def test_whoever_comes_back_to_a_form_that_is_gone_finds_what_it_made(road: Road) -> None:
    sent = _send(road, key="formulir-1")
    actor = road.actor("opd")

    assert sent_with("formulir-1", actor=actor) == sent
    assert sent_with("formulir-2", actor=actor) is None
    assert sent_with("formulir-1", actor=road.actor("tu")) is None


def test_and_finds_nothing_where_it_may_not_look_any_more(road: Road) -> None:
    _send(road, key="formulir-1")
    former = replace(road.actor("opd"), capacities={})

    assert sent_with("formulir-1", actor=former) is None


def test_a_key_may_be_of_any_length(road: Road) -> None:
    assert _send(road, key="k\x00" * 5_000) == _send(road, key="k\x00" * 5_000)


def _release(change: Callable[[str], str]) -> SopRevision:
    """The next revision of the SOP, from now on in force."""
    content = change(text_of(MAIN)).replace("revisi = 0", "revisi = 1")
    return SopRevision.objects.create(
        nomor=MAIN,
        revisi=1,
        content=content,
        sha256=sha256(content.encode()).hexdigest(),
        released_at=NOW + timedelta(minutes=1),
    )


def test_a_permintaan_stays_on_the_revision_under_which_it_was_accepted(road: Road) -> None:
    old = road.submit()
    _release(lambda text: text.replace("nilai = 10, satuan", "nilai = 20, satuan"))
    new = road.submit()

    minutes = [
        rules_of(Permintaan.objects.get(pk=row.pk).sop_revision_id).step("disposisi").standard.value
        for row in (old, new)
    ]

    assert minutes == [10, 20]
    assert [row.due_at - NOW for row in (old, new) if row.due_at] == [
        timedelta(minutes=10),
        timedelta(minutes=20),
    ]


def test_its_guards_and_its_entries_are_those_of_its_own_revision(road: Road) -> None:
    first = road.submit().nomor
    _release(lambda text: text.replace('"kepala_seksi"]\nguards = []\n', '"kepala_bidang"]\nguards = []\n'))
    second = road.submit().nomor

    assert [_turn_after_the_heads(road, nomor) for nomor in (first, second)] == [
        (["kepala_seksi"], "SOP-DISKOMINFO-001/0"),
        (["kepala_bidang"], "SOP-DISKOMINFO-001/1"),
    ]


def _turn_after_the_heads(road: Road, nomor: str) -> tuple[list[str], str]:
    road.nomor = nomor
    entry = road.step("sampai_di_seksi")
    return road.permintaan.turn, entry.sop
