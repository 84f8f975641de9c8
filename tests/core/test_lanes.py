"""Every step stands in the lanes of its performers, first in that of whoever carries it out."""

from loket.core.lanes import lanes_of
from loket.core.role import Role
from loket.sop.definition import shipped

SOP = shipped()


def test_the_flow_passes_through_the_lane_of_who_carries_the_step_out() -> None:
    first = {step.key: lanes_of(SOP, step)[0] for step in SOP.steps.values()}

    assert (first["surat"], first["disposisi"], first["rapat_teknis"]) == (
        "opd",
        "kepala_dinas",
        "sistem_analis",
    )
    assert set(lanes_of(SOP, SOP.step("rapat_teknis"))) == {
        SOP.lajur_of(role) for role in (Role.OPD, Role.SISTEM_ANALIS, Role.PROGRAMMER)
    }


def test_performers_of_one_lane_are_in_it_once() -> None:
    assert lanes_of(SOP, SOP.step("disposisi")) == ("kepala_dinas",)


def test_who_helps_without_being_a_performer_has_no_lane_there() -> None:
    """The front desk registers letters for an OPD."""
    letter = SOP.step("surat")

    assert Role.TATA_USAHA in letter.bagian["surat"].pelaksana
    assert lanes_of(SOP, letter) == ("opd",)
