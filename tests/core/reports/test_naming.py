"""Names of files are safe on every system and say what they said."""

import pytest

from core.reports.naming import file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "章贡区“十四五”规划主要指标进展(2023年全年)",
            "章贡区“十四五”规划主要指标进展(2023年全年)",
        ),
        ("主要指标（草案）", "主要指标(草案)"),
        ("甲/乙:区", "甲_乙_区"),
        ('a\\b*c?d"e<f>g|h', "a_b_c_d_e_f_g_h"),
        ("一\n二\t三", "一_二_三"),
        (" 报告. ", "报告"),
        ("", "报告"),
        ("...", "报告"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("条" * 100, "条" * 80),
        ("条" * 79 + ". 款", "条" * 79),
    ],
)
def test_a_text_becomes_a_name(text, name):
    assert file_name(text) == name
