"""The rows of a form: what stands in their locked columns, and how checks follow what is typed."""

from dataclasses import replace

from core.domain.cell import Column
from core.domain.form_rows import source_of, with_entries
from core.domain.indicator import Node
from core.domain.issue import Rule, Severity
from core.domain.plan import Section, SectionKind
from core.domain.submission import Missing, State
from core.domain.target import TargetState
from tests import factory as the
from tests import forms
from tests.forms import BRIDGE, INDUSTRY, RESEARCH, SAME, entry, form, own, plan

PAST = (
    entry("B-01", "260.50", "2023Q2"),
    entry("B-01", "400", "2023Q4"),
    entry("B-01", "190", "2024Q1"),
)


def row(code, *entries, **rest):
    found = form(*entries, **rest)
    return found.rows[found.row(code)]


def put(found, code, text, **rest):
    number = found.row(code)
    return with_entries(found, {number: entry(found.rows[number].entry.code, text, **rest)})


def checks_of(found, code):
    return [issue.check for issue in found.rows[found.row(code)].issues]


def test_the_locked_columns_say_what_plan_and_past_know():
    found = row("B-01", past=PAST)

    assert dict(found.given) == {
        Column.BASE: "311.64",
        Column.TARGET: "750",
        Column.ANNUAL: "629.19",
        Column.LAST_YEAR: "260.50",
        Column.LAST: "190",
    }


def test_what_is_not_known_stays_blank():
    assert row("B-02").text(Column.BASE) == row("B-02").text(Column.ANNUAL) == ""
    assert row("B-02").text(Column.LAST) == ""


def test_a_target_that_waits_or_that_there_is_none_of_says_so():
    waiting = replace(INDUSTRY, target=the.pending())
    printed = replace(INDUSTRY, target=the.pending("省下达"))
    lost = replace(INDUSTRY, target=the.target(""))
    targets = [
        row("B-01", a_plan=plan(each)).text(Column.TARGET) for each in (waiting, printed, lost)
    ]

    assert targets == [TargetState.PENDING.label, "省下达", ""]


def test_a_milestone_shows_its_node_and_when_it_is_planned():
    assert row("P01-01").text(Column.TARGET) == "2025年投用"
    assert row("P01-02").text(Column.TARGET) == "完成"


def test_rows_are_headed_by_their_category_or_their_box():
    assert [each.category for each in form().rows] == ["综合质效"] * 5 + ["专栏1"] * 2


def test_a_row_right_in_the_table_is_headed_by_the_table():
    there = plan(replace(INDUSTRY, section="T"))
    group = Section("T11", "T1", SectionKind.SUBGROUP, "污染物")
    below = plan(
        replace(INDUSTRY, section="T11"), sections=(the.TABLE, the.CATEGORY, group, the.BOX)
    )

    assert row("B-01", a_plan=there).category == "主要指标"
    assert row("B-01", a_plan=below).category == "综合质效"


def test_a_figure_of_the_same_source_stands_under_its_source():
    assert [source_of(each) for each in (INDUSTRY, forms.SAME, BRIDGE)] == [
        "B-01",
        "B-01",
        "P01-01",
    ]


def test_a_row_that_is_not_due_is_not_checked():
    figures = (entry("B-04", "155"), entry("B-02", "-5"))

    assert [checks_of(form(*figures), code) for code in ("B-04", "B-02")] == [[], ["negative"]]


def test_typing_checks_the_row_and_takes_the_findings_away_again():
    wrong = put(form(), "B-02", "-5")
    right = put(wrong, "B-02", "5")

    assert checks_of(wrong, "B-02") == ["negative"]
    assert checks_of(right, "B-02") == []


def test_typing_looks_back_at_the_quarters_before():
    assert "shrunk" in checks_of(put(form(past=PAST), "B-01", "180"), "B-01")


def test_a_rule_is_checked_again_from_each_of_its_figures():
    both = put(put(form(), "B-01", "10"), "B-02", "12")
    smaller = put(both, "B-01", "20")

    assert checks_of(both, "B-02") == ["R-01"]
    assert checks_of(smaller, "B-02") == []


def test_a_rule_looks_at_figures_of_other_forms_too():
    found = form(entry("B-02", "12"), others=(entry("B-01", "10"),), a_plan=plan(RESEARCH))

    assert checks_of(found, "B-02") == ["R-01"]
    assert checks_of(put(found, "B-02", "13"), "B-02") == ["R-01"]


def test_a_rule_that_names_a_figure_of_the_same_source_follows_its_source():
    named = replace(forms.RULE, formula="[B-02] ≤ [B-05]")
    found = put(form(entry("B-02", "12"), a_plan=plan(rules=(named,))), "B-01", "10")

    assert checks_of(found, "B-02") == ["R-01"]
    assert checks_of(put(found, "B-01", "20"), "B-02") == []


