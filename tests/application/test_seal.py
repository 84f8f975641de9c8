"""The nightly seal closes every chain that has grown, so that a tail cut off behind our back is missed."""

from collections import Counter
from datetime import timedelta

from django.db import connection

from loket.application.act import act
from loket.application.acts.diskusi import Data as Said
from loket.application.seal import close_the_book
from loket.core.record import GENESIS, first_break
from loket.core.seal import digest_of_heads
from loket.models.entry import Entry, Seal, SealedHead
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan
from loket.queries.finding import Finding
from loket.queries.sealed import GONE, seal_findings
from tests.application.everything import nothing_changes
from tests.cast import NOW, Road

MIDNIGHT = NOW + timedelta(hours=16)


def _heads(seal: Seal) -> list[tuple[str, int, str]]:
    return list(
        SealedHead.objects.filter(seal=seal).order_by("subject").values_list("subject", "seq", "hash")
    )


def _sealed(now_in_days: int = 0) -> Seal:
    seal = close_the_book(MIDNIGHT + timedelta(days=now_in_days))
    assert seal is not None
    return seal


def _talk(road: Road) -> Entry:
    said = Said(text="Mohon kabar.")
    return act(nomor=road.nomor, act_key="diskusi", actor=road.actor("opd"), data=said, now=road.now)


def test_the_first_seal_holds_the_head_of_every_chain(road: Road) -> None:
    nomors = [road.submit().nomor, road.submit().nomor]

    seal = _sealed()

    kantor = Kantor.objects.get()
    heads = [("kantor", kantor.head_seq, kantor.head_hash)]
    heads += [(row.nomor, row.head_seq, row.head_hash) for row in Permintaan.objects.order_by("nomor")]
    assert _heads(seal) == sorted(heads)
    assert [subject for subject, _, _ in heads] == ["kantor", *nomors]
    assert (seal.previous, seal.digest) == (GENESIS, digest_of_heads(GENESIS, heads))
    assert seal.sealed_at == MIDNIGHT


def test_a_quiet_day_needs_no_seal(road: Road) -> None:
    road.submit()
    _sealed()

    with nothing_changes():
        assert close_the_book(MIDNIGHT + timedelta(days=1)) is None


def test_the_next_seal_is_chained_to_it_and_holds_what_has_moved_since(road: Road) -> None:
    road.submit()
    still = road.submit().nomor
    first = _sealed()
    road.submit()
    _talk(road)

    second = _sealed(1)

    assert second.previous == first.digest
    assert [subject for subject, _, _ in _heads(second)] == [road.nomor]
    assert second.digest == digest_of_heads(first.digest, _heads(second))
    assert Permintaan.objects.get(nomor=still).sealed_seq == 1


def test_the_digest_depends_on_every_head_and_not_on_their_order() -> None:
    heads = [("APL-2026-0002", 3, "b" * 64), ("kantor", 24, "a" * 64)]

    digests = {
        digest_of_heads(GENESIS, heads),
        digest_of_heads(GENESIS, heads[:1]),
        digest_of_heads("1" * 64, heads),
        digest_of_heads(GENESIS, [("APL-2026-0002", 4, "b" * 64), heads[1]]),
        digest_of_heads(GENESIS, [("APL-2026-0002", 3, "c" * 64), heads[1]]),
    }

    assert len(digests) == 5
    assert digest_of_heads(GENESIS, heads[::-1]) in digests


def test_a_tail_cut_off_behind_our_back_fits_its_chain_but_not_its_seal(road: Road) -> None:
    road.submit()
    _talk(road)
    _sealed()
    _cut_the_tail(road)

    permintaan = road.permintaan
    chain = [
        (entry.line(), entry.previous, entry.hash) for entry in Entry.objects.filter(permintaan=permintaan)
    ]

    assert (
        first_break(
            chain, head_seq=permintaan.head_seq, head_hash=permintaan.head_hash, subject=permintaan.nomor
        )
        is None
    )
    assert list(seal_findings(Counter(), None)) == [Finding(f"{road.nomor}, catatan 2", GONE)]


def _cut_the_tail(road: Road) -> None:
    """What somebody with the database's own password could do: remove the last entry and move the head back."""
    first = Entry.objects.get(subject=road.nomor, seq=1)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE loket_entry DISABLE TRIGGER rows_stay")
        cursor.execute("DELETE FROM loket_entry WHERE subject = %s AND seq = 2", [road.nomor])
        cursor.execute("ALTER TABLE loket_entry ENABLE TRIGGER rows_stay")
    Permintaan.objects.filter(nomor=road.nomor).update(head_seq=1, head_hash=first.hash)
