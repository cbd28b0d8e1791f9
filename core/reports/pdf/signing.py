"""Laying out who signs: fields in one or more lines, then 落款 and 成文日期."""

from math import ceil

from core.reports.layout import Piece, SigningLayout
from core.reports.pdf.flow import Flow
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import LINE, Area
from core.reports.prose import Signing

FIELD_SIZE = 12.0  # 小四
FIELD_LEADING = 30.0  # room for a signature
OFFICE_SIZE = 16.0  # 三号
FROM_RIGHT = 4 * OFFICE_SIZE  # GB/T 9704-2012, 7.3.5.1
_SPACE = 3.5 * FIELD_SIZE  # behind a label, to sign in


def place(flow: Flow, number: int, signing: Signing) -> SigningLayout:
    """Put the lines below what is there; on a sheet of their own only where nothing else is."""
    layout = laid_out(signing, flow.area)
    flow.need(height(signing, flow.area))
    flow.place(Piece(number), height(signing, flow.area))
    return layout


def height(signing: Signing, area: Area) -> float:
    """Give the height of all lines, with an empty one above 落款."""
    below = [line for line in (signing.office, signing.dated) if line]
    fields = len(laid_out(signing, area).fields) * FIELD_LEADING
    return fields + (len(below) + 1) * LINE * bool(below)


def laid_out(signing: Signing, area: Area) -> SigningLayout:
    """Part the fields into as few lines as they fit into, all of as many fields."""
    fields, lines = signing.fields, 1
    widest = max(map(_natural, fields), default=0.0)
    while lines < len(fields) and widest > area.width / ceil(len(fields) / lines):
        lines += 1
    across = ceil(len(fields) / lines) or 1
    rows = range(0, len(fields), across)
    return SigningLayout(tuple(fields[at : at + across] for at in rows), across)


def _natural(field: str) -> float:
    """Give the width of a field, with space to sign in behind a label."""
    space = _SPACE if field.endswith("：") else 0.0
    return typeface(Role.SONG).width(field, FIELD_SIZE) + space
