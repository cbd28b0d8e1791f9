"""A folder without a fault becomes a plan, however Excel or an editor saved it."""

from datetime import date
from decimal import Decimal

from core.domain.department import Department
from core.domain.figure import Figure
from core.domain.indicator import (
    Binding,
    Direction,
    Duty,
    Frequency,
    GrowthKind,
    Indicator,
    Measure,
    Milestone,
    Nature,
    Node,
)
from core.domain.period import Quarter
from core.domain.plan import Appendix, Dictionary, Section, SectionKind
from core.domain.submission import Decision, Entry, Missing
from core.domain.target import Target, TargetRevision, TargetState
from core.domain.vintage import Vintage
from core.plans.folder import load
from tests.core.plans.factory import contents, put, rewritten, with_cell, with_text, without

END = Quarter(2025, 4)


def test_the_head_of_a_plan_comes_from_plan_toml(tmp_path):
    plan = load(put(contents(), tmp_path / "p")).plan
    assert (plan.code, plan.title, plan.region, plan.level) == (
        "small-2021-2025",
        "某区第十四个五年规划",
        "某区",
        "区",
    )
    assert (plan.first_year, plan.last_year, plan.base_year) == (2021, 2025, 2020)
    assert plan.notes == ("按市下达任务执行",)
    assert plan.special_plans == ("教育规划", "水利规划")
    assert plan.appendices == (
        Appendix("targets", "附表2", "主要指标"),
        Appendix("completion", "附表1", "完成情况"),
    )


def test_words_left_out_of_the_dictionary_are_the_program_s_own(tmp_path):
    plan = load(put(contents(), tmp_path / "p")).plan
    assert plan.dictionary == Dictionary(full="完成", floor=None)


def test_a_plan_without_a_dictionary_has_the_program_s_words(tmp_path):
    files = with_text("plan.toml", '[dictionary]\nfull = "完成"\nfloor = "无"\n', "")
    files["results.csv"] = files["results.csv"].replace("完成,附表1印出,,".encode(), b",,,")
    files["results.csv"] = files["results.csv"].replace(b"A-3,2025Q4,,,,,,,,\n", b"")
    assert load(put(files, tmp_path / "p")).plan.dictionary == Dictionary()


def test_a_floor_is_an_exact_share(tmp_path):
    files = with_text("plan.toml", 'floor = "无"', "floor = 0.85")
    assert load(put(files, tmp_path / "p")).plan.dictionary.floor == Decimal("0.85")


def test_sections_and_departments_stand_in_the_order_of_their_files(tmp_path):
    plan = load(put(contents(), tmp_path / "p")).plan
    assert plan.sections[:2] == (
        Section("A", "", SectionKind.TABLE, "主要指标"),
        Section("A1", "A", SectionKind.CATEGORY, "综合", "系推断"),
    )
    assert plan.departments[0] == Department("D01", "区统计局", "区统计局", "政府部门", "建议")


def test_an_indicator_holds_every_cell_of_its_row(tmp_path):
    assert load(put(contents(), tmp_path / "p")).plan.indicators[0] == Indicator(
        code="A-1",
        section="A1",
        name="地区生产总值（GDP）",
        unit="亿元",
        decimals=2,
        measure=Measure.LEVEL,
        nature=Nature.FLOW,
        frequency=Frequency.QUARTERLY,
        direction=Direction.HIGHER,
        target=Target(Figure.parse("突破750"), TargetState.GIVEN, Decimal(750), None),
        duty=Duty("D01", ("D02", "D03"), "D01"),
        binding=Binding.EXPECTED,
        base=Figure.parse("521.94"),
        growth=Figure.parse("7.8左右"),
        growth_kind=GrowthKind.REAL,
        revisions=(
            TargetRevision(
                Target(Figure.parse("700")),
                "受疫情影响",
                date(2023, 5, 8),
                "区人大常委会",
                "某府发〔2023〕1号",
            ),
            TargetRevision(Target(Figure.parse("690")), "受疫情影响"),
        ),
        definition="现价",
        basis="建议",
    )


def test_bounds_stand_beside_a_target_whose_words_do_not_yield_them(tmp_path):
    target = load(put(contents(), tmp_path / "p")).plan.indicators[2].target
    assert (str(target.printed), target.low, target.high) == ("亿元以上", Decimal(1), None)


