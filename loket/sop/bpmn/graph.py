"""The SOP as a graph: a task for each bagian, a gateway where its outcomes part, a flow for each outcome."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from loket.core.process import position_named
from loket.core.sop import Bagian, Sop
from loket.sop.bpmn.wording import about_gateway, about_task, readable

START, END = "start", "end"


class Kind(StrEnum):
    """The elements of BPMN that are used here, as its schema names them."""

    START = "startEvent"
    TASK = "userTask"
    GATEWAY = "exclusiveGateway"
    END = "endEvent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    id: str
    kind: Kind
    name: str
    lane: str
    documentation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """From one node to another, by ids; `condition` where it leaves a gateway."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """`nodes` by id, in the order of the SOP from start to end."""

    nodes: Mapping[str, Node]
    flows: tuple[Flow, ...]


def task_id(step: str, bagian: str) -> str:
    return f"task_{step}_{bagian}"


def variable_of(step: str, bagian: str) -> str:
    """Where an engine keeps the outcome of a bagian."""
    return f"hasil_{step}_{bagian}"


def graph_of(sop: Sop) -> Graph:
    parts = [part for step in sop.steps.values() for part in step.bagian.values()]
    first, last = _lane_of(sop, parts[0]), _lane_of(sop, parts[-1])
    nodes = [
        Node(id=START, kind=Kind.START, name="Mulai", lane=first),
        *(node for part in parts for node in _nodes(sop, part)),
        Node(id=END, kind=Kind.END, name="Selesai", lane=last),
    ]
    opening = Flow(id="flow_start", source=START, target=task_id(parts[0].step, parts[0].key))
    flows = (opening, *(flow for part in parts for flow in _flows(sop, part)))
    return Graph({node.id: node for node in nodes}, flows)


def _nodes(sop: Sop, part: Bagian) -> Iterator[Node]:
    lane, variable = _lane_of(sop, part), variable_of(part.step, part.key)
    yield Node(
        id=task_id(part.step, part.key),
        kind=Kind.TASK,
        name=part.tindakan,
        lane=lane,
        documentation=about_task(sop.step(part.step), part, variable),
    )
    if _parts_ways(part):
        yield Node(
            id=_gateway_id(part),
            kind=Kind.GATEWAY,
            name="Hasil?",
            lane=lane,
            documentation=about_gateway(part, variable),
        )


def _flows(sop: Sop, part: Bagian) -> Iterator[Flow]:
    """No outcome is the default one: an engine that is given another must stop rather than approve something."""
    source, here = task_id(part.step, part.key), f"flow_{part.step}_{part.key}"
    if _parts_ways(part):
        yield Flow(id=here, source=source, target=_gateway_id(part))
        source = _gateway_id(part)
    for outcome, target in part.outcomes.items():
        position = position_named(sop, target)
        yield Flow(
            id=f"{here}_{outcome}",
            source=source,
            target=END if position.is_end else task_id(position.step, position.bagian),
            name=readable(outcome) if _parts_ways(part) else "",
            condition=_condition(part, outcome) if _parts_ways(part) else "",
        )


def _condition(part: Bagian, outcome: str) -> str:
    """One text that is an expression of Python and of JavaScript alike."""
    return f"{variable_of(part.step, part.key)} == {json.dumps(outcome)}"


def _parts_ways(part: Bagian) -> bool:
    return len(part.outcomes) > 1


def _gateway_id(part: Bagian) -> str:
    return f"gateway_{part.step}_{part.key}"


def _lane_of(sop: Sop, part: Bagian) -> str:
    """The column of the first performer who has one; who only helps at the counter has none."""
    roles = (*part.pelaksana, *sop.step(part.step).pelaksana)
    return next((lajur for role in roles if (lajur := sop.lajur_of(role))), sop.lajur[0].key)
