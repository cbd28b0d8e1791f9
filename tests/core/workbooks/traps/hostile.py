"""Files that want to do harm: to grow, to fetch, to run."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from core.domain.cell import Column
from tests.core.workbooks import returned as the

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_BOMB = f'<!DOCTYPE worksheet [<!ENTITY l0 "哈哈">{_LAUGHS}]>'
_FETCH = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_DDE = "<f>cmd|'/C calc'!A0</f><v>25</v>"


def _entities(declared, used):
    """A form whose sheet declares entities."""
    found = the.parts(the.workbook())[the.SHEET2].decode()
    content = found.replace("<t>1</t>", f"<t>{used}</t>", 1)
    return the.with_parts({the.SHEET2: declared + content})


def _sheet(inside):
    """A form that has a guide of one's own making."""
    xml = f'<worksheet xmlns="{the.SPREADSHEET}"><sheetData>{inside}</sheetData></worksheet>'
    return the.with_parts({"xl/worksheets/sheet3.xml": xml})


def _row(number, cells):
    """The XML of a row."""
    return f'<row r="{number}">{cells}</row>'


def empty_cells(rows):
    """A form with rows of a hundred empty cells that only have a format."""
    names = [f"{a}{b}" for a in "ABCD" for b in "ABCDEFGHIJKLMNOPQRSTUVWXY"]
    cells = "".join(f'<c r="{name}#" s="3"/>' for name in names)
    return _sheet("".join(_row(row, cells.replace("#", str(row))) for row in range(1, rows + 1)))


def _bomb(size):
    """A form with a part that unpacks to a thousand times its size."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for name, content in the.parts(the.workbook()).items():
            if name != "xl/worksheets/sheet3.xml":
                archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet3.xml", "w") as part:
            for _ in range(size // 2**20):
                part.write(b" " * 2**20)
    return kept.getvalue()


def _many_parts():
    """A form with very many parts."""
    return the.with_parts({f"xl/media/{number}": b"" for number in range(6000)})


def _linked(**found):
    """A form with further parts that a program might open or run."""
    return the.with_parts({name.replace("__", "/"): each for name, each in found.items()})


BOUNDED = {
    "十兆空单元格.xlsx": lambda: empty_cells(5000),
    "很多空行.xlsx": lambda: _sheet("".join(_row(n, "") for n in range(1, 200_001))),
    "很多填满的单元格.xlsx": lambda: _sheet(
        "".join(_row(n, f'<c r="A{n}"><v>1</v></c>') for n in range(1, 150_001))
    ),
    "很远的单元格.xlsx": lambda: _sheet(_row(1048576, '<c r="XFD1048576"><v>1</v></c>')),
    "解压炸弹.xlsx": lambda: _bomb(200 * 2**20),
    "实体炸弹.xlsx": lambda: _entities(_BOMB, "&l9;"),
    "外部实体.xlsx": lambda: _entities(_FETCH, "&x;"),
    "套得很深.xlsx": lambda: _sheet("<a>" * 100_000 + "</a>" * 100_000),
    "很长的属性.xlsx": lambda: _sheet(f'<row r="1" x="{"y" * 5_000_000}"/>'),
    "宏.xlsm": lambda: _linked(**{"xl__vbaProject.bin": b"x"}),
    "外部链接.xlsx": lambda: _linked(**{"xl__externalLinks__externalLink1.xml": b"<x/>"}),
    "数据连接.xlsx": lambda: _linked(**{"xl__connections.xml": b"<x/>"}),
    "嵌入文件.xlsx": lambda: _linked(**{"xl__embeddings__a.bin": b"x"}),
}

DDE = {
    "DDE.xlsx": lambda: the.with_cell("B-02", "", _DDE),
    "外部引用.xlsx": lambda: the.with_cell("B-02", "", "<f>[1]Sheet1!A1</f><v>25</v>"),
    "远程公式.xlsx": lambda: the.with_cell(
        "B-02", "", '<f>WEBSERVICE("http://example.org/")</f><v>25</v>'
    ),
}

REFUSED = {"很多部件.xlsx": _many_parts, "太大.xlsx": lambda: b"PK\x03\x04" + bytes(51 * 2**20)}

LONG = {
    "十兆说明.xlsx": lambda: the.with_cell(
        "B-02", ' t="inlineStr"', f"<is><t>{'长' * 3_500_000}</t></is>", Column.EXPLANATION
    ),
    "十兆数字.xlsx": lambda: the.with_cell("B-02", "", f"<v>{'1' * 10_000_000}</v>"),
    "三百位数.xlsx": lambda: the.with_cell("B-02", "", "<v>1e300</v>"),
    "控制字符.xlsx": lambda: the.with_cell(
        "B-02", ' t="inlineStr"', "<is><t>a_x0000_b</t></is>", Column.EXPLANATION
    ),
}
