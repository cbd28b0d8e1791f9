"""A published 同比 is checked beside its figure."""

from dataclasses import replace

import pytest

from core.domain.checks import check, complete
from core.domain.indicator import GrowthKind, Measure
from core.domain.issue import Severity
from tests import factory as the

REAL, NOMINAL, PLAIN = GrowthKind.REAL, GrowthKind.NOMINAL, GrowthKind.PLAIN


def issues(kind, growth, text="550", before="500"):
    item = the.level("750", growth_kind=kind)
    past = {the.quarter("2024Q4"): the.entry(before, "2024Q4")} if before else {}
    return check(item, the.entry(text, growth=the.figure(growth)), past)


@pytest.mark.parametrize(
    ("kind", "growth", "check_code"),
    [
        (NOMINAL, "10", None),
        (NOMINAL, "10.9", None),
        (NOMINAL, "11", "growth_differs"),
        (PLAIN, "-10", "growth_differs"),
        (REAL, "7.8", None),
        (GrowthKind.DIFFERENCE, "7.8", None),
        (NOMINAL, "稳定", "growth_kind"),
        (REAL, "1:2:3", "growth_kind"),
    ],
)
def test_a_published_growth_is_a_number_and_like_the_computed_one(kind, growth, check_code):
    assert [each.check for each in issues(kind, growth)] == ([check_code] if check_code else [])


def test_both_growths_are_named_in_their_column():
    (issue,) = issues(NOMINAL, "1.0")
    assert (issue.severity, issue.column, issue.found) == (Severity.HINT, "growth", "1.0")
    assert "的同比填为“1.0”，按本期“550”和上年同期的数算出10.0%" in issue.message
    (issue,) = issues(NOMINAL, "稳定")
    assert (issue.severity, issue.column) == (Severity.BLOCKING, "growth")
    assert issue.message == "“地区生产总值”的同比应填一个百分数，现为“稳定”，请改填"


def test_without_a_year_before_nothing_is_compared():
    assert issues(NOMINAL, "50", before="") == ()
    assert issues(NOMINAL, "50", text="") == ()


def asked(item, text, growth=""):
    return [each.check for each in complete(item, the.entry(text, growth=the.figure(growth)))]


def test_real_growth_is_asked_for_where_it_stands_beside_a_level():
    item = the.level("750", growth_kind=REAL)
    assert asked(item, "550") == ["growth_absent"]
    assert asked(item, "550", "7.8") == []
    assert asked(replace(item, growth_kind=NOMINAL), "550") == []
    assert asked(replace(item, measure=Measure.GROWTH), "7.8") == []
    (issue,) = complete(item, the.entry("550"))
    assert (issue.severity, issue.column) == (Severity.HINT, "growth")
