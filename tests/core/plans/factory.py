"""A small plan folder with every file, and ways to spoil it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from core.errors import Fault, MalformedPlanError
from core.plans.folder import load

Contents = dict[str, bytes]

PLAN = """\
# 一个小规划
code = "small-2021-2025"
title = "某区第十四个五年规划"
name = "“十四五”规划"
region = "某区"
level = "区"
first_year = 2021
last_year = 2025
base_year = 2020
notes = ["按市下达任务执行"]
special_plans = ["教育规划", "水利规划"]

[dictionary]
full = "完成"
floor = "无"

[[appendices]]
report = "targets"
label = "附表2"
title = "主要指标"

[[appendices]]
report = "completion"
label = "附表1"
title = "完成情况"
"""
SECTIONS = """\
编码,所属,类型,名称,备注
A,,主要指标,主要指标,
A1,A,类别,综合,系推断
B,,专栏,专栏1 工程,
"""
DEPARTMENTS = """\
编码,简称,全称,类型,备注
D01,区统计局,区统计局,政府部门,建议
D02,区工信局,区工业和信息化局,政府部门,
D03,区供电公司,区供电公司,驻区单位,
"""
INDICATORS = """\
编码,所属,指标,单位,小数位,属性,衡量方式,性质,填报方式,频次,方向,目标,目标状态,下限,上限,\
基期,增长,同比类型,牵头单位,配合单位,数据提供单位,同源指标,口径,备注,依据
A-1,A1,地区生产总值（GDP）,亿元,2,预期性,水平,时期数,,季度,越高越好,突破750,已定,,,\
521.94,7.8左右,不变价增速,D01,D02、D03,D01,,现价,,建议
A-2,A1,能耗降幅,%,1,约束性,累计降幅,比率,当年数,年度,越高越好,省下达控制指标,待下达,,,\
[21.4],,,D02,,D01,,,,建议
A-3,A1,规模,亿元,2,,水平,时期数,,年度,越高越好,亿元以上,已定,1,,,,,D02,,D02,,,,建议
B-1,B,地区生产总值,亿元,2,,水平,时期数,,季度,越高越好,750,已定,,,,,,D01,,D01,A-1,,,建议
"""
MILESTONES = """\
编码,所属,名称,节点,计划完成,目标,牵头单位,配合单位,数据提供单位,同源指标,口径,备注,依据
B-2,B,客运站,完工,2025Q4,,D02,,D02,,,,建议
"""
REVISIONS = """\
编码,目标,目标状态,下限,上限,原因,日期,批准机关,发文字号
A-1,700,已定,,,受疫情影响,2023/5/8,区人大常委会,某府发〔2023〕1号
A-1,690,已定,,,受疫情影响,,,
"""
ANNUAL_TARGETS = """\
编码,年份,年度目标,发文字号
A-1,2022,580,某府发〔2022〕1号
A-1,2021,550,
"""
QUARTERLY_TARGETS = """\
编码,报告期,年初至期末目标
A-1,2022Q2,280
A-1,2022Q1,130以上
"""
DEFINITIONS = """\
编码,日期,口径,数据来源,发文字号
A-1,2024-06-01,含研发支出,统计年鉴,国统字〔2024〕2号
A-1,2023-01-01,按普查修订,统计公报,
"""
BASES = """\
编码,日期,基期,数据性质,原因,发文字号
A-1,2024-12-01,530.12,普查修订数,第五次经济普查,
"""
REORGANISATIONS = """\
部门,变动,日期,新简称,新全称,接收部门,划转事项,发文字号
D03,并入,2024-05-01,,,D02,,
D02,更名,2023-03-01,区工科局,区工业和科技局,,,某编〔2023〕3号
D01,分出,2024-01-01,,,D02,A-3、B-2,
"""
RESULTS = """\
编码,报告期,数值,数据性质,缺数原因,说明,完成情况,依据,判定人,判定日期
A-1,2025Q4,760.5,预计数,,,提前完成,附表1印出,规划原文,2025-12-31
A-2,2025Q4,,,未到发布期,待公布后确定,,,,
A-3,2025Q4,,,,,完成,附表1印出,,
"""


def contents() -> Contents:
    """Give the files of a plan without a fault."""
    texts = {
        "plan.toml": PLAN,
        "sections.csv": SECTIONS,
        "departments.csv": DEPARTMENTS,
        "indicators.csv": INDICATORS,
        "milestones.csv": MILESTONES,
        "revisions.csv": REVISIONS,
        "results.csv": RESULTS,
    }
    return {name: text.encode() for name, text in texts.items()}


def dated() -> Contents:
    """Give the files of that plan and those of what single periods and days bring."""
    texts = {
        "annual_targets.csv": ANNUAL_TARGETS,
        "quarterly_targets.csv": QUARTERLY_TARGETS,
        "definitions.csv": DEFINITIONS,
        "bases.csv": BASES,
        "reorganisations.csv": REORGANISATIONS,
    }
    return contents() | {name: text.encode() for name, text in texts.items()}


def with_cell(
    file: str, line: int, header: str, text: str, given: Callable[[], Contents] = contents
) -> Contents:
    """Give the files with another text in one cell."""
    files = given()
    rows = list(csv.reader(io.StringIO(files[file].decode(), newline="")))
    rows[line - 1][rows[0].index(header)] = text
    files[file] = csv_bytes(rows)
    return files


def with_line(file: str, line: str) -> Contents:
    """Give the files with one more line at the end of a file."""
    files = contents()
    files[file] += line.encode() + b"\n"
    return files


def with_text(file: str, old: str, new: str) -> Contents:
    """Give the files with one text in place of another."""
    files = contents()
    assert old.encode() in files[file], old
    files[file] = files[file].replace(old.encode(), new.encode())
    return files


def without(*names: str) -> Contents:
    """Give the files but for some."""
    return {name: data for name, data in contents().items() if name not in names}


def csv_bytes(rows: list[list[str]]) -> bytes:
    """Write rows as a spreadsheet does."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def rewritten(file: str, change: Callable[[list[list[str]]], list[list[str]]]) -> Contents:
    """Give the files with the rows of one changed."""
    files = contents()
    rows = list(csv.reader(io.StringIO(files[file].decode(), newline="")))
    files[file] = csv_bytes(change(rows))
    return files


def put(files: Contents, folder: Path) -> Path:
    """Lay the files into a new folder."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def faults_in(folder: Path) -> tuple[Fault, ...]:
    """Give the faults of a folder, none when it loads."""
    try:
        load(folder)
    except MalformedPlanError as error:
        return error.faults
    return ()


def faults_of(files: Contents, folder: Path) -> tuple[Fault, ...]:
    """Give the faults of the files, none when they load."""
    return faults_in(put(files, folder))


def only_fault(files: Contents, folder: Path) -> Fault:
    """Give the one fault of the files."""
    faults = faults_of(files, folder)
    assert len(faults) == 1, faults
    return faults[0]
