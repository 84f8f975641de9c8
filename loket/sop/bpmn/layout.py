"""Where everything stands in the diagram: one row of nodes from left to right, each in the lane of its performer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loket.sop.bpmn import lines
from loket.sop.bpmn.geometry import Box, Point, Side
from loket.sop.bpmn.graph import Graph, Kind
from loket.sop.bpmn.routes import Across, Ports, Route, ports, routes, tracks

SIZES = {Kind.START: (36, 36), Kind.TASK: (150, 90), Kind.GATEWAY: (50, 50), Kind.END: (36, 36)}
BAND = 90
"""The height that the nodes of a lane need."""
POOL = Point(160, 80)
HEADER = 30
"""What the name of the pool takes on the left, and so does the name of each lane."""
GAP, TO_GATEWAY = 135, 45
FIRST_TRACK, TRACK, MARGIN = 36, 18, 26
"""From the nodes to the first track, from track to track, and from the last one to the edge of the lane."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`lanes` by key, `shapes` by node, `lines` by flow; `labels` by whatever has its name beside it."""

    pool: Box
    lanes: Mapping[str, Box]
    shapes: Mapping[str, Box]
    lines: Mapping[str, Sequence[Point]]
    labels: Mapping[str, Box]


@dataclass(frozen=True, slots=True)
class _Lane:
    """`nodes`: the y at which the nodes begin; the tracks lie above and below them."""

    box: Box
    nodes: int

    def shape(self, across: Across, height: int) -> Box:
        return Box(across.x, self.nodes + (BAND - height) // 2, across.width, height)

    def track(self, side: Side, number: int) -> int:
        away = FIRST_TRACK + number * TRACK
        return self.nodes - away if side is Side.TOP else self.nodes + BAND + away


def layout(graph: Graph, keys: Sequence[str]) -> Layout:
    """Lay the diagram out; `keys` are those of the performers' columns, in their order."""
    columns = _columns(graph)
    found = routes(graph, keys)
    at = ports(graph, found, columns)
    on = tracks(found, at)
    width = max(across.x + across.width for across in columns.values()) + GAP - POOL.x
    lanes = _lanes(keys, found, on, width)
    shapes = {
        node.id: lanes[node.lane].shape(columns[node.id], SIZES[node.kind][1])
        for node in graph.nodes.values()
    }
    return Layout(
        pool=Box(*POOL, width, sum(lane.box.height for lane in lanes.values())),
        lanes={key: lane.box for key, lane in lanes.items()},
        shapes=shapes,
        lines={route.flow.id: _line(route, shapes, at, on, lanes) for route in found},
        labels=dict(_labels(graph, found, shapes)),
    )


def _columns(graph: Graph) -> dict[str, Across]:
    columns, x = {}, POOL.x + 2 * HEADER + 40
    nodes = list(graph.nodes.values())
    for node, following in zip(nodes, [*nodes[1:], nodes[-1]], strict=True):
        width = SIZES[node.kind][0]
        columns[node.id] = Across(x, width)
        x += width + (TO_GATEWAY if following.kind is Kind.GATEWAY else GAP)
    return columns


def _lanes(
    keys: Sequence[str], found: Sequence[Route], on: Mapping[str, int], width: int
) -> dict[str, _Lane]:
    lanes, y = {}, POOL.y
    for key in keys:
        above, below = (_room(key, side, found, on) for side in (Side.TOP, Side.BOTTOM))
        box = Box(POOL.x + HEADER, y, width - HEADER, above + BAND + below)
        lanes[key] = _Lane(box, y + above)
        y = box.bottom
    return lanes


def _room(key: str, side: Side, found: Sequence[Route], on: Mapping[str, int]) -> int:
    used = [on[route.flow.id] for route in found if (route.lane, route.leaves) == (key, side)]
    return MARGIN + (FIRST_TRACK + max(used) * TRACK if used else 0)


def _line(
    route: Route,
    shapes: Mapping[str, Box],
    at: Mapping[str, Ports],
    on: Mapping[str, int],
    lanes: Mapping[str, _Lane],
) -> Sequence[Point]:
    flow = route.flow
    source, target = shapes[flow.source], shapes[flow.target]
    if route.is_straight:
        return lines.straight(source, target)
    track = lanes[route.lane].track(route.leaves, on[flow.id])
    return lines.by_track(route, at[flow.id], track, source, target)


def _labels(graph: Graph, found: Sequence[Route], shapes: Mapping[str, Box]) -> Iterator[tuple[str, Box]]:
    """A task has its name inside; a flow that is the only one to go needs none."""
    for node in graph.nodes.values():
        if node.kind is Kind.GATEWAY:
            yield node.id, lines.name_of_gateway(shapes[node.id])
        elif node.kind is not Kind.TASK:
            yield node.id, lines.name_of_event(shapes[node.id])
    for route in found:
        if route.flow.name:
            yield route.flow.id, lines.name_of_flow(route.flow.name, route.leaves, shapes[route.flow.source])
