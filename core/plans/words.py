"""The tables of `plan.toml` that word statuses: one for the 总结, one for each phase before."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import pairwise
from typing import Any

from core.domain.plan import Dictionary
from core.domain.scale import Phase, Scale
from core.plans.keys import Key, text, word

NO_FLOOR = "无"
Wrong = tuple[str, str, str]  # a key, what stands there, and what is expected
_NUMBER = re.compile(r"[-−－]?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_MINUS = str.maketrans("−－", "--")
_DECIMALS = 4
_MOST_RATIO, _MOST_POINTS = 10, 100
_DESCENDING = (
    ("from_ahead", "from_on", "from_behind"),
    ("points_ahead", "points_on", "points_behind"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A table: the field of the plan that it holds, what makes that, and its keys.

    `labels` are what a person calls the keys, `wrong` tells where values contradict each other.
    """

    field: str
    phase: Phase
    comment: str
    make: Callable[..., Any]
    keys: tuple[Key, ...]
    labels: Mapping[str, str]
    wrong: Callable[[Any], Iterator[Wrong]] = lambda _: iter(())

    def label(self, key: Key) -> str:
        """Give what a person calls a key."""
        return self.labels[key.name]


def _number(given: object) -> Decimal | None:
    """Take a number that is written exactly with at most four decimals; True is none."""
    if not isinstance(given, int | Decimal) or isinstance(given, bool):
        return None
    number = Decimal(given)
    exact = number.is_finite() and abs(number) <= _MOST_POINTS
    return number if exact and number == round(number, _DECIMALS) else None


def _is_floor(given: object) -> bool:
    """Whether a value is a share of the target, or says that there is none."""
    share = _number(given)
    return given == NO_FLOOR if share is None else 0 <= share <= 1


def _within(low: int, high: int) -> Callable[[object], bool]:
    """Make the test whether a value is a number from `low` to `high`."""

    def fits(given: object) -> bool:
        number = _number(given)
        return number is not None and low <= number <= high

    return fits


def _typed(given: str) -> object:
    """Take digits for a number; whatever else stays a text, which no threshold fits."""
    plain = given.strip()
    return Decimal(plain.translate(_MINUS)) if _NUMBER.fullmatch(plain) else plain


def _shown(number: Decimal | None) -> str:
    """Write a number as it was written, or that there is no floor."""
    return NO_FLOOR if number is None else format(number, "f")


def _threshold(name: str, comment: str, low: int, high: int) -> Key:
    """Describe a key that holds a number."""
    expected = f"{low}至{high}的数，最多四位小数"
    fits = _within(low, high)
    return Key(name, comment, expected, fits, value=Decimal, typed=_typed, shown=_shown)


_FLOOR = Key(
    "floor",
    f"下限：实际占目标的比例；“{NO_FLOOR}”表示不设下限",
    f"0至1的数，最多四位小数，或“{NO_FLOOR}”",
    _is_floor,
    value=lambda given: None if given == NO_FLOOR else Decimal(given),
    typed=_typed,
    shown=_shown,
)
DICTIONARY = Group(
    "dictionary",
    Phase.FINAL,
    f"{Phase.FINAL.label}用词",
    Dictionary,
    (
        word("early", "优于目标，且末年之前已达到，或没有逐年数据"),
        text("exceeded", "优于目标，末年才达到；空：不区分，用下一词"),
        word("full", "等于目标"),
        word("nearly", "未达目标，但不低于下限"),
        word("missed", "低于下限，或约束性指标未达目标"),
        _FLOOR,
    ),
    {
        "early": "提前完成用词",
        "exceeded": "超额完成用词",
        "full": "全面完成用词",
        "nearly": "基本完成用词",
        "missed": "未完成用词",
        "floor": "基本完成下限",
    },
)
_SCALE = (
    word("reached", "已达到规划目标"),
    word("ahead", "快于序时"),
    word("on", "与序时相当；控制、保持、逐年类已达到要求也用它"),
    word("behind", "略慢于序时"),
    word("far", "再往下；控制、保持、逐年类未达到要求也用它"),
    _threshold("from_ahead", "快于预期下限：进度与序时之比", 0, _MOST_RATIO),
    _threshold("from_on", "符合预期下限：进度与序时之比；正好等于序时的不算滞后", 0, 1),
    _threshold("from_behind", "略有滞后下限：进度与序时之比", 0, 1),
    _threshold(
        "points_ahead",
        "增速类快于预期下限：与目标相差的百分点",
        -_MOST_POINTS,
        _MOST_POINTS,
    ),
    _threshold(
        "points_on",
        "增速类符合预期下限：与目标相差的百分点；正好等于目标的不算滞后",
        -_MOST_POINTS,
        0,
    ),
    _threshold("points_behind", "增速类略有滞后下限：与目标相差的百分点", -_MOST_POINTS, 0),
    _threshold("about", "预期性指标的“左右”目标允许差多少：占目标的比例", 0, 1),
)
_SCALE_LABELS = {
    "reached": "提前实现用词",
    "ahead": "快于预期用词",
    "on": "符合预期用词",
    "behind": "略有滞后用词",
    "far": "明显滞后用词",
    "from_ahead": "快于预期下限",
    "from_on": "符合预期下限",
    "from_behind": "略有滞后下限",
    "points_ahead": "增速快于下限",
    "points_on": "增速符合下限",
    "points_behind": "增速略滞下限",
    "about": "左右允许差",
}


def _contradictions(scale: Scale) -> Iterator[Wrong]:
    """Find a word that stands twice, and a threshold that is not below the one above it."""
    own = [field.name for field in fields(Scale)][: len(scale.words)]
    for place, (name, said) in enumerate(zip(own, scale.words, strict=True)):
        if said in scale.words[:place]:
            yield name, said, "与本表其他用词不同的文字"
    for names in _DESCENDING:
        for above, name in pairwise(names):
            number, most = getattr(scale, name), getattr(scale, above)
            if number >= most:
                yield name, _shown(number), f"小于上一档{_shown(most)}的数"


def _of_phase(field: str, phase: Phase) -> Group:
    """Make the table of a phase before the end."""
    labels = {name: f"{phase.label}·{label}" for name, label in _SCALE_LABELS.items()}
    comment = f"{phase.label}用词和下限"
    return Group(field, phase, comment, Scale, _SCALE, labels, _contradictions)


GROUPS: tuple[Group, ...] = (
    _of_phase("monitoring", Phase.ANNUAL),
    _of_phase("midterm", Phase.MIDTERM),
    DICTIONARY,
)
