"""What people do to sheets: rename, add, hide, filter, merge, insert, sort, move and copy."""

from copy import copy

from openpyxl.comments import Comment

from core.domain.cell import Column
from tests.core.workbooks import returned as the

_KEY = "N"  # the hidden column of the codes
_ROWS = range(5, 10)  # those of the first form sheet


def _filled(act):
    """A form with a figure for B-02 in it, after somebody did something to it."""
    return the.edited(act, the.filled({"B-02": 88.5}))


def _renamed(book):
    """Rename both sheets."""
    book[the.FORM].title = "科技局 '24"
    book[the.PROJECTS].title = "项目"
    for number, defined in book.defined_names.items():
        sheet = "科技局 ''24" if int(number.rpartition("_")[2]) <= len(_ROWS) else "项目"
        defined.attr_text = f"'{sheet}'!{defined.attr_text.partition('!')[2]}"


def _added(book):
    """Put sheets of one's own before the form and behind it."""
    book.create_sheet("底稿", 0)["A1"] = "指标"
    book["底稿"]["B7"] = "B-02"
    book.create_sheet("汇总")["C3"] = 1


def _hidden(book):
    """Hide a row and a column, fold up others."""
    sheet = book[the.FORM]
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["J"].hidden = True
    sheet.row_dimensions.group(7, 8, hidden=True)


def _filtered(book):
    """Filter the rows."""
    book[the.FORM].auto_filter.ref = "A3:N9"
    book[the.FORM].auto_filter.add_filter_column(2, ["亿元"])
    book[the.FORM].row_dimensions[8].hidden = True


def _merged(book):
    """Paste merged cells over the rows."""
    book[the.FORM].merge_cells("J8:J9")
    book[the.FORM].merge_cells("L5:M5")


def _commented(book):
    """Write a comment on a cell."""
    the.cell(book, "B-02").comment = Comment("请再核", "王五")


def _rows(sheet):
    """The rows of a form, as values from left to right."""
    return [[sheet.cell(row, column).value for column in range(1, 15)] for row in _ROWS]


