"""A folder with faults is refused, each with its place, and all of them at once."""

import pytest

from core.errors import Fault, MalformedPlanError
from core.plans.folder import load
from tests.core.plans.factory import (
    contents,
    faults_of,
    only_fault,
    put,
    rewritten,
    with_cell,
    with_line,
    with_text,
    without,
)

MILESTONE = "B,名,完工,2025Q4,,D02,,D02,,,,"


@pytest.mark.parametrize(
    ("place", "found", "expected"),
    [
        (("sections.csv", 3, "编码"), "类别一", "编码：字母开头"),
        (("sections.csv", 3, "类型"), "分类", "主要指标、类别、指标组"),
        (("sections.csv", 3, "名称"), "", "文字"),
        (("sections.csv", 3, "所属"), "C", "sections.csv里的编码"),
        (("sections.csv", 2, "所属"), "A1", "排在本行之前的编码"),
        (("sections.csv", 3, "所属"), "A1", "排在本行之前的编码，不绕回自身"),
        (("departments.csv", 3, "编码"), "D01", "不重复的编码（第2行已有）"),
        (("departments.csv", 3, "编码"), "d01", "不重复的编码（第2行已有）"),
        (("departments.csv", 3, "全称"), "", "文字"),
        (("indicators.csv", 2, "编码"), "", "编码：字母开头"),
        (("indicators.csv", 3, "编码"), "A-1", "不重复的编码（第2行已有）"),
        (("indicators.csv", 2, "所属"), "X9", "sections.csv里的编码"),
        (("indicators.csv", 2, "指标"), "=1+1", "不是公式"),
        (("indicators.csv", 2, "备注"), "@SUM(A1)", "不是公式"),
        (("indicators.csv", 2, "备注"), "#REF!", "不是公式或Excel错误值"),
        (("indicators.csv", 2, "备注"), "#DIV/0!", "不是公式或Excel错误值"),
        (("indicators.csv", 2, "小数位"), "两位", "0到6的整数"),
        (("indicators.csv", 2, "小数位"), "2.0", "0到6的整数"),
        (("indicators.csv", 2, "小数位"), "7", "0到6的整数"),
        (("indicators.csv", 2, "属性"), "约束", "约束性、预期性之一"),
        (("indicators.csv", 2, "衡量方式"), "总量", "水平、增速、累计"),
        (("indicators.csv", 2, "性质"), "时点", "时点数、时期数"),
        (("indicators.csv", 3, "填报方式"), "本年数", "当年数、规划累计数之一"),
        (("indicators.csv", 2, "频次"), "月度", "季度、半年、年度之一"),
        (("indicators.csv", 2, "方向"), "", "越高越好"),
        (("indicators.csv", 2, "目标"), "750亿元", "规划印出的数"),
        (("indicators.csv", 2, "目标"), "无", "规划印出的数"),
        (("indicators.csv", 2, "目标"), "3月5日", "该列设为文本格式"),
        (("indicators.csv", 2, "目标"), "9" * 16, "规划印出的数"),
        (("indicators.csv", 2, "目标状态"), "确定", "已定、待下达、文字、无之一"),
        (("indicators.csv", 4, "下限"), "一", "数，如7.5"),
        (("indicators.csv", 2, "基期"), "1,000", "规划印出的数"),
        (("indicators.csv", 2, "同比类型"), "增速", "不变价增速"),
        (("indicators.csv", 2, "牵头单位"), "D09", "departments.csv里的编码"),
        (("indicators.csv", 2, "牵头单位"), "统计局", "编码：字母开头"),
        (("indicators.csv", 2, "配合单位"), "D02、D09", "departments.csv里的编码"),
        (("indicators.csv", 2, "配合单位"), "区工信局", "编码，之间用顿号"),
        (("indicators.csv", 2, "数据提供单位"), "D09", "departments.csv里的编码"),
        (("indicators.csv", 5, "同源指标"), "A-9", "indicators.csv里的编码"),
        (("indicators.csv", 5, "同源指标"), "B-1", "本身不再引用同源的另一个指标"),
        (("indicators.csv", 2, "填报方式"), "当年数", "空格：衡量方式为“水平”"),
        (("indicators.csv", 3, "填报方式"), "", "当年数或规划累计数：衡量方式为“累计降幅”"),
        (("indicators.csv", 2, "目标"), "", "已定的目标，或其下限、上限"),
        (("indicators.csv", 3, "下限"), "15", "空格：目标状态为“待下达”时不判断"),
        (("indicators.csv", 3, "上限"), "15", "空格：目标状态为“待下达”时不判断"),
        (("milestones.csv", 2, "编码"), "A-1", "indicators.csv里没有的编码"),
        (("milestones.csv", 2, "节点"), "竣工", "开工、封顶、完工"),
        (("milestones.csv", 2, "计划完成"), "2025年底", "报告期，如2024Q1"),
        (("milestones.csv", 2, "计划完成"), "2025Q5", "报告期，如2024Q1"),
        (("milestones.csv", 2, "计划完成"), "2026Q1", "规划年份内的报告期"),
        (("milestones.csv", 2, "同源指标"), "B-9", "milestones.csv里的编码"),
        (("revisions.csv", 2, "编码"), "A-9", "indicators.csv里的编码"),
        (("revisions.csv", 2, "原因"), "", "文字"),
        (("revisions.csv", 2, "日期"), "去年五月", "日期，如2020-05-08"),
        (("revisions.csv", 2, "日期"), "2023-02-30", "日期，如2020-05-08"),
        (("revisions.csv", 2, "目标"), "", "已定的目标，或其下限、上限"),
        (("results.csv", 2, "编码"), "B-9", "indicators.csv或milestones.csv里的编码"),
        (("results.csv", 2, "报告期"), "2020Q4", "规划年份内的报告期"),
        (("results.csv", 2, "报告期"), "1900Q1", "报告期，如2024Q1"),
        (("results.csv", 2, "数据性质"), "估计数", "预计数、快报数"),
        (("results.csv", 3, "缺数原因"), "保密", "未统计、未到发布期"),
        (("results.csv", 2, "缺数原因"), "未统计", "空格：数值已填"),
        (("results.csv", 2, "完成情况"), "超额完成", "dictionary、monitoring或midterm"),
        (("results.csv", 2, "完成情况"), "", "所附依据、判定人或日期的完成情况"),
    ],
)
def test_a_cell_that_does_not_fit_is_named_with_its_place(tmp_path, place, found, expected):
    file, line, column = place
    fault, *rest = faults_of(with_cell(file, line, column, found), tmp_path / "p")
    assert (fault.file, fault.line, fault.column) == place
    assert fault.found == found
    assert expected in fault.expected
    assert not rest or fault.column == "编码"  # what referred to the code follows


