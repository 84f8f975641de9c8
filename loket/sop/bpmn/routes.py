"""By which side a flow leaves and enters, at which x, and on which track it travels.

Nodes stand in one row from left to right, each in its lane, so in the other lanes there is nothing above or below
them. A flow to the next node goes straight on. Any other goes up (ahead) or down (back) to a track of its lane,
along it, and then up or down to its target: so no flow crosses a node.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from loket.sop.bpmn.geometry import Side
from loket.sop.bpmn.graph import Flow, Graph, Kind

APART = 12
"""Flows on one track keep at least this distance."""


@dataclass(frozen=True, slots=True)
class Route:
    """`leaves` RIGHT: straight on to the next node. Otherwise by a track of that lane, on that side of its nodes."""

    flow: Flow
    lane: str
    leaves: Side
    enters: Side

    @property
    def is_straight(self) -> bool:
        return self.leaves is Side.RIGHT


class Ports(NamedTuple):
    """The x at which a flow leaves its source, and at which it enters its target."""

    leaves: int
    enters: int


class Across(NamedTuple):
    """Where a node begins, and how wide it is."""

    x: int
    width: int

    @property
    def centre(self) -> int:
        return self.x + self.width // 2


def routes(graph: Graph, lanes: Sequence[str]) -> list[Route]:
    """One for each flow. The first that leads from a node to the next one goes straight on."""
    order = {node: at for at, node in enumerate(graph.nodes)}
    found, straight = [], set()
    for flow in graph.flows:
        ahead = order[flow.target] - order[flow.source]
        source, target = graph.nodes[flow.source].lane, graph.nodes[flow.target].lane
        if ahead == 1 and flow.source not in straight:
            straight.add(flow.source)
            found.append(Route(flow, source, Side.RIGHT, Side.LEFT))
            continue
        leaves = Side.TOP if ahead > 0 else Side.BOTTOM
        found.append(Route(flow, source, leaves, _entry(lanes.index(target) - lanes.index(source), leaves)))
    return found


def _entry(below: int, leaves: Side) -> Side:
    """A track lies beside the nodes of its own lane, above those of the lanes below, and below the others."""
    if below == 0:
        return leaves
    return Side.TOP if below > 0 else Side.BOTTOM


def ports(graph: Graph, found: Sequence[Route], columns: Mapping[str, Across]) -> dict[str, Ports]:
    """By flow. On a task they stand apart, in an order in which flows do not cross; elsewhere there is one place."""
    wanted: dict[tuple[str, Side], list[tuple[str, str]]] = {}
    for route in found:
        flow = route.flow
        if not route.is_straight:
            wanted.setdefault((flow.source, route.leaves), []).append((flow.id, flow.target))
            wanted.setdefault((flow.target, route.enters), []).append((flow.id, flow.source))
    at: dict[tuple[str, str], int] = {}
    for (node, _), ends in wanted.items():
        here = columns[node]
        ends.sort(key=lambda end: _rank(columns[end[1]].x - here.x))
        for place, (flow_id, _) in enumerate(ends, 1):
            spread = here.x + here.width * place // (len(ends) + 1)
            at[flow_id, node] = spread if graph.nodes[node].kind is Kind.TASK else here.centre
    return {
        route.flow.id: Ports(at[route.flow.id, route.flow.source], at[route.flow.id, route.flow.target])
        for route in found
        if not route.is_straight
    }


def _rank(distance: int) -> tuple[bool, int]:
    """From left to right: those from the left, the nearest first; then those from the right, the farthest first."""
    return distance > 0, -distance


def tracks(found: Sequence[Route], at: Mapping[str, Ports]) -> dict[str, int]:
    """By flow: which track, counted from the nodes outwards. Short flows get the inner ones."""
    taken: dict[tuple[str, Side, int], list[Ports]] = {}
    chosen = {}
    travelling = [route for route in found if not route.is_straight]
    for route in sorted(travelling, key=lambda route: max(at[route.flow.id]) - min(at[route.flow.id])):
        span = at[route.flow.id]
        places = ((route.lane, route.leaves, track) for track in count())
        place = next(
            place for place in places if not any(_meet(span, other) for other in taken.get(place, ()))
        )
        taken.setdefault(place, []).append(span)
        chosen[route.flow.id] = place[2]
    return chosen


def _meet(one: Ports, other: Ports) -> bool:
    return min(one) <= max(other) + APART and min(other) <= max(one) + APART
