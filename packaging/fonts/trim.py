"""Cutting a face down to the characters wanted in the forms wanted, the same bytes every time."""

from collections.abc import Collection
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import GSUB, LangSys

LAYOUT = ("BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx")
"""Tables for vertical setting, kerning and alternates; neither reportlab nor a table needs them."""

NAMES = (*range(15), 16, 17)
"""Copyright, family, style, version, licence; not the names of variable-font instances."""

DASH = "—"
"""Takes the form that `locl` gives Chinese text; by default it is a Latin dash, low and short."""

FIGURES, SIGNS = "0123456789", "+-"
"""Take the form of half an em that `hwid` gives, as in 宋体, where the figures differ in width.

Other signs keep their own form: half an em tears the point and the colon off their number.
"""


def covered(face: bytes) -> set[int]:
    """Return the code points that the face has glyphs for."""
    with TTFont(BytesIO(face), lazy=True) as font:
        return set(font.getBestCmap())


def trim(face: bytes, wanted: Collection[int]) -> bytes:
    """Return a glyf TrueType face with the glyphs of `wanted` only.

    reportlab does not shape text, so the character map itself names the forms to be shown.
    The sources are unhinted: `prep` and `gasp` are kept, 16 bytes that switch smoothing on.
    """
    font = TTFont(BytesIO(face), recalcTimestamp=False, recalcBBoxes=False)
    _remap(font, _forms(font, DASH, "locl") | _figures(font))
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    result = BytesIO()
    font.save(result)
    return result.getvalue()


def _figures(font: TTFont) -> dict[int, str]:
    glyphs = font.getBestCmap()
    widths = {font["hmtx"][glyphs[ord(char)]][0] for char in FIGURES}
    return {} if len(widths) == 1 else _forms(font, FIGURES + SIGNS, "hwid")


def _forms(font: TTFont, characters: str, feature: str) -> dict[int, str]:
    """Code point to the glyph that the feature puts in the place of its own.

    Raises KeyError when the feature has none for a character.
    """
    glyphs, forms = font.getBestCmap(), _substitutes(font, feature)
    return {code: forms[glyphs[code]] for code in map(ord, characters)}


def _substitutes(font: TTFont, feature: str) -> dict[str, str]:
    """Glyph to glyph, as the single substitutions of the feature for simplified Chinese say."""
    table = font["GSUB"].table
    records = [table.FeatureList.FeatureRecord[index] for index in _chinese(table).FeatureIndex]
    numbers = [n for r in records if r.FeatureTag == feature for n in r.Feature.LookupListIndex]
    subtables = [part for n in numbers for part in table.LookupList.Lookup[n].SubTable]
    return {old: new for part in subtables for old, new in part.mapping.items()}


def _chinese(table: GSUB) -> LangSys:
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    languages = {record.LangSysTag: record.LangSys for record in scripts["hani"].LangSysRecord}
    return languages["ZHS "]


def _remap(font: TTFont, forms: dict[int, str]) -> None:
    for table in font["cmap"].tables:
        table.cmap.update({code: form for code, form in forms.items() if code in table.cmap})


def _options() -> Options:
    options = Options()
    options.drop_tables = [*options.drop_tables, *LAYOUT]
    options.layout_features = []
    options.name_IDs = list(NAMES)
    options.notdef_outline = True
    return options
