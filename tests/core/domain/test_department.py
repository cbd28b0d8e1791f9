"""What a department goes by."""

from dataclasses import replace

from tests import factory as the


def test_a_department_is_called_by_its_code_and_both_names():
    named = replace(the.STATISTICS, full_name="甲区统计局")
    assert named.called == ("D02", "区统计局", "甲区统计局")
