"""A CSV file as rows of named cells; what is wrong with its shape is a fault."""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.errors import Fault
from core.plans.kinds import brief

MOST_LINES = 20_000  # 400 indicators in 40 quarters have room


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its headers; `line` is its number in Excel."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file. Where it is not `sound`, a code may be missing from them."""

    rows: tuple[Row, ...] = ()
    sound: bool = True


def read(
    file: str, text: str, headers: Sequence[str], spared: Collection[str] = ()
) -> tuple[Table, tuple[Fault, ...]]:
    """Read a file whose columns, in any order, are `headers`; empty rows are passed over.

    The cells of a `spared` column that is not there are empty.
    """
    lines, torn = _lines(file, text)
    if not any(any(cells) for _, cells in lines):
        empty = Fault(file, 0, "", "空文件", f"表头：{'，'.join(headers)}")
        return Table(sound=False), torn or (empty,)
    header = _trimmed(lines[0][1])
    faults = _misnamed(file, header, headers, spared)
    if faults:
        return Table(sound=False), (*faults, *torn)
    lacking = dict.fromkeys((name for name in spared if name not in header), "")
    rows, uneven = _rows(file, header, lines[1:], lacking)
    return Table(rows, sound=not (uneven or torn)), (*uneven, *torn)


def show(headers: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a file as Excel does."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows(rows)
    return text.getvalue()


def _lines(file: str, text: str) -> tuple[list[tuple[int, list[str]]], tuple[Fault, ...]]:
    """Part a text into numbered lines of cells, as far as its quotes and length allow."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_LINES:
                fault = Fault(file, number, "", "更多的行", f"不超过{MOST_LINES}行")
                return lines, (fault,)
            lines.append((number, [cell.strip() for cell in cells]))
    except csv.Error:
        found = brief(text.split("\n")[reader.line_num - 1])
        expected = "用逗号分隔的一行，引号成对，一格不超过13万字符"
        return lines, (Fault(file, reader.line_num, "", found, expected),)
    return lines, ()


def _trimmed(cells: list[str]) -> list[str]:
    """Leave out the empty cells at the end."""
    width = max((index for index, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:width]


def _misnamed(
    file: str, header: list[str], headers: Sequence[str], spared: Collection[str]
) -> tuple[Fault, ...]:
    """Find columns that are unknown, repeated or missing."""
    counts = Counter(header)
    expected = f"以下表头之一，且不重复：{'，'.join(headers)}"
    extra = (name for name, count in counts.items() if name not in headers or count > 1)
    missing = (name for name in headers if name not in counts and name not in spared)
    return (
        *(Fault(file, 1, brief(name), brief(name), expected) for name in extra),
        *(Fault(file, 1, name, "", f"表头“{name}”") for name in missing),
    )


def _rows(
    file: str,
    header: list[str],
    lines: Iterable[tuple[int, list[str]]],
    lacking: Mapping[str, str],
) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """Name the cells of each line; one with too many or too few is a fault."""
    rows, faults = [], []
    width = len(header)
    for line, cells in lines:
        filled = _trimmed(cells)
        if not filled:
            continue
        if len(filled) > width:
            extra = brief("，".join(filled[width:]))
            faults.append(Fault(file, line, "", extra, f"{width}格，其后为空"))
        elif len(cells) < width:
            faults.append(Fault(file, line, "", f"{len(cells)}格", f"{width}格"))
        else:
            rows.append(Row(line, {**dict(zip(header, cells, strict=False)), **lacking}))
    return tuple(rows), tuple(faults)
