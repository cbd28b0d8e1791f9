"""The texts of letters and the places in them."""

import pytest

from core.errors import MailError
from core.mail.wording import USUAL, Blank, Kind, Text, checked, filled

VALUES = {
    Blank.DEPARTMENT: "区统计局",
    Blank.PLAN: "章贡区“十四五”规划",
    Blank.QUARTER: "2024年上半年",
    Blank.DEADLINE: "2024年7月22日",
    Blank.TIMING: "已逾期3天",
    Blank.CONTACT: "联系人：张三，电话：0797-8200000。",
    Blank.OFFICE: "区发展和改革委员会",
    Blank.DAY: "2024年7月25日",
}


def test_a_reminder_reads_as_an_office_writes_it():
    text = filled(USUAL[Kind.REMINDER], VALUES)
    assert text.subject == "催报：章贡区“十四五”规划2024年上半年填报表"
    assert text.body == (
        "区统计局：\n"
        "　　章贡区“十四五”规划2024年上半年填报表的报送截止日期是2024年7月22日，已逾期3天。"
        "至今没有收到你单位的填报表，请尽快报送；已经发出的，请告知发出的时间。\n"
        "　　联系人：张三，电话：0797-8200000。\n"
        "\n"
        "区发展和改革委员会\n"
        "2024年7月25日\n"
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_usual_text_can_be_sent_and_leaves_no_place_open(kind):
    text = filled(checked(USUAL[kind]), VALUES)
    assert "{" not in text.subject + text.body
    assert "章贡区“十四五”规划2024年上半年" in text.subject


def test_a_line_whose_places_all_stay_empty_is_left_out():
    assert (
        filled(Text("题", "一\n{事项}\n二{密码提示}{日期}\n\n"), VALUES).body
        == "一\n二2024年7月25日\n\n"
    )


def test_several_matters_stand_on_their_lines():
    assert (
        filled(Text("题", "{事项}\n"), {Blank.MATTERS: "一、甲\n二、乙"}).body == "一、甲\n二、乙\n"
    )


def test_what_is_filled_in_is_no_place_again():
    assert filled(Text("题", "{事项}"), {Blank.MATTERS: "{单位}"}).body == "{单位}"


@pytest.mark.parametrize("body", ["{部门}：", "{}", "{单位.__class__}"])
def test_a_place_that_does_not_exist_is_named(body):
    with pytest.raises(MailError, match=r"不认识，没有采用；可用的有{单位}{规划}"):
        checked(Text("题", body))


def test_an_empty_text_or_a_subject_of_two_lines_is_refused():
    with pytest.raises(MailError, match="都要填写"):
        checked(Text(" ", "文"))
    with pytest.raises(MailError, match="都要填写"):
        checked(Text("题", "\n"))
    with pytest.raises(MailError, match="只能是一行"):
        checked(Text("题\n目", "文"))
