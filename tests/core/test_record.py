from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.facts import Status
from loket.core.record import GENESIS, Break, Line, digest_of, first_break, plain
from loket.core.zone import ZONE

LINE = Line(
    subject="APL-2026-0001",
    seq=1,
    kind="disposisi.given",
    step="disposisi",
    bagian="kepala_dinas",
    outcome="diteruskan",
    actor_id=3,
    capacity="kepala_dinas",
    source="web",
    happened_at=datetime(2026, 11, 24, 9, 0, tzinfo=ZONE),
    sop="SOP-DISKOMINFO-001/0",
    particulars={"disposisi_id": 12},
)
CHANGES = {
    "subject": "APL-2026-0002",
    "seq": 2,
    "kind": "disposisi.returned",
    "step": "surat",
    "bagian": "kepala_bidang",
    "outcome": "dikembalikan",
    "actor_id": None,
    "capacity": "Plh. kepala_dinas",
    "source": "api",
    "happened_at": datetime(2026, 11, 24, 9, 0, 0, 1, tzinfo=ZONE),
    "sop": "SOP-DISKOMINFO-001/1",
    "particulars": {"disposisi_id": 13},
    "schema": 2,
}


def chain(length: int) -> list[tuple[Line, str, str]]:
    links, previous = [], GENESIS
    for seq in range(1, length + 1):
        line = replace(LINE, seq=seq)
        digest = line.hash_after(previous)
        links.append((line, previous, digest))
        previous = digest
    return links


def broken(links: list[tuple[Line, str, str]], *, seq: int, digest: str) -> Break | None:
    return first_break(links, head_seq=seq, head_hash=digest, subject="APL-2026-0001")


def test_the_canonical_form_is_pinned_for_ever() -> None:
    assert LINE.canonical().decode() == (
        '{"actor_id":3,"bagian":"kepala_dinas","capacity":"kepala_dinas",'
        '"happened_at":"2026-11-24T02:00:00.000000+00:00","kind":"disposisi.given","outcome":"diteruskan",'
        '"particulars":{"disposisi_id":12},"schema":1,"seq":1,"sop":"SOP-DISKOMINFO-001/0","source":"web",'
        '"step":"disposisi","subject":"APL-2026-0001"}'
    )


def test_every_field_is_hashed() -> None:
    assert set(CHANGES) == set(Line.__slots__)
    changed = {replace(LINE, **{name: value}).hash_after(GENESIS) for name, value in CHANGES.items()}  # type: ignore[arg-type]  # each of its own type
    assert len({LINE.hash_after(GENESIS), LINE.hash_after("1" * 64), *changed}) == len(CHANGES) + 2


def test_the_same_instant_in_another_zone_is_the_same_entry() -> None:
    utc = replace(LINE, happened_at=LINE.happened_at.astimezone(UTC))

    assert utc.hash_after(GENESIS) == LINE.hash_after(GENESIS)


def test_a_whole_chain_holds() -> None:
    links = chain(3)

    assert broken(links, seq=3, digest=links[-1][2]) is None


def test_an_empty_chain_holds() -> None:
    assert broken([], seq=0, digest=GENESIS) is None


def test_a_changed_entry_breaks_the_chain_at_its_place() -> None:
    links = chain(3)
    line, previous, digest = links[1]
    links[1] = (replace(line, outcome="sampai_di_seksi"), previous, digest)

    assert broken(links, seq=3, digest=links[-1][2]) == Break("APL-2026-0001", 2, "isi catatan berubah")


def test_a_rehashed_entry_no_longer_fits_its_successor() -> None:
    links = chain(3)
    line, previous, _ = links[1]
    forged = replace(line, outcome="sampai_di_seksi")
    links[1] = (forged, previous, forged.hash_after(previous))

    found = broken(links, seq=3, digest=links[-1][2])

    assert found == Break("APL-2026-0001", 3, "catatan tidak menyambung ke catatan sebelumnya")


def test_a_missing_entry_is_found() -> None:
    links = chain(3)

    assert broken([links[0], links[2]], seq=3, digest=links[-1][2]) == Break(
        "APL-2026-0001", 2, "catatan hilang dari urutan"
    )


def test_a_removed_tail_is_found_by_the_head() -> None:
    links = chain(3)

    assert broken(links[:2], seq=3, digest=links[-1][2]) == Break(
        "APL-2026-0001", 3, "catatan terakhir hilang atau kepala rantai berubah"
    )


@pytest.mark.parametrize(
    ("value", "reduced"),
    (
        (datetime(2026, 11, 24, 16, 30, tzinfo=ZONE), "2026-11-24T09:30:00.000000+00:00"),
        (date(2026, 11, 24), "2026-11-24"),
        (Status.SELESAI, "selesai"),
        ({"b": (1, 2), 3: {"y", "x"}}, {"b": [1, 2], "3": ["x", "y"]}),
        (None, None),
        (7, 7),
    ),
)
def test_particulars_are_reduced_to_plain_json(value: object, reduced: object) -> None:
    assert plain(value) == reduced


SALTS = st.binary(min_size=16, max_size=16).map(bytes.hex)
"""As an office has one."""


@given(st.text(), st.lists(SALTS, min_size=2, max_size=2, unique=True))
def test_a_digest_depends_on_value_and_salt(value: str, salts: list[str]) -> None:
    salt, other = salts
    assert digest_of(value, salt=salt) == digest_of(value, salt=salt)
    assert digest_of(value, salt=salt) != digest_of(value, salt=other)
