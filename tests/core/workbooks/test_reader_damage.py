"""Damaged files: mended where the values are whole, told where they are not."""

import pytest

from core.domain.returned import Verdict
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import damage

MENDED_WITH_A_WORD = {
    "没有工作表关系.xlsx": "次序已丢失",
    "没有工作簿目录.xlsx": "缺少“工作簿目录”",
    "没有填报说明.xlsx": "“填报说明”读不出",
    "目录被截去.xlsx": "逐件找回",
    "流式压缩_目录丢失.xlsx": "逐件找回",
}


@pytest.mark.parametrize("name", damage.MENDED)
def test_a_file_whose_values_are_whole_is_read_whole(name):
    found = the.read(damage.MENDED[name](), name)
    assert found.entries == found.sent
    assert list(found.entries) == [line.code for line in the.MANIFEST.lines if line.open]
    assert found.verdict is Verdict.READY
    assert MENDED_WITH_A_WORD.get(name, "") in the.told(found)
    assert bool(found.findings) == (name in MENDED_WITH_A_WORD)


@pytest.mark.parametrize("name", damage.LOST_CELLS)
def test_a_cell_whose_content_is_gone_says_so(name):
    found = the.read(damage.LOST_CELLS[name]())
    assert "“研发经费”的本期：这一格的内容在文件里已丢失" in the.told(found)
    assert found.verdict is Verdict.DOUBTFUL
    assert found.entries == found.sent


@pytest.mark.parametrize("name", damage.LOST_STYLES)
def test_without_formats_only_what_could_be_a_percentage_is_not_read(name):
    found = the.read(damage.LOST_STYLES[name]())
    assert the.texts(found) == {"B-01": "12.50", "B-02": "1001.50"}
    assert "可能是0.125%，也可能是12.5%" in the.told(found)
    assert "“数字格式”" in the.told(found)
    assert found.verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize("name", damage.LOST_SHEETS)
def test_of_a_sheet_that_fails_its_checks_nothing_is_read(name):
    found = the.read(damage.LOST_SHEETS[name]())
    assert "工作表“重点工程”读不出" in the.told(found)
    assert "找不到“科创大桥”" in the.told(found)
    assert "P01-01" not in found.entries
    assert the.texts(found) == {"B-01": "12.50"}
    assert found.verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize("name", damage.REFUSED)
def test_a_file_whose_form_cannot_be_told_is_refused_with_a_sentence(name):
    found = the.read(damage.REFUSED[name](), name)
    assert found.verdict is Verdict.UNREADABLE
    assert "请" in found.findings[0].message
    assert not found.entries
