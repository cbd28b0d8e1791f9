"""Breaking text into lines by the rules of Chinese typesetting (避头尾, GB/T 15834)."""

import re
from collections.abc import Callable, Iterator
from math import inf

Measure = Callable[[str], float]

NO_START = frozenset("，。、；：？！）》〉」』】〕〗］｝”’％‰℃·…～／,.;:?!)]}%/")
NO_END = frozenset("（《〈「『【〔〖［｛“‘／([{#$￥/")
_GLUE = frozenset("—-–~")
_NEVER_LAST = NO_END | {"-"}
_PUNCTUATION = "\u2000"  # Unicode has the letters of Western scripts before it
_WHOLE = re.compile(r"（[^（）]{1,3}）|（[^（）]{1,7}）$|\d(?:左右|以上|以下|以内|余)")
_RANGE = re.compile(r"(?<=\d)[—–~](?=\d)")  # 2024—2025; a dash may end a line


def wrap(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`, in `measure`'s unit.

    Numbers and Latin words stay whole unless one alone is too wide. A line feed forces a break.
    """
    return tuple(line for part in text.split("\n") for line in _filled(part, width, measure))


def flow(text: str, width: float, measure: Measure, slack: float) -> tuple[str, ...]:
    """Break running text as `wrap` does, where brackets may begin on one line and end on the next.

    A range of numbers is parted behind its dash where the line would else lack more than `slack`.
    """
    return tuple(line for part in text.split("\n") for line in _filled(part, width, measure, slack))


def even(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Break a text, and leave no character alone on the last line where that costs no line."""
    broken = wrap(text, width, measure)
    room = width - measure(broken[-1])
    if len(broken) > 1 and len(broken[-1]) == 1 and longest(text, measure) <= room:
        narrower = wrap(text, room, measure)
        return narrower if len(narrower) == len(broken) else broken
    return broken


def longest(text: str, measure: Measure) -> float:
    """Give the width of the widest piece that may not be broken."""
    pieces = (atom.rstrip() for part in text.split("\n") for atom in atoms(part))
    return max(map(measure, pieces), default=0.0)


def atoms(text: str, *, units: bool = True) -> Iterator[str]:
    """Part a text where a line may end; spaces stay behind.

    3左右 stays whole, and a unit, which is short (亿元) or the last thing (万吨标准煤); what is put
    in brackets in the middle of a sentence is not.
    """
    kept = _WHOLE.finditer(text) if units else ()
    whole = {at for found in kept for at in _inside(found)}
    start, before, spaced = 0, "", False
    for at, after in enumerate(text):
        if after.isspace():
            spaced = True
            continue
        if before and at not in whole and _breakable(before, after, spaced=spaced):
            yield text[start:at]
            start = at
        before, spaced = after, False
    if text:
        yield text[start:]


def _inside(found: re.Match[str]) -> range:
    """Give the places between the characters of a match."""
    return range(found.start() + 1, found.end())


def _breakable(before: str, after: str, *, spaced: bool) -> bool:
    """Tell whether a line may end between two characters, or at the space between them."""
    if after in NO_START or before in NO_END or before in _GLUE or after in _GLUE:
        return False
    return spaced or not (_wordlike(before) and _wordlike(after))


def _wordlike(character: str) -> bool:
    """Tell whether a character belongs to a number, a unit (μg/m³) or a Western word."""
    return character < _PUNCTUATION or character.isdecimal()


def _filled(text: str, width: float, measure: Measure, slack: float = inf) -> Iterator[str]:
    """Fill lines with atoms; an atom wider than a line is cut.

    With a slack, only what may not be parted anywhere is an atom.
    """
    if measure(text) <= width:
        yield text
        return
    line = ""
    for atom in atoms(text, units=slack == inf):
        if measure((line + atom).rstrip()) <= width:
            line += atom
            continue
        behind = _parted(line, atom, width, measure) if width - measure(line) > slack else 0
        if line or behind:
            yield (line + atom[:behind]).rstrip()
        line = atom[behind:]
        while measure(line.rstrip()) > width and len(line) > 1:
            cut = _cut(line, width, measure)
            yield line[:cut]
            line = line[cut:]
    yield line.rstrip()


def _parted(line: str, atom: str, width: float, measure: Measure) -> int:
    """Give how much of an atom up to the dash of a range has room behind a line."""
    ends = (found.end() for found in _RANGE.finditer(atom))
    return max((end for end in ends if measure(line + atom[:end]) <= width), default=0)


def _cut(text: str, width: float, measure: Measure) -> int:
    """Find where to cut a piece that is too wide, at least one character in.

    0.7:34.4:64.9 is cut between its parts. A hyphen does not end a line: who looks for the text
    in a PDF would not find it, as readers take the hyphen for one that parts a word.
    """
    fits = next((at for at in range(2, len(text)) if measure(text[:at]) > width), len(text))
    best = range(fits - 1, 0, -1)
    allowed = [at for at in best if text[at] not in NO_START and text[at - 1] not in _NEVER_LAST]
    return next((at for at in allowed if text[at - 1] == ":"), next(iter(allowed), best[0]))
