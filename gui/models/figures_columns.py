"""The columns of the figures under review: what each shows, and what it is sorted by."""

from collections.abc import Callable
from dataclasses import dataclass

from core.domain.cell import Column as Field
from core.domain.changes import PARTS, told
from core.domain.issue import Severity
from core.domain.judging.judgement import Light
from core.domain.reviewing.alterations import blank
from core.domain.reviewing.contrast import contrast
from core.domain.reviewing.docket import Reviewed
from core.domain.submission import Entry

Order = float | int | str | None
_LIGHTS = {light: number for number, light in enumerate(Light)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its width in pixels, and what it gives of a figure."""

    title: str
    width: int
    text: Callable[[Reviewed], str]
    order: Callable[[Reviewed], Order]
    number: bool = False


def value(each: Reviewed) -> str:
    """Give the figure, or why there is none."""
    entry = each.row.counted
    return entry.text or (entry.missing.label if entry.missing else "")


def change(each: Reviewed) -> str:
    """Say how a figure differs: from what was approved, else from what came before."""
    before, found = before_of(each), each.alteration
    told = [contrast(before, each.row.counted) if before else ""]
    if found and found.statuses:
        was, now = (status or "空" for status in found.statuses)
        told.append(f"完成情况{was}→{now}")
    return "，".join(filter(None, told))


def before_of(each: Reviewed) -> Entry | None:
    """Give what a figure is compared with; nothing where it is not another one."""
    if each.alteration:
        entry = each.row.entry
        return each.alteration.before or blank(entry.code, entry.quarter)
    return each.before


def _marks(each: Reviewed) -> str:
    """Count what the checks found: 须说明1."""
    counts = {grade: sum(i.severity is grade for i in each.issues) for grade in Severity}
    return "，".join(f"{grade.label}{count}" for grade, count in counts.items() if count)


def _last(each: Reviewed) -> str:
    return each.row.given.get(Field.LAST, "")


def _last_year(each: Reviewed) -> str:
    return each.row.given.get(Field.LAST_YEAR, "")


def _past(each: Reviewed, back: int) -> Order:
    """Give an earlier figure's number."""
    quarter = each.row.entry.quarter.moved(back)
    entry = each.row.past.get(quarter)
    return _size(entry)


def _number(each: Reviewed) -> Order:
    return _size(each.row.counted)


def _size(entry: Entry | None) -> Order:
    """Give a figure's number, to sort by."""
    number = entry.figure.value if entry and entry.figure else None
    return None if number is None else float(number)


def _status(each: Reviewed) -> str:
    return each.assessment.status if each.assessment else ""


def _light(each: Reviewed) -> Order:
    return _LIGHTS.get(each.assessment.light) if each.assessment else None


def _grave(each: Reviewed) -> Order:
    ranks = [list(Severity).index(issue.severity) for issue in each.issues]
    return min(ranks) if ranks else None


def _was(each: Reviewed) -> str:
    """Say in a narrow cell what stood there before, or what else is another."""
    before, now = before_of(each), each.row.counted
    if before is None:
        return ""
    for part in PARTS:
        was = told(before, part)
        if was != told(now, part):
            return f"原{was or '空'}" if part is Field.FIGURE else f"改{part.label}"
    return "改数据性质" if before.vintage is not now.vintage else "改判"


def _said(each: Reviewed) -> str:
    """Count the remarks that are open, or say that all were dealt with."""
    if each.open:
        return f"{len(each.open)}条"
    return "已处理" if each.remarks else ""


COLUMNS = (
    Column("本期", 82, value, _number, number=True),
    Column("上期", 68, _last, lambda each: _past(each, -1), number=True),
    Column("上年同期", 74, _last_year, lambda each: _past(each, -4), number=True),
    Column("同比", 94, lambda each: each.growth.removeprefix("同比"), lambda each: each.growth),
    Column("完成情况", 128, _status, _light),
    Column("核对", 76, _marks, _grave),
    Column("意见", 52, _said, lambda each: -len(each.open) if each.remarks else None),
    Column("改动", 72, _was, lambda each: change(each) or None),
)
VALUE, STATUS, MARKS, REMARKS, CHANGE = 0, 4, 5, 6, 7
