"""The shipped faces: what they cover, what they permit, and that reportlab takes them."""

from functools import cache
from pathlib import Path
from string import digits

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import ttfonts

from resources import path

NOTO = (
    "NotoSerifSC-Light.ttf",
    "NotoSerifSC-Regular.ttf",
    "NotoSerifSC-Bold.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Medium.ttf",
    "NotoSansSC-Bold.ttf",
)
SERIF = NOTO[:3]
KAI = "gkai00mp.ttf"
FACES = (*NOTO, KAI)
LAST_FALLBACK = "NotoSerifSC-Regular.ttf"
LICENCES = {
    "OFL-NotoSerifSC.txt": "SIL OPEN FONT LICENSE Version 1.1",
    "OFL-NotoSansSC.txt": "with Reserved Font Name 'Source'",
    "ARPHICPL.TXT": "ARPHIC PUBLIC LICENSE",
}
REPERTOIRE = Path(__file__).parents[2] / "packaging" / "fonts" / "repertoire.txt"
SIGNS = "①⑩⑪⑳ⅠⅢⅫ㎡㎥℃μµ‰³²≈≤≥≠−–—…·×÷±●○▲△▼▽■□◆◇★☆√✓→↑↓※§〇〔〕《》“”‘’￥¥Ω"
ONE_EM_SIGNS = "—…“”‘’，。：；（）"
HALF_EM_SIGNS = "0123456789+-"
EMBEDDING_FREE, EMBEDDING_FOR_PRINT = 0x0000, 0x0004


@cache
def repertoire():
    text = REPERTOIRE.read_text(encoding="utf-8")
    return dict(map(read_section, text.strip().split("\n\n")[1:]))


def read_section(text):
    heading, _, characters = text.partition("\n")
    return heading.split()[0].strip("[]"), set("".join(map(spelled_out, characters.split())))


def spelled_out(word):
    return chr(int(word.removeprefix("U+"), base=16)) if word.startswith("U+") else word


@cache
def characters_of(face):
    with TTFont(path("fonts", face), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def drawn(face):
    return ttfonts.TTFont(face.removesuffix(".ttf"), str(path("fonts", face)), shapable=False)


def widths(face, characters):
    return {char: drawn(face).stringWidth(char, 1000) for char in characters}


def middle(font, char):
    glyph = font["glyf"][font.getBestCmap()[ord(char)]]
    return (glyph.yMin + glyph.yMax) / 2


def is_gb2312(char):
    return not char.isascii() and bool(char.encode("gb2312", errors="ignore"))


def test_the_repertoire_holds_both_national_standards():
    every = set.union(*repertoire().values())
    assert len(repertoire()["standard"]) == 8105
    assert sum(map(is_gb2312, every)) == 7445


@pytest.mark.parametrize("face", NOTO)
def test_every_face_covers_the_standard_characters(face):
    assert repertoire()["standard"] <= characters_of(face)


@pytest.mark.parametrize("face", NOTO)
def test_every_face_covers_the_repertoire_and_nothing_else(face):
    assert set.union(*repertoire().values()) == characters_of(face)


@pytest.mark.parametrize("face", NOTO)
def test_every_face_covers_the_signs_that_reports_print(face):
    assert set(SIGNS) <= characters_of(face)


def test_the_kai_face_covers_gb2312_but_two_marks():
    gb2312 = set(filter(is_gb2312, set.union(*repertoire().values())))
    assert gb2312 - characters_of(KAI) == {"\N{KATAKANA MIDDLE DOT}", "\N{HORIZONTAL BAR}"}


def test_what_the_kai_face_lacks_the_last_fallback_covers():
    lacking = repertoire()["standard"] - characters_of(KAI)
    assert len(lacking) == 1467
    assert lacking <= characters_of(LAST_FALLBACK)


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_truetype_outlines(face):
    with TTFont(path("fonts", face), lazy=True) as font:
        assert "glyf" in font
        assert not {"CFF ", "CFF2", "fvar"} & set(font.keys())
        assert font["head"].unitsPerEm == (1024 if face == KAI else 1000)


@pytest.mark.parametrize("face", FACES)
def test_every_face_may_be_embedded_in_a_document(face):
    permitted = EMBEDDING_FOR_PRINT if face == KAI else EMBEDDING_FREE
    with TTFont(path("fonts", face), lazy=True) as font:
        assert font["OS/2"].fsType == permitted


@pytest.mark.parametrize("face", FACES)
def test_every_face_names_its_copyright_and_licence(face):
    with TTFont(path("fonts", face), lazy=True) as font:
        copyright_holder, licence = map(font["name"].getDebugName, (0, 13))
    assert ("Arphic" if face == KAI else "Adobe") in copyright_holder
    assert ("ARPHIC PUBLIC LICENSE" if face == KAI else "SIL Open Font License") in licence


@pytest.mark.parametrize("face", NOTO)
def test_no_changed_face_bears_the_reserved_name(face):
    with TTFont(path("fonts", face), lazy=True) as font:
        assert not any("Source" in str(font["name"].getDebugName(n)) for n in (1, 3, 4, 6, 16))


@pytest.mark.parametrize("face", FACES)
def test_every_face_is_smaller_than_five_megabytes(face):
    assert path("fonts", face).stat().st_size < 5_000_000


@pytest.mark.parametrize(("name", "words"), LICENCES.items())
def test_every_licence_lies_beside_the_faces(name, words):
    assert words in path("fonts", name).read_text(encoding="ascii")


def test_no_other_font_is_shipped():
    assert {found.name for found in path("fonts").glob("*.tt?")} == set(FACES)


@pytest.mark.parametrize("face", FACES)
def test_reportlab_takes_every_face(face):
    assert not drawn(face).face._full_font
    assert drawn(face).stringWidth("规划主要指标完成情况", 10) == pytest.approx(100)


@pytest.mark.parametrize("face", FACES)
def test_the_figures_of_a_face_have_one_width(face):
    assert len(set(widths(face, digits).values())) == 1


@pytest.mark.parametrize("face", SERIF)
def test_figures_and_the_signs_before_them_are_half_an_em_wide_in_a_serif_face(face):
    assert widths(face, HALF_EM_SIGNS) == dict.fromkeys(HALF_EM_SIGNS, 500)


@pytest.mark.parametrize("face", NOTO)
def test_dash_ellipsis_quotes_and_stops_are_one_em_wide(face):
    assert widths(face, ONE_EM_SIGNS) == dict.fromkeys(ONE_EM_SIGNS, 1000)


@pytest.mark.parametrize("face", NOTO)
def test_the_dash_is_the_chinese_one_at_mid_height(face):
    with TTFont(path("fonts", face), lazy=True) as font:
        dash, character = (middle(font, char) for char in "—田")
    assert dash == pytest.approx(character, abs=40)


@pytest.mark.parametrize("face", NOTO)
def test_reportlab_finds_the_standard_characters_beyond_the_basic_plane(face):
    beyond = [char for char in repertoire()["standard"] if ord(char) > 0xFFFF]
    assert len(beyond) == 196
    assert all(drawn(face).face.charToGlyph.get(ord(char)) for char in beyond)
