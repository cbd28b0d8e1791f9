"""One cell of a form: what typing into it makes of an entry."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from core.domain import reading
from core.domain.figure import Figure, Words
from core.domain.indicator import BUILT, Item, Milestone, Node
from core.domain.submission import Entry, Missing
from core.domain.words import Word
from core.errors import FigureError

LONGEST_EXPLANATION = 2000  # characters
NOT_BEGUN = "未开工"
UNDER_WAY = "推进中"
DONE = "完成"  # of a node that the plan words and a person judges
_BREAKS = re.compile("\\s*[\n\v\f\r\x85\u2028\u2029]\\s*")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # or half a character
_PER_CENT = "%"
_SHOWN = 40


class Column(Word):
    """A column of the form; the code names the field of an entry where it can be typed into."""

    BASE = "base", "基期"
    TARGET = "target", "规划目标"
    ANNUAL = "annual", "年度目标"
    LAST_YEAR = "last_year", "上年同期"
    LAST = "last", "上期"
    FIGURE = "figure", "本期"
    GROWTH = "growth", "同比"
    PROGRESS = "progress", "形象进度"
    MISSING = "missing", "缺数原因"
    EXPLANATION = "explanation", "说明"


TYPED = (Column.FIGURE, Column.GROWTH, Column.PROGRESS, Column.MISSING, Column.EXPLANATION)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text makes of an entry; `note` says in Chinese what reading it changed."""

    entry: Entry
    note: str = ""


_Type = Callable[[Item, Entry, str], Typed]


def shown(entry: Entry, column: Column) -> str:
    """Give what stands in a cell that can be typed into."""
    match column:
        case Column.FIGURE:
            return entry.text
        case Column.GROWTH:
            return str(entry.growth or "")
        case Column.PROGRESS:
            return str(entry.progress or "")
        case Column.MISSING:
            return entry.missing.label if entry.missing else ""
        case _:
            return entry.explanation


def alike(one: Entry, other: Entry) -> bool:
    """Tell whether two entries are the same to the character: 12.5 and 12.50 are not."""
    return one == other and all(shown(one, each) == shown(other, each) for each in TYPED)


def choices(item: Item, column: Column) -> tuple[str, ...]:
    """Give the words that a cell offers to choose from; none where anything can be typed."""
    if column is Column.MISSING:
        return tuple(each.label for each in Missing)
    if column is Column.FIGURE and isinstance(item, Milestone):
        return (NOT_BEGUN, *_nodes(item.node))
    return ()


def _nodes(asked: Node) -> tuple[str, ...]:
    """Give the nodes that can be reported: on the way to a built one, or the one alone."""
    if asked is Node.WORDS:
        return UNDER_WAY, DONE
    if asked in BUILT:
        return tuple(each.label for each in BUILT)
    return UNDER_WAY, asked.label


def typed(item: Item, entry: Entry, column: Column, text: str) -> Typed:
    """Put a text into a cell; an empty one clears it.

    Raises FigureError in a sentence that names the text; the entry then stays as it was.
    """
    if text == shown(entry, column):
        return Typed(entry)
    return _TYPE[column](item, entry, text)


def _figure(item: Item, entry: Entry, text: str) -> Typed:
    """Read a figure, a node, or the sign that there is none."""
    if not text.strip():
        return Typed(replace(entry, figure=None))
    if isinstance(item, Milestone):
        return _with_figure(entry, Figure(Words(_chosen(item, Column.FIGURE, text))), "")
    found = reading.read(text, item.unit)
    if found.figure is None:
        return Typed(replace(entry, figure=None, missing=found.missing), found.note)
    return _with_figure(entry, found.figure, found.note)


def _with_figure(entry: Entry, figure: Figure, note: str) -> Typed:
    """Take a figure; the reason why there was none falls away."""
    gone = f"已去掉缺数原因“{entry.missing.label}”" if entry.missing else ""
    return Typed(
        replace(entry, figure=figure, missing=None),
        "；".join(each for each in (note, gone) if each),
    )


def _growth(_: Item, entry: Entry, text: str) -> Typed:
    """Read a published 同比 in per cent."""
    figure, note = _percentage(text)
    return Typed(replace(entry, growth=figure), note)


def _progress(_: Item, entry: Entry, text: str) -> Typed:
    """Read a 形象进度 in per cent."""
    figure, note = _percentage(text)
    return Typed(replace(entry, progress=figure), note)


def _percentage(text: str) -> tuple[Figure | None, str]:
    """Read a number of per cent, and what reading changed."""
    if not text.strip():
        return None, ""
    found = reading.read(text, _PER_CENT)
    if found.figure is None or found.figure.value is None:
        raise FigureError(f"“{_brief(text)}”不是百分数，请填数字，没有就留空")
    return found.figure, found.note


def _missing(item: Item, entry: Entry, text: str) -> Typed:
    """Take a reason why there is no figure; a figure that stands is not thrown away for it."""
    if not text.strip():
        return Typed(replace(entry, missing=None))
    label = _chosen(item, Column.MISSING, text)
    if entry.figure is not None:
        raise FigureError(f"本期已填“{entry.text}”，不能再选缺数原因；请先清除本期")
    kinds = {each.label: each for each in Missing}
    return Typed(replace(entry, missing=kinds[label]))


def _explanation(_: Item, entry: Entry, text: str) -> Typed:
    """Take an explanation as it stands, line breaks made into spaces."""
    if len(text) > LONGEST_EXPLANATION:
        raise FigureError(
            f"说明有{len(text)}个字，最多{LONGEST_EXPLANATION}个；没有保存，请缩短后再填"
        )
    plain = _BREAKS.sub(" ", text.strip())
    if _CONTROL.search(plain):
        raise FigureError("说明里有不可见的控制字符，没有保存，请重新填写")
    note = "说明里的换行已改为空格" if _BREAKS.search(text.strip()) else ""
    return Typed(replace(entry, explanation=plain), note)


def _chosen(item: Item, column: Column, text: str) -> str:
    """Find a word of the list by itself or by its number from 1.

    A milestone whose end a person judges takes any words. Raises FigureError that lists them.
    """
    offered, plain = choices(item, column), text.strip()
    if plain in offered:
        return plain
    numbered = {str(number): word for number, word in enumerate(offered, 1)}
    if plain in numbered:
        return numbered[plain]
    judged = isinstance(item, Milestone) and item.node is Node.WORDS and column is Column.FIGURE
    if judged and _is_worded(plain):
        return plain
    what = "节点" if column is Column.FIGURE else column.label
    raise FigureError(f"“{_brief(text)}”不在可选的{what}里：{'、'.join(offered)}")


def _is_worded(text: str) -> bool:
    """Tell whether a text is words that a figure can hold, no number."""
    try:
        return isinstance(Figure.parse(text).core, Words)
    except FigureError:
        return False


def _brief(text: str) -> str:
    """Quote at most forty characters."""
    start = "".join(each if each.isprintable() else "�" for each in text[:_SHOWN])
    return start if len(text) <= _SHOWN else start + "…"


_TYPE: Mapping[Column, _Type] = {
    Column.FIGURE: _figure,
    Column.GROWTH: _growth,
    Column.PROGRESS: _progress,
    Column.MISSING: _missing,
    Column.EXPLANATION: _explanation,
}
