"""Comparing what a report said with what it would say now, row by row of its tables."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from core.reports.chart import Chart
from core.reports.content import Cell, Part, Report, Row, Table
from core.reports.prose import Prose, Signing

TITLE, NOTE, TEXT, SIGNATURE = "标题", "注", "正文", "落款"
_Place = tuple[str, str, str]  # which part, which row, which column
_NUMBER = re.compile(r"图\d+")  # which moves when another chart comes before


@dataclass(frozen=True, slots=True)
class Difference:
    """What one place of a report said and would say now; None where there is no such place.

    `part` names a table or another part, `row` and `column` are empty outside tables and charts.
    """

    part: str
    row: str
    column: str
    before: str | None
    after: str | None

    @property
    def sentence(self) -> str:
        """Say where, what was printed and what would be now."""
        place = "　".join(filter(None, (self.part, self.row, self.column)))
        return f"{place}：印出的是{_quoted(self.before)}，现在是{_quoted(self.after)}"


def differences(printed: Report, now: Report) -> tuple[Difference, ...]:
    """Give what differs, in the printed order, then what is new; how it is laid out is no matter.

    Rows go together by what they are called, wherever they stand.
    """
    before, after = dict(_told(printed)), dict(_told(now))
    found = (
        Difference(*place, before.get(place), after.get(place))
        for place in dict.fromkeys([*before, *after])
        if before.get(place) != after.get(place)
    )
    return (*found, *_reworded(_paragraphs(printed), _paragraphs(now)))


def _quoted(text: str | None) -> str:
    """Quote what a place said."""
    if text is None:
        return "没有这一处"
    return f"“{text}”" if text else "空白"


def _told(report: Report) -> Iterator[tuple[_Place, str]]:
    """Give what each place of a report says, but for its paragraphs."""
    yield (TITLE, "", ""), f"{report.label}　{report.heading}　{report.as_of}"
    tables: Counter[str] = Counter()
    for part in report.parts:
        name = _name(part, report)
        tables[name] += 1
        numbered = f"{name}（{tables[name]}）" if tables[name] > 1 else name
        yield from _part(part, numbered)


def _name(part: Part, report: Report) -> str:
    """Name a part."""
    match part:
        case Table():
            return (part.title or part.label or report.heading).replace("\n", "")
        case Chart():
            return _NUMBER.sub("图", part.title, count=1)
    return SIGNATURE


def _part(part: Part, name: str) -> Iterator[tuple[_Place, str]]:
    """Give what each place of a part says."""
    match part:
        case Table():
            yield from _table(part, name)
        case Chart():
            for series in part.series:
                for label, value in zip(part.labels, series.values, strict=True):
                    yield (name, label, series.name), "" if value is None else format(value, "f")
        case Signing():
            told = (*part.fields, part.office, part.dated)
            yield (name, "", ""), "　".join(filter(None, told))


def _table(table: Table, name: str) -> Iterator[tuple[_Place, str]]:
    """Give what each cell of a table says, and its notes."""
    heads, rows = _heads(table), Counter[str]()
    for row in table.rows:
        label = _label(row)
        rows[label] += 1
        numbered = f"{label}（{rows[label]}）" if rows[label] > 1 else label
        for at, cell in row.placed():
            yield (name, numbered, heads[at]), _shown(cell)
    for number, note in enumerate(table.notes, 1):
        yield (name, f"{NOTE}{number}", ""), note


def _heads(table: Table) -> Mapping[int, str]:
    """Give the headings over each column as one text; equal ones are told apart."""
    over: defaultdict[int, list[str]] = defaultdict(list)
    for _, at, _, heading in table.header():
        for column in range(at, at + heading.breadth):
            over[column].append(heading.text.replace("\n", ""))
    names = {at: "".join(over[at]) for at in range(len(table.columns))}
    seen: Counter[str] = Counter()
    for at, name in names.items():
        seen[name] += 1
        names[at] = f"{name}（{seen[name]}）" if seen[name] > 1 else name
    return names


def _label(row: Row) -> str:
    """Give what a row is called: its first words that are not merged over several rows."""
    texts = [cell.text.replace("\n", "") for cell in row.cells if cell.text and not cell.block]
    worded = (text for text in texts if any(character.isalpha() for character in text))
    return next(worded, texts[0] if texts else "")


def _shown(cell: Cell) -> str:
    """Give what a cell says, its light first."""
    light = f"{cell.light.label}灯" if cell.light else ""
    return light + cell.text


def _paragraphs(report: Report) -> list[str]:
    """Give the paragraphs of a report."""
    prose = (part for part in report.parts if isinstance(part, Prose))
    return [each.lead + each.text for part in prose for each in part.paragraphs]


def _reworded(before: list[str], after: list[str]) -> Iterator[Difference]:
    """Give the paragraphs that are others, side by side."""
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            for old, new in zip_longest(before[a:b], after[c:d]):
                yield Difference(TEXT, "", "", old, new)


def rows(found: Iterable[Difference]) -> frozenset[str]:
    """Give the names of the rows that differ."""
    return frozenset(each.row for each in found if each.row)
