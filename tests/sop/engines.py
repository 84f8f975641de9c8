"""The two engines that judge the BPMN: SpiffWorkflow here, bpmn-engine in one Node process for all ways at once."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser, BpmnValidator
from SpiffWorkflow.util.task import TaskState

from loket.sop.bpmn.graph import task_id, variable_of
from tests.sop.five_paths import PARTS, Detours, Walk, answering, outcomes

HERE = Path(__file__).parent / "engine"
PLACES = {task_id(*place): place for place in PARTS}
TOO_MANY = 200


def in_spiffworkflow(bpmn: bytes, detours: Detours) -> Walk:
    """Raises what the engine raises. The parser refuses what the schema of the OMG does not allow."""
    parser = BpmnParser(validator=BpmnValidator())
    parser.add_bpmn_xml(etree.fromstring(bpmn))
    workflow = BpmnWorkflow(parser.get_spec("process"))
    walk, answer = Walk(), answering(detours)
    workflow.do_engine_steps()
    while not workflow.completed and len(walk) < TOO_MANY:
        (task,) = workflow.get_tasks(state=TaskState.READY, manual=True)
        place = PLACES[task.task_spec.bpmn_id]
        outcome = answer(place)
        task.set_data(**{variable_of(*place): outcome})
        task.run()
        walk.append((*place, outcome))
        workflow.do_engine_steps()
    return walk


def in_bpmn_engine(bpmn: bytes, ways: Sequence[Detours]) -> list[Walk | str]:
    """A walk for each way, or what the engine says about it."""
    asked = {"bpmn": bpmn.decode(), "paths": [_answers(detours) for detours in ways]}
    ran = subprocess.run(
        ["node", "run.mjs"], cwd=HERE, input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{ran.stderr}\nscripts/engine installs what is needed."
    return [_walk(result) for result in json.loads(ran.stdout)]


def _answers(detours: Detours) -> dict[str, Any]:
    return {
        task_id(*place): {"variable": variable_of(*place), "outcomes": answers}
        for place, answers in outcomes(detours).items()
    }


def _walk(result: Any) -> Walk | str:
    if isinstance(result, dict):
        return str(result["error"])
    return [(*PLACES[task], outcome) for task, outcome in result]
