"""Laws of breaking lines: every break stands where the rules allow one, wherever one exists."""

import re
import string
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.reports.pdf.lines import atoms, even, longest, wrap

NEVER_FIRST = "，。、；：？！）》〉」』】〕”’％‰℃·…～／,.;:?!)]}%/—"
NEVER_LAST = "（《〈「『【〔“‘／([{/"
LETTERS = "规划指标完成情况约束性年万元个" + NEVER_FIRST + NEVER_LAST + string.digits + "GDPμg³ -"
TEXTS = st.text(LETTERS, max_size=60) | st.text(max_size=30).filter(str.isprintable)
WIDTHS = st.floats(1, 12)
WESTERN = re.compile(r"[0-9A-Za-zμ³]+(?:[.,:/-][0-9A-Za-zμ³]+)*")
BREAKERS = {"wrap": wrap, "even": even}


def em(text):
    """Measure as print does: Western signs take half the room of Chinese ones."""
    return sum(0.5 if sign < "\u2000" else 1.0 for sign in text)


def spaceless(text):
    return "".join(text.split())


def cuts(parts):
    """The places, counted without spaces, where one part ends and the next begins."""
    places, at = [], 0
    for part in parts[:-1]:
        at += len(spaceless(part))
        places.append(at)
    return places


def spans(text):
    """Where each atom stands, counted without spaces, with its width."""
    at = 0
    for atom in atoms(text):
        size = len(spaceless(atom))
        yield at, at + size, em(atom.rstrip())
        at += size


@pytest.mark.parametrize("breaker", BREAKERS.values(), ids=BREAKERS)
@given(TEXTS, WIDTHS)
@example("（ 规划", 1.5)
@example("规 ，划", 1.0)
@example("规12345678个", 4.5)
@example("25μg/m³以下", 3.0)
@example("  规划", 1.0)
@example(" 00—", 2.0)
def test_a_line_ends_between_atoms_or_in_one_that_no_line_can_hold(breaker, text, width):
    broken = cuts(breaker(text, width, em))
    between = set(cuts(list(atoms(text))))
    for cut in broken:
        inside = [wide for start, end, wide in spans(text) if start < cut < end]
        assert cut in between or cut == 0 or any(wide > width for wide in inside)


@pytest.mark.parametrize("breaker", BREAKERS.values(), ids=BREAKERS)
@given(TEXTS, WIDTHS)
def test_a_line_is_wider_than_its_room_only_where_one_character_is(breaker, text, width):
    for line in breaker(text, width, em):
        assert em(line.rstrip()) <= width or len(line.strip()) == 1


@given(TEXTS)
def test_no_atom_begins_or_ends_against_the_rules(text):
    for before, after in pairwise(atoms(text)):
        assert before.rstrip()[-1:] not in tuple(NEVER_LAST)
        assert after.strip()[:1] not in tuple(NEVER_FIRST)


@given(st.text(LETTERS, max_size=40))
def test_no_number_and_no_western_word_is_parted(text):
    parted = set(cuts(list(atoms(text))))
    joined = spaceless(text)
    words = [found for found in WESTERN.finditer(text) if " " not in found[0]]
    for found in words:
        start = len(spaceless(text[: found.start()]))
        assert not parted & set(range(start + 1, start + len(found[0]))), joined


@given(TEXTS)
def test_no_atom_begins_with_a_space_unless_the_text_does(text):
    assert all(not atom[0].isspace() for atom in list(atoms(text))[1:])


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("年均增长/累计", 5, ("年均增", "长/累计")),
        ("全员劳动生产率（万元/人）", 8, ("全员劳动生产率", "（万元/人）")),
        ("浓度25μg/m³以下", 5, ("浓度", "25μg/m³以", "下")),
        ("“十三五”规划", 4, ("“十三", "五”规划")),
        ("abc def", 1.5, ("abc", "def")),
        ("规", 0.1, ("规",)),
        ("规划", 0.1, ("规", "划")),
        ("——", 1, ("—", "—")),
        ("", 1, ("",)),
        ("\n", 1, ("", "")),
    ],
)
def test_what_planners_write_is_broken_as_they_would(text, width, lines):
    assert wrap(text, width, em) == lines


def test_evening_out_never_cuts_a_number_that_fits():
    assert even("一12345678个", 4, em) == ("一", "12345678", "个")


def test_spaces_at_the_end_of_a_piece_take_no_room():
    assert longest("abc def", em) == 1.5
    assert longest("", em) == 0
