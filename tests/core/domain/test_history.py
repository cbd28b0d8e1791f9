"""What is known of an item from its earlier entries."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.history import COUNTED, Known, known, median, points, spread
from core.domain.indicator import GrowthKind
from tests import factory as the
from tests.core.domain import laws

PLAIN = the.level("750", growth_kind=GrowthKind.PLAIN)


def past(**texts):
    """Earlier entries: _2024Q4="521.94"; an empty text is a figure that is missing."""
    entries = [the.entry(text, at.removeprefix("_")) for at, text in texts.items()]
    return {entry.quarter: entry for entry in entries}


def told(found):
    """The texts of the three periods that are looked for."""
    return tuple(
        each.text if each else None for each in (found.latest, found.within, found.last_year)
    )


@pytest.mark.parametrize(
    ("texts", "at", "expected"),
    [
        ({}, "2025Q3", (None, None, None)),
        ({"_2024Q3": "3", "_2025Q1": "5", "_2025Q2": "6"}, "2025Q3", ("6", "6", "3")),
        ({"_2024Q3": "3", "_2025Q1": "5", "_2025Q2": ""}, "2025Q3", ("5", "5", "3")),
        ({"_2024Q3": "3", "_2024Q4": "4"}, "2025Q1", ("4", None, None)),
        ({"_2024Q1": "", "_2024Q4": "4"}, "2025Q1", ("4", None, None)),
        ({"_2024Q1": "1", "_2025Q1": "5", "_2025Q2": "6"}, "2025Q1", ("1", None, "1")),
        ({"_2025Q2": "6", "_2026Q1": "9"}, "2025Q1", (None, None, None)),
    ],
)
def test_the_periods_before_are_found(texts, at, expected):
    assert told(known(the.quarter(at), past(**texts))) == expected


def test_the_last_eight_figures_are_kept_oldest_first():
    quarters = [the.quarter("2021Q1").moved(place) for place in range(20)]
    entries = {each: the.entry(str(place), str(each)) for place, each in enumerate(quarters)}
    found = known(the.quarter("2026Q1"), entries)
    assert [each.text for each in found.entries] == [str(place) for place in range(12, 20)]
    assert len(found.entries) == COUNTED
    assert known(the.quarter("2021Q1"), entries) == Known()


def test_eight_quarters_stand_with_their_growth():
    entries = past(_2023Q4="100", _2024Q2="", _2024Q4="110", _2025Q1="30")
    found = points(PLAIN, the.quarter("2025Q1"), entries)
    assert [str(each.quarter) for each in found][:2] == ["2023Q2", "2023Q3"]
    assert str(found[-1].quarter) == "2025Q1"
    assert [each.entry.text if each.entry else None for each in found] == [
        None, None, "100", None, "", None, "110", "30",
    ]  # fmt: skip
    grown = [each.growth.text for each in found if each.growth]
    assert grown == ["同比增长10.0%"]


@pytest.mark.parametrize(
    ("numbers", "middle", "off"),
    [([5], 5, 0), ([1, 3], 2, 1), ([1, 2, 9], 2, 1), ([1, 2, 3, 10], "2.5", 1), ([7] * 6, 7, 0)],
)
def test_the_middle_and_the_spread_are_medians(numbers, middle, off):
    ordered = [Decimal(number) for number in numbers]
    assert median(ordered) == Decimal(middle)
    assert spread(ordered, median(ordered)) == off


@laws.law
@given(st.lists(laws.decimals(), min_size=1, max_size=9), laws.decimals())
def test_what_is_added_to_all_moves_the_middle_and_leaves_the_spread(numbers, shift):
    ordered = sorted(numbers)
    moved = [number + shift for number in ordered]
    assert median(moved) == median(ordered) + shift
    assert spread(moved, median(moved)) == spread(ordered, median(ordered))
