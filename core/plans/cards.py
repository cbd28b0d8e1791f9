"""`Card`: a thing of a plan as the texts that a person sees and types, with what each may hold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as having
from typing import Any

from core.domain.plan import Plan
from core.domain.words import Word
from core.plans import indicators, keys
from core.plans.contents import BELONGINGS, PARTS, Cells, Part
from core.plans.keys import Key
from core.plans.lines import Line
from core.plans.sheet import DEPARTMENTS, INDICATORS, ITEMS, MILESTONES, SECTIONS, Column, Sheet
from core.plans.words import GROUPS


class Thing(Word):
    """What a plan is made of; the code is the field of the plan that holds it."""

    PLAN = "plan", "规划"
    SECTION = "sections", "类别"
    INDICATOR = "indicators", "指标"
    MILESTONE = "milestones", "节点"
    DEPARTMENT = "departments", "部门"
    REORGANISATION = "reorganisations", "机构变动"
    RULE = "rules", "核对关系"


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a card; `refers` are the kinds of things whose codes it names, one or `many`."""

    name: str
    expected: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[Thing, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a thing by field, and those of what belongs to it, row by row."""

    cells: Cells
    lists: Mapping[str, tuple[Cells, ...]] = having(default_factory=dict)


APPENDICES = "appendices"
LISTS = {
    "annual_targets": "年度目标",
    "quarterly_targets": "分季度目标",
    "revisions": "目标调整",
    "definitions": "口径变更",
    "base_revisions": "基期修订",
    APPENDICES: "附表题名",
}
REFERS = {
    SECTIONS: (Thing.SECTION,),
    DEPARTMENTS: (Thing.DEPARTMENT,),
    INDICATORS: (Thing.INDICATOR,),
    MILESTONES: (Thing.MILESTONE,),
    ITEMS: (Thing.INDICATOR, Thing.MILESTONE),
}
_SHEETS: Mapping[str, Sheet[Any]] = {
    Thing.INDICATOR: indicators.SHEET,
    **{part.field: part.sheet for part in PARTS},
}


def sheet(thing: Thing) -> Sheet[Any]:
    """Give the sheet of a kind of things; the plan itself has none."""
    return _SHEETS[thing]


def belongings(thing: Thing) -> tuple[Part, ...]:
    """Give the parts whose rows belong to a kind of things."""
    return BELONGINGS if thing is Thing.INDICATOR else ()


def fields(thing: Thing) -> tuple[Field, ...]:
    """Describe the texts of a kind of things, in the order of their file."""
    if thing is Thing.PLAN:
        words = ((key, group.label(key)) for group in GROUPS for key in group.keys)
        return tuple(_key_field(*each) for each in (*_labelled(keys.HEAD), *words))
    return tuple(map(_column_field, sheet(thing).columns))


def lists(thing: Thing) -> Mapping[str, tuple[Field, ...]]:
    """Describe the rows that belong to a kind of things, by their name."""
    if thing is Thing.PLAN:
        return {APPENDICES: tuple(_key_field(*each) for each in _labelled(keys.APPENDIX))}
    return {
        part.field: tuple(map(_column_field, part.sheet.columns[1:])) for part in belongings(thing)
    }


def completed(thing: Thing, given: Card) -> Card:
    """Fill in the texts that a card lacks as empty ones."""
    groups = lists(thing)
    return Card(
        _filled(fields(thing), given.cells),
        {
            group: tuple(_filled(groups[group], cells) for cells in rows)
            for group, rows in given.lists.items()
        },
    )


def card(plan: Plan, thing: Thing, place: int = 0) -> Card:
    """Give the texts of the thing that stands at a place among its like."""
    if thing is Thing.PLAN:
        return _head(plan)
    item = getattr(plan, thing)[place]
    own = {
        part.field: tuple(
            _without_code(part.sheet.cells(Line(item.code, value)))
            for value in getattr(item, part.field)
        )
        for part in belongings(thing)
    }
    return Card(sheet(thing).cells(item), own)


def rows(plan: Plan, thing: Thing) -> tuple[Cells, ...]:
    """Give the texts of all things of a kind, without what belongs to them."""
    return tuple(map(sheet(thing).cells, getattr(plan, thing)))


def _head(plan: Plan) -> Card:
    """Give the texts of the plan itself."""
    cells = {key.label: key.shown(getattr(plan, key.name)) for key in keys.HEAD}
    for group in GROUPS:
        own = getattr(plan, group.field)
        cells |= {group.label(key): key.shown(getattr(own, key.name)) for key in group.keys}
    rows = (
        {key.label: getattr(each, key.name) for key in keys.APPENDIX} for each in plan.appendices
    )
    return Card(cells, {APPENDICES: tuple(rows)})


def _filled(own: tuple[Field, ...], cells: Cells) -> Cells:
    """Give every field a text."""
    return {field.name: cells.get(field.name, "") for field in own}


def _without_code(cells: Cells) -> Cells:
    """Leave out the code of the indicator that a row belongs to."""
    return dict(list(cells.items())[1:])


def _column_field(column: Column) -> Field:
    """Describe a column."""
    kind = column.kind
    refers = () if kind.names else REFERS.get(column.refers, ())
    many = kind.blank == ()
    return Field(column.header, kind.expected, column.required, kind.choices, refers, many)


def _key_field(key: Key, label: str) -> Field:
    """Describe a key of the plan file."""
    return Field(label, key.expected, key.required)


def _labelled(own: Iterable[Key]) -> Iterator[tuple[Key, str]]:
    """Give keys beside what their comments call them."""
    return ((key, key.label) for key in own)
