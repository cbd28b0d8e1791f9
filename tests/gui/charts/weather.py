"""A history of lights given by letters: `gg-y`."""

from dataclasses import dataclass
from typing import Any

from core.domain.judging.judgement import Light
from core.domain.lights import Lights, Row
from core.domain.period import Quarter
from tests import factory as the

LETTERS = {"b": Light.BLUE, "g": Light.GREEN, "y": Light.YELLOW, "r": Light.RED, "-": Light.GREY}
WORDS = {"b": "快于预期", "g": "基本符合预期", "y": "略有滞后", "r": "明显滞后", "-": "未到时点"}


@dataclass(frozen=True)
class Said:
    """As much of a judgement as 晴雨表 looks at."""

    light: Light
    status: str
    sentence: str
    data_period: Quarter | None = None


def row(item, lights) -> Any:
    """An item's lights from 2021Q1 on."""
    judged: Any = tuple(
        Said(LETTERS[each], WORDS[each], f"依据{number}。") for number, each in enumerate(lights)
    )
    return Row(item, the.plan().quarters[: len(lights)], judged, {})


def history(*lights):
    """GDP, a 约束性 indicator and a milestone, as far as lights are given for them."""
    items = (
        the.level("750", "521.94"),
        the.binding(the.level("35", code="B-02", name="细颗粒物浓度", unit="")),
        the.milestone(),
    )
    rows = tuple(row(item, each) for item, each in zip(items, lights, strict=False))
    quarters = rows[0].quarters if rows else the.plan().quarters[:1]
    return Lights(the.plan(), quarters, rows)
