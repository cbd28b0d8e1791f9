"""`CellLine`: a part of an entry in its three states, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from core.domain.cell import Column
from core.domain.changes import Choice, Side, Spot, Way
from core.domain.incoming import Incoming, Match
from core.domain.receipt import Receipt, Settled

OPEN_WORDS, NOT_TAKEN = "未定", "不入库"
_EMPTY = "（空）"


class Mark(Enum):
    """How a line has to be looked at."""

    OPEN = "a person has to decide"
    CHOSEN = "a person has decided"
    USUAL = "only one side has changed"
    BARRED = "nothing can be decided"


@dataclass(frozen=True, slots=True)
class CellLine:
    """`texts` are as sent, as stored, as returned; `words` say what becomes of it.

    `source` names the cell it came in and what stood there, `written` is the text for 改为.
    """

    spot: Spot
    name: str
    texts: tuple[str, str, str]
    words: str
    mark: Mark
    source: str = ""
    written: str = ""

    @property
    def column(self) -> Column:
        """The column of the form."""
        return self.spot[1]


def of_file(
    file: Incoming, decisions: Mapping[Spot, Choice | None], own: Mapping[Spot, Choice]
) -> list[CellLine]:
    """Give the lines of a file, what has to be decided first and what cannot be last."""
    ranked = sorted(file.matches, key=lambda each: (bool(each.barred), not each.conflict))
    return [_line(each, decisions, own.get(each.spot)) for each in ranked]


def of_receipt(receipt: Receipt, names: Mapping[str, str]) -> list[CellLine]:
    """Give the lines of a file that was taken in; `names` are those of items by code."""
    return [_settled(each, names.get(each.code, each.code)) for each in receipt.cells]


def worded(choice: Choice) -> str:
    """Say what somebody chose."""
    return (
        f"{choice.way.label}：{choice.text or _EMPTY}"
        if choice.way is Way.WRITE
        else choice.way.label
    )


def _line(match: Match, decisions: Mapping[Spot, Choice | None], own: Choice | None) -> CellLine:
    choice = decisions.get(match.spot)
    words, mark = _judged(match, choice, own)
    if match.spot not in decisions and not match.barred:
        words = NOT_TAKEN
    written = choice.text if choice and choice.way is Way.WRITE else match.difference.texts[2]
    source = _source(match)
    return CellLine(match.spot, match.name, match.difference.texts, words, mark, source, written)


def _judged(match: Match, choice: Choice | None, own: Choice | None) -> tuple[str, Mark]:
    """Say what becomes of a part, and how it has to be looked at."""
    if match.barred:
        return f"不采用：{match.barred}", Mark.BARRED
    if choice is None:
        return OPEN_WORDS, Mark.OPEN
    if own:
        return worded(choice), Mark.CHOSEN
    why = "采用了另一个文件" if match.rivals else match.difference.side.label
    return f"{worded(choice)}（{why}）", Mark.USUAL


def _source(match: Match) -> str:
    """Say where a part came from, what stood there, and who says something else."""
    place = str(match.place) if match.place else ""
    raw = f"原文“{match.raw}”" if match.raw != match.difference.texts[2] and match.raw else ""
    others = (f"“{each.name}”里是“{each.text or _EMPTY}”" for each in match.rivals)
    both = "库里在分发以后也改过" if match.difference.side is Side.BOTH else ""
    return "；".join(each for each in (place, raw, match.asked, both, *others) if each)


def _settled(each: Settled, name: str) -> CellLine:
    texts = (each.sent, each.stored, each.returned)
    mark = Mark.CHOSEN if each.choice else Mark.OPEN
    words = worded(each.choice) if each.choice else OPEN_WORDS
    raw = f"原文“{each.raw}”" if each.raw != each.returned and each.raw else ""
    source = "；".join(part for part in (str(each.place or ""), raw) if part)
    return CellLine(each.spot, name, texts, words, mark, source)
