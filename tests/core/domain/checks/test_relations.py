"""The plan's own checks judge the figures of a quarter, or say why they cannot."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.checks import codes, rules, rules_of, skipped
from core.domain.issue import Rule, Severity
from core.domain.submission import Missing
from tests import factory as the

RATIO = Rule("R-02", Severity.HINT, "[B-13] ≈ [B-25] / [B-26]", "收入比应等于城镇除以农村，请核对")
ORDER = Rule("R-03", Severity.EXPLAIN, "[B-26] ≤ [B-25]", "农村一般不高于城镇，请核对")
WHOLE = Rule("R-01", Severity.HINT, "合计([B-12]) = 100", "三项之和应为100，请调整末位")
SAME = Rule("R-04", Severity.BLOCKING, "[P-02] > 1", "研发占比应大于1，请核对")
RULES = (WHOLE, RATIO, ORDER, SAME)
ITEMS = (
    the.level("2.22", code="B-13", name="收入比"),
    the.level("65195", code="B-25", name="城镇收入"),
    the.level("29370", code="B-26", name="农村收入"),
    the.structure("1:34:65", code="B-12", name="三产比例", decimals=1),
    the.level("3", code="B-08", name="研发占比", unit="%"),
    the.level("3", code="P-02", name="研发投入", unit="%", same_source="B-08"),
)
PLAN = the.plan(*ITEMS, rules=RULES)


def entries(**texts):
    """Entries of one quarter: B_13="2.39"."""
    made = {code.replace("_", "-"): text for code, text in texts.items()}
    return {code: replace(the.entry(text), code=code) for code, text in made.items()}


INCOMES = {"B_13": "2.39", "B_25": "44501", "B_26": "18593"}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"B_13": "2.46"}, []),
        ({"B_13": "2.47"}, ["R-02"]),
        ({"B_25": "18593", "B_26": "44501"}, ["R-02", "R-03"]),
        ({"B_12": "0.7:34.4:64.9"}, []),
        ({"B_12": "0.7:34.4:64.8"}, ["R-01"]),
        ({"B_12": "0.7:34.4:46.9"}, []),
        ({"B_08": "0.9"}, ["R-04"]),
    ],
)
def test_a_rule_that_does_not_hold_is_found(changed, found):
    issues = rules(PLAN, entries(**(INCOMES | changed)))
    assert [issue.check for issue in issues] == found


def test_a_finding_stands_at_the_first_code_and_says_both_sides():
    (issue,) = rules(PLAN, entries(**(INCOMES | {"B_13": "2.8"})))
    assert (issue.code, issue.severity, issue.found) == ("B-13", Severity.HINT, "2.8")
    assert issue.message == (
        "收入比应等于城镇除以农村，请核对（“收入比”为2.8，“城镇收入” / “农村收入”为2.3934）"
    )


def test_a_side_without_codes_is_not_said():
    (issue,) = rules(PLAN, entries(B_12="0.7:34.4:64.8"))
    assert issue.message == "三项之和应为100，请调整末位（合计(“三产比例”)为99.9）"


def test_a_figure_of_the_same_source_stands_at_its_source():
    (issue,) = rules(PLAN, entries(B_08="0.9"))
    assert (issue.code, issue.severity) == ("B-08", Severity.BLOCKING)


def test_a_rule_that_lacks_a_number_is_skipped_and_says_so():
    found = entries(B_13="2.39", B_25="44501", B_12="0.7:34.4:64.9", B_08="2")
    found["B-26"] = replace(the.entry("", missing=Missing.UNPUBLISHED), code="B-26")
    assert rules(PLAN, found) == ()
    assert [(each.rule.code, each.reason) for each in skipped(PLAN, found)] == [
        ("R-02", "缺“农村收入”，没有核对"),
        ("R-03", "缺“农村收入”，没有核对"),
    ]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("[B-08] = 1 / 0", "除数为0"),
        ("[B-08] + 1", "没有比较符号"),
        ("1 = 2", "没有比较符号或指标编码"),
        ("[B-08] ** 9", "不是可以识别的算式"),
        ("[B-99] = 1", "缺“B-99”"),
        ("[B-08].1 = 1", "缺“B-08.1”"),
    ],
)
def test_a_rule_that_cannot_be_judged_says_why(formula, reason):
    plan = replace(PLAN, rules=(replace(SAME, formula=formula),))
    assert rules(plan, entries(B_08="2")) == ()
    (each,) = skipped(plan, entries(B_08="2"))
    assert reason in each.reason


def test_rules_are_found_by_the_codes_that_they_look_at():
    assert rules_of(PLAN, ("B-26",)) == (RATIO, ORDER)
    assert rules_of(PLAN, {"B-12", "B-13"}) == (WHOLE, RATIO)
    assert rules_of(PLAN, ()) == ()
    assert rules_of(PLAN, ("B-08",)) == (SAME,)
    assert codes(PLAN, RATIO) == ("B-13", "B-25", "B-26")
    assert codes(PLAN, SAME) == ("B-08",)
    assert codes(PLAN, replace(RATIO, formula="[B-13")) == ()


def test_the_tolerance_is_the_rules_own():
    plan = replace(PLAN, rules=(replace(RATIO, tolerance=Decimal("0.2")),))
    assert rules(plan, entries(**(INCOMES | {"B_13": "2.8"}))) == ()


def test_a_rule_that_restates_a_formula_leaves_it_to_the_check_of_computed_figures():
    computed = replace(ITEMS[0], formula="[B-25]/[B-26]")
    far = entries(**(INCOMES | {"B_13": "2.8"}))
    for formula, found in (
        (RATIO.formula, []),
        ("[B-13] ≈ [B-26] / [B-25]", ["R-02"]),
        ("[B-13] > 3", ["R-02"]),
        ("[B-13] * 1 ≈ [B-25] / [B-26]", ["R-02"]),
    ):
        plan = the.plan(computed, *ITEMS[1:], rules=(replace(RATIO, formula=formula),))
        assert [issue.check for issue in rules(plan, far)] == found
    unread = the.plan(replace(ITEMS[0], formula="[B-25] /"), *ITEMS[1:], rules=(RATIO,))
    assert [issue.check for issue in rules(unread, far)] == ["R-02"]
