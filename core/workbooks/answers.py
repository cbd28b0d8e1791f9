"""One row of a returned form: what its cells mean, and which of the locked ones changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from core.domain.cell import TYPED, Column, shown, typed
from core.domain.figure import Figure
from core.domain.indicator import Item, Milestone
from core.domain.issue import Severity
from core.domain.period import Quarter
from core.domain.returned import Answer, Finding, Tampering
from core.domain.submission import Entry, Missing
from core.errors import FigureError
from core.workbooks.cells import said
from core.workbooks.files.book import Kind, Show, Stored
from core.workbooks.layout import LOCKED, Field, heading
from core.workbooks.manifest import Sent
from core.workbooks.search.arrived import Cell, Found
from core.workbooks.search.rows import plain

_FIELDS = {
    Column.FIGURE: "figure",
    Column.GROWTH: "growth",
    Column.PROGRESS: "progress",
    Column.MISSING: "missing",
    Column.EXPLANATION: "explanation",
}
_KINDS = {each.label: each for each in Missing}
_AS_SENT = (Show.PLAIN, Show.UNKNOWN)
_QUOTED = 100  # characters of a cell that a finding shows


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back in a row: the entry, whence each part of it is, what is to be said of it."""

    entry: Entry
    answers: tuple[Answer, ...] = ()
    findings: tuple[Finding, ...] = ()
    tampered: tuple[Tampering, ...] = ()


def sent_entry(line: Sent, quarter: Quarter) -> Entry:
    """Give what a row held when it was sent; what no form could have held is left out."""
    return Entry(
        line.code,
        quarter,
        _figure(line.typed.get(Column.FIGURE, "")),
        _KINDS.get(line.typed.get(Column.MISSING, "")),
        line.typed.get(Column.EXPLANATION, ""),
        growth=_figure(line.typed.get(Column.GROWTH, "")),
        progress=_figure(line.typed.get(Column.PROGRESS, "")),
    )


def _figure(text: str) -> Figure | None:
    """Read a figure as it was written into the manifest."""
    try:
        return Figure.parse(text) if text else None
    except FigureError:
        return None


def reply(line: Sent, found: Found, item: Item, sent: Entry) -> Reply:
    """Read a row; a cell that cannot be read means what was sent in it."""
    row = _Row(line, found, item, sent)
    for column in TYPED:
        if column in line.open:
            row.take(column)
    row.ask()
    return Reply(row.entry, tuple(row.answers), tuple(row.findings), tuple(_tampered(line, found)))


class _Row:
    """Puts the entry of a row together, cell by cell."""

    def __init__(self, line: Sent, found: Found, item: Item, sent: Entry) -> None:
        self._line, self._found, self._item, self._sent = line, found, item, sent
        self._asked: tuple[Cell, str] | None = None
        self.answers: list[Answer] = []
        self.findings: list[Finding] = []
        self.entry = sent
        for column in line.open:
            self._put(column, Entry(sent.code, sent.quarter, None))

    def take(self, column: Column) -> None:
        """Take what a cell means into the entry."""
        cell = self._found.cell(self._line.field(column))
        if cell is None:
            self._put(column, self._sent)
            return
        self.answers.append(Answer(self._line.code, column, cell.text, cell.place))
        if cell.stored is None or not (cell.text.strip() or cell.stored.kind is Kind.LOST):
            return
        try:
            self._read(column, cell, cell.stored)
        except FigureError as error:
            self._put(column, self._sent)
            self._say(Severity.BLOCKING, column, cell, str(error))

    def ask(self) -> None:
        """Ask why there is no figure where only a sign says so."""
        if self._asked:
            cell, note = self._asked
            self._say(Severity.BLOCKING, Column.FIGURE, cell, note)

    def _read(self, column: Column, cell: Cell, stored: Stored) -> None:
        """Read a cell that holds something; raises FigureError."""
        computed = column is Column.FIGURE and self._line.computed
        before = computed or shown(self._sent, column)
        found = said(stored, self._item, column, before)
        if column is Column.MISSING:
            self._asked = None
        if found.text.strip() == before:
            note = self._unchanged(column)
        else:
            note = self._changed(column, cell, found.text)
        for each in filter(None, (_computed(stored), found.note, note)):
            self._say(Severity.HINT, column, cell, each)
        if found.doubt:
            self._say(Severity.BLOCKING, column, cell, found.doubt)

    def _unchanged(self, column: Column) -> str:
        """Keep what was sent; a reason goes where there is a figure now. Say so."""
        if column is Column.MISSING and self._sent.missing and self.entry.figure:
            return f"本期已填“{self.entry.text}”，缺数原因“{self._sent.missing.label}”不再算数"
        self._put(column, self._sent)
        return ""

    def _changed(self, column: Column, cell: Cell, text: str) -> str:
        """Take what was typed, and say what reading changed."""
        found = typed(self._item, self.entry, column, text)
        self.entry = found.entry
        if column is Column.FIGURE and found.entry.figure is None:
            self._asked = cell, found.note
            return ""
        now = shown(found.entry, column)
        chosen = column is Column.MISSING or isinstance(self._item, Milestone)
        if chosen and column is not Column.EXPLANATION and not found.note and now != text.strip():
            return f"“{text.strip()}”读作“{now}”"
        return found.note

    def _put(self, column: Column, other: Entry) -> None:
        """Put what another entry has in a column into this one."""
        name = _FIELDS[column]
        given: dict[str, Any] = {name: getattr(other, name)}
        self.entry = replace(self.entry, **given)

    def _say(self, severity: Severity, column: Column, cell: Cell, words: str) -> None:
        """Note a finding on a cell."""
        line, item = self._line, self._item
        message = f"“{item.name}”的{heading(line.sheet, line.field(column))}：{words}"
        found = _seen(cell.stored)[:_QUOTED]
        self.findings.append(Finding(severity, found, message, cell.place, line.code, column))


def _seen(stored: Stored | None) -> str:
    """Give what somebody sees in a cell."""
    return (stored.shown or stored.text) if stored else ""


def _computed(stored: Stored) -> str:
    """Say that a value was computed, where it was."""
    return f"是公式，取文件里存下的结果{stored.text}" if stored.formula else ""


def _tampered(line: Sent, found: Found) -> Iterator[Tampering]:
    """List the locked cells that are not as they were sent."""
    for field in found.columns:
        sent, stored = _locked(line, field), found.stored.get(field)
        if sent is not None and not _same(sent, stored):
            named, returned = heading(line.sheet, field), _seen(stored)[:_QUOTED]
            yield Tampering(line.code, named, sent, returned, found.place(field))


def _locked(line: Sent, field: Field) -> str | None:
    """Give what stood in a locked cell; nothing for one that could be filled in, and the code."""
    column = field.column
    if field is Field.KEY or (column in line.open and line.field(column) is field):
        return None
    if field in LOCKED:
        return line.locked.get(field, "")
    return line.text(column) if column and line.field(column) is field else ""


def _same(sent: str, stored: Stored | None) -> bool:
    """Tell whether a cell shows what was sent, whatever the spaces, and zeros at the end."""
    text = stored.text if stored else ""
    if text == sent or plain(text) == plain(sent):
        return True
    if stored is None or stored.kind is not Kind.NUMBER:
        return False
    try:
        return Decimal(sent) == Decimal(text) and stored.look.show in _AS_SENT
    except InvalidOperation:
        return False
