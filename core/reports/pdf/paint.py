"""Painting the parts of a page: heads and captions, tables, prose, signatures."""

from core.reports.content import Align, Report, Table
from core.reports.layout import Box, Caption, Head, Page, ProseLayout, SigningLayout, TableLayout
from core.reports.pdf import heads, prose, signing
from core.reports.pdf.boxes import boxes, grid
from core.reports.pdf.fonts import Typeface, typeface
from core.reports.pdf.lights import room
from core.reports.pdf.measure import BODY, PAD_X, face, whole
from core.reports.pdf.pen import Pen
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import LINE
from core.reports.pdf.table import (
    CONTINUED,
    CONTINUED_HEIGHT,
    NOTE_GAP,
    NOTE_LEADING,
    NOTE_SIZE,
    top,
)
from core.reports.prose import Signing


def head(pen: Pen, of: Head) -> None:
    """Write the label on the first line, with the mark at its end, and the title from the third."""
    hei, title = typeface(Role.HEI), typeface(Role.XIAOBIAOSONG)
    pen.line(of.label, 0, LINE / 2, heads.LABEL_SIZE, hei)
    pen.ending(of.mark, pen.area.width, LINE / 2, heads.LABEL_SIZE, hei)
    for at, line in enumerate(of.title):
        pen.centred(line, (2.5 + at) * LINE, heads.TITLE_SIZE, title)


def caption(pen: Pen, of: Caption, y: float) -> None:
    """Write a caption in the middle of its line."""
    pen.centred(of.text, y + heads.CAPTION_HEIGHT / 2, heads.CAPTION_SIZE, typeface(Role.HEI))


def table(pen: Pen, of: Table, layout: TableLayout, page: Page, y: float) -> None:
    """Draw a page of a table: 续表 and unit line, the grid with its cells, the notes."""
    first = page is layout.pages[0]
    down = y + top(of, page, first=first)
    if page.rows and not first:
        pen.line(CONTINUED, 0, y + CONTINUED_HEIGHT / 2, BODY, typeface(Role.HEI))
    if of.unit_line and (page.rows or first):
        song = typeface(Role.SONG)
        pen.ending(of.unit_line, pen.area.width, y + CONTINUED_HEIGHT / 2, BODY, song)
    if page.rows or first:
        drawn = list(boxes(of, layout, page, down))
        pen.strokes(grid(drawn))
        for box in drawn:
            _cell(pen, box)
        down = max(box.y + box.height for box in drawn)
    _notes(pen, layout, page, down)


def text(pen: Pen, layout: ProseLayout, lines: range, y: float) -> None:
    """Write lines of prose."""
    kai = typeface(Role.KAI)
    for at in lines:
        line, middle = layout.lines[at], y + (at - lines.start + 0.5) * LINE
        own = typeface(prose.role(line.level))
        x = _spread(pen, line.text[: line.lead], (line.x, middle), kai, line.spacing)
        _spread(pen, line.text[line.lead :], (x, middle), own, line.spacing)
    pen.space(0.0)


def signatures(pen: Pen, of: Signing, layout: SigningLayout, y: float) -> None:
    """Write the fields to sign in, then 落款 and 成文日期, four characters from the right."""
    song, fangsong = typeface(Role.SONG), typeface(Role.FANGSONG)
    across = pen.area.width / layout.across
    for fields in layout.fields:
        for at, field in enumerate(fields):
            middle = y + signing.FIELD_LEADING * 0.6
            pen.line(field, at * across, middle, signing.FIELD_SIZE, song)
        y += signing.FIELD_LEADING
    right, middle = pen.area.width - signing.FROM_RIGHT, y + LINE * 1.5
    for line in filter(None, (of.office, of.dated)):
        pen.ending(line, right, middle, signing.OFFICE_SIZE, fangsong)
        middle += LINE


def title(report: Report, part: int) -> str:
    """Name a part in the document's outline; the first one bears the report's own title."""
    of = report.parts[part]
    label, said = (report.label, report.heading) if part == 0 else _named(of)
    return "　".join(filter(None, (label, said)))


def _named(part: object) -> tuple[str, str]:
    """Give a later part's label and title, nothing where it has none."""
    said = getattr(part, "title", "").replace("\n", "")
    return getattr(part, "label", ""), said


def _spread(
    pen: Pen, text: str, place: tuple[float, float], chosen: Typeface, spacing: float
) -> float:
    """Write a text with its spacing; numbers and Western words are left as they are."""
    x, middle = place
    for piece, whole_piece in prose.pieces(text):
        pen.space(0.0 if whole_piece else spacing)
        x = pen.line(piece, x, middle, prose.SIZE, chosen) + spacing * whole_piece
    return x


def _cell(pen: Pen, box: Box) -> None:
    """Write a cell's lines in the middle of its height, its light before them."""
    text, chosen = box.text, face(box.text)
    middle = box.y + (box.height - text.height + text.leading) / 2
    lit = _light(pen, box) if text.light else 0.0
    for line in text.lines:
        if line:
            left = PAD_X + lit
            if box.point is not None:
                left = box.point - chosen.width(whole(line), text.size)
            elif box.align is not Align.LEFT:
                left = (box.width + lit - chosen.width(line, text.size)) / 2
            pen.line(line, box.x + left, middle, text.size, chosen)
        middle += text.leading


def _light(pen: Pen, box: Box) -> float:
    """Draw a cell's light before its widest line, or alone, and give the room that it takes."""
    text, chosen = box.text, face(box.text)
    alone = not any(text.lines)
    wide = room(text.size) if not alone else room(text.size) * 0.67
    left = PAD_X
    if alone or box.align is not Align.LEFT:
        widest = max(chosen.width(line, text.size) for line in text.lines)
        left = (box.width - wide - widest) / 2
    if text.light:
        pen.light(text.light, box.x + left, box.y + box.height / 2, text.size)
    return wide


def _notes(pen: Pen, layout: TableLayout, page: Page, bottom: float) -> None:
    """Write 注： and the notes beside it."""
    song, middle = typeface(Role.SONG), bottom + NOTE_GAP + NOTE_LEADING / 2
    if page is next((each for each in layout.pages if each.notes), None):
        pen.line("注：", 0, middle, NOTE_SIZE, song)
    for line in page.notes:
        pen.line(line, 2 * NOTE_SIZE, middle, NOTE_SIZE, song)
        middle += NOTE_LEADING
