"""A file that somebody holds is told from every other: what was issued, what it was before, and what was changed."""

import fcntl
from collections.abc import Sequence
from pathlib import Path

import pytest
from django.conf import settings

from loket.application.naskah.comparing import TURN, Busy, Match, compare
from loket.application.naskah.printing import print_naskah, read_file
from loket.integrations.esign import apart
from loket.models.naskah import Naskah, NaskahFile
from tests.cast import Road
from tests.files.samples import pdf
from tests.letters import stored
from tests.papers import issued, sign
from tests.signing import Keys, with_one_byte_changed


@pytest.fixture
def memo(road: Road, keys: Keys) -> Naskah:
    """Its print, and the file with the signature of its signer, are stored."""
    road.submit()
    keys.give(road.people["kasi"])
    memo = issued(road, cara="internal")
    sign(road, memo)
    return memo


def files_of(naskah: Naskah) -> Sequence[NaskahFile]:
    return list(naskah.naskahfile_set.order_by("pk"))


def test_a_stored_file_is_the_issued_one_or_what_it_was_before(road: Road, memo: Naskah) -> None:
    files = files_of(memo)
    printed, signed = files

    before = compare(read_file(printed), files, now=road.now)
    now = compare(read_file(signed), files, now=road.now)

    assert (before.match, before.file, before.reports) == (Match.EARLIER, printed, ())
    assert (now.match, now.file, now.sha256) == (Match.ISSUED, signed, signed.sha256)
    assert [(report.signer, report.flaw) for report in now.reports] == [(road.people["kasi"].nama, None)]


def test_another_file_is_told_by_its_signatures(road: Road, memo: Naskah) -> None:
    files, signed = files_of(memo), read_file(files_of(memo)[-1])

    told = {
        name: compare(content, of, now=road.now)
        for name, content, of in (
            ("changed", with_one_byte_changed(signed), files),
            ("of another naskah", signed, files[:1]),
            ("unsigned", pdf(2), files),
            ("a photo", b"\x89PNG foto", files),
        )
    }

    assert {name: found.match for name, found in told.items()} == {
        "changed": Match.CHANGED,
        "of another naskah": Match.OTHER_SIGNED,
        "unsigned": Match.OTHER,
        "a photo": Match.NO_PDF,
    }
    assert {found.file for found in told.values()} == {None}


def test_the_filed_scan_is_known_by_its_bytes_alone(road: Road) -> None:
    road.submit()
    memo = issued(road)
    print_naskah(memo.pk)
    scan = stored(memo, b"\x89PNG pindaian", "pindaian")

    found = compare(b"\x89PNG pindaian", files_of(memo), now=road.now)

    assert (found.match, found.file) == (Match.ISSUED, scan)


def test_while_another_file_is_examined_only_what_is_stored_is_known(
    road: Road, memo: Naskah, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "TRIES", 1)
    files = files_of(memo)
    signed = read_file(files[-1])
    with (Path(settings.ENVIRONMENT.data_dir) / TURN).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)

        known = compare(signed, files, now=road.now)
        with pytest.raises(Busy):
            compare(signed, files[:1], now=road.now)

    assert (known.match, known.reports) == (Match.ISSUED, ())
