"""Opening a file: the one way from bytes to sheets, whatever program wrote them."""

from core.workbooks.files import legacy, locked, xlsx
from core.workbooks.files.book import Book, BookError
from core.workbooks.files.recognise import FileKind, kind_of

LONGEST_FILE = 50 * 2**20  # bytes; a form has some tens of thousands
_WHY = {
    FileKind.EMPTY: "里面什么也没有，可能没有传完整；请对方重新发送",
    FileKind.TEMPORARY: "是别的程序打开报表时留下的，跳过；报表是不带“~$”的那个文件",
    FileKind.ARCHIVE: "请解压后把里面的报表放进来",
    FileKind.MAIL: "请把邮件里的报表放进来",
    FileKind.CSV: "不带报表的隐藏信息，认不出是哪张表；请在原来的报表里填写，存为.xlsx",
    FileKind.XML: "请打开后另存为.xlsx",
    FileKind.HTML: "请打开后另存为.xlsx",
}
_OTHERWISE = "请发送在原来的报表里填写、存为.xlsx的文件"


def open_book(name: str, content: bytes, password: str = "") -> Book:
    """Read the sheets of a file.

    Raises LockedError where it asks for a password or another one, BookError where it cannot be
    read, with a sentence that says why and what to do.
    """
    if len(content) > LONGEST_FILE:
        raise BookError(f"文件超过{LONGEST_FILE // 2**20}MB，不像报表，没有读；请核对文件")
    kind = kind_of(name, content)
    if kind is FileKind.LOCKED:
        content = locked.opened(content, password)
        kind = kind_of(name, content)
    match kind:
        case FileKind.XLSX:
            return xlsx.read(content)
        case FileKind.XLS if locked.is_locked(content):
            return legacy.read(locked.opened(content, password))
        case FileKind.XLS | FileKind.XLSB | FileKind.ODS:
            return legacy.read(content, odf=kind is FileKind.ODS)
    raise BookError(f"这是{kind.label}，{_WHY.get(kind, _OTHERWISE)}")
