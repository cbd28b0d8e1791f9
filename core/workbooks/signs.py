"""What the checks find, as formulas that colour the cells of a form while it is filled in.

Of the 强制 and the 须说明 of the catalogue these are left to the return, for no formula can tell:
what cannot be read, a wrong kind, parts that do not add up, and the absence that only counts then.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal

from core.domain import checks
from core.domain.cell import LONGEST_EXPLANATION, Column, choices
from core.domain.checks import Limit, Range
from core.domain.figure import WHOLE, Figure, Words
from core.domain.form import Row
from core.domain.indicator import Indicator, Milestone, Node
from core.domain.issue import Severity
from core.domain.submission import Entry
from core.workbooks.manifest import Sent

Naming = Callable[[Column], str]  # how a formula calls a column's cell
_EXCEL = Context(prec=15)  # digits that it keeps of a number
_BACK, _SMALLER = "node_back", "progress_back"
_LITTLE = Decimal("1E-9")


@dataclass(frozen=True, slots=True)
class Sign:
    """Which cells of a row take the colour of a severity, and the formula by which they do."""

    severity: Severity
    columns: tuple[Column, ...]
    formula: str


def signs(row: Row, line: Sent, at: Naming) -> Iterator[Sign]:
    """Give the signs of a row, for the cells that can be typed into."""
    words = at(Column.EXPLANATION)
    if Column.EXPLANATION in line.open:
        yield _must(Column.EXPLANATION, f"LEN({words})>{LONGEST_EXPLANATION}")
    if Column.FIGURE not in line.open:
        return
    figure, missing = at(Column.FIGURE), at(Column.MISSING)
    yield _must(Column.MISSING, f'AND({figure}<>"",{missing}<>"")')
    if isinstance(row.item, Milestone):
        yield from _node(row, row.item, figure, words)
        yield from _progress(row, at(Column.PROGRESS), words)
    else:
        yield from _number(row, row.item, figure, words)


def _number(row: Row, item: Indicator, figure: str, words: str) -> Iterator[Sign]:
    """Watch the limits of a number."""
    found = checks.limits(item, row.entry.quarter, row.past)
    grave = [_limit(each, figure) for each in found if each.check.grade is Severity.BLOCKING]
    odd = [_limit(each, figure) for each in found if each.check.grade is Severity.EXPLAIN]
    if (given := row.calculation and row.calculation.figure) and given.value is not None:
        odd.append(f"ROUND({figure},{item.decimals})<>{_written(given.value)}")
    if grave:
        yield _must(Column.FIGURE, _all(f"ISNUMBER({figure})", _any(grave)))
    if odd:
        yield _explain(Column.FIGURE, words, _all(f"ISNUMBER({figure})", _any(odd)))


def _node(row: Row, item: Milestone, cell: str, words: str) -> Iterator[Sign]:
    """Watch for words that name no node, and for nodes before the one that was reached."""
    offered = choices(item, Column.FIGURE)
    if item.node is not Node.WORDS:
        yield _must(Column.FIGURE, _all(*(f'{cell}<>"{each}"' for each in ("", *offered))))
    back = [each for each in offered if _finds(row, _BACK, figure=Figure(Words(each)))]
    if back:
        yield _explain(Column.FIGURE, words, _any(f'{cell}="{each}"' for each in back))


def _progress(row: Row, cell: str, words: str) -> Iterator[Sign]:
    """Watch the limits of a 形象进度, and for one that became smaller."""
    typed = f"ISNUMBER({cell})"
    yield _must(Column.PROGRESS, _all(typed, _any((f"{cell}<0", f"{cell}>{WHOLE}"))))
    numbers = (each.progress.value for each in row.past.values() if each.progress)
    known = sorted({each for each in numbers if each is not None and each > 0}, reverse=True)
    below = (each for each in known if _finds(row, _SMALLER, progress=Figure(each - _LITTLE)))
    if (last := next(below, None)) is not None:
        yield _explain(Column.PROGRESS, words, _all(typed, f"{cell}<{_written(last)}"))


def _finds(
    row: Row, check: str, figure: Figure | None = None, progress: Figure | None = None
) -> bool:
    """Tell whether a check would find fault with what could be entered in a row."""
    entry = Entry(row.entry.code, row.entry.quarter, figure, progress=progress)
    return any(issue.check == check for issue in checks.check(row.item, entry, row.past))


def _must(column: Column, formula: str) -> Sign:
    """Make a sign of what has to be corrected."""
    return Sign(Severity.BLOCKING, (column,), formula)


def _explain(column: Column, words: str, formula: str) -> Sign:
    """Make a sign of what has to be explained, until it is; the place for it shows it too."""
    columns = (column, Column.EXPLANATION)
    return Sign(Severity.EXPLAIN, columns, _all(f'TRIM({words})=""', formula))


def _limit(limit: Limit, cell: str) -> str:
    """Write the numbers that a check finds."""
    within = _any(_range(each, cell) for each in limit.ranges)
    if not limit.but:
        return within
    return _all(within, f"NOT({_any(_range(each, cell) for each in limit.but)})")


def _range(range_: Range, cell: str) -> str:
    """Write that a number lies in a range."""
    low, high = (">=", "<=") if range_.closed else (">", "<")
    bounds = ((low, range_.low), (high, range_.high))
    return _all(*(f"{cell}{sign}{_written(end)}" for sign, end in bounds if end is not None))


def _written(number: Decimal) -> str:
    """Write a number as Excel keeps it."""
    return f"{_EXCEL.plus(number):f}"


def _all(*conditions: str) -> str:
    """Join conditions that must all be met."""
    return conditions[0] if len(conditions) == 1 else f"AND({','.join(conditions)})"


def _any(conditions: Iterable[str]) -> str:
    """Join conditions of which one must be met."""
    listed = tuple(conditions)
    return listed[0] if len(listed) == 1 else f"OR({','.join(listed)})"
