"""The record of a whole road: who, as whom, whence, under which SOP; chained, without gaps and without persons."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from loket.application.act import act
from loket.application.acts.surat_asli_diterima import Data as Arrived
from loket.application.errors import Refused
from loket.application.perform import perform
from loket.application.review import Submission
from loket.application.submit import submit
from loket.core.record import GENESIS, first_break
from loket.core.role import Role
from loket.models.entry import Entry
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan
from loket.models.user import Jabatan
from tests.cast import LETTER, Road

BY_ROLE = (
    ("surat", "opd"),
    ("disposisi", "kepala_dinas"),
    ("disposisi", "kepala_bidang"),
    ("penunjukan", "kepala_seksi"),
    ("prioritas", "kepala_seksi"),
    ("undangan", "sistem_analis"),
    ("rapat_teknis", "sistem_analis"),
    ("", "tata_usaha"),
    ("analisis", "sistem_analis"),
    ("analisis", "kepala_seksi"),
    ("analisis", "opd"),
    ("desain", "sistem_analis"),
    ("desain", "kepala_seksi"),
    ("desain", "opd"),
    ("implementasi", "programmer"),
    ("implementasi", "opd"),
    ("serah_terima", "kepala_seksi"),
    ("", "tata_usaha"),
    ("serah_terima", "kepala_dinas"),
    ("serah_terima", "opd"),
    ("status_gitlab", "programmer"),
    ("pendampingan", "sistem_analis"),
    ("pendampingan", "kepala_seksi"),
    ("pendampingan", "opd"),
)


@pytest.fixture
def record(road: Road) -> list[Entry]:
    """Every entry of a permintaan that went all the way, with every personal value that was entered."""
    road.submit()
    road.walk_to("selesai")
    return list(Entry.objects.filter(permintaan=road.permintaan))


def test_every_act_says_at_which_step_and_as_whom(record: list[Entry]) -> None:
    done = [(entry.step, entry.capacity) for entry in record if entry.kind != "step.started"]

    assert tuple(done) == BY_ROLE


def test_every_bagian_is_started_once_by_its_performer_before_it_is_done(record: list[Entry]) -> None:
    steps = [(entry.kind == "step.started", entry) for entry in record if entry.step and entry.seq > 1]

    assert [is_start for is_start, _ in steps] == [True, False] * 21
    for (_, started), (_, done) in zip(steps[::2], steps[1::2], strict=True):
        assert (started.step, started.bagian, started.actor_id) == (done.step, done.bagian, done.actor_id)
        assert started.happened_at < done.happened_at


def test_it_is_one_chain_in_the_order_of_time_under_one_sop(record: list[Entry], road: Road) -> None:
    permintaan = road.permintaan
    times = [entry.happened_at for entry in record]
    chain = ((entry.line(), entry.previous, entry.hash) for entry in record)

    assert [entry.seq for entry in record] == list(range(1, permintaan.head_seq + 1))
    assert record[0].previous == GENESIS
    assert (
        first_break(
            chain, head_seq=permintaan.head_seq, head_hash=permintaan.head_hash, subject=permintaan.nomor
        )
        is None
    )
    assert times == sorted(times)
    assert {(entry.subject, entry.sop, entry.schema) for entry in record} == {
        (permintaan.nomor, "SOP-DISKOMINFO-001/0", 1)
    }
    assert {entry.sop_revision_id for entry in record} == {permintaan.sop_revision_id}
    assert [entry.source for entry in record] == ["web", *["test"] * (len(record) - 1)]


def test_nothing_personal_and_nothing_typed_stands_in_the_record(record: list[Entry], road: Road) -> None:
    """Only ids, dates, digests and words of the SOP: strings without a space."""
    everything = json.dumps([entry.particulars for entry in record], ensure_ascii=False).casefold()
    people = road.people.values()
    personal = {
        *(LETTER[name] for name in ("pic_nama", "pic_phone", "pic_email", "penanda_tangan")),
        "+6281234567890",
        "81234567890",
        *(value for person in people for value in (person.nama, person.phone, person.email, person.nip)),
    }

    assert [value for value in personal if value and str(value).casefold() in everything] == []
    said = [value for entry in record for value in _strings(entry.particulars)]

    assert [value for value in said if " " in value] == []
    assert {len(value) for value in said if value.isalnum()} <= {*range(20), 64}


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [found for item in value.values() for found in _strings(item)]
    return [found for item in value for found in _strings(item)] if isinstance(value, list) else []


def test_the_contact_leaves_a_digest_that_differs_between_permintaan(road: Road) -> None:
    digests = [Entry.objects.get(permintaan=road.submit()).particulars["pic"] for _ in range(2)]

    assert len(set(digests)) == 2
    assert {len(digest) for digest in digests} == {64}


def test_a_deputy_acts_as_deputy(road: Road) -> None:
    road.submit()
    _hold(road, "kabid", Role.KEPALA_DINAS, kind="plh", nomor_surat="800/12/2026")

    entry = road.perform_as("kabid", outcome="sampai_di_seksi")

    assert entry.capacity == "Plh. kepala_dinas"
    assert road.permintaan.disposisi_set.get().capacity == "Plh. kepala_dinas"


def test_a_deputy_of_yesterday_is_refused(road: Road) -> None:
    road.submit()
    data = road.plausible_data()
    _hold(road, "kabid", Role.KEPALA_DINAS, kind="plh", nomor_surat="800/12/2026")
    road.later(days=3)

    with pytest.raises(Refused) as refused:
        road.perform_as("kabid", data=data)

    assert refused.value.verdict.unmet == (
        "Masa Anda sebagai Plh. Kepala Dinas berakhir pada 4 Maret 2026.",
        "Bagian ini dikerjakan oleh Kepala Dinas.",
    )


def test_whoever_holds_two_roles_acts_in_the_one_that_the_permintaan_knows(road: Road) -> None:
    road.submit()
    _hold(road, "programmer", Role.SISTEM_ANALIS)
    road.walk_to("desain", "susun")
    data = road.plausible_data()
    assert isinstance(data, Submission)
    data = replace(data, upload_id=road.upload("programmer"))

    assert road.perform_as("programmer", data=data).capacity == "programmer"


def test_an_act_is_done_as_the_role_that_may_do_it(road: Road) -> None:
    road.submit()
    _hold(road, "tu", Role.KEPALA_SEKSI)

    entry = act(
        nomor=road.nomor,
        act_key="surat_asli_diterima",
        actor=road.actor("tu"),
        data=Arrived(received_at=road.now),
        now=road.now,
    )

    assert entry.capacity == "tata_usaha"


def test_the_front_desk_registers_as_the_front_desk_though_it_belongs_to_an_agency(road: Road) -> None:
    _hold(road, "tu", Role.OPD)
    road.people["tu"].opd = Opd.objects.get(kode="DINKES")
    road.people["tu"].save()
    actor, opd_id = road.actor("tu"), road.people["opd"].opd_id

    permintaan = submit(actor=actor, opd_id=opd_id, data=road.letter("tu"), now=road.now)

    assert Entry.objects.get(permintaan=permintaan).capacity == "tata_usaha"


def test_the_source_of_an_act_is_kept(road: Road) -> None:
    permintaan = road.submit()
    data = road.plausible_data()

    entry = perform(
        nomor=road.nomor,
        step_key="disposisi",
        bagian="kepala_dinas",
        actor=road.actor("kadis"),
        data=data,
        seen=permintaan.revision,
        now=road.now,
        source="api",
    )

    assert (entry.source, entry.line().source) == ("api", "api")
    assert Permintaan.objects.get().head_hash == entry.hash


def _hold(road: Road, username: str, role: Role, *, kind: str = "tetap", nomor_surat: str = "") -> None:
    today = road.now.date()
    until = None if kind == "tetap" else today + timedelta(days=2)
    Jabatan.objects.create(
        user=road.people[username],
        role=role,
        kind=kind,
        nomor_surat=nomor_surat,
        from_date=today,
        until_date=until,
    )
