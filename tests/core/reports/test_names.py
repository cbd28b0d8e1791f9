"""Names are listed as officials list them."""

import pytest

from core.reports.names import counted, join, some


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["甲"], "甲"),
        (["甲", "乙"], "甲和乙"),
        (["甲", "乙", "丙"], "甲、乙、丙"),
        (["初、中级技能人才", "乙"], "“初、中级技能人才”和乙"),
        (["“甲、乙”工程", "丙"], "“‘甲、乙’工程”和丙"),
        (["甲（待核实，正在核对（含乡、镇））", "乙"], "甲（待核实，正在核对（含乡、镇））和乙"),
    ],
)
def test_names_are_joined_so_that_one_knows_where_each_ends(names, told):
    assert join(names) == told


def test_of_many_names_the_first_eight_are_told():
    assert some("甲乙丙丁戊己庚辛") == "甲、乙、丙、丁、戊、己、庚、辛"
    assert some("甲乙丙丁戊己庚辛壬") == "甲、乙、丙、丁、戊、己、庚、辛等"


def test_of_many_names_the_number_is_told_where_nothing_else_tells_it():
    assert counted("甲乙丙丁戊己庚辛") == "甲、乙、丙、丁、戊、己、庚、辛"
    assert counted("甲乙丙丁戊己庚辛壬") == "甲、乙、丙、丁、戊、己、庚、辛等9个"
