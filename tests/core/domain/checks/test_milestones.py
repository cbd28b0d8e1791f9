"""A milestone's node and its 形象进度 are checked."""

from dataclasses import replace

import pytest

from core.domain.checks import check
from core.domain.indicator import Node
from core.domain.issue import Severity
from tests import factory as the
from tests.core.domain.checks.rows import entry, found, issues

BRIDGE = the.milestone()
APPROVAL = replace(BRIDGE, node=Node.APPROVED)
OPEN_ENDED = replace(BRIDGE, node=Node.WORDS)


@pytest.mark.parametrize(
    ("item", "node", "progress", "past", "check_code"),
    [
        (BRIDGE, "开工", "", {}, None),
        (BRIDGE, "未开工", "0", {}, None),
        (BRIDGE, "投用", "100", {}, None),
        (BRIDGE, "", "35", {}, None),
        (BRIDGE, "竣工", "", {}, "node"),
        (OPEN_ENDED, "正在推进", "", {}, None),
        (BRIDGE, "开工", "", {"2025Q2": "封顶"}, "node_back"),
        (BRIDGE, "未开工", "", {"2025Q1": "开工", "2025Q2": ""}, "node_back"),
        (BRIDGE, "封顶", "", {"2025Q2": "开工"}, None),
        (BRIDGE, "封顶", "", {"2025Q2": "封顶"}, None),
        (BRIDGE, "获批", "", {"2025Q2": "封顶"}, "node"),
        (APPROVAL, "获批", "", {"2025Q2": "推进中"}, None),
        (APPROVAL, "推进中", "", {}, None),
        (BRIDGE, "投用", "", {"2025Q4": "达产"}, None),
        (BRIDGE, "开工", "-1", {}, "progress_range"),
        (BRIDGE, "开工", "101", {}, "progress_range"),
        (BRIDGE, "开工", "100", {}, None),
        (BRIDGE, "开工", "稳定", {}, "progress_kind"),
        (BRIDGE, "开工", "34", {"2025Q2": ("开工", "35")}, "progress_back"),
        (BRIDGE, "开工", "34", {"2025Q1": ("", "35"), "2025Q2": "开工"}, "progress_back"),
        (BRIDGE, "开工", "35", {"2025Q2": ("开工", "35")}, None),
        (BRIDGE, "开工", "", {"2025Q2": ("开工", "35")}, None),
        (BRIDGE, "完工", "99", {}, "progress_short"),
        (BRIDGE, "达产", "80", {}, "progress_short"),
    ],
)
def test_a_milestone_goes_forwards(item, node, progress, past, check_code):
    codes = found(item, node, past, at="2025Q3", progress=progress)
    assert codes == ([check_code] if check_code else [])


def test_a_number_is_no_node():
    given = replace(entry("", "2025Q3"), figure=the.figure("35"))
    assert [each.check for each in check(BRIDGE, given, {})] == ["node"]
    assert [each.check for each in check(OPEN_ENDED, given, {})] == ["node"]


@pytest.mark.parametrize(
    ("row", "grade", "column", "words"),
    [
        (("竣工", "", {}), Severity.BLOCKING, "figure", "应从未开工、开工、封顶"),
        (("开工", "", {"2025Q2": "封顶"}), Severity.EXPLAIN, "figure", "2025年上半年已报“封顶”"),
        (("开工", "120", {}), Severity.BLOCKING, "progress", "应在0到100之间，现为“120”"),
        (
            ("开工", "3", {"2025Q2": ("", "35")}),
            Severity.EXPLAIN,
            "progress",
            "比2025年上半年的“35”小",
        ),
        (("完工", "9", {}), Severity.HINT, "progress", "已报“完工”，形象进度现为“9”"),
    ],
)
def test_a_milestone_is_told_what_to_do(row, grade, column, words):
    node, progress, past = row
    (issue,) = issues(BRIDGE, node, past, at="2025Q3", progress=progress)
    assert (issue.severity, issue.column) == (grade, column)
    assert words in issue.message
    assert issue.message.startswith("“大桥”")
