"""A pasted block of texts against a form: what each makes of its cell, and what it cannot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.domain import cell
from core.domain.cell import Column
from core.domain.form import Form
from core.domain.indicator import Item
from core.domain.submission import Entry
from core.errors import FigureError

CLEARED = "贴入的是空白，原有内容将清除"


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody should know of one pasted cell: its text, what becomes of it, and why."""

    row: int
    column: Column
    text: str
    becomes: str
    words: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Pasting:
    """The entries that a block makes by row, and the remarks; `beyond` counts cells outside."""

    entries: Mapping[int, Entry] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    beyond: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether anything was changed by reading, refused or left out."""
        return bool(self.remarks or self.beyond)


def paste(form: Form, row: int, column: int, block: Sequence[Sequence[str]]) -> Pasting:
    """Lay a block over a form with its upper left cell at a place.

    Locked cells stay as they are; they are remarked where the block says something else. Cells
    that cannot be read stay too, and are remarked with the sentence that says why; so are those
    that a blank empties.
    """
    entries: dict[int, Entry] = {}
    remarks: list[Remark] = []
    beyond = 0
    for down, texts in enumerate(block):
        if row + down >= len(form.rows):
            beyond += sum(bool(text.strip()) for text in texts)
            continue
        beyond += sum(bool(text.strip()) for text in texts[len(form.columns) - column :])
        remarks += _line(form, row + down, column, texts, entries)
    return Pasting(_changed(form, entries), tuple(remarks), beyond)


def _line(
    form: Form, number: int, first: int, texts: Sequence[str], entries: dict[int, Entry]
) -> Iterator[Remark]:
    """Lay one line of the block over a row; missing kinds come after figures, as columns do."""
    row = form.rows[number]
    entry = row.entry
    for column, text in zip(form.columns[first:], texts, strict=False):
        stands = cell.shown(entry, column) if column in cell.TYPED else row.text(column)
        if text.strip() == stands:
            continue
        if lock := form.lock(row, column):
            if text.strip():
                yield Remark(number, column, text, stands, lock, taken=False)
            continue
        try:
            found = cell.typed(row.item, entry, column, text)
        except FigureError as error:
            yield Remark(number, column, text, stands, str(error), taken=False)
            continue
        entry, becomes = found.entry, cell.shown(found.entry, column)
        if note := found.note or _unsaid(row.item, column, text.strip(), becomes):
            yield Remark(number, column, text, becomes, note, taken=True)
    entries[number] = entry


def _unsaid(item: Item, column: Column, text: str, becomes: str) -> str:
    """Say what needs no word while somebody types: a cell emptied, a word chosen by its number."""
    if not text:
        return CLEARED
    return f"“{text}”是“{becomes}”的序号" if cell.choices(item, column) and text != becomes else ""


def _changed(form: Form, entries: Mapping[int, Entry]) -> dict[int, Entry]:
    """Leave out the rows that stay as they are."""
    return {
        number: entry
        for number, entry in entries.items()
        if not cell.alike(entry, form.rows[number].entry)
    }
