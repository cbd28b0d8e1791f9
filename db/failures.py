"""What a database refused, as a sentence: what happened, what was kept, what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from core.errors import StorageError

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "正被另一个程序占用，这一步没有完成，已保存的数据没有变；"
    "请稍候再试，或先关闭正在使用它的程序。",
    sqlite3.SQLITE_READONLY: "或它所在的文件夹只能读，这一步没有保存，已有的数据没有变；"
    "请取得写入权限，或把文件复制到可以写入的文件夹再打开。",
    sqlite3.SQLITE_CANTOPEN: "打不开，没有改动任何文件；"
    "请核对路径，并确认对文件和它所在的文件夹有读写权限。",
    sqlite3.SQLITE_NOTADB: "不是规绩的数据库，文件没有被改动；"
    "请选择正确的文件，或换一个文件名新建。",
    sqlite3.SQLITE_CORRUPT: "有损坏的地方，这一步没有完成，也没有写入任何内容；"
    "请先把文件另存一份，再从备份恢复，能读出多少可用 verify 检查。",
    sqlite3.SQLITE_FULL: "所在的磁盘已满，这一步没有保存，已有的数据没有变；请腾出空间后再做一次。",
    sqlite3.SQLITE_IOERR: "读写时磁盘出错，这一步没有完成，已保存的数据没有变；"
    "请检查磁盘、U盘或网络连接后再做一次。",
}
_ALIKE = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_NOLFS: sqlite3.SQLITE_IOERR,
}
_SHOWN = 10  # characters before one that cannot be stored
_PRIMARY = 0xFF  # the part of an extended result code that names its kind


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database `where` refuses into a StorageError; bugs stay what they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise StorageError(f"数据库“{where}”{sentence}") from error
    except UnicodeEncodeError as error:  # half of a character, as a broken clipboard gives it
        before = error.object[max(0, error.start - _SHOWN) : error.start]
        raise StorageError(
            f"“{before}”后面有一个残缺的字，数据库存不下它，这一步没有保存，已有的数据没有变；"
            "请删去这个字再试。"
        ) from error


def _sentence(error: Exception) -> str | None:
    """Give what is said of an error, or nothing for one that only a bug can cause."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
        return _SENTENCES.get(_ALIKE.get(code, code))
    if isinstance(error, OperationalError | InterfaceError):
        return f"没有应答（{cause}），这一步没有完成，已保存的数据没有变；请检查网络和服务后再试。"
    return None
