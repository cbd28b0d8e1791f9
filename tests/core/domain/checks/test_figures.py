"""A figure is checked by what its indicator is."""

import pytest

from core.domain.indicator import Frequency
from core.domain.issue import Severity
from tests import factory as the
from tests.core.domain.checks.rows import found, issues, said, share


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (the.level("750"), "631.20"),
        (the.level("750"), "631.2"),
        (the.keep("稳定"), "稳定"),
        (the.keep("稳定"), "60.54"),
        (the.structure("1:34:65"), "0.7:34.4:64.9"),
        (the.level("100", unit="%", name="网络覆盖率"), "全覆盖"),
        (the.level("1:1", unit="", name="车桩比"), "2:1"),
        (the.growth("7.5"), "-3.2"),
        (the.growth("7.5"), "120"),
        (the.reduction("[21.4]"), "-0.5"),
    ],
)
def test_a_sound_figure_raises_nothing(item, text):
    assert found(item, text) == []


@pytest.mark.parametrize(
    ("item", "text", "message"),
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
        (
            the.structure("1:34:65"),
            "稳定",
            "“地区生产总值”应填0.7:34.4:64.9样的比例，现为“稳定”，请改填",
        ),
        (
            the.level("750"),
            "1:2:3",
            "“地区生产总值”应填数，现为“1:2:3”，请改填；没有数时清空后选缺数原因",
        ),
    ],
)
def test_a_figure_of_the_wrong_kind_is_blocked(item, text, message):
    (issue,) = issues(item, text)
    assert (issue.check, issue.severity, issue.column) == ("kind", Severity.BLOCKING, "figure")
    assert (issue.message, issue.found) == (message, text)


@pytest.mark.parametrize(
    ("frequency", "at", "undue"),
    [
        (Frequency.ANNUAL, "2025Q1", True),
        (Frequency.ANNUAL, "2025Q2", True),
        (Frequency.ANNUAL, "2025Q4", False),
        (Frequency.HALF_YEARLY, "2025Q3", True),
        (Frequency.HALF_YEARLY, "2025Q2", False),
        (Frequency.QUARTERLY, "2025Q3", False),
    ],
)
def test_a_quarter_in_which_nothing_is_due_is_hinted_at(frequency, at, undue):
    item = the.level("9", frequency=frequency)
    assert found(item, "7", at=at) == (["undue"] if undue else [])
    if undue:
        assert said(item, "7", at=at).endswith("可以不填")


@pytest.mark.parametrize("text", ["631.204", "631.200", "约631.204"])
def test_more_decimals_than_are_published_are_hinted_at(text):
    (issue, *_) = issues(the.level("750"), text)
    assert (issue.check, issue.severity) == ("decimals", Severity.HINT)
    assert issue.message == f"“地区生产总值”公布2位小数，现为“{text}”，请核对位数"


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("约5", True), ("5左右", True), ("5以上", True), ("3-5", True), ("不低于5", True),
        ("年均5", False), ("[5]", False), ("六", False), ("5", False),
    ],
)  # fmt: skip
def test_a_figure_that_is_not_exact_is_hinted_at(text, hinted):
    assert found(the.level("9"), text) == (["inexact"] if hinted else [])


@pytest.mark.parametrize(
    ("item", "text", "check"),
    [
        (share(), "100.01", "above"),
        (share(), "100", None),
        (share(), "0", None),
        (share(), "-0.01", "below"),
        (share(unit="‰", name="婴儿死亡率"), "999", None),
        (share(unit="‰", name="婴儿死亡率"), "1001", "above"),
        (share(name="高等教育毛入学率"), "112.5", None),
        (share(name="学前三年毛入园率"), "101", None),
        (share(name="任务完成率"), "130", None),
        (share(name="净出口贡献率"), "-12", None),
        (share(name="居民消费价格涨幅"), "-0.3", None),
        (the.reduction("[18]"), "101", "above"),
        (the.level("750"), "-1", "negative"),
        (the.level("7", name="国有企业利润总额"), "-1", None),
        (the.level("750"), "0", None),
        (the.level("750"), "150", None),
    ],
)
def test_shares_stay_within_the_whole_and_levels_above_nothing(item, text, check):
    assert found(item, text) == ([check] if check else [])


@pytest.mark.parametrize(
    ("item", "text", "grade", "words"),
    [
        (share(), "105", Severity.EXPLAIN, "现为“105”，一般不超过100%"),
        (share(), "-5", Severity.BLOCKING, "现为“-5”，不会小于0，请改填"),
        (the.level("750"), "-5", Severity.EXPLAIN, "现为“-5”，一般不为负"),
    ],
)
def test_what_can_truly_happen_is_to_be_explained(item, text, grade, words):
    (issue,) = issues(item, text)
    assert issue.severity is grade
    assert words in issue.message


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("0.7:34.4:64.9", False),
        ("0.7:34.4:65.0", False),
        ("0.7:34.4:64.7", True),
        ("1:34:65", False),
        ("1:34:66", True),
        ("0.1:34.4:64.9", True),
    ],
)
def test_a_structure_adds_up_but_for_rounding(text, strays):
    item = the.structure("1:34:65", decimals=1)
    assert found(item, text) == (["whole"] if strays else [])


def test_a_structure_that_does_not_add_up_says_its_sum():
    sentence = said(the.structure("1:34:65", decimals=1), "0.7:34.4:46.9")
    assert "各项之和为82.0，应为100，现为“0.7:34.4:46.9”" in sentence


@pytest.mark.parametrize("item", [the.structure("3:2", unit=""), the.level("3:2", unit="%")])
def test_other_ratios_need_not_add_up(item):
    assert found(item, "3:2") == []
