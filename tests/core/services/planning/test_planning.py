"""An office edits its plans: saved whole and on record, or refused with what depends on them."""

from dataclasses import replace
from datetime import date

import pytest

import resources
from core.domain.indicator import Binding
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.submission import Entry, Evidence, Origin, State, Submission
from core.domain.target import TargetState
from core.errors import EditError, OutputError, StorageError
from core.plans import cards, edits
from core.plans.cards import Card, Thing
from core.plans.folder import load
from core.plans.texts import Texts
from core.services import assessment, profiles, provenance
from core.services.planning import (
    plan_record,
    plan_results,
    plan_starts,
    planning,
    plans,
    rule_trial,
)
from core.services.reports import reporting
from core.services.reports.reporting import Request
from tests.core.memory import MemoryStore
from tests.db.factories import approval, decision, printed, remark, wording
from tests.factory import figure

OLD, NOW = "zhanggong-2016-2020", "zhanggong-2021-2025"
CLERK = Origin("填报", "张三")
AT = "2026-01-01T00:00:00+08:00"
REVISION = {
    "目标": "700",
    "目标状态": "已定",
    "原因": "受疫情影响",
    "日期": "2024-05-08",
    "批准机关": "区人大常委会",
    "发文字号": "章人发〔2024〕1号",
}


@pytest.fixture(params=["memory", "sqlite"])
def office(request):
    """A store after its first start, in memory and in SQLite."""
    if request.param == "sqlite":
        return request.getfixturevalue("store")
    memory = MemoryStore()
    plans.load_shipped(memory, resources.path("plans"))
    return memory


def typed(plan, place, group="", rows=(), **texts):
    """The plan after somebody typed some texts of an indicator."""
    card = cards.card(plan, Thing.INDICATOR, place)
    lists = {**card.lists, group: rows} if group else card.lists
    return edits.put(plan, Thing.INDICATOR, place, Card({**card.cells, **texts}, lists))


def saved(office, code, change):
    """Edit a plan and save it."""
    before = planning.load(office, code)
    planning.save(office, before, change(before))
    return planning.load(office, code)


def report(office, code, quarter, text="1"):
    """Have a clerk report a figure of the plan."""
    with office.writing() as work:
        entry = Entry(code, Quarter.parse(quarter), figure(text))
        work.entries.save(NOW, [entry], CLERK, AT)


def pdf(office, quarter):
    """The bytes of the report of a quarter."""
    job = reporting.preview(office, Request("completion", NOW, Quarter.parse(quarter)))
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def test_an_edit_is_stored_and_stands_on_record(office):
    profiles.save(office, replace(profiles.load(office), name="李四"))
    plan = saved(office, NOW, lambda plan: typed(plan, 0, 单位="万元", 晚报天数="20"))
    assert (plan.indicators[0].unit, plan.indicators[0].delay) == ("万元", 20)
    (event,) = plan_record.history(office, NOW)
    assert (event.subject, event.code, event.origin.by) == ("规划", "B-01", "李四")
    assert event.before == "指标 单位：亿元；晚报天数：空"
    assert event.after == "指标 单位：万元；晚报天数：20"
    assert office.problems() == ()


def test_undoing_is_saving_the_reverse_and_stands_on_record_too(office):
    first = planning.load(office, NOW)
    second = typed(first, 0, 单位="万元")
    planning.save(office, first, second)
    planning.save(office, second, first)
    assert planning.same(planning.load(office, NOW), first)
    assert [each.after for each in plan_record.history(office, NOW)] == [
        "指标 单位：亿元",
        "指标 单位：万元",
    ]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(office):
    before = planning.load(office, NOW)
    planning.save(office, before, typed(before, 0, 目标="750.0"))
    with pytest.raises(EditError, match="在别处被修改过，这里的修改没有保存"):
        planning.save(office, before, typed(before, 1, 单位="元/人"))
    assert planning.load(office, NOW).indicators[1].unit == "万元/人"


@pytest.mark.parametrize("code", [OLD, NOW, "ganzhou-2024"])
def test_a_plan_with_all_that_can_be_dated_comes_back_from_the_store(office, code):
    def change(plan):
        return typed(plan, 0, "revisions", (REVISION,))

    before = planning.load(office, code)
    assert planning.same(saved(office, code, change), change(before))


