"""Three-way comparison of a workbook with the database: as sent, as stored now, as returned.

    compare(sent, stored, returned) -> tuple[Difference, ...]      what is not the same everywhere
    apply(stored, differences, choices, items) -> dict[str, Entry]  the entries that become others

An entry is compared part by part; a figure and the reason why there is none are one part.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.domain.cell import Column, alike, shown, typed
from core.domain.indicator import Item
from core.domain.submission import Entry, Missing
from core.domain.words import Word

PARTS = (Column.FIGURE, Column.GROWTH, Column.PROGRESS, Column.EXPLANATION)
Spot = tuple[str, Column]  # the code of an item, and the part of its entry
_State = tuple[str, str]
_KINDS = {each.label: each for each in Missing}


class Side(Word):
    """Who has changed a part since the workbook was sent."""

    BOTH = "both", "两边都改了"
    RETURNED = "returned", "来件改了"
    STORED = "stored", "库里改了"


class Way(Word):
    """What becomes of a part that differs."""

    KEEP = "keep", "保留"
    TAKE = "take", "采用"
    WRITE = "write", "改为"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for a part; `text` is what 改为 puts there, as it would be typed."""

    way: Way
    text: str = ""


Choices = Mapping[Spot, Choice]
_USUAL = {Side.RETURNED: Choice(Way.TAKE), Side.STORED: Choice(Way.KEEP)}


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of an entry that is not the same in all three; each is given with its whole entry."""

    code: str
    column: Column
    side: Side
    sent: Entry
    stored: Entry
    returned: Entry

    @property
    def spot(self) -> Spot:
        """Where it is."""
        return self.code, self.column

    @property
    def conflict(self) -> bool:
        """Whether a person has to decide."""
        return self.side is Side.BOTH

    @property
    def texts(self) -> tuple[str, str, str]:
        """What was sent, what is stored, what came back, as a reader sees it."""
        sent, stored, returned = (
            told(each, self.column) for each in (self.sent, self.stored, self.returned)
        )
        return sent, stored, returned


def told(entry: Entry, column: Column) -> str:
    """Give what a part says: in place of a figure that is missing, why it is."""
    text = shown(entry, column)
    if column is not Column.FIGURE or entry.missing is None:
        return text
    return f"{text}（{entry.missing.label}）" if text else entry.missing.label


def compare(
    sent: Mapping[str, Entry], stored: Mapping[str, Entry], returned: Mapping[str, Entry]
) -> tuple[Difference, ...]:
    """Compare what came back, part by part, in its order.

    What stands nowhere is an empty entry; what did not come back is not compared. Parts that were
    changed on both sides to the same number or words do not differ.
    """
    return tuple(
        difference
        for code, entry in returned.items()
        for difference in _compared(_at(sent, entry), _at(stored, entry), entry)
    )


def chosen(difference: Difference, choices: Choices) -> Choice | None:
    """Give what becomes of a difference: what was chosen, else what only one side changed.

    A conflict that nobody decided has nothing.
    """
    return choices.get(difference.spot) or _USUAL.get(difference.side)


def apply(
    stored: Mapping[str, Entry],
    differences: Iterable[Difference],
    choices: Choices,
    items: Mapping[str, Item],
) -> dict[str, Entry]:
    """Give the entries that become others, by code; `items` says how a text for 改为 is read.

    What is not decided stays as it is stored. Raises FigureError for a text that cannot be read.
    """
    now: dict[str, Entry] = {}
    for each in differences:
        before = now.get(each.code) or _at(stored, each.returned)
        after = _decided(before, each, chosen(each, choices), items)
        if not alike(before, after):
            now[each.code] = after
    return now


def _at(entries: Mapping[str, Entry], like: Entry) -> Entry:
    """Give the entry of the same item, an empty one where there is none."""
    return entries.get(like.code) or Entry(like.code, like.quarter, None)


def _compared(sent: Entry, stored: Entry, returned: Entry) -> Iterator[Difference]:
    """Compare one entry, part by part."""
    for column in PARTS:
        side = _side(sent, stored, returned, column)
        if side:
            yield Difference(returned.code, column, side, sent, stored, returned)


def _side(sent: Entry, stored: Entry, returned: Entry, column: Column) -> Side | None:
    """Tell who changed a part; nobody where it is the same."""
    base, here, there = (_state(each, column) for each in (sent, stored, returned))
    if here == there:
        return None
    if base in (here, there):
        return Side.STORED if base == there else Side.RETURNED
    return None if _means_the_same(stored, returned, column) else Side.BOTH


def _state(entry: Entry, column: Column) -> _State:
    """Give what a part says to the character."""
    missing = entry.missing if column is Column.FIGURE else None
    return shown(entry, column), missing or ""


def _means_the_same(one: Entry, other: Entry, column: Column) -> bool:
    """Tell whether a part says the same in both, 12.5 and 12.50 being one number."""
    return _with(one, other, column) == one


def _with(entry: Entry, other: Entry, column: Column) -> Entry:
    """Give an entry with a part of another one."""
    match column:
        case Column.FIGURE:
            return replace(entry, figure=other.figure, missing=other.missing)
        case Column.GROWTH:
            return replace(entry, growth=other.growth)
        case Column.PROGRESS:
            return replace(entry, progress=other.progress)
        case _:
            return replace(entry, explanation=other.explanation)


def _decided(
    entry: Entry, difference: Difference, choice: Choice | None, items: Mapping[str, Item]
) -> Entry:
    """Do with a part what was chosen."""
    match choice:
        case Choice(Way.TAKE):
            return _with(entry, difference.returned, difference.column)
        case Choice(Way.WRITE, text):
            return _written(items[difference.code], entry, difference.column, text)
        case _:
            return entry


def _written(item: Item, entry: Entry, column: Column, text: str) -> Entry:
    """Put a text into a part as typing does; the name of a missing kind stands for a figure."""
    if column is not Column.FIGURE:
        return typed(item, entry, column, text).entry
    bare = replace(entry, figure=None, missing=None)
    if text.strip() in _KINDS:
        return replace(bare, missing=_KINDS[text.strip()])
    return typed(item, bare, column, text).entry
