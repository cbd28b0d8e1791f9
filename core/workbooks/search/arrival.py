"""A file opened and searched: all that must be done with bytes that anybody may have sent."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from core.domain.returned import Finding
from core.errors import UserError
from core.workbooks.files.book import Book, BookError, Kind, LockedError, Sheet
from core.workbooks.files.opening import open_book
from core.workbooks.layout import DEPARTMENT, HIDDEN, PERIOD, SLIP_ROW
from core.workbooks.manifest import Manifest, manifest
from core.workbooks.search import choosing
from core.workbooks.search.arrived import Arrived, grave, hint
from core.workbooks.search.rows import Search

_BEGINNING = "format"  # with which the hidden sheet begins, whatever it is called
_WIDEST, _MOST_LINES = 64, 5000  # columns of the hidden sheet, and rows of a form
_NO_FORM = (
    "里面没有随表下发的隐藏信息，认不出是哪张表{}；请在下发的原表里填写后发来，不要复制到新文件"
)
_BROKEN = "随表下发的隐藏信息已损坏，认不出是哪张表{}；请对方重新发送，或在下发的原表里重填"
_SHEET_LOST = "工作表“{}”读不出：{}；请对方打开后另存为.xlsx再发送"


def arrive(name: str, content: bytes, password: str = "") -> Arrived:
    """Open a file and find the rows of its form; whatever is wrong with it becomes a finding."""
    arrived = Arrived(name, sha256(content).hexdigest(), len(content))
    try:
        return _searched(arrived, open_book(name, content, password))
    except BookError as error:
        locked = isinstance(error, LockedError)
        return replace(arrived, findings=(grave(str(error)),), locked=locked)


def _searched(arrived: Arrived, book: Book) -> Arrived:
    """Find what was sent, then the rows."""
    remarks = tuple(map(hint, book.remarks))
    hidden = next(filter(_is_hidden, book.sheets), None)
    sent = _manifest(hidden) if hidden else None
    if hidden is None or sent is None:
        said = (_BROKEN if hidden or not book.whole else _NO_FORM).format(_printed(book))
        return replace(arrived, findings=(grave(said), *remarks))
    others = [each for each in book.sheets if each is not hidden]
    search = Search(book, sent)
    pages = [page for each in others if (page := search.page(each))]
    rows, findings = choosing.chosen(pages, sent.lines)
    return replace(
        arrived,
        manifest=sent,
        rows=rows,
        foot=choosing.foot(pages),
        findings=(*findings, *_unread(others, grave if findings else hint), *remarks),
    )


def _is_hidden(sheet: Sheet) -> bool:
    """Tell whether a sheet is the very hidden one."""
    return sheet.name == HIDDEN or sheet.text((1, 1)) == _BEGINNING


def _manifest(hidden: Sheet) -> Manifest | None:
    """Read what was sent; nothing where a character of it is lost or makes no sense."""
    if hidden.lost or any(each.kind is Kind.LOST for each in hidden.cells.values()):
        return None
    rows: dict[int, list[str]] = {}
    for (row, column), stored in sorted(hidden.cells.items()):
        if column <= _WIDEST:
            texts = rows.setdefault(row, [])
            texts += [""] * (column - 1 - len(texts))
            texts.append(stored.text)
    try:
        found = manifest(rows.values())
    except (ValueError, LookupError, TypeError, UserError):
        return None
    return found if _is_whole(found) else None


def _is_whole(found: Manifest) -> bool:
    """Tell whether every row stands on a sheet that has its columns, and no two are one item's."""
    codes = {line.code for line in found.lines}
    return len(codes) == len(found.lines) <= _MOST_LINES and all(
        line.sheet in found.sheets
        and {line.field(column) for column in line.open} <= {*found.sheets[line.sheet]}
        for line in found.lines
    )


def _printed(book: Book) -> str:
    """Say which form it seems to be, by what is printed on it."""
    said = [
        stored.text
        for sheet in book.sheets
        for (row, _), stored in sheet.cells.items()
        if row == SLIP_ROW and stored.text.startswith((DEPARTMENT, PERIOD))
    ]
    return f"（表上写着“{'，'.join(said[:2])}”）" if said else ""


def _unread(others: Iterable[Sheet], weighed: Callable[[str, str], Finding]) -> Iterator[Finding]:
    """Say which sheets cannot be read; it only weighs where something was not found."""
    for sheet in others:
        if sheet.lost:
            yield weighed(_SHEET_LOST.format(sheet.name, sheet.lost), sheet.name)
