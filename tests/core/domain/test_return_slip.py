"""What a department is told whose form goes back."""

from dataclasses import replace

import pytest

from tests.slips import finding, slip

WHOLE = finding(None, "表尾没有填审核人，请补填", "", "")
SLIP = slip(WHOLE)


def test_the_form_goes_back_in_one_sentence():
    assert SLIP.lead == (
        "你单位的章贡区“十四五”规划2024年上半年填报表有1处需要改正，现予退回，"
        "请于2024年7月29日前（含当日）改正后重新报送。"
    )
    assert "请就在那里改正" in SLIP.advice


@pytest.mark.parametrize(
    ("person", "phone", "said"),
    [
        ("张三", "8200000", "经办人：张三　电话：8200000"),
        ("", "8200000", "电话：8200000"),
        ("", "", ""),
    ],
)
def test_who_answers_questions_is_said_as_far_as_it_is_known(person, phone, said):
    assert replace(SLIP, person=person, phone=phone).contact == said


@pytest.mark.parametrize(
    ("message", "code", "said"),
    [
        ("“研发经费”：不能是负数，请核对", "B-02", "不能是负数，请核对"),
        ("“研发经费”的本期：是公式，请直接填数", "B-02", "本期：是公式，请直接填数"),
        ("“研发经费”未填，请填本期数", "B-02", "未填，请填本期数"),
        ("“研发经费”", "B-02", "“研发经费”"),
        ("请核对“研发经费”", "B-02", "请核对“研发经费”"),
        ("表尾没有填审核人", "", "表尾没有填审核人"),
    ],
)
def test_an_instruction_does_not_repeat_the_name_that_stands_beside_it(message, code, said):
    assert SLIP.instruction(replace(WHOLE, message=message, code=code)) == said


def test_what_is_about_the_whole_file_has_no_name():
    assert SLIP.name(WHOLE) == ""
    assert SLIP.name(replace(WHOLE, code="B-02")) == "研发经费"
