"""The line of a flow, and where its name stands beside it."""

from textwrap import wrap

from loket.sop.bpmn.geometry import Box, Point, Side
from loket.sop.bpmn.routes import Ports, Route

BEND = 18
"""How far before the next node a straight flow changes its lane."""
LABEL = 98
"""How wide a name beside a line may be; editors break it between words."""
LETTER, LINE = 7, 14
"""No smaller than editors write: in a narrower box they would break a word."""
ASIDE = 5


def straight(source: Box, target: Box) -> tuple[Point, ...]:
    """To the next node: level, or with one change of lane just before it."""
    begin, end = Point(source.right, source.centre.y), Point(target.x, target.centre.y)
    if begin.y == end.y:
        return begin, end
    bend = target.x - BEND
    return begin, Point(bend, begin.y), Point(bend, end.y), end


def by_track(route: Route, at: Ports, track: int, source: Box, target: Box) -> tuple[Point, ...]:
    """Up or down to the track, along it, and to the target."""
    return (
        Point(at.leaves, source.edge(route.leaves)),
        Point(at.leaves, track),
        Point(at.enters, track),
        Point(at.enters, target.edge(route.enters)),
    )


def name_of_event(event: Box) -> Box:
    return Box(event.centre.x - LABEL // 2, event.bottom + ASIDE, LABEL, LINE)


def name_of_gateway(gateway: Box) -> Box:
    """Left above it, where no line leaves or enters."""
    width = gateway.width - ASIDE
    return Box(gateway.centre.x - ASIDE - width, gateway.y - LINE, width, LINE)


def name_of_flow(name: str, leaves: Side, source: Box) -> Box:
    """Beside the beginning of the line, where people decide."""
    said = wrap(name, LABEL // LETTER)
    width, height = LETTER * max(map(len, said)) + 2 * ASIDE, LINE * len(said)
    if leaves is Side.RIGHT:
        return Box(source.right + ASIDE, source.centre.y - ASIDE - height, width, height)
    y = source.y - 3 * ASIDE - height if leaves is Side.TOP else source.bottom + ASIDE
    return Box(source.centre.x + ASIDE, y, width, height)
