"""The parts that pages are made of. Importing this package registers them all."""

from loket.web.components import (
    badges,
    board,
    buttons,
    charts,
    facts,
    feedback,
    fields,
    forms,
    navigation,
    progress,
    records,
    swimlane,
    tables,
    tasks,
)

__all__ = [
    "badges",
    "board",
    "buttons",
    "charts",
    "facts",
    "feedback",
    "fields",
    "forms",
    "navigation",
    "progress",
    "records",
    "swimlane",
    "tables",
    "tasks",
]
