"""Cutting a face down to the characters wanted, the same bytes every time."""

from collections.abc import Collection
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LAYOUT = ("BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx")
"""Tables for vertical setting, kerning and alternates; neither reportlab nor a table needs them."""

NAMES = (*range(15), 16, 17)
"""Copyright, family, style, version, licence; not the names of variable-font instances."""


def covered(face: bytes) -> set[int]:
    """Return the code points that the face has glyphs for."""
    with TTFont(BytesIO(face), lazy=True) as font:
        return set(font.getBestCmap())


def trim(face: bytes, wanted: Collection[int]) -> bytes:
    """Return a glyf TrueType face with the glyphs of `wanted` only.

    The sources are unhinted: `prep` and `gasp` are kept, 16 bytes that switch smoothing on.
    """
    font = TTFont(BytesIO(face), recalcTimestamp=False, recalcBBoxes=False)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    result = BytesIO()
    font.save(result)
    return result.getvalue()


def _options() -> Options:
    options = Options()
    options.drop_tables = [*options.drop_tables, *LAYOUT]
    options.layout_features = []
    options.name_IDs = list(NAMES)
    options.notdef_outline = True
    return options
