"""`loket sop bpmn`: the SOP as a BPMN file, without a database."""

from pathlib import Path

from loket.cli.problem import Problem
from loket.sop.bpmn.writing import bpmn_of
from loket.sop.definition import MAIN, shipped


def write_bpmn(nomor: str, output: Path | None) -> Path:
    """Write the file and say where it is. A related SOP is a checklist, which nobody can run."""
    if nomor != MAIN:
        raise Problem(f"{nomor} is a checklist without a flow. Only {MAIN} can be written as BPMN.")
    path = output or Path(f"{nomor}.bpmn")
    try:
        path.write_bytes(bpmn_of(shipped()))
    except OSError as problem:
        raise Problem(f"{path} cannot be written: {problem.strerror}.") from None
    return path