def test_a_milestone_keeps_its_planned_quarter(tmp_path):
    assert load(put(contents(), tmp_path / "p")).plan.milestones == (
        Milestone(
            "B-2", "B", "客运站", Node.COMPLETED, "2025Q4", Duty("D02", (), "D02"), basis="建议"
        ),
    )


def test_printed_results_become_entries_and_decisions(tmp_path):
    loaded = load(put(contents(), tmp_path / "p"))
    assert loaded.entries == (
        Entry("A-1", END, Figure.parse("760.5"), vintage=Vintage.EXPECTED),
        Entry("A-2", END, None, Missing.UNPUBLISHED, "待公布后确定"),
    )
    assert loaded.decisions == (
        Decision("A-1", END, "提前完成", "附表1印出", "规划原文", "2025-12-31"),
        Decision("A-3", END, "完成", "附表1印出", ""),
    )


def test_files_that_may_be_left_out_may_be_left_out(tmp_path):
    files = without("milestones.csv", "revisions.csv", "results.csv")
    loaded = load(put(files, tmp_path / "p"))
    assert (loaded.plan.milestones, loaded.entries, loaded.decisions) == ((), (), ())
    assert loaded.plan.indicators[0].revisions == ()


def test_a_byte_order_mark_is_accepted_and_so_is_its_absence(tmp_path):
    marked = {name: b"\xef\xbb\xbf" + data for name, data in contents().items()}
    with_mark, plain = put(marked, tmp_path / "a"), put(contents(), tmp_path / "b")
    assert load(with_mark).plan == load(plain).plan


def test_line_ends_of_every_system_are_accepted_and_make_one_digest(tmp_path):
    ends = {"lf": b"\n", "crlf": b"\r\n", "cr": b"\r"}
    loaded = {
        name: load(
            put(
                {file: data.replace(b"\n", end) for file, data in contents().items()},
                tmp_path / name,
            )
        )
        for name, end in ends.items()
    }
    assert loaded["lf"] == loaded["crlf"] == loaded["cr"]


def test_another_byte_makes_another_digest(tmp_path):
    one = load(put(contents(), tmp_path / "a"))
    other = load(put(with_text("plan.toml", "小规划", "大规划"), tmp_path / "b"))
    assert one.plan == other.plan
    assert one.digest != other.digest


def test_columns_may_stand_in_any_order(tmp_path):
    files = rewritten("indicators.csv", lambda rows: [row[::-1] for row in rows])
    assert load(put(files, tmp_path / "a")).plan == load(put(contents(), tmp_path / "b")).plan


def test_empty_columns_and_rows_that_excel_leaves_behind_are_passed_over(tmp_path):
    def loosened(rows: list[list[str]]) -> list[list[str]]:
        wide = [[*row, "", " "] for row in rows]
        return [*wide[:2], [], [""] * 27, *wide[2:], [""] * 27]

    files = rewritten("indicators.csv", loosened)
    assert load(put(files, tmp_path / "a")).plan == load(put(contents(), tmp_path / "b")).plan


def test_space_around_a_cell_does_not_count(tmp_path):
    files = with_cell("indicators.csv", 2, "牵头单位", "\u3000D01 ")
    assert load(put(files, tmp_path / "a")).plan == load(put(contents(), tmp_path / "b")).plan


def test_supporting_departments_may_be_parted_by_other_signs(tmp_path):
    for number, text in enumerate(("D02,D03", "D02；D03", "D02 D03")):
        files = with_cell("indicators.csv", 2, "配合单位", text)
        plan = load(put(files, tmp_path / str(number))).plan
        assert plan.indicators[0].duty.supporting == ("D02", "D03")


def test_a_cell_may_have_several_lines(tmp_path):
    files = with_cell("indicators.csv", 2, "口径", "现价\n含“四上”企业")
    assert load(put(files, tmp_path / "p")).plan.indicators[0].definition == "现价\n含“四上”企业"


def test_excel_s_own_lock_files_are_passed_over(tmp_path):
    folder = put(contents(), tmp_path / "p")
    (folder / "~$indicators.csv").write_bytes(b"lock")
    (folder / "说明.txt").write_text("不读", encoding="utf-8")
    assert load(folder).plan.code == "small-2021-2025"
