"""Where a step stands in the SOP's drawing."""

from loket.core.sop import Sop, Step


def lanes_of(sop: Sop, step: Step) -> tuple[str, ...]:
    """The lanes of its performers; the flow passes through the lane of whoever carries out its first bagian."""
    first = step.bagian[step.first_bagian]
    roles = [*(role for role in first.pelaksana if role in step.pelaksana), *step.pelaksana]
    lanes = [sop.lajur_of(role) for role in roles]
    return tuple(dict.fromkeys(lane for lane in lanes if lane))
