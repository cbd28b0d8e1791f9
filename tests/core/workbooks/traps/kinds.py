"""Files of other kinds, whatever they are called."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from core.domain.cell import Column
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import endless

KEPT = Path(__file__).parents[3] / "data" / "workbooks"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TABLE = "序号,指标,单位,本期\r\n1,高新产业产值,亿元,12.5\r\n"


def _zip(**found):
    """A zip file of some files."""
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        for name, content in found.items():
            archive.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def _ole(stream):
    """An old Office file that has a stream."""
    return _OLE + bytes(1024) + stream.encode("utf-16-le") + bytes(512)


OTHERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "表.csv": ("文本或CSV", _TABLE.encode),
    "表_带BOM.csv": ("文本或CSV", lambda: _TABLE.encode("utf-8-sig")),
    "表_GBK.csv": ("文本或CSV", lambda: _TABLE.encode("gbk")),
    "表_UTF-16.txt": ("文本或CSV", lambda: _TABLE.encode("utf-16")),
    "表_改名.xlsx": ("文本或CSV", _TABLE.encode),
    "网页.xls": ("网页", lambda: b"<html><body><table><tr><td>1</td></tr></table></body></html>"),
    "XML表格.xls": (
        "XML电子表格2003",
        lambda: (
            b'<?xml version="1.0"?><Workbook'
            b' xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
        ),
    ),
    "文档.docx": ("Word文档", lambda: _zip(word__document="x")),
    "文档_旧.doc": ("Word文档", lambda: _ole("WordDocument")),
    "文档_改名.xlsx": ("Word文档", lambda: _zip(word__document="x")),
    "幻灯.pptx": ("演示文稿", lambda: _zip(ppt__slides="x")),
    "幻灯_旧.ppt": ("演示文稿", lambda: _ole("PowerPoint Document")),
    "旧文件.msg": ("旧版Office文件", lambda: _ole("__substg1.0")),
    "邮件.eml": ("邮件", lambda: b"X-Unsent: 1\r\nFrom: a@example.org\r\n\r\nx"),
    "扫描.pdf": ("PDF", lambda: b"%PDF-1.7\n"),
    "照片.jpg": ("图片", lambda: b"\xff\xd8\xff\xe0" + bytes(range(200))),
    "打包.zip": ("压缩包", lambda: _zip(a=the.workbook())),
    "打包.rar": ("压缩包", lambda: b"Rar!\x1a\x07\x00" + bytes(range(200))),
    "空文件.xlsx": ("空文件", lambda: b""),
    "全是零.xlsx": ("空文件", lambda: bytes(4096)),
    "~$填报表.xlsx": ("临时文件", lambda: b"\x06User" + bytes(159)),
    ".~填报表.xlsx": ("临时文件", the.workbook),
    "乱码.xlsx": ("无法识别", lambda: bytes(range(256)) * 20),
    "坏的xls.xls": ("读不出工作表", lambda: _ole("Workbook")),
    "坏的ods.ods": (
        "读不出工作表",
        lambda: _zip(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
    ),
    "坏的xlsb.xlsb": ("读不出工作表", lambda: _zip(**{"xl__workbook.bin": "x"})),
    "坏的加密.xlsx": ("加密方式不认识", lambda: _ole("EncryptedPackage")),
}

LOCKED = {"加密.xlsx": endless.locked}


def for_saving():
    """A form with all kinds of values in it, to be saved in other formats."""

    def fill(book):
        for place, value, pattern in (
            (("B-01", Column.GROWTH), 7.5, "0.0####"),
            (("B-01", Column.EXPLANATION), "企业投产", "@"),
            (("B-02", Column.FIGURE), 45, "yyyy-mm-dd"),
            (("B-06", Column.FIGURE), 0.125, "0.0%"),
            (("B-07", Column.FIGURE), "=J5*2", "General"),
            (("P01-01", Column.FIGURE), "封顶", "General"),
            (("P01-01", Column.PROGRESS), 60, "General"),
        ):
            cell = the.cell(book, *place)
            cell.value, cell.number_format = value, pattern

    return the.edited(fill)


def kept(ending):
    """The same, as LibreOffice saved it; made by test_office."""
    return (KEPT / f"form.{ending}").read_bytes()