@pytest.mark.parametrize(
    ("change", "place", "found", "expected"),
    [
        (
            ('code = "small-2021-2025"', 'code = "小规划"'),
            (2, "code"),
            "小规划",
            "字母、数字和短横",
        ),
        (('title = "某区第十四个五年规划"\n', ""), (0, "title"), "", "文字，不能空"),
        (('region = "某区"', 'region = " "'), (5, "region"), " ", "文字，不能空"),
        (('region = "某区"', "region = 5"), (5, "region"), "5", "文字，不能空"),
        (('level = "区"', 'rank = "区"\nlevel = "区"'), (6, "rank"), "rank", "以下键之一：code、"),
        (("= 2021", '= "2021"'), (7, "first_year"), "2021", "1949至2100的年份"),
        (("= 2021", "= true"), (7, "first_year"), "True", "1949至2100的年份"),
        (("= 2021", "= 1900"), (7, "first_year"), "1900", "1949至2100的年份"),
        (("= 2021", "= 2026"), (8, "last_year"), "2025", "不早于首年2026的年份"),
        (("= 2020", "= 2022"), (9, "base_year"), "2022", "不晚于首年2021的年份"),
        (('["按市下达任务执行"]', '"按市"'), (10, "notes"), "按市", "方括号内的若干文字"),
        (('["按市下达任务执行"]', "[1]"), (10, "notes"), "[1]", "方括号内的若干文字"),
        (('floor = "无"', 'floor = "没有"'), (15, "dictionary.floor"), "没有", "0至1的数"),
        (('floor = "无"', "floor = 1.5"), (15, "dictionary.floor"), "1.5", "0至1的数"),
        (('floor = "无"', "floor = nan"), (15, "dictionary.floor"), "NaN", "0至1的数"),
        (('floor = "无"', "floor = true"), (15, "dictionary.floor"), "True", "0至1的数"),
        (('floor = "无"', "floor = 1e-99"), (15, "dictionary.floor"), "1E-99", "最多四位小数"),
        (('floor = "无"', 'flor = "无"'), (15, "dictionary.flor"), "flor", "以下键之一：early、"),
        (('label = "附表2"\n', ""), (17, "appendices[1].label"), "", "文字，不能空"),
        (('label = "附表1"', "label = 1"), (24, "appendices[2].label"), "1", "文字，不能空"),
    ],
)
def test_a_key_that_does_not_fit_is_named_with_its_line(tmp_path, change, place, found, expected):
    fault = faults_of(with_text("plan.toml", *change), tmp_path / "p")[0]
    assert (fault.file, fault.line, fault.column) == ("plan.toml", *place)
    assert fault.found == found
    assert expected in fault.expected


