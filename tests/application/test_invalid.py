"""What cannot be is named at its field and leaves nothing behind, at every bagian and act."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_args, get_origin, is_typeddict

import pytest

from loket.application.act import act
from loket.application.acts import ACTS
from loket.application.data import StepData, present
from loket.application.errors import Invalid, NotVisible
from loket.application.naskah.recording import Proof
from loket.application.perform import perform, start
from loket.application.steps import PARTS
from loket.models.permintaan import Permintaan
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.doings import do

HUGE = 10**30
USERNAMES = {
    "surat_asli_diterima": "tu",
    "tarik": "opd",
    "diskusi": "opd",
    "jadwal_ulang": "analis",
    "perubahan_ruang_lingkup": "opd",
    "terapkan_perubahan": "analis",
}
PLACES = {
    "perpanjang": "analisis",
    "ganti_tim": "analisis",
    "jadwal_ulang": "rapat_teknis",
    "perubahan_ruang_lingkup": "desain",
    "putuskan_perubahan": "desain",
    "terapkan_perubahan": "desain",
}
BEFORE = {
    "putuskan_perubahan": ("perubahan_ruang_lingkup",),
    "terapkan_perubahan": ("perubahan_ruang_lingkup", "putuskan_perubahan"),
}
NOTHING: dict[Any, Any] = {str: "", int: 0, bool: False, tuple: (), Mapping: {}, Proof: Proof()}
FIRST = {
    "koreksi_data": "sebab",
    "terbitkan_naskah": "cara",
    "tanda_tangani_naskah": "upload_id",
    "batalkan_naskah": "alasan",
}
"""What an empty act is told of first, where it is not its first field."""


def _emptied(data: StepData) -> StepData:
    """The same form with nothing filled in."""
    nothing = {field.name: _empty(field.type) for field in fields(data)}  # type: ignore[arg-type]  # data are dataclasses
    return replace(data, **nothing)  # type: ignore[type-var]  # see above


def _empty(kind: Any) -> Any:
    if is_typeddict(kind):
        return {}
    return None if type(None) in get_args(kind) else NOTHING[get_origin(kind) or kind]


def test_an_empty_form_leaves_nothing_behind_at_any_bagian(road: Road) -> None:
    road.submit()
    complained = {}
    while (permintaan := road.permintaan).at_step != "selesai":
        road.wait_until_possible()
        data = _emptied(road.plausible_data())
        with nothing_changes():
            complained[permintaan.at_step, permintaan.at_bagian] = _problems(road, data)
        road.step()

    assert [place for place, problems in complained.items() if not problems] == [("status_gitlab", "ubah")]
    assert len(complained) == len(PARTS) - 2


def _problems(road: Road, data: StepData) -> dict[str, list[str]]:
    """What is wrong with it; the one form that may stay empty is not sent."""
    if road.permintaan.at_step == "status_gitlab":
        return {}
    with pytest.raises(Invalid) as invalid:
        road.perform_as(road.performer(), data=data)
    return dict(invalid.value.problems)


@pytest.mark.parametrize("act_key", sorted(ACTS))
def test_an_empty_act_leaves_nothing_behind(road: Road, act_key: str) -> None:
    road.submit()
    if act_key in PLACES:
        road.walk_to(PLACES[act_key])
    if act_key == "lanjutkan":
        road.pause()
    for before in BEFORE.get(act_key, ()):
        do(road, before)
    if act_key.endswith("_usulan"):
        Permintaan.objects.update(proposed="usul_tangguhkan")
    username = USERNAMES.get(act_key, "kasi")
    first = next(iter(fields(ACTS[act_key].data)))  # type: ignore[arg-type]  # data are dataclasses
    data = _emptied_act(act_key)

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        act(
            nomor=road.nomor,
            act_key=act_key,
            actor=road.actor(username),
            data=data,
            now=road.now,
            seen=road.permintaan.revision,
        )

    assert next(iter(invalid.value.problems)) == FIRST.get(act_key, first.name)


def _emptied_act(key: str) -> StepData:
    data = ACTS[key].data
    nothing = {field.name: _empty(field.type) for field in fields(data)}  # type: ignore[arg-type]  # as above
    return data(**nothing)


def test_ids_that_are_none_are_problems_and_no_errors(road: Road) -> None:
    road.submit()
    for place, change in (
        (("disposisi", "kepala_dinas"), {"kepada_id": HUGE}),
        (("penunjukan", "penunjukan"), {"analyst_ids": (HUGE, -1, 0), "lead_id": None}),
        (("undangan", "undangan"), {"peserta_ids": (HUGE,)}),
        (("analisis", "susun"), {"upload_id": HUGE}),
    ):
        road.walk_to(*place)
        road.wait_until_possible()
        data = replace(road.plausible_data(), **change)  # type: ignore[type-var]  # data are dataclasses
        with nothing_changes(), pytest.raises(Invalid) as invalid:
            road.perform_as(road.performer(), data=data)
        assert set(invalid.value.problems) == set(change)


@pytest.mark.parametrize(
    ("step", "bagian"),
    (
        ("hilang", "hilang"),
        ("disposisi", "hilang"),
        ("disposisi", ""),
        ("", ""),
        ("selesai", ""),
        ("surat", "kepala_dinas"),
    ),
)
def test_a_place_that_the_sop_does_not_know_is_not_there(road: Road, step: str, bagian: str) -> None:
    permintaan = road.submit()
    here: dict[str, Any] = {"nomor": road.nomor, "step_key": step, "bagian": bagian}
    data = road.letter()

    with nothing_changes():
        with pytest.raises(NotVisible):
            perform(**here, actor=road.actor("kadis"), data=data, seen=permintaan.revision, now=road.now)
        with pytest.raises(NotVisible):
            start(**here, actor=road.actor("kadis"), now=road.now)


@pytest.mark.parametrize("nomor", ("APL-2026-9999", "", "APL-2026-0001'--", "\u202e", "x" * 100))
def test_a_number_that_was_never_given_is_not_there(road: Road, nomor: str) -> None:
    permintaan = road.submit()
    place: dict[str, Any] = {"step_key": "disposisi", "bagian": "kepala_dinas"}
    data = road.letter()

    with nothing_changes(), pytest.raises(NotVisible):
        perform(
            nomor=nomor, actor=road.actor("kadis"), data=data, seen=permintaan.revision, now=road.now, **place
        )


def test_an_act_that_does_not_exist_is_not_there(road: Road) -> None:
    road.submit()
    data = road.letter()

    with nothing_changes(), pytest.raises(NotVisible):
        act(nomor=road.nomor, act_key="hapus", actor=road.actor("kadis"), data=data, now=road.now)


def test_what_nobody_has_checked_is_no_value() -> None:
    with pytest.raises(TypeError):
        present(None)
    assert present(0) == 0
