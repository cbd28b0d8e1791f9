"""Faults told to somebody who edits a plan on screen: no files, no lines."""

import re
from collections.abc import Mapping

from core.errors import Fault, Flaw
from core.plans import files, keys
from core.plans.cards import APPENDICES, Thing, sheet
from core.plans.contents import BELONGINGS, FIRST, Cells
from core.plans.kinds import brief
from core.plans.sheet import DEPARTMENTS, INDICATORS, ITEMS, MILESTONES, SECTIONS, STATUSES
from core.plans.words import GROUPS

Place = tuple[str, int]  # the group of rows, empty for the thing itself, and the row in it
Places = Mapping[tuple[str, int], Place]  # by file and line
_REMARK = re.compile("（[^）]*）|，不加引号")
_APPENDIX = re.compile(r"appendices\[(\d+)\]\.")
_SAID = {
    SECTIONS: "本规划已有类别的编码",
    DEPARTMENTS: "本规划已有部门的编码",
    INDICATORS: "本规划已有指标的编码",
    MILESTONES: "本规划已有节点的编码",
    ITEMS: "本规划已有指标或节点的编码",
    STATUSES: "评估用词之一",
    "indicators.csv里没有的编码": "没有指标用的编码",
    "方括号内的若干文字": "每行一条文字，没有看不见的字符",
}
_LABELS = {key.name: key.label for key in keys.HEAD} | {
    f"{group.field}.{name}": label for group in GROUPS for name, label in group.labels.items()
}
_APPENDIX_LABELS = {key.name: key.label for key in keys.APPENDIX}
_OWNERS = {sheet(thing).file: thing.label for thing in Thing if thing is not Thing.PLAN}
_OWNERS |= {part.sheet.file: Thing.INDICATOR.label for part in BELONGINGS}


def flaw(fault: Fault, tables: Mapping[str, tuple[Cells, ...]], here: Places) -> Flaw:
    """Say in a sentence what is wrong; `here` tells what is being edited itself."""
    if fault.file == files.PLAN:
        return _head_flaw(fault)
    place = here.get((fault.file, fault.line))
    if place is not None:
        group, row = place
        return Flaw(_sentence(fault.column, fault), fault.column, group, row)
    elsewhere = owner(fault.file, tables[fault.file][fault.line - FIRST])
    return Flaw(f"{elsewhere}的" + _sentence(fault.column, fault))


def owner(file: str, cells: Cells) -> str:
    """Name the thing that a row is about."""
    return f"{_OWNERS[file]}“{brief(next(iter(cells.values())))}”"


def _head_flaw(fault: Fault) -> Flaw:
    """Say what is wrong with a text of the plan itself."""
    found = _APPENDIX.match(fault.column)
    if found:
        name = _APPENDIX_LABELS[fault.column[found.end() :]]
        return Flaw(_sentence(name, fault), name, APPENDICES, int(found[1]) - 1)
    return Flaw(_sentence(_LABELS[fault.column], fault), _LABELS[fault.column])


def _sentence(name: str, fault: Fault) -> str:
    """Say what stands there and what is expected."""
    expected = _SAID.get(fault.expected, _REMARK.sub("", fault.expected))
    if not fault.found:
        return f"“{name}”还没有填" + ("" if expected.startswith("文字") else f"，应为{expected}")
    return f"“{name}”现为“{fault.found}”，应为{expected}"
