"""A reader with a pocket calculator, who knows the rules of planning and sees a sentence alone."""

import re
from decimal import Decimal

NUMBER = r"([−-]?\d+(?:\.\d+)?)"
WORDS = ("快于预期", "基本符合预期", "略有滞后", "明显滞后")
_GONE = re.compile(rf"(已完成|已下降|反而减少|反而增加){NUMBER}")
_WHOLE = re.compile(rf"(?:年度目标|规划目标)\D{{0,6}}{NUMBER}")
_SIZE = re.compile(rf"(规划|年度)(?:增量|降幅){NUMBER}")
_DUE = re.compile(rf"应(?:达|降至|完成|下降){NUMBER}")
_SHARES = re.compile(rf"（{NUMBER}%[），].*?（{NUMBER}%[），]")
_POINTS = re.compile(rf"(高于|低于)目标{NUMBER}个百分点（")
_TIMES = re.compile(rf"[为足]\D*?(?:序时|目标|增量|降幅)的{NUMBER}倍")
_MARGIN = re.compile(rf"(优于|差于)(?:目标|序时){NUMBER}")


def find(pattern, text):
    """The first place where a pattern stands; it must be there."""
    found = re.search(pattern, text)
    assert found, text
    return found


def number(text):
    return Decimal(text.replace("−", "-"))


def by_ratio(gone, due):
    """The word of r = gone / due."""
    edges = (Decimal("1.1"), Decimal("0.95"), Decimal("0.75"))
    return next((w for w, edge in zip(WORDS, edges, strict=False) if gone >= edge * due), WORDS[-1])


def by_points(points):
    """The word of a difference in 百分点."""
    edges = (Decimal("0.5"), Decimal("-0.2"), Decimal(-1))
    return next((w for w, edge in zip(WORDS, edges, strict=False) if points >= edge), WORDS[-1])


def redone(sentence):
    """The status that follows from the first clause of a sentence."""
    first = sentence.split("；")[0]
    if "，已达到（" in first:
        return "提前实现"
    if not _GONE.search(first) and "只差末位一个单位" in first and "优于目标" not in first:
        return WORDS[2]
    if "达到为基本符合预期" in first or "左右为相差" in first:
        return _line(first)
    if found := _POINTS.search(first):
        return by_points(number(found[2]) * (1 if found[1] == "高于" else -1))
    if re.search("与目标相等（|序时尚无要求，(?:暂未|持平|与基期持平)", first):
        return by_points(Decimal(0))
    return _way(first)


def _line(first):
    """The word of a line that is met or not; a 左右 one may be missed by 2 %."""
    found = _MARGIN.search(first)
    if found is None or found[1] == "优于":
        return WORDS[1]
    target = find(_WHOLE, first)
    loose = "左右为相差" in first and number(found[2]) <= number(target[1]) * Decimal("0.02")
    return WORDS[1] if loose else WORDS[-1]


def steps(first):
    """What is gone and what is due of a way, both from where it begins."""
    found, due = find(_GONE, first), _DUE.search(first)
    gone = number(found[2]) * (1 if found[1].startswith("已") else -1)
    if "序时尚无要求" in first and "应" not in first:
        return gone, Decimal(0)
    size = _SIZE.search(first)
    if size is None:
        return gone, number(due[1] if due else find(_WHOLE, first)[1])
    if due is None:
        return gone, number(size[2])
    actual = number(find(rf"(?:[\d.]+:)*{NUMBER}\D", first[first.index("实际") :])[1])
    lower = "降幅" in first
    start = actual + gone if lower else actual - gone
    return gone, start - number(due[1]) if lower else number(due[1]) - start


def _way(first):
    """The word of a place on a way."""
    gone, due = steps(first)
    none_due = WORDS[0] if gone > max(due, 0) else WORDS[-1]
    word = by_ratio(gone, due) if due > 0 else none_due
    if gone >= due:
        return min(word, WORDS[1], key=WORDS.index)
    return min(word, WORDS[2], key=WORDS.index) if "只差末位一个单位" in first else word


def shares_agree(sentence):
    """Whether the percentages alone, and the multiple alone, give the same word as the numbers."""
    first = sentence.split("；")[0]
    gone, due = steps(first)
    word, shares, times = by_ratio(gone, due), _SHARES.search(first), find(_TIMES, first)
    same = not shares or by_ratio(number(shares[1]), number(shares[2])) == word
    short = "不足序时" in first or "不足目标" in first
    said = number(times[1]) - (Decimal("0.0001") if short else 0)
    return same and by_ratio(said, Decimal(1)) == word
