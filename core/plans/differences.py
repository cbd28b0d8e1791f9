"""What distinguishes two editions of a plan, thing by thing, in words for the record."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.domain.plan import Plan
from core.plans.cards import APPENDICES, LISTS, Thing, belongings, card, sheet
from core.plans.contents import Cells
from core.plans.texts import CODE, Texts

Words = Mapping[str, dict[str, str]]  # by the key of a thing, what each of its fields says


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing of a plan in words before and after; one side is empty where it was not there."""

    code: str
    before: str
    after: str


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Tell what an edit changed, the plan itself first; figures count as they are printed."""
    old, new = Texts.of(before), Texts.of(after)
    things = (thing for thing in Thing if thing is not Thing.PLAN)
    return (
        *_changed(Thing.PLAN, {after.code: _head(before)}, {after.code: _head(after)}),
        *(
            each
            for thing in things
            for each in _changed(thing, _words(old, thing), _words(new, thing))
        ),
        *_reordered(after.code, old, new),
    )


def _head(plan: Plan) -> dict[str, str]:
    """Give what the fields of the plan itself say."""
    own = card(plan, Thing.PLAN)
    return {**own.cells, LISTS[APPENDICES]: _listed(own.lists[APPENDICES])}


def _words(texts: Texts, thing: Thing) -> Words:
    """Give what the fields of each thing of a kind say, with what belongs to it."""
    rows = texts.tables[sheet(thing).file]
    found = {_key(thing, cells): dict(cells) for cells in rows}
    for part in belongings(thing):
        own: defaultdict[str, list[Cells]] = defaultdict(list)
        for cells in texts.tables[part.sheet.file]:
            own[cells[CODE]].append({name: text for name, text in cells.items() if name != CODE})
        for code, lines in own.items():
            found[code][LISTS[part.field]] = _listed(lines)
    return found


def _key(thing: Thing, cells: Cells) -> str:
    """Give what tells a thing from its like."""
    return " ".join(cells[name] for name in sheet(thing).key if cells[name])


def _listed(rows: tuple[Cells, ...] | list[Cells]) -> str:
    """Write rows into one line."""
    return "；".join("，".join(filter(None, cells.values())) for cells in rows)


def _changed(thing: Thing, old: Words, new: Words) -> Iterator[Difference]:
    """Give the things of a kind that differ."""
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        code = key.partition(" ")[0]
        if was is None or now is None:
            yield Difference(code, *(_whole(thing, each) if each else "" for each in (was, now)))
        elif was != now:
            names = [name for name in (was | now) if was.get(name) != now.get(name)]
            yield Difference(code, _told(thing, names, was), _told(thing, names, now))


def _whole(thing: Thing, said: Mapping[str, str]) -> str:
    """Write everything that a thing says."""
    return _told(thing, [name for name, text in said.items() if text], said)


def _told(thing: Thing, names: list[str], said: Mapping[str, str]) -> str:
    """Write some of what a thing says: 指标 单位：亿元；目标：750."""
    return f"{thing.label} " + "；".join(f"{name}：{said.get(name) or '空'}" for name in names)


def _reordered(code: str, old: Texts, new: Texts) -> Iterator[Difference]:
    """Tell of kinds whose things stand in another order."""
    for thing in Thing:
        if thing is Thing.PLAN:
            continue
        was, now = (
            [_key(thing, cells) for cells in each.tables[sheet(thing).file]] for each in (old, new)
        )
        if was != now and sorted(was) == sorted(now):
            yield Difference(code, f"{thing.label}的原有顺序", f"{thing.label}的顺序已调整")
