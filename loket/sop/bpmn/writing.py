"""The document: the process that engines run, and the diagram that editors draw."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from loket.core.sop import Sop
from loket.sop.bpmn.geometry import Box, Point
from loket.sop.bpmn.graph import Flow, Graph, Kind, Node, graph_of
from loket.sop.bpmn.layout import Layout, layout
from loket.sop.bpmn.wording import about_process

NAMESPACES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
LANGUAGE = "javascript"
"""Said on each condition: without it, engines take the text for a constant, or for an expression of XPath."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold in any spelling."""

for _prefix, _uri in NAMESPACES.items():
    ET.register_namespace(_prefix, _uri)


def bpmn_of(sop: Sop) -> bytes:
    """BPMN 2.0 of the SOP; the same bytes for the same definition."""
    graph = graph_of(sop)
    target = f"urn:loket:{sop.nomor}:revisi:{sop.revisi}"
    root = ET.Element(_name("bpmn:definitions"), id="definitions", targetNamespace=target, exporter="Loket")
    _collaboration(root, sop)
    _process(root, sop, graph)
    _diagram(root, sop, graph)
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return document + b"\n"


def _collaboration(root: ET.Element, sop: Sop) -> None:
    collaboration = _add(root, "bpmn:collaboration", id="collaboration")
    _add(collaboration, "bpmn:participant", id="pool", name=sop.nama, processRef="process")


def _process(root: ET.Element, sop: Sop, graph: Graph) -> None:
    process = _add(root, "bpmn:process", id="process", name=sop.nama, isExecutable="true")
    _document(process, about_process(sop))
    lanes = _add(process, "bpmn:laneSet", id="lanes")
    for lajur in sop.lajur:
        lane = _add(lanes, "bpmn:lane", id=_lane_id(lajur.key), name=lajur.nama)
        for node in graph.nodes.values():
            if node.lane == lajur.key:
                _add(lane, "bpmn:flowNodeRef").text = node.id
    for node in graph.nodes.values():
        _node(process, node, graph.flows)
    for flow in graph.flows:
        _flow(process, flow)


def _node(process: ET.Element, node: Node, flows: Iterable[Flow]) -> None:
    element = _add(process, f"bpmn:{node.kind}", id=node.id, name=node.name)
    _document(element, node.documentation)
    for flow in flows:
        if flow.target == node.id:
            _add(element, "bpmn:incoming").text = flow.id
    for flow in flows:
        if flow.source == node.id:
            _add(element, "bpmn:outgoing").text = flow.id


def _flow(process: ET.Element, flow: Flow) -> None:
    named = {"name": flow.name} if flow.name else {}
    element = _add(
        process, "bpmn:sequenceFlow", id=flow.id, sourceRef=flow.source, targetRef=flow.target, **named
    )
    if flow.condition:
        typed = {_name("xsi:type"): "bpmn:tFormalExpression", "language": LANGUAGE}
        _add(element, "bpmn:conditionExpression", **typed).text = flow.condition


def _diagram(root: ET.Element, sop: Sop, graph: Graph) -> None:
    drawn = layout(graph, [lajur.key for lajur in sop.lajur])
    diagram = _add(root, "bpmndi:BPMNDiagram", id="diagram", name=sop.nama)
    plane = _add(diagram, "bpmndi:BPMNPlane", id="plane", bpmnElement="collaboration")
    _shape(plane, "pool", drawn.pool, isHorizontal="true")
    for key, box in drawn.lanes.items():
        _shape(plane, _lane_id(key), box, isHorizontal="true")
    for node in graph.nodes.values():
        marker = {"isMarkerVisible": "true"} if node.kind is Kind.GATEWAY else {}
        _label(_shape(plane, node.id, drawn.shapes[node.id], **marker), node.id, drawn)
    for flow in graph.flows:
        edge = _add(plane, "bpmndi:BPMNEdge", id=f"{flow.id}_di", bpmnElement=flow.id)
        for point in drawn.lines[flow.id]:
            _add(edge, "di:waypoint", **_placed(point))
        _label(edge, flow.id, drawn)


def _shape(plane: ET.Element, element: str, box: Box, **said: str) -> ET.Element:
    shape = _add(plane, "bpmndi:BPMNShape", id=f"{element}_di", bpmnElement=element, **said)
    _add(shape, "dc:Bounds", **_placed(box))
    return shape


def _label(drawn: ET.Element, element: str, layout: Layout) -> None:
    if box := layout.labels.get(element):
        _add(_add(drawn, "bpmndi:BPMNLabel"), "dc:Bounds", **_placed(box))


def _placed(figures: Box | Point) -> dict[str, str]:
    return {name: str(figure) for name, figure in figures._asdict().items()}


def _document(element: ET.Element, text: str) -> None:
    if text:
        _add(element, "bpmn:documentation").text = _UNWRITABLE.sub("", text)


def _add(parent: ET.Element, name: str, /, **attributes: str) -> ET.Element:
    clean = {key: _UNWRITABLE.sub("", value) for key, value in attributes.items()}
    return ET.SubElement(parent, _name(name), clean)


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _lane_id(key: str) -> str:
    return f"lane_{key}"