@pytest.mark.parametrize("table", ["dictionary", "appendices"])
def test_a_value_where_a_table_should_stand_is_a_fault(tmp_path, table):
    head = contents()["plan.toml"].decode().split("\n[dictionary]")[0]
    files = contents()
    files["plan.toml"] = head.replace("notes", f"{table} = 1\nnotes").encode()
    files["results.csv"] = (
        "编码,报告期,数值,数据性质,缺数原因,说明,完成情况,依据,判定人,判定日期\n".encode()
    )
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.column, fault.found) == (10, table, "1")
    assert f"[{table}]" in fault.expected


def test_a_plan_file_that_is_no_toml_is_refused_with_its_line(tmp_path):
    fault = only_fault(with_text("plan.toml", 'region = "某区"', "地区：某区"), tmp_path / "p")
    assert (fault.file, fault.line, fault.found) == ("plan.toml", 5, "地区：某区")
    assert fault.expected.startswith("TOML")


def test_a_plan_file_that_breaks_off_is_refused_at_its_end(tmp_path):
    files = contents() | {"plan.toml": b'code = "a"\nnotes = ['}
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.found) == (2, "notes = [")


@pytest.mark.parametrize("name", ["plan.toml", "sections.csv", "departments.csv", "indicators.csv"])
def test_a_missing_file_is_named_and_blamed_for_nothing_else(tmp_path, name):
    assert faults_of(without(name), tmp_path / "p") == (
        Fault(name, 0, "", "没有这个文件", "规划文件夹里的必备文件"),
    )


def test_a_folder_that_does_not_exist_lacks_every_file(tmp_path):
    with pytest.raises(MalformedPlanError, match="规划“nowhere”有4处错误") as caught:
        load(tmp_path / "nowhere")
    assert {fault.found for fault in caught.value.faults} == {"没有这个文件"}


def test_a_table_under_a_wrong_name_is_not_passed_over(tmp_path):
    files = contents()
    files["milestone.csv"] = files.pop("milestones.csv")
    fault = only_fault(files, tmp_path / "p")
    assert (fault.file, fault.found) == ("milestone.csv", "milestone.csv")
    assert "milestones.csv" in fault.expected


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b",,,\n"])
def test_an_empty_file_is_a_fault(tmp_path, data):
    fault = only_fault(contents() | {"departments.csv": data}, tmp_path / "p")
    assert (fault.file, fault.line, fault.found) == ("departments.csv", 0, "空文件")
    assert fault.expected == "表头：编码，简称，全称，类型，备注"


def test_a_plan_without_indicators_is_a_fault(tmp_path):
    files = rewritten("indicators.csv", lambda rows: rows[:1])
    for name in ("revisions.csv", "results.csv"):
        del files[name]
    fault = only_fault(files, tmp_path / "p")
    assert (fault.file, fault.found, fault.expected) == (
        "indicators.csv",
        "只有表头",
        "至少一行指标",
    )


def test_an_unknown_column_is_a_fault_and_so_is_the_one_that_it_replaced(tmp_path):
    files = with_text("departments.csv", "编码,简称,", "代码,简称,")
    unknown, missing = faults_of(files, tmp_path / "p")
    assert (unknown.line, unknown.column, unknown.found) == (1, "代码", "代码")
    assert "编码，简称，全称" in unknown.expected
    assert missing == Fault("departments.csv", 1, "编码", "", "表头“编码”")


def test_a_column_that_stands_twice_is_a_fault(tmp_path):
    files = rewritten("departments.csv", lambda rows: [[*row, row[0]] for row in rows])
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.column) == (1, "编码")
    assert "不重复" in fault.expected


@pytest.mark.parametrize(
    ("line", "found", "expected"),
    [
        ("D04,区审计局,区审计局", "3格", "5格"),
        ("D04,区审计局,区审计局,政府部门,,多,余", "多，余", "5格，其后为空"),
    ],
)
def test_a_row_with_too_few_or_too_many_cells_is_a_fault(tmp_path, line, found, expected):
    fault = only_fault(with_line("departments.csv", line), tmp_path / "p")
    assert fault == Fault("departments.csv", 5, "", found, expected)