def test_reports_before_an_adjustment_are_the_same_to_the_byte(office):
    report(office, "B-01", "2023Q4", "620.5")
    report(office, "B-01", "2024Q4", "660.25")
    earlier, later = pdf(office, "2023Q4"), pdf(office, "2024Q4")
    definition = {"口径": "按普查修订", "日期": "2024-03-01"}
    base = {
        "基期": "530.1",
        "日期": "2024-03-01",
        "数据性质": "普查修订数",
        "原因": "第五次经济普查",
    }
    saved(office, NOW, lambda plan: typed(plan, 0, "revisions", (REVISION,)))
    saved(office, NOW, lambda plan: typed(plan, 0, "definitions", (definition,)))
    saved(office, NOW, lambda plan: typed(plan, 0, "base_revisions", (base,)))
    assert pdf(office, "2023Q4") == earlier
    assert pdf(office, "2024Q4") != later


def test_reports_before_a_department_was_renamed_are_the_same_to_the_byte(office):
    report(office, "B-01", "2023Q4", "620.5")
    earlier = pdf(office, "2023Q4")
    reform = {
        "部门": "D02",
        "变动": "更名",
        "日期": "2024-01-01",
        "新简称": "区数据局",
        "新全称": "区数据局",
    }
    plan = saved(
        office, NOW, lambda plan: edits.insert(plan, Thing.REORGANISATION, 0, Card(reform))
    )
    assert pdf(office, "2023Q4") == earlier
    facts = assessment.collect(office, NOW, Quarter(2024, 4))
    renamed = facts.plan.department("D02")
    assert renamed is not None
    assert renamed.short_name == "区数据局"
    assert plan_as_of(plan, Quarter(2023, 4)).departments == plan.departments


def test_an_indicator_with_figures_is_neither_removed_nor_renamed(office):
    report(office, "B-02", "2023Q4")
    plan = planning.load(office, NOW)
    with pytest.raises(EditError, match="指标“B-02”已有1个报告期的填报数，不能删除"):
        planning.take_out(office, plan, Thing.INDICATOR, 1)
    card = cards.card(plan, Thing.INDICATOR, 1)
    with pytest.raises(EditError, match="编码不能再改") as raised:
        planning.put(office, plan, Thing.INDICATOR, 1, Card({**card.cells, "编码": "B-92"}))
    assert raised.value.flaws[0].name == "编码"
    with pytest.raises(StorageError, match="B-02"):
        planning.save(office, plan, edits.remove(plan, Thing.INDICATOR, 1))


def test_a_milestone_with_evidence_is_not_removed(office):
    plan = planning.load(office, NOW)
    code = plan.milestones[0].code
    with office.writing() as work:
        work.evidences.add(
            NOW, Evidence(code, Quarter(2023, 4), "批复", document="区批〔2023〕1号")
        )
    with pytest.raises(EditError, match="1件佐证材料，不能删除"):
        planning.take_out(office, plan, Thing.MILESTONE, 0)


def test_what_the_plan_judges_itself_is_not_removed(office):
    plan = planning.load(office, OLD)
    with pytest.raises(EditError, match="已有1个报告期的填报数、1个判定，不能删除"):
        planning.take_out(office, plan, Thing.INDICATOR, 3)


def test_a_department_with_a_form_is_not_removed(office):
    card = Card({"编码": "D99", "简称": "新局", "全称": "新局"})
    with_new = saved(office, NOW, lambda plan: edits.insert(plan, Thing.DEPARTMENT, 0, card))
    with office.writing() as work:
        work.submissions.save(NOW, Submission("D99", Quarter(2023, 4), State.SUBMITTED))
    with pytest.raises(EditError, match="部门“D99”已有1份报表，不能删除"):
        planning.take_out(office, with_new, Thing.DEPARTMENT, 0)


def test_what_was_reviewed_or_printed_holds_its_department_its_item_and_the_plan(office):
    code, department = "B-01", "D02"
    with office.writing() as work:
        work.remarks.add(NOW, remark(code, department=department))
        work.approvals.add(NOW, approval(department=department), b"{}")
        work.printed.add(NOW, printed(department=department), b"%PDF")
        work.printed.word(NOW, wording(department=department))
    told = "1条审核意见、1次审定、1份存档报告、1处改过的报告文字"
    with pytest.raises(EditError, match=f"已有{told}，不能删除"):
        planning.remove(office, NOW)
    plan = planning.load(office, NOW)
    with office.reading() as work:
        of_it = plan_results.of_thing(work, plan, Thing.DEPARTMENT, department)
        assert "、".join(of_it) == told
        assert list(plan_results.of_thing(work, plan, Thing.INDICATOR, code)) == ["1条审核意见"]


