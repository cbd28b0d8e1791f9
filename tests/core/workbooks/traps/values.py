"""What people and programs put into a cell that asks for a figure."""

import re
from datetime import datetime

from core.domain.cell import Column
from tests.core.workbooks import returned as the

FORMULAS = {
    "公式由程序存盘.xlsx": lambda: the.filled({"B-02": "=J5*2"}),
    "公式没有值.xlsx": lambda: the.with_cell("B-02", "", "<f>J5*2</f>"),
    "公式有结果.xlsx": lambda: the.with_cell("B-02", "", "<f>J5*2</f><v>25</v>"),
    "公式结果有尾差.xlsx": lambda: the.with_cell(
        "B-02", "", "<f>0.1+0.2</f><v>0.30000000000000004</v>"
    ),
    "共享公式.xlsx": lambda: the.with_cell(
        "B-02", "", '<f t="shared" ref="J6:J7" si="0">J5*2</f><v>25</v>'
    ),
    "公式结果是文字.xlsx": lambda: the.with_cell(
        "B-02", ' t="str"', '<f>J5&amp;"亿元"</f><v>25亿元</v>'
    ),
    "公式结果是空.xlsx": lambda: the.with_cell("B-02", ' t="str"', '<f>IF(J5,"")</f><v></v>'),
    "公式出错.xlsx": lambda: the.with_cell("B-02", ' t="e"', "<f>J5/0</f><v>#DIV/0!</v>"),
    "逻辑值.xlsx": lambda: the.with_cell("B-02", ' t="b"', "<v>1</v>"),
    "说明里是公式.xlsx": lambda: the.with_cell("B-02", "", "<f>A1</f>", Column.EXPLANATION),
}

NUMBERS = {
    "数存成文字.xlsx": "1001.5",
    "全角.xlsx": "１００１．５",
    "千分位.xlsx": "1,001.5",
    "中文千分位.xlsx": "1，001.5",
    "空格分位.xlsx": "1 001.5",
    "带单位.xlsx": "1001.5亿元",
    "别的单位.xlsx": "10015000万元",
    "撇号.xlsx": "'1001.5",
    "负号.xlsx": "−3",
    "不间断空格.xlsx": "\u00a01001.5\u00a0",
    "全角空格.xlsx": "\u30001001.5",
    "窄空格.xlsx": "1\u202f001.5",
    "零宽字符.xlsx": "\u200b1001.5\ufeff",
    "换行.xlsx": "1001.5\n",
    "加号.xlsx": "+1001.5",
    "前导零.xlsx": "01001.5",
}

UNREADABLE = {
    "圈码.xlsx": "①",
    "文字.xlsx": "约莫一千",
    "两个数.xlsx": "1001.5（去年900）",
    "科学计数.xlsx": "1e3",
    "错的分位.xlsx": "1.001,5",
    "表情.xlsx": "😀",
    "别类单位.xlsx": "1001.5公里",
    "百分号.xlsx": "12.5%",
}

SHOWN = {
    "百分比.xlsx": lambda: the.shown("B-06", 0.125, "0.0%"),
    "百分比_整数格式.xlsx": lambda: the.shown("B-06", 0.125, "0%"),
    "百分比_两位.xlsx": lambda: the.shown("B-06", 0.02, "0.00%"),
    "百分比_单位是亿元.xlsx": lambda: the.shown("B-02", 0.125, "0.0%"),
    "同比是百分比.xlsx": lambda: the.with_cell(
        "B-01", f' s="{_percent()[1]}"', "<v>7.4999999999999997E-2</v>", Column.GROWTH,
        _percent()[0],
    ),
    "日期.xlsx": lambda: the.shown("B-02", 45, "yyyy-mm-dd"),
    "日期_中文.xlsx": lambda: the.shown("B-02", 45, 'yyyy"年"m"月"d"日"'),
    "日期_由3-5变成.xlsx": lambda: the.filled({"B-02": datetime(2024, 3, 5)}),  # noqa: DTZ001
    "日期_存成日期.xlsx": lambda: the.with_cell("B-02", ' t="d"', "<v>1900-02-14</v>"),
    "小数被遮住.xlsx": lambda: the.shown("B-02", 1186.607, "0"),
    "家数有小数.xlsx": lambda: the.shown("B-07", 299.6, "0"),
    "末位是零.xlsx": lambda: the.shown("B-02", 12.5, "0.00"),
    "会计格式.xlsx": lambda: the.shown("B-02", 1001.5, "_ * #,##0.00_ ;_ * -#,##0.00_ "),
    "千元格式.xlsx": lambda: the.shown("B-02", 1001.5, '[Red]#,##0.00"亿元"'),
}  # fmt: skip


def _percent():
    """A workbook with a style of its own for percentages, and its number."""
    content = the.shown("B-06", 0.125, "0.0%")
    _, address = the.at("B-06")
    (style,) = re.findall(rf'<c r="{address}" s="(\d+)"', the.parts(content)[the.SHEET1].decode())
    return content, style


def all_of_them():
    """Every workbook of this kind, by name."""
    texts = {
        name: lambda text=text: the.filled({"B-02": text})
        for name, text in (NUMBERS | UNREADABLE).items()
    }
    return FORMULAS | texts | SHOWN
