"""The three shipped plans say what the source documents say."""

from collections import Counter
from decimal import Decimal

import pytest

import resources
from core.domain.indicator import Binding, Direction, Indicator, Measure, Milestone, Nature, Node
from core.domain.period import Quarter
from core.domain.plan import Plan, SectionKind
from core.domain.submission import Missing
from core.domain.target import TargetState
from core.domain.vintage import Vintage
from core.plans.folder import load
from core.ports import LoadedPlan

FIRST, SECOND, CITY = "zhanggong-2016-2020", "zhanggong-2021-2025", "ganzhou-2024"
END = Quarter(2020, 4)


def shipped(code: str) -> LoadedPlan:
    return load(resources.path("plans", code))


def found(plan: Plan, code: str) -> Indicator:
    indicator = plan.find(code)
    assert indicator
    return indicator


def texts(plan: Plan, code: str) -> tuple[str, str, str]:
    """Base, target and growth of an indicator, as printed."""
    each = found(plan, code)
    return str(each.base or ""), str(each.target.printed or ""), str(each.growth or "")


def items_of(plan: Plan) -> tuple[Indicator | Milestone, ...]:
    """Indicators and milestones."""
    return (*plan.indicators, *plan.milestones)


@pytest.mark.parametrize(
    ("code", "main", "indicators", "milestones", "departments"),
    [(FIRST, 41, 41, 0, 43), (SECOND, 33, 33 + 314, 127, 43), (CITY, 11, 92, 12, 35)],
)
def test_every_plan_loads_whole(code, main, indicators, milestones, departments):
    plan = shipped(code).plan
    assert plan.code == code
    assert len(tuple(plan.main())) == main
    assert len(plan.indicators) == indicators
    assert len(plan.milestones) == milestones
    assert len(plan.departments) == departments


@pytest.mark.parametrize("code", [FIRST, SECOND, CITY])
def test_everything_that_the_source_does_not_say_is_marked_as_suggested(code):
    plan = shipped(code).plan
    assert {each.basis for each in items_of(plan)} == {"建议"}
    assert all(each.remark.startswith("建议") for each in plan.departments)
    assert "均为建议" in plan.remark


@pytest.mark.parametrize("code", [FIRST, SECOND, CITY])
def test_every_item_has_someone_who_delivers_and_someone_who_counts(code):
    plan = shipped(code).plan
    assert all(each.duty.lead for each in items_of(plan))
    assert all(each.duty.provider for each in plan.indicators)
    assert all(each.duty.lead not in each.duty.supporting for each in plan.indicators)


@pytest.mark.parametrize("code", [FIRST, SECOND, CITY])
def test_words_for_users_have_full_width_punctuation_and_no_traces_of_the_work(code):
    plan = shipped(code).plan
    items = (*plan.indicators, *plan.milestones, *plan.sections, *plan.departments)
    said = "".join(f"{vars_of(each)}\n" for each in items) + plan.remark + plan.source
    assert not {*"();"} & {*said}
    assert not any(word in said for word in ("CSV", "yoy", "W23", "行）", "/work", "domain"))


def vars_of(item: object) -> str:
    """The words of an item that people read."""
    names = ("name", "short_name", "full_name", "unit", "remark", "definition", "kind")
    return "".join(str(getattr(item, name, "")) for name in names)


def test_the_first_appendix_has_three_categories_one_of_them_inferred():
    plan = shipped(FIRST).plan
    kinds = [(each.kind, each.name) for each in plan.sections]
    assert kinds == [
        (SectionKind.TABLE, "主要指标"),
        (SectionKind.CATEGORY, "经济发展"),
        (SectionKind.CATEGORY, "生态宜居"),
        (SectionKind.SUBGROUP, "主要污染物排放下降"),
        (SectionKind.CATEGORY, "人民富裕"),
    ]
    assert [each.name for each in plan.sections if "系推断" in each.remark] == ["经济发展"]
    counts = Counter(plan.section(each.section).name for each in plan.indicators)
    assert [*counts.values()] == [15, 10, 4, 12]


def test_the_first_appendix_keeps_its_printed_cells():
    plan = shipped(FIRST).plan
    assert texts(plan, "A1-01") == ("311.64", "突破450", "")
    assert texts(plan, "A1-04") == ("", "年均20", "")
    assert texts(plan, "A1-16") == ("4", "稳定", "")
    assert texts(plan, "A1-20") == ("4.2", "省下达控制指标", "")
    assert texts(plan, "A1-23") == ("23.20", "[7.5]", "")
    assert texts(plan, "A1-25") == ("2.14", "[0]", "")


