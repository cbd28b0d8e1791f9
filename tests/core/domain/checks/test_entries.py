"""A row is checked whole while somebody types, and once more at 报送."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.calculated import Calculation
from core.domain.cell import LONGEST_EXPLANATION
from core.domain.checks import check, complete, overridden, unexplained
from core.domain.indicator import Nature
from core.domain.issue import Severity
from core.domain.submission import Missing
from tests import factory as the
from tests.core.domain import laws
from tests.core.domain.checks.rows import before, issues

GDP = the.level("750", "521.94")


def test_what_is_empty_raises_nothing_while_somebody_types():
    assert check(GDP, the.entry(""), {}) == ()
    assert check(the.milestone(), the.entry(""), {}) == ()


def test_a_figure_and_a_reason_why_there_is_none_exclude_each_other():
    (issue,) = check(GDP, the.entry("600", missing=Missing.UNCOUNTED), {})
    assert (issue.check, issue.severity, issue.column) == ("both", Severity.BLOCKING, "missing")
    assert "本期已填“600”，缺数原因又选了“未统计”" in issue.message
    assert check(GDP, the.entry("", missing=Missing.UNCOUNTED), {}) == ()


def test_an_explanation_is_as_long_as_a_report_can_print():
    short, long = "因" * LONGEST_EXPLANATION, "因" * (LONGEST_EXPLANATION + 1)
    assert check(GDP, the.entry("600", explanation=short), {}) == ()
    (issue,) = check(GDP, the.entry("600", explanation=long), {})
    assert (issue.check, issue.severity) == ("overlong", Severity.BLOCKING)
    assert issue.column == "explanation"
    assert len(issue.found) < 50


def test_a_finding_stands_at_the_code_under_which_the_figure_is_entered():
    item = replace(GDP, code="P02-01", same_source="B-01")
    assert [each.code for each in check(item, the.entry("稳定"), {})] == ["B-01"]


@pytest.mark.parametrize(
    ("entry", "code", "grade"),
    [
        (the.entry(""), "absent", Severity.BLOCKING),
        (the.entry("", explanation="还在核算"), "absent", Severity.BLOCKING),
        (the.entry("", missing=Missing.UNVERIFIED), "unverified", Severity.HINT),
    ],
)
def test_at_the_end_a_figure_or_the_reason_for_none_is_asked_for(entry, code, grade):
    (issue,) = complete(GDP, entry)
    assert (issue.check, issue.severity) == (code, grade)


@pytest.mark.parametrize(
    "entry", [the.entry("600"), the.entry("0"), the.entry("", missing=Missing.UNPUBLISHED)]
)
def test_at_the_end_a_figure_or_a_reason_is_enough(entry):
    assert complete(GDP, entry) == ()
    assert complete(the.milestone(), entry) == ()


def test_a_computed_figure_is_not_asked_for():
    assert complete(replace(GDP, formula="[B-02] * 2"), the.entry("")) == ()


@pytest.mark.parametrize(
    ("typed", "found"), [("2.30", False), ("2.2976", False), ("2.31", True), ("约2.3", False)]
)
def test_a_figure_other_than_the_computed_one_is_to_be_explained(typed, found):
    given = Calculation(the.figure("2.30"), "“城镇” ÷ “农村” = 46155 ÷ 20088 = 2.30")
    issues = overridden(GDP, the.entry(typed), given)
    assert [(each.check, each.severity) for each in issues] == [
        ("calculated", Severity.EXPLAIN)
    ] * found
    for each in issues:
        assert "现为“2.31”，与公式算得的2.30不同，请写明原因" in each.message


def test_without_a_computed_figure_or_a_number_nothing_is_compared():
    waiting = Calculation(None, "缺“城镇”，还没有算")
    given = Calculation(the.figure("2.30"), "")
    assert overridden(GDP, the.entry("2.31"), waiting) == ()
    assert overridden(GDP, the.entry("2.31"), None) == ()
    assert overridden(GDP, the.entry("稳定"), given) == ()
    assert overridden(GDP, the.entry(""), given) == ()
    assert overridden(the.milestone(), the.entry("2.31"), given) == ()


def test_a_milestone_is_asked_for_its_node():
    (issue,) = complete(the.milestone(), the.entry(""))
    assert "请选已达到的节点，没有动工的选“未开工”" in issue.message


def test_an_explanation_settles_all_that_is_to_be_explained():
    found = issues(GDP, "0.215", {"2025Q2": "290"}, at="2025Q3")
    assert [each.check for each in found] == ["decimals", "shrunk", "scale"]
    open_ones = unexplained(found, the.entry("0.215"))
    assert [each.check for each in open_ones] == ["shrunk", "scale"]
    assert unexplained(found, the.entry("0.215", explanation=" ")) == open_ones
    assert unexplained(found, the.entry("0.215", explanation="口径调整")) == ()


@laws.law
@given(
    st.sampled_from([GDP, the.growth("7.5"), the.cumulative("100"), the.structure("1:34:65"),
                     the.keep("稳定", "60"), replace(GDP, nature=Nature.POINT)]),
    laws.figures,
    st.lists(laws.figures, max_size=10),
)  # fmt: skip
def test_whatever_is_typed_every_sentence_names_the_row_and_the_figure(item, figure, earlier):
    past = {}
    for place, each in enumerate(earlier):
        quarter = the.quarter("2022Q1").moved(place)
        past[quarter] = replace(the.entry("", str(quarter)), figure=each)
    found = check(item, replace(the.entry(""), figure=figure), past)
    for issue in found:
        assert issue.message.startswith(f"“{item.name}”")
        assert f"“{figure}”" in issue.message
        assert issue.found == str(figure)
    assert len({issue.check for issue in found}) == len(found)


def test_entries_of_the_quarter_itself_and_of_later_ones_are_passed_over():
    past = before({"2025Q3": "290", "2025Q4": "9000", "2026Q1": "9000"})
    assert check(GDP, the.entry("400", "2025Q3"), past) == ()
