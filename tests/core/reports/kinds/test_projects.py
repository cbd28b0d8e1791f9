"""重点工程进展: every work of every box once, as the plan's source lists and words them."""

from dataclasses import replace

import pytest

from core.domain.completion import assess
from core.domain.duties import items
from core.domain.figure import Figure, Words
from core.domain.judging.judgement import Light
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.errors import NotFoundError
from core.reports.content import RowKind
from core.reports.facts import Facts
from core.reports.kinds import projects
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.listed import listed, notes, shipped, texts, under
from tests.factory import figure, quarter, revised

BOXES = filled.DISTRICT
YEAR = Quarter(2023, 4)
NAME, AIM, DONE, SHARE, STATUS, LEAD = range(6)


@pytest.fixture(scope="module")
def whole():
    return projects.build(filled.facts(BOXES, YEAR))


def known(entries, at=YEAR, plan=None):
    """The facts of the district's plan with a few entries: (code, quarter, text, the rest)."""
    then = plan or filled.plan(BOXES)
    found = dict[str, dict[Quarter, Entry]]()
    for code, when, text, *rest in entries:
        given = figure(text) if text[:1].isdigit() or not text else Figure(Words(text))
        entry = Entry(code, quarter(when), given, **(rest[0] if rest else {}))
        found.setdefault(code, {})[entry.quarter] = entry
    judged = assess(then, at, found, {})
    return Facts(then, at, found, {each.code: each for each in judged})


def row(entries, code, **rest):
    """What is printed of one work."""
    facts = known(entries, **rest)
    item = next(each for each in items(facts.plan) if each.code == code)
    found = [each for each in texts(projects.build(facts).tables[0]) if each[NAME] == item.name]
    assert len(found) == 1
    return found[0]


def test_every_row_of_the_boxes_stands_there_once_in_its_order(whole):
    rows = listed(BOXES, "P")
    assert (len(rows), sum("指标" in each for each in rows)) == (441, 314)
    assert [each[NAME] for each in texts(whole.tables[0])] == [each["名称"] for each in rows]


def test_each_row_stands_under_its_box_and_group(whole):
    names = {each["编码"]: each["名称"] for each in shipped(BOXES, "sections")}
    for (heading, name), each in zip(under(whole.tables[0]), listed(BOXES, "P"), strict=True):
        assert (heading[-1], name) == (names[each["所属"]], each["名称"])


def test_a_box_says_how_many_works_it_has(whole):
    heads = [row.cells[0].text for row in whole.tables[0].rows if row.kind is RowKind.HEAD]
    assert heads[:2] == ["专栏1 人才引进和培育重点工程（9项）", "（一）人才引进和培育计划"]
    counts = [int(head.rpartition("（")[2][:-2]) for head in heads if head.startswith("专栏")]
    assert (len(counts), sum(counts)) == (33, 441)


def test_targets_are_printed_as_the_source_wrote_them_with_their_units(whole):
    for found, each in zip(texts(whole.tables[0]), listed(BOXES, "P"), strict=True):
        if "节点" in each:
            node = "完成" if each["节点"] == "文字" else each["节点"]
            assert found[AIM] == f"{each['计划完成'][:4]}年{node}"
        else:
            bare = found[AIM].replace(each["单位"], "", 1)
            assert each["目标"] in (found[AIM], bare)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("P03-01-03", "5个以上"), ("P01-04-02", "达8万人"), ("P01-01-01", "100名（个）以上"),
        ("P03-01-09", "全覆盖"), ("P08-01-03", "六大"), ("P26-03-01", "六个"), ("P21-03-01", "1:1"),
        ("P33-01-05", "900余个"), ("P05-01-01", "3-5个"), ("P11-02-04", "降至12%以内"),
        ("P05-03-04", "亿元以上"), ("P15-02-02", "12家"), ("P09-02-01", "2025年完工"),
        ("P29-05-01", "2025年编制成立"), ("P05-01-02", "2025年完成"),
    ],
)  # fmt: skip
def test_a_target_keeps_its_words_and_its_unit(code, words):
    assert row([], code)[AIM] == words


def test_a_revised_target_is_shown_beside_the_printed_one():
    plan = filled.plan(BOXES)
    changed = tuple(
        revised(each, "200") if each.code == "P01-03-01" else each for each in plan.indicators
    )
    found = row([], "P01-03-01", plan=replace(plan, indicators=changed))
    assert found[AIM] == "300名\n（已调整为200名）"


def test_what_is_entered_year_by_year_is_added_up_since_the_plan_began():
    entries = [("P01-03-01", f"{year}Q4", str(count)) for year, count in
               ((2021, 30), (2022, 40), (2023, 20))]  # fmt: skip
    assert row(entries, "P01-03-01")[DONE : SHARE + 1] == ["90名", "30.0%"]


def test_a_sum_in_which_a_year_is_missing_is_that_of_the_year_alone():
    entries = [("P01-03-01", "2021Q4", "30"), ("P01-03-01", "2023Q4", "20")]
    assert row(entries, "P01-03-01")[DONE : SHARE + 1] == ["20名\n（仅2023年）", ""]