def test_a_quote_without_its_pair_is_a_fault(tmp_path):
    fault = only_fault(with_line("departments.csv", 'D04,"区审计局,区审计局,,'), tmp_path / "p")
    assert (fault.file, fault.line) == ("departments.csv", 5)
    assert "引号成对" in fault.expected


def test_lines_are_counted_as_excel_counts_rows(tmp_path):
    files = rewritten(
        "departments.csv",
        lambda rows: [
            *rows[:2],
            [],
            ["D04", "两行\n的名称", "区审计局", "", ""],
            ["4号", "某局", "某局", "", ""],
            *rows[2:],
        ],
    )
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.found) == (5, "4号")


def test_the_same_indicator_and_quarter_twice_is_a_fault(tmp_path):
    files = with_line("results.csv", "A-1,2025q4,760.5,,,,,,,")
    fault = only_fault(files, tmp_path / "p")
    assert (fault.line, fault.column, fault.found) == (5, "编码", "A-1，2025q4")
    assert fault.expected == "不重复的编码和报告期（第2行已有）"


def test_a_result_that_says_nothing_is_a_fault(tmp_path):
    fault = only_fault(with_line("results.csv", "A-1,2024Q4,,预计数,,,,,,"), tmp_path / "p")
    assert (fault.line, fault.column, fault.found) == (5, "数值", "")


def test_bounds_the_wrong_way_round_are_a_fault(tmp_path):
    files = with_cell("indicators.csv", 4, "上限", "0.5")
    fault = only_fault(files, tmp_path / "p")
    assert fault == Fault("indicators.csv", 4, "下限", "1", "不大于上限0.5的数")


def test_sections_nested_too_deep_are_a_fault(tmp_path):
    parents = ["A1", *(f"C{number}" for number in range(1, 9))]
    lines = "".join(f"C{number},{parent},类别,层,\n" for number, parent in enumerate(parents, 1))
    first, *rest = faults_of(with_line("sections.csv", lines.rstrip()), tmp_path / "p")
    assert first == Fault("sections.csv", 9, "所属", "C4", "不超过6级的编码")
    assert not any("之前" in fault.expected for fault in rest)


def test_faults_of_every_file_come_at_once_in_the_order_of_files_and_lines(tmp_path):
    files = contents()
    spoilt = (
        with_cell("results.csv", 3, "缺数原因", "保密"),
        with_cell("milestones.csv", 2, "节点", "竣工"),
        with_cell("indicators.csv", 4, "频次", "月度"),
        with_cell("sections.csv", 2, "类型", "表"),
        with_text("plan.toml", "= 2021", '= "2021"'),
        with_cell("revisions.csv", 2, "日期", "去年"),
        with_cell("departments.csv", 2, "简称", ""),
    )
    for other in spoilt:
        files |= {name: data for name, data in other.items() if data != contents()[name]}
    assert [
        (fault.file, fault.line, fault.column) for fault in faults_of(files, tmp_path / "p")
    ] == [
        ("plan.toml", 7, "first_year"),
        ("sections.csv", 2, "类型"),
        ("departments.csv", 2, "简称"),
        ("indicators.csv", 4, "频次"),
        ("milestones.csv", 2, "节点"),
        ("revisions.csv", 2, "日期"),
        ("results.csv", 3, "缺数原因"),
    ]


def test_several_faults_of_one_row_come_at_once(tmp_path):
    files = with_cell("indicators.csv", 2, "频次", "月度")
    files["indicators.csv"] = files["indicators.csv"].replace("突破750".encode(), b"750+")
    faults = faults_of(files, tmp_path / "p")
    assert [(fault.line, fault.column, fault.found) for fault in faults] == [
        (2, "频次", "月度"),
        (2, "目标", "750+"),
    ]


def test_a_code_in_a_faulty_row_still_counts_as_known(tmp_path):
    fault = only_fault(with_cell("sections.csv", 3, "类型", "分类"), tmp_path / "p")
    assert fault.file == "sections.csv"


def test_the_message_names_the_folder_and_every_fault_in_a_sentence(tmp_path):
    with pytest.raises(MalformedPlanError) as caught:
        load(put(with_cell("indicators.csv", 2, "频次", "月度"), tmp_path / "某区"))
    assert str(caught.value) == (
        "规划“某区”有1处错误，未载入：\n"
        "  indicators.csv第2行“频次”：现为“月度”，应为季度、半年、年度之一"
    )