def test_the_first_appendix_prints_39_statuses_and_leaves_two_open():
    loaded = shipped(FIRST)
    assert len(loaded.entries) == 41
    assert {each.quarter for each in loaded.entries} == {END}
    assert {each.quarter for each in loaded.decisions} == {END}
    assert {each.vintage for each in loaded.entries} == {Vintage.EXPECTED}
    assert Counter(each.status for each in loaded.decisions) == {
        "提前完成": 22,
        "全面完成": 10,
        "基本完成或接近完成": 7,
    }
    open_ones = {each.code: each for each in loaded.entries if each.figure is None}
    assert {code: each.missing for code, each in open_ones.items()} == {
        "A1-16": Missing.UNPUBLISHED,
        "A1-37": Missing.UNPUBLISHED,
    }
    assert open_ones["A1-16"].explanation == "待土地“三调”公布后确定"
    assert open_ones["A1-37"].explanation == "待全国人口普查结果公布后确定"


def test_the_grounds_of_the_six_human_decisions_are_only_what_the_source_says():
    grounds = {each.code: each.grounds for each in shipped(FIRST).decisions}
    human = {code: said for code, said in grounds.items() if said != "附表1印出"}
    assert human == {
        "A1-20": "附表1印出；正文称“顺利完成万元生产总值能耗和水耗控制目标任务”",
        "A1-21": "附表1印出，原文未说明",
        "A1-26": "附表1印出，原文未说明",
        "A1-28": "附表1印出，原文未说明",
        "A1-29": "附表1印出，原文未说明",
        "A1-32": "附表1印出，原文未说明",
    }


def test_the_reasons_are_those_of_the_second_note():
    reasons: dict[str, set[str]] = {}
    for each in shipped(FIRST).entries:
        if each.figure and each.explanation:
            reasons.setdefault(each.explanation, set()).add(each.code)
    assert reasons == {
        "受宏观经济下行和疫情等影响": {"A1-04", "A1-05", "A1-06", "A1-31"},
        "受减税降费政策等影响": {"A1-03"},
        "受工业基础数据修订等影响": {"A1-09", "A1-11"},
    }


def test_the_target_of_the_poor_was_revised_and_stays_printed():
    indicator = found(shipped(FIRST).plan, "A1-33")
    assert str(indicator.target.printed) == "[0.6939]"
    assert str(indicator.aim.printed) == "[0.6483]"
    assert "生老病死" in indicator.revisions[0].reason
    assert indicator.revisions[0].on is None


def test_the_shipped_first_plan_has_no_floor():
    assert shipped(FIRST).plan.dictionary.floor is None
    assert shipped(SECOND).plan.dictionary.floor == Decimal("0.9")


def test_the_second_appendix_has_six_categories_whose_counts_are_its_printed_ones():
    plan = shipped(SECOND).plan
    counts = Counter(plan.section(each.section).name for each in plan.main())
    assert counts == {
        "综合质效": 7,
        "创新驱动": 4,
        "协调发展": 3,
        "改革开放": 2,
        "绿色生态": 8,
        "民生福祉": 9,
    }
    binding = [each.code for each in plan.main() if each.binding is Binding.BINDING]
    assert len(binding) == 11


def test_the_second_appendix_keeps_its_printed_cells():
    plan = shipped(SECOND).plan
    assert texts(plan, "B-01") == ("521.94", "750", "7.8左右")
    assert texts(plan, "B-06") == ("0.46", "0.46左右", "保持稳定")
    assert texts(plan, "B-12") == ("0.7:34.4:64.9", "0.8:34.2:65", "")
    assert texts(plan, "B-13") == ("2.39", "2.22", "[-0.17]")
    assert texts(plan, "B-28") == ("", "", "[0.7]")


@pytest.mark.parametrize("code", ["A1-29", "B-03", "B-04", "B-20", "B-31"])
def test_cells_that_the_source_cannot_prove_stay_blank_and_say_so(code):
    plan = shipped(FIRST if code[0] == "A" else SECOND).plan
    base, target, growth = texts(plan, code)
    assert (target, growth) == ("", "")
    assert base in ("", "[8.6]", "[12.3]")
    assert "留空" in found(plan, code).remark


def test_bounds_are_given_only_where_the_printed_target_does_not_yield_them():
    given = {}
    for code in (FIRST, SECOND, CITY):
        for each in shipped(code).plan.indicators:
            printed = each.target.printed
            if (each.target.low, each.target.high) != (printed.bounds if printed else (None,) * 2):
                given[each.code] = (each.target.low, each.target.high)
    pending = {code for code, bounds in given.items() if bounds == (None, None)}
    assert {code: bounds for code, bounds in given.items() if code not in pending} == {
        "B-03": (Decimal("7.5"), Decimal("7.5")),
        "B-04": (Decimal(9), Decimal(9)),
        "P05-03-04": (Decimal(1), None),
        "W24-T065": (None, Decimal(0)),
    }
    assert pending == {"P15-02-02"}  # 12 printed, 1-2 meant: not judged


