"""Blocks of cells as Excel, WPS and LibreOffice put them on the clipboard: tabs, lines, quotes."""

from collections.abc import Iterable, Iterator

MOST_CELLS = 200_000  # of a pasted block; 10,000 rows of 13 columns have room
_QUOTED = ("\t", "\n", "\r", '"')


class TooLargeError(ValueError):
    """A block that is larger than any form."""


def parse(text: str) -> list[list[str]]:
    """Give the rows of a block; the line end behind the last row makes no further one.

    A cell that begins with a quotation mark runs to the closing one, line ends included; where
    none closes it the mark is a character like any other. Raises TooLargeError.
    """
    rows: list[list[str]] = [[]]
    cells = _cells(text.replace("\r\n", "\n").replace("\r", "\n"))
    for count, (cell, end) in enumerate(cells):
        if count == MOST_CELLS:
            raise TooLargeError
        rows[-1].append(cell)
        if end == "\n":
            rows.append([])
    return [row for row in rows if row]


def show(rows: Iterable[Iterable[str]]) -> str:
    """Write rows as Excel does."""
    return "".join("\t".join(map(_shown, row)) + "\r\n" for row in rows)


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Give each cell with what ends it: a tab, a line end, or nothing at the very end."""
    at = 0
    while at < len(text):
        cell, at = _cell(text, at)
        yield cell, text[at : at + 1]
        if text[at : at + 1] == "\t" and at + 1 == len(text):
            yield "", ""
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """Read the cell that begins at a place; give it and the place behind it."""
    if text[at] == '"':
        close = _closing(text, at + 1)
        if close is not None:
            return text[at + 1 : close].replace('""', '"'), close + 1
    ends = [found for sign in "\t\n" if (found := text.find(sign, at)) >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _closing(text: str, at: int) -> int | None:
    """Find the quotation mark that closes a cell: one that a tab, a line end or nothing follows."""
    while (found := text.find('"', at)) >= 0:
        if text[found + 1 : found + 2] == '"':
            at = found + 2
        elif text[found + 1 : found + 2] in ("", "\t", "\n"):
            return found
        else:
            return None
    return None


def _shown(cell: str) -> str:
    """Quote a cell that holds what parts cells."""
    if any(sign in cell for sign in _QUOTED):
        return '"' + cell.replace('"', '""') + '"'
    return cell
