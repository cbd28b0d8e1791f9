"""Reading what LibreOffice prints of a sheet: the lines of text, and the text of each cell."""

import ctypes
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import attrgetter

import pypdfium2
import pypdfium2.raw as pdfium

THIN, LONG = 3.0, 4.0  # points, of a line across or down
CLOSE = 2.0  # points, of pieces of one line
OVER = 0.5  # points that a character may stand over its frame's middle


@dataclass(frozen=True, slots=True)
class Character:
    """A character with the ink's box, and how far below the page's head its baseline is."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    line: float


@dataclass(frozen=True, slots=True)
class Page:
    """The characters of a page, and its rules: across from the top down, down from the left."""

    characters: list[Character]
    across: list[float]
    down: list[float]

    def lines(self):
        """The lines of text from the top down, each from left to right, without white space."""
        return lines(self.characters)


def sheets(path, names):
    """The pages of each sheet of a workbook by the sheet's name."""
    with pypdfium2.PdfDocument(path) as document:
        starts = [each.get_dest().get_index() for each in document.get_toc()] or [0]
        read = [_page(page) for page in document]
    ends = [*starts[1:], len(read)]
    parted = zip(names, starts, ends, strict=True)
    return {name: read[start:end] for name, start, end in parted}


def lines(characters):
    """The texts of the lines, characters at one height from left to right."""
    ordered = sorted(characters, key=attrgetter("line", "left"))
    made: list[list[Character]] = []
    for each in ordered:
        if not made or each.line - made[-1][-1].line > CLOSE:
            made.append([])
        made[-1].append(each)
    return ["".join(c.text for c in sorted(line, key=attrgetter("left"))) for line in made]


def cells(page, widths, wanted):
    """The characters of each wanted box, and of what is in none; boxes are (rows, columns).

    `widths` are those of the columns in characters. Fails where a character leaves its box.
    """
    boxes = {(row, column): each for each in wanted for row in each[0] for column in each[1]}
    edges, found = _edges(page.down, widths), defaultdict(list)
    for each in page.characters:
        middle = -(each.top + each.bottom) / 2
        row = bisect(page.across, middle) - 1
        column = bisect(edges, (each.left + each.right) / 2) - 1
        box = boxes.get((row, column))
        assert box is None or _within(each, box, page.across, edges), each
        found[box].append(each)
    return found


def leading(characters):
    """How far lines are from the line above, where they are closest."""
    heights = _joined(each.line for each in characters)
    return min((below - above for above, below in pairwise(heights)), default=inf)


def _within(character, box, across, edges):
    """Whether a character's ink is inside the frame of its box."""
    rows, columns = box
    return (
        edges[columns.start] - OVER < character.left
        and character.right < edges[columns.stop] + OVER
        and across[rows.start] - OVER < -character.top
        and -character.bottom < across[rows.stop] + OVER
    )


def _edges(down, widths):
    """The edges of columns between the outer rules, for not every page draws all of them."""
    scale = (down[-1] - down[0]) / sum(widths)
    return [down[0] + scale * sum(widths[:column]) for column in range(len(widths) + 1)]


def _page(page):
    """Read a page."""
    bounds = [each.get_bounds() for each in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]
    across = [-(b + t) / 2 for left, b, r, t in bounds if t - b < THIN and r - left > LONG]
    down = [(left + r) / 2 for left, b, r, t in bounds if r - left < THIN and t - b > LONG]
    return Page(list(_characters(page.get_textpage())), _joined(across), _joined(down))


def _joined(places):
    """Rules that lie on each other as one, in order."""
    made: list[float] = []
    for each in sorted(places):
        if not made or each - made[-1] > CLOSE:
            made.append(each)
    return made


def _characters(text):
    """The characters that leave ink."""
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, at))
        if character.strip() and not pdfium.FPDFText_IsGenerated(text, at):
            pdfium.FPDFText_GetCharOrigin(text, at, x, y)
            left, bottom, right, top = text.get_charbox(at)
            yield Character(character, left, bottom, right, top, -y.value)
