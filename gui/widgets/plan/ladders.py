"""The words of a phase from the best to the worst, each with where it begins and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from core.domain.exact import plain
from core.domain.figure import WHOLE
from core.domain.judging.judgement import Light
from core.domain.scale import Phase
from core.plans.words import DICTIONARY, GROUPS, NO_FLOOR, Group

SHARES = ("about", "floor")  # that a sentence says in per cent
UNKNOWN = "？"


@dataclass(frozen=True, slots=True)
class Rung:
    """A word by the name of its key, the keys of where it begins, its light, what it means.

    `unbounded` is what it means where its threshold says that there is none.
    """

    word: str
    meaning: str
    bounds: tuple[str, ...] = ()
    light: Light | None = None
    unbounded: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """All words of a phase; `bounds` head the thresholds, `more` is a threshold for itself."""

    group: Group
    hint: str
    bounds: tuple[str, ...]
    rungs: tuple[Rung, ...]
    more: Rung | None = None

    def label(self, key: str) -> str:
        """Give what the card calls a key."""
        return self.group.labels[key]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the card calls all keys."""
        return tuple(self.group.labels.values())


def worded(rung: Rung, texts: Mapping[str, str]) -> str:
    """Say what a word means by the thresholds as they are typed now, by their keys."""
    free = rung.unbounded and NO_FLOOR in [texts[key] for key in rung.bounds]
    if free:
        return rung.unbounded
    said = {key: _share(text) if key in SHARES else text for key, text in texts.items()}
    return rung.meaning.format_map({key: text or UNKNOWN for key, text in said.items()})


def _share(text: str) -> str:
    """Write a share in per cent; what is none stays as it is."""
    try:
        return f"{plain(Decimal(text) * WHOLE)}%"
    except InvalidOperation:
        return text


_STEPS = ("进度÷序时，不低于", "增速差（百分点），不低于")
_SCALE = (
    Rung("reached", "已达到规划目标（水平、累计、降幅类）", light=Light.BLUE),
    Rung(
        "ahead",
        "进度达到序时的{from_ahead}倍以上；增速与目标之差在{points_ahead}个百分点以上",
        ("from_ahead", "points_ahead"),
        Light.GREEN,
    ),
    Rung(
        "on",
        "进度为序时的{from_on}倍至{from_ahead}倍；增速差在{points_on}至{points_ahead}个百分点；"
        "控制、保持、逐年类达到要求",
        ("from_on", "points_on"),
        Light.GREEN,
    ),
    Rung(
        "behind",
        "进度为序时的{from_behind}倍至{from_on}倍；增速差在{points_behind}至{points_on}个百分点",
        ("from_behind", "points_behind"),
        Light.YELLOW,
    ),
    Rung(
        "far",
        "进度不到序时的{from_behind}倍；增速差在{points_behind}个百分点以下；"
        "控制、保持、逐年类没有达到要求",
        light=Light.RED,
    ),
)
_ABOUT = Rung("about", "预期性指标，目标带“左右”的，差在目标的{about}以内算达到；约束性指标不放宽")
_FINAL = (
    Rung("early", "优于目标，末年以前已经达到，或没有逐年数据"),
    Rung("exceeded", "优于目标，末年才达到；空着就不区分，用下一个词"),
    Rung("full", "等于目标"),
    Rung(
        "nearly",
        "预期性指标没有达到目标，但完成了目标的{floor}以上；写“无”就不设下限",
        ("floor",),
        unbounded="预期性指标没有达到目标，不论差多少：不设下限",
    ),
    Rung("missed", "低于下限，或约束性指标没有达到目标"),
)
_HINTS = {
    "monitoring": "末年以前各期用这一套。序时是按目标到这时应走的路；增速类看与目标差几个百分点。",
    "midterm": "规划中间一年的年末（中期评估）用这一套，其他各期用年度监测的。",
    "dictionary": "规划末年年末用这一套，以最终的数与目标相比。",
}
_PHASES = tuple(Phase)
LADDERS: Mapping[str, Ladder] = {
    group.field: Ladder(group, _HINTS[group.field], ("实际占目标 不低于",), _FINAL)
    if group is DICTIONARY
    else Ladder(group, _HINTS[group.field], _STEPS, _SCALE, _ABOUT)
    for group in sorted(GROUPS, key=lambda each: _PHASES.index(each.phase))
}
