"""Reading a PDF by place: characters, lines, fonts, and the modules of a code."""

from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

MILLIMETRE = 72 / 25.4
WIDTH, HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
LEFT, TOP = 28 * MILLIMETRE, 37 * MILLIMETRE
ACROSS, DOWN = 156 * MILLIMETRE, 225 * MILLIMETRE


def sheets(data):
    """Per page, every character with its box (character, left, bottom, right, top), unrotated."""
    with pypdfium2.PdfDocument(data) as document:
        return [list(_characters(page)) for page in document]


def _characters(page):
    text = page.get_textpage()
    for at in range(text.count_chars()):
        character = text.get_text_range(at, 1)
        if character.strip():
            yield (character, *text.get_charbox(at, loose=True))


def within(characters, top, bottom):
    """The characters between two heights, in points from the upper edge of the sheet."""
    return [each for each in characters if top <= HEIGHT - (each[2] + each[4]) / 2 <= bottom]


def body(characters):
    """The lines of the 版心, from the top down, each a list of characters."""
    inside = within(characters, TOP, TOP + DOWN)
    number = lambda each: int((HEIGHT - (each[2] + each[4]) / 2 - TOP) / (DOWN / 22))  # noqa: E731
    ordered = sorted(inside, key=lambda each: (number(each), each[1]))
    return {row: list(line) for row, line in groupby(ordered, number)}


def said(characters):
    """The text of some characters."""
    return "".join(each[0] for each in characters)


def picture(data, number, scale):
    """A page as grey levels, rows from the top down; `scale` pixels a point."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[number]
        page.set_rotation(0)
        return page.render(scale=scale, grayscale=True).to_numpy()


def outline(data):
    """The titles of the outline with the numbers of their pages, from 1."""
    with pypdfium2.PdfDocument(data) as document:
        return [(each.get_title(), each.get_dest().get_index() + 1) for each in document.get_toc()]


def rotations(data):
    """How each page is turned, in degrees."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_rotation() for page in document]


def fonts(data):
    """The names of the fonts that write text."""
    with pypdfium2.PdfDocument(data) as document:
        return {_font(item) for page in document for item in page.get_objects([1])}


def _font(item):
    font = pdfium.FPDFTextObj_GetFont(item.raw)
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = (pdfium.c_char * size)()
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode()
