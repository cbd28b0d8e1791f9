"""Which indicators wait for their base."""

import pytest

from core.domain.bases import gaps
from tests import factory


def why(indicator):
    found = gaps(factory.plan(indicator))
    return found[0].why if found else None


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        (factory.level("750"), "规划没有印出基期"),
        (factory.level(factory.pending()), "规划没有印出基期，目标待下达"),
        (factory.level("750", "[8.6]"), "印出的“[8.6]”是上一规划的数"),
        (factory.level("750", "稳定"), "印出的“稳定”不是一个数"),
        (factory.level("750", "521.94"), None),
        (factory.level("750", same_source="B-08"), None),
        (factory.cumulative("100"), None),
        (factory.control("35"), None),
    ],
)
def test_a_level_without_a_number_to_count_from_waits_for_its_base(indicator, reason):
    assert why(indicator) == reason
