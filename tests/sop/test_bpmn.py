"""The BPMN is what the schema of the OMG allows, says all that the SOP says, and is drawn without gaps."""

from dataclasses import replace
from importlib.resources import files
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from lxml import etree

from loket.core.role import Role
from loket.core.sop import Sop
from loket.sop.bpmn.geometry import Box, Point
from loket.sop.bpmn.graph import Graph, Kind, graph_of, task_id
from loket.sop.bpmn.layout import Layout, layout
from loket.sop.bpmn.writing import NAMESPACES, bpmn_of
from loket.sop.definition import parse, shipped, text_of

SCHEMA = Path(str(files("SpiffWorkflow"))) / "bpmn" / "parser" / "schema" / "BPMN20.xsd"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(shipped())


@pytest.fixture(scope="module")
def drawn(graph: Graph) -> Layout:
    return layout(graph, [lajur.key for lajur in shipped().lajur])


@pytest.fixture(scope="module")
def document() -> etree._Element:
    return etree.fromstring(bpmn_of(shipped()))


def found(document: etree._Element, path: str) -> list[etree._Element]:
    return list(document.iterfind(f".//{path}", NAMESPACES))


def changed(**parts: str) -> Sop:
    """The shipped SOP with other texts in it."""
    content = text_of()
    for old, new in parts.items():
        content = content.replace(old, new)
    return parse(content)


def is_on_the_rim(point: Point, box: Box) -> bool:
    inside = box.x <= point.x <= box.right and box.y <= point.y <= box.bottom
    return inside and (point.x in {box.x, box.right} or point.y in {box.y, box.bottom})


def contains(outer: Box, inner: Box) -> bool:
    return (
        outer.x < inner.x and outer.y < inner.y and inner.right < outer.right and inner.bottom < outer.bottom
    )


def crosses(one: Point, other: Point, box: Box) -> bool:
    """Whether a level or upright line enters the inside of a box."""
    (left, right), (upper, lower) = sorted((one.x, other.x)), sorted((one.y, other.y))
    return left < box.right and right > box.x and upper < box.bottom and lower > box.y


def test_the_schema_of_the_omg_allows_it(document: etree._Element) -> None:
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(document)


def test_the_same_definition_gives_the_same_bytes() -> None:
    assert bpmn_of(parse(text_of())) == bpmn_of(shipped())


def test_every_id_is_given_once_and_whatever_is_referred_to_is_there(document: etree._Element) -> None:
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    named = {element.get("bpmnElement") for element in document.iter() if element.get("bpmnElement")}
    refs = ("flowNodeRef", "incoming", "outgoing")
    named |= {element.text for ref in refs for element in found(document, f"bpmn:{ref}")}

    assert len(ids) == len(set(ids))
    assert named <= set(ids)


def test_every_outcome_has_its_flow_and_every_choice_its_condition(graph: Graph) -> None:
    flows = {flow.id: flow for flow in graph.flows}
    for step in shipped().steps.values():
        for part in step.bagian.values():
            of_part = [flows[f"flow_{step.key}_{part.key}_{outcome}"] for outcome in part.outcomes]
            is_choice = len(part.outcomes) > 1
            prefix = "gateway" if is_choice else "task"
            assert {flow.source for flow in of_part} == {f"{prefix}_{step.key}_{part.key}"}
            assert [flow.condition for flow in of_part] == [
                f'hasil_{step.key}_{part.key} == "{outcome}"' if is_choice else ""
                for outcome in part.outcomes
            ]


def test_every_bagian_is_a_task_in_the_lane_of_who_does_it(graph: Graph) -> None:
    tasks = {node.id: node for node in graph.nodes.values() if node.kind is Kind.TASK}
    parts = [part for step in shipped().steps.values() for part in step.bagian.values()]

    assert list(tasks) == [task_id(part.step, part.key) for part in parts]
    for part in parts:
        task = tasks[task_id(part.step, part.key)]
        assert (task.name, task.lane) == (part.tindakan, shipped().lajur_of(part.pelaksana[0]))


