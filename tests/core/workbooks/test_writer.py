"""A form goes out as a workbook that a clerk can fill in without a word of explanation."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from core.domain.cell import Column
from core.domain.department import Department
from core.domain.indicator import EnteredAs, GrowthKind, Nature
from core.domain.returned import Slip
from core.domain.submission import Missing, State
from core.domain.target import Target
from core.workbooks import writer
from core.workbooks.layout import FOOT, HIDDEN, Field, Sheet, position
from core.workbooks.lines import compose
from core.workbooks.manifest import Contact, manifest
from core.workbooks.seal import is_genuine
from tests import factory as the
from tests import forms

KEY = b"k" * 32
SLIP = Slip("p", "D05", forms.HALF, 1, "here", "as-sent", "2024-07-01T09:00:00+08:00")
CONTACT = Contact("区发展和改革委员会", "王五", "0797-8200001")
FORM, PROJECTS, GUIDE = (each.label for each in Sheet)


def written(form=None, slip=SLIP):
    """The bytes of a form as it goes out."""
    return writer.write(form or forms.form(), slip, KEY, CONTACT)


class Opened:
    """A form as openpyxl reads it, with its cells by code and column."""

    def __init__(self, form=None):
        self.form = form or forms.form()
        self.sent = compose(self.form, SLIP, CONTACT)
        self.book = openpyxl.load_workbook(BytesIO(written(self.form)))

    def cell(self, code, where):
        """A cell by its item and its column or field."""
        (line,) = [each for each in self.sent.lines if each.code == code]
        field = where if isinstance(where, Field) else line.field(where)
        at = self.sent.sheets[line.sheet].index(field) + 1
        return self.book[line.sheet.label].cell(line.row, at)

    def open(self, sheet):
        """The addresses of the cells of a sheet that can be typed into."""
        rows = self.book[sheet].iter_rows()
        return {cell.coordinate for row in rows for cell in row if not cell.protection.locked}

    def validation(self, code, column):
        """What a cell offers."""
        cell = self.cell(code, column)
        found = [
            each
            for each in cell.parent.data_validations.dataValidation
            if cell.coordinate in each.sqref
        ]
        assert len(found) <= 1
        return found[0] if found else None

    def guide(self):
        """The words of the guide."""
        return [row[0].value for row in self.book[GUIDE].iter_rows()]


@pytest.fixture
def opened():
    return Opened()


def test_there_is_a_sheet_for_the_table_one_for_projects_and_one_that_explains(opened):
    assert opened.book.sheetnames == [FORM, PROJECTS, GUIDE, HIDDEN]
    assert opened.book[HIDDEN].sheet_state == "veryHidden"


def test_a_department_without_projects_gets_no_sheet_for_them():
    opened = Opened(forms.form(a_plan=forms.plan(milestones=())))
    assert opened.book.sheetnames == [FORM, GUIDE, HIDDEN]


def test_a_department_with_projects_alone_signs_there():
    opened = Opened(forms.form(a_plan=replace(forms.plan(), indicators=())))
    assert opened.book.sheetnames == [PROJECTS, GUIDE, HIDDEN]
    texts = [cell.value for row in opened.book[PROJECTS].iter_rows() for cell in row]
    assert all(f"{label}：" in texts for label in FOOT.values())


def test_the_head_says_whose_form_it_is_for_when_and_until_when(opened):
    sheet = opened.book[FORM]
    assert sheet["A1"].value == "章贡区“十四五”规划填报表"
    assert [cell.value for cell in sheet[2] if cell.value] == [
        *("填报单位：区科学技术局", "报告期：2024年上半年", "报送时限：2024年7月22日前")
    ]
    assert opened.book[PROJECTS]["A1"].value == "章贡区“十四五”规划重点工程填报表"


def test_the_headings_say_which_period_a_column_is_about(opened):
    assert [cell.value for cell in opened.book[FORM][3]] == [
        *("序号", "指标", "单位", "属性", "基期\n2020年", "规划目标\n2025年", "年度目标\n2024年"),
        *("上年同期\n2023年\n上半年", "上期\n2024年\n一季度", "本期\n2024年\n上半年"),
        *("同比\n（%）", "缺数原因", "说明", "编码"),
    ]
    assert [cell.value for cell in opened.book[PROJECTS][3]] == [
        *("序号", "项目", "单位", "规划目标\n2025年", "上期\n2024年\n一季度"),
        *("节点", "形象进度\n（%）", "缺数原因", "说明", "编码"),
    ]


def test_rows_stand_under_their_category(opened):
    sheet = opened.book[FORM]
    assert sheet["A4"].value == "综合质效"
    assert "A4:M4" in [str(each) for each in sheet.merged_cells.ranges]
    assert [sheet[f"B{row}"].value for row in range(5, 8)] == [
        *("高新产业产值", "研发经费", "技术合同额")
    ]


def test_each_category_has_a_band_of_its_own():
    second = replace(the.CATEGORY, code="T2", name="创新驱动")
    plan = forms.plan(
        forms.INDUSTRY,
        forms.own("B-02", "研发经费", section="T2"),
        sections=(the.TABLE, the.CATEGORY, second, the.BOX),
    )
    opened = Opened(forms.form(a_plan=plan))
    column = [opened.book[FORM][f"A{row}"].value for row in range(4, 8)]
    assert column == ["综合质效", 1, "创新驱动", 2]


def test_what_the_quarter_does_not_ask_for_is_left_out_and_told_with_the_reason(opened):
    codes = {line.code for line in opened.sent.lines}
    assert codes == {"B-01", "B-02", "B-03", "P01-01", "P01-02"}
    told = opened.guide()
    assert "1.科技进步贡献率：年度指标，全年时填报。" in told
    assert "2.高新产业产值（专栏）：与B-01同源，在那里填报。" in told


def test_only_what_is_to_be_filled_in_is_open(opened):
    cells = {"J5", "K5", "L5", "M5", "J6", "L6", "M6", "M7"}  # B-01, B-02, and words on B-03
    assert opened.open(FORM) >= cells
    foot = {cell for cell in opened.open(FORM) if position(cell)[0] > 7}
    assert opened.open(FORM) == cells | foot
    assert opened.open(PROJECTS) == {f"{column}{row}" for column in "FGHI" for row in (5, 6)}
    assert opened.open(GUIDE) == opened.open(HIDDEN) == set()


def test_the_sheets_are_protected_without_a_password_and_rows_may_grow(opened):
    for sheet in opened.book.worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    assert not opened.book[FORM].protection.formatRows
    assert not opened.book[FORM].protection.formatColumns


def test_what_another_department_has_settled_is_locked_and_says_why():
    opened = Opened(forms.form(forms.entry("B-03", "7.20"), closed=("D02",)))
    assert opened.cell("B-03", Column.FIGURE).protection.locked
    assert opened.cell("B-03", Column.FIGURE).value == 7.2
    assert opened.validation("B-03", Column.FIGURE).prompt == "已由区统计局核定，不能改"
    assert not opened.cell("B-03", Column.EXPLANATION).protection.locked


def test_what_another_department_gives_is_only_explained(opened):
    assert opened.cell("B-03", Column.FIGURE).protection.locked
    offered = opened.validation("B-03", Column.FIGURE)
    assert (offered.promptTitle, offered.prompt) == (
        "技术合同额", "由区统计局填数，这里只作说明",
    )  # fmt: skip
    assert offered.type is None


def test_a_form_that_is_handed_in_has_nothing_open():
    opened = Opened(forms.handed_in(forms.form()))
    assert {line.open for line in opened.sent.lines} == {frozenset()}
    assert all(position(cell)[0] > 7 for cell in opened.open(FORM))


def test_what_is_known_is_filled_in_as_numbers_that_show_their_digits():
    past = [forms.entry("B-01", "150.10", at="2024Q1"), forms.entry("B-01", "约300", at="2023Q2")]
    opened = Opened(forms.form(past=past))
    base, last = opened.cell("B-01", Column.BASE), opened.cell("B-01", Column.LAST)
    assert (base.value, base.number_format) == (311.64, "0.00")
    assert (last.value, last.number_format) == (150.1, "0.00")
    assert opened.cell("B-01", Column.TARGET).number_format == "0"
    year_before = opened.cell("B-01", Column.LAST_YEAR)
    assert (year_before.value, year_before.data_type) == ("约300", "s")


@pytest.mark.parametrize(
    ("text", "value", "pattern"),
    [
        ("", None, "0.00####"),
        ("12.5", 12.5, "0.00####"),
        ("12.500", 12.5, "0.000####"),
        ("约12.5", "约12.5", "0.00####"),
        ("1234567890123456", "1234567890123456", "0.00####"),
    ],
)
def test_what_is_stored_already_is_written_in(text, value, pattern):
    opened = Opened(forms.form(forms.entry("B-01", text)))
    cell = opened.cell("B-01", Column.FIGURE)
    assert (cell.value, cell.number_format) == (value, pattern)


def test_a_published_growth_and_a_progress_are_numbers_too():
    node = forms.entry("P01-01", "", progress=the.figure("45"))
    opened = Opened(
        forms.form(forms.entry("B-01", "1", growth=the.figure("5.30")), node),
    )  # fmt: skip
    growth = opened.cell("B-01", Column.GROWTH)
    assert (growth.value, growth.number_format) == (5.3, "0.00####")
    assert opened.cell("P01-01", Column.PROGRESS).value == 45


def test_a_structure_is_typed_as_text_lest_excel_make_a_time_of_it():
    plan = forms.plan(
        forms.INDUSTRY, the.structure("0.8:34.2:65", code="B-02", duty=forms.INDUSTRY.duty)
    )
    opened = Opened(forms.form(forms.entry("B-02", "0.7:34.4:64.9"), a_plan=plan))
    cell = opened.cell("B-02", Column.FIGURE)
    assert (cell.value, cell.number_format) == ("0.7:34.4:64.9", "@")
    assert opened.validation("B-02", Column.FIGURE).type is None
    assert "分项填" in opened.validation("B-02", Column.FIGURE).prompt


def test_a_reason_and_words_are_written_in():
    reported = forms.entry("B-01", missing=Missing.UNVERIFIED, explanation="=报表未到")
    opened = Opened(forms.form(reported))
    assert opened.cell("B-01", Column.MISSING).value == "待核实"
    words = opened.cell("B-01", Column.EXPLANATION)
    assert (words.value, words.data_type, words.number_format) == ("=报表未到", "s", "@")


@pytest.mark.parametrize(
    "name", ["=1+1", "+产值", "-产值", "@SUM(A1)", "'产值", '<&>"产值', " 产值 "]
)
def test_a_text_stays_a_text_whatever_it_begins_with(name):
    opened = Opened(forms.form(a_plan=forms.plan(forms.own("B-01", name))))
    cell = opened.cell("B-01", Field.NAME)
    assert (cell.value, cell.data_type) == (name, "s")


def test_a_reason_is_chosen_from_a_list(opened):
    offered = opened.validation("B-01", Column.MISSING)
    assert (offered.type, offered.errorStyle or "stop") == ("list", "stop")
    assert offered.formula1 == '"未统计,未到发布期,不适用,不公开,待核实"'
    assert offered is opened.validation("B-02", Column.MISSING)


def test_the_nodes_are_chosen_from_a_list_and_words_where_a_person_judges(opened):
    bridge = opened.validation("P01-01", Column.FIGURE)
    assert bridge.formula1 == '"未开工,开工,封顶,完工,投用,达产"'
    assert (bridge.errorStyle or "stop") == "stop"
    project = opened.validation("P01-02", Column.FIGURE)
    assert (project.formula1, project.errorStyle) == ('"未开工,推进中,完成"', "warning")
    assert "也可用自己的话写" in project.error


def test_a_cell_asks_for_a_number_and_can_be_overruled(opened):
    offered = opened.validation("B-01", Column.FIGURE)
    assert (offered.type, offered.errorStyle) == ("decimal", "warning")
    assert opened.validation("B-01", Column.GROWTH).errorStyle == "warning"
    progress = opened.validation("P01-01", Column.PROGRESS)
    assert (progress.formula1, progress.formula2) == ("0", "100")
    words = opened.validation("B-01", Column.EXPLANATION)
    assert (words.type, words.formula2) == ("textLength", "2000")


def test_a_cell_says_what_is_to_be_entered_and_by_which_definition():
    known = forms.own(
        "B-01", "高新产业产值", definition="规模以上企业", remark="含园区", nature=Nature.FLOW
    )
    opened = Opened(forms.form(a_plan=forms.plan(known)))
    offered = opened.validation("B-01", Column.FIGURE)
    assert offered.promptTitle == "高新产业产值"
    assert offered.prompt == (
        "时期数，填年初以来的累计数\n单位：亿元（不用写），公布2位小数\n"
        "口径：规模以上企业\n备注：含园区"
    )


@pytest.mark.parametrize(("entered_as", "said"), [(each, f"填{each.label}") for each in EnteredAs])
def test_a_sum_says_of_what_time_it_is(entered_as, said):
    summed = the.cumulative("100", entered_as, code="B-01", duty=forms.INDUSTRY.duty)
    opened = Opened(forms.form(a_plan=forms.plan(summed)))
    assert opened.validation("B-01", Column.FIGURE).prompt.startswith(said)


def test_prompts_are_no_longer_than_excel_shows():
    long = forms.own("B-01", "高" * 40, definition="产" * 300, remark="值" * 300)
    offered = Opened(forms.form(a_plan=forms.plan(long))).validation("B-01", Column.FIGURE)
    assert (len(offered.promptTitle), len(offered.prompt)) == (32, 255)
    assert offered.prompt.endswith("产…")
    wide = forms.own("B-01", "𠮷" * 40, definition="𠮷" * 300)  # each counts twice in Excel
    offered = Opened(forms.form(a_plan=forms.plan(wide))).validation("B-01", Column.FIGURE)
    assert offered.promptTitle == "𠮷" * 15 + "…"
    assert len(offered.prompt.encode("utf-16-le")) <= 2 * 255


def test_an_indicator_outside_the_table_says_whether_the_year_or_the_plan_is_counted():
    talent = the.cumulative("100", code="P01-03", section="X1", duty=forms.INDUSTRY.duty)
    opened = Opened(forms.form(a_plan=forms.plan(forms.INDUSTRY, talent)))
    assert opened.cell("P01-03", Field.ENTERED_AS).value == "当年数"
    assert opened.cell("P01-03", Field.UNIT).value == "名"
    assert not opened.cell("P01-03", Field.FIGURE).protection.locked
    assert opened.cell("P01-03", Field.NODE).protection.locked
    assert opened.cell("P01-01", Field.FIGURE).protection.locked


def test_columns_that_no_row_needs_are_left_out():
    plan = forms.plan(forms.own("B-01", "产值", binding=None), milestones=())
    opened = Opened(forms.form(a_plan=plan))
    assert not {Field.BINDING, Field.GROWTH} & {*opened.sent.sheets[Sheet.FORM]}
    real = forms.plan(forms.own("B-01", "产值", growth_kind=GrowthKind.REAL), milestones=())
    assert Field.GROWTH in Opened(forms.form(a_plan=real)).sent.sheets[Sheet.FORM]


def test_the_key_of_a_row_stands_in_a_hidden_column(opened):
    cell = opened.cell("B-02", Field.KEY)
    assert cell.value == "B-02"
    assert opened.book[FORM].column_dimensions[cell.column_letter].hidden


def test_each_row_has_a_hidden_name(opened):
    names = opened.book.defined_names
    assert names["guiji_row_2"].attr_text == "'填报表'!$A$6"
    assert names["guiji_row_4"].attr_text == "'重点工程'!$A$5"
    assert all(each.hidden for each in names.values())
    assert len(names) == len(opened.sent.lines)


def test_the_hidden_sheet_holds_what_was_sent_under_the_seal(opened):
    rows = opened.book[HIDDEN].iter_rows(values_only=True)
    back = manifest([str(each or "") for each in row] for row in rows)
    assert back == opened.sent
    assert is_genuine(back, KEY)


def test_it_prints_on_landscape_paper_with_the_headings_on_each_page(opened):
    sheet = opened.book[FORM]
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'填报表'!$A$1:$M$10"
    assert sheet.freeze_panes == "C4"
    assert opened.book[GUIDE].page_setup.orientation == "portrait"
    assert "第&P页，共&N页" in sheet.oddFooter.center.text


def test_rows_are_as_high_as_their_texts_and_grow_with_what_is_typed():
    long = forms.entry("B-02", "1", explanation="原因" * 40)
    sheet = Opened(forms.form(long)).book[FORM]
    assert sheet.row_dimensions[6].height > 2 * sheet.row_dimensions[5].height
    content = written(forms.form(long))
    assert b"customHeight" not in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_fonts_are_called_by_their_official_names(opened):
    used = {cell.font.name for row in opened.book[FORM].iter_rows() for cell in row}
    assert {"方正小标宋简体", "黑体", "宋体"} <= used
    assert opened.book[GUIDE]["A3"].font.name == "仿宋"


def test_the_foot_is_filled_in_as_far_as_it_is_known():
    plain, signed = Opened(), Opened(replace_signed())
    assert values_of_foot(plain) == dict.fromkeys(FOOT)
    assert values_of_foot(signed) == {
        "head": "王五", "reviewed_by": "李四", "filled_by": "张三",
        "phone": "0797-8200000", "on": forms.SIGNED.on,
    }  # fmt: skip


def replace_signed():
    """A form that was sent back after it had been signed."""
    return forms.handed_in(forms.form(), State.FILLING)


def values_of_foot(opened):
    """What stands beside the labels of the foot."""
    found = {}
    for row in opened.book[FORM].iter_rows(min_row=8):
        for cell in row:
            for name, label in FOOT.items():
                if cell.value == f"{label}：":
                    beside = next(each for each in row[cell.column :] if not each.protection.locked)
                    found[name] = (
                        beside.value.date() if name == "on" and beside.value else beside.value
                    )
    return found


def test_the_guide_names_the_task_the_checks_and_the_contact(opened):
    words = "\n".join(filter(None, opened.guide()))
    assert "请区科学技术局填报2024年上半年数据，于2024年7月22日前报送。" in words
    assert "要填的在“填报表”、“重点工程”，共5项。" in words
    assert "（强制）必须改正，能看出的格子变红：" in words
    assert "累计数变小：当年累计数小于本年上期" in words
    assert "节点不明：" in words
    assert "（提示）研发经费不大于产值，请核对。" in words
    assert "请联系：区发展和改革委员会　王五　0797-8200001。" in words
    assert "本文件为第1次分发，于2024-07-01生成。" in words


def test_the_guide_says_nothing_of_what_the_form_does_not_have():
    plan = forms.plan(forms.RESEARCH, milestones=(), rules=())
    words = "\n".join(filter(None, Opened(forms.form(a_plan=plan)).guide()))
    unsaid = ("节点", "同比", "本期不填", "核对关系", "重点工程")
    assert [each for each in unsaid if each in words] == []
    told = writer.write(forms.form(a_plan=plan), SLIP, KEY)
    sheet = openpyxl.load_workbook(BytesIO(told))[GUIDE]
    assert not any("有疑问" in str(row[0].value or "") for row in sheet.iter_rows())


def test_the_document_says_what_it_is(opened):
    properties = opened.book.properties
    assert properties.title == "章贡区“十四五”规划填报表"
    assert properties.subject == "区科学技术局　2024年上半年"
    assert properties.creator == "区发展和改革委员会"


def test_the_same_form_gives_the_same_bytes():
    assert written() == written()
    later = replace(SLIP, issued="2024-07-01T09:00:01+08:00")
    assert written(slip=later) != written()


def test_a_department_that_the_plan_does_not_name_is_called_by_its_code():
    plan = forms.plan(departments=(Department("D02", "区统计局", "区统计局"),))
    assert Opened(forms.form(a_plan=plan)).book[FORM]["A2"].value == "填报单位：D05"


def test_four_hundred_rows_are_all_there():
    rows = [forms.own(f"B-{number:03}", f"指标{number}") for number in range(400)]
    opened = Opened(forms.form(a_plan=forms.plan(*rows)))
    assert opened.book[FORM]["B404"].value == "指标399"
    assert len(opened.sent.lines) == 402
    assert len(opened.book[FORM].conditional_formatting) < 10


def test_a_target_that_is_still_to_be_set_is_said_in_words():
    plan = forms.plan(forms.own("B-01", "能耗降幅", Target(None, the.pending().state)))
    assert Opened(forms.form(a_plan=plan)).cell("B-01", Column.TARGET).value == "待下达"