def test_what_nothing_depends_on_is_taken_out(office):
    plan = planning.load(office, NOW)
    place = next(place for place, each in enumerate(plan.milestones) if not each.same_source)
    smaller = planning.take_out(office, plan, Thing.MILESTONE, place)
    planning.save(office, plan, smaller)
    assert len(planning.load(office, NOW).milestones) == len(plan.milestones) - 1
    unsaved = edits.insert(
        plan, Thing.DEPARTMENT, 0, Card({"编码": "D99", "简称": "新", "全称": "新"})
    )
    assert planning.take_out(office, unsaved, Thing.DEPARTMENT, 0) == plan


def test_a_word_by_which_something_was_judged_stays(office):
    plan = planning.load(office, OLD)
    card = cards.card(plan, Thing.PLAN)
    edited = edits.put(
        plan, Thing.PLAN, 0, Card({**card.cells, "提前完成用词": "提早完成"}, card.lists)
    )
    with pytest.raises(EditError, match="已有指标判定为“提前完成”"):
        planning.save(office, plan, edited)


def test_a_word_of_the_years_before_the_end_stays_too_once_it_was_given(office):
    plan = planning.load(office, NOW)
    own = replace(plan, monitoring=replace(plan.monitoring, ahead="进度较快"))
    planning.save(office, plan, own)
    with office.writing() as work:
        work.decisions.save(NOW, [decision(at="2022Q4", status="进度较快")])
    with pytest.raises(EditError, match="已有指标判定为“进度较快”"):
        planning.save(office, own, plan)
    assert planning.load(office, NOW).monitoring.ahead == "进度较快"


def test_other_thresholds_are_on_record(office):
    plan = planning.load(office, NOW)
    card = cards.card(plan, Thing.PLAN)
    cells = {**card.cells, "年度监测·略有滞后下限": "0.7"}
    planning.save(office, plan, edits.put(plan, Thing.PLAN, 0, Card(cells, card.lists)))
    event = plan_record.history(office, NOW)[0]
    assert event.before == "规划 年度监测·略有滞后下限：0.75"
    assert event.after == "规划 年度监测·略有滞后下限：0.7"
    assert office.problems() == ()


def test_a_plan_that_only_prints_its_own_results_is_deleted_and_restored(office):
    before = planning.load(office, OLD)
    with office.reading() as work:
        entries, decisions = work.entries.of(OLD), work.decisions.of(OLD, before.end)
    removed = planning.remove(office, OLD)
    assert OLD not in [each.code for each in plans.summaries(office)]
    planning.restore(office, removed)
    assert planning.same(planning.load(office, OLD), before)
    with office.reading() as work:
        assert work.entries.of(OLD) == entries
        assert work.decisions.of(OLD, before.end) == decisions
    assert planning.remove(office, OLD).plan.code == OLD
    assert office.problems() == ()


def test_a_plan_for_which_people_reported_is_not_deleted(office):
    report(office, "B-01", "2023Q4")
    with office.writing() as work:
        work.submissions.save(NOW, Submission("D02", Quarter(2023, 4), State.SUBMITTED))
        work.evidences.add(NOW, Evidence("B-01", Quarter(2023, 4), "函", document="函1"))
    with pytest.raises(EditError, match="已有1份报表、1个填报数、1件佐证材料，不能删除"):
        planning.remove(office, NOW)


def head(pattern, **texts):
    card = cards.card(pattern, Thing.PLAN)
    return Card({**card.cells, **texts}, card.lists)


def test_the_plan_that_follows_has_the_same_indicators_and_the_last_figures_as_bases(office):
    pattern = plan_starts.succeeding(office, OLD, with_bases=True)
    assert (pattern.code, pattern.name, pattern.previous) == (
        f"{NOW}-2",
        "“十四五”规划",
        "“十三五”",
    )
    assert (pattern.first_year, pattern.last_year, pattern.base_year) == (2021, 2025, 2020)
    code = plan_starts.create(office, pattern, head(pattern, 规划编码="next", 全称="新的纲要"))
    plan, old = planning.load(office, code), planning.load(office, OLD)
    assert (code, plan.title) == ("next", "新的纲要")
    assert [each.code for each in plan.indicators] == [each.code for each in old.indicators]
    assert plan.departments == old.departments
    gdp = plan.indicators[0]
    assert (str(gdp.base), gdp.target.printed, gdp.target.state) == (
        "521.94",
        None,
        TargetState.NONE,
    )
    bound = next(each for each in plan.indicators if each.binding is Binding.BINDING)
    assert bound.target.state is TargetState.PENDING
    assert not any(each.revisions for each in plan.indicators)
    assert plan_record.history(office, "next")[0].after == "新建规划：新的纲要"