def test_a_task_says_what_its_row_of_the_sop_says(graph: Graph) -> None:
    for step in shipped().steps.values():
        for part in step.bagian.values():
            said = graph.nodes[task_id(step.key, part.key)].documentation
            row = (step.kegiatan, step.standard.text, step.keterangan)
            lists = (*step.agenda, *step.kelengkapan, *step.output)
            people = (*part.pelaksana, *step.pelaksana, *step.pendukung, *step.mengetahui)
            missing = [text for text in (*row, *lists, *(role.label for role in people)) if text not in said]
            assert missing == []


def test_who_has_no_column_works_in_that_of_the_row() -> None:
    at_the_counter = changed(**{'pelaksana = ["opd", "tata_usaha"]': 'pelaksana = ["tata_usaha"]'})
    nobodys = replace(at_the_counter.step("surat"), pelaksana=(Role.TATA_USAHA,))
    of_nobody = replace(at_the_counter, steps={**at_the_counter.steps, "surat": nobodys})

    assert graph_of(at_the_counter).nodes["task_surat_surat"].lane == "opd"
    assert graph_of(of_nobody).nodes["task_surat_surat"].lane == shipped().lajur[0].key


def test_every_node_stands_in_its_lane_and_every_lane_in_the_pool(graph: Graph, drawn: Layout) -> None:
    assert all(contains(drawn.lanes[node.lane], drawn.shapes[node.id]) for node in graph.nodes.values())
    heights = [lane.height for lane in drawn.lanes.values()]
    assert drawn.pool.height == sum(heights)
    assert all(upper.bottom == lower.y for upper, lower in pairwise(drawn.lanes.values()))
    assert {lane.right for lane in drawn.lanes.values()} == {drawn.pool.right}


def test_every_line_is_upright_or_level_and_ends_at_its_nodes(graph: Graph, drawn: Layout) -> None:
    for flow in graph.flows:
        line = drawn.lines[flow.id]
        assert is_on_the_rim(line[0], drawn.shapes[flow.source]), flow.id
        assert is_on_the_rim(line[-1], drawn.shapes[flow.target]), flow.id
        assert all((one.x == other.x) != (one.y == other.y) for one, other in pairwise(line)), flow.id


def test_no_line_crosses_a_node_and_no_two_run_on_each_other(graph: Graph, drawn: Layout) -> None:
    pieces = [(flow, piece) for flow in graph.flows for piece in pairwise(drawn.lines[flow.id])]

    assert not [
        (flow.id, node)
        for flow, piece in pieces
        for node, box in drawn.shapes.items()
        if crosses(*piece, box)
    ]
    for (flow, (a, b)), (other, (c, d)) in combinations(pieces, 2):
        for axis in (0, 1):
            if flow != other and a[axis] == b[axis] == c[axis] == d[axis]:
                along = 1 - axis
                (_, first_ends), (second_begins, _) = sorted(
                    (sorted((a[along], b[along])), sorted((c[along], d[along])))
                )
                assert first_ends <= second_begins, (flow.id, other.id)


def test_no_name_stands_on_a_node_a_line_or_another_name(drawn: Layout) -> None:
    boxes = [*drawn.labels.items(), *drawn.shapes.items()]
    for (one, box), (other, second) in combinations(boxes, 2):
        assert not crosses(Point(box.x, box.y), Point(box.right, box.bottom), second), (one, other)
    for line in drawn.lines.values():
        for piece, (named, box) in product(pairwise(line), drawn.labels.items()):
            assert not crosses(*piece, box), named


def test_what_xml_cannot_hold_is_left_out_and_its_signs_stay_text() -> None:
    odd = changed(**{"Kirim surat permintaan aplikasi": r"Kirim <surat> & \u0001\"berkas\""})

    (task,) = etree.fromstring(bpmn_of(odd)).findall(".//*[@id='task_surat_surat']")
    assert task.get("name") == 'Kirim <surat> & "berkas"'