def _put(sheet, rows, first=_ROWS.start):
    """Write rows one below another, whatever was merged there."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    for row, values in enumerate(rows, first):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value


def _inserted(book):
    """Insert rows above the headings and between the rows."""
    book[the.FORM].insert_rows(6, 2)
    book[the.FORM].insert_rows(1, 3)


def _sorted(book):
    """Sort the rows the other way round."""
    _put(book[the.FORM], _rows(book[the.FORM])[::-1])


def _half_sorted(book):
    """Sort the rows, without the hidden column of the codes."""
    rows = _rows(book[the.FORM])
    turned = [[*row[:-1], key[-1]] for row, key in zip(rows[::-1], rows, strict=True)]
    _put(book[the.FORM], turned)


def _moved(book):
    """Move the column 本期 to the very left, headings and all."""
    sheet = book[the.FORM]
    for row in range(3, 10):
        values = [sheet.cell(row, column).value for column in range(1, 15)]
        values.insert(0, values.pop(9))
        _put(sheet, [values], row)


def _keyless(book):
    """Delete the column of the codes."""
    book[the.FORM].delete_cols(14)


def _nameless(book):
    """Delete the column of the codes, and the names of the rows."""
    _keyless(book)
    for name in list(book.defined_names):
        del book.defined_names[name]


def _nameless_and_sorted(book):
    """Sort the rows, then delete the codes; the names lead to the wrong rows."""
    _sorted(book)
    _keyless(book)


def _headless(book):
    """Delete the texts of the headings."""
    _put(book[the.FORM], [[None] * 14], 3)


def _reworded(book):
    """Write something else over one heading, a column moved."""
    _moved(book)
    book[the.FORM].cell(3, 1).value = "完成数"


def _doubled(book):
    """Copy the column 本期 behind the last one, then move both."""
    _moved(book)
    sheet = book[the.FORM]
    for row in range(3, 10):
        sheet.cell(row, 15).value = sheet.cell(row, 1).value


def _row_deleted(book):
    """Delete a row."""
    book[the.FORM].delete_rows(6)


def _row_doubled(book):
    """Copy a row below the last one."""
    _put(book[the.FORM], [_rows(book[the.FORM])[1]], 20)


def _row_doubled_otherwise(book):
    """Copy a row below the last one and correct the copy."""
    _row_doubled(book)
    book[the.FORM].cell(20, 10).value = 89


def _sheet_copied(book):
    """Keep a copy of the sheet in the workbook."""
    book.copy_worksheet(book[the.FORM]).title = "填报表 (2)"


def _sheet_copied_and_filled(book):
    """Keep a copy, and go on in it."""
    _sheet_copied(book)
    book["填报表 (2)"]["J6"] = 99


def _unhidden(book):
    """Show the hidden sheet and give it another name."""
    book[the.HIDDEN].sheet_state = "visible"
    book[the.HIDDEN].title = "Sheet4"


def _restyled(book):
    """Paste other fonts and fills over everything, unlock it all."""
    for row in book[the.FORM].iter_rows():
        for each in row:
            each.style = copy(book["填报说明"]["A1"].style)
    book[the.FORM].protection.sheet = False


READ = {
    "工作表改名.xlsx": lambda: _filled(_renamed),
    "加了工作表.xlsx": lambda: _filled(_added),
    "隐藏行列.xlsx": lambda: _filled(_hidden),
    "筛选.xlsx": lambda: _filled(_filtered),
    "合并单元格.xlsx": lambda: _filled(_merged),
    "批注.xlsx": lambda: _filled(_commented),
    "插入行.xlsx": lambda: _filled(_inserted),
    "排序.xlsx": lambda: _filled(_sorted),
    "移动列.xlsx": lambda: _filled(_moved),
    "删了编码列.xlsx": lambda: _filled(_keyless),
    "删了编码和名称.xlsx": lambda: _filled(_nameless),
    "排序后删了编码列.xlsx": lambda: _filled(_nameless_and_sorted),
    "标题清空.xlsx": lambda: _filled(_headless),
    "多了一行相同的.xlsx": lambda: _filled(_row_doubled),
    "工作表复制一份.xlsx": lambda: _filled(_sheet_copied),
    "显示隐藏表并改名.xlsx": lambda: _filled(_unhidden),
    "格式全改.xlsx": lambda: _filled(_restyled),
}

NOT_READ = {
    "少了一行.xlsx": ("找不到“研发经费”", lambda: _filled(_row_deleted)),
    "两行不一样.xlsx": ("“研发经费”有2行", lambda: _filled(_row_doubled_otherwise)),
    "复制的表上改了.xlsx": ("“研发经费”有2行", lambda: _filled(_sheet_copied_and_filled)),
    "只排了一部分列.xlsx": ("不是同一个指标", lambda: _filled(_half_sorted)),
    "标题改写又移列.xlsx": ("找不到“本期”这一列", lambda: _filled(_reworded)),
    "两列本期.xlsx": ("找不到“本期”这一列", lambda: _filled(_doubled)),
}

CHANGED = {
    "改了基期.xlsx": (
        ("B-01", "基期", "311.64", "300"),
        lambda: the.filled({("B-01", Column.BASE): 300}),
    ),
    "清了目标.xlsx": (
        ("B-01", "规划目标", "750", ""),
        lambda: the.filled({("B-01", Column.TARGET): None}),
    ),
    "上期改成文字.xlsx": (
        ("B-01", "上期", "10.5", "10.5左右"),
        lambda: the.filled({("B-01", Column.LAST): "10.5左右"}),
    ),
    "填了锁定的本期.xlsx": (
        ("B-03", "本期", "", "7"),
        lambda: the.filled({"B-03": 7}),
    ),
    "填了锁定的同比.xlsx": (
        ("B-02", "同比", "", "3.5"),
        lambda: the.filled({("B-02", Column.GROWTH): 3.5}),
    ),
    "改了指标名.xlsx": (
        ("B-02", "指标", "研发经费", "研发经费（新口径）"),
        lambda: the.edited(lambda book: book[the.FORM].__setitem__("B6", "研发经费（新口径）")),
    ),
    "改了单位.xlsx": (
        ("B-02", "单位", "亿元", "万元"),
        lambda: the.edited(lambda book: book[the.FORM].__setitem__("C6", "万元")),
    ),
}

FORGED = {
    "改了隐藏表.xlsx": lambda: the.edited(_forge),
    "换了隐藏表的数.xlsx": lambda: the.with_xml(the.SHEET4, "<t>311.64</t>", "<t>111.64</t>"),
}


def _forge(book):
    """Say on the hidden sheet that it is another department's form."""
    sheet = book[the.HIDDEN]
    for row in sheet.iter_rows():
        if row[0].value == "department":
            row[1].value = "D09"