def test_the_targets_that_wait_for_the_city_or_the_province_are_pending():
    pending = {
        each.code
        for code in (FIRST, SECOND)
        for each in shipped(code).plan.indicators
        if each.target.state is TargetState.PENDING
    }
    assert pending == {
        *("A1-20", "A1-21", "A1-26", "B-07", "B-28"),
        *(f"B-{number}" for number in range(17, 24)),
    }


def test_there_are_33_boxes_with_their_projects_and_15_special_plans():
    plan = shipped(SECOND).plan
    boxes = [each.name for each in plan.sections if each.kind is SectionKind.BOX]
    assert len(boxes) == 33
    assert boxes[0] == "专栏1 人才引进和培育重点工程"
    assert sum(each.kind is SectionKind.PROJECT for each in plan.sections) == 120
    assert [each.name for each in plan.path("P23-01-1")] == [
        "专栏23 能源及水利重点工程",
        "（一）能源",
        "主干电网及城乡配电网",
    ]
    assert len(plan.special_plans) == 15
    assert plan.special_plans[2] == "文化和旅游（文化旅游中心）发展规划"


def test_a_figure_that_is_required_twice_is_entered_once():
    same = {each.code: each.same_source for each in shipped(SECOND).plan.indicators}
    assert {code: source for code, source in same.items() if source} == {
        "P02-01-01": "B-08",
        "P04-02-02": "B-09",
        "P29-02-09": "B-29",
        "P33-02-01": "P14-01-02",
    }


def test_misprints_are_mended_and_noted():
    first, second = shipped(FIRST).plan, shipped(SECOND).plan
    assert found(second, "B-29").name == "每千人口拥有执业（助理）医师数"
    assert "多印的括号已去" in found(second, "B-29").remark
    assert found(first, "A1-29").unit == "μg/m³"
    assert found(first, "A1-29").name == "细颗粒物（PM2.5）浓度"
    assert found(second, "B-13").unit == "%"
    assert "倍数" in found(second, "B-13").remark


def test_averages_are_averages_and_what_must_be_kept_is_worse_when_lower():
    first, second = shipped(FIRST).plan, shipped(SECOND).plan
    means = [first.find("A1-29"), second.find("B-32"), second.find("P24-01-01")]
    assert {each.nature for each in means if each} == {Nature.MEAN}
    kept = [each for each in second.main() if each.measure is Measure.KEEP]
    assert {each.code for each in kept} == {"B-06", "B-17", "B-24"}
    assert {each.direction for each in kept} == {Direction.HIGHER}


def test_milestones_have_the_nodes_that_the_plan_words():
    nodes = {each.code: each.node for each in shipped(SECOND).plan.milestones}
    assert nodes["P25-02-01"] is Node.REMOVED
    assert nodes["P05-01-04"] is Node.PRODUCING
    assert nodes["P33-04-04"] is Node.FOUNDED
    assert nodes["P32-01-01"] is Node.OPENED
    assert {each.planned for each in shipped(SECOND).plan.milestones} == {"2025Q4"}
    assert {each.planned for each in shipped(CITY).plan.milestones} == {"2024Q4"}


def test_the_city_s_report_has_main_targets_tasks_and_ten_livelihood_items():
    plan = shipped(CITY).plan
    roots = [each for each in plan.sections if not each.parent]
    assert [(each.kind, each.name) for each in roots] == [
        (SectionKind.TABLE, "主要目标"),
        (SectionKind.TASK, "任务目标"),
        (SectionKind.LIVELIHOOD, "民生实事"),
    ]
    items = items_of(plan)
    counts = Counter(plan.path(each.section)[0].name for each in items)
    assert counts == {"主要目标": 11, "任务目标": 72, "民生实事": 21}
    livelihood = [each for each in plan.sections if each.parent == "L"]
    assert len(livelihood) == 10
    assert {each.section for each in items if each.code.startswith("W24-L")} == {
        each.code for each in livelihood
    }


def test_the_city_s_bases_are_last_year_s_results_as_printed():
    plan = shipped(CITY).plan
    assert texts(plan, "W24-M001") == ("5.3左右", "6左右", "")
    assert texts(plan, "W24-M002") == ("10以上", "7.5以上", "")
    assert texts(plan, "W24-T028") == ("700以上", "660以上", "")
    assert texts(plan, "W24-M011") == ("", "控制在3左右", "")
    assert found(plan, "W24-T003").base is None
