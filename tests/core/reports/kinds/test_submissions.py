"""报送情况通报: who was in time, late, owing and given back, in words, totals and by quarter."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.domain.calendar import Calendar
from core.domain.period import Quarter
from core.domain.standing import Standing
from core.domain.submission import State
from core.errors import NotFoundError
from core.reports import handed_in
from core.reports.content import RowKind
from core.reports.handed_in import Sort
from core.reports.kinds import submissions
from core.reports.prose import Level, Signing
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.listed import notes, texts

AT = Quarter(2023, 4)
TODAY = date(2024, 1, 29)  # the deadline was 22 January


def form(code="D02", at=AT, late=None, *, today=TODAY, required=5, **rest):
    """A form that came `late` days after its deadline, negative ones before; None for not yet."""
    deadline = Calendar().deadline(at)
    on = None if late is None else deadline + timedelta(days=late)
    state = State.PENDING if on is None else State.SUBMITTED
    return Standing(code, at, state, 0, required, deadline, today, on, **rest)


def report(*forms, office="D01", at=AT):
    known = filled.facts(filled.DISTRICT, at)
    return submissions.build(replace(known, standings=forms, office=office))


def said(made):
    return [each.lead + each.text for each in made.parts[0].paragraphs]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (form(late=-3), "按时"), (form(late=0), "按时"), (form(late=3), "迟报3天"),
        (form(), "未报"), (form(counted=False), "未组织"),
        (form(today=date(2024, 1, 22)), "未到期"), (form(today=date(2023, 12, 1)), "未到期"),
        (form(required=0), "—"), (form(returned=2), "未报\n退回2次"),
        (form(late=2, returned=1), "迟报2天\n退回1次"),
    ],
)  # fmt: skip
def test_a_form_is_worded_by_when_it_came(given, words):
    assert handed_in.words(given) == words


def test_the_notice_counts_and_names_those_who_were_late_and_those_who_owe():
    made = report(form("D02", late=-2), form("D03", late=12), form("D04", late=3), form("D05"))
    assert said(made)[0] == "各有关单位："
    assert said(made)[1] == (
        "截至2024年1月29日，“十四五”规划2023年全年数据应报送单位4个，已报送3个，报送率75%，"
        "其中按时报送1个、迟报2个；未报1个。报送截止日为2024年1月22日。现将有关情况通报如下。"
    )
    assert said(made)[2:] == [
        "一、按时报送的单位（1个）", "区统计局。",
        "二、迟报的单位（2个）", "区工信局（迟报3天）、区财政局（迟报12天）。",
        "三、未报的单位（1个）", "区科技局（逾期7天）。",
        "请未报的单位抓紧报送。",
    ]  # fmt: skip


def test_those_in_time_are_ranked_by_the_day():
    made = report(form("D02", late=0), form("D03", late=-5), form("D04", late=-1))
    assert said(made)[3] == "区财政局、区工信局、区统计局。"


def test_what_was_given_back_is_told_of_whoever_handed_in_again_or_did_not():
    made = report(form("D02", late=0, returned=1), form("D03", returned=2))
    assert said(made)[-5:] == [
        "二、未报的单位（1个）", "区财政局（退回后没有重新报送，逾期7天）。",
        "三、被退回改正的单位（2个）", "区统计局（1次）、区财政局（2次）。",
        "请未报的单位抓紧报送，被退回的单位按意见改正后重新报送。",
    ]  # fmt: skip


def test_before_the_deadline_nobody_owes_anything():
    made = report(
        form("D02", late=-9, today=date(2024, 1, 15)), form("D03", today=date(2024, 1, 15))
    )
    assert "尚未报送1个" in said(made)[1]
    assert not any("未报的单位" in each for each in said(made))


def test_the_quarters_before_are_summed_up():
    before = form("D02", Quarter(2023, 3), 4), form("D03", Quarter(2023, 2))
    made = report(*before, form("D02", late=0))
    assert "2023年上半年至2023年前三季度应报送2次，其中迟报1次、未报1次。" in said(made)
    alone = report(before[0], form("D02", late=0))
    assert "2023年前三季度应报送1次，其中迟报1次、未报0次。" in said(alone)


def test_a_quarter_that_asks_for_nothing_says_so():
    made = report(form("D02", Quarter(2023, 3), 0))
    assert said(made)[1] == "“十四五”规划2023年全年没有需要报送的数据。"


def test_a_quarter_that_was_never_collected_says_so_and_nobody_lacks():
    made = report(form("D02", counted=False), form("D03", Quarter(2023, 3), counted=False))
    assert said(made) == ["各有关单位：", "“十四五”规划2023年全年没有组织报送。"]
    assert made.tables == ()
    assert {row.cells[2].text for row in made.data.rows} == {"未组织"}


def test_a_quarter_that_was_not_collected_in_a_year_that_was_keeps_its_table():
    made = report(form("D02", Quarter(2023, 2), 0), form("D02", counted=False))
    assert said(made)[1:] == ["“十四五”规划2023年全年没有组织报送。"]
    table = made.tables[0]
    assert texts(table)[0][1:3] == ["按时", "未组织"]
    totals = [[each.text for each in row.cells] for row in table.rows if row.kind is RowKind.TOTAL]
    assert totals[2] == ["未报合计（个）", "0", "未组织", "0"]


def test_nothing_is_announced_where_nothing_follows():
    early = form("D02", today=date(2024, 1, 15))
    assert said(report(early))[1].endswith("尚未报送1个。报送截止日为2024年1月22日。")


def test_a_department_that_owes_nothing_is_told_so():
    known = filled.facts(filled.DISTRICT, AT, selection=Selection(department="D03"))
    with pytest.raises(NotFoundError, match="区财政局没有要报送的数据"):
        submissions.build(known)


def test_the_notice_is_signed_with_the_full_name_of_the_office_and_the_day():
    made = report(form(late=0))
    assert made.title == "关于“十四五”规划2023年全年\n数据报送情况的通报"
    assert made.parts[0].paragraphs[0].level is Level.ADDRESS
    assert made.parts[1] == Signing(office="赣州市章贡区发展和改革委员会", dated="2024年1月29日")
    assert report(form(late=0), office="").parts[1] == Signing(dated="2024年1月29日")
    city = replace(filled.facts(filled.CITY), standings=(form(late=0),), office="M01")
    signed = Signing(office="赣州市发展和改革委员会", dated="2024年1月29日")
    assert submissions.build(city).parts[1] == signed


def year():
    """A year of three departments; the fourth has nothing to report in it."""
    quarters = [Quarter(2023, number) for number in range(1, 5)]
    lates = {"D02": (0, 0, -1, 0), "D03": (3, None, 0, 5), "D04": (None, 0, None, None)}
    return [
        form(code, at, late, returned=int(late == 5))
        for code, each in lates.items()
        for at, late in zip(quarters, each, strict=True)
    ]


def test_the_table_of_a_year_has_departments_quarters_and_the_totals_of_both():
    (table,) = report(*year(), *(form("D05", Quarter(2023, n), required=0) for n in (1, 2))).tables
    assert table.title == "2023年各单位报送情况"
    assert [heading.text for heading in table.headings] == [
        "单位", "一季度", "上半年", "前三季度", "全年", "合计",
    ]  # fmt: skip
    assert texts(table) == [
        ["区统计局", "按时", "按时", "按时", "按时", "4", "0", "0", "0"],
        ["区财政局", "迟报3天", "未报", "按时", "迟报5天\n退回1次", "1", "2", "1", "1"],
        ["区工信局", "未报", "按时", "未报", "未报", "1", "0", "3", "0"],
    ]
    totals = [row for row in table.rows if row.kind is RowKind.TOTAL]
    assert [[cell.text for cell in row.cells] for row in totals] == [
        ["按时合计（个）", "1", "2", "2", "1", "6"],
        ["迟报合计（个）", "1", "0", "0", "1", "2"],
        ["未报合计（个）", "1", "1", "1", "1", "4"],
        ["退回合计（次）", "0", "0", "0", "1", "1"],
    ]
    assert [sum(cell.columns for cell in row.cells) for row in totals] == [9] * 4


def test_earlier_years_follow_but_not_those_that_were_never_collected():
    old = form("D02", Quarter(2021, 4), counted=False)
    made = report(old, form("D02", Quarter(2022, 4), 2), form("D02", late=0))
    assert [table.title[:5] for table in made.tables] == ["2023年", "2022年"]


def test_the_notes_explain_the_words_that_occur():
    (table,) = report(*year()).tables
    assert notes(table) == "迟报天数从报送截止日的次日算起。"
    early = {"today": date(2024, 1, 3)}
    odd = form("D02", Quarter(2023, 3), counted=False, **early), form("D02", **early)
    (table,) = report(*odd, form("D03", late=-20, **early)).tables
    assert "“未到期”表示还没有到报送截止日" in notes(table)
    assert "“未组织”表示该期没有组织报送" in notes(table)
    assert "—表示该期不需要报送" in notes(table)


def test_every_form_is_a_row_of_data():
    data = report(*year()).data
    assert len(data.rows) == 12
    assert [cell.text for cell in data.rows[7].cells] == [
        "区财政局", "2023Q4", Sort.LATE, "2024-01-22", "2024-01-27", "5", "1",
    ]  # fmt: skip
    assert [cell.text for cell in data.rows[8].cells][2:6] == ["未报", "2023-04-20", "", "284"]


def test_a_department_that_is_not_in_the_plan_is_named_by_its_code():
    assert "X99。" in said(report(form("X99", late=0)))


def test_without_forms_there_is_nothing_to_tell():
    with pytest.raises(NotFoundError, match="没有要报送的单位"):
        report(form(required=0))
