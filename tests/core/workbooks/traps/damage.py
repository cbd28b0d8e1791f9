"""What mails, programs and hard disks do to a file."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from tests.core.workbooks import returned as the

_SHARED = "xl/sharedStrings.xml"


def _without(*names, content=None):
    """A workbook without some of its parts."""
    return the.with_parts(dict.fromkeys(names), content)


def _dimension(text):
    """A workbook whose sheet is wrong about its size."""
    return the.with_xml(the.SHEET1, '<dimension ref="[^"]*" ?/>', text)


def _zipped(method, kept=None):
    """A workbook packed in another way."""
    kept = kept or BytesIO()
    with ZipFile(kept, "w", method) as archive:
        for name, content in the.parts(the.workbook()).items():
            archive.writestr(name, content)
    return kept.getvalue()


def _streamed():
    """A workbook written to a pipe, whose directory was lost on the way."""

    class Pipe(BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError

        def tell(self):
            raise OSError

    content = _zipped(ZIP_DEFLATED, Pipe())
    return content[: content.index(b"PK\x01\x02")]


def flipped(part, content=None):
    """A workbook with a byte in the middle of a packed part turned over."""
    content = bytearray(content or the.workbook())
    with ZipFile(BytesIO(bytes(content))) as archive:
        info = archive.getinfo(part)
    name, extra = struct.unpack_from("<HH", content, info.header_offset + 26)
    content[info.header_offset + 30 + name + extra + info.compress_size // 2] ^= 0x55
    return bytes(content)


def _locked_zip():
    """A zip file of which every part wants a password."""
    content = bytearray(the.workbook())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(sign)
        while start >= 0:
            content[start + at] |= 1
            start = content.find(sign, start + 4)
    return bytes(content)


def _spelled():
    """A workbook with backslashes and capitals in the names of its parts."""
    found = the.parts(the.workbook())
    return the.packed({name.replace("/", "\\").upper(): each for name, each in found.items()})


MENDED: dict[str, Callable[[], bytes]] = {
    "尺寸写成A1.xlsx": lambda: _dimension('<dimension ref="A1:A1"/>'),
    "尺寸写成整张.xlsx": lambda: _dimension('<dimension ref="A1:XFD1048576"/>'),
    "没有尺寸.xlsx": lambda: _dimension(""),
    "空的填充.xlsx": lambda: the.with_xml(the.STYLES, "<fill><patternFill ?/></fill>", "<fill/>"),
    "样式颜色不对.xlsx": lambda: the.with_xml(the.STYLES, 'rgb="00F0F0F0"', 'rgb="灰"'),
    "样式没有字体.xlsx": lambda: the.with_xml(the.STYLES, "<fonts.*?</fonts>", ""),
    "共用文字.xlsx": the.as_excel,
    "没有类型表.xlsx": lambda: _without("[Content_Types].xml"),
    "没有总关系.xlsx": lambda: _without("_rels/.rels"),
    "没有工作表关系.xlsx": lambda: _without("xl/_rels/workbook.xml.rels"),
    "没有工作簿目录.xlsx": lambda: _without(the.BOOK),
    "没有主题.xlsx": lambda: _without("xl/theme/theme1.xml"),
    "没有填报说明.xlsx": lambda: _without("xl/worksheets/sheet3.xml"),
    "目录被截去.xlsx": lambda: the.workbook()[:-400],
    "前面多了字节.xlsx": lambda: b"junk" * 8 + the.workbook(),
    "后面多了字节.xlsx": lambda: the.workbook() + b"\r\n" * 100,
    "流式压缩_目录丢失.xlsx": _streamed,
    "没有压缩.xlsx": lambda: _zipped(ZIP_STORED),
    "反斜杠和大写.xlsx": _spelled,
    "改名为xls.xls": the.workbook,
    "改名为et.et": the.workbook,
    "没有扩展名": the.workbook,
}

LOST_STYLES = {
    "样式丢失.xlsx": lambda: _without(
        the.STYLES, content=the.filled({"B-02": 1001.5, "B-06": 0.125})
    ),
    "样式被截断.xlsx": lambda: the.with_xml(
        the.STYLES, "<cellXfs.*", "<cellXfs", the.filled({"B-02": 1001.5, "B-06": 0.125})
    ),
}

LOST_CELLS = {
    "文字序号越界.xlsx": lambda: the.with_cell("B-02", ' t="s"', "<v>99999</v>"),
    "数不是数.xlsx": lambda: the.with_cell("B-02", "", "<v>12,5</v>"),
    "无穷大.xlsx": lambda: the.with_cell("B-02", "", "<v>INF</v>"),
    "不认识的类型.xlsx": lambda: the.with_cell("B-02", ' t="x"', "<v>12.5</v>"),
}

LOST_SHEETS = {
    "重点工程被截断.xlsx": lambda: the.with_xml(the.SHEET2, "</sheetData>.*", ""),
    "重点工程校验不符.xlsx": lambda: flipped(the.SHEET2),
    "重点工程丢失.xlsx": lambda: _without(the.SHEET2),
    "单元格重复.xlsx": lambda: the.with_xml(
        the.SHEET2, '(?=<c r="G5")', '<c r="F5" t="n"><v>99</v></c>'
    ),
    "行次序错乱.xlsx": lambda: the.with_xml(the.SHEET2, '<row r="6"', '<row r="4"'),
    "单元格在别的行.xlsx": lambda: the.with_xml(the.SHEET2, '<c r="F5"', '<c r="F6"'),
    "地址看不懂.xlsx": lambda: the.with_xml(the.SHEET2, '<c r="F5"', '<c r="五"'),
    "行号看不懂.xlsx": lambda: the.with_xml(the.SHEET2, '<row r="5"', '<row r="-5"'),
    "两个部件对调.xlsx": lambda: the.with_parts(
        {the.SHEET2: the.parts(the.workbook())[the.STYLES]}
    ),
}

REFUSED = {
    "共用文字丢失.xlsx": lambda: _without(_SHARED, content=the.as_excel()),
    "共用文字被截断.xlsx": lambda: the.with_xml(_SHARED, "</si></sst>", "", the.as_excel()),
    "隐藏表丢失.xlsx": lambda: _without(the.SHEET4),
    "隐藏表被截断.xlsx": lambda: the.with_xml(the.SHEET4, "</sheetData>.*", ""),
    "隐藏表校验不符.xlsx": lambda: flipped(the.SHEET4),
    "只传了一半.xlsx": lambda: the.workbook()[: len(the.workbook()) // 2],
    "没有工作表.xlsx": lambda: _without(
        the.SHEET1, the.SHEET2, "xl/worksheets/sheet3.xml", the.SHEET4
    ),
    "没有隐藏表.xlsx": lambda: the.edited(lambda book: book.remove(book[the.HIDDEN])),
    "压缩包带密码.xlsx": _locked_zip,
    "别的压缩方法.xlsx": lambda: _zipped(ZIP_LZMA),
    "头部损坏.xlsx": lambda: the.workbook().replace(b"PK\x03\x04", b"PK\x03\x05"),
}
