"""Checks of the published 同比 beside a figure."""

from decimal import Decimal

from core.domain.checks import catalogue
from core.domain.growth import computed
from core.domain.history import Past
from core.domain.indicator import GrowthKind, Indicator, Measure
from core.domain.issue import Issue
from core.domain.submission import Entry

_APART = Decimal(1)  # 百分点 that a published growth may differ from the computed one


def growth_kind(item: Indicator, entry: Entry) -> Issue | None:
    """Ask for a number of per cent."""
    growth = entry.growth
    if growth is None or growth.value is not None:
        return None
    said = f"的同比应填一个百分数，现为“{growth}”，请改填"
    return catalogue.GROWTH_KIND.issue(item, growth, said)


def growth_differs(item: Indicator, entry: Entry, past: Past) -> Issue | None:
    """Compare a published growth with the one that both figures give."""
    said = entry.growth.value if entry.growth else None
    found = computed(item, entry, past) if said is not None else None
    if said is None or found is None or found.unit != "%":
        return None
    if abs(said - found.numbers[0]) < _APART:
        return None
    words = (
        f"的同比填为“{entry.growth}”，按本期“{entry.text}”和上年同期的数算出{found.numbers[0]:f}%，"
        "请核对；上年数已修订的不用改"
    )
    return catalogue.GROWTH_DIFFERS.issue(item, entry.growth, words)


def growth_absent(item: Indicator, entry: Entry) -> Issue | None:
    """Hint that real growth, which cannot be computed, was not entered beside a figure."""
    asked = item.growth_kind is GrowthKind.REAL and item.measure is not Measure.GROWTH
    if not asked or entry.growth is not None or entry.figure is None:
        return None
    return catalogue.GROWTH_ABSENT.issue(item, "", "的不变价增速未填，请按发布数填在同比列")