def test_a_state_is_printed_as_it_is_and_its_share_of_the_target():
    entries = [("P02-03-01", "2022Q4", "200"), ("P02-03-01", "2023Q4", "240")]
    assert row(entries, "P02-03-01")[DONE : SHARE + 1] == ["240家", "80.0%"]


def test_what_is_asked_of_each_year_counts_by_the_year():
    entries = [("P01-04-01", f"{year}Q4", "2") for year in (2021, 2022)]
    found = row([*entries, ("P01-04-01", "2023Q4", "3")], "P01-04-01")
    assert found[DONE : SHARE + 1] == ["3家", "100.0%"]


def test_a_line_that_is_to_be_held_has_no_share():
    assert row([("P24-01-01", "2023Q4", "24")], "P24-01-01")[DONE : SHARE + 1] == [
        "24微克/立方米", "—",
    ]  # fmt: skip


def test_a_half_yearly_figure_says_of_when_it_is():
    entries = [("P02-03-01", "2023Q2", "240")]
    assert row(entries, "P02-03-01", at=Quarter(2023, 3))[DONE] == "240家\n（2023年上半年）"
    facts = known(entries, at=Quarter(2023, 3))
    assert "括号内注明时间的" in notes(projects.build(facts).tables[0])


def test_nothing_is_due_before_the_first_year_is_over():
    assert row([], "P01-04-02", at=Quarter(2021, 2))[DONE : STATUS + 1] == [
        "未到时点",
        "",
        "未到时点",
    ]


def test_a_milestone_prints_its_node_and_its_progress():
    at = {"progress": figure("45")}
    assert row([("P22-01-01", "2023Q4", "开工", at)], "P22-01-01")[DONE : SHARE + 1] == [
        "开工", "45.0%",
    ]  # fmt: skip
    assert row([("P22-01-01", "2023Q1", "开工", at)], "P22-01-01")[DONE] == "开工\n（2023年一季度）"


@pytest.mark.parametrize("code", ["P02-03-01", "P22-01-01"])
def test_a_figure_that_is_missing_prints_why_and_never_nothing_else(code):
    lacking = {"missing": Missing.UNVERIFIED}
    assert row([(code, "2023Q4", "", lacking)], code)[DONE : SHARE + 1] == ["待核实", ""]
    assert row([], code)[DONE : SHARE + 1] == ["", ""]


def test_what_is_withheld_is_marked_for_the_public_edition():
    entries = [("P02-03-01", "2023Q4", "240", {"missing": Missing.WITHHELD})]
    table = projects.build(known(entries)).tables[0]
    hidden = [cell.text for line in table.rows for cell in line.cells if cell.withheld]
    assert hidden == ["240家", "80.0%"]


def test_rows_of_one_source_show_the_one_figure():
    entries = [("B-09", "2023Q4", "14.20")]
    assert row(entries, "P04-02-02")[DONE] == "14.20件"
    assert "每万人有效发明专利拥有量" in notes(projects.build(known(entries)).tables[0])


def test_status_and_leading_department_stand_in_each_row(whole):
    cells = [line.cells for line in whole.tables[0].rows if line.kind is RowKind.PLAIN]
    assert all(line[STATUS].light in Light and line[STATUS].text for line in cells)
    assert all(line[LEAD].text.startswith(("区", "高新区")) for line in cells)


def test_nowhere_stands_what_no_official_would_write(whole):
    said = "".join(cell.text for line in whole.tables[0].rows for cell in line.cells)
    assert "None" not in said
    assert "E+" not in said


def test_the_narrative_opens_and_a_chart_of_the_boxes_closes_it(whole):
    assert [type(part).__name__ for part in whole.parts] == ["Prose", "Table", "Chart"]
    assert len(whole.parts[2].labels) == 33
    assert whole.parts[2].title == "各专栏完成情况"
    assert whole.name == "赣州市章贡区“十四五”规划重点工程进展(2023年全年)"
    assert len(whole.data.rows) == 441


def test_only_the_works_of_a_chosen_department_or_box_are_printed():
    facts = filled.facts(BOXES, YEAR, selection=Selection(section="P22"))
    assert len(texts(projects.build(facts).tables[0])) == len(listed(BOXES, "P22"))
    facts = filled.facts(BOXES, YEAR, selection=Selection(department="D13"))
    assert {each[LEAD] for each in texts(projects.build(facts).tables[0])} == {"区交通局"}


def test_the_sheet_of_data_has_what_was_reached_in_all_beside_the_years_own_figure(whole):
    names = [each.text for each in whole.data.headings]
    own, reached = names.index("数值"), names.index("累计完成")
    found = {row.cells[0].text: (row.cells[own], row.cells[reached]) for row in whole.data.rows}
    assert [each.text for each in found["P01-01-01"]] == ["12", "36"]
    assert found["P01-01-01"][1].number == 36
    same = [each for each in found.values() if each[0].text == each[1].text]
    assert all(each[0].text == "" for each in same)


def test_a_plan_without_boxes_says_so():
    with pytest.raises(NotFoundError, match="没有专栏工程"):
        projects.build(filled.facts(filled.CITY))