def test_a_finding_stands_in_one_row_of_those_that_have_one_source():
    turned = replace(forms.RULE, formula="[B-01] ≥ [B-02]")
    found = put(form(entry("B-02", "312"), a_plan=plan(rules=(turned,))), "B-01", "300")

    assert [(each.code, each.check) for each in found.issues] == [("B-01", "R-01")]
    assert checks_of(found, "B-05") == []


def test_all_rows_of_one_source_change_together_and_are_no_more_taken_over():
    found = form(entry("B-01", "300"))
    numbers = found.row("B-01"), found.row("B-05")
    taken = found.with_rows({each: replace(found.rows[each], taken=True) for each in numbers})
    changed = put(taken, "B-01", "301")

    assert [changed.rows[each].text(Column.FIGURE) for each in numbers] == ["301", "301"]
    assert not any(changed.rows[each].taken for each in numbers)


def test_rows_that_nothing_touches_stay_the_same_objects():
    found = form()
    changed = put(found, "B-03", "4")

    same = [old is new for old, new in zip(found.rows, changed.rows, strict=True)]
    assert same == [each.item.code != "B-03" for each in found.rows]


def test_a_plan_without_rules_is_checked_without_them():
    assert checks_of(put(form(a_plan=plan(rules=())), "B-02", "12"), "B-02") == []


def test_a_rule_that_cannot_be_read_stops_nobody():
    broken = Rule("R-02", Severity.BLOCKING, "[B-02] ≤", "请核对")

    assert checks_of(put(form(a_plan=plan(rules=(broken,))), "B-02", "12"), "B-02") == []


def test_a_milestone_of_an_earlier_quarter_rests():
    past = (replace(entry("P01-01", at="2024Q1"), figure=the.figure(Node.OPENED.label)),)

    assert row("P01-01", past=past).idle == "2024年一季度已报告完成，不再填报"
    assert own("B-09", "x").code == "B-09"


SHARE = own("B-06", "研发强度", "3", unit="%", formula="[B-02] / [B-01] * 100")
HALVED = replace(SAME, code="B-07", same_source="B-06")
COMPUTED = plan(
    INDUSTRY,
    RESEARCH,
    SHARE,
    HALVED,
    milestones=(),
    rules=(replace(forms.RULE, formula="[B-06] < 3"),),
)


def share(found, code="B-06"):
    return found.rows[found.row(code)]


def test_a_computed_figure_follows_what_it_is_computed_from():
    found = form(entry("B-01", "200"), a_plan=COMPUTED)
    assert (share(found).text(Column.FIGURE), share(found).computed) == ("", False)
    assert "缺“研发经费”" in share(found).calculation.sentence
    assert (found.filled, found.asked) == (1, 2)

    typed = put(found, "B-02", "5")
    assert share(typed).text(Column.FIGURE) == share(typed, "B-07").text(Column.FIGURE) == "2.50"
    assert (typed.filled, typed.asked) == (3, 3)
    assert share(typed).entry == share(found).entry
    assert share(put(typed, "B-02", "5.5")).text(Column.FIGURE) == "2.75"


def test_rules_look_at_computed_figures_too():
    found = put(form(entry("B-01", "200"), a_plan=COMPUTED), "B-02", "5")
    assert checks_of(found, "B-06") == []
    assert checks_of(put(found, "B-02", "8"), "B-06") == ["R-01"]


def test_a_figure_of_ones_own_counts_until_it_is_cleared_and_is_to_be_explained():
    found = form(entry("B-01", "200"), entry("B-02", "5"), a_plan=COMPUTED)
    own_one = put(found, "B-06", "2.6")
    assert share(own_one).text(Column.FIGURE) == "2.6"
    assert checks_of(own_one, "B-06") == ["calculated"]
    assert share(own_one).unexplained
    assert checks_of(put(own_one, "B-02", "5.2"), "B-06") == []
    assert share(put(own_one, "B-06", "")).text(Column.FIGURE) == "2.50"
    told = put(found, "B-06", "", missing=Missing.WITHHELD)
    assert (share(told).text(Column.FIGURE), share(told).filled) == ("", True)


def test_earlier_quarters_are_computed_too():
    past = (entry("B-01", "100", "2024Q1"), entry("B-02", "3", "2024Q1"))
    assert share(form(past=past, a_plan=COMPUTED)).text(Column.LAST) == "3.00"


def test_a_form_in_which_only_formulas_speak_is_not_begun():
    others = (entry("B-01", "100"), entry("B-02", "3"))
    theirs = tuple(replace(each, duty=the.indicator().duty) for each in (INDUSTRY, RESEARCH))
    found = form(others=others, a_plan=plan(*theirs, SHARE))
    assert share(found).text(Column.FIGURE) == "3.00"
    assert (found.state, found.filled) == (State.PENDING, 1)
