"""What kind of file somebody sent, by what is in it: its name says nothing."""

import re

from core.domain.words import Word
from core.workbooks.files.book import BookError
from core.workbooks.files.package import Package

_HEAD = 4096  # bytes that are looked at for words
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_BEGUN = ("~$", ".~")  # what Excel, WPS and LibreOffice keep beside an open file


class FileKind(Word):
    """What a file is, and how its sender calls it."""

    XLSX = "xlsx", "Excel工作簿"
    XLSB = "xlsb", "Excel二进制工作簿"
    XLS = "xls", "Excel 97-2003工作簿（或WPS的.et）"
    ODS = "ods", "ODF电子表格"
    LOCKED = "locked", "加密的Office文件"
    EMPTY = "empty", "空文件"
    TEMPORARY = "temporary", "Office打开文件时的临时文件"
    DOCUMENT = "document", "Word文档"
    SLIDES = "slides", "演示文稿"
    ARCHIVE = "archive", "压缩包"
    OLE = "ole", "旧版Office文件，里面没有工作表"
    XML = "xml", "XML电子表格2003"
    HTML = "html", "网页（扩展名改成了.xls）"
    MAIL = "mail", "邮件"
    PDF = "pdf", "PDF"
    PICTURE = "picture", "图片"
    CSV = "csv", "文本或CSV"
    UNKNOWN = "unknown", "无法识别的文件"


_BEGINNINGS = (
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"BM", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
)
_IN_ZIP = (
    ("xl/workbook.bin", FileKind.XLSB),
    ("xl/", FileKind.XLSX),
    ("word/", FileKind.DOCUMENT),
    ("ppt/", FileKind.SLIDES),
)  # in this order
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"  # stands unpacked at the beginning
_IN_OLE = (
    ("EncryptedPackage", FileKind.LOCKED),
    ("Workbook", FileKind.XLS),
    ("Book", FileKind.XLS),
    ("WordDocument", FileKind.DOCUMENT),
    ("PowerPoint Document", FileKind.SLIDES),
)
_IN_TEXT = (
    (re.compile(r"urn:schemas-microsoft-com:office:spreadsheet"), FileKind.XML),
    (re.compile(r"<(?:!doctype html|html|table|head|body|meta)\b", re.IGNORECASE), FileKind.HTML),
    (
        re.compile(r"^(?:From|Received|Return-Path|MIME-Version|Date|Subject):", re.MULTILINE),
        FileKind.MAIL,
    ),
)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(name: str, content: bytes) -> FileKind:
    """Tell what a file is; the name only tells what an Office program keeps for itself."""
    if name.startswith(_NOT_BEGUN):
        return FileKind.TEMPORARY
    if not content.strip(b"\0"):
        return FileKind.EMPTY
    if content.startswith(_OLE):
        return _in_ole(content)
    known = next((kind for start, kind in _BEGINNINGS if content.startswith(start)), None)
    if known:
        return known
    return _in_zip(content) if b"PK\x03\x04" in content[:_HEAD] else _in_text(content[:_HEAD])


def _in_zip(content: bytes) -> FileKind:
    """Tell what is packed, by the names of its parts."""
    if _ODS in content[:_HEAD]:
        return FileKind.ODS
    try:
        names = Package(content).plain_names
    except BookError:  # its parts are too many to be looked at
        return FileKind.XLSX
    found = (kind for start, kind in _IN_ZIP if any(name.startswith(start) for name in names))
    return next(found, FileKind.ARCHIVE)


def _in_ole(content: bytes) -> FileKind:
    """Tell what an old Office file holds, by the names of its streams."""
    found = (kind for name, kind in _IN_OLE if _stream(name) in content)
    return next(found, FileKind.OLE)


def _stream(name: str) -> bytes:
    """Write the name of a stream as the directory does, with the two zero bytes after it."""
    return name.encode("utf-16-le") + b"\0\0"


def _in_text(head: bytes) -> FileKind:
    """Tell what kind of text it is, or that it is none."""
    text = _decoded(head)
    if text is None:
        return FileKind.UNKNOWN
    return next((kind for words, kind in _IN_TEXT if words.search(text)), FileKind.CSV)


def _decoded(head: bytes) -> str | None:
    """Decode the beginning of a text as Chinese computers write it; nothing where it is none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):  # the last character may be cut
            try:
                text = head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return None if _NO_TEXT.search(text) else text
    return None
