"""Laying prose out in 22 lines of 28 characters a page (GB/T 9704-2012, 5.2.3)."""

import re
from collections.abc import Iterator

from core.reports.layout import Line, Piece, ProseLayout
from core.reports.pdf import lines
from core.reports.pdf.flow import Flow
from core.reports.pdf.fonts import Typeface, typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import AREA_WIDTH, LINE
from core.reports.prose import Level, Paragraph, Prose

SIZE = 16.0  # 三号
SPACING = AREA_WIDTH / 28 - SIZE  # between characters, −0.207 pt
_STEP = SIZE + SPACING
_INDENT = "　　"
_INDENTED = frozenset({Level.BODY, Level.FIRST, Level.SECOND, Level.THIRD})
_HEADINGS = frozenset({Level.FIRST, Level.SECOND})
_ROLES = {Level.FIRST: Role.HEI, Level.SECOND: Role.KAI, Level.CENTRE: Role.KAI}
_COMPANY = 2  # lines above what signs them
_SLACK = 2 * _STEP  # that a line may lack without its characters standing too far apart
_MOST_SPREAD = SIZE / 4  # between characters, so that a line ends where others do
_WESTERN = re.compile(r"[!-\u024f\u0370-\u03ff]+")  # digits and letters that stand close
_ROUNDING = 0.01


def place(flow: Flow, number: int, prose: Prose, below: float) -> ProseLayout:
    """Lay prose out where the flow is; `below` is the height that what signs it needs."""
    flow.turn(landscape=False, fresh=prose.fresh)
    flow.skip(-flow.y % LINE)
    broken = tuple(line for at, each in enumerate(prose.paragraphs) for line in _lines(at, each))
    pages, start = list[range](), 0
    while start < len(broken):
        end = _end(broken, start, flow.left, below)
        if end > start:
            flow.place(Piece(number, len(pages)), (end - start) * LINE)
            pages.append(range(start, end))
        if end < len(broken):
            flow.begin(landscape=False)
        start = end
    return ProseLayout(broken, tuple(pages))


def role(level: Level) -> Role:
    """Give the typeface of a paragraph."""
    return _ROLES.get(level, Role.FANGSONG)


def _end(broken: tuple[Line, ...], start: int, left: float, below: float) -> int:
    """Give the line after the last that stands on the sheet; no heading is the last one."""
    end = min(len(broken), start + int(left // LINE))
    if end == len(broken):
        signed = (end - start) * LINE + below <= left
        return end if signed or end - start <= _COMPANY else end - _COMPANY
    if below and len(broken) - end < _COMPANY:
        end = len(broken) - _COMPANY
    while end - start > 1 and broken[end - 1].level in _HEADINGS:
        end -= 1
    return end


def _lines(number: int, paragraph: Paragraph) -> Iterator[Line]:
    """Break a paragraph; all of its lines but the last end at the right edge."""
    face, level = typeface(role(paragraph.level)), paragraph.level
    opening = (_INDENT if level in _INDENTED else "") + paragraph.lead
    broken = lines.flow(opening + paragraph.text, AREA_WIDTH + _ROUNDING, _measure(face), _SLACK)
    lead = len(paragraph.lead)
    for at, text in enumerate(broken):
        shown = text.lstrip("　") if at == 0 else text
        x = (len(text) - len(shown)) * _STEP
        opened = min(lead, len(shown))
        spacing = _spread(face, shown, x, opened)
        if level is Level.CENTRE:
            x = (AREA_WIDTH - _measure(face)(shown)) / 2
        if at == len(broken) - 1:
            spacing = min(spacing, SPACING)
        yield Line(number, level, shown, x, spacing, opened)
        lead -= opened


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text into numbers and Western words, told by True, and what is spaced out."""
    end = 0
    for found in _WESTERN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text):
        yield text[end:], False


def _units(text: str) -> int:
    """Count what stands apart: characters, and Western words as one."""
    return sum(1 if whole else len(piece) for piece, whole in pieces(text))


def _measure(face: Typeface) -> lines.Measure:
    """Give what measures a text with its spacing."""
    return lambda part: face.width(part, SIZE) + _units(part) * SPACING


def _spread(face: Typeface, text: str, x: float, lead: int) -> float:
    """Give the spacing that lets a line end at the right edge, where it is not too wide."""
    wide = typeface(Role.KAI).width(text[:lead], SIZE) + face.width(text[lead:], SIZE)
    gaps = _units(text) - 1
    spacing = (AREA_WIDTH - x - wide) / gaps if gaps > 0 else SPACING
    return spacing if spacing <= _MOST_SPREAD else SPACING
