"""A figure is checked by what its indicator is."""

import pytest

from core.domain.checks import check
from core.domain.indicator import Frequency
from core.domain.issue import Severity
from tests import factory as the


def found(indicator, text, at="2025Q4"):
    return [(issue.severity, issue.message) for issue in check(indicator, the.entry(text, at), {})]


def test_a_sound_figure_raises_nothing():
    assert found(the.level("750"), "631.20") == []


@pytest.mark.parametrize(
    ("indicator", "text", "message"),
    [
        (
            the.level("750"),
            "稳定",
            "“地区生产总值”应填数，现为“稳定”，请改填；没有数时清空后选缺数原因",
        ),
        (
            the.structure("1:34:65"),
            "65",
            "“地区生产总值”应填0.7:34.4:64.9样的比例，现为“65”，请改填",
        ),
    ],
)
def test_a_figure_of_the_wrong_kind_is_blocked(indicator, text, message):
    assert found(indicator, text) == [(Severity.BLOCKING, message)]


def test_words_are_right_where_something_is_to_be_kept():
    assert found(the.keep("稳定"), "稳定") == []
    assert found(the.structure("1:34:65"), "0.7:34.4:64.9") == []


def test_a_quarter_in_which_nothing_is_due_is_hinted_at():
    annual = the.level("9", frequency=Frequency.ANNUAL)
    message = "“地区生产总值”按年度填报，2025年一季度可以不填"
    assert found(annual, "7", "2025Q1") == [(Severity.HINT, message)]


def test_more_decimals_than_are_published_are_hinted_at():
    message = "“地区生产总值”公布2位小数，现为“631.204”，请核对位数"
    assert found(the.level("750"), "631.204") == [(Severity.HINT, message)]