def test_the_last_figures_become_bases_on_request_only(office):
    pattern = plan_starts.succeeding(office, OLD, with_bases=False)
    assert [each.base for each in pattern.indicators] == [None] * len(pattern.indicators)


def test_the_plan_that_follows_leaves_out_milestones_and_the_sections_they_alone_filled(office):
    pattern = plan_starts.succeeding(office, NOW, with_bases=True)
    assert pattern.name == "“十五五”规划"
    assert "第十五个五年规划" in pattern.title
    assert pattern.milestones == ()
    used = {each.section for each in pattern.indicators}
    leaves = {each.code for each in pattern.sections} - {each.parent for each in pattern.sections}
    assert leaves <= used


def test_the_plan_that_follows_takes_over_what_was_reorganised(office):
    reform = {"部门": "D08", "变动": "并入", "日期": "2024-01-01", "接收部门": "D02"}
    saved(office, NOW, lambda plan: edits.insert(plan, Thing.REORGANISATION, 0, Card(reform)))
    pattern = plan_starts.succeeding(office, NOW, with_bases=False)
    duties = [each.duty for each in pattern.indicators]
    assert not any("D08" in (duty.lead, duty.provider, *duty.supporting) for duty in duties)
    assert pattern.reorganisations == ()


def test_a_copy_has_everything_and_its_years_can_be_moved(office):
    saved(
        office,
        NOW,
        lambda plan: typed(
            typed(plan, 0, "annual_targets", ({"年份": "2022", "年度目标": "580"},)),
            0,
            "quarterly_targets",
            ({"报告期": "2022Q1", "年初至期末目标": "130"},),
        ),
    )
    pattern = plan_starts.copied(office, NOW)
    code = plan_starts.create(office, pattern, head(pattern))
    assert code == f"{NOW}-2"
    assert planning.same(replace(planning.load(office, code), code=NOW), planning.load(office, NOW))
    years = head(pattern, 规划编码="later", 首年="2026", 末年="2030", 基期年="2025")
    later = planning.load(office, plan_starts.create(office, pattern, years))
    assert later.milestones[0].planned == "2030Q4"
    assert later.indicators[0].annual_targets[0].year == 2027
    assert later.indicators[0].quarterly_targets[0].quarter == Quarter(2027, 1)


def test_a_blank_plan_has_one_table_and_the_departments_that_there_are(office):
    pattern = plan_starts.blank(office, NOW)
    with pytest.raises(EditError, match="“规划编码”还没有填"):
        plan_starts.create(office, pattern, head(pattern))
    given = head(pattern, 规划编码="new-2026", 全称="工作报告", 简称="工作报告", 末年="2026")
    plan = planning.load(office, plan_starts.create(office, pattern, given))
    assert (plan.first_year, plan.last_year, len(plan.sections)) == (2026, 2026, 1)
    assert plan.departments == planning.load(office, NOW).departments
    assert content_of_nothing(office)
    with pytest.raises(OutputError, match="还没有指标，没有导出"):
        planning.export(office, "new-2026", resources.path("plans"))


def content_of_nothing(office):
    return reporting.content(office, Request("targets", "new-2026", Quarter(2026, 4)))


def test_without_any_plan_a_blank_one_begins_this_year():
    pattern = plan_starts.blank(MemoryStore(), "")
    assert pattern.first_year == date.today().year  # noqa: DTZ011 - as a person reads the clock
    assert pattern.departments == ()


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"规划编码": NOW}, "已"),
        ({"规划编码": ""}, "“规划编码”还没有填"),
        ({"首年": "二〇二六"}, "“首年”现为“二〇二六”"),
        ({"首年": "2030", "末年": "2026"}, "“末年”现为“2026”，应为不早于首年2030的年份"),
        ({"全称": "纲\0要"}, "“全称”现为“纲�要”"),
    ],
)
def test_a_new_plan_that_makes_no_sense_is_refused(office, texts, sentence):
    pattern = plan_starts.succeeding(office, OLD, with_bases=False)
    with pytest.raises((EditError, StorageError), match=sentence):
        plan_starts.create(office, pattern, head(pattern, **texts))
    assert len(plans.summaries(office)) == 3


