"""Edits of a plan: its texts are changed and read again, so that one set of rules judges all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.domain.plan import Plan
from core.errors import EditError, Flaw
from core.plans import cards, keys, manifest
from core.plans.cards import APPENDICES, Card, Thing, belongings, completed, sheet
from core.plans.contents import FIRST, Cells
from core.plans.flaws import Place, owner
from core.plans.keys import Key
from core.plans.kinds import brief
from core.plans.texts import CODE, Rows, Texts
from core.plans.words import GROUPS

REVISIONS, DAY = "revisions", "日期"
UNDATED = "“日期”还没有填，应为起用新目标的日期，以前的报告不变"
_MOST_NAMED = 5  # places that a sentence names


def put(plan: Plan, thing: Thing, place: int, card: Card) -> Plan:
    """Give a thing other texts; what refers to its code follows.

    Raises EditError.
    """
    card = completed(thing, card)
    if thing is Thing.PLAN:
        return _with_head(plan, card)
    revised = thing is Thing.INDICATOR and _revised(plan, place, card)
    texts = Texts.of(plan)
    rows = texts.tables[sheet(thing).file]
    old, new = rows[place].get(CODE, ""), card.cells.get(CODE, "").strip()
    if old and new and old != new:
        texts = texts.renamed(thing, old, new)
        rows = texts.tables[sheet(thing).file]
    read = _read(texts, thing, (*rows[:place], card.cells, *rows[place + 1 :]), place, card)
    return _in_order(read, place) if revised else read


def insert(plan: Plan, thing: Thing, place: int, card: Card) -> Plan:
    """Add a thing at a place among its like.

    Raises EditError.
    """
    card = completed(thing, card)
    texts = Texts.of(plan)
    rows = texts.tables[sheet(thing).file]
    return _read(texts, thing, (*rows[:place], card.cells, *rows[place:]), place, card)


def remove(plan: Plan, thing: Thing, place: int) -> Plan:
    """Take a thing away, and what belongs to it.

    Raises EditError naming what in the plan still refers to it.
    """
    texts = Texts.of(plan)
    rows = texts.tables[sheet(thing).file]
    code = rows[place].get(CODE, "")
    if code:
        _refuse_used(texts, thing, code)
    for part in belongings(thing):
        kept = (cells for cells in texts.tables[part.sheet.file] if cells[CODE] != code)
        texts = texts.with_rows(part.sheet.file, tuple(kept))
    return texts.with_rows(sheet(thing).file, (*rows[:place], *rows[place + 1 :])).plan({})


def reorder(plan: Plan, thing: Thing, order: Sequence[int]) -> Plan:
    """Put things into another printed order, given by their present places.

    Raises EditError where a section would stand before the one that it is part of.
    """
    texts = Texts.of(plan)
    rows = texts.tables[sheet(thing).file]
    return texts.with_rows(sheet(thing).file, tuple(rows[place] for place in order)).plan({})


def _read(texts: Texts, thing: Thing, rows: Rows, place: int, card: Card) -> Plan:
    """Read the plan with a card in place of a row and of what belongs to it."""
    file = sheet(thing).file
    _refuse_taken(thing, rows, place)
    here: dict[tuple[str, int], Place] = {(file, place + FIRST): ("", 0)}
    texts = texts.with_rows(file, rows)
    code = card.cells.get(CODE, "").strip()
    for part in belongings(thing):
        own = tuple({CODE: code, **cells} for cells in card.lists.get(part.field, ()))
        kept = tuple(each for each in texts.tables[part.sheet.file] if each[CODE] != code)
        for row in range(len(own)):
            here[part.sheet.file, FIRST + len(kept) + row] = (part.field, row)
        texts = texts.with_rows(part.sheet.file, (*kept, *own))
    return texts.plan(here)


def _revised(plan: Plan, place: int, card: Card) -> bool:
    """Tell whether a card adjusts a target; a new adjustment needs its day.

    Without one it would change earlier reports. Raises EditError.
    """
    old = cards.card(plan, Thing.INDICATOR, place).lists[REVISIONS]
    rows = card.lists.get(REVISIONS, ())
    undated = (row for row, cells in enumerate(rows) if not cells[DAY].strip() and cells not in old)
    flaws = tuple(Flaw(UNDATED, DAY, REVISIONS, row) for row in undated)
    if flaws:
        raise EditError(flaws)
    return rows != old


def _in_order(plan: Plan, place: int) -> Plan:
    """Put the adjustments of a target in the order of their days."""
    own = plan.indicators[place]
    ordered = tuple(sorted(own.revisions, key=lambda each: each.on or date.min))
    indicators = list(plan.indicators)
    indicators[place] = replace(own, revisions=ordered)
    return replace(plan, indicators=tuple(indicators))


def _refuse_taken(thing: Thing, rows: Rows, place: int) -> None:
    """Refuse a code that another thing of the kind has, in whatever case."""
    codes = [cells.get(CODE, "").strip().upper() for cells in rows]
    if codes[place] and codes.count(codes[place]) > 1:
        shown = brief(rows[place][CODE].strip())
        sentence = f"“{CODE}”现为“{shown}”，已有别的{thing.label}用它，请另编一个"
        raise EditError((Flaw(sentence, CODE),))


def _refuse_used(texts: Texts, thing: Thing, code: str) -> None:
    """Refuse to take away what something in the plan refers to."""
    own = {part.sheet.file for part in belongings(thing)}
    uses = [each for each in texts.uses(thing, code) if each[0] not in own]
    if not uses:
        return
    named = "、".join(
        f"{owner(file, cells)}的“{column}”" for file, cells, column in uses[:_MOST_NAMED]
    )
    more = f"等{len(uses)}处" if len(uses) > _MOST_NAMED else ""
    sentence = f"{thing.label}“{code}”还不能删除，{named}{more}用到它，请先改这些地方"
    raise EditError((Flaw(sentence),))


def _with_head(plan: Plan, card: Card) -> Plan:
    """Give the plan itself other texts."""
    words = {
        group.field: {key.name: key.typed(card.cells[group.label(key)]) for key in group.keys}
        for group in GROUPS
    }
    appendices = [_typed(keys.APPENDIX, cells) for cells in card.lists.get(APPENDICES, ())]
    head = manifest.write(_typed(keys.HEAD, card.cells), words, appendices)
    return Texts(head, Texts.of(plan).tables).plan({})


def _typed(own: Iterable[Key], cells: Cells) -> dict[str, object]:
    """Give what the plan file holds for texts."""
    return {key.name: key.typed(cells[key.label]) for key in own}
