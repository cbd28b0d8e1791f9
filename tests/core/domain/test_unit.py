"""A unit is a magnitude of its base, and converting there and back changes nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.unit import factor, split, worded
from tests import factory as the
from tests.core.domain.laws import law

MAGNITUDES = st.sampled_from(("", "百", "千", "万", "亿"))


@pytest.mark.parametrize(
    ("unit", "times", "base"),
    [
        ("亿元", 10**8, "元"),
        ("万亿元", 10**12, "元"),
        ("万人", 10**4, "人"),
        ("万", 10**4, ""),
        ("百人", 100, "人"),
        ("千户", 1000, "户"),
        ("万元/人", 10**4, "元/人"),
        ("万千瓦", 10**4, "千瓦"),
        ("千瓦", 1, "千瓦"),
        ("百分点", 1, "百分点"),
        ("%", 1, "%"),
        ("", 1, ""),
    ],
)
def test_a_unit_is_a_magnitude_of_its_base(unit, times, base):
    assert split(unit) == (Decimal(times), base)


@pytest.mark.parametrize(
    ("source", "target"), [("万元", "万人"), ("亿元", "亿美元"), ("%", "亿元"), ("人", "")]
)
def test_different_units_are_never_converted(source, target):
    assert factor(source, target) is None


@law
@given(MAGNITUDES, MAGNITUDES)
def test_converting_there_and_back_changes_nothing(here, there):
    to, back = factor(f"{here}元", f"{there}元"), factor(f"{there}元", f"{here}元")
    assert to is not None
    assert back is not None
    assert to * back == 1


@pytest.mark.parametrize(
    ("cell", "unit", "said"),
    [
        ("控制在3左右", "%", "控制在3%左右"),
        ("[21.4]", "%", "累计21.4%"),
        ("3-5", "家", "3-5家"),
        ("900余", "个", "900余个"),
        ("20余", "亿元", "20余亿元"),
        ("0.2余", "亿元", "0.2亿元余"),
        ("35余", "个", "35个余"),
        ("六", "个", "六个"),
        ("2.22:1", "倍", "2.22:1"),
        ("5", "", "5"),
    ],
)
def test_a_figure_is_said_with_its_unit_behind_the_number(cell, unit, said):
    assert worded(the.figure(cell), unit) == said