def test_an_exported_plan_is_the_folder_that_it_came_from(office, tmp_path):
    path = planning.export(office, OLD, tmp_path)
    assert load(path) == load(resources.path("plans", OLD))


def test_figures_that_people_reported_are_not_exported(office, tmp_path):
    report(office, "B-01", "2023Q4")
    assert load(planning.export(office, NOW, tmp_path)).entries == ()


def test_an_edited_plan_goes_out_and_comes_in_as_it_is(office, tmp_path):
    row = {"年份": "2022", "年度目标": "580"}
    plan = saved(office, NOW, lambda plan: typed(plan, 0, "annual_targets", (row,), 晚报天数="9"))
    path = planning.export(office, NOW, tmp_path)
    planning.remove(office, NOW)
    assert plans.add(office, path) == NOW
    assert plan_record.history(office, NOW)[0].after == f"导入规划：{plan.title}"
    assert planning.same(planning.load(office, NOW), plan)


def test_a_folder_that_is_there_is_not_written_over(office, tmp_path):
    planning.export(office, OLD, tmp_path)
    with pytest.raises(OutputError, match="不是空的"):
        planning.export(office, OLD, tmp_path)


def test_a_restored_figure_says_where_it_came_from(office):
    planning.restore(office, planning.remove(office, OLD))
    trace = provenance.trace(office, OLD, "A1-01", Quarter(2020, 4))
    assert trace.last is not None
    assert trace.last.origin.through == "规划与指标"


def rule(plan, formula, tolerance="3%"):
    card = {"编码": "R-90", "级别": "提示", "公式": formula, "容差": tolerance, "提示": "请核对"}
    return edits.insert(plan, Thing.RULE, 0, Card(card)).rules[0]


def test_a_check_is_tried_against_bases_targets_and_reported_figures(office):
    report(office, "B-25", "2023Q4", "50000")
    report(office, "B-26", "2023Q4", "20000")
    report(office, "B-13", "2023Q4", "2.2")
    report(office, "B-13", "2022Q4", "2.3")
    plan = planning.load(office, NOW)
    trials = rule_trial.try_rule(office, plan, rule(plan, "[B-13] ≈ [B-25] / [B-26]"))
    assert [each.figures for each in trials] == [
        "2020年基期",
        "2025年目标",
        "2023年全年",
        "2022年全年",
    ]
    assert [each.outcome for each in trials][:3] == ["成立", "成立", "不成立"]
    assert (trials[2].left, trials[2].right, trials[2].reason) == ("2.2", "2.5", "相差12%")
    assert trials[3].outcome == "不能核对"
    assert trials[3].reason.startswith("缺")


def test_a_formula_with_an_error_is_refused_and_says_why_when_tried(office):
    plan = planning.load(office, NOW)
    for formula in ("[B-13] ≈", "[B-13] + [B-25]", "[Z-1] = 1", "eval(1) = 1"):
        with pytest.raises(EditError, match="“公式”现为"):
            rule(plan, formula)
    broken = replace(rule(plan, "[B-13] ≥ 0"), formula="[B-13] ≈")
    (trial,) = rule_trial.try_rule(office, plan, broken)
    assert "不是可以识别的算式" in trial.reason


def test_a_check_over_nothing_or_by_zero_cannot_be_judged(office):
    plan = planning.load(office, NOW)
    zero = rule_trial.try_rule(office, plan, rule(plan, "[B-13] / ([B-13] - [B-13]) = 1"))
    assert zero[0].reason == "除数为0，或得数过大"
    bare = replace(rule(plan, "[B-13] ≥ 0"), formula="[B-13]")
    assert rule_trial.try_rule(office, plan, bare)[0].reason == "没有比较符号"
    ratio = rule_trial.try_rule(office, plan, rule(plan, "[B-12].9 ≥ 0"))
    assert ratio[0].reason.startswith("缺")
    none = rule_trial.try_rule(office, plan, rule(plan, "[B-13] ≥ 0"))
    assert none[0].reason == ""


def test_texts_tell_editions_apart_that_are_equal_as_numbers(office):
    plan = planning.load(office, NOW)
    other = typed(plan, 0, 目标="750.0")
    assert other == plan
    assert not planning.same(other, plan)
    assert Texts.of(plan) == Texts.of(planning.load(office, NOW))
