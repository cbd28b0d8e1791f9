"""`checks.csv` holds the plan's own checks; those of the shipped plans hold for what they print."""

from dataclasses import replace
from decimal import Decimal

import pytest

import resources
from core.domain.checks import rules, skipped
from core.domain.figure import Figure
from core.domain.issue import Rule, Severity
from core.domain.submission import Entry
from core.errors import MalformedPlanError
from core.plans import cards, edits
from core.plans.cards import Card, Thing
from core.plans.folder import load, write
from tests.core.plans.factory import contents, put

HEAD = "编码,级别,公式,容差,提示\n"
GOOD = HEAD + "R-1,提示,［A-1］≈[A-3]*2,3%,请核对两个数\nR-2,须说明,合计([A-1]) ≤ 900,,请核对\n"
SHIPPED = ("zhanggong-2016-2020", "zhanggong-2021-2025", "ganzhou-2024")
# Figures that the plans print and that contradict each other, as the source documents have them:
PRINTED = {
    ("zhanggong-2016-2020", "target", "R-04"),  # 工业化率44，三产比例1:34:65 (附表1)
}


def folder(tmp_path, checks=GOOD):
    return put({**contents(), "checks.csv": checks.encode()}, tmp_path / "p")


def test_rules_are_read_and_written_in_one_way(tmp_path):
    loaded = load(folder(tmp_path))
    assert loaded.plan.rules == (
        Rule("R-1", Severity.HINT, "[A-1] ≈ [A-3] * 2", "请核对两个数", Decimal("0.03")),
        Rule("R-2", Severity.EXPLAIN, "合计([A-1]) ≤ 900", "请核对", Decimal(0)),
    )
    write(loaded, tmp_path / "again")
    assert load(tmp_path / "again").plan == loaded.plan


def test_a_plan_without_rules_has_no_file(tmp_path):
    loaded = load(put(contents(), tmp_path / "p"))
    assert loaded.plan.rules == ()
    write(loaded, tmp_path / "again")
    assert not (tmp_path / "again" / "checks.csv").exists()


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("R-1,提示,[A-1] ** 9 = 1,,请核对", "公式", "算式"),
        ("R-1,提示,=A1+B1,,请核对", "公式", "算式"),
        ("R-1,提示,-[A-1] ≤ 0,,请核对", "公式", "算式"),
        ("R-1,提示,[Z-9] = 1,,请核对", "公式", "indicators.csv里的编码"),
        ("R-1,提示,[B-2] = 1,,请核对", "公式", "indicators.csv里的编码"),
        ("R-1,提示,[A-1] + 1,,请核对", "公式", "比较符号"),
        ("R-1,提示,,,请核对", "公式", "算式"),
        ("R-1,提示,[A-1] ≈ 1,,请核对", "容差", "百分数"),
        ("R-1,提示,[A-1] ≈ 1,0.03,请核对", "容差", "百分数"),
        ("R-1,提示,[A-1] ≈ 1,300%,请核对", "容差", "百分数"),
        ("R-1,警告,[A-1] = 1,,请核对", "级别", "强制"),
        ("R-1,提示,[A-1] = 1,,", "提示", "文字"),
        ("copied,提示,[A-1] = 1,,请核对", "编码", "程序自带核对没有用的编码"),
    ],
)
def test_a_rule_that_cannot_be_judged_is_a_fault(tmp_path, line, column, expected):
    with pytest.raises(MalformedPlanError) as raised:
        load(folder(tmp_path, f"{HEAD}{line}\n"))
    (fault,) = raised.value.faults
    assert (fault.file, fault.line, fault.column) == ("checks.csv", 2, column)
    assert expected in fault.expected


def test_a_rule_follows_the_code_of_its_indicator(tmp_path):
    plan = load(folder(tmp_path)).plan
    card = cards.card(plan, Thing.INDICATOR, 0)
    edited = edits.put(plan, Thing.INDICATOR, 0, Card({**card.cells, "编码": "A-100"}, card.lists))
    assert [rule.formula for rule in edited.rules] == ["[A-100] ≈ [A-3] * 2", "合计([A-100]) ≤ 900"]


def printed(loaded, what):
    """The figures that a plan prints in one of its columns, as entries of its last quarter."""
    figures = {
        "base": {each.code: each.base for each in loaded.plan.indicators},
        "target": {each.code: each.aim.printed for each in loaded.plan.indicators},
        "results": {each.code: each.figure for each in loaded.entries},
    }
    entries = ((code, figure) for code, figure in figures[what].items() if figure)
    return {code: Entry(code, loaded.plan.end, figure) for code, figure in entries}


@pytest.mark.parametrize("what", ["base", "target", "results"])
@pytest.mark.parametrize("code", SHIPPED)
def test_the_shipped_rules_hold_for_what_the_plans_print(code, what):
    loaded = load(resources.path("plans", code))
    broken = {(code, what, issue.check) for issue in rules(loaded.plan, printed(loaded, what))}
    assert broken == {each for each in PRINTED if each[:2] == (code, what)}


@pytest.mark.parametrize("code", SHIPPED)
def test_every_shipped_rule_is_tried_against_the_targets(code):
    loaded = load(resources.path("plans", code))
    assert loaded.plan.rules
    assert skipped(loaded.plan, printed(loaded, "target")) == ()


@pytest.mark.parametrize("code", SHIPPED)
def test_every_shipped_rule_finds_a_slip_of_the_pen(code):
    loaded = load(resources.path("plans", code))
    targets = printed(loaded, "target")
    found = {
        issue.check
        for indicator in targets
        for slip in ("0.001:0:0", "0.1:34:65.8", "0.00001", "9999999")
        for issue in rules(loaded.plan, typed(targets, indicator, slip))
    }
    assert found == {rule.code for rule in loaded.plan.rules} - restated(loaded.plan)


def restated(plan):
    """The rules that say what a calculated indicator's formula says: its own check compares."""
    formulas = {f"[{each.code}] ≈ {each.formula}" for each in plan.indicators if each.formula}
    return {rule.code for rule in plan.rules if rule.formula in formulas}


def typed(entries, code, text):
    """The entries with another figure under a code."""
    return {**entries, code: replace(entries[code], figure=Figure.parse(text))}


@pytest.mark.parametrize("code", SHIPPED)
def test_identities_between_published_figures_are_hints_of_three_per_cent_or_more(code):
    for rule in load(resources.path("plans", code)).plan.rules:
        assert rule.grade is Severity.HINT
        assert rule.tolerance >= Decimal("0.03") if "≈" in rule.formula else not rule.tolerance
        assert "请" in rule.message
