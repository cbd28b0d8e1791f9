"""`Manifest`: what was sent in a workbook, as it stands on its very hidden sheet.

Every cell is a text. The rows are, in this order:
    format, plan, department, quarter, number, database, revision, issued    name and value
    deadline    the last day, 2026-01-20
    contact     who answers questions: office, name, phone
    seal        name and value
    sheet       the sheet's code, and the codes of its columns from A on
    line        the headings of what follows: the names of LINE
    then one row per row of the form, as `line` gives it
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from core.domain.cell import TYPED, Column
from core.domain.period import Quarter
from core.domain.returned import Slip
from core.errors import UsageError
from core.workbooks.layout import FIELD_OF, LOCKED, Field, Sheet

FORMAT = "1"
_SLIP = ("format", "plan", "department", "quarter", "number", "database", "revision", "issued")
_HEAD = ("code", "sheet", "row", "milestone", "open", "category")
LINE = (*_HEAD, *TYPED, *LOCKED)
_DEADLINE, _CONTACT, _SEAL, _SHEET, _LINE = "deadline", "contact", "seal", "sheet", "line"
_YES, _COMPUTED = "1", "="

Record = tuple[str, ...]
Records = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Who at the planning office answers questions; what is not known is empty."""

    office: str = ""
    name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Sent:
    """A row of a form as it was sent: where it stood, what could be typed into, what was there.

    `row` counts from 1; `typed` and `locked` are the texts by column. A figure that a formula gave
    is typed as =2.30, so that nobody takes it for an entry.
    """

    code: str
    sheet: Sheet
    row: int
    milestone: bool
    open: frozenset[Column]
    category: str
    typed: Mapping[Column, str]
    locked: Mapping[Field, str]

    def field(self, column: Column) -> Field:
        """Give where one of its columns stands."""
        node = self.milestone and column is Column.FIGURE
        return Field.NODE if node else FIELD_OF[column]

    @property
    def computed(self) -> str:
        """The figure that a formula gave; empty where one was typed, or none could be given."""
        text = self.typed.get(Column.FIGURE, "")
        return text.removeprefix(_COMPUTED) if text.startswith(_COMPUTED) else ""

    def text(self, column: Column) -> str:
        """Give what a column that can be typed into showed."""
        shown = column is Column.FIGURE and self.computed
        return shown or self.typed.get(column, "")


def computed(figure: str) -> str:
    """Write down a figure that a formula gave."""
    return _COMPUTED + figure


@dataclass(frozen=True)
class Manifest:
    """What was sent: which form, until when, the columns of each sheet, the rows; the seal over it.

    `seal` is empty until it is sealed.
    """

    slip: Slip
    deadline: date
    contact: Contact
    sheets: Mapping[Sheet, tuple[Field, ...]]
    lines: tuple[Sent, ...]
    seal: str = field(default="", compare=False)


def line(sent: Sent) -> Record:
    """Write a row as texts, in the order of LINE."""
    return (
        sent.code,
        sent.sheet.value,
        str(sent.row),
        _YES if sent.milestone else "",
        " ".join(column.value for column in TYPED if column in sent.open),
        sent.category,
        *(sent.typed.get(column, "") for column in TYPED),
        *(sent.locked.get(each, "") for each in LOCKED),
    )


def sent(record: Sequence[str]) -> Sent:
    """Read a row back; cells that are not there hold nothing, what stands further right is none.

    Raises ValueError, KeyError where something else stands there.
    """
    texts = dict(zip_longest(LINE, record[: len(LINE)], fillvalue=""))
    if not texts["code"]:
        raise ValueError(record)
    return Sent(
        texts["code"],
        Sheet.of(texts["sheet"]),
        int(texts["row"]),
        texts["milestone"] == _YES,
        frozenset(map(Column.of, texts["open"].split())),
        texts["category"],
        {column: texts[column.value] for column in TYPED if texts[column.value]},
        {each: texts[each.value] for each in LOCKED if texts[each.value]},
    )


def unsealed(manifest: Manifest) -> Records:
    """Write everything but the seal: what is sealed."""
    return (*_above(manifest), *_below(manifest))


def records(manifest: Manifest) -> Records:
    """Write the hidden sheet row by row."""
    return (*_above(manifest), (_SEAL, manifest.seal), *_below(manifest))


def manifest(records: Iterable[Sequence[str]]) -> Manifest:
    """Read the hidden sheet; empty cells may be missing at the end of a row.

    Raises ValueError, LookupError or UsageError where it is not one of this format.
    """
    rows = [tuple(each) for each in records if any(each)]
    begin = next((at for at, each in enumerate(rows) if each[0] == _LINE), len(rows))
    said = {each[0]: each[1:] for each in rows[:begin] if each[0] != _SHEET}
    sheets = {
        Sheet.of(each[1]): tuple(map(Field.of, filter(None, each[2:])))
        for each in rows[:begin]
        if each[0] == _SHEET
    }
    if said["format"][:1] != (FORMAT,):
        raise ValueError(said["format"])
    return Manifest(
        _read_slip({name: "".join(said[name][:1]) for name in _SLIP}),
        date.fromisoformat(said[_DEADLINE][0]),
        Contact(*said[_CONTACT][:3]),
        sheets,
        tuple(map(sent, rows[begin + 1 :])),
        "".join(said[_SEAL][:1]),
    )


def _above(manifest: Manifest) -> Records:
    """Write which form it is, until when, and who answers questions."""
    slip, contact = manifest.slip, manifest.contact
    values = (slip.plan, slip.department, str(slip.quarter), str(slip.number))
    given = (FORMAT, *values, slip.database, slip.revision, slip.issued)
    return (
        *zip(_SLIP, given, strict=True),
        (_DEADLINE, manifest.deadline.isoformat()),
        (_CONTACT, contact.office, contact.name, contact.phone),
    )


def _below(manifest: Manifest) -> Records:
    """Write the columns of the sheets, and the rows."""
    sheets = ((_SHEET, sheet.value, *fields) for sheet, fields in manifest.sheets.items())
    return (*sheets, (_LINE, *LINE), *map(line, manifest.lines))


def _read_slip(texts: Mapping[str, str]) -> Slip:
    """Read which form it is."""
    if not texts["number"].isdecimal():
        raise UsageError(f"“{texts['number']}”不是第几次分发")
    return Slip(
        texts["plan"],
        texts["department"],
        Quarter.parse(texts["quarter"]),
        int(texts["number"]),
        texts["database"],
        texts["revision"],
        texts["issued"],
    )
