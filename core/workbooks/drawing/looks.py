"""How the cells of a form look; fonts by their official names, which office programs replace."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

HEI, SONG, FANGSONG, XIAOBIAOSONG = "黑体", "宋体", "仿宋", "方正小标宋简体"
GREY, YELLOW, RED, ORANGE = "F0F0F0", "FFFBE0", "F8B4B4", "FFD28A"
_PLAIN = "General"
_NORMAL = Font("Arial", 10)  # widths are told in its digits; every system has one as wide
_EDGE = Side(style="thin", color="7F7F7F")
_GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_LINE = Border(bottom=_EDGE)


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A kind of cell: its font in points, its fill, its frame, and whether it can be typed into.

    A text that is too long goes on below, or it `shrinks`, for a day has no second line.
    Each is only equal to itself: comparing two by what they hold would take most of the time.
    """

    font: str = SONG
    size: float = 10.5
    horizontal: str = "center"
    fill: str = ""
    border: Border | None = _GRID
    open: bool = False
    shrinks: bool = False


TITLE = Look(XIAOBIAOSONG, 18, border=None)
SLIP_LEFT = Look(SONG, 11, "left", border=None)
SLIP_CENTRE = Look(SONG, 11, border=None)
SLIP_RIGHT = Look(SONG, 11, "right", border=None)
HEAD = Look(HEI, 10.5, fill=GREY)
BAND = Look(HEI, 10.5, "left", GREY)
SHUT = Look(fill=GREY)
SHUT_LEFT = Look(horizontal="left", fill=GREY)
OPEN = Look(fill=YELLOW, open=True)
OPEN_LEFT = Look(horizontal="left", fill=YELLOW, open=True)
FOOT_LABEL = Look(SONG, 11, "right", border=None)
FOOT_OPEN = Look(SONG, 11, "left", YELLOW, _LINE, open=True)
FOOT_DAY = Look(SONG, 11, "left", YELLOW, _LINE, open=True, shrinks=True)
HEADING = Look(HEI, 12, "left", border=None)
TEXT = Look(FANGSONG, 12, "left", border=None)


class Looks:
    """The styles of one workbook, each made once and shared by all cells that have it."""

    def __init__(self, book: Workbook) -> None:
        self._scratch = Cell(Worksheet(book), row=1, column=1)
        self._made: dict[tuple[Look, str], StyleArray] = {}
        book._named_styles["Normal"].font = _NORMAL  # type: ignore[attr-defined]  # noqa: SLF001 - no public name

    def put(self, cell: Cell | MergedCell, look: Look, number_format: str = _PLAIN) -> None:
        """Give a cell a look."""
        made = self._made.get((look, number_format)) or self._make(look, number_format)
        cell._style = made  # type: ignore[union-attr]  # noqa: SLF001 - all cells may share it

    def _make(self, look: Look, number_format: str) -> StyleArray:
        """Register a look with a number format."""
        if number_format != _PLAIN:
            self._scratch._style = copy(self._made.get((look, _PLAIN)) or self._make(look, _PLAIN))  # type: ignore[attr-defined]  # noqa: SLF001 - see above
            self._scratch.number_format = number_format
        else:
            for name, part in _parts(look).items():
                setattr(self._scratch, name, part)
            self._scratch.number_format = _PLAIN
        made: StyleArray = copy(self._scratch._style)  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        self._made[look, number_format] = made
        return made


@cache
def _parts(look: Look) -> Mapping[str, object]:
    """Say how a look is told, by openpyxl's names; made once, for all workbooks."""
    return {
        "font": Font(look.font, look.size),
        "alignment": Alignment(
            horizontal=look.horizontal,
            vertical="center",
            wrap_text=not look.shrinks,
            shrink_to_fit=look.shrinks,
        ),
        "border": look.border or Border(),
        "fill": PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        "protection": Protection(locked=not look.open),
    }
