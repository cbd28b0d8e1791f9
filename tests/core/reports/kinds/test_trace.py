"""数据来源: each figure of a quarter with the change that brought it, or the formula."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from core.domain.period import Quarter
from core.domain.submission import Change, Origin
from core.errors import NotFoundError
from core.reports.kinds import trace
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.listed import notes, texts, under

AT = Quarter(2023, 4)
DIGEST = "0123456789abcdef" * 4
FORM = Origin("填报表入库", "李四", "区统计局.xlsx", DIGEST, "填报表", "G7")
WHEN = "2024-01-18T10:22:03+08:00"


@cache
def facts(origin=FORM, section=""):
    """The facts of a filled quarter, or of a section, each figure brought by one change."""
    known = filled.facts(filled.DISTRICT, AT, selection=Selection(section=section))
    own = filled.entries(known.plan, AT)
    changes = {
        code: (Change(code, AT, "", entries[AT].text, origin, WHEN, entries[AT]),)
        for code, entries in own.items()
        if AT in entries
    }
    return replace(known, changes=changes)


def row(name, known):
    (found,) = [each for each in texts(trace.build(known).tables[0]) if each[0] == name]
    return found


GDP = "地区生产总值（GDP）（亿元）"


def test_a_figure_tells_file_sheet_cell_digest_person_and_time():
    assert row(GDP, facts())[2:] == [
        "填报表入库", "区统计局.xlsx", "填报表", "G7", "0123456789ab", "李四",
        "2024年1月18日\n10:22",
    ]  # fmt: skip


def test_a_typed_figure_has_no_file():
    assert row(GDP, facts(Origin("填报", "张三")))[2:7] == ["填报", "", "", "", ""]


def test_the_last_change_counts_that_brought_the_present_figure():
    known = facts()
    (first,) = known.changes["B-01"]
    wrong = replace(first, after="1.00", origin=Origin("填报", "张三"))
    right = replace(first, before="1.00", at="2024-02-01T08:05:00+08:00")
    known = replace(known, changes={**known.changes, "B-01": (wrong, right)})
    assert row(GDP, known)[-1] == "2024年2月1日\n08:05"


def test_every_figure_and_every_reason_for_none_has_a_row():
    known = facts()
    made: Any = trace.build(known)
    told = [each for each in known.items() if (e := known.entry(each)) and (e.figure or e.missing)]
    assert len(texts(made.tables[0])) == len(made.data.rows) == len(told)
    assert "未到发布期" in {each[1] for each in texts(made.tables[0])}


def test_rows_stand_under_their_category_or_box():
    above = {name: heads for heads, name in under(trace.build(facts()).tables[0])}
    assert above[GDP] == ("综合质效",)
    assert above["长赣铁路建成"] == ("专栏22 交通重大工程",)


def test_a_figure_of_the_same_source_came_from_there():
    found = row("每万人有效发明专利拥有量（件）", facts())
    assert found[2:4] == ["填报表入库", "区统计局.xlsx"]


def test_a_computed_figure_shows_its_formula():
    known = facts()
    (item,) = [each for each in known.plan.indicators if each.formula]
    found = row(f"{item.name}（{item.unit}）" if item.unit else item.name, known)
    assert found[2:5] == ["公式计算", item.formula, ""]
    assert "公式计算的，文件一栏为所用的公式" in notes(trace.build(known).tables[0])


def test_a_figure_without_a_record_says_so():
    assert row(GDP, replace(facts(), changes={}))[2] == "没有记录"
    assert "没有记录" in notes(trace.build(replace(facts(), changes={})).tables[0])


def test_names_that_no_font_has_do_not_keep_a_report_from_being_printed():
    odd = replace(FORM, file="报表\U0001f600\n.xlsx")
    assert row(GDP, facts(odd))[3] == "报表□ .xlsx"


def test_digests_and_times_are_whole_on_the_sheet_of_data():
    made: Any = trace.build(facts())
    first = [cell.text for cell in made.data.rows[0].cells]
    assert first[0] == "B-01"
    assert first[3:] == ["填报表入库", "区统计局.xlsx", "填报表", "G7", DIGEST, "李四", WHEN]


def test_the_figures_are_counted_by_what_they_came_through():
    known = facts(section="B")
    typed = replace(known.changes["B-01"][0], origin=Origin("填报", "张三"))
    found = trace.build(replace(known, changes={**known.changes, "B-01": (typed,)})).tables[0]
    counts = len(texts(found)), len(texts(found)) - 2
    assert "共{}个数，其中填报表入库{}个、填报1个、公式计算1个".format(*counts) in notes(found)


def test_a_selection_without_figures_is_refused():
    with pytest.raises(NotFoundError, match="还没有填报的数"):
        trace.build(replace(facts(), entries={}))
